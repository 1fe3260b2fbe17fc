package qiyue.report;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
        return measures.stream().map(m -> named(m, departments)).collect(Collectors.joining(words.t("、", ", ")))
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

    private String named(String measure, Collection<String> departments) {
        List<String> offered = departments.stream()
                .filter(d -> decision.measures().stream()
                        .anyMatch(
                                l -> l.kind().equals(measure) && l.department().equals(d)))
                .toList();
        String label = words.label("measures", measure);
        return offered.isEmpty()
                ? label
                : label
                        + words.t("（以科室为单位：", " (by department: ")
                        + String.join(words.t("或者", " or "), offered)
                        + words.t("）", ")");
    }
}
