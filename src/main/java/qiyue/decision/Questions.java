package qiyue.decision;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Question;
import qiyue.fact.Breach;
import qiyue.fact.Conclusion;

/** What has to be answered, and the clauses that hang on it; a sum that is missing is a question too. */
final class Questions {
    private static final String UNSTATED_AMOUNT = "amount";

    private Questions() {}

    static List<Question> of(Conclusions conclusions, List<MeasureLine> measures, Set<Conclusion> moot) {
        Map<String, TreeSet<String>> clauses = new TreeMap<>();
        Map<String, TreeSet<String>> rest = new TreeMap<>();
        conclusions
                .of(Breach.class)
                .forEach(c -> asked(List.of(c))
                        .forEach(q -> clauses.computeIfAbsent(q, k -> new TreeSet<>(ClauseOrder.INSTANCE))
                                .add(c.fullClause())));
        conclusions
                .of(Conclusion.class)
                .filter(c -> !moot.contains(c))
                .forEach(c -> asked(List.of(c)).stream()
                        .filter(q -> !clauses.containsKey(q))
                        .toList()
                        .forEach(q -> rest.computeIfAbsent(q, k -> new TreeSet<>(ClauseOrder.INSTANCE))
                                .add(c.fullClause())));
        clauses.putAll(rest);
        conclusions
                .of(Breach.class)
                .filter(b -> !b.moneyKnown())
                .forEach(b -> measures.stream()
                        .filter(m -> !m.amountKnown() && m.breaches().contains(b.fullClause()))
                        .forEach(m -> b.roots()
                                .forEach(r -> clauses.computeIfAbsent(
                                                UNSTATED_AMOUNT + "@" + r, k -> new TreeSet<>(ClauseOrder.INSTANCE))
                                        .add(b.fullClause()))));
        return clauses.entrySet().stream()
                .map(e -> new Question(before(e.getKey()), after(e.getKey()), List.copyOf(e.getValue()), ""))
                .toList();
    }

    /** The questions they hang on, once each, whatever is supposed of the answers. */
    static List<String> asked(List<? extends Conclusion> same) {
        return same.stream()
                .flatMap(c -> c.open().stream())
                .map(q -> q.contains("=") ? q.substring(0, q.lastIndexOf('=')) : q)
                .sorted()
                .distinct()
                .toList();
    }

    private static String before(String key) {
        return key.substring(0, key.indexOf('@'));
    }

    private static String after(String key) {
        return key.substring(key.indexOf('@') + 1);
    }
}
