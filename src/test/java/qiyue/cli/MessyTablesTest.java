package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.problem.Sources;

/** Tables as people make them, in files: what each holds was read by eye before it was imported. */
class MessyTablesTest {
    private static final String TABLES = "src/test/resources/tables/";

    @TempDir
    private Path folder;

    private static Run read(String file, String kind, String... more) {
        String[] args = new String[4 + more.length];
        System.arraycopy(new String[] {"import", TABLES + file, "--as", kind}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        return Run.of(args);
    }

    private static JsonNode list(Run run, String kind) throws Exception {
        return Sources.json(run.out(), "out").at("/records/" + kind);
    }

    /** A bill whose categories stand above the lines, each with its subtotal, under a title that names the patient. */
    @Test
    void categories_above_the_lines_hold_for_them() throws Exception {
        Run run = read("daily-groups.xlsx", "charges");

        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        assertThat(list(run, "charges").findValuesAsText("category")).containsExactly("drug", "drug", "test");
        assertThat(list(run, "charges").findValuesAsText("stay")).containsOnly("ZY2025061");
        assertThat(run.err())
                .contains("一日清单!A4 写的 类别 = 西药费，用于其下各行")
                .contains("与以上各行之和相符：一日清单!A7；一日清单!A10；一日清单!A11")
                .contains("共 3 行收费明细，金额合计 388.20 元");
    }

    /** What stands above lines and is not known ends what the word before it said: no line is taken for what it is not. */
    @Test
    void an_unknown_word_above_lines_is_not_passed_over() throws Exception {
        Path table = folder.resolve("清单.csv");
        Files.writeString(table, "项目名称,金额,日期\n西药费,,\n甲药,10,2025-06-05\n新奇费,,\n乙项,20,2025-06-06\n");
        Run run = Run.of("import", table.toString(), "--as", "charges");

        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).contains("清单.csv:5:1：没有填类别", "第 2 行 写的 类别 = 西药费").doesNotContain("清单.csv:3:");
    }

    /** Everything is text: blanks around it, full-width digits, currency signs, five ways to write a day, dashes for nothing. */
    @Test
    void numbers_and_days_kept_as_text_are_read() throws Exception {
        Run run = read("text-numbers.xlsx", "charges");

        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        assertThat(list(run, "charges").findValuesAsText("date"))
                .containsExactly("2025-06-05", "2025-06-05", "2025-06-06", "2025-06-07", "2025-06-08");
        assertThat(list(run, "charges").findValuesAsText("amount"))
                .containsExactly("250", "50", "960", "12345.6", "18");
        assertThat(list(run, "charges").findValuesAsText("paid")).containsExactly("225", "45", "864");
        assertThat(run.err()).contains("有 2 格只画了横线").contains("相符：Sheet1!A7");
    }

    /** Two rows of headings, merged both ways; a ward merged over its patients; days shown as 6月1日; one still there. */
    @Test
    void a_register_of_stays_is_read_but_for_who_is_still_there() throws Exception {
        Run run = read("stays-merged.xlsx", "stays");

        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err())
                .contains("D 入院日期 → 入院日", "F 出院日期 → 出院日", "没有读的列：时间、时间、住院天数")
                .contains("住院登记!F6：", "还没有发生的，这一格空着", "共 1 处");
    }

    /** Sums and days are formulas; a row is filtered away, and the total counts only what is seen. */
    @Test
    void results_of_formulas_are_read_and_a_total_of_what_is_seen_is_told() throws Exception {
        Run run = read("formulas.xlsx", "charges");

        assertThat(run.code()).isEqualTo(Main.FAILED);
        assertThat(list(run, "charges").findValuesAsText("date"))
                .containsExactly("2025-06-05", "2025-06-06", "2025-06-07");
        assertThat(list(run, "charges").at("/1/money").toString()).isEqualTo("{\"amount\":50,\"paid\":45}");
        assertThat(run.err()).contains("隐藏（筛选掉）的行也读入了，1 行：明细!A4").contains("合计 写的是 300，以上各行之和却是 580");
    }

    /** A sheet a month, a cover and a hidden list of codes: which months is for a person to say. */
    @Test
    void a_sheet_a_month_is_read_where_they_are_named() throws Exception {
        Run asked = read("months.xlsx", "charges");
        Run run = read("months.xlsx", "charges", "--sheet", "4月", "--sheet", "6月");

        assertThat(asked.err()).contains("有 3 个工作表都像收费明细：4月、5月、6月");
        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        assertThat(list(run, "charges").findValuesAsText("date"))
                .containsExactly("2025-04-05", "2025-04-06", "2025-04-07", "2025-06-05", "2025-06-06", "2025-06-07");
        assertThat(list(run, "charges").findValuesAsText("item")).containsOnly("床位费");
        assertThat(run.err()).contains("基金支付额 → 已支付金额", "请核对：这一列是否已经实际支付给机构", "6月!A5");
    }

    /** Tabs in a .csv, GBK, ids forced to text, a name over two lines, empty columns at the end, a line taken back. */
    @Test
    void a_table_of_tabs_in_gbk_is_read() throws Exception {
        Run run = read("tabs-gbk.csv", "charges");

        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        assertThat(list(run, "charges")).hasSize(1);
        assertThat(list(run, "charges").at("/0/item").asText()).isEqualTo("甲钴胺片 （薄膜衣）");
        assertThat(run.err()).contains("按 GBK “Tab” 分列读", "第 4 行 冲销 第 3 行", "像是金额的列：支付金额", "金额合计 1067.00 元");
    }

    /** 万元 is no mere remark: read as yuan a sum would be ten thousand times too small, and nobody knows what was rounded away. */
    @ParameterizedTest
    @CsvSource({
        "'日期,项目名称,类别,金额（万元）', D1：“金额（万元）”以万元计",
        "'日期,项目名称,类别,金额(单位:千元)', D1：“金额(单位:千元)”以千元计",
        "'日期,项目名称,类别,总金额[分]', D1：“总金额[分]”以分计",
        "'收费明细（单位：万元）\n日期,项目名称,类别,金额', D2：“金额”，表头写的是以万元计",
    })
    void sums_in_another_unit_than_the_yuan_are_not_read(String head, String said) throws Exception {
        Path table = folder.resolve("清单.csv");
        Files.writeString(table, head.replace("\\n", "\n") + "\n2025-09-01,针刺,治疗,0.012\n");
        Run run = Run.of("import", table.toString(), "--as", "charges");

        assertThat(run.code()).as(run.err()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).contains(said);
    }

    /** Yuan said in brackets, and units of what is no sum, are remarks. */
    @Test
    void the_yuan_in_a_heading_and_the_unit_of_a_quantity_are_remarks() throws Exception {
        Path table = folder.resolve("清单.csv");
        Files.writeString(table, "单位：某医院,,,,\n日期,项目名称,类别,金额（元）,数量（分）\n2025-09-01,针刺,治疗,120.00,3\n");
        Run run = Run.of("import", table.toString(), "--as", "charges");

        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        assertThat(list(run, "charges").at("/0/money/amount").asText()).isEqualTo("120");
    }
}
