package qiyue.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import qiyue.drl.Drl;
import qiyue.drl.DrlPrinter;
import qiyue.drl.FactTypes;
import qiyue.drl.Stated;
import qiyue.drl.Values;
import qiyue.engine.Docket;
import qiyue.fact.Conclusion;
import qiyue.fact.Exempt;
import qiyue.fact.Standing;
import qiyue.rulebook.Rulebook;

/** The facts at hand, and which of them meet the conditions of a rule. */
final class Matching {
    private final Docket.Group group;
    private final Guards guards;
    private final Map<String, List<Object>> facts = new HashMap<>();
    private final Map<String, Map<Object, List<Object>>> indexes = new HashMap<>();

    Matching(Docket.Group group, Guards guards) {
        this.group = group;
        this.guards = guards;
    }

    /** Takes note of what the constraints of a rule need to have stated; needed once before it is matched. */
    void guard(Drl.Rule rule) {
        guards.add(group, rule);
    }

    void clear() {
        facts.clear();
        indexes.clear();
    }

    void add(Object fact) {
        String type = fact.getClass().getSimpleName();
        facts.computeIfAbsent(type, t -> new ArrayList<>()).add(fact);
        indexes.keySet().removeIf(k -> k.startsWith(type + "."));
    }

    /** Does something with further facts of one type at hand. */
    <T> T with(List<?> further, String type, Supplier<T> work) {
        List<Object> all = facts.computeIfAbsent(type, t -> new ArrayList<>());
        int before = all.size();
        all.addAll(further);
        indexes.keySet().removeIf(k -> k.startsWith(type + "."));
        try {
            return work.get();
        } finally {
            all.subList(before, all.size()).clear();
            indexes.keySet().removeIf(k -> k.startsWith(type + "."));
        }
    }

    /**
     * Facts among which are all that could meet the first constraints of a pattern, in their order.
     *
     * @param first how many constraints have to be met
     */
    List<Object> meeting(Drl.Pattern pattern, Map<String, Object> names, int first) {
        List<Drl.Constraint> constraints = pattern.constraints();
        return candidates(pattern, constraints.subList(0, Math.min(first, constraints.size())), names);
    }

    /** Takes a way to meet a rule: its names, and the facts bound in its order. */
    interface Match {
        void accept(Map<String, Object> names, List<Object> facts);
    }

    void join(Rulebook book, Drl.Rule rule, int at, Map<String, Object> names, List<Object> matched, Match match) {
        if (at == rule.when().size()) {
            match.accept(names, matched);
            return;
        }
        Drl.Condition condition = rule.when().get(at);
        if (condition instanceof Drl.Pattern pattern) {
            each(book, pattern, names, fact -> {
                Map<String, Object> extended = new LinkedHashMap<>(names);
                bind(pattern, fact, extended);
                List<Object> with = new ArrayList<>(matched);
                with.add(fact);
                join(book, rule, at + 1, extended, with, match);
            });
        } else if (condition instanceof Drl.Group group) {
            if (exists(book, group.members(), 0, names) != group.negated()) {
                join(book, rule, at + 1, names, matched, match);
            }
        } else if (condition instanceof Drl.Accumulate accumulate) {
            Object result = accumulate(book, accumulate, names);
            if (Values.compare(
                    result, accumulate.operator(), accumulate.number().value())) {
                Map<String, Object> extended = new LinkedHashMap<>(names);
                extended.put(accumulate.result(), result);
                join(book, rule, at + 1, extended, matched, match);
            }
        }
    }

    static void bind(Drl.Pattern pattern, Object fact, Map<String, Object> names) {
        if (!pattern.binding().isEmpty()) {
            names.put(pattern.binding(), fact);
        }
        for (Drl.Constraint constraint : pattern.constraints()) {
            if (constraint instanceof Drl.Bind b) {
                names.put(b.name(), Values.of(b.path(), fact, names));
            }
        }
    }

    private void each(Rulebook book, Drl.Pattern pattern, Map<String, Object> names, Consumer<Object> use) {
        for (Object fact : candidates(pattern, pattern.constraints(), names)) {
            if (speaksOf(book, pattern, fact) && failing(book, pattern, fact, names) == null) {
                use.accept(fact);
            }
        }
    }

