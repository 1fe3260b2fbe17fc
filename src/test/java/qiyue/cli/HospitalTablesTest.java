package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.problem.Sources;

/** What lists of charges have beside charges: rows that add up, lines taken back, persons named once, headings over two rows. */
class HospitalTablesTest {
    private static final String TABLES = "src/test/resources/tables/";

    @TempDir
    private Path folder;

    private Run read(String table, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("费用.csv"), table);
        String[] args = new String[4 + more.length];
        System.arraycopy(new String[] {"import", file.toString(), "--as", "charges"}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        return Run.of(args);
    }

    private static JsonNode charges(Run run) throws Exception {
        return Sources.json(run.out(), "out").at("/records/charges");
    }

    @Test
    void a_grand_total_after_subtotals_is_compared_with_all_lines() throws Exception {
        Run run = read("日期,类别,金额\n2025-06-05,药费,100\n小计,,100\n2025-06-05,药费,20\n小计,,20\n合计,,130\n");

        assertThat(run.code()).isEqualTo(Main.FAILED);
        assertThat(run.err()).contains("写的是 130，以上各行之和却是 120").contains("与以上各行之和相符：3；5");
    }

    @Test
    void rows_that_could_not_be_read_make_no_false_alarm_of_what_adds_them_up() throws Exception {
        Run run = read("日期,类别,金额\n2025-06-05,药费,100\n2025-13-05,药费,30\n小计,,130\n2025-06-05,药费,见附件\n小计,,20\n");

        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err())
                .contains("费用.csv A3：", "费用.csv C5：")
                .contains("费用.csv:4 小计：不能核对，因为第 3 行没有读懂")
                .contains("费用.csv:6 小计：不能核对，因为第 3、5 行没有读懂")
                .doesNotContain("相符")
                .doesNotContain("请核对有无缺行");
    }

    /** Times alone are what was billed, and that is asked; beside a number of units they may be either, or the one times the other. */
    @Test
    void times_are_a_quantity_and_beside_another_a_person_says_which() throws Exception {
        Run alone = read("姓名,日期,项目名称,类别,次数,金额\n王志刚,2025-06-05,运动疗法,治疗,3,150\n");
        assertThat(alone.code()).as(alone.err()).isEqualTo(Main.DONE);
        assertThat(charges(alone).at("/0/billed").asInt()).isEqualTo(3);
        assertThat(alone.err()).contains("请核对：这一列是这一行收了几次费吗");

        String both = "姓名,日期,项目名称,类别,数量,次数,金额\n王志刚,2025-06-05,电针,治疗,2,5,250\n";
        Run asked = read(both);
        assertThat(asked.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(asked.err()).contains("不止一列可能是“计费数量”：数量（E）、次数（F）");

        Run turned = read("姓名,日期,项目名称,类别,收费次数,次数,金额\n王志刚,2025-06-05,电针,治疗,5,2,250\n");
        assertThat(turned.code()).as("whichever is the better word").isEqualTo(Main.BAD_INPUT);
        assertThat(turned.err()).contains("不止一列可能是“计费数量”：收费次数（E）、次数（F）");

        Run billed = read("姓名,日期,项目名称,类别,数量,收费次数,金额\n王志刚,2025-06-05,电针,治疗,2,5,250\n");
        assertThat(billed.code()).as("both are plain words for a quantity").isEqualTo(Main.BAD_INPUT);
        assertThat(billed.err()).contains("不止一列可能是“计费数量”：数量（E）、收费次数（F）");

        Run said = read(both, "--set", "计费数量=10");
        assertThat(said.code())
                .as("what is set for all lines stands in no column")
                .isNotEqualTo(Main.DONE);
    }

    @Test
    void lines_taken_back_are_set_off_wholly_or_in_part_and_it_is_said() throws Exception {
        Run run = read("姓名,住院号,日期,项目名称,类别,数量,金额,医保支付\n"
                + "王志刚,ZY1,2025-06-05,西格列汀,药费,30,420,378\n"
                + "王志刚,ZY1,2025-06-05,床位费,床位费,1,50,45\n"
                + "王志刚,ZY1,2025-06-06,床位费,床位费,1,50,45\n"
                + "王志刚,ZY1,2025-06-06,床位费,床位费,-1,-50,-45\n"
                + "王志刚,ZY1,2025-06-08,西格列汀,药费,-10,(140.00),-126\n"
                + "合计,,,,,,330,297\n");

        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        assertThat(run.err())
                .contains("第 5 行 冲销 第 4 行，两行都不读入")
                .contains("第 6 行 冲减 第 2 行，后者按余额 280 元读入")
                .contains("共 2 行收费明细，金额合计 330.00 元");
        assertThat(charges(run)).hasSize(2);
        assertThat(charges(run).get(0).toString()).contains("\"billed\":20,\"money\":{\"amount\":280,\"paid\":252}");
        assertThat(charges(run).at("/1/date").asText()).isEqualTo("2025-06-05");
        assertThat(Sources.json(run.out(), "out").at("/sources/收费明细-2").asText())
                .isEqualTo("费用.csv:2（6 冲减）");
    }

    @Test
    void a_line_taken_back_that_could_be_any_of_several_days_or_none_is_refused() throws Exception {
        Run run = read("姓名,日期,项目名称,类别,数量,金额\n王志刚,2025-06-05,床位费,床位费,1,50\n王志刚,2025-06-06,床位费,床位费,1,50\n"
                + "王志刚,2025-06-09,床位费,床位费,-1,-50\n李四,2025-06-09,CT,检查,-1,-280\n");

        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).contains("不能确定：第 2 行、第 3 行").contains("没有与它相抵的行").doesNotContain("\"charges\"");
    }

    @Test
    void sums_below_a_fen_are_refused_unless_rounding_is_asked_for() throws Exception {
        String table = "费用日期,类别,金额\n2025-06-05,西药,37.0368\n2025-06-05,西药,10.005\n合计,,47.05\n";
        Run plain = read(table);
        Run rounded = read(table, "--round");

        assertThat(plain.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(plain.err()).contains("费用.csv C2：").contains("--round");
        assertThat(rounded.code()).as(rounded.err()).isEqualTo(Main.DONE);
        assertThat(rounded.err()).contains("有 2 个数四舍五入，金额合计因此相差 0.0082 元").contains("金额合计 47.05 元");
        assertThat(charges(rounded).at("/0/money/amount").asText()).isEqualTo("37.04");
    }

    @Test
    void an_unknown_word_is_met_by_the_nearest_label() throws Exception {
        assertThat(read("日期,类别,金额\n2025-06-05,康复理疗费,100\n").err())
                .contains("是不是 治疗、康复项目？")
                .doesNotContain("？。");
        assertThat(read("日期,类别,金额\n2025-06-05,卫材费,100\n").err()).contains("是不是 医用耗材？");
    }

    @Test
    void an_unknown_word_is_asked_about_once_and_the_mapping_has_a_place_for_it() throws Exception {
        Path map = folder.resolve("对照表.yaml");
        String table = "日期,类别,金额\n2025-06-05,中医治疗,100\n2025-06-06,中医治疗,50\n2025-06-06,西药费,50\n";
        Run run = read(table, "--save-map", map.toString());
        String written = Files.readString(map);
        Files.writeString(map, written.replaceFirst("# \"中医治疗\": .*", "\"中医治疗\": \"治疗、康复项目\""));
        Run mapped = read(table, "--map", map.toString());

        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).contains("费用.csv B2：“中医治疗”不是可用的写法（类别），共 2 行").contains("共 1 处");
        assertThat(written).contains("    # \"中医治疗\"");
        assertThat(mapped.code()).as(mapped.err()).isEqualTo(Main.DONE);
        assertThat(charges(mapped)).hasSize(3);
    }

    @Test
    void headings_over_two_rows_are_read_merged_or_not() throws Exception {
        Run merged = Run.of("import", TABLES + "two-headings.xlsx", "--as", "charges");
        Run bare = read("姓名,住院号,日期,项目名称,类别,费用,,\n,,,,,总金额,医保支付,自费金额\n王志刚,ZY1,20250605,西格列汀,药费,420,378,42\n"
                + "姓名,住院号,日期,项目名称,类别,费用,,\n,,,,,总金额,医保支付,自费金额\n王志刚,ZY1,20250606,运动疗法,治疗,140,126,14\n");

        assertThat(charges(merged).at("/1/money").toString()).isEqualTo("{\"amount\":140,\"paid\":126}");
        assertThat(charges(merged).at("/1/worker").asText()).isEqualTo("王志刚");
        assertThat(charges(bare)).hasSize(2);
        assertThat(charges(bare).at("/1/money").toString()).isEqualTo("{\"amount\":140,\"paid\":126}");
        assertThat(bare.err()).contains("重复的列名 2 行");
    }

    /** A filter hides rows from whoever looks; what is read of them is said. */
    @Test
    void hidden_rows_are_read_and_named() throws Exception {
        Run run = Run.of("import", TABLES + "hidden-rows.xlsx", "--as", "charges");

        assertThat(run.err()).contains("隐藏（筛选掉）的行也读入了，1 行：费用!A3", "相符");
        assertThat(charges(run)).hasSize(2);
    }

    /** So do hidden columns; one of them may be taken for what a person sees in another. */
    @Test
    void hidden_columns_are_read_and_named() throws Exception {
        Path table = folder.resolve("费用.xlsx");
        try (OutputStream out = Files.newOutputStream(table);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("费用");
            List<List<String>> rows = List.of(List.of("日期", "类别", "备用", "金额"), List.of("2025-06-05", "药费", "", "40"));
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < 4; c++) {
                    sheet.value(r, c, rows.get(r).get(c));
                }
            }
            sheet.hideColumn(2);
            sheet.hideColumn(3);
        }

        Run run = Run.of("import", table.toString(), "--as", "charges");

        assertThat(charges(run).at("/0/money/amount").asText()).isEqualTo("40");
        assertThat(run.err()).contains("隐藏的列也读入了：金额（D）；").doesNotContain("备用（C）");
        assertThat(Run.of("import", table.toString(), "--as", "charges", "--lang", "en")
                        .err())
                .contains("columns that are hidden were read too: 金额 (D)");
        assertThat(Run.of("import", TABLES + "hidden-rows.xlsx", "--as", "charges")
                        .err())
                .doesNotContain("隐藏的列");
    }

    @Test
    void a_person_named_once_above_the_lines_holds_for_them_until_the_next() throws Exception {
        Run run = Run.of("import", TABLES + "persons-above.xlsx", "--as", "charges");

        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        assertThat(charges(run).findValuesAsText("stay")).containsExactly("ZY001", "ZY002");
        assertThat(charges(run).findValuesAsText("worker")).containsExactly("王志刚", "李四");
        assertThat(run.err()).contains("Sheet1!A6 写的 住院编号 = ZY002，工伤职工 = 李四，用于其下各行");
    }

    @Test
    void what_adds_up_is_compared_only_where_every_line_it_adds_up_was_read() throws Exception {
        String head = "日期,类别,金额\n2025-06-05,药费,100\n03/04/2025,药费,30\n";
        Run fits = read(head + "合计,,130\n");
        Run fitsNot = read(head + "合计,,150\n");
        Run later = read(head + "小计,,130\n2025-06-05,药费,20\n小计,,20\n");

        assertThat(fits.err()).contains("不能核对，因为第 3 行没有读懂").doesNotContain("相符");
        assertThat(fitsNot.err()).contains("不能核对，因为第 3 行没有读懂").doesNotContain("缺行");
        assertThat(later.err()).contains("与以上各行之和相符：6");
    }

    @Test
    void a_day_whose_year_stands_last_is_refused_with_the_reason() throws Exception {
        assertThat(read("日期,类别,金额\n03/04/2025,药费,30\n").err()).contains("分不清哪个是月、哪个是日");
        assertThat(read("日期,类别,金额\n2025-13-04,药费,30\n").err()).doesNotContain("分不清");
    }

    @Test
    void the_usual_words_for_stays_and_categories_are_known() throws Exception {
        Run run = read("住院号码,日期,类别,金额\nZY1,2025-06-05,康复治疗费,100\n");

        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        assertThat(charges(run).at("/0/stay").asText()).isEqualTo("ZY1");
        assertThat(charges(run).at("/0/category").asText()).isEqualTo("treatment");
    }

    @Test
    void a_column_that_looks_like_money_and_is_not_read_is_warned_of() throws Exception {
        Run run = read("日期,类别,金额,大病金额,金额单位\n2025-06-05,药费,100,3,元\n");

        assertThat(run.err()).contains("像是金额的列：大病金额；");
    }

    @Test
    void findings_as_people_head_them_keep_their_sums_and_the_usual_names_of_conducts() throws Exception {
        Path file =
                Files.writeString(folder.resolve("问题.csv"), "违规行为,状态,日期,违规金额,已付,预留\n挂床,查实,2025-06-05,1000,900,100\n");
        Run run = Run.of("import", file.toString(), "--as", "findings");

        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        JsonNode finding = Sources.json(run.out(), "out").at("/findings/0");
        assertThat(finding.at("/money").toString()).isEqualTo("{\"amount\":1000,\"paid\":900,\"retained\":100}");
        assertThat(finding.at("/conduct").asText()).isEqualTo("bed-hanging");
        assertThat(finding.at("/status").asText()).isEqualTo("confirmed");
    }

    @Test
    void a_short_list_of_words_is_shown_once() throws Exception {
        Path file = Files.writeString(folder.resolve("问题.csv"), "行为,状态,日期\n挂床住院,涉嫌还是已核实或排除,2025-06-05\n");
        String said = Run.of("import", file.toString(), "--as", "findings").err();

        assertThat(said).contains("写下列之一：").doesNotContain("是不是", "？。");
    }

    @Test
    void a_patient_still_in_hospital_has_no_day_of_discharge_and_is_told_so() throws Exception {
        Path file = Files.writeString(folder.resolve("住院.csv"), "住院号,姓名,入院日期,出院日期\nZY1,王志刚,2025-06-05,在院\n");

        assertThat(Run.of("import", file.toString(), "--as", "stays").err()).contains("这一格空着");
    }

    @Test
    void a_mapping_that_takes_a_word_for_one_not_known_is_itself_at_fault() throws Exception {
        Path map = Files.writeString(folder.resolve("对照表.yaml"), "数据: 收费明细\n词:\n  类别:\n    中医治疗: 中医的治疗\n");
        Run run = read("日期,类别,金额\n2025-06-05,中医治疗,100\n", "--map", map.toString());

        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).contains("对照表把“中医治疗”取作“中医的治疗”").doesNotContain("B2");
    }

    /** Lists that agencies and other departments keep, under the headings they usually have. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "changes | 变更内容,变更日期,备案日期;名称,2025/3/3,2025/4/22 | matter changedOn filedOn",
                "penalties | 处罚种类,处罚机关,处罚决定日期,履行情况;行政处罚,卫健局,2025年3月3日,未履行 | kind by date performed",
                "rectifications | 整改通知日期,整改截止日期,整改报告日期,复查日期,整改结果;2025/3/3,2025/4/3,2025/4/1,2025/4/8,整改到位"
                        + " | orderedOn dueOn reportedOn inspectedOn result",
                "investigations | 立案日期,结案日期;2025/3/3,2025/4/3 | openedOn closedOn",
                "doubts | 下发日期,是否说明理由,反馈日期;2025/3/3,是,2025/3/7 | notifiedOn withReasons explainedOn",
                "idles | 末次服务日期,恢复日期;2025/3/3,2025/7/7 | lastServedOn resumedOn",
                "accidents | 事故类型,事故日期,认定日期,责任程度,上报日期;医疗事故,2025/3/3,2025/4/3,主要责任,2025/4/8"
                        + " | kind date determinedOn responsibility reportedOn",
                "indicators | 指标,统计周期,统计日期,本期值,上年同期;次均费用,年,2025/3/31,120,100 | name period date value previous",
                "history.measures | 处理措施,处理原因,处理日期,开始日期,结束日期,恢复日期;"
                        + "暂停服务协议,违约,2025/3/3,2025/3/8,2025/5/8,2025/5/12 | kind cause decidedOn from until resumedOn",
                "history.assessments | 考核年度,考核等次,考核得分;2024,合格,88 | year result score"
            })
    void lists_of_rarer_records_are_known_by_their_usual_headings(String kind, String table, String fields)
            throws Exception {
        Path file = Files.writeString(folder.resolve("表.csv"), table.replace(';', '\n') + "\n");
        Run run = Run.of("import", file.toString(), "--as", kind);

        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        JsonNode record = Sources.json(run.out(), "out")
                .at("/" + (kind.contains(".") ? kind.replace('.', '/') : "records/" + kind) + "/0");
        assertThat(List.copyOf(names(record))).containsAll(List.of(fields.split(" ")));
    }

    private static Set<String> names(JsonNode record) {
        Set<String> names = new TreeSet<>();
        record.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
