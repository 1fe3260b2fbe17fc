package qiyue.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.Instance;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Note;
import qiyue.drl.Drl;
import qiyue.drl.Restriction;
import qiyue.drl.Values;
import qiyue.fact.Breach;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.rulebook.References;
import qiyue.rulebook.Rulebook;

/**
 * Money of an established breach that no measure takes up, be it as a further ground: told with the clauses that would give a
 * measure for such a breach and what it lacks for them, never left for the reader to miss.
 */
final class Untaken {
    private final Docket docket;
    private final Set<Conclusion> conclusions;
    private final List<MeasureLine> measures;

    private Untaken(Docket docket, Set<Conclusion> conclusions, List<MeasureLine> measures) {
        this.docket = docket;
        this.conclusions = conclusions;
        this.measures = measures;
    }

    /**
     * What stands in the way; {@code lacking} members of the breach that do not hold, none where something else is missing; {@code asked} the
     * answers the clauses need.
     */
    private record Way(String clauses, String lacking, String asked) {}

    /** A note for each clause and each thing that is lacking. */
    static List<Note> notes(
            Docket docket, Set<Conclusion> conclusions, List<BreachLine> breaches, List<MeasureLine> measures) {
        Untaken untaken = new Untaken(docket, conclusions, measures);
        List<Note> notes = new ArrayList<>();
        for (BreachLine breach : breaches) {
            Map<String, List<Instance>> alike = new TreeMap<>();
            Map<String, Way> ways = new TreeMap<>();
            for (Instance instance : breach.instances()) {
                if (instance.certainty() == Certainty.ESTABLISHED
                        && instance.amount().signum() > 0
                        && !untaken.taken(breach.clause(), instance.facts())) {
                    Way way = untaken.way(breach.clause(), instance.facts());
                    ways.put(way.toString(), way);
                    alike.computeIfAbsent(way.toString(), k -> new ArrayList<>())
                            .add(instance);
                }
            }
            alike.forEach(
                    (key, instances) -> notes.add(note(breach.clause(), ways.getOrDefault(key, NONE), instances)));
        }
        return notes;
    }

    private static final Way NONE = new Way("", "", "");

    private static Note note(String clause, Way way, List<Instance> instances) {
        TreeSet<String> facts = new TreeSet<>(ClauseOrder.INSTANCE);
        BigDecimal sum = BigDecimal.ZERO;
        for (Instance instance : instances) {
            facts.addAll(instance.facts());
            sum = sum.add(instance.amount());
        }
        Map<String, String> details = new TreeMap<>();
        details.put("facts", String.join(", ", facts));
        if (instances.size() == 1) {
            details.put("amount", sum.toPlainString());
        }
        details.put("clauses", way.clauses());
        details.put("lacking", way.lacking());
        if (way.lacking().isEmpty() && !way.asked().isEmpty()) {
            details.put("asked", way.asked());
        }
        return new Note("no-measure", clause, Map.copyOf(details));
    }

    private boolean taken(String clause, List<String> facts) {
        return measures.stream()
                .anyMatch(m -> on(m.breaches(), m.facts(), clause, facts)
                        || m.also().stream().anyMatch(g -> on(g.breaches(), g.facts(), clause, facts)));
    }

    private static boolean on(List<String> breaches, List<String> facts, String clause, List<String> some) {
        return breaches.contains(clause) && !Collections.disjoint(facts, some);
    }

    private Way way(String clause, List<String> facts) {
        TreeSet<String> giving = new TreeSet<>(ClauseOrder.INSTANCE);
        TreeSet<String> lacking = new TreeSet<>();
        TreeSet<String> asked = new TreeSet<>();
        for (Docket.Group group : docket.groups()) {
            for (Rulebook book : group.regime()) {
                for (Drl.Rule rule : docket.plans().of(book).rules()) {
                    if (rule.then().type().equals("Measure")) {
                        for (Breach breach : broken(clause, facts)) {
                            rule.positive()
                                    .filter(p -> References.speaksOf(p, book.id(), concluded(breach)))
                                    .forEach(p -> {
                                        giving.add(book.id() + "#" + rule.clause());
                                        lacking.addAll(lacking(p, breach));
                                        rule.positive()
                                                .filter(a -> a.type().equals("Answer"))
                                                .flatMap(a -> Restriction.of(a, "question").only().stream())
                                                .forEach(asked::addAll);
                                    });
                        }
                    }
                }
            }
        }
        return new Way(String.join(", ", giving), String.join(", ", lacking), String.join(", ", asked));
    }

    private List<Breach> broken(String clause, List<String> facts) {
        List<Breach> found = new ArrayList<>();
        for (Conclusion conclusion : conclusions) {
            if (conclusion instanceof Breach b
                    && b.fullClause().equals(clause)
                    && b.certainty() == Certainty.ESTABLISHED
                    && !Collections.disjoint(b.roots(), facts)) {
                found.add(b);
            }
        }
        return found;
    }

    private static References.Concluded concluded(Breach b) {
        return new References.Concluded("Breach", b.rulebook(), b.clause(), b.article(), b.item(), Set.of());
    }

    /** What the pattern asks of the breach alone and the breach does not have. */
    private static List<String> lacking(Drl.Pattern pattern, Breach breach) {
        List<String> lacking = new ArrayList<>();
        for (Drl.Constraint constraint : pattern.constraints()) {
            if (constraint instanceof Drl.Flag flag
                    && flag.path().root().isEmpty()
                    && Values.bound(flag.path(), Map.of())
                    && !Values.holds(flag, breach, Map.of())) {
                lacking.add(
                        (flag.negated() ? "!" : "") + flag.path().steps().get(0).name());
            }
        }
        return lacking;
    }
}
