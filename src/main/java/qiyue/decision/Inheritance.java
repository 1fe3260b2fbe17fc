package qiyue.decision;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import qiyue.fact.Breach;
import qiyue.fact.Conclusion;
import qiyue.fact.Portion;

/**
 * One fact stated both as a finding and as the record it names: where the record meets a clause by itself, it says how much
 * of its money that clause concerns, and the whole that the finding has from it gives way.
 */
final class Inheritance {
    private final Map<String, Set<String>> own = new HashMap<>();
    private final Map<String, Set<String>> inherited = new HashMap<>();

    Inheritance(Conclusions conclusions) {
        for (Breach breach : conclusions.breaches()) {
            for (Portion portion : breach.portions()) {
                (portion.inherited() ? inherited : own)
                        .computeIfAbsent(breach.fullClause(), k -> new HashSet<>())
                        .add(portion.source());
            }
        }
    }

    /** The money of these conclusions, sorted, once each. */
    List<Portion> portions(Collection<? extends Conclusion> conclusions) {
        Set<Portion> portions = new TreeSet<>();
        for (Conclusion c : conclusions) {
            for (Portion portion : c.portions()) {
                if (!portion.inherited()
                        || !yields(
                                portion.source(),
                                c instanceof Breach
                                        ? List.of(c.fullClause())
                                        : c.grounds().clauses())) {
                    portions.add(portion);
                }
            }
        }
        return List.copyOf(portions);
    }

    /** Whether each clause that has the whole from a finding has a part of it from the record itself. */
    private boolean yields(String source, List<String> clauses) {
        List<String> having = clauses.stream()
                .filter(c -> inherited.getOrDefault(c, Set.of()).contains(source))
                .toList();
        return !having.isEmpty()
                && having.stream().allMatch(c -> own.getOrDefault(c, Set.of()).contains(source));
    }
}
