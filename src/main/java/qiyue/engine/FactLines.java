package qiyue.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.FactLine;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Question;
import qiyue.fact.Certainty;
import qiyue.fact.Evidence;
import qiyue.fact.Parameter;
import qiyue.fact.PriorPenalty;
import qiyue.fact.Stay;
import qiyue.shape.Field;
import qiyue.shape.Shape;

/** Names the facts a decision rests on, so that its reader need not look them up by id. */
final class FactLines {
    private static final List<String> CODES = List.of("conduct", "matter", "setting", "key");
    private static final List<String> TEXTS = List.of("item", "drug", "note", "name");

    private FactLines() {}

    static List<FactLine> of(
            Collection<Evidence> facts,
            List<BreachLine> breaches,
            List<MeasureLine> measures,
            List<Question> questions,
            Map<String, String> sources) {
        Set<String> named = new HashSet<>();
        breaches.forEach(b -> b.instances().forEach(i -> named.addAll(i.facts())));
        for (MeasureLine measure : measures) {
            named.addAll(measure.facts());
            // a balance is named by what it is of wherever it is shown
            measure.taken().stream()
                    .flatMap(t -> t.sources().stream())
                    .filter(id -> !id.startsWith(Parameter.ID))
                    .forEach(named::add);
            measure.also().forEach(g -> named.addAll(g.facts()));
        }
        for (Question question : questions) {
            named.add(question.about());
        }
        Map<String, Stay> stays = stays(facts);
        List<FactLine> lines = new ArrayList<>();
        for (Evidence fact : facts) {
            if (named.contains(fact.id()) && !(fact instanceof PriorPenalty)) {
                lines.add(new FactLine(
                        fact.id(),
                        fact.getClass().getSimpleName(),
                        code(fact),
                        fact.happenedOn(),
                        worker(fact, stays),
                        first(fact, TEXTS),
                        sources.getOrDefault(fact.id(), ""),
                        fact.certainty() == Certainty.SUSPECTED,
                        weighs(fact)));
            }
        }
        lines.sort(Comparator.comparing(FactLine::id, ClauseOrder.INSTANCE));
        return List.copyOf(lines);
    }

    private static Map<String, Stay> stays(Collection<Evidence> facts) {
        Map<String, Stay> stays = new HashMap<>();
        for (Evidence fact : facts) {
            if (fact instanceof Stay stay) {
                stays.put(stay.id(), stay);
            }
        }
        return stays;
    }

    /** Its own, else that of the stay it belongs to. */
    private static String worker(Evidence fact, Map<String, Stay> stays) {
        String own = field(fact, "worker");
        Stay stay = own.isEmpty() ? stays.get(fact.stayId()) : null;
        return stay == null ? own : stay.worker();
    }

    /** What is stated of its weight. */
    private static Map<String, String> weighs(Evidence fact) {
        Map<String, String> weighs = new TreeMap<>();
        for (Field field : Shape.of(fact.getClass()).fields()) {
            String value = field.beside() ? field.in(fact).toString() : "";
            if (!value.isEmpty() && !value.equals("unstated") && !value.equals(String.valueOf(field.leftOut()))) {
                weighs.put(field.name(), value);
            }
        }
        return weighs;
    }

    private static String code(Evidence fact) {
        String kind = field(fact, "kind");
        return kind.isEmpty() ? first(fact, CODES) : kind;
    }

    private static String first(Evidence fact, List<String> names) {
        for (String name : names) {
            String value = field(fact, name);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static String field(Evidence fact, String name) {
        return Shape.value((Record) fact, name).orElse("") instanceof String text ? text : "";
    }
}
