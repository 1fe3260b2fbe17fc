package qiyue.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import qiyue.decision.Decision.BreachLine;
import qiyue.report.CompareReport.Column;
import qiyue.report.CompareReport.Comparison;
import qiyue.report.CompareRows.Row;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** Regions compared as text, side by side. */
final class CompareText {
    private static final int WIDEST = 26;
    private static final int NARROWEST = 10;

    private final Comparison of;
    private final Library library;
    private final String lang;
    private final CompareRows rows;
    private final Page out;

    /** How wide a column of a table is. */
    private final int column;

    private CompareText(Comparison of, Library library, String lang, int columns) {
        this.out = new Page(columns);
        this.column =
                Math.max(NARROWEST, Math.min(WIDEST, columns / (of.columns().size() + 1) - 2));
        this.of = of;
        this.library = library;
        this.lang = lang;
        this.rows = new CompareRows(of, library, lang);
    }

    static String of(Comparison comparison, Library library, String lang, int columns) {
        CompareText text = new CompareText(comparison, library, lang, columns);
        text.head();
        text.table(text.t("处理措施", "Measures"), text.rows.measures());
        text.table(text.t("必须处理的金额", "Money that must move"), text.rows.money());
        text.table(text.t("程序与义务", "Procedure and duties"), text.rows.duties());
        text.breaches();
        text.apart();
        return text.out.text();
    }

    private void head() {
        line(t("各地对比（假设）　", "Regions compared (hypothetical)  ") + of.inspection());
        line(t(
                "这不是处理意见。文书属于" + region(of.own()) + "；以下假设同样的事实由其他地区的文本处理，",
                "This is no decision. The inspection belongs to " + region(of.own())
                        + "; below the same facts are supposed to fall under the texts of other regions,"));
        line(
                t(
                        "不问各文本的施行日期，地区一项换成该地区；协议条件、历史、认定和本次选择照文书原样。",
                        "whatever days those are in force; the region is replaced, agreements, history, answers and choices stay as stated."));
        if (of.sheetsDropped()) {
            line(t("评分表属于原地区的文本，其他地区不计。", "Score sheets belong to the own region's text and do not count elsewhere."));
        }
        for (Column c : of.columns()) {
            line("  " + region(c.region()) + (c.region().equals(of.own()) ? t("（文书所属）", " (the inspection's own)") : "")
                    + t("：", ": ")
                    + c.editions().stream()
                            .map(b -> CompareRows.mark(c, b.id() + "#")
                                    + b.info().title().in(lang)
                                    + t("〔", " [")
                                    + b.id()
                                    + t("〕", "]"))
                            .collect(Collectors.joining(t("；", "; "))));
        }
        CompareReport.without(of, library, lang).forEach(w -> line("  " + w));
    }

    /** Rows of cells under the regions; {@code ≠} marks a row in which the regions differ. */
    private void table(String title, List<Row> rows) {
        line("");
        line(title + t("（≠ 各地不同；— 没有）", " (≠ the regions differ; — none)"));
        if (rows.isEmpty()) {
            line(t("  各地都没有。", "  None in any region."));
            return;
        }
        List<List<String>> header = new ArrayList<>();
        header.add(List.of(""));
        of.columns().forEach(c -> header.add(List.of(region(c.region()))));
        print("  ", header);
        line("  " + "-".repeat((column + 2) * (of.columns().size() + 1) - 2));
        for (Row row : rows) {
            List<List<String>> cells = new ArrayList<>();
            cells.add(List.of(row.label()));
            row.cells().forEach(c -> cells.add(c.isEmpty() ? List.of("—") : c));
            print(row.differs() ? "≠ " : "  ", cells);
        }
    }

    private void print(String mark, List<List<String>> cells) {
        List<List<String>> wrapped = cells.stream()
                .map(c ->
                        c.stream().flatMap(l -> Width.wrap(l, column).stream()).toList())
                .toList();
        int height = wrapped.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < height; i++) {
            StringBuilder text = new StringBuilder(i == 0 ? mark : "  ");
            for (List<String> cell : wrapped) {
                text.append(Width.pad(i < cell.size() ? cell.get(i) : "", column))
                        .append("  ");
            }
            line(text.toString());
        }
    }

    private void breaches() {
        line("");
        line(t("各地据以处理的条款", "Clauses met in each region"));
        for (Column c : of.columns()) {
            line("  " + region(c.region()) + t("：", ":")
                    + (c.decision().breaches().isEmpty() ? t("没有触及违约条款", " no clause met") : ""));
            for (BreachLine b : c.decision().breaches()) {
                String doubt = rows.doubt(b.certainty());
                line("    " + Citation.of(CompareRows.brief(b.clause()), lang) + t("〔", " [")
                        + CompareRows.ids(c, List.of(b.clause()))
                        + t("〕", "] ") + meaning(b.clause())
                        + (doubt.isEmpty() ? "" : t("（", " (") + doubt + t("）", ")")));
            }
        }
    }

    private void apart() {
        line("");
        line(t("各地独有和缺少的", "What each region alone has, and what it lacks"));
        List<Row> measures = rows.measures();
        for (int i = 0; i < of.columns().size(); i++) {
            int at = i;
            Column c = of.columns().get(i);
            List<String> alone = measures.stream()
                    .filter(r -> !r.cells().get(at).isEmpty()
                            && r.cells().stream().filter(x -> !x.isEmpty()).count() == 1)
                    .map(Row::label)
                    .toList();
            List<String> lacking = measures.stream()
                    .filter(r -> r.cells().get(at).isEmpty())
                    .map(Row::label)
                    .toList();
            line("  " + region(c.region()));
            item(t("独有的措施", "measures it alone has"), alone);
            item(t("没有的措施", "measures it lacks"), lacking);
            item(t("没有条款触及的事实", "facts no clause of it meets"), rows.unmet(c));
            item(t("还要回答的问题", "questions it asks in addition"), rows.questions(c));
        }
    }

    private void item(String title, List<String> values) {
        if (!values.isEmpty()) {
            line("    " + title + t("：", ": ") + String.join(t("、", ", "), values));
        }
    }

    private String meaning(String full) {
        Rulebook book = library.rulebooks().get(full.substring(0, full.indexOf('#')));
        Rulebook.Clause clause = book == null ? null : book.ledger().get(CompareRows.brief(full));
        return clause == null ? "" : clause.label().in(lang);
    }

    private String region(String code) {
        return library.vocabulary().label("regions", code, lang);
    }

    private String t(String zh, String en) {
        return lang.equals("en") ? en : zh;
    }

    private void line(String text) {
        out.line(text.stripTrailing());
    }
}