    /** Narrows by the first comparison of an own field with a value known beforehand. */
    private List<Object> candidates(Drl.Pattern pattern, List<Drl.Constraint> constraints, Map<String, Object> names) {
        List<Object> all = facts.getOrDefault(DrlPrinter.seen(pattern.type()), List.of());
        if (all.size() < 16) {
            return all;
        }
        Drl.Compare best = null;
        for (Drl.Constraint constraint : constraints) {
            if (constraint instanceof Drl.Compare c
                    && c.operator().equals("==")
                    && ownField(c.left())
                    && (c.right() instanceof Drl.Literal
                            || (c.right() instanceof Drl.Path p && names.containsKey(p.root())))
                    && (best == null || best.right() instanceof Drl.Literal)) {
                best = c;
            }
        }
        if (best == null) {
            return all;
        }
        Drl.Path field = (Drl.Path) best.left();
        Map<Object, List<Object>> index = indexes.computeIfAbsent(
                DrlPrinter.seen(pattern.type()) + "." + field.steps().get(0).name(), k -> {
                    Map<Object, List<Object>> built = new HashMap<>();
                    all.forEach(f -> built.computeIfAbsent(key(Values.of(field, f, Map.of())), v -> new ArrayList<>())
                            .add(f));
                    return built;
                });
        return index.getOrDefault(key(Values.of(best.right(), "", names)), List.of());
    }

    private static Object key(Object value) {
        return value instanceof Number
                ? Values.number(value).stripTrailingZeros()
                : value instanceof Enum<?> e ? e.name().toLowerCase(java.util.Locale.ROOT) : value;
    }

    private static boolean ownField(Drl.Operand operand) {
        return operand instanceof Drl.Path p
                && p.root().isEmpty()
                && p.steps().size() == 1
                && !p.steps().get(0).call();
    }

    static boolean speaksOf(Rulebook book, Drl.Pattern pattern, Object fact) {
        if (!FactTypes.isConclusion(pattern.type()) || namesBook(pattern)) {
            return true;
        }
        if (fact instanceof Conclusion c) {
            return c.rulebook().equals(book.id());
        }
        return fact instanceof Standing m
                ? m.rulebook().equals(book.id())
                : fact instanceof Exempt e && e.rulebook().equals(book.id());
    }

    private static boolean namesBook(Drl.Pattern pattern) {
        return pattern.constraints().stream()
                .anyMatch(c -> c instanceof Drl.Compare k
                        && ownField(k.left())
                        && ((Drl.Path) k.left()).steps().get(0).name().equals("rulebook"));
    }

    /** The first constraint the fact fails; null if it meets all. */
    Drl.@Nullable Constraint failing(Rulebook book, Drl.Pattern pattern, Object fact, Map<String, Object> names) {
        Map<String, Object> extended = names;
        for (Drl.Constraint constraint : pattern.constraints()) {
            if (!stated(constraint, fact, extended)) {
                return constraint;
            }
            if (constraint instanceof Drl.Bind b) {
                extended = extended == names ? new LinkedHashMap<>(names) : extended;
                extended.put(b.name(), Values.of(b.path(), fact, extended));
            } else if (!Values.holds(constraint, fact, extended)) {
                return constraint;
            }
        }
        return null;
    }

    private boolean stated(Drl.Constraint constraint, Object fact, Map<String, Object> names) {
        for (Drl.Path path : guards.of(constraint)) {
            if (!Stated.is(Values.of(path, fact, names))) {
                return false;
            }
        }
        return true;
    }

    boolean exists(Rulebook book, List<Drl.Pattern> members, int at, Map<String, Object> names) {
        if (at == members.size()) {
            return true;
        }
        Drl.Pattern pattern = members.get(at);
        for (Object fact : candidates(pattern, pattern.constraints(), names)) {
            if (speaksOf(book, pattern, fact) && failing(book, pattern, fact, names) == null) {
                Map<String, Object> extended = new LinkedHashMap<>(names);
                bind(pattern, fact, extended);
                if (exists(book, members, at + 1, extended)) {
                    return true;
                }
            }
        }
        return false;
    }

    Object accumulate(Rulebook book, Drl.Accumulate accumulate, Map<String, Object> names) {
        java.math.BigDecimal[] sum = {java.math.BigDecimal.ZERO};
        collect(
                book,
                accumulate.members(),
                0,
                names,
                bound -> sum[0] = sum[0].add(
                        accumulate.function().equals("count")
                                ? java.math.BigDecimal.ONE
                                : Values.number(java.util.Objects.requireNonNull(bound.get(accumulate.argument())))));
        return sum[0];
    }

    private void collect(
            Rulebook book,
            List<Drl.Pattern> members,
            int at,
            Map<String, Object> names,
            Consumer<Map<String, Object>> use) {
        if (at == members.size()) {
            use.accept(names);
            return;
        }
        each(book, members.get(at), names, fact -> {
            Map<String, Object> extended = new LinkedHashMap<>(names);
            bind(members.get(at), fact, extended);
            collect(book, members, at + 1, extended, use);
        });
    }
}
