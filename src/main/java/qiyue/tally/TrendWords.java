package qiyue.tally;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import qiyue.problem.Visible;
import qiyue.rulebook.Library;
import qiyue.tally.Trend.Change;
import qiyue.tally.Trend.Facility;
import qiyue.tally.Trend.Line;

/** A comparison in words and as a table, a facility at a time. */
public final class TrendWords {
    private final Labels labels;
    private final Map<Change, Integer> counts = new EnumMap<>(Change.class);
    private BigDecimal before = BigDecimal.ZERO;
    private BigDecimal now = BigDecimal.ZERO;
    private BigDecimal borneOnlyOld = BigDecimal.ZERO;
    private BigDecimal borneOnlyNew = BigDecimal.ZERO;
    private int both;
    private int onlyOld;
    private int onlyNew;

    /** Words in that language. */
    public TrendWords(Library library, String lang) {
        this.labels = new Labels(library, lang);
    }

    /** Counts a facility in. */
    public void count(Facility facility) {
        // what a facility bore that was looked at only once has nothing to be compared with
        switch (facility.in()) {
            case "both" -> {
                both++;
                before = before.add(facility.borneBefore());
                now = now.add(facility.borneNow());
            }
            case "old" -> {
                onlyOld++;
                borneOnlyOld = borneOnlyOld.add(facility.borneBefore());
            }
            default -> {
                onlyNew++;
                borneOnlyNew = borneOnlyNew.add(facility.borneNow());
            }
        }
        facility.clauses().forEach(l -> counts.merge(l.change(), 1, Integer::sum));
    }

    /** The main thing: how many, and the money. */
    public String summary() {
        StringBuilder text = new StringBuilder(labels.t("前后两批处理意见的变化", "What changed between the two"))
                .append('\n')
                .append(labels.t("  机构：", "  facilities: "))
                .append(labels.t(
                        "两批都有 " + both + "，只在前一批 " + onlyOld + "，只在后一批 " + onlyNew,
                        both + " in both, " + onlyOld + " only before, " + onlyNew + " only now"))
                .append('\n')
                .append(labels.t("  条款（两批都有的机构）：", "  clauses (facilities in both): "));
        String between = "";
        for (Change change : Change.values()) {
            text.append(between).append(word(change)).append(' ').append(counts.getOrDefault(change, 0));
            between = labels.t("，", ", ");
        }
        return text.append('\n')
                .append(labels.t("  机构负担合计（两批都有的机构）：", "  borne (facilities in both): "))
                .append(money(before))
                .append(" → ")
                .append(money(now))
                .append(labels.t(" 元（", " yuan ("))
                .append(signed(now.subtract(before)))
                .append(labels.t("）", ")"))
                .append('\n')
                .append(apart(onlyOld, labels.t("只在前一批", "only before"), borneOnlyOld))
                .append(apart(onlyNew, labels.t("只在后一批", "only now"), borneOnlyNew))
                .toString();
    }

    private String apart(int facilities, String where, BigDecimal borne) {
        return facilities == 0
                ? ""
                : labels.t(
                        "  另计，" + where + "的 " + facilities + " 家：" + money(borne) + " 元\n",
                        "  apart, " + where + " (" + facilities + "): " + money(borne) + " yuan\n");
    }

    /** A facility with the clauses that changed; empty if nothing did. */
    public String of(Facility f) {
        StringBuilder text = new StringBuilder();
        for (Line line : f.clauses()) {
            if (line.change() != Change.SAME) {
                text.append("  ").append(line(line)).append('\n');
            }
        }
        boolean same = text.isEmpty() && f.borneBefore().compareTo(f.borneNow()) == 0;
        if (f.in().equals("both") && same) {
            return "";
        }
        String where = switch (f.in()) {
            case "both" -> "";
            case "old" -> labels.t("　只在前一批", "  only before");
            default -> labels.t("　只在后一批", "  only now");
        };
        return "\n" + Visible.line(f.name())
                + (f.code().isEmpty()
                        ? labels.t("（无代码，按名称）", " (no code; by name)")
                        : labels.t("（", " (") + Visible.line(f.code()) + labels.t("）", ")"))
                + labels.t("　", "  ")
                + labels.label("regions", f.region())
                + where
                + labels.t("　负担 ", "  bears ")
                + money(f.borneBefore())
                + " → "
                + money(f.borneNow())
                + labels.t(" 元", " yuan")
                + "\n"
                + text;
    }

