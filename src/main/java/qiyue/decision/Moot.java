package qiyue.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Duty;
import qiyue.fact.Measure;
import qiyue.fact.Modality;

/**
 * Frees conclusions of questions that do not matter to them: where an outcome follows if the question is answered yes and
 * likewise if it is answered no, it is as certain as the rest allows.
 */
final class Moot {
    /** Kinds of money that are not taken from single sources: what they come to does not hang on the portions. */
    private static final Set<String> WHOLE = Set.of("", "deposit");

    private static final Set<String> GIVEN = Set.of("pay", "retain");

    private Moot() {}

    /**
     * The conclusions as the decision puts them together: equal ones, measures of one line, like duties.
     *
     * @param applications the ids of the applications: what answers one leaves another to its own questions
     */
    static List<Conclusion> freed(
            Collection<Conclusion> conclusions, Map<String, MeasureKind> kinds, Set<String> applications) {
        if (hangOnNothing(conclusions)) {
            return List.copyOf(conclusions);
        }
        Map<String, Set<List<String>>> required = new HashMap<>();
        require(conclusions, required);
        List<Conclusion> alike =
                alike(conclusions, c -> c instanceof Duty d ? List.of(itself(d), because(d, required)) : itself(c));
        require(alike, required);
        return freed(alike, c -> line(c, kinds, required, applications)).stream()
                .distinct()
                .toList();
    }

    private static boolean hangOnNothing(Collection<? extends Conclusion> conclusions) {
        for (Conclusion c : conclusions) {
            if (!c.open().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** What measures that must happen suppose, by kind and agreement. */
    private static void require(Collection<Conclusion> conclusions, Map<String, Set<List<String>>> required) {
        for (Conclusion c : conclusions) {
            if (c instanceof Measure m && m.modality() != Modality.MAY) {
                required.computeIfAbsent(m.kind() + "@" + m.agreement(), k -> new HashSet<>())
                        .add(m.open());
            }
        }
    }

    /** The measures of each clause as rules see them: what they come to does not matter. */
    static List<Measure> freed(Collection<Measure> measures) {
        if (hangOnNothing(measures)) {
            return List.copyOf(measures);
        }
        List<Measure> alike = alike(measures, Moot::itself);
        return freed(alike, m -> m.fullClause() + "|" + outcome(m)).stream()
                .distinct()
                .toList();
    }

    /** Equal but for what they hang on: one that hangs on nothing makes the others as firm. */
    private static <C extends Conclusion> List<C> alike(Collection<C> conclusions, Function<C, Object> itself) {
        List<C> alike = new ArrayList<>();
        grouped(conclusions, itself).forEach(same -> alike.addAll(hanging(same, EitherWay::least)));
        return alike;
    }

    /**
     * Those that share an outcome for grounds of their own. What holds by itself stands apart; what rests on the same facts is
     * looked at before what rests on others, and a ground that others do without keeps what it supposes.
     */
    private static <C extends Conclusion> List<C> freed(Collection<C> conclusions, Function<C, Object> outcome) {
        List<C> freed = new ArrayList<>();
        for (List<C> same : grouped(conclusions, outcome)) {
            List<C> hanging = new ArrayList<>();
            for (List<C> ground : grouped(same, Conclusion::roots)) {
                for (C c : hanging(ground, EitherWay::each)) {
                    (c.open().isEmpty() ? freed : hanging).add(c);
                }
            }
            freed.addAll(hanging(hanging, EitherWay::each));
        }
        return freed;
    }

    private static <C extends Conclusion> Collection<List<C>> grouped(
            Collection<C> conclusions, Function<C, Object> by) {
        Map<Object, List<C>> groups = new LinkedHashMap<>();
        for (C c : conclusions) {
            groups.computeIfAbsent(by.apply(c), k -> new ArrayList<>()).add(c);
        }
        return groups.values();
    }

    /** Each hanging on what is left of its suppositions beside the others'; one alone keeps its own. */
    @SuppressWarnings("unchecked")
    private static <C extends Conclusion> List<C> hanging(List<C> same, UnaryOperator<List<List<String>>> left) {
        if (same.size() < 2) {
            return same;
        }
        List<List<String>> supports = new ArrayList<>(same.size());
        for (C c : same) {
            supports.add(c.open());
        }
        List<List<String>> least = left.apply(supports);
        List<C> hanging = new ArrayList<>(same.size());
        for (int i = 0; i < same.size(); i++) {
            C c = same.get(i);
            hanging.add(
                    least.get(i).equals(c.open())
                            ? c
                            : (C) Choices.regrounded(c, c.grounds().hangingOn(least.get(i))));
        }
        return hanging;
    }

    private static Object itself(Conclusion c) {
        return Choices.regrounded(c, c.grounds().hangingOn(List.of()));
    }

    private static Object line(
            Conclusion c,
            Map<String, MeasureKind> kinds,
            Map<String, Set<List<String>>> required,
            Set<String> applications) {
        if (c instanceof Measure m) {
            MeasureKind kind = kinds.getOrDefault(m.kind(), MeasureKind.NONE);
            String money = kind.money();
            return List.of(
                    outcome(m),
                    m.terms(),
                    WHOLE.contains(money) ? List.of() : m.portions(),
                    WHOLE.contains(money) || m.moneyKnown(),
                    GIVEN.contains(money) ? m.roots() : List.of(),
                    kind.answersApplications()
                            ? m.roots().stream().filter(applications::contains).toList()
                            : List.of());
        }
        return c instanceof Duty d
                ? List.of(
                        d.fullClause(),
                        d.modality(),
                        d.act(),
                        d.actor(),
                        because(d, required),
                        d.term(),
                        d.ofRecord(),
                        d.presumes(),
                        d.certainty() == Certainty.SUSPECTED)
                : itself(c);
    }

    /**
     * Of a duty that follows from what must happen it does not matter from what; one that follows from what the agency may
     * take is that measure's.
     */
    private static String because(Duty duty, Map<String, Set<List<String>>> required) {
        for (List<String> supposed : required.getOrDefault(duty.measure() + "@" + duty.agreement(), Set.of())) {
            if (duty.open().containsAll(supposed)) {
                return "required";
            }
        }
        return "by " + duty.measure();
    }

    private static String outcome(Measure m) {
        return String.join(
                "|",
                m.kind(),
                m.modality().code(),
                m.subject(),
                m.actor(),
                who(m),
                m.agreement(),
                String.join(",", m.presumes()),
                String.valueOf(m.certainty() == Certainty.SUSPECTED));
    }

    /** The department or persons a measure strikes; empty where it strikes neither. */
    static String who(Measure m) {
        return switch (m.subject()) {
            case "department" -> m.department();
            case "person" -> String.join(",", m.people());
            default -> "";
        };
    }
}
