package qiyue.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.Instance;
import qiyue.fact.Blank;
import qiyue.fact.Breach;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;

/** The clauses met. Conclusions that share a fact are one time a clause was met. */
final class Breaches {
    private final Takings takings;
    private final Inheritance inheritance;

    Breaches(Takings takings, Inheritance inheritance) {
        this.takings = takings;
        this.inheritance = inheritance;
    }

    List<BreachLine> lines(Conclusions conclusions) {
        Map<String, List<Breach>> byClause = conclusions
                .of(Breach.class)
                .collect(Collectors.groupingBy(Conclusion::fullClause, TreeMap::new, Collectors.toList()));
        return byClause.entrySet().stream()
                .map(e -> new BreachLine(e.getKey(), strongest(e.getValue()), instances(e.getValue())))
                .sorted(Comparator.comparing(BreachLine::clause, ClauseOrder.INSTANCE))
                .toList();
    }

    /** By day; those of one day in the order of their facts, in which the groups come. */
    private List<Instance> instances(List<Breach> breaches) {
        return Touching.groups(breaches).stream()
                .map(this::instance)
                .sorted(Comparator.comparing(Instance::day))
                .toList();
    }

    private Instance instance(List<Breach> same) {
        boolean known = same.stream().allMatch(Breach::moneyKnown);
        Map<String, List<Breach>> certain = certain(same);
        BigDecimal amount = takings.total(inheritance.portions(same), Place.WHOLE);
        return new Instance(
                strongest(same),
                Conclusions.union(same, Conclusion::roots),
                same.stream().map(Breach::day).min(Comparator.naturalOrder()).orElse(Blank.NEVER),
                same.stream()
                        .map(Breach::department)
                        .filter(d -> !d.isEmpty())
                        .sorted()
                        .findFirst()
                        .orElse(""),
                Conclusions.union(same, Conclusion::people),
                known || amount.signum() > 0 ? amount : Conclusion.UNSTATED,
                known,
                Questions.asked(
                        same.stream().filter(b -> !certainAnyway(b, certain)).toList()),
                Conclusions.union(same, Conclusion::presumes));
    }

    /** The certain ones by clause and fact. */
    static Map<String, List<Breach>> certain(List<Breach> breaches) {
        Map<String, List<Breach>> certain = new HashMap<>();
        breaches.stream()
                .filter(b -> b.certainty() == Certainty.ESTABLISHED)
                .forEach(b -> b.roots()
                        .forEach(r -> certain.computeIfAbsent(b.fullClause() + "|" + r, k -> new ArrayList<>())
                                .add(b)));
        return certain;
    }

    /** Whether the clause is met for certain on all the same facts and more, with no less money: then no answer adds to it. */
    static boolean certainAnyway(Breach open, Map<String, List<Breach>> certain) {
        return !open.open().isEmpty()
                && !open.roots().isEmpty()
                && certain.getOrDefault(open.fullClause() + "|" + open.roots().get(0), List.of()).stream()
                        .anyMatch(b -> b.roots().containsAll(open.roots())
                                && b.people().containsAll(open.people())
                                && b.portions().containsAll(open.portions())
                                && (open.moneyKnown() || !b.moneyKnown()));
    }

    private static Certainty strongest(List<? extends Conclusion> same) {
        return same.stream()
                .map(Conclusion::certainty)
                .min(Comparator.naturalOrder())
                .orElse(Certainty.ESTABLISHED);
    }
}
