package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qiyue.problem.Sources;

/** Tables as wards, cashiers and auditors hand them in. What each holds was written down before it was read by the program. */
class UnseenTablesTest {
    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    private Path folder;

    /**
     * A workbook of one sheet. Cells are parted by {@code |}: {@code #} a number, {@code @} a day, {@code <} merged with the cell to
     * its left, {@code ^} with the one above; a row that begins with {@code ~} is hidden.
     */
    private Path workbook(String name, String rows) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            // what was read last year, put out of sight
            Worksheet old = book.newWorksheet("旧");
            old.setVisibilityState(VisibilityState.HIDDEN);
            sheet(old, "日期|类别|金额\n2024-05-06|药费|#999");
            sheet(book.newWorksheet("明细"), rows);
        }
        return file;
    }

    private static void sheet(Worksheet sheet, String rows) {
        List<String[]> lines =
                rows.lines().map(l -> l.replaceFirst("^~", "").split("\\|", -1)).toList();
        for (int r = 0; r < lines.size(); r++) {
            for (int c = 0; c < lines.get(r).length; c++) {
                write(sheet, r, c, lines.get(r)[c]);
                int right = c;
                int down = r;
                while (at(lines, r, right + 1).equals("<")) {
                    right++;
                }
                while (at(lines, down + 1, c).equals("^")) {
                    down++;
                }
                boolean corner = !List.of("<", "^").contains(lines.get(r)[c]);
                if (corner && (right > c || down > r)) {
                    sheet.range(r, c, down, right).merge();
                }
            }
        }
        List<String> written = rows.lines().toList();
        for (int r = 0; r < written.size(); r++) {
            if (written.get(r).startsWith("~")) {
                sheet.hideRow(r);
            }
        }
    }

    private static String at(List<String[]> lines, int row, int column) {
        return row < lines.size() && column < lines.get(row).length ? lines.get(row)[column] : "";
    }

    private static void write(Worksheet sheet, int row, int column, String cell) {
        if (cell.startsWith("#")) {
            sheet.value(row, column, new BigDecimal(cell.substring(1)));
        } else if (cell.startsWith("@")) {
            sheet.value(row, column, LocalDate.parse(cell.substring(1)));
            sheet.style(row, column).format("yyyy/m/d").set();
        } else if (!cell.isEmpty() && !List.of("<", "^").contains(cell)) {
            sheet.value(row, column, cell);
        }
    }

    private Path text(String name, String rows, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), rows.replace("\n", "\r\n").getBytes(charset));
    }

    private static Run read(Path file, String kind, String... more) {
        return Run.of(Stream.concat(Stream.of("import", file.toString(), "--as", kind), Stream.of(more))
                .toArray(String[]::new));
    }

    /** Each record in a line: the fields named, parted by blanks, a dash where there is none. */
    private static List<String> told(Run run, String list, String... fields) throws Exception {
        assertThat(run.out()).as(run.err()).isNotEmpty();
        List<String> told = new ArrayList<>();
        for (JsonNode each : Sources.json(run.out(), "out").at(list)) {
            told.add(Stream.of(fields)
                    .map(f -> each.at("/" + f).asText("-"))
                    .map(f -> f.isEmpty() ? "-" : f)
                    .collect(Collectors.joining(" ")));
        }
        return told;
    }

    private static List<String> charges(Run run) throws Exception {
        return told(run, "/records/charges", "date", "worker", "stay", "category", "money/amount", "money/paid");
    }

    /** A title, the period and the unit above; ward and patient merged over their lines; a total after two wards, another at the end. */
    @Test
    void wards_one_below_the_other_with_a_total_in_the_middle() throws Exception {
        Run run = read(workbook("病区.xlsx", """
                某骨伤医院工伤职工住院费用明细表|<|<|<|<|<|<
                统计期间：2025年5月1日—2025年5月31日|<|<|<|单位：元|<|<

                科室|姓名|住院号|费用日期|项目名称|费用类别|金额
                骨一科|王志刚|ZY01|@2025-05-06|床位费|床位费|#50
                ^|^|^|@2025-05-07|CT平扫|检查费|#280.5
                小计|<|<|<|<|<|#330.5
                骨二科|李四|ZY02|@2025-05-08|阿司匹林|西药费|#12.4
                ^|^|^|@2025-05-08|针刺|治疗费|#60
                小计|<|<|<|<|<|#72.4
                合计|<|<|<|<|<|#402.9
                骨三科|赵某|ZY03|@2025-05-09|护理费|护理费|#30
                总计|<|<|<|<|<|#432.9
                制表：张三　复核：李四　2025年6月3日|<|<|<|<|<|<
                """), "charges");

        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        assertThat(charges(run))
                .containsExactly(
                        "2025-05-06 王志刚 ZY01 bed 50 -",
                        "2025-05-07 王志刚 ZY01 test 280.5 -",
                        "2025-05-08 李四 ZY02 drug 12.4 -",
                        "2025-05-08 李四 ZY02 treatment 60 -",
                        "2025-05-09 赵某 ZY03 bed 30 -");
        assertThat(run.err())
                .contains("相符：明细!A7；明细!A10；明细!A11；明细!A13", "金额合计 432.90 元")
                .doesNotContain("提醒");
    }

    @ParameterizedTest
    @ValueSource(strings = {"制表：李||审核：||", "制表：|李|审核：|王|", "||复核人：|张三|", "制表：李|打印：王|审核：赵|科长：钱|"})
    void people_sign_below_any_column(String signatures) throws Exception {
        Run run = read(workbook("签字.xlsx", """
                姓名|费用日期|费用类别|项目名称|金额
                王志刚|@2025-05-06|床位费|床位费|#50
                """ + signatures + "\n"), "charges");

        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        assertThat(run.err()).contains("不像数据、已跳过的 1 行：明细!A3", "共 1 行收费明细");
    }

    @Test
    void a_line_that_lacks_only_its_words_is_no_signature() throws Exception {
        Run run = read(workbook("缺.xlsx", """
                姓名|费用日期|费用类别|项目名称|金额
                王志刚|@2025-05-06|床位费|备注：|#50
                李四|@2025-05-06||复方：甲|#50
                """), "charges");
        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).contains("没有填类别");
    }

    /** One wrong digit in a subtotal that stands between the lines. */
    @Test
    void a_subtotal_that_does_not_add_up_is_told_and_the_others_are_not() throws Exception {
        Run run = read(workbook("小计.xlsx", """
                费用日期|项目名称|费用类别|金额
                @2025-05-06|床位费|床位费|#50
                @2025-05-07|CT平扫|检查费|#280.5
                小计|||#335.5
                @2025-05-08|针刺|治疗费|#60
                小计|||#60
                """), "charges");

        assertThat(run.code()).isEqualTo(Main.FAILED);
        assertThat(run.err()).contains("明细!A4 小计 写的是 335.5，以上各行之和却是 330.5", "相符：明细!A6");
        assertThat(charges(run)).hasSize(3);
    }

    /** 冲红 as cashiers print it: the sign of the yuan before and behind the minus, thousands parted, days in words, GBK. */
    @Test
    void lines_in_red_with_currency_signs() throws Exception {
        Run run = read(text("冲红.csv", """
                姓名,住院号,日期,项目名称,类别,数量,金额,医保支付
                王志刚,ZY1,2025年5月6日,西格列汀,西药费,30,"￥1,234.50","￥1,111.05"
                王志刚,ZY1,2025年05月07日,床位费（普通）,床位费,1,５０．００,45
                王志刚,ZY1,2025年5月8日,西格列汀,西药费,-10,"￥-411.50",-370.35
                王志刚,ZY1,2025年5月9日,床位费（普通）,床位费,-1,-￥50.00,-45
                合计,,,,,,823.00,740.70
                """, GBK), "charges");

        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        assertThat(charges(run)).containsExactly("2025-05-06 王志刚 ZY1 drug 823 740.7");
        assertThat(run.err())
                .contains("按 GBK “,” 分列读", "第 4 行 冲减 第 2 行，后者按余额 823 元读入", "第 5 行 冲销 第 3 行", "金额合计 823.00 元");
    }

    /** Thousands and points of full width, a currency column, blanks within. */
    @Test
    void sums_of_full_width_and_with_signs() throws Exception {
        Run run = read(text("金额.csv", """
                日期,类别,金额
                2025-05-06,药费,"１，２３４．５０"
                2025-05-06,药费,"￥　２，０００．００　元"
                2025-05-06,药费,"¥12,345.60"
                2025-05-06,药费,１２３
                2025-05-06,药费,CNY 81.00
                2025-05-06,药费,人民币82.00元
                2025-05-06,药费,RMB¥83
                2025-05-06,药费,＋84
                """, StandardCharsets.UTF_8), "charges");

        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        assertThat(told(run, "/records/charges", "money/amount"))
                .containsExactly("1234.5", "2000", "12345.6", "123", "81", "82", "83", "84");
    }

    /** What could be two numbers, or is none, is asked for at its cell. */
    @Test
    void a_sum_that_cannot_be_told_is_refused_at_its_cell() throws Exception {
        List<String> written = List.of("1.234,50", "12,34.50", "1，2", "约80", "80+5", "1.2万", "8O", "80/2", "--80");
        Run run = read(column("金额.csv", "2025-05-06,药费,\"%s\"", written), "charges");

        assertThat(run.code()).as(run.out()).isEqualTo(Main.BAD_INPUT);
        for (int i = 0; i < written.size(); i++) {
            assertThat(run.err()).as(written.get(i)).contains("金额.csv C" + (i + 2) + "：金额应为数字");
        }
    }

    /** A table with a line for each of these. */
    private Path column(String name, String line, List<String> written) throws IOException {
        return text(
                name,
                written.stream().map(line::formatted).collect(Collectors.joining("\n", "日期,类别,金额\n", "\n")),
                StandardCharsets.UTF_8);
    }

    /** The year in two digits: which of the three is it? Said, with how to write it. */
    @Test
    void a_day_whose_year_has_two_digits_is_refused_with_the_reason() throws Exception {
        List<String> written = List.of("9/1/25", "25/9/1", "25-09-01", "01.09.25", "9/1/25 14:30", "25年9月1日");
        Path file = column("日期.csv", "%s,药费,30", written);
        Run zh = read(file, "charges");
        Run en = read(file, "charges", "--lang", "en");

        for (int i = 0; i < written.size(); i++) {
            assertThat(about(zh, "日期.csv A" + (i + 2))).contains("年份只写了两位", "年写四位，如 2025-05-06");
            assertThat(about(en, "日期.csv A" + (i + 2)))
                    .contains("the year has two digits", "the year with four, such as 2025-05-06");
        }
    }

    /** What is said of a cell: from where it is named up to the next. */
    private static String about(Run run, String cell) {
        assertThat(run.err()).containsPattern(cell + "\\b");
        String rest = run.err().split(cell + "\\b", 2)[1];
        return rest.split("日期.csv A", 2)[0];
    }

    /** Days in words and with hours; whatever the hour, a charge is of its day. */
    @Test
    void days_as_text() throws Exception {
        List<String> written = List.of(
                "2025年5月6日",
                "2025年05月06日",
                "2025 年 5 月 6 日",
                "２０２５年５月６日",
                "2025年5月6日 14时30分",
                "2025-05-06 14:30:00.0",
                "2025/5/6 9:05",
                "2025.5.6",
                "20250506",
                "2025年5月6日14:30",
                "45783",
                "2025-5-6T09:05:00");
        Run run = read(column("日期.csv", "%s,药费,30", written), "charges");

        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        assertThat(charges(run)).hasSameSizeAs(written).containsOnly("2025-05-06 - - drug 30 -");
    }

    /** What is no day of the year is no day. */
    @Test
    void what_is_no_day_is_refused_at_its_cell() throws Exception {
        List<String> written =
                List.of("2025年5月", "5月6日", "2025-02-30", "2025年13月6日", "同上", "〃", "20250532", "2025-05-06至05-08");
        Run run = read(column("日期.csv", "%s,药费,30", written), "charges");

        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        for (int i = 0; i < written.size(); i++) {
            assertThat(run.err()).as(written.get(i)).contains("日期.csv A" + (i + 2) + "：");
        }
    }

    /** Two rows of headings: who over name and number, money over its parts, the remark merged over both. */
    @Test
    void two_rows_of_headings_merged_both_ways_with_a_row_out_of_sight() throws Exception {
        Run run = read(workbook("双表头.xlsx", """
                2025年5月工伤费用|<|<|<|<|<|<|<|<
                序号|患者信息|<|<|费用信息|<|<|<|备注
                ^|姓名|住院号|科室|日期|类别|金额|基金支付|^
                #1|王志刚|ZY01|骨科|20250506|药费|#120|#108|
                ~#2|王志刚|ZY01|骨科|20250507|药费|#80|#72|未核
                #3|李四|ZY02|骨科|20250508|检查费|#200|#180|
                """), "charges");

        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        assertThat(charges(run))
                .containsExactly(
                        "2025-05-06 王志刚 ZY01 drug 120 108",
                        "2025-05-07 王志刚 ZY01 drug 80 72",
                        "2025-05-08 李四 ZY02 test 200 180");
        assertThat(run.err()).contains("隐藏（筛选掉）的行也读入了，1 行：明细!A5", "是否已经实际支付给机构").doesNotContain("999");
    }

    /** What adds up by months stands in the column of days. */
    @Test
    void totals_of_months_stand_where_the_day_would() throws Exception {
        Run run = read(text("月计.csv", """
                日期;收费项目;类别;金额
                2025/5/6;床位费;床位费;50
                2025/5/7;床位费;床位费;50
                5月合计;;;100
                2025/6/3;床位费;床位费;50
                6月合计;;;50
                全年累计（大写：壹佰伍拾元整）;;;150
                """, StandardCharsets.UTF_8), "charges");

        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        assertThat(charges(run)).hasSize(3);
        assertThat(run.err()).contains("相符：4；6；7", "金额合计 150.00 元");
    }

    /** Text of Windows that Excel calls Unicode. */
    @Test
    void a_table_of_tabs_in_utf_16_is_read() throws Exception {
        Path file = Files.write(
                folder.resolve("统码.txt"),
                Stream.of("\ufeff日期\t类别\t金额\r\n", "2025-05-06\t药费\t30\r\n")
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.UTF_16LE));

        assertThat(charges(read(file, "charges"))).containsExactly("2025-05-06 - - drug 30 -");
    }

    /** A stay's total and the part that are drugs, in the words of settlement lists. */
    @Test
    void a_list_of_stays_says_which_part_were_drugs() throws Exception {
        Run run = read(workbook("住院.xlsx", """
                住院号|患者姓名|入院时间|出院时间|总费用|其中药费|其中:自费
                ZY01|王志刚|2025年5月1日|2025年5月20日|￥12,345.60|￥4,000.00|￥0.00
                ZY02|李四|@2025-05-03|@2025-05-11|#800|#100.5|#0
                合计||||#13145.6|#4100.5|#0
                """), "stays");

        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        assertThat(told(run, "/records/stays", "id", "admittedOn", "dischargedOn", "money/amount", "drugAmount"))
                .containsExactly("ZY01 2025-05-01 2025-05-20 12345.6 4000", "ZY02 2025-05-03 2025-05-11 800 100.5");
    }

    /** Words of inspectors for how sure they are. */
    @Test
    void inspectors_say_how_sure_they_are() throws Exception {
        Run run = read(text("问题.csv", """
                问题,核实情况,发生日期,涉及金额
                挂床,嫌疑,2025-05-06,100
                挂床,有嫌疑,2025-05-06,100
                挂床,违规嫌疑,2025-05-06,100
                挂床,查实,2025-05-06,100
                挂床,排除嫌疑,2025-05-06,100
                """, GBK), "findings");

        assertThat(run.code()).as(run.err()).isEqualTo(Main.DONE);
        assertThat(told(run, "/findings", "conduct", "status", "money/amount"))
                .containsExactly(
                        "bed-hanging suspected 100",
                        "bed-hanging suspected 100",
                        "bed-hanging suspected 100",
                        "bed-hanging confirmed 100",
                        "bed-hanging cleared 100");
    }

    /** A line a patient, a column a category: no list of charges, and it is said what is not there. */
    @Test
    void sums_by_category_side_by_side_are_no_list_of_charges() throws Exception {
        Run run = read(workbook("汇总.xlsx", """
                姓名|住院号|西药费|检查费|治疗费|合计金额
                王志刚|ZY01|#120|#280|#60|#460
                合计||#120|#280|#60|#460
                """), "charges");

        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).contains("没有找到“费用发生日”", "没有找到“类别”");
        assertThat(run.out()).isEmpty();
    }

    /** Two columns of sums that differ by what stands in brackets: which is the charge is for a person to say. */
    @Test
    void two_columns_that_only_a_remark_tells_apart_are_asked_about() throws Exception {
        Path file = text("两列.csv", "日期,类别,金额（基金支付）,金额（合计）\n2025-05-06,药费,90,100\n", StandardCharsets.UTF_8);
        Path map = Files.writeString(folder.resolve("对照表.yaml"), "数据: 收费明细\n列:\n  金额: 金额（合计）\n");

        Run asked = read(file, "charges");
        assertThat(asked.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(asked.err()).contains("金额（基金支付）", "金额（合计）", "--map");
        assertThat(charges(read(file, "charges", "--map", map.toString())))
                .containsExactly("2025-05-06 - - drug 100 -");
    }
}
