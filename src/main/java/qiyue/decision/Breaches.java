package qiyue.decision;

import java.math.BigDecimal;
import java.util.Comparator;
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

    private List<Instance> instances(List<Breach> breaches) {
        return Touching.groups(breaches).stream()
                .map(this::instance)
                .sorted(Comparator.comparing(Instance::day).thenComparing(i -> String.join(",", i.facts())))
                .toList();
    }

    private Instance instance(List<Breach> same) {
        boolean known = same.stream().allMatch(Breach::moneyKnown);
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
                Questions.asked(same),
                Conclusions.union(same, Conclusion::presumes));
    }

    private static Certainty strongest(List<? extends Conclusion> same) {
        return same.stream()
                .map(Conclusion::certainty)
                .min(Comparator.naturalOrder())
                .orElse(Certainty.ESTABLISHED);
    }
}
