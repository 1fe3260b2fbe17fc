package qiyue.report;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Ground;
import qiyue.decision.Decision.Instance;
import qiyue.decision.Decision.MeasureLine;

/**
 * The choices that a measure waits for, in words. Where a clause counts department by department the choice is that for one of
 * them: it is named, or nobody could tell which of several is meant.
 */
final class Premises {
    private final Decision decision;
    private final DecisionWords words;

    Premises(Decision decision, DecisionWords words) {
        this.decision = decision;
        this.words = words;
    }

    /** The measures that must be decided on for this one; all of them. */
    String of(MeasureLine m) {
        return said(m.presumes(), m.breaches(), m.facts());
    }

    /** The same for another ground of a line. */
    String of(Ground g) {
        return said(g.presumes(), g.breaches(), g.facts());
    }

    private String said(List<String> measures, List<String> breaches, List<String> facts) {
        Collection<String> departments = departments(measures, breaches, facts);
        return measures.stream().map(m -> named(m, departments, facts)).collect(Collectors.joining(words.t("、", ", ")))
                + (measures.size() > 1 ? words.t("（都须决定）", " (all of them)") : "");
    }

    /** The departments of what the line rests on; none where some of it names none, for then the facility's own choice may be meant. */
    private Collection<String> departments(List<String> measures, List<String> breaches, List<String> facts) {
        Set<String> under = Set.copyOf(breaches);
        Set<String> restsOn = Set.copyOf(facts);
        TreeSet<String> departments = decision.breaches().stream()
                .filter(b -> under.contains(b.clause()))
                .flatMap(b -> b.instances().stream())
                .filter(i -> measures.containsAll(i.presumes()) && restsOn.containsAll(i.facts()))
                .map(Instance::department)
                .collect(Collectors.toCollection(TreeSet::new));
        return departments.contains("") ? List.of() : departments;
    }

    private String named(String measure, Collection<String> departments, List<String> facts) {
        Collection<String> meant = departments.isEmpty()
                ? only(measure, facts)
                : departments.stream()
                        .filter(offered(measure, l -> true)::contains)
                        .toList();
        String label = words.label("measures", measure);
        return meant.isEmpty()
                ? label
                : label
                        + words.t("（以科室为单位：", " (by department: ")
                        + String.join(words.t("或者", " or "), meant)
                        + words.t("）", ")");
    }

    /** The departments for which alone a measure can be chosen on these facts; none where it can be for the facility too. */
    private Collection<String> only(String measure, List<String> facts) {
        Collection<String> offered = offered(measure, l -> facts.containsAll(l.facts()));
        return offered.contains("") ? List.of() : offered;
    }

    private Collection<String> offered(String measure, Predicate<MeasureLine> which) {
        return decision.measures().stream()
                .filter(l -> l.kind().equals(measure) && which.test(l))
                .map(MeasureLine::department)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
