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
    private final List<List<Line>> lines = new ArrayList<>();
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
                List<Line> own = new ArrayList<>();
                List<Plan.Sight> every = new ArrayList<>();
                for (Drl.Condition condition : rule.when()) {
                    for (Drl.Pattern pattern : condition.members()) {
                        every.add(plan.sight(pattern));
                    }
                    if (condition instanceof Drl.Pattern p && !FactTypes.isConclusion(p.type())) {
                        own.add(new Line(p, plan.sight(p)));
                    }
                }
                lines.add(own);
                all.add(every);
            }
        }
    }

    /** A line of a rule that looks for a fact, and what it can match. */
    private record Line(Drl.Pattern pattern, Plan.Sight sight) {}

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
        BitSet seen = new BitSet();
        for (int i = 0; i < lines.size(); i++) {
            seen.set(i, seen(lines.get(i), alike));
        }
        BitSet possible = closed(seen);
        return new Slice(byBook(possible), looked(possible, alike));
    }

    /**
     * Of the rules in play those whose every line is met by some fact, as far as the line speaks of that fact alone. To find them
     * facts are read by the constraints of lines, which pays where otherwise rules would be loaded that cannot fire.
     */
    List<BitSet> met(Slice slice, Crowd facts) {
        BitSet met = new BitSet();
        int from = 0;
        for (int b = 0; b < sizes.size(); b++) {
            BitSet rules = slice.rules().get(b);
            for (int i = rules.nextSetBit(0); i >= 0; i = rules.nextSetBit(i + 1)) {
                met.set(from + i, met(lines.get(from + i), facts));
            }
            from += sizes.get(b);
        }
        return byBook(closed(met));
    }

    private static boolean met(List<Line> lines, Crowd crowd) {
        for (Line line : lines) {
            if (crowd.met(line.pattern(), line.sight()).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private List<BitSet> byBook(BitSet rules) {
        List<BitSet> books = new ArrayList<>();
        int from = 0;
        for (int size : sizes) {
            books.add(rules.get(from, from + size));
            from += size;
        }
        return List.copyOf(books);
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

    /** Of the rules those for which what they look for among conclusions can be concluded by others of them. */
    private BitSet closed(BitSet rules) {
        BitSet possible = new BitSet();
        int before;
        do {
            before = possible.cardinality();
            for (int i = rules.nextSetBit(0); i >= 0; i = rules.nextSetBit(i + 1)) {
                if (!possible.get(i) && concluded(nodes.get(i), possible)) {
                    possible.set(i);
                }
            }
        } while (possible.cardinality() > before);
        return possible;
    }

    private static boolean seen(List<Line> lines, Map<String, Map<String, Evidence>> alike) {
        for (Line line : lines) {
            boolean some = false;
            for (Evidence fact :
                    alike.getOrDefault(line.sight().type(), Map.of()).values()) {
                some |= line.sight().shows(fact);
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
