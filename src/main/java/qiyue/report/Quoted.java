package qiyue.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import qiyue.decision.ClauseOrder;

/**
 * A clause that a decision cites, with the user's own copy of its text.
 *
 * @param citation how it is cited, with its id
 */
public record Quoted(String citation, String text) {
    /**
     * The clauses a decision cites that there is a text of, each once, in the order of the texts; lines of the ledger that are
     * one piece of text together.
     *
     * @param texts by full clause id, what is found for certain
     */
    public static List<Quoted> of(DecisionView view, Map<String, List<String>> texts) {
        Set<String> cited = new TreeSet<>(ClauseOrder.INSTANCE);
        view.breaches().forEach(b -> cited.add(b.clause()));
        view.measures()
                .forEach(g -> g.items().forEach(m -> cited.addAll(m.line().clauses())));
        view.decision().duties().forEach(d -> cited.addAll(d.clauses()));
        Map<List<String>, List<String>> pieces = new LinkedHashMap<>();
        for (String clause : cited) {
            String text = String.join("\n", texts.getOrDefault(clause, List.of()));
            if (!text.isEmpty()) {
                String id = clause.substring(clause.indexOf('#') + 1);
                String book = clause.substring(0, Math.max(clause.indexOf('#'), 0));
                pieces.computeIfAbsent(List.of(book, Citation.of(id, view.lang()), text), k -> new ArrayList<>())
                        .add(id);
            }
        }
        return pieces.entrySet().stream()
                .map(e -> new Quoted(
                        e.getKey().get(1) + e.getValue().stream().collect(Collectors.joining(", ", " [", "]")),
                        e.getKey().get(2)))
                .toList();
    }

    /** They as a last part of the text of a decision; nothing where there are none. */
    public static String text(List<Quoted> quoted, String lang, int columns) {
        if (quoted.isEmpty()) {
            return "";
        }
        Page page = new Page(columns);
        page.line("");
        page.line(lang.equals("en") ? "Text of the clauses (your own copy)" : "条款原文（自备文本）");
        for (Quoted each : quoted) {
            page.line("  " + each.citation());
            each.text().lines().forEach(l -> page.line("      " + qiyue.problem.Visible.line(l)));
        }
        return page.text();
    }
}
