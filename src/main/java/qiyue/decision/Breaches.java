package qiyue.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.Instance;
import qiyue.fact.Blank;
import qiyue.fact.Breach;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;

/** The clauses met. Conclusions that share a fact, are equally certain and name no two departments are one time a clause was met. */
final class Breaches {
    private final Takings takings;
    private final Inheritance inheritance;
    private final Predicate<Breach> ofNoDepartment;

    /** By day; those of one day in the order of their facts. */
    static final Comparator<Instance> ORDER = Comparator.comparing(Instance::day)
            .thenComparing(i -> i.facts().isEmpty() ? "" : i.facts().get(0))
            .thenComparing(Instance::certainty);

    /**
     * Of the money taken.
     *
     * @param ofNoDepartment those that are no department's, whatever the facts they rest on name
     */
    Breaches(Takings takings, Inheritance inheritance, Predicate<Breach> ofNoDepartment) {
        this.takings = takings;
        this.inheritance = inheritance;
        this.ofNoDepartment = ofNoDepartment;
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

    /**
     * By day; those of one day in the order of their facts, in which the groups come. Each certainty by itself: what is only
     * suspected, or hangs on a choice or an answer, is no part of a time the clause was met for certain, and has its own money.
     */
    private List<Instance> instances(List<Breach> breaches) {
        Map<Certainty, List<Breach>> standing = new EnumMap<>(Certainty.class);
        Map<String, List<Breach>> byFact = byFact(breaches);
        for (Breach breach : breaches) {
            if (!surerAnyway(breach, byFact)) {
                standing.computeIfAbsent(breach.certainty(), k -> new ArrayList<>())
                        .add(breach);
            }
        }
        List<Instance> instances = new ArrayList<>();
        for (List<Breach> alike : standing.values()) {
            for (List<Breach> touching : Touching.groups(alike)) {
                departments(touching).forEach(same -> instances.add(instance(same)));
            }
        }
        instances.sort(ORDER);
        return List.copyOf(instances);
    }

    /**
     * What is counted department by department is met by each for itself, though all point at the one agreement; what is met by
     * the facts of several departments together is no department's.
     */
    private Collection<List<Breach>> departments(List<Breach> touching) {
        Map<String, List<Breach>> named = new TreeMap<>();
        for (Breach breach : touching) {
            named.computeIfAbsent(department(breach), k -> new ArrayList<>()).add(breach);
        }
        @Nullable List<Breach> unnamed = named.size() > 1 ? named.remove("") : null;
        if (unnamed != null && named.size() > 1 && Conclusions.restOnNothingBeside(touching, unnamed)) {
            return List.of(touching);
        }
        if (unnamed != null) {
            named.values().iterator().next().addAll(unnamed);
        }
        return named.values();
    }

    private static Map<String, List<Breach>> byFact(List<Breach> breaches) {
        Map<String, List<Breach>> byFact = new HashMap<>();
        for (Breach breach : breaches) {
            for (String root : breach.roots()) {
                byFact.computeIfAbsent(root, k -> new ArrayList<>()).add(breach);
            }
        }
        return byFact;
    }

    /** Whether the clause is met more surely on all the same facts and more, with no less money: then it adds nothing. */
    private static boolean surerAnyway(Breach breach, Map<String, List<Breach>> byFact) {
        if (breach.certainty() == Certainty.ESTABLISHED || breach.roots().isEmpty()) {
            return false;
        }
        for (Breach other : byFact.getOrDefault(breach.roots().get(0), List.of())) {
            if (other.certainty().compareTo(breach.certainty()) < 0 && covers(other, breach)) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(Breach sure, Breach other) {
        return sure.roots().containsAll(other.roots())
                && sure.people().containsAll(other.people())
                && sure.portions().containsAll(other.portions())
                && (other.moneyKnown() || !sure.moneyKnown());
    }

    private Instance instance(List<Breach> same) {
        boolean known = true;
        LocalDate day = Blank.NEVER;
        for (Breach breach : same) {
            known &= breach.moneyKnown();
            day = breach.day().isBefore(day) ? breach.day() : day;
        }
        BigDecimal amount = takings.total(inheritance.portions(same), Place.WHOLE);
        return new Instance(
                same.get(0).certainty(),
                Conclusions.union(same, Conclusion::roots),
                day,
                department(same),
                Conclusions.union(same, Conclusion::people),
                known || amount.signum() > 0 ? amount : Conclusion.UNSTATED,
                known,
                Questions.asked(same),
                Conclusions.union(same, Conclusion::presumes));
    }

    /** The one department they name; none where they name two, or where others rest on facts beyond those of that department. */
    private String department(List<Breach> same) {
        String only = "";
        List<Breach> named = new ArrayList<>();
        List<Breach> unnamed = new ArrayList<>();
        for (Breach each : same) {
            String own = department(each);
            if (!own.isEmpty() && !only.isEmpty() && !own.equals(only)) {
                return "";
            }
            (own.isEmpty() ? unnamed : named).add(each);
            only = own.isEmpty() ? only : own;
        }
        return only.isEmpty() || Conclusions.restOnNothingBeside(unnamed, named) ? only : "";
    }

    private String department(Breach breach) {
        return ofNoDepartment.test(breach) ? "" : breach.department();
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
            if (covers(sure, open)) {
                return true;
            }
        }
        return false;
    }

    private static Certainty strongest(List<? extends Conclusion> same) {
        Certainty strongest = same.get(0).certainty();
        for (Conclusion conclusion : same) {
            strongest = strongest.or(conclusion.certainty());
        }
        return strongest;
    }
}
