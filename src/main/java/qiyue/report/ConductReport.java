package qiyue.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import qiyue.conduct.Cell;
import qiyue.conduct.ConductRow;
import qiyue.conduct.Taken;
import qiyue.fact.FactKind;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Vocabulary;

/** The map of conducts as text, JSON and lines with tabs: what an inspector looks at first. */
public final class ConductReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vocabulary vocabulary;
    private final List<ConductRow> rows;
    private final Predicate<String> shown;
    private final String lang;

    /**
     * @param shown the rulebooks to tell of
     * @param lang {@code zh} or {@code en}, for text and lines
     */
    public ConductReport(Library library, List<ConductRow> rows, Predicate<String> shown, String lang) {
        this.vocabulary = library.vocabulary();
        this.rows = List.copyOf(rows);
        this.shown = shown;
        this.lang = lang;
    }

    /** For people: a paragraph a conduct. */
    public String text() {
        StringBuilder out = new StringBuilder();
        for (ConductRow row : rows) {
            out.append(row.label().in(lang)).append("  ").append(row.code()).append('\n');
            line(out, t("何时用", "when"), row.use().in(lang));
            line(out, "也叫", t(String.join("、", row.words()), ""));
            line(out, t("相近", "near"), labels("conducts", row.near()));
            line(out, t("金额", "money"), money(row));
            line(out, t("只见于", "only in"), labels("facility-kinds", row.kinds()));
            line(out, t("数据", "records"), labels(row.records()));
            for (Cell cell : cells(row)) {
                line(out, cell.rulebook(), told(cell));
            }
            cells(row).stream()
                    .flatMap(c -> c.questions().stream())
                    .distinct()
                    .sorted()
                    .forEach(q -> line(out, q, vocabulary.label("questions", q, lang)));
            out.append('\n');
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String name, String what) {
        if (!what.isEmpty()) {
            out.append("    ").append(name).append("  ").append(what).append('\n');
        }
    }

    private String told(Cell cell) {
        if (cell.clauses().isEmpty()) {
            return cell.empty()
                    ? t("没有去处", "no place")
                    : t("没有后果：", "nothing follows: ") + cell.why().in(lang);
        }
        List<String> parts = new ArrayList<>();
        cell.named().forEach(c -> parts.add(told(c)));
        if (!cell.residual().isEmpty()) {
            parts.add(t("“其他”：", "\"and other\": ")
                    + cell.residual().stream().map(this::told).collect(Collectors.joining(t("、", ", "))));
        }
        return String.join(t("；", "; "), parts);
    }

    private String told(Taken taken) {
        return taken.questions().isEmpty()
                ? taken.clause()
                : taken.clause() + t("（", " (") + String.join(t("、", ", "), taken.questions()) + t("）", ")");
    }

    private String money(ConductRow row) {
        return switch (row.money()) {
            case "claim" -> t("应写明", "to be stated");
            case "none" -> t("不涉及", "none");
            default -> t("有则写明", "stated where there is any");
        };
    }

    /** A line a conduct and rulebook, for tables. */
    public String tsv() {
        StringBuilder out = new StringBuilder(
                "conduct\tlabel\ttopic\tmoney\trecords\tnear\trulebook\tclauses\tother\tquestions\twhy\tuse\tkinds\n");
        for (ConductRow row : rows) {
            for (Cell cell : cells(row)) {
                out.append(String.join(
                                "\t",
                                row.code(),
                                row.label().in(lang),
                                row.topic(),
                                row.money(),
                                String.join(" ", row.records()),
                                String.join(" ", row.near()),
                                cell.rulebook(),
                                ids(cell.named()),
                                ids(cell.residual()),
                                String.join(" ", cell.questions()),
                                cell.clauses().isEmpty() ? cell.why().in(lang) : "",
                                row.use().in(lang),
                                String.join(" ", row.kinds())))
                        .append('\n');
            }
        }
        return out.toString();
    }

    private static String ids(List<Taken> clauses) {
        return clauses.stream().map(Taken::clause).collect(Collectors.joining(" "));
    }

    /** The same as data. */
    public String json() {
        ArrayNode all = JSON.createArrayNode();
        for (ConductRow row : rows) {
            ObjectNode node = all.addObject();
            node.put("code", row.code());
            both(node, "label", row.label());
            node.put("topic", row.topic()).put("money", row.money().isEmpty() ? "possible" : row.money());
            both(node, "use", row.use());
            row.words().forEach(node.putArray("words")::add);
            row.near().forEach(node.putArray("near")::add);
            row.kinds().forEach(node.putArray("kinds")::add);
            row.records().forEach(node.putArray("records")::add);
            ArrayNode cells = node.putArray("rulebooks");
            for (Cell cell : cells(row)) {
                ObjectNode one = cells.addObject().put("rulebook", cell.rulebook());
                ArrayNode clauses = one.putArray("clauses");
                for (Taken taken : cell.clauses()) {
                    ObjectNode clause =
                            clauses.addObject().put("clause", taken.clause()).put("residual", taken.residual());
                    taken.questions().forEach(clause.putArray("questions")::add);
                }
                if (cell.clauses().isEmpty()) {
                    both(one, "why", cell.why());
                }
            }
        }
        return all.toPrettyString() + "\n";
    }

    private static void both(ObjectNode node, String name, Text text) {
        if (!text.zh().isEmpty()) {
            node.putObject(name).put("zh", text.zh()).put("en", text.en());
        }
    }

    private List<Cell> cells(ConductRow row) {
        return row.cells().stream().filter(c -> shown.test(c.rulebook())).toList();
    }

    private String labels(String list, List<String> codes) {
        return codes.stream()
                .map(c -> vocabulary.label(list, c, lang) + " " + c)
                .collect(Collectors.joining(t("、", ", ")));
    }

    private String labels(List<String> kinds) {
        return kinds.stream()
                .map(k -> FactKind.all().stream()
                        .filter(f -> f.asks().equals(k))
                        .findFirst()
                        .map(f -> FactNames.of(f.name(), lang))
                        .orElse(k))
                .collect(Collectors.joining(t("、", ", ")));
    }

    private String t(String zh, String en) {
        return lang.equals("en") ? en : zh;
    }
}
