package qiyue.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import qiyue.fact.Accident;
import qiyue.fact.Application;
import qiyue.fact.Conclusion;
import qiyue.fact.Evidence;
import qiyue.fact.Finding;
import qiyue.fact.Score;
import qiyue.rulebook.Rulebook;

/**
 * What applications look back on from another day than its own: judged beside them too, under the texts of their day. What names an
 * application is looked back on by that one; where that is judged by itself, what concerns it alone is there and not here.
 */
final class LookingBack {
    /** For each regime of an application the ids of what visits it. */
    private final Map<List<Rulebook>, Set<String>> visiting = new IdentityHashMap<>();

    /** Of these the ids of what names the application. */
    private final Set<String> named = new HashSet<>();

    /**
     * Deals it.
     *
     * @param dealt what each regime judges; what is looked back on is added
     */
    LookingBack(Applying applying, Regimes regimes, List<Evidence> facts, Map<List<Rulebook>, List<Evidence>> dealt) {
        Map<List<Rulebook>, Set<String>> there = new IdentityHashMap<>();
        dealt.forEach((regime, own) ->
                there.put(regime, own.stream().map(Evidence::id).collect(Collectors.toCollection(HashSet::new))));
        for (Evidence fact : facts) {
            if (on(fact) && !applying.apart(fact)) {
                Optional<Application> of = applying.by(fact);
                List<List<Rulebook>> by = of.map(a -> List.of(regimes.of(a))).orElseGet(regimes::applying);
                for (List<Rulebook> regime : by) {
                    if (!regime.isEmpty()
                            && there.computeIfAbsent(regime, k -> new HashSet<>())
                                    .add(fact.id())) {
                        dealt.computeIfAbsent(regime, k -> new ArrayList<>()).add(fact);
                        visiting.computeIfAbsent(regime, k -> new HashSet<>()).add(fact.id());
                        if (of.isPresent()) {
                            named.add(fact.id());
                        }
                    }
                }
            }
        }
    }

    /** Whether it is a fact that applications look back on. */
    static boolean on(Evidence fact) {
        return fact instanceof Finding || fact instanceof Accident || fact instanceof Score;
    }

    /**
     * Of what visits a regime only what the text says of applications comes to something, and not what rests on another article; of
     * what names the application all does where the text does not say which articles those are.
     */
    Predicate<Conclusion> counting(List<Rulebook> regime) {
        Set<String> ids = visiting.getOrDefault(regime, Set.of());
        Set<String> own = new HashSet<>(ids);
        own.retainAll(named);
        Map<String, Rulebook> books = new HashMap<>();
        regime.forEach(b -> books.put(b.id(), b));
        return c -> Collections.disjoint(ids, c.roots())
                || speaks(books, c, false)
                || (!Collections.disjoint(own, c.roots()) && speaks(books, c, true));
    }

    /** Whether the clause of a conclusion, and all that it rests on, are of articles on applications. */
    private static boolean speaks(Map<String, Rulebook> books, Conclusion conclusion, boolean unsaid) {
        return speaks(books, conclusion.fullClause(), unsaid)
                && conclusion.grounds().clauses().stream().allMatch(c -> speaks(books, c, unsaid));
    }

    private static boolean speaks(Map<String, Rulebook> books, String clause, boolean unsaid) {
        Rulebook book = books.get(Conclusion.rulebookOf(clause));
        return book != null
                && (book.bindsApplicants(clause.substring(clause.indexOf('#') + 1))
                        || (unsaid && book.info().applicants().isEmpty()));
    }
}
