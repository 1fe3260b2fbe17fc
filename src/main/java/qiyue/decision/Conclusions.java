package qiyue.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import qiyue.fact.Conclusion;

/** What the rules concluded, after the choices of the agency. */
record Conclusions(List<Conclusion> all) {
    Conclusions {
        all = List.copyOf(all);
    }

    <T extends Conclusion> Stream<T> of(Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast);
    }

    /** Clauses once each, in the order of the text. */
    static List<String> clauses(Stream<String> clauses) {
        return clauses.distinct().sorted(ClauseOrder.INSTANCE).toList();
    }

    /** A part of all of them together, sorted, once each. */
    static <C extends Conclusion> List<String> union(List<C> same, Function<Conclusion, List<String>> part) {
        if (same.size() == 1 && part.apply(same.get(0)).size() < 2) {
            return part.apply(same.get(0));
        }
        Set<String> all = new TreeSet<>();
        for (C conclusion : same) {
            all.addAll(part.apply(conclusion));
        }
        return List.copyOf(all);
    }

    /** In order of their ids, each put together once; those of one id in the order they came. */
    static <C extends Conclusion> List<C> byId(Collection<C> conclusions) {
        return ordered(conclusions, Comparator.comparing(Named::id));
    }

    /** In order of their ids, those of one id by what else they are. */
    static <C extends Conclusion> List<C> byIdAndAll(Collection<C> conclusions) {
        return ordered(
                conclusions,
                Comparator.comparing((Named<C> n) -> n.id())
                        .thenComparing(n -> n.conclusion().toString()));
    }

    private record Named<C>(String id, C conclusion) {}

    private static <C extends Conclusion> List<C> ordered(Collection<C> conclusions, Comparator<Named<C>> order) {
        List<Named<C>> named = new ArrayList<>(conclusions.size());
        for (C conclusion : conclusions) {
            named.add(new Named<>(conclusion.id(), conclusion));
        }
        named.sort(order);
        List<C> sorted = new ArrayList<>(named.size());
        for (Named<C> each : named) {
            sorted.add(each.conclusion());
        }
        return List.copyOf(sorted);
    }
}