    private String line(Line l) {
        return word(l.change()) + labels.t("　", "  ") + l.cite() + labels.t("〔", " [") + Labels.id(l.clause())
                + labels.t("〕", "]") + " " + l.meaning() + labels.t("：", ": ") + side(l.standingsBefore())
                + " → " + side(l.standingsNow())
                + (l.amountBefore().signum() == 0 && l.amountNow().signum() == 0
                        ? ""
                        : labels.t("；涉及 ", "; concerns ")
                                + money(l.amountBefore())
                                + " → "
                                + money(l.amountNow())
                                + labels.t(" 元", " yuan"));
    }

    private String side(Map<String, Integer> standings) {
        return standings.isEmpty()
                ? labels.t("无", "none")
                : standings.entrySet().stream()
                        .map(e -> labels.state(e.getKey()) + " " + e.getValue() + labels.t(" 次", "×"))
                        .collect(Collectors.joining(labels.t("，", ", ")));
    }

    private String word(Change change) {
        return switch (change) {
            case NEW -> labels.t("新增", "new");
            case FIRST -> labels.t("首次检查到", "first seen");
            case WORSE -> labels.t("加重", "worse");
            case SAME -> labels.t("相同", "same");
            case BETTER -> labels.t("减轻", "better");
            case GONE -> labels.t("消失", "gone");
            case PARTLY -> labels.t("这次只查了一部分，未见", "not met, examined in part");
            case UNEXAMINED -> labels.t("这次没有查", "not examined now");
        };
    }

    /** The heading of the table. */
    public static String head() {
        return "code\tfacility\tregion\tin\tchange\tclause\tmeaning\tbefore\tnow\ttimes-before\ttimes-now\tamount-before\tamount-now\testablished-before\testablished-now\n";
    }

    /** The rows of a facility: one for all of it, then its clauses. */
    public String rows(Facility f) {
        StringBuilder rows = new StringBuilder();
        row(
                rows,
                f,
                "total",
                "",
                "",
                "",
                "",
                f.inspectionsBefore(),
                f.inspectionsNow(),
                f.borneBefore(),
                f.borneNow(),
                "",
                "");
        for (Line l : f.clauses()) {
            row(
                    rows,
                    f,
                    code(l.change()),
                    l.clause(),
                    l.meaning(),
                    l.before(),
                    l.now(),
                    l.timesBefore(),
                    l.timesNow(),
                    l.amountBefore(),
                    l.amountNow(),
                    l.standingsBefore().getOrDefault("established", 0),
                    l.standingsNow().getOrDefault("established", 0));
        }
        return rows.toString();
    }

    private static void row(StringBuilder rows, Facility f, Object... cells) {
        rows.append(cell(f.code()))
                .append('\t')
                .append(cell(f.name()))
                .append('\t')
                .append(f.region())
                .append('\t')
                .append(f.in());
        for (Object cell : cells) {
            rows.append('\t').append(cell instanceof BigDecimal sum ? sum.toPlainString() : cell(cell.toString()));
        }
        rows.append('\n');
    }

    /** A text as a spreadsheet may open it: in one line, and no formula. */
    private static String cell(String text) {
        String line = Visible.line(text);
        return !line.isEmpty() && "=+-@".indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
    }

    /** What a change is called in data. */
    public static String code(Change change) {
        return change.name().toLowerCase(Locale.ROOT);
    }

    private static String money(BigDecimal sum) {
        return String.format(Locale.ROOT, "%,.2f", sum);
    }

    private static String signed(BigDecimal sum) {
        return String.format(Locale.ROOT, "%+,.2f", sum);
    }
}
