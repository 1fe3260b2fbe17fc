package qiyue.decision;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import qiyue.fact.Breach;
import qiyue.fact.Certainty;
import qiyue.fact.Choice;
import qiyue.fact.Conclusion;
import qiyue.fact.Duty;
import qiyue.fact.Grounds;
import qiyue.fact.Measure;

/** What presumes a choice of the agency holds once the choice is taken, and falls once it is declined. */
final class Choices {
    private Choices() {}

    static List<Conclusion> settle(Collection<Conclusion> conclusions, List<Choice> choices) {
        Set<String> taken = made(choices, "taken");
        Set<String> declined = made(choices, "declined");
        return conclusions.stream()
                .filter(c -> c.presumes().stream().noneMatch(declined::contains))
                .map(c -> regrounded(c, settled(c.grounds(), taken)))
                .distinct()
                .sorted(Comparator.comparing(Conclusion::id).thenComparing(Object::toString))
                .toList();
    }

    private static Set<String> made(List<Choice> choices, String how) {
        return choices.stream()
                .filter(c -> c.choice().equals(how))
                .map(Choice::measure)
                .collect(Collectors.toSet());
    }

    private static Grounds settled(Grounds g, Set<String> taken) {
        List<String> left =
                g.presumes().stream().filter(p -> !taken.contains(p)).toList();
        boolean free = left.isEmpty() && g.certainty() == Certainty.CONDITIONAL;
        return new Grounds(
                free ? Certainty.ESTABLISHED : g.certainty(),
                g.open(),
                left,
                g.day(),
                g.stay(),
                g.department(),
                g.agreement(),
                g.people(),
                g.portions(),
                g.moneyKnown(),
                g.roots(),
                g.clauses());
    }

    static Conclusion regrounded(Conclusion c, Grounds g) {
        return Optional.of(c)
                .<Conclusion>map(x -> x instanceof Breach b ? new Breach(b.rulebook(), b.clause(), g) : x)
                .map(x -> x instanceof Measure m
                        ? new Measure(m.rulebook(), m.clause(), m.modality(), m.kind(), m.subject(), m.terms(), g)
                        : x)
                .map(x -> x instanceof Duty d ? d.on(g) : x)
                .orElseThrow();
    }
}
