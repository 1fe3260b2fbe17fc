package qiyue.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision.Note;
import qiyue.fact.Application;
import qiyue.fact.Conclusion;
import qiyue.fact.Duty;
import qiyue.fact.Evidence;
import qiyue.fact.Finding;
import qiyue.rulebook.Vocabulary;

/** Findings under an edition that no clause takes up, or that only call for steps: never dropped without a word, and their money neither. */
final class Unmet {
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Set<String>> steps = new HashMap<>();

    private Unmet(Collection<Conclusion> conclusions) {
        for (Conclusion conclusion : conclusions) {
            if (conclusion instanceof Duty d) {
                d.roots()
                        .forEach(r -> steps.computeIfAbsent(r, k -> new TreeSet<>(ClauseOrder.INSTANCE))
                                .add(d.fullClause()));
            } else {
                taken.addAll(conclusion.roots());
            }
        }
    }

    static List<Note> notes(Docket docket, Vocabulary vocabulary, Collection<Conclusion> conclusions) {
        Unmet unmet = new Unmet(conclusions);
        String applications = docket.file().applications().stream()
                .map(Application::id)
                .sorted()
                .collect(Collectors.joining(", "));
        List<Note> notes = new ArrayList<>();
        for (Docket.Group group : docket.groups()) {
            for (Evidence fact : group.facts()) {
                if (fact instanceof Finding f && !unmet.taken.contains(f.id())) {
                    Set<String> steps = unmet.steps.getOrDefault(f.id(), Set.of());
                    notes.add(steps.isEmpty() ? noClause(f, vocabulary, applications) : stepsOnly(f, steps));
                }
            }
        }
        return notes;
    }

    /** One that by its nature concerns an application may lack nothing but the name of that. */
    private static Note noClause(Finding finding, Vocabulary vocabulary, String applications) {
        boolean unnamed = finding.application().isEmpty()
                && !applications.isEmpty()
                && vocabulary.property("conducts", finding.conduct(), "topic").equals("application");
        return new Note(
                "no-clause",
                finding.id(),
                unnamed
                        ? Map.of("conduct", finding.conduct(), "candidates", applications)
                        : Map.of("conduct", finding.conduct()));
    }

    private static Note stepsOnly(Finding finding, Set<String> clauses) {
        Map<String, String> details = new TreeMap<>();
        details.put("conduct", finding.conduct());
        details.put("clauses", String.join(", ", clauses));
        if (finding.money().known() && finding.money().amount().signum() > 0) {
            details.put("amount", finding.money().amount().toPlainString());
        }
        return new Note("steps-only", finding.id(), Map.copyOf(details));
    }
}
