package qiyue.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import qiyue.drl.Drl;
import qiyue.drl.DrlPrinter;
import qiyue.drl.FactTypes;
import qiyue.drl.Stated;
import qiyue.drl.Values;
import qiyue.engine.Docket;
import qiyue.fact.Conclusion;
import qiyue.fact.Exempt;
import qiyue.fact.Measure;
import qiyue.fact.Standing;
import qiyue.rulebook.Rulebook;

/**
 * One group of facts read against one regime, rule by rule, until nothing new follows; with the measures united as the
 * engine sees them, all that rests on them is read anew until they no longer change. Keeps every application of every
 * rule, and for a rule that was not applied how far it got and what stopped it.
 */
final class Reading {
    /** A rule applied: the facts bound in {@code when}, in its order, and what was concluded. */
    record Firing(Rulebook book, Drl.Rule rule, Map<String, Object> names, List<Object> facts, Object conclusion) {}

    /** What stopped a rule: the condition, the constraint that failed (if some fact came so far), the fact and the value found. */
    record Stop(
            Rulebook book,
            Drl.Rule rule,
            Drl.Condition condition,
            Drl.@Nullable Constraint constraint,
            @Nullable Object fact,
            String found,
            List<Object> before) {}

    private final List<Rulebook> regime;
    private final Map<Drl.Constraint, List<Drl.Path>> guards = new IdentityHashMap<>();
    private final Map<String, List<Object>> facts = new HashMap<>();
    private final Map<String, Map<Object, List<Object>>> indexes = new HashMap<>();
    private final Set<Object> known = new LinkedHashSet<>();
    private final List<Firing> firings = new ArrayList<>();
    private final Set<List<Object>> applied = new java.util.HashSet<>();

    Reading(Docket.Group group) {
        this.regime = group.regime();
        regime.forEach(b -> b.rules().forEach(r -> guards.putAll(Stated.guards(r))));
        group.facts().forEach(this::add);
        apply(rule -> rule.then().type().equals("Exempt"));
        apply(rule -> !rule.then().type().equals("Exempt") && !chained(rule));
        List<Object> firm = List.copyOf(known);
        List<Firing> direct = List.copyOf(firings);
        List<Standing> standing = List.of();
        List<Standing> before;
        do {
            before = standing;
            begin(firm, direct, standing);
            chain();
            standing = group.uniting().of(all(Measure.class));
        } while (!standing.equals(before));
    }

    /** What rests on facts alone, and the measures as they stood united; all else is to follow anew. */
    private void begin(List<Object> firm, List<Firing> direct, List<Standing> standing) {
        known.clear();
        facts.clear();
        indexes.clear();
        firings.clear();
        applied.clear();
        firm.forEach(this::add);
        direct.forEach(this::note);
        standing.forEach(this::add);
    }

    private void chain() {
        int before;
        do {
            before = known.size();
            apply(rule -> !rule.then().type().equals("Exempt") && chained(rule));
        } while (known.size() > before);
    }

    /** What a rule, perhaps none of its regime, would be applied to where all that follows has followed. */
    List<Firing> supposing(Rulebook book, Drl.Rule rule) {
        guards.putAll(Stated.guards(rule));
        return by(book, rule);
    }

    private List<Firing> by(Rulebook book, Drl.Rule rule) {
        List<Firing> found = new ArrayList<>();
        join(
                book,
                rule,
                0,
                new LinkedHashMap<>(),
                new ArrayList<>(),
                (names, matched) -> found.add(new Firing(
                        book, rule, Map.copyOf(names), List.copyOf(matched), Values.conclude(rule, book.id(), names))));
        return found;
    }

    /** Every application, each once, in the order of rulebooks and files. */
    List<Firing> firings() {
        return firings;
    }

    /** What follows. */
    Set<Conclusion> conclusions() {
        return new LinkedHashSet<>(all(Conclusion.class));
    }

