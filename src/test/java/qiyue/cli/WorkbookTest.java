package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.form.FormWriter;
import qiyue.form.Headings;
import qiyue.intake.InspectionText;
import qiyue.rulebook.Library;

/** Inspections that are workbooks, as people hand them in. */
class WorkbookTest {
    private static final Path SAMPLE = Path.of("samples/beijing-combined.json");

    @TempDir
    private Path folder;

    private Path book(String name, String from, String to) throws Exception {
        ObjectNode document =
                (ObjectNode) new InspectionText("s", Files.readString(SAMPLE).replace(from, to)).tree();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FormWriter.write(
                bytes, Library.load(Path.of("rules")), Headings.of(Path.of("rules")), "beijing", "medical", document);
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }

    @Test
    void a_blank_form_is_written_and_what_it_lacks_is_told_by_sheet_and_cell() {
        Path form = folder.resolve("检查表.xlsx");
        Run written = Run.of(
                "new",
                "inspection",
                "--region",
                "beijing",
                "--kind",
                "medical",
                "--format",
                "xlsx",
                "--out",
                form.toString());
        Run blank = Run.of("evaluate", form.toString());

        assertThat(written.code()).as(written.err()).isEqualTo(Main.DONE);
        assertThat(written.out()).contains("已写入");
        assertThat(blank.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(blank.err()).contains("检查表.xlsx 检查!B").contains("没有填“机构名称”").contains("改法：在这一格填写");
    }

    /** A day that the text leaves blank and the form has a row for is one cell to be filled in. */
    @Test
    void a_blank_day_of_entry_into_force_is_one_problem() {
        Path form = folder.resolve("金华.xlsx");
        Run.of("new", "inspection", "--region", "jinhua", "--kind", "medical", "--format", "xlsx", "--out", form + "");
        Run blank = Run.of("evaluate", form.toString());

        assertThat(blank.err()).contains("协议文本之外的参数!C4：没有填“日期”").doesNotContain("施行日期", "参数须有");
        assertThat(blank.err().split("协议文本之外的参数")).hasSize(2);
    }

    /** What a parameter has to state is no line that may be left out, and nothing else is asked of it. */
    @Test
    void a_skeleton_has_of_each_parameter_what_it_states() throws Exception {
        for (String region : List.of("beijing", "jinhua", "shanxi", "xilingol")) {
            Path file = folder.resolve(region + ".json");
            Run.of("new", "inspection", "--region", region, "--format", "json", "--out", file.toString());
            JsonNode parameters =
                    new ObjectMapper().readTree(Files.readString(file)).path("parameters");
            for (JsonNode parameter : parameters) {
                boolean day = parameter.path("date").asText().startsWith("待填：");
                boolean figure = parameter.path("amount").asText().startsWith("待填：");
                assertThat(day ^ figure).as(region + " " + parameter).isTrue();
                assertThat(parameter.has(day ? "amount" : "date")).as(region).isFalse();
            }
        }
    }

    @Test
    void a_form_is_decided_explained_and_found_in_a_folder_and_money_names_its_row() throws Exception {
        Path form = book("检查表.xlsx", "", "");
        Run decided = Run.of("evaluate", form.toString());
        Run explained = Run.of("explain", form.toString());
        Run all = Run.of("evaluate", folder.toString());

        assertThat(decided.code()).as(decided.err()).isEqualTo(Main.DONE);
        assertThat(decided.out()).containsPattern("膝关节CT平扫（.*费3）〔收费明细!A\\d+〕");
        assertThat(explained.code()).isEqualTo(Main.DONE);
        assertThat(all.out()).isEqualTo(decided.out());
    }

    /** Every verb that takes one inspection takes it as a workbook. */
    @Test
    void papers_archives_and_cases_are_made_of_a_form() throws Exception {
        Path form = book("检查表.xlsx", "", "");
        Path paper = folder.resolve("告知书.html");
        Path archive = folder.resolve("封存.zip");
        Run notice = Run.of("notice", form.toString(), "--kind", "defence", "--out", paper.toString());
        Run packed = Run.of("archive", form.toString(), "--out", archive.toString());
        Run verified = Run.of("verify", archive.toString());
        Run test = Run.of("test", "--new-case", form.toString());

        assertThat(notice.code()).as(notice.err()).isEqualTo(Main.DONE);
        assertThat(paper).isNotEmptyFile();
        assertThat(packed.code()).as(packed.err()).isEqualTo(Main.DONE);
        assertThat(verified.code()).as(verified.err()).isEqualTo(Main.DONE);
        assertThat(qiyue.receipt.Archive.read(Files.readAllBytes(archive), "a").file(qiyue.receipt.Archive.WORKBOOK))
                .isEqualTo(Files.readAllBytes(form));
        assertThat(test.code()).as(test.err()).isEqualTo(Main.DONE);
    }

    @Test
    void a_contradiction_names_the_cell() throws Exception {
        Path form = book(
                "检查表.xlsx",
                "\"stay\": \"住院1\", \"worker\": \"王志刚\", \"department\": \"骨科\", \"item\": \"膝关节",
                "\"stay\": \"住院9\", \"worker\": \"王志刚\", \"department\": \"骨科\", \"item\": \"膝关节");
        Run run = Run.of("evaluate", form.toString());

        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).containsPattern("检查表.xlsx 收费明细!C\\d+：没有编号为 住院9 的事实");
    }

