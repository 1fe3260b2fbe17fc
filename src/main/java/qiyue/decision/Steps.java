package qiyue.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import qiyue.fact.Act;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Duty;
import qiyue.fact.Evidence;
import qiyue.fact.FactKind;

/** The steps a document states, and the days of what they may answer. */
final class Steps {
    private final Map<String, List<Act>> byCode;
    private final Map<String, LocalDate> days;

    private Steps(Map<String, List<Act>> byCode, Map<String, LocalDate> days) {
        this.byCode = byCode;
        this.days = days;
    }

    static Steps of(CaseFile file) {
        Map<String, LocalDate> days = new HashMap<>();
        for (FactKind kind : FactKind.all()) {
            for (Evidence fact : kind.in(file)) {
                days.put(fact.id(), fact.day());
            }
        }
        return new Steps(
                file.handling().stream()
                        .sorted(Comparator.comparing(Act::date).thenComparing(Act::id))
                        .collect(Collectors.groupingBy(Act::act)),
                days);
    }

    /**
     * The steps that speak of the duty, earliest first: of its kind, about its facts or about none, under its agreement or none.
     * The step that starts it is not one of them. Where there is none, those of the kind that shows the same.
     */
    List<Act> answering(Duty duty, Set<String> roots) {
        List<Act> own = answering(duty, duty.act(), roots);
        return own.isEmpty() ? answering(duty, duty.term().instead(), roots) : own;
    }

    /** All steps of a kind, earliest first. */
    List<Act> of(String act) {
        return byCode.getOrDefault(act, List.of());
    }

    private List<Act> answering(Duty duty, String act, Set<String> roots) {
        List<Act> answering = new ArrayList<>();
        for (Act a : byCode.getOrDefault(act, List.of())) {
            if (!roots.contains(a.id())
                    && (a.about().isEmpty() || roots.contains(a.about()))
                    && (a.agreement().isEmpty()
                            || duty.agreement().isEmpty()
                            || a.agreement().equals(duty.agreement()))) {
                answering.add(a);
            }
        }
        return List.copyOf(answering);
    }

    /** The latest day among what the duty rests on and the start of its clock; a step before it answers something else. */
    LocalDate cause(List<Duty> same, Set<String> roots) {
        LocalDate cause = LocalDate.MIN;
        for (String root : same.get(0).term().ahead() ? Set.<String>of() : roots) {
            cause = later(cause, days.getOrDefault(root, Blank.NEVER));
        }
        for (Duty duty : same) {
            cause = later(cause, duty.term().from());
        }
        return cause;
    }

    private static LocalDate later(LocalDate known, LocalDate day) {
        return Blank.happened(day) && day.isAfter(known) ? day : known;
    }
}
