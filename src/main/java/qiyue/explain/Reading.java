package qiyue.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import qiyue.drl.Drl;
import qiyue.drl.Values;
import qiyue.engine.Docket;
import qiyue.fact.Answer;
import qiyue.fact.Conclusion;
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
            List<Object> before,
            Map<String, Object> names) {}

    /** A rule of a rulebook. */
    private record Of(Rulebook book, Drl.Rule rule) {}

    private final List<Of> chained = new ArrayList<>();
    private final Matching matching;
    private final Set<Object> known = new LinkedHashSet<>();
    private final List<Firing> firings = new ArrayList<>();
    private final List<Firing> idle = new ArrayList<>();
    private final Set<List<Object>> applied = new java.util.HashSet<>();

    Reading(Docket.Group group) {
        this(group, new Guards());
    }

    /** Where many documents are read by the same rules, what these need stated is worked out once. */
    Reading(Docket.Group group, Guards guards) {
        this.matching = new Matching(group, guards);
        List<Of> exempting = new ArrayList<>();
        List<Of> onFacts = new ArrayList<>();
        for (Rulebook book : group.regime()) {
            for (Drl.Rule rule : book.rules()) {
                matching.guard(rule);
                (rule.then().type().equals("Exempt") ? exempting : rule.chained() ? chained : onFacts)
                        .add(new Of(book, rule));
            }
        }
        group.facts().forEach(this::add);
        apply(exempting);
        apply(onFacts);
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
        firings.removeIf(
                f -> f.conclusion() instanceof Conclusion c && !group.uniting().counts(c) && idle.add(f));
    }

    /** What rests on facts alone, and the measures as they stood united; all else is to follow anew. */
    private void begin(List<Object> firm, List<Firing> direct, List<Standing> standing) {
        known.clear();
        matching.clear();
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
            apply(chained);
        } while (known.size() > before);
    }

    /** What a rule, perhaps none of its regime, would be applied to where all that follows has followed and these answers are there too. */
    List<Firing> supposing(Rulebook book, Drl.Rule rule, List<Answer> further) {
        matching.guard(rule);
        return matching.with(further, "Answer", () -> by(book, rule));
    }

    private List<Firing> by(Rulebook book, Drl.Rule rule) {
        List<Firing> found = new ArrayList<>();
        matching.join(
                book,
                rule,
                0,
                new LinkedHashMap<>(),
                new ArrayList<>(),
                (names, matched) -> found.add(new Firing(
                        book, rule, Map.copyOf(names), List.copyOf(matched), Values.conclude(rule, book.id(), names))));
        return found;
    }

    /** Every application that comes to something, each once, in the order of rulebooks and files. */
    List<Firing> firings() {
        return firings;
    }

    /** Those that come to nothing: to a fact that an application looks back on, of a clause that binds no applicant. */
    List<Firing> idle() {
        return idle;
    }

    /** What follows, be it something or nothing. */
    Set<Conclusion> conclusions() {
        return new LinkedHashSet<>(all(Conclusion.class));
    }

    private <T> List<T> all(Class<T> type) {
        return known.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private void add(Object fact) {
        if (known.add(fact)) {
            matching.add(fact);
        }
    }

    private void apply(List<Of> rules) {
        List<Firing> found = new ArrayList<>();
        for (Of each : rules) {
            found.addAll(by(each.book(), each.rule()));
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

    /** How far the rule got with the facts that came furthest, and what stopped it there. */
    Stop stop(Rulebook book, Drl.Rule rule) {
        Stop[] furthest = {new Stop(book, rule, rule.when().get(0), null, null, "", List.of(), Map.of())};
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
            furthest[0] = new Stop(book, rule, condition, null, null, "", List.copyOf(before), Map.copyOf(names));
        }
        if (condition instanceof Drl.Pattern pattern) {
            // only what meets more than was met before is of interest: thousands of like facts are not tried with each
            // other
            for (Object fact : matching.meeting(pattern, names, reach[0] - at * 1000 + 1)) {
                if (!Matching.speaksOf(book, pattern, fact)) {
                    continue;
                }
                Drl.Constraint failed = matching.failing(book, pattern, fact, names);
                int depth = failed == null
                        ? pattern.constraints().size()
                        : pattern.constraints().indexOf(failed);
                if (failed != null && depth > 0 && at * 1000 + depth > reach[0]) {
                    Map<String, Object> extended = new LinkedHashMap<>(names);
                    reach[0] = at * 1000 + depth;
                    furthest[0] = new Stop(
                            book,
                            rule,
                            condition,
                            failed,
                            fact,
                            found(failed, fact, extended),
                            List.copyOf(before),
                            Map.copyOf(names));
                }
                if (failed == null) {
                    Map<String, Object> extended = new LinkedHashMap<>(names);
                    Matching.bind(pattern, fact, extended);
                    List<Object> with = new ArrayList<>(before);
                    with.add(fact);
                    probe(book, rule, at + 1, extended, with, furthest, reach);
                }
            }
        } else if (condition instanceof Drl.Group group) {
            if (matching.exists(book, group.members(), 0, names) != group.negated()) {
                probe(book, rule, at + 1, names, before, furthest, reach);
            }
        } else if (condition instanceof Drl.Accumulate accumulate) {
            Object result = matching.accumulate(book, accumulate, names);
            if (Values.compare(
                    result, accumulate.operator(), accumulate.number().value())) {
                Map<String, Object> extended = new LinkedHashMap<>(names);
                extended.put(accumulate.result(), result);
                probe(book, rule, at + 1, extended, before, furthest, reach);
            } else if (at * 1000 + 1 > reach[0]) {
                reach[0] = at * 1000 + 1;
                furthest[0] = new Stop(
                        book,
                        rule,
                        condition,
                        null,
                        null,
                        Values.shown(result, "zh"),
                        List.copyOf(before),
                        Map.copyOf(names));
            }
        }
    }

    /** What the fact has on the left side of the constraint. */
    static String found(Drl.Constraint constraint, Object fact, Map<String, Object> names) {
        return Values.shown(Values.of(constraint.operands().get(0), fact, names), "zh");
    }
}
