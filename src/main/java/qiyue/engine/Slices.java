package qiyue.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import qiyue.drl.Drl;
import qiyue.drl.FactTypes;
import qiyue.fact.Evidence;

/**
 * Which rules of a regime can be met by some facts: those for whose every pattern there is a fact of its type and code, or
 * another such rule that comes to what it looks for. All others never fire on these facts, so that a session without them
 * concludes the same.
 */
final class Slices {
    private final List<Integer> sizes = new ArrayList<>();
    private final List<List<Plan.Sight>> sights = new ArrayList<>();
    private final List<Ways.Node> nodes;

    Slices(List<Plan> plans, Ways ways) {
        this.nodes = ways.nodes();
        for (Plan plan : plans) {
            sizes.add(plan.rules().size());
            for (Drl.Rule rule : plan.rules()) {
                List<Plan.Sight> own = new ArrayList<>();
                for (Drl.Condition condition : rule.when()) {
                    if (condition instanceof Drl.Pattern p && !FactTypes.isConclusion(p.type())) {
                        own.add(Plan.Sight.of(p));
                    }
                }
                sights.add(own);
            }
        }
    }

    /** For each rulebook of the regime, the numbers of its rules that these facts can meet. */
    List<BitSet> of(List<Evidence> facts) {
        // facts of one type and code look alike to a sight
        Map<String, Map<String, Evidence>> alike = new HashMap<>();
        for (Evidence fact : facts) {
            alike.computeIfAbsent(fact.getClass().getSimpleName(), k -> new HashMap<>())
                    .putIfAbsent(Plan.code(fact), fact);
        }
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
        List<BitSet> books = new ArrayList<>();
        int from = 0;
        for (int size : sizes) {
            books.add(possible.get(from, from + size));
            from += size;
        }
        return books;
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
