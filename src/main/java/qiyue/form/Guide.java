package qiyue.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Worksheet;
import qiyue.intake.Skeleton;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;

/** The first sheet of a form: how to fill it in, and which sheet is for what, in the order of the work. */
final class Guide {
    private static final String PARAMETERS = "parameters";
    private static final List<String> EACH_TIME = List.of("agreements", "findings");
    private static final List<String> OF_THE_CASE =
            List.of("handling", "choices", "history.measures", "history.assessments");
    private static final List<String> SELDOM = List.of(PARAMETERS, "assessments", "applications");

    private static final List<String> HOW = List.of(
            "怎样填",
            "1. 先填“每次都填”的表；其余的表，有这种数据才填，用不到的空着或删去。",
            "2. 底色为橙色的列必须填。有下拉选项的，从中选；一格填几项的，用“；”隔开。",
            "3. 各条数据的编号自己定，全文不重复；表与表之间用编号相连，如检查发现写上协议编号。",
            "4. 以“例：”“说明：”开头的行不读，可以删去。列可以调换次序，不用的列可以删去，列名不要改。",
            "5. 日期写成 2025-05-06；确实没有发生的写“无”，不知道的空着。",
            "6. “认定”表回答条款要人判断的问题：就某条事实的写它的编号，就全部事实的写“全部”。",
            "7. 自己用的工作表，名称以“草稿”开头，不读。",
            "",
            "填好之后：qiyue evaluate 这个文件.xlsx；有误之处会指出工作表和单元格。",
            "收费明细等成批的数据，可以用 qiyue import 从医院系统导出的表格读入。",
            "");

    private final Worksheet sheet;
    private int row;

    private Guide(Worksheet sheet) {
        this.sheet = sheet;
    }

    /**
     * Writes it.
     *
     * @param kinds the sheets of records that follow, by name
     */
    static void write(Worksheet sheet, String title, Map<String, Kind> kinds, Skeleton skeleton, boolean conducts) {
        Guide guide = new Guide(sheet);
        Look.page(sheet, false);
        sheet.width(0, 30);
        sheet.width(1, 80);
        guide.line("检查表：" + title);
        sheet.style(0, 0).bold().fontSize(16).set();
        guide.line("");
        HOW.forEach(guide::line);
        sheet.style(2, 0).bold().set();
        guide.index(kinds, conducts, startsBlank(skeleton));
        guide.line("");
        guide.line("选项只列出这个地区的条款用得到的；依据：");
        skeleton.books().forEach(b -> guide.line("　　" + b.info().title().zh()));
    }

    private void line(String text) {
        sheet.inlineString(row++, 0, text);
    }

    /** Whether a text leaves blank from when it is in force: then each inspection has to say it. */
    static boolean startsBlank(Skeleton skeleton) {
        return skeleton.books().stream().anyMatch(b -> b.info().start() == Rulebook.Start.PARAMETER);
    }

    private void index(Map<String, Kind> kinds, boolean conducts, boolean startsBlank) {
        head("每次都填");
        link(FormPlan.CASE, "检查本身、机构、检查过的主题");
        of(kinds, EACH_TIME);
        if (startsBlank) {
            kinds.forEach((name, kind) -> {
                if (kind.name().equals(PARAMETERS)) {
                    link(name, "文本没有写明施行日期，在这里填");
                }
            });
        }
        if (conducts) {
            link(FormPlan.CONDUCTS, "可以选的行为，按主题排列，供查找，不填");
        }
        head("有这种数据才填");
        List<String> others = new ArrayList<>();
        others.addAll(EACH_TIME);
        others.addAll(OF_THE_CASE);
        others.addAll(SELDOM);
        Map<String, Kind> data = new LinkedHashMap<>(kinds);
        data.values().removeIf(k -> others.contains(k.name()));
        data.forEach((name, kind) -> link(name, kind.label().zh()));
        head("以往的处理、本次的办理");
        of(kinds, OF_THE_CASE);
        link(FormPlan.ANSWERS, "条款要人判断的问题；evaluate 会列出还要回答的");
        head("申请、评估和其他，一般不填");
        of(
                kinds,
                startsBlank ? SELDOM.stream().filter(n -> !n.equals(PARAMETERS)).toList() : SELDOM);
    }

    private void of(Map<String, Kind> kinds, List<String> names) {
        kinds.forEach((sheetName, kind) -> {
            if (names.contains(kind.name())) {
                link(sheetName, kind.label().zh());
            }
        });
    }

    private void head(String text) {
        sheet.style(row, 0).bold().fillColor(Look.HEAD).set();
        line(text);
    }

    private void link(String name, String what) {
        sheet.hyperlink(row, 0, HyperLink.internal("'" + name + "'!A1", name));
        sheet.inlineString(row++, 1, what.equals(name) ? "" : what);
    }

    /** The conducts that may be chosen, by what they are about. */
    static void conducts(Worksheet sheet, Vocabulary vocabulary, List<String> codes, Codes labels) {
        Look.page(sheet, false);
        Look.head(sheet, 0, List.of("主题", "行为"));
        sheet.freezePane(0, 1);
        sheet.width(0, 24);
        sheet.width(1, 70);
        int row = 1;
        String before = "";
        for (String code : codes) {
            String topic = vocabulary.label("topics", vocabulary.property("conducts", code, "topic"), "zh");
            if (!topic.equals(before)) {
                sheet.inlineString(row, 0, topic);
                sheet.style(row, 0).bold().set();
                before = topic;
            }
            sheet.inlineString(row++, 1, labels.label(code));
        }
    }
}
