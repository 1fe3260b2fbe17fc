package qiyue.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import qiyue.explain.Explanation;

/**
 * Applications of a rule for the same reason, one like the other: the conditions met read the same, only the facts are others. Of a
 * bill of thousands of lines the first is told whole, the others by their ids and their number. Where each has values of its own, so
 * many are told and the rest are put together as if they were alike.
 *
 * @param first told whole
 * @param others which facts the others are about
 * @param also told whole too, where they are too few to be put together
 */
record LikeApplications(Explanation.Application first, Set<String> others, List<Explanation.Application> also) {
    /** So many are told whole as they are. */
    private static final int FEW = 4;

    /** So many that differ are told of one rule. */
    private static final int UNLIKE = 20;

    private record Key(
            String rule,
            String certainty,
            List<String> restsOn,
            List<List<String>> conditions,
            List<Explanation.Said> counted) {
        /** The rule, whatever the values were. */
        Key roughly() {
            return new Key(rule, certainty, restsOn, List.of(), List.of());
        }
    }

    /** The applications put together, in the order of the first of each. */
    static Collection<LikeApplications> of(List<Explanation.Application> all, String lang) {
        Map<Key, List<Explanation.Application>> alike = new LinkedHashMap<>();
        Map<Key, Integer> unlike = new HashMap<>();
        for (Explanation.Application a : all) {
            Key key = key(a, lang);
            if (!alike.containsKey(key) && unlike.merge(key.roughly(), 1, Integer::sum) > UNLIKE) {
                key = key.roughly();
            }
            alike.computeIfAbsent(key, k -> new ArrayList<>()).add(a);
        }
        return alike.values().stream().map(LikeApplications::together).toList();
    }

    private static LikeApplications together(List<Explanation.Application> alike) {
        Explanation.Application first = alike.get(0);
        List<Explanation.Application> rest = alike.subList(1, alike.size());
        if (alike.size() <= FEW) {
            return new LikeApplications(first, Set.of(), rest);
        }
        Set<String> others = new LinkedHashSet<>();
        rest.forEach(a -> others.add(apart(first, a)));
        return new LikeApplications(first, others, List.of());
    }

    private static Key key(Explanation.Application a, String lang) {
        return new Key(
                a.rule(),
                a.certainty(),
                a.restsOn(),
                a.facts().stream()
                        .map(m -> m.conditions().stream()
                                .map(c -> c.said().in(lang))
                                .distinct()
                                .toList())
                        .toList(),
                a.counted());
    }

    /** The facts by which an application is another than the first. */
    private static String apart(Explanation.Application first, Explanation.Application other) {
        Set<String> apart = new LinkedHashSet<>();
        for (int i = 0; i < other.facts().size(); i++) {
            Explanation.Matched m = other.facts().get(i);
            if (i >= first.facts().size() || !m.equals(first.facts().get(i))) {
                // a conclusion is named by the facts it rests on
                apart.add(m.id().substring(m.id().lastIndexOf('@') + 1));
            }
        }
        return String.join("+", apart);
    }
}
