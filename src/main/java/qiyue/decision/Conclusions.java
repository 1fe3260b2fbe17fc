package qiyue.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import qiyue.fact.Breach;
import qiyue.fact.Conclusion;
import qiyue.fact.Duty;
import qiyue.fact.Measure;

/** What the rules concluded, after the choices of the agency. */
final class Conclusions {
    private final List<Conclusion> all;
    private final List<Breach> breaches = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();
    private final List<Duty> duties = new ArrayList<>();

    Conclusions(List<Conclusion> all) {
        this.all = List.copyOf(all);
        for (Conclusion each : all) {
            if (each instanceof Breach b) {
                breaches.add(b);
            } else if (each instanceof Measure m) {
                measures.add(m);
            } else if (each instanceof Duty d) {
                duties.add(d);
            }
        }
    }

    List<Conclusion> all() {
        return all;
    }

    List<Breach> breaches() {
        return breaches;
    }

    List<Measure> measures() {
        return measures;
    }

    List<Duty> duties() {
        return duties;
    }

    /** Their clauses once each, in the order of the text. */
    static List<String> clauses(List<? extends Conclusion> same) {
        if (same.size() == 1) {
            return List.of(same.get(0).fullClause());
        }
        Set<String> clauses = new HashSet<>();
        for (Conclusion conclusion : same) {
            clauses.add(conclusion.fullClause());
        }
        return ordered(clauses);
    }

    /** The clauses behind them once each, in the order of the text. */
    static List<String> behind(List<? extends Conclusion> same) {
        Set<String> clauses = new HashSet<>();
        for (Conclusion conclusion : same) {
            clauses.addAll(conclusion.grounds().clauses());
        }
        return ordered(clauses);
    }

    private static List<String> ordered(Set<String> clauses) {
        List<String> sorted = new ArrayList<>(clauses);
        sorted.sort(ClauseOrder.INSTANCE);
        return List.copyOf(sorted);
    }

    /** Whether all facts that some rest on are facts of the others. */
    static <C extends Conclusion> boolean restOnNothingBeside(List<C> some, List<C> others) {
        return some.isEmpty()
                || new HashSet<>(union(others, Conclusion::roots)).containsAll(union(some, Conclusion::roots));
    }

    /** A part of all of them together, sorted, once each. */
    static <C extends Conclusion> List<String> union(List<C> same, Function<Conclusion, List<String>> part) {
        if (same.size() == 1 && part.apply(same.get(0)).size() < 2) {
            return part.apply(same.get(0));
        }
        Set<String> all = new HashSet<>();
        for (C conclusion : same) {
            all.addAll(part.apply(conclusion));
        }
        List<String> sorted = new ArrayList<>(all);
        sorted.sort(null);
        return List.copyOf(sorted);
    }

    /** In order of their ids, each put together once; those of one id in the order they came. */
    static <C extends Conclusion> List<C> byId(Collection<C> conclusions) {
        return ordered(conclusions, Named.byId());
    }

    /** In order of their ids, those of one id by what else they are. */
    static <C extends Conclusion> List<C> byIdAndAll(Collection<C> conclusions) {
        return ordered(conclusions, idAndAll());
    }

    /** The one that comes first by id and what else they are. */
    static <C extends Conclusion> C first(List<C> conclusions) {
        Comparator<Named<C>> order = idAndAll();
        Map<String, String> heads = new HashMap<>();
        Named<C> first = new Named<>(conclusions.get(0), heads);
        for (C each : conclusions) {
            Named<C> other = new Named<>(each, heads);
            first = order.compare(other, first) < 0 ? other : first;
        }
        return first.conclusion();
    }

    private static <C extends Conclusion> Comparator<Named<C>> idAndAll() {
        return Named.<C>byId().thenComparing(Named::text);
    }

    /**
     * A conclusion, its id and, where that does not tell it from others, what else it is: each put together once. Up to its first
     * {@code @}, which no clause and no code has, the id is that of all that the clause concludes of its like, so it is kept once and
     * among those only the rest is compared.
     */
    private static final class Named<C extends Conclusion> {
        private final C conclusion;
        private final String head;
        private final String rest;
        private @Nullable String text;

        Named(C conclusion, Map<String, String> heads) {
            this.conclusion = conclusion;
            String id = conclusion.id();
            int end = id.indexOf('@') + 1;
            String own = id.substring(0, end);
            String kept = heads.putIfAbsent(own, own);
            this.head = kept == null ? own : kept;
            this.rest = id.substring(end);
        }

        static <C extends Conclusion> Comparator<Named<C>> byId() {
            return (a, b) -> {
                int order = a.head.equals(b.head) ? 0 : a.head.compareTo(b.head);
                return order == 0 ? a.rest.compareTo(b.rest) : order;
            };
        }

        C conclusion() {
            return conclusion;
        }

        String text() {
            String known = text == null ? conclusion.toString() : text;
            text = known;
            return known;
        }
    }

    private static <C extends Conclusion> List<C> ordered(Collection<C> conclusions, Comparator<Named<C>> order) {
        Map<String, String> heads = new HashMap<>();
        List<Named<C>> named = new ArrayList<>(conclusions.size());
        for (C conclusion : conclusions) {
            named.add(new Named<>(conclusion, heads));
        }
        named.sort(order);
        List<C> sorted = new ArrayList<>(named.size());
        for (Named<C> each : named) {
            sorted.add(each.conclusion());
        }
        return List.copyOf(sorted);
    }
}
