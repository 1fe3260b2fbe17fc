package qiyue.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import qiyue.fact.Breach;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Portion;

/**
 * One fact stated both as a finding and as the record it names: where the record meets a clause by itself, it says how much
 * of its money that clause concerns, and the whole that the finding has from it gives way. Where the record meets it less surely
 * than the finding does, as long as a question of its own is open, so much of its money is the finding's.
 */
final class Inheritance {
    /** By clause and source, what records meet it with by themselves. */
    private final Map<String, Map<String, List<Breach>>> own = new HashMap<>();

    private final Map<String, Set<String>> inherited = new HashMap<>();

    Inheritance(Conclusions conclusions) {
        for (Breach breach : conclusions.breaches()) {
            for (Portion portion : breach.portions()) {
                if (portion.inherited()) {
                    inherited
                            .computeIfAbsent(breach.fullClause(), k -> new HashSet<>())
                            .add(portion.source());
                } else {
                    own.computeIfAbsent(breach.fullClause(), k -> new HashMap<>())
                            .computeIfAbsent(portion.source(), k -> new ArrayList<>())
                            .add(breach);
                }
            }
        }
    }

    /** The money of these conclusions, sorted, once each. */
    List<Portion> portions(Collection<? extends Conclusion> conclusions) {
        Set<Portion> portions = new TreeSet<>();
        for (Conclusion c : conclusions) {
            List<String> clauses =
                    c instanceof Breach ? List.of(c.fullClause()) : c.grounds().clauses();
            for (Portion portion : c.portions()) {
                if (portion.inherited()) {
                    portions.addAll(instead(portion, clauses, c.certainty()));
                } else {
                    portions.add(portion);
                }
            }
        }
        return List.copyOf(portions);
    }

    /**
     * What stands for the whole that a finding has from a record: nothing where each clause that has it so has a part of it from the
     * record itself as surely, that part where less surely, else the whole.
     */
    private List<Portion> instead(Portion whole, List<String> clauses, Certainty certainty) {
        List<Portion> parts = new ArrayList<>();
        boolean having = false;
        for (String clause : clauses) {
            if (inherited.getOrDefault(clause, Set.of()).contains(whole.source())) {
                having = true;
                List<Breach> met = own.getOrDefault(clause, Map.of()).getOrDefault(whole.source(), List.of());
                if (met.isEmpty()) {
                    return List.of(whole);
                }
                if (met.stream().noneMatch(b -> b.certainty().compareTo(certainty) <= 0)) {
                    met.stream()
                            .flatMap(b -> b.portions().stream())
                            .filter(p -> p.source().equals(whole.source()))
                            .forEach(parts::add);
                }
            }
        }
        return having ? parts : List.of(whole);
    }
}
