package qiyue.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
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
        return ordered(conclusions, Comparator.comparing(Named::id));
    }

    /** In order of their ids, those of one id by what else they are. */
    static <C extends Conclusion> List<C> byIdAndAll(Collection<C> conclusions) {
        return ordered(conclusions, idAndAll());
    }

    /** The one that comes first by id and what else they are. */
    static <C extends Conclusion> C first(List<C> conclusions) {
        Comparator<Named<C>> order = idAndAll();
        Named<C> first = new Named<>(conclusions.get(0));
        for (C each : conclusions) {
            Named<C> other = new Named<>(each);
            first = order.compare(other, first) < 0 ? other : first;
        }
        return first.conclusion();
    }

    private static <C extends Conclusion> Comparator<Named<C>> idAndAll() {
        return Comparator.comparing((Named<C> n) -> n.id()).thenComparing(Named::text);
    }

    /** A conclusion, its id and, where that does not tell it from others, what else it is: each put together once. */
    private static final class Named<C extends Conclusion> {
        private final C conclusion;
        private final String id;
        private @Nullable String text;

        Named(C conclusion) {
            this.conclusion = conclusion;
            this.id = conclusion.id();
        }

        String id() {
            return id;
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
        List<Named<C>> named = new ArrayList<>(conclusions.size());
        for (C conclusion : conclusions) {
            named.add(new Named<>(conclusion));
        }
        named.sort(order);
        List<C> sorted = new ArrayList<>(named.size());
        for (Named<C> each : named) {
            sorted.add(each.conclusion());
        }
        return List.copyOf(sorted);
    }
}
