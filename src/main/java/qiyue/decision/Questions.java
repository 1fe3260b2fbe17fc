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
import qiyue.fact.Measure;

/** What has to be answered, and the clauses that hang on it; a sum that is missing is a question too. */
final class Questions {
    private static final String UNSTATED_AMOUNT = "amount";

    private Questions() {}

    static List<Question> of(Conclusions conclusions, List<MeasureLine> measures, Set<Conclusion> moot) {
        Map<String, TreeSet<String>> clauses = new TreeMap<>();
        Map<String, TreeSet<String>> rest = new TreeMap<>();
        List<Breach> breaches = conclusions.of(Breach.class).toList();
        Map<String, List<Breach>> certain = Breaches.certain(breaches);
        breaches.stream()
                .filter(b -> !Breaches.certainAnyway(b, certain))
                .forEach(c -> asked(List.of(c))
                        .forEach(q -> clauses.computeIfAbsent(q, k -> new TreeSet<>(ClauseOrder.INSTANCE))
                                .add(c.fullClause())));
        conclusions
                .of(Conclusion.class)
                .filter(c -> !moot.contains(c))
                .forEach(c -> asked(List.of(c)).stream()
                        .filter(q -> !clauses.containsKey(q) && shown(c, q, measures))
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

    /** A measure that takes no money although it is one of money is not shown; nor is what it alone would ask. */
    private static boolean shown(Conclusion conclusion, String question, List<MeasureLine> measures) {
        return !(conclusion instanceof Breach)
                && (!(conclusion instanceof Measure)
                        || measures.stream().anyMatch(m -> hangs(m, conclusion.fullClause(), question)));
    }

    private static boolean hangs(MeasureLine line, String clause, String question) {
        return line.clauses().contains(clause) && line.open().contains(question)
                || line.also().stream()
                        .anyMatch(g -> g.clauses().contains(clause) && g.open().contains(question));
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
