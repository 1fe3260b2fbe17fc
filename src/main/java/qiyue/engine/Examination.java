package qiyue.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Outcome;
import qiyue.fact.CaseFile;
import qiyue.fact.FactKind;
import qiyue.fact.Finding;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;

/**
 * What was examined of each clause. Silence is never compliance: a clause no rule met counts as not established only if
 * the conducts or records its rules look at were examined.
 */
final class Examination {
    private final Set<String> conducts;
    private final CaseFile file;

    private Examination(CaseFile file, Vocabulary vocabulary) {
        this.file = file;
        this.conducts = new TreeSet<>(file.scope().conducts());
        file.findings().stream().map(Finding::conduct).forEach(conducts::add);
        vocabulary.entries("conducts").stream()
                .filter(c -> file.scope().topics().contains(c.properties().getOrDefault("topic", "")))
                .forEach(c -> conducts.add(c.code()));
    }

    /** One outcome for every clause that a rule can find breached, in the order of the ledgers. */
    static List<Outcome> outcomes(
            List<Rulebook> books,
            CaseFile file,
            List<BreachLine> breaches,
            List<MeasureLine> measures,
            Vocabulary vocabulary) {
        Examination examination = new Examination(file, vocabulary);
        Map<String, BreachLine> met = breaches.stream().collect(Collectors.toMap(BreachLine::clause, b -> b));
        List<Outcome> outcomes = new ArrayList<>();
        Set<String> given = new TreeSet<>();
        measures.forEach(m -> given.addAll(m.allClauses()));
        for (Rulebook book : books) {
            Map<String, List<Plan.Route>> routes = Plan.of(book).routes();
            for (String clause : book.ledger().keySet()) {
                List<Plan.Route> applying = routes.get(clause);
                String full = book.id() + "#" + clause;
                if (applying != null
                        && examination.concerns(applying)
                        && (!given.contains(full) || met.containsKey(full))) {
                    outcomes.add(examination.outcome(full, applying, met.get(full)));
                }
            }
        }
        return outcomes;
    }

    /** Clauses on applications concern only those who apply. */
    private boolean concerns(List<Plan.Route> routes) {
        return !file.applications().isEmpty() || !routes.stream().allMatch(Plan.Route::forApplicants);
    }

    private Outcome outcome(String clause, List<Plan.Route> routes, @Nullable BreachLine met) {
        TreeSet<String> unexamined = new TreeSet<>();
        boolean someRoute = false;
        boolean everyRoute = true;
        for (Plan.Route route : routes) {
            if (route.anyConduct()) {
                continue;
            }
            List<String> missing =
                    route.needs().stream().filter(n -> !examined(n)).toList();
            unexamined.addAll(missing);
            someRoute |= missing.isEmpty();
            everyRoute &= missing.isEmpty();
        }
        String state = met != null
                ? met.certainty().code()
                : everyRoute ? "not-established" : someRoute ? "partly-examined" : "not-examined";
        return new Outcome(clause, state, List.copyOf(unexamined));
    }

    private boolean examined(String need) {
        String what = need.substring(need.indexOf(':') + 1);
        return need.startsWith("conduct:")
                ? conducts.contains(what)
                : file.scope().records().containsKey(what) || handedIn(what);
    }

    /** Records handed in without a word on how complete they are count as a sample. */
    private boolean handedIn(String kind) {
        return FactKind.all().stream()
                .filter(k -> k.examined().equals(kind))
                .anyMatch(k -> !k.in(file).isEmpty());
    }
}
