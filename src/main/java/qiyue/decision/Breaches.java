package qiyue.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        Map<String, List<Breach>> byClause = new TreeMap<>(ClauseOrder.INSTANCE);
        for (Breach breach : conclusions.breaches()) {
            byClause.computeIfAbsent(breach.fullClause(), k -> new ArrayList<>())
                    .add(breach);
        }
        List<BreachLine> lines = new ArrayList<>();
        for (Map.Entry<String, List<Breach>> met : byClause.entrySet()) {
            lines.add(new BreachLine(met.getKey(), strongest(met.getValue()), instances(met.getValue())));
        }
        return List.copyOf(lines);
    }

    /** By day; those of one day in the order of their facts, in which the groups come. */
    private List<Instance> instances(List<Breach> breaches) {
        List<Instance> instances = new ArrayList<>();
        for (List<Breach> same : Touching.groups(breaches)) {
            instances.add(instance(same));
        }
        instances.sort(Comparator.comparing(Instance::day));
        return List.copyOf(instances);
    }

    private Instance instance(List<Breach> same) {
        Map<String, List<Breach>> certain = certain(same);
        boolean known = true;
        LocalDate day = Blank.NEVER;
        String department = "";
        List<Breach> open = new ArrayList<>();
        for (Breach breach : same) {
            known &= breach.moneyKnown();
            day = breach.day().isBefore(day) ? breach.day() : day;
            if (!breach.department().isEmpty()
                    && (department.isEmpty() || breach.department().compareTo(department) < 0)) {
                department = breach.department();
            }
            if (!breach.open().isEmpty() && !certainAnyway(breach, certain)) {
                open.add(breach);
            }
        }
        BigDecimal amount = takings.total(inheritance.portions(same), Place.WHOLE);
        return new Instance(
                strongest(same),
                Conclusions.union(same, Conclusion::roots),
                day,
                department,
                Conclusions.union(same, Conclusion::people),
                known || amount.signum() > 0 ? amount : Conclusion.UNSTATED,
                known,
                Questions.asked(open),
                Conclusions.union(same, Conclusion::presumes));
    }

    /** The certain ones by clause and fact. */
    static Map<String, List<Breach>> certain(List<Breach> breaches) {
        Map<String, List<Breach>> certain = new HashMap<>();
        for (Breach breach : breaches) {
            if (breach.certainty() == Certainty.ESTABLISHED) {
                for (String root : breach.roots()) {
                    certain.computeIfAbsent(breach.fullClause() + "|" + root, k -> new ArrayList<>())
                            .add(breach);
                }
            }
        }
        return certain;
    }

    /** Whether the clause is met for certain on all the same facts and more, with no less money: then no answer adds to it. */
    static boolean certainAnyway(Breach open, Map<String, List<Breach>> certain) {
        if (open.open().isEmpty() || open.roots().isEmpty()) {
            return false;
        }
        String first = open.fullClause() + "|" + open.roots().get(0);
        for (Breach sure : certain.getOrDefault(first, List.of())) {
            if (sure.roots().containsAll(open.roots())
                    && sure.people().containsAll(open.people())
                    && sure.portions().containsAll(open.portions())
                    && (open.moneyKnown() || !sure.moneyKnown())) {
                return true;
            }
        }
        return false;
    }

    private static Certainty strongest(List<? extends Conclusion> same) {
        Certainty strongest = same.get(0).certainty();
        for (Conclusion conclusion : same) {
            strongest = conclusion.certainty().compareTo(strongest) < 0 ? conclusion.certainty() : strongest;
        }
        return strongest;
    }
}