    private <T> List<T> all(Class<T> type) {
        return known.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private void add(Object fact) {
        if (known.add(fact)) {
            String type = fact.getClass().getSimpleName();
            facts.computeIfAbsent(type, t -> new ArrayList<>()).add(fact);
            indexes.keySet().removeIf(k -> k.startsWith(type + "."));
        }
    }

    private void apply(java.util.function.Predicate<Drl.Rule> which) {
        List<Firing> found = new ArrayList<>();
        for (Rulebook book : regime) {
            for (Drl.Rule rule : book.rules()) {
                if (which.test(rule)) {
                    found.addAll(by(book, rule));
                }
            }
        }
        for (Firing firing : found) {
            note(firing);
            add(firing.conclusion());
        }
    }

    private void note(Firing firing) {
        if (applied.add(List.of(System.identityHashCode(firing.rule()), firing.facts()))) {
            firings.add(firing);
        }
    }

    /** Whether the rule rests on what other rules conclude (Exempt apart, which is settled first). */
    private static boolean chained(Drl.Rule rule) {
        return rule.patterns()
                .anyMatch(p -> FactTypes.isConclusion(p.type()) && !p.type().equals("Exempt"));
    }

    private interface Match {
        void accept(Map<String, Object> names, List<Object> facts);
    }

    private void join(
            Rulebook book, Drl.Rule rule, int at, Map<String, Object> names, List<Object> matched, Match match) {
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

    private static void bind(Drl.Pattern pattern, Object fact, Map<String, Object> names) {
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
        for (Object fact : List.copyOf(candidates(pattern, names))) {
            if (failing(book, pattern, fact, names) == null && speaksOf(book, pattern, fact)) {
                use.accept(fact);
            }
        }
    }

    /** Narrows by the first comparison of an own field with a value known beforehand. */
    private List<Object> candidates(Drl.Pattern pattern, Map<String, Object> names) {
        List<Object> all = facts.getOrDefault(DrlPrinter.seen(pattern.type()), List.of());
        if (all.size() < 16) {
            return all;
        }
        Drl.Compare best = null;
        for (Drl.Constraint constraint : pattern.constraints()) {
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

    private static boolean speaksOf(Rulebook book, Drl.Pattern pattern, Object fact) {
        boolean named = pattern.constraints().stream()
                .anyMatch(c -> c instanceof Drl.Compare k
                        && ownField(k.left())
                        && ((Drl.Path) k.left()).steps().get(0).name().equals("rulebook"));
        if (!FactTypes.isConclusion(pattern.type()) || named) {
            return true;
        }
        if (fact instanceof Conclusion c) {
            return c.rulebook().equals(book.id());
        }
        return fact instanceof Standing m
                ? m.rulebook().equals(book.id())
                : fact instanceof Exempt e && e.rulebook().equals(book.id());
    }

    /** The first constraint the fact fails; null if it meets all. */
    private Drl.@Nullable Constraint failing(
            Rulebook book, Drl.Pattern pattern, Object fact, Map<String, Object> names) {
        Map<String, Object> extended = names;
        for (Drl.Constraint constraint : pattern.constraints()) {
            if (constraint instanceof Drl.Bind b) {
                extended = extended == names ? new LinkedHashMap<>(names) : extended;
                extended.put(b.name(), Values.of(b.path(), fact, extended));
            } else if (!holds(constraint, fact, extended)) {
                return constraint;
            }
        }
        return null;
    }

    private boolean holds(Drl.Constraint constraint, Object fact, Map<String, Object> names) {
        for (Drl.Path path : guards.getOrDefault(constraint, List.of())) {
            if (!Stated.is(Values.of(path, fact, names))) {
                return false;
            }
        }
        return Values.holds(constraint, fact, names);
    }

    private boolean exists(Rulebook book, List<Drl.Pattern> members, int at, Map<String, Object> names) {
        if (at == members.size()) {
            return true;
        }
        boolean[] found = {false};
        each(book, members.get(at), names, fact -> {
            if (!found[0]) {
                Map<String, Object> extended = new LinkedHashMap<>(names);
                bind(members.get(at), fact, extended);
                found[0] = exists(book, members, at + 1, extended);
            }
        });
        return found[0];
    }

    private Object accumulate(Rulebook book, Drl.Accumulate accumulate, Map<String, Object> names) {
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

    /** How far the rule got with the facts that came furthest, and what stopped it there. */
    Stop stop(Rulebook book, Drl.Rule rule) {
        Stop[] furthest = {new Stop(book, rule, rule.when().get(0), null, null, "", List.of())};
        int[] reach = {-1};
        probe(book, rule, 0, new LinkedHashMap<>(), new ArrayList<>(), furthest, reach);
        return furthest[0];
    }

    private void probe(
            Rulebook book,
            Drl.Rule rule,
            int at,
            Map<String, Object> names,
            List<Object> before,
            Stop[] furthest,
            int[] reach) {
        if (at == rule.when().size()) {
            return;
        }
        Drl.Condition condition = rule.when().get(at);
        if (at * 1000 > reach[0]) {
            reach[0] = at * 1000;
            furthest[0] = new Stop(book, rule, condition, null, null, "", List.copyOf(before));
        }
        if (condition instanceof Drl.Pattern pattern) {
            for (Object fact : List.copyOf(facts.getOrDefault(DrlPrinter.seen(pattern.type()), List.of()))) {
                if (!speaksOf(book, pattern, fact)) {
                    continue;
                }
                Drl.Constraint failed = failing(book, pattern, fact, names);
                int depth = failed == null
                        ? pattern.constraints().size()
                        : pattern.constraints().indexOf(failed);
                if (failed != null && depth > 0 && at * 1000 + depth > reach[0]) {
                    Map<String, Object> extended = new LinkedHashMap<>(names);
                    reach[0] = at * 1000 + depth;
                    furthest[0] = new Stop(
                            book, rule, condition, failed, fact, found(failed, fact, extended), List.copyOf(before));
                }
                if (failed == null) {
                    Map<String, Object> extended = new LinkedHashMap<>(names);
                    bind(pattern, fact, extended);
                    List<Object> with = new ArrayList<>(before);
                    with.add(fact);
                    probe(book, rule, at + 1, extended, with, furthest, reach);
                }
            }
        } else if (condition instanceof Drl.Group group) {
            if (exists(book, group.members(), 0, names) != group.negated()) {
                probe(book, rule, at + 1, names, before, furthest, reach);
            }
        } else if (condition instanceof Drl.Accumulate accumulate) {
            Object result = accumulate(book, accumulate, names);
            if (Values.compare(
                    result, accumulate.operator(), accumulate.number().value())) {
                Map<String, Object> extended = new LinkedHashMap<>(names);
                extended.put(accumulate.result(), result);
                probe(book, rule, at + 1, extended, before, furthest, reach);
            } else if (at * 1000 + 1 > reach[0]) {
                reach[0] = at * 1000 + 1;
                furthest[0] =
                        new Stop(book, rule, condition, null, null, Values.shown(result, "zh"), List.copyOf(before));
            }
        }
    }

    private static String found(Drl.Constraint constraint, Object fact, Map<String, Object> names) {
        Drl.Operand left = constraint instanceof Drl.Compare c
                ? c.left()
                : constraint instanceof Drl.OneOf o
                        ? o.left()
                        : constraint instanceof Drl.Contains c ? c.list() : ((Drl.Flag) constraint).path();
        return Values.shown(Values.of(left, fact, names), "zh");
    }
}