    /** Whoever mends a workbook is told in one go of cells that are no value and of cells that are empty, in the words of the sheet. */
    @Test
    void cells_that_are_wrong_and_cells_that_are_empty_are_told_together() throws Exception {
        Path form = folder.resolve("检查表.xlsx");
        ObjectNode document = (ObjectNode)
                new InspectionText("s", Files.readString(SAMPLE).replace("\"confirmed\"", "\"属实吗\"")).tree();
        document.withObject("/facility").remove("name");
        ((ObjectNode) document.at("/findings/0")).put("count", 2);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FormWriter.write(
                bytes, Library.load(Path.of("rules")), Headings.of(Path.of("rules")), "beijing", "medical", document);
        Files.write(form, bytes.toByteArray());
        Run run = Run.of("evaluate", form.toString());

        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err())
                .containsPattern("检查发现!C\\d+：“属实吗”不是可用的写法（核实状态）")
                .containsPattern("检查!B\\d+：没有填“机构名称”")
                .doesNotContain("facility", "缺少字段", "整数");
    }

    /** Questions are whole sentences, and nobody writes them letter by letter: the nearest are named, not the first of the alphabet. */
    @Test
    void a_question_that_is_not_known_is_told_with_the_one_nearest_to_it() throws Exception {
        Path form = book("检查表.xlsx", "\"fraud-established\"", "\"有没有书面告知并签字同意\"");
        Run run = Run.of("evaluate", form.toString());

        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).containsPattern("认定!A\\d+：没有问题“有没有书面告知并签字同意”\\s+改法：是不是 是否书面告知");
    }

    @Test
    void a_contradiction_names_columns_by_their_headings() throws Exception {
        Path form = book("检查表.xlsx", "\"admittedOn\": \"2025", "\"admittedOn\": \"2026");
        Run run = Run.of("evaluate", form.toString());

        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).containsPattern("住院!.\\d+：").doesNotContain("admittedOn", "dischargedOn", "inspection.");
    }

    @Test
    void other_workbooks_are_told_how_they_are_read_and_left_in_folders() throws Exception {
        Path data = folder.resolve("费用.xlsx");
        Files.copy(Path.of("src/test/resources/tables/merged-subtotals.xlsx"), data);
        Files.copy(SAMPLE, folder.resolve("a.json"));
        Run named = Run.of("evaluate", data.toString());
        Run inFolder = Run.of("evaluate", folder.toString());

        assertThat(named.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(named.err()).contains("工作簿里没有“检查”表").contains("qiyue import");
        assertThat(inFolder.code()).isEqualTo(Main.DONE);
        assertThat(inFolder.err()).contains("费用.xlsx");
    }
}
