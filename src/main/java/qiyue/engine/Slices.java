package qiyue.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import qiyue.drl.Drl;
import qiyue.drl.FactTypes;
import qiyue.fact.Evidence;

/**
 * Which rules of a regime can be met by some facts: those for whose every pattern there is a fact of its type and code, or
 * another such rule that comes to what it looks for. All others never fire on these facts, so that a session without them
 * concludes the same; nor is anything concluded from a fact that none of those rules looks at.
 */
final class Slices {
    private static final int KNOWN = 4096;

    private final List<Integer> sizes = new ArrayList<>();
    private final List<List<Plan.Sight>> sights = new ArrayList<>();
    private final List<List<Plan.Sight>> all = new ArrayList<>();
    private final List<Ways.Node> nodes;

    /** Facts of one type and code look alike to rules: what was worked out for such facts, by their types and codes. */
    private final Map<Map<Class<?>, Set<String>>, Slice> known = new ConcurrentHashMap<>();

    /**
     * What is in play where there are facts of some types and codes.
     *
     * @param rules for each rulebook of the regime, the numbers of its rules that can be met
     * @param looked the codes, by type, of the facts that those rules look at
     */
    record Slice(List<BitSet> rules, Map<Class<?>, Set<String>> looked) {
        /** Of the facts those that matter to its rules. */
        List<Evidence> of(List<Evidence> facts) {
            List<Evidence> some = new ArrayList<>(facts.size());
            for (Evidence fact : facts) {
                Set<String> codes = looked.get(fact.getClass());
                if (codes != null && codes.contains(Plan.code(fact))) {
                    some.add(fact);
                }
            }
            return some;
        }
    }

    Slices(List<Plan> plans, Ways ways) {
        this.nodes = ways.nodes();
        for (Plan plan : plans) {
            sizes.add(plan.rules().size());
            for (Drl.Rule rule : plan.rules()) {
                List<Plan.Sight> own = new ArrayList<>();
                List<Plan.Sight> every = new ArrayList<>();
                for (Drl.Condition condition : rule.when()) {
                    for (Drl.Pattern pattern : condition.members()) {
                        every.add(plan.sight(pattern));
                    }
                    if (condition instanceof Drl.Pattern p && !FactTypes.isConclusion(p.type())) {
                        own.add(plan.sight(p));
                    }
                }
                sights.add(own);
                all.add(every);
            }
        }
    }

    /** What is in play with these facts. */
    Slice of(List<Evidence> facts) {
        Map<Class<?>, Set<String>> codes = new HashMap<>();
        for (Evidence fact : facts) {
            codes.computeIfAbsent(fact.getClass(), k -> new HashSet<>()).add(Plan.code(fact));
        }
        Slice before = known.get(codes);
        if (before != null) {
            return before;
        }
        if (known.size() > KNOWN) {
            known.clear();
        }
        Slice found = search(facts);
        known.put(codes, found);
        return found;
    }

    private Slice search(List<Evidence> facts) {
        Map<String, Map<String, Evidence>> alike = new HashMap<>();
        for (Evidence fact : facts) {
            alike.computeIfAbsent(fact.getClass().getSimpleName(), k -> new HashMap<>())
                    .putIfAbsent(Plan.code(fact), fact);
        }
        BitSet possible = possible(alike);
        List<BitSet> books = new ArrayList<>();
        int from = 0;
        for (int size : sizes) {
            books.add(possible.get(from, from + size));
            from += size;
        }
        return new Slice(List.copyOf(books), looked(possible, alike));
    }

    private Map<Class<?>, Set<String>> looked(BitSet possible, Map<String, Map<String, Evidence>> alike) {
        Map<Class<?>, Set<String>> looked = new HashMap<>();
        for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
            for (Plan.Sight sight : all.get(i)) {
                alike.getOrDefault(sight.type(), Map.of()).forEach((code, fact) -> {
                    if (sight.shows(fact)) {
                        looked.computeIfAbsent(fact.getClass(), k -> new HashSet<>())
                                .add(code);
                    }
                });
            }
        }
        return looked;
    }

    private BitSet possible(Map<String, Map<String, Evidence>> alike) {
        boolean[] seen = new boolean[sights.size()];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = seen(sights.get(i), alike);
        }
        BitSet possible = new BitSet();
        int before;
        do {
            before = possible.cardinality();
            for (int i = 0; i < seen.length; i++) {
                if (seen[i] && !possible.get(i) && concluded(nodes.get(i), possible)) {
                    possible.set(i);
                }
            }
        } while (possible.cardinality() > before);
        return possible;
    }

    private static boolean seen(List<Plan.Sight> sights, Map<String, Map<String, Evidence>> alike) {
        for (Plan.Sight sight : sights) {
            boolean some = false;
            for (Evidence fact : alike.getOrDefault(sight.type(), Map.of()).values()) {
                some |= sight.shows(fact);
            }
            if (!some) {
                return false;
            }
        }
        return true;
    }

    /** Whether what the rule looks for among conclusions can have been concluded. */
    private static boolean concluded(Ways.Node node, BitSet possible) {
        for (int[] under : node.under()) {
            boolean some = false;
            for (int rule : under) {
                some |= possible.get(rule);
            }
            if (!some) {
                return false;
            }
        }
        return true;
    }
}
