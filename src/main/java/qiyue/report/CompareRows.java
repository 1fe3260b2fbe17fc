package qiyue.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Blank;
import qiyue.fact.Certainty;
import qiyue.report.CompareReport.Column;
import qiyue.report.CompareReport.Comparison;
import qiyue.rulebook.Library;

/** What the regions make of one inspection, row by row and region by region. */
final class CompareRows {
    /** One thing in every region; a region without it has an empty cell. */
    record Row(String key, String label, List<List<String>> cells) {
        /** Whether the regions differ: some say nothing, or they say different things (clauses aside). */
        boolean differs() {
            return cells.stream()
                            .map(c -> c.stream()
                                    .map(l -> l.replaceAll("〔.*〕|\\[.*]", "").strip())
                                    .toList())
                            .distinct()
                            .count()
                    > 1;
        }
    }

    private final Comparison of;
    private final Library library;
    private final String lang;
    private final DueWords due;

    CompareRows(Comparison of, Library library, String lang) {
        this.of = of;
        this.library = library;
        this.lang = lang;
        this.due = new DueWords(library.vocabulary(), lang);
    }

    List<Row> measures() {
        return rows(
                c -> c.decision().measures().stream()
                        .map(m -> Map.entry(key(m), cell(c, m)))
                        .toList(),
                key -> library.vocabulary().label("measures", key.split(" ")[0], lang) + whom(key));
    }

    static String key(MeasureLine m) {
        return m.kind() + " " + m.subject();
    }

    private String whom(String key) {
        String subject = key.substring(key.indexOf(' ') + 1);
        return switch (subject) {
            case "department" -> t("（科室）", " (department)");
            case "person" -> t("（责任人员）", " (persons)");
            case "worker" -> t("（工伤职工）", " (worker)");
            case "agency" -> t("（经办机构）", " (agency)");
            default -> "";
        };
    }

