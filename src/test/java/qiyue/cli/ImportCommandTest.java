package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qiyue.problem.Sources;

/** Tables as hospitals hand them in. */
class ImportCommandTest {
    private static final String TABLES = "src/test/resources/tables/";
    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    private Path folder;

    private static JsonNode list(Run run, String pointer) throws Exception {
        return Sources.json(run.out(), "out").at(pointer);
    }

    @Test
    void a_gbk_table_of_a_hospital_system_is_read_and_what_was_taken_for_what_is_said() throws Exception {
        Run run = Run.of("import", TABLES + "hospital-gbk.csv", "--as", "charges");

        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        JsonNode charges = list(run, "/records/charges");
        assertThat(charges).hasSize(4);
        assertThat(charges.get(0).toString())
                .isEqualTo("{\"stay\":\"ZY20250113\",\"worker\":\"王志刚\",\"department\":\"骨科\",\"category\":\"drug\","
                        + "\"item\":\"磷酸西格列汀片\",\"billed\":30,\"money\":{\"amount\":420,\"paid\":378},"
                        + "\"date\":\"2025-06-05\",\"id\":\"收费明细-2\"}");
        assertThat(charges.at("/2/category").asText()).as("康复-运动疗法").isEqualTo("treatment");
        assertThat(charges.at("/3/money/amount").asText()).as("1,234.50").isEqualTo("1234.5");
        assertThat(list(run, "/sources/收费明细-6").asText()).isEqualTo("hospital-gbk.csv:6");
        assertThat(run.err())
                .contains("GBK")
                .contains("L 医保支付 → 已支付金额")
                .contains("请核对：这一列是否已经实际支付")
                .contains("康复-运动疗法 → 治疗、康复项目")
                .contains("没有认出、因此没有读的列：备注列")
                .contains("小计、合计 2 行，已跳过，与以上各行之和相符：5；7")
                .contains("共 4 行收费明细，金额合计 2484.50 元");
    }

