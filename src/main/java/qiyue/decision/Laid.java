package qiyue.decision;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import qiyue.fact.Choice;

/**
 * A choice and the keys it fits: none if the measure is not on offer, several if it does not say which.
 *
 * @param facts what calls for the measures it fits
 * @param offered the keys of all measures of that kind that can be chosen
 * @param contradicted whether another, named differently, is of the same key and decides otherwise
 * @param excluded the measure, taken as well, that one of the two stands instead of; empty if there is none
 */
record Laid(
        Choice choice, List<Key> keys, Set<String> facts, List<Key> offered, boolean contradicted, String excluded) {
    Laid {
        keys = List.copyOf(keys);
        facts = Set.copyOf(facts);
        offered = List.copyOf(offered);
    }

    /** A measure on a key. */
    record On(String measure, Key key) {}

    /** The measure and the one key it fits, by which others are told that decide the same matter; none if several. */
    Optional<On> on() {
        return keys.size() == 1 ? Optional.of(new On(choice.measure(), keys.get(0))) : Optional.empty();
    }

    /** The key it is applied to. */
    Optional<Key> key() {
        return keys.size() == 1 && !contradicted && excluded.isEmpty() ? Optional.of(keys.get(0)) : Optional.empty();
    }

    /** Each beside the others: what of the same measure and key decides otherwise, and what is taken that stands instead of it. */
    static List<Laid> beside(List<Laid> each, Map<String, MeasureKind> kinds) {
        Map<On, Set<List<Object>>> decided = new HashMap<>();
        Map<String, Set<String>> taken = new TreeMap<>();
        for (Laid l : each) {
            l.on().ifPresent(on ->
                    decided.computeIfAbsent(on, k -> new HashSet<>()).add(l.choice.decided()));
            if (l.taken()) {
                taken.computeIfAbsent(l.choice.measure(), k -> new HashSet<>()).addAll(l.facts);
            }
        }
        return each.stream().map(l -> l.beside(decided, taken, kinds)).toList();
    }

    private Laid beside(
            Map<On, Set<List<Object>>> decided, Map<String, Set<String>> taken, Map<String, MeasureKind> kinds) {
        boolean otherwise =
                on().filter(on -> decided.getOrDefault(on, Set.of()).size() > 1).isPresent();
        return new Laid(choice, keys, facts, offered, otherwise, taken() ? instead(taken, kinds) : "");
    }

    private boolean taken() {
        return choice.choice().equals("taken");
    }

    /** The first measure, of those taken for the same facts, that the text offers instead of this one, or this one instead of it. */
    private String instead(Map<String, Set<String>> taken, Map<String, MeasureKind> kinds) {
        String own = choice.measure();
        return taken.keySet().stream()
                .filter(other -> instead(own, other, kinds) || instead(other, own, kinds))
                .filter(other -> !Collections.disjoint(taken.getOrDefault(other, Set.of()), facts))
                .findFirst()
                .orElse("");
    }

    private static boolean instead(String one, String other, Map<String, MeasureKind> kinds) {
        return kinds.getOrDefault(one, MeasureKind.NONE).instead().contains(other);
    }
}
