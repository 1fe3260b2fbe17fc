package qiyue.decision;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import qiyue.fact.Breach;
import qiyue.fact.CaseFile;
import qiyue.fact.Conclusion;
import qiyue.fact.PriorMeasure;

/** The earlier suspensions with which a clause counts one that the agency may choose today. */
final class Counting {
    private final Map<String, MeasureKind> kinds;
    private final List<PriorMeasure> suspensions;

    Counting(CaseFile file, Map<String, MeasureKind> kinds) {
        this.kinds = kinds;
        this.suspensions = file.history().measures().stream()
                .filter(m -> suspends(m.kind()))
                .toList();
    }

    /** Those that a conclusion counts with the measure it presumes. */
    List<PriorMeasure> with(String presumed, Conclusion conclusion) {
        return suspends(presumed)
                ? suspensions.stream()
                        .filter(m -> conclusion.roots().contains(m.id()))
                        .toList()
                : List.of();
    }

    private boolean suspends(String measure) {
        return kinds.getOrDefault(measure, MeasureKind.NONE).suspends();
    }

    /**
     * The breaches that no department has for itself, though one of what they rest on names it: they presume a suspension that
     * counts with earlier ones of more than a department. They remain so once it is chosen.
     *
     * @param presuming the conclusions before choices are laid on them
     */
    Predicate<Breach> ofNoDepartment(Collection<Conclusion> presuming) {
        Set<List<Object>> met = new HashSet<>();
        if (!suspensions.isEmpty()) {
            for (Conclusion conclusion : presuming) {
                if (conclusion instanceof Breach breach
                        && breach.presumes().stream()
                                .flatMap(p -> with(p, breach).stream())
                                .anyMatch(m -> !m.subject().equals("department"))) {
                    met.add(met(breach));
                }
            }
        }
        return met.isEmpty() ? breach -> false : breach -> met.contains(met(breach));
    }

    private static List<Object> met(Breach breach) {
        return List.of(breach.fullClause(), breach.roots());
    }
}
