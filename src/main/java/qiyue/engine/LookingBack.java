package qiyue.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import qiyue.decision.Uniting;
import qiyue.fact.Accident;
import qiyue.fact.Evidence;
import qiyue.fact.Finding;
import qiyue.fact.Score;
import qiyue.rulebook.Rulebook;

/** What applications look back on from another day than its own: judged beside them too, under the texts of their day. */
final class LookingBack {
    /** For each regime of an application the ids of what visits it. */
    private final Map<List<Rulebook>, Set<String>> visiting = new IdentityHashMap<>();

    /**
     * Deals it.
     *
     * @param applying the regimes of the applications
     * @param dealt what each regime judges; what is looked back on is added
     */
    LookingBack(List<List<Rulebook>> applying, List<Evidence> facts, Map<List<Rulebook>, List<Evidence>> dealt) {
        for (List<Rulebook> regime : applying) {
            List<Evidence> own = dealt.computeIfAbsent(regime, k -> new ArrayList<>());
            Set<String> ids = new HashSet<>();
            own.forEach(f -> ids.add(f.id()));
            for (Evidence fact : facts) {
                if (on(fact) && ids.add(fact.id())) {
                    own.add(fact);
                    visiting.computeIfAbsent(regime, k -> new HashSet<>()).add(fact.id());
                }
            }
        }
    }

    /** Whether it is a fact that applications look back on. */
    static boolean on(Evidence fact) {
        return fact instanceof Finding || fact instanceof Accident || fact instanceof Score;
    }

    /** Of what visits a regime only what the text says of applications comes to something. */
    Uniting uniting(List<Rulebook> regime, Uniting uniting) {
        Set<String> ids = visiting.getOrDefault(regime, Set.of());
        Map<String, Rulebook> books = new HashMap<>();
        regime.forEach(b -> books.put(b.id(), b));
        return ids.isEmpty()
                ? uniting
                : uniting.counting(c -> Collections.disjoint(ids, c.roots())
                        || (books.containsKey(c.rulebook())
                                && books.get(c.rulebook()).bindsApplicants(c.clause())));
    }
}
