package qiyue.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
    static final Comparator<Act> EARLIEST = Comparator.comparing(Act::date).thenComparing(Act::id);

    private final Map<String, List<Act>> byCode;
    private final Map<String, LocalDate> days;
    private final Map<String, Map<String, String>> answers;
    private final Set<String> starters;

    private Steps(
            Map<String, List<Act>> byCode,
            Map<String, LocalDate> days,
            Map<String, Map<String, String>> answers,
            Set<String> starters) {
        this.byCode = byCode;
        this.days = days;
        this.answers = answers;
        this.starters = starters;
    }

    static Steps of(CaseFile file) {
        return of(file, List.of());
    }

    /** The steps beside these duties: one from which the next of its kind is counted ends the time of the duty it answers. */
    static Steps of(CaseFile file, List<Duty> duties) {
        Map<String, LocalDate> days = new HashMap<>();
        Map<String, Map<String, String>> answers = new HashMap<>();
        for (FactKind kind : FactKind.all()) {
            for (Evidence fact : kind.in(file)) {
                days.put(fact.id(), fact.day());
                if (!fact.answers().isEmpty()) {
                    answers.put(fact.id(), fact.answers());
                }
            }
        }
        // what an agreement asks for belongs to its term
        file.agreements().forEach(a -> days.put(a.id(), a.from()));
        Map<String, List<Act>> byCode =
                file.handling().stream().sorted(EARLIEST).collect(Collectors.groupingBy(Act::act));
        Set<String> starters = new HashSet<>();
        for (Duty duty : duties) {
            for (Act act : byCode.getOrDefault(duty.act(), List.of())) {
                if (duty.roots().contains(act.id())) {
                    starters.add(act.id());
                }
            }
        }
        return new Steps(byCode, days, answers, starters);
    }

    /** Whether one of these answers, {@code question=no}, was given about one of the facts. */
    boolean answered(List<String> facts, Set<String> these) {
        for (String fact : facts) {
            for (Map.Entry<String, String> given :
                    answers.getOrDefault(fact, Map.of()).entrySet()) {
                if (these.contains(given.getKey() + "=" + given.getValue())) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * The steps that speak of the duty, earliest first: of its kind, about its facts or about none, under its agreement or none.
     * The step that starts it is not one of them. Where there is none, those of the kind that shows the same.
     */
    List<Act> answering(Duty duty, Set<String> roots) {
        List<Act> own = answering(duty, duty.act(), roots);
        return own.isEmpty() ? answering(duty, duty.term().instead(), roots) : own;
    }

    /** Of steps in order those of this turn: after the one that the duty is counted from, up to one that starts the next. */
    List<Act> inTurn(List<Act> inOrder, Duty duty, Set<String> roots) {
        if (starters.isEmpty()) {
            return inOrder;
        }
        Act start = null;
        for (Act act : of(duty.act())) {
            start = roots.contains(act.id()) ? act : start;
        }
        List<Act> turn = new ArrayList<>();
        for (Act act : inOrder) {
            if (start == null || EARLIEST.compare(act, start) > 0) {
                turn.add(act);
                if (starters.contains(act.id())) {
                    break;
                }
            }
        }
        return List.copyOf(turn);
    }

    /** All steps of a kind, earliest first. */
    List<Act> of(String act) {
        return byCode.getOrDefault(act, List.of());
    }

    /** The steps of a kind that speak of the duty, earliest first. */
    List<Act> answering(Duty duty, String act, Set<String> roots) {
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
            cause = duty.term().ahead() ? cause : later(cause, duty.day());
        }
        return cause;
    }

    static LocalDate later(LocalDate known, LocalDate day) {
        return Blank.happened(day) && day.isAfter(known) ? day : known;
    }
}