    private String cell(Column column, MeasureLine m) {
        String verb = switch (m.modality()) {
            case MAY -> t("可以", "may");
            case SHALL -> t("应当", "shall");
            case AUTOMATIC -> t("依条款", "by the clause");
        };
        String terms = MeasureWords.terms(m.terms(), library.vocabulary(), lang);
        String amount = m.amount().signum() > 0 ? m.amount().toPlainString() + t(" 元", " yuan") : "";
        String open = m.amountKnown() ? "" : t("金额待查", "sum not known");
        String doubt = doubt(m.certainty());
        String absorbed = m.absorbedBy().isEmpty()
                ? ""
                : m.endedBy().isEmpty() ? t("被吸收", "absorbed") : t("协议已不再有效", "agreement over");
        return Stream.of(verb, terms, amount, open, doubt, absorbed)
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.joining(" "))
                + t(" 〔", " [")
                + ids(column, m.clauses())
                + t("〕", "]");
    }

    String doubt(Certainty certainty) {
        return switch (certainty) {
            case ESTABLISHED -> "";
            case CONDITIONAL -> t("视选择而定", "conditional");
            case OPEN -> t("待认定", "open");
            case SUSPECTED -> t("嫌疑", "suspected");
        };
    }

    /** The clauses, each with the mark of its rulebook where a region has several. */
    static String ids(Column column, List<String> clauses) {
        return clauses.stream().map(c -> mark(column, c) + brief(c)).collect(Collectors.joining(" "));
    }

    static String mark(Column column, String full) {
        int at = 0;
        while (at < column.editions().size()
                && !full.startsWith(column.editions().get(at).id() + "#")) {
            at++;
        }
        return column.editions().size() > 1 ? Character.toString('①' + at) : "";
    }

    static String brief(String full) {
        return full.substring(full.indexOf('#') + 1);
    }

    List<Row> money() {
        return rows(
                c -> {
                    Decision.Heads h = c.decision().money();
                    List<Map.Entry<String, String>> cells = new ArrayList<>();
                    h.named().forEach((k, v) -> {
                        if (v.signum() > 0) {
                            cells.add(Map.entry(k, v.toPlainString() + t(" 元", " yuan")));
                        }
                    });
                    if (!h.known()) {
                        cells.add(Map.entry("unknown", t("有", "yes")));
                    }
                    return cells;
                },
                this::head);
    }

    private String head(String head) {
        return HeadWords.of(head, lang).orElseGet(() -> t("另有金额尚待查明", "further sums not yet known"));
    }

    List<Row> duties() {
        return rows(
                c -> c.decision().duties().stream()
                        .filter(d -> d.certainty() == Certainty.ESTABLISHED)
                        .map(d -> Map.entry(
                                d.act(),
                                Stream.of(
                                                        d.actor().isEmpty()
                                                                ? ""
                                                                : library.vocabulary()
                                                                        .label("actors", d.actor(), lang),
                                                        Blank.happened(d.due()) ? due.of(d) + " " + d.due() : "")
                                                .filter(s -> !s.isEmpty())
                                                .collect(Collectors.joining(" "))
                                        + t(" 〔", " [")
                                        + ids(c, d.clauses())
                                        + t("〕", "]")))
                        .toList(),
                act -> library.vocabulary().label("acts", act, lang));
    }

    private List<Row> rows(Function<Column, List<Map.Entry<String, String>>> cells, Function<String, String> label) {
        Map<String, List<List<String>>> rows = new LinkedHashMap<>();
        for (int i = 0; i < of.columns().size(); i++) {
            for (Map.Entry<String, String> cell : cells.apply(of.columns().get(i))) {
                List<List<String>> row = rows.computeIfAbsent(
                        cell.getKey(),
                        k -> of.columns().stream()
                                .<List<String>>map(c -> new ArrayList<>())
                                .collect(Collectors.toList()));
                if (!row.get(i).contains(cell.getValue())) {
                    row.get(i).add(cell.getValue());
                }
            }
        }
        List<Row> made = new ArrayList<>();
        rows.forEach((key, row) -> made.add(new Row(key, label.apply(key), row)));
        return made;
    }

    /** Facts that some region meets with a clause and this one does not. */
    List<String> unmet(Column column) {
        TreeSet<String> all = new TreeSet<>(ClauseOrder.INSTANCE);
        of.columns().forEach(c -> facts(c).forEach(all::add));
        all.removeAll(facts(column).toList());
        return List.copyOf(all);
    }

    private Stream<String> facts(Column c) {
        return c.decision().facts().stream()
                .filter(f -> !List.of("Inspection", "Facility", "Agreement").contains(f.kind()))
                .map(f -> {
                    String list = switch (f.kind()) {
                        case "Finding" -> "conducts";
                        case "PriorMeasure" -> "measures";
                        case "Entry" -> "record-kinds";
                        default -> "";
                    };
                    String what = !list.isEmpty()
                            ? library.vocabulary().label(list, f.code(), lang)
                            : f.text().isEmpty() ? FactNames.of(f.kind(), lang) : f.text();
                    return f.id() + t("（", " (") + what + t("）", ")");
                });
    }

    /** Questions open here and nowhere else. */
    List<String> questions(Column column) {
        List<String> others = of.columns().stream()
                .filter(c -> c != column)
                .flatMap(c -> c.decision().questions().stream())
                .map(q -> q.key())
                .toList();
        return column.decision().questions().stream()
                .filter(q -> !others.contains(q.key()))
                .map(q -> (q.question().equals("amount")
                                ? t("金额是多少", "what is the amount")
                                : q.question().equals("stated")
                                        ? t("未载明 ", "not stated: ") + q.field()
                                        : library.vocabulary().label("questions", q.question(), lang))
                        + (q.about().equals("case") ? "" : t("（", " (") + q.about() + t("）", ")")))
                .toList();
    }

    String t(String zh, String en) {
        return lang.equals("en") ? en : zh;
    }
}
