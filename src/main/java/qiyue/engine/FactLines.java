package qiyue.engine;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.FactLine;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Question;
import qiyue.fact.Evidence;
import qiyue.fact.PriorPenalty;
import qiyue.shape.Shape;

/** Names the facts a decision rests on, so that its reader need not look them up by id. */
final class FactLines {
    private static final List<String> CODES = List.of("conduct", "matter", "setting");
    private static final List<String> TEXTS = List.of("item", "drug", "note", "name");

    private FactLines() {}

    static List<FactLine> of(
            Collection<Evidence> facts,
            List<BreachLine> breaches,
            List<MeasureLine> measures,
            List<Question> questions) {
        Set<String> named = new TreeSet<>();
        breaches.forEach(b -> b.instances().forEach(i -> named.addAll(i.facts())));
        measures.forEach(m -> named.addAll(m.facts()));
        measures.forEach(m -> m.also().forEach(g -> named.addAll(g.facts())));
        questions.stream().filter(q -> !q.field().isEmpty()).forEach(q -> named.add(q.about()));
        return facts.stream()
                .filter(f -> named.contains(f.id()) && !(f instanceof PriorPenalty))
                .map(f -> new FactLine(
                        f.id(), f.getClass().getSimpleName(), code(f), f.day(), field(f, "worker"), first(f, TEXTS)))
                .sorted(Comparator.comparing(FactLine::id, ClauseOrder.INSTANCE))
                .toList();
    }

    private static String code(Evidence fact) {
        String kind = field(fact, "kind");
        return kind.isEmpty() ? first(fact, CODES) : kind;
    }

    private static String first(Evidence fact, List<String> names) {
        return names.stream()
                .map(n -> field(fact, n))
                .filter(v -> !v.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String field(Evidence fact, String name) {
        return Shape.value((Record) fact, name)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .orElse("");
    }
}
