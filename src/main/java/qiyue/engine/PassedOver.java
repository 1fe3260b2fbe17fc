package qiyue.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision.Note;
import qiyue.fact.Breach;
import qiyue.fact.Certainty;
import qiyue.fact.Evidence;

/**
 * Records that leave a code out, and the clauses that passed them over for it: told once for each field, not record by record. Of
 * a clause that is established on a record for another reason nothing is told of that record: whether it falls under it is decided.
 */
final class PassedOver {
    private final Map<String, Set<String>> established = new HashMap<>();
    private final Map<String, Passed> passed = new TreeMap<>();

    /** There may be thousands of the facts, each passed over by the same clauses: both are put in order once, when they are told. */
    private record Passed(Set<String> facts, Set<String> clauses) {
        Passed() {
            this(new HashSet<>(), new HashSet<>());
        }

        static List<String> inOrder(Set<String> ids) {
            List<String> sorted = new ArrayList<>(ids);
            sorted.sort(ClauseOrder.INSTANCE);
            return sorted;
        }
    }

    /** Nothing yet, where this was concluded. */
    PassedOver(Collection<? extends Evidence> concluded) {
        for (Evidence conclusion : concluded) {
            if (conclusion instanceof Breach b && b.certainty() == Certainty.ESTABLISHED) {
                established
                        .computeIfAbsent(b.fullClause(), k -> new HashSet<>())
                        .addAll(b.roots());
            }
        }
    }

    /** Whether the clause is established on the fact. */
    boolean decided(String clause, String fact) {
        return established.getOrDefault(clause, Set.of()).contains(fact);
    }

    /**
     * The clause passed the fact over.
     *
     * @param place kind of fact and field, as {@code Charge.purpose}
     */
    void add(String place, String fact, String clause) {
        Passed of = passed.computeIfAbsent(place, k -> new Passed());
        of.facts().add(fact);
        of.clauses().add(clause);
    }

    /** A note for each field; facts on which one of its clauses is established have one of their own, without that clause. */
    List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        passed.forEach((place, of) -> {
            int at = place.indexOf('.');
            Map<List<String>, List<String>> alike = new LinkedHashMap<>();
            List<String> all = Passed.inOrder(of.clauses());
            for (String fact : Passed.inOrder(of.facts())) {
                List<String> clauses = all;
                for (String clause : all) {
                    if (decided(clause, fact)) {
                        clauses = all.stream().filter(c -> !decided(c, fact)).toList();
                        break;
                    }
                }
                alike.computeIfAbsent(clauses, k -> new ArrayList<>()).add(fact);
            }
            alike.forEach((clauses, facts) -> notes.add(new Note(
                    "not-stated",
                    facts.get(0),
                    Map.of(
                            "kind", place.substring(0, at),
                            "field", place.substring(at + 1),
                            "clauses", String.join(", ", clauses),
                            "count", String.valueOf(facts.size()),
                            "facts", String.join(", ", facts)))));
        });
        return notes;
    }

    /** By clause, the fields left out that could bring a record under it, as {@code Charge.purpose}. */
    Map<String, List<String>> fields() {
        Map<String, List<String>> fields = new HashMap<>();
        passed.forEach((place, of) -> of.clauses()
                .forEach(c -> fields.computeIfAbsent(c, k -> new ArrayList<>()).add(place)));
        return fields;
    }
}
