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
    private Unmet() {}

    static List<Note> notes(Docket docket, Vocabulary vocabulary, Collection<Conclusion> conclusions) {
        Set<String> taken = new HashSet<>();
        for (Conclusion conclusion : conclusions) {
            if (!(conclusion instanceof Duty)) {
                taken.addAll(conclusion.roots());
            }
        }
        Map<Finding, Set<String>> untaken = new LinkedHashMap<>();
        for (Docket.Group group : docket.groups()) {
            for (Evidence fact : group.facts()) {
                if (fact instanceof Finding f && !taken.contains(f.id())) {
                    untaken.put(f, new TreeSet<>(ClauseOrder.INSTANCE));
                }
            }
        }
        if (untaken.isEmpty()) {
            return List.of();
        }
        steps(untaken, conclusions);
        List<Note> notes = new ArrayList<>();
        untaken.forEach((finding, steps) ->
                notes.add(steps.isEmpty() ? noClause(finding, vocabulary, docket) : stepsOnly(finding, steps)));
        return notes;
    }

    /** Takes note of the clauses that call for steps because of them. */
    private static void steps(Map<Finding, Set<String>> untaken, Collection<Conclusion> conclusions) {
        Map<String, List<Set<String>>> ofId = new HashMap<>();
        untaken.forEach((finding, steps) ->
                ofId.computeIfAbsent(finding.id(), k -> new ArrayList<>()).add(steps));
        for (Conclusion conclusion : conclusions) {
            if (conclusion instanceof Duty d) {
                for (String root : d.roots()) {
                    ofId.getOrDefault(root, List.of()).forEach(steps -> steps.add(d.fullClause()));
                }
            }
        }
    }

    /** One that by its nature concerns an application may lack nothing but the name of that. */
    private static Note noClause(Finding finding, Vocabulary vocabulary, Docket docket) {
        List<Application> applications = docket.file().applications();
        boolean unnamed = finding.application().isEmpty()
                && !applications.isEmpty()
                && vocabulary.property("conducts", finding.conduct(), "topic").equals("application");
        return new Note(
                "no-clause",
                finding.id(),
                unnamed
                        ? Map.of(
                                "conduct",
                                finding.conduct(),
                                "candidates",
                                applications.stream()
                                        .map(Application::id)
                                        .sorted()
                                        .collect(Collectors.joining(", ")))
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