    @Test
    void text_is_never_written_in_place_of_a_workbook() throws Exception {
        Path form = Files.writeString(folder.resolve("检查表.xlsx"), "工作簿");
        Run run = Run.of("import", TABLES + "hospital-gbk.csv", "--as", "charges", "--out", form.toString());

        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).contains("要用 --into").contains("检查表.json");
        assertThat(form).hasContent("工作簿");
    }

    /** People who work in a spreadsheet go on there: what was filled in, what was imported, and where it came from. */
    @Test
    void what_was_imported_goes_on_as_a_form_and_keeps_where_it_came_from() throws Exception {
        Path inspection = Files.writeString(folder.resolve("检查.json"), """
                {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2025-07-10"}, "scope": {},
                 "facility": {"name": "甲医院", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                 "records": {"stays": [{"id": "ZY20250113", "worker": "王志刚", "admittedOn": "2025-06-01"},
                                       {"id": "ZY20250140", "worker": "李秀英", "admittedOn": "2025-06-01"}]}}
                """);
        Path form = folder.resolve("检查表.xlsx");
        String[] command = {
            "import",
            TABLES + "hospital-gbk.csv",
            "--as",
            "charges",
            "--into",
            inspection.toString(),
            "--out",
            form.toString()
        };
        Run written = Run.of(command);
        assertThat(written.code()).as(written.err()).isEqualTo(Main.DONE);

        Run again = Run.of(
                "import", TABLES + "hospital-gbk.csv", "--as", "charges", "--ids", "再", "--into", form.toString());
        assertThat(again.code()).as(again.err()).isEqualTo(Main.DONE);
        assertThat(list(again, "/records/charges")).hasSize(8);
        assertThat(list(again, "/sources/收费明细-6").asText()).isEqualTo("hospital-gbk.csv:6");
        assertThat(list(again, "/sources/ZY20250113").asText()).isEqualTo("住院!A3");

        Run over = Run.of(command);
        assertThat(over.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(over.err()).contains("已经有").contains("换一个名称");
    }

    /** A table that contradicts the form it is imported into is told at its own cells. */
    @Test
    void what_does_not_fit_the_form_is_told_at_the_cells_of_the_table() {
        Path form = folder.resolve("空表.xlsx");
        Run.of("new", "inspection", "--region", "beijing", "--kind", "medical", "--format", "xlsx", "--out", form + "");

        Run run = Run.of("import", TABLES + "hospital-gbk.csv", "--as", "charges", "--into", form.toString());

        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err())
                .contains("hospital-gbk.csv B", "一条“住院”也没有，这里却写了它的编号")
                .doesNotContain("内部错误", "个不同的");
    }

    /** Lines of stays that were not brought in are one thing to mend, however many stays there are; rows stand in their order. */
    @Test
    void lines_of_many_stays_that_are_missing_are_one_mistake() throws Exception {
        StringBuilder table = new StringBuilder("日期,住院号,项目名称,费用类别,金额\n");
        for (int i = 1; i <= 12; i++) {
            table.append("2025-06-0" + (1 + i % 9) + ",Z" + (1000 + i) + ",针刺,治疗,10\n");
        }
        Path file = Files.writeString(folder.resolve("费用.csv"), table);

        Run run = Run.of("import", file + "", "--as", "charges", "--into", "samples/beijing-combined.json");

        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err())
                .contains("费用.csv B2：没有编号为 Z1001 的事实", "同样的另有 11 处：B3、B4、B5、B6、B7、B8 …")
                .contains("共 12 个不同的：Z1001、Z1002", "共 12 处")
                .doesNotContain("没有编号为 Z1002");
    }

    @Test
    void titles_merged_cells_repeated_headings_and_signatures_do_not_disturb() throws Exception {
        Run run = Run.of("import", TABLES + "merged-subtotals.xlsx", "--as", "charges");

        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        JsonNode charges = list(run, "/records/charges");
        assertThat(charges).hasSize(5);
        assertThat(charges)
                .allSatisfy(c -> assertThat(c.path("worker").asText()).isNotEmpty());
        assertThat(charges.findValuesAsText("date"))
                .containsExactly("2025-06-05", "2025-06-06", "2025-06-18", "2025-07-02", "2025-07-03");
        assertThat(charges.at("/1/money/amount").asText())
                .as("full-width digits")
                .isEqualTo("280");
        assertThat(charges.at("/4/money/amount").asText())
                .as("0.30000000000000004")
                .isEqualTo("0.3");
        assertThat(run.err())
                .contains("没有读的工作表：汇总")
                .contains("列名以上的 3 行不是数据")
                .contains("重复的列名 1 行")
                .contains("费用清单!A14 制表人：张敏 审核人：")
                .contains("与以上各行之和相符：费用清单!A8；费用清单!A13");
    }

    @Test
    void english_codes_in_any_order_are_known_and_times_keep_their_hour() throws Exception {
        Run run = Run.of("import", TABLES + "uploads-codes.xlsx", "--as", "uploads", "--lang", "en");

        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        JsonNode uploads = list(run, "/records/uploads");
        assertThat(uploads.findValuesAsText("servedAt"))
                .containsExactly("2025-06-05T06:00:00", "2025-06-07T16:30:00", "2025-06-08T09:00:00");
        assertThat(uploads.at("/2/uploadedAt").asText()).as("无").isEqualTo("none");
        assertThat(uploads.at("/1/money/amount").asText()).isEqualTo("2000");
        assertThat(run.err()).contains("columns not recognised and therefore not read: extra");
    }

    @Test
    void what_cannot_be_read_is_told_cell_by_cell_and_nothing_is_written() {
        Path out = folder.resolve("out.json");
        Run run = Run.of("import", TABLES + "bad-cells.xlsx", "--as", "charges", "--out", out.toString());

        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err())
                .contains("bad-cells.xlsx 费用!A2：费用发生日应为日期，如 2025-05-06，却是“2025-13-01”")
                .contains("费用!A3：费用发生日应为日期，如 2025-05-06，却是“03/04/2025”")
                .contains("费用!B4：金额应为数字，如 1234.50，却是没有结果的公式")
                .contains("费用!C4：“挂号费”不是可用的写法（类别）")
                .contains("费用!A5：这一行金额为负，但表格里没有与它相抵的行")
                .contains("费用!A6：没有填费用发生日")
                .contains("费用!B7：金额应为数字，如 1234.50，却是出错的公式 #DIV/0!")
                .contains("共 8 处");
        assertThat(out).doesNotExist();
    }

    @Test
    void a_mapping_is_kept_and_reads_the_same_again() throws Exception {
        Path map = folder.resolve("对照表.yaml");
        Run first = Run.of("import", TABLES + "hospital-gbk.csv", "--as", "charges", "--save-map", map.toString());
        Run again = Run.of("import", TABLES + "hospital-gbk.csv", "--as", "收费明细", "--map", map.toString());
        Files.writeString(map, "不用: [医保支付]\n固定: {科室: 康复科}\n列: {说明: 备注}\n");
        Run wrong = Run.of("import", TABLES + "hospital-gbk.csv", "--as", "charges", "--map", map.toString());
        Files.writeString(map, "不用: [医保支付, 科室名称]\n固定: {科室: 康复科}\n词: {类别: {西药费: 其他}}\n");
        Run other = Run.of("import", TABLES + "hospital-gbk.csv", "--as", "charges", "--map", map.toString());

        assertThat(again.out()).isEqualTo(first.out());
        assertThat(wrong.code()).as("charges have no remark").isEqualTo(Main.BAD_INPUT);
        assertThat(list(other, "/records/charges/0").toString())
                .contains("\"department\":\"康复科\"", "\"category\":\"other\"")
                .doesNotContain("paid");
    }

    /** What a person takes out of a kept mapping is not taken for the same again; a mapping of a few lines leaves the rest to be known. */
    @Test
    void a_column_taken_out_of_a_kept_mapping_is_not_guessed_again() throws Exception {
        Path map = folder.resolve("对照表.yaml");
        Run.of("import", TABLES + "hospital-gbk.csv", "--as", "charges", "--save-map", map.toString());
        String kept = Files.readString(map);
        String without = kept.replaceFirst("(?m)^  \"[^\"]*\": \"医保支付\"\\n", "");
        Files.writeString(map, without);
        Run run = Run.of("import", TABLES + "hospital-gbk.csv", "--as", "charges", "--map", map.toString());
        Files.writeString(map, without.replace("其余的列: 不读\n", ""));
        Run open = Run.of("import", TABLES + "hospital-gbk.csv", "--as", "charges", "--map", map.toString());
        Files.writeString(map, without.replace("其余的列: 不读\n", "其余的列: 随便\n"));
        Run wrong = Run.of("import", TABLES + "hospital-gbk.csv", "--as", "charges", "--map", map.toString());

        assertThat(without).isNotEqualTo(kept);
        assertThat(run.err()).contains("对照表没有列出、因此没有读的列：医保支付", "像是金额的列：医保支付");
        assertThat(list(run, "/records/charges").toString()).doesNotContain("paid");
        assertThat(list(open, "/records/charges").toString()).contains("paid");
        assertThat(wrong.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(wrong.err()).contains("不认识的写法 随便", "写“不读”");
    }

    @Test
    void a_total_that_does_not_fit_is_told_and_the_exit_code_says_so() throws IOException {
        Path table = folder.resolve("t.csv");
        Files.writeString(table, "费用日期,类别,金额\n2025-06-01,药品,100\n2025-06-02,药品,20\n合计,,130\n");
        Run run = Run.of("import", table.toString(), "--as", "charges");

        assertThat(run.code()).isEqualTo(Main.FAILED);
        assertThat(run.err()).contains("t.csv:4 合计 写的是 130，以上各行之和却是 120，请核对有无缺行");
    }

    @Test
    void a_column_that_is_needed_can_be_said_on_the_command_line() throws Exception {
        Path table = folder.resolve("t.csv");
        Files.writeString(table, "费用日期;金额\n2025-06-01;100\n");
        Run without = Run.of("import", table.toString(), "--as", "charges");
        Run with = Run.of("import", table.toString(), "--as", "charges", "--set", "类别=药品");

        assertThat(without.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(without.err()).contains("没有找到“类别”").contains("--set 类别=…");
        assertThat(list(with, "/records/charges/0/category").asText()).isEqualTo("drug");
    }

    @Test
    void records_go_into_an_inspection_and_its_contradictions_name_the_cell() throws Exception {
        Path table = folder.resolve("费用.csv");
        Files.write(table, "编号,费用日期,类别,住院号,金额\n甲1,2025-06-05,药品,住院1,100\n".getBytes(GBK));
        Path out = folder.resolve("out.json");
        Run run = Run.of(
                "import",
                table.toString(),
                "--as",
                "charges",
                "--into",
                "samples/beijing-combined.json",
                "--out",
                out.toString());
        Files.write(table, "编号,费用日期,类别,住院号,金额\n甲1,2025-06-05,药品,住院9,100\n".getBytes(GBK));
        Run wrong = Run.of("import", table.toString(), "--as", "charges", "--into", "samples/beijing-combined.json");

        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        assertThat(Run.of("evaluate", out.toString()).code()).isEqualTo(Main.DONE);
        assertThat(wrong.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(wrong.err()).contains("费用.csv D2：没有编号为 住院9 的事实");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "UTF-16"})
    void an_encoding_makes_no_difference(String encoding) throws Exception {
        Path table = folder.resolve("t.csv");
        Files.write(table, "费用日期\t类别\t金额\n2025-06-01\t中药饮片\t￥1,000.00\n".getBytes(Charset.forName(encoding)));
        Run run = Run.of("import", table.toString(), "--as", "charges");

        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        assertThat(list(run, "/records/charges/0/money/amount").asText()).isEqualTo("1000");
    }

    @Test
    void a_hundred_thousand_rows_are_read_as_they_come() throws Exception {
        Path table = folder.resolve("big.csv");
        try (BufferedWriter lines = Files.newBufferedWriter(table, StandardCharsets.UTF_8)) {
            lines.write("费用日期,类别,项目名称,数量,金额\n");
            for (int i = 0; i < 100_000; i++) {
                lines.write("2025/6/" + (1 + i % 30) + ",西药费,项目" + i % 500 + ",2,12.50\n");
            }
            lines.write("合计,,,,\"1,250,000.00\"\n");
        }
        Path out = folder.resolve("out.json");
        Run run = Run.of("import", table.toString(), "--as", "charges", "--out", out.toString());

        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        assertThat(run.err()).contains("共 100000 行收费明细，金额合计 1250000.00 元");
    }
}
