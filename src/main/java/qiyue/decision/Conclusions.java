package qiyue.decision;

import java.util.List;
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
        return same.stream()
                .flatMap(c -> part.apply(c).stream())
                .sorted()
                .distinct()
                .toList();
    }
}
