package qiyue.decision;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import qiyue.decision.Decision.Taken;
import qiyue.fact.Measure;
import qiyue.fact.Portion;

/** By which clauses each source of money gives what a line takes. */
final class Grounding {
    private final Map<String, Set<String>> clauses = new HashMap<>();
    private final Set<String> giving = new TreeSet<>(ClauseOrder.INSTANCE);

    Grounding(List<Measure> same) {
        for (Measure measure : same) {
            List<String> met = measure.grounds().clauses();
            giving.add(measure.fullClause());
            for (Portion portion : measure.portions()) {
                clauses.computeIfAbsent(portion.source(), k -> new TreeSet<>(ClauseOrder.INSTANCE))
                        .addAll(met.isEmpty() ? List.of(measure.fullClause()) : met);
            }
        }
    }

    /** Money from these sources, in that place. */
    Taken taken(List<String> sources, Place place, BigDecimal amount) {
        Set<String> met = new TreeSet<>(ClauseOrder.INSTANCE);
        sources.forEach(s -> met.addAll(clauses.getOrDefault(s, Set.of())));
        return new Taken(sources, place.name().toLowerCase(Locale.ROOT), List.copyOf(met), amount);
    }

    /** Money out of a deposit. */
    Taken outOfDeposit(String balance, BigDecimal amount) {
        return new Taken(List.of(balance), "deposit", List.copyOf(giving), amount);
    }
}
