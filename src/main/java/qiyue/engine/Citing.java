package qiyue.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision;
import qiyue.problem.Text;
import qiyue.rulebook.Readings;
import qiyue.rulebook.Rulebook;

/** The readings behind clauses that were hit, with their text: a decision says by itself how an unclear text was understood. */
final class Citing {
    private Citing() {}

    /** Those the ledger lines of the clauses cite, each once, by id. */
    static List<Decision.Cited> of(Readings readings, Plans plans, List<Rulebook> books, Set<String> hit) {
        Set<String> ids = new TreeSet<>(ClauseOrder.INSTANCE);
        for (Rulebook book : books) {
            for (Plan.Citation citation : plans.of(book).citations()) {
                if (hit.contains(citation.clause())) {
                    ids.addAll(citation.readings());
                }
            }
        }
        List<Decision.Cited> cited = new ArrayList<>();
        for (String id : ids) {
            readings.of(id)
                    .ifPresent(r ->
                            cited.add(new Decision.Cited(id, both(r.question()), both(r.taken()), both(r.instead()))));
        }
        return List.copyOf(cited);
    }

    private static Map<String, String> both(Text text) {
        return text.zh().isEmpty() && text.en().isEmpty() ? Map.of() : Map.of("zh", text.zh(), "en", text.en());
    }
}
