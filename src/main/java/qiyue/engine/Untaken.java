package qiyue.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
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
import qiyue.decision.Decision.Taken;
import qiyue.drl.Drl;
import qiyue.drl.Values;
import qiyue.fact.Breach;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Portion;
import qiyue.rulebook.Rulebook;

/**
 * Money of an established breach that no measure takes up, be it as a further ground: told with the clauses that would give a
 * measure for such a breach and what it lacks for them, never left for the reader to miss.
 */
final class Untaken {
    private final Docket docket;
    private final List<Ground> grounds = new ArrayList<>();
    private final Map<String, Set<String>> reached = new HashMap<>();
    private final Map<String, Map<String, Set<String>>> reachedBy = new HashMap<>();
    private final Map<String, Map<String, List<Breach>>> broken = new HashMap<>();

    private Untaken(Docket docket, Set<Conclusion> conclusions, List<MeasureLine> measures) {
        this.docket = docket;
        for (MeasureLine measure : measures) {
            grounds.add(new Ground(measure.breaches(), new HashSet<>(measure.facts())));
            measure.also().forEach(g -> grounds.add(new Ground(g.breaches(), new HashSet<>(g.facts()))));
            measure.taken().forEach(t -> add(reached, t));
            Set<String> clauses = new HashSet<>(measure.breaches());
            measure.also().forEach(g -> clauses.addAll(g.breaches()));
            for (String clause : clauses) {
                Map<String, Set<String>> byIt = reachedBy.computeIfAbsent(clause, k -> new HashMap<>());
                measure.taken().forEach(t -> add(byIt, t));
            }
        }
        for (Conclusion conclusion : conclusions) {
            if (conclusion instanceof Breach b && b.certainty() == Certainty.ESTABLISHED) {
                Map<String, List<Breach>> ofClause = broken.computeIfAbsent(b.fullClause(), k -> new HashMap<>());
                b.roots()
                        .forEach(root -> ofClause.computeIfAbsent(root, k -> new ArrayList<>())
                                .add(b));
            }
        }
    }

    private static void add(Map<String, Set<String>> to, Taken taken) {
        to.computeIfAbsent(taken.pocket(), k -> new HashSet<>()).addAll(taken.sources());
    }

    /** What one measure rests on; asked of every breach, so that its facts are found and not searched through. */
    private record Ground(List<String> breaches, Set<String> facts) {
        boolean takes(String clause, List<String> some) {
            return breaches.contains(clause) && some.stream().anyMatch(facts::contains);
        }
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
            Map<String, Parts> parts = new TreeMap<>();
            for (Instance instance : breach.instances()) {
                if (instance.certainty() != Certainty.ESTABLISHED
                        || instance.amount().signum() <= 0) {
                    continue;
                }
                if (untaken.taken(breach.clause(), instance.facts())) {
                    untaken.part(breach.clause(), instance, parts);
                } else {
                    Way way = untaken.way(breach.clause(), instance.facts());
                    ways.put(way.toString(), way);
                    alike.computeIfAbsent(way.toString(), k -> new ArrayList<>())
                            .add(instance);
                }
            }
            alike.forEach(
                    (key, instances) -> notes.add(note(breach.clause(), ways.getOrDefault(key, NONE), instances)));
            parts.forEach((way, part) -> notes.add(part(breach.clause(), way, part)));
        }
        return notes;
    }

    private static final Way NONE = new Way("", "", "");

    /** The parts of money, paid and not paid, of which measures reach only one; of all alike of a clause. */
    private static final class Parts {
        private final Set<String> facts = new TreeSet<>(ClauseOrder.INSTANCE);
        private BigDecimal amount = BigDecimal.ZERO;
        private BigDecimal paid = BigDecimal.ZERO;
        private BigDecimal unpaid = BigDecimal.ZERO;

        void add(Instance instance, BigDecimal paidOfIt, BigDecimal unpaidOfIt) {
            facts.addAll(instance.facts());
            amount = amount.add(instance.amount());
            paid = paid.add(paidOfIt);
            unpaid = unpaid.add(unpaidOfIt);
        }
    }

    /** What of it is reached and what is not; {@code way}: the part that is, then the clauses. */
    private static Note part(String clause, String way, Parts parts) {
        int at = way.indexOf(' ');
        Map<String, String> details = new TreeMap<>();
        details.put("facts", String.join(", ", parts.facts));
        details.put("amount", parts.amount.toPlainString());
        details.put("paid", parts.paid.toPlainString());
        details.put("unpaid", parts.unpaid.toPlainString());
        details.put("lacking", way.substring(0, at));
        details.put("clauses", way.substring(at + 1));
        return new Note("part-untaken", clause, Map.copyOf(details));
    }

    private void part(String clause, Instance instance, Map<String, Parts> alike) {
        BigDecimal paid = BigDecimal.ZERO;
        BigDecimal unpaid = BigDecimal.ZERO;
        Set<String> sources = new TreeSet<>();
        Set<Portion> counted = new HashSet<>();
        for (Breach breach : broken(clause, instance.facts())) {
            for (Portion portion : breach.portions()) {
                sources.add(portion.source());
                sources.addAll(portion.pool());
                if (counted.add(portion)) {
                    paid = paid.add(portion.money().recoverable());
                    unpaid = unpaid.add(portion.money().refusable())
                            .add(portion.money().deposited());
                }
            }
        }
        Map<String, Set<String>> byIt = reachedBy.getOrDefault(clause, Map.of());
        boolean ofPaid = in(byIt, sources, PAID);
        boolean ofUnpaid = in(byIt, sources, UNPAID);
        if (paid.signum() > 0
                && unpaid.signum() > 0
                && ofPaid != ofUnpaid
                && !in(reached, sources, ofPaid ? UNPAID : PAID)) {
            String way = (ofPaid ? "paid " : "unpaid ")
                    + way(clause, instance.facts()).clauses();
            alike.computeIfAbsent(way, k -> new Parts()).add(instance, paid, unpaid);
        }
    }

    private static final List<String> PAID = List.of("paid");
    private static final List<String> UNPAID = List.of("unpaid", "retained", "deposit");

    /** Whether a measure, be it in doubt, takes money of these sources that lies in one of those pockets. */
    private static boolean in(Map<String, Set<String>> reached, Set<String> sources, List<String> pockets) {
        return pockets.stream().anyMatch(p -> !Collections.disjoint(reached.getOrDefault(p, Set.of()), sources));
    }

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
        return grounds.stream().anyMatch(g -> g.takes(clause, facts));
    }

    private Way way(String clause, List<String> facts) {
        TreeSet<String> giving = new TreeSet<>(ClauseOrder.INSTANCE);
        TreeSet<String> lacking = new TreeSet<>();
        TreeSet<String> asked = new TreeSet<>();
        Set<Breach> found = broken(clause, facts);
        for (Docket.Group group : docket.groups()) {
            for (Rulebook book : group.regime()) {
                Plan plan = docket.plans().of(book);
                for (Breach breach : found) {
                    for (Giving by : plan.giving(breach)) {
                        giving.add(by.clause());
                        lacking.addAll(lacking(by.pattern(), breach));
                        asked.addAll(by.asked());
                    }
                }
            }
        }
        return new Way(String.join(", ", giving), String.join(", ", lacking), String.join(", ", asked));
    }

    private Set<Breach> broken(String clause, List<String> facts) {
        Set<Breach> found = Collections.newSetFromMap(new IdentityHashMap<>());
        facts.forEach(f -> found.addAll(broken.getOrDefault(clause, Map.of()).getOrDefault(f, List.of())));
        return found;
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
