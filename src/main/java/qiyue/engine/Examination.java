package qiyue.engine;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Outcome;
import qiyue.drl.Drl;
import qiyue.fact.CaseFile;
import qiyue.fact.FactKind;
import qiyue.fact.Finding;
import qiyue.rulebook.References;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;

/**
 * What was examined of each clause. Silence is never compliance: a clause no rule met counts as not established only if
 * the conducts or records its rules look at were examined.
 */
final class Examination {
    /** What a document gives whole or not at all. */
    private static final Set<String> WHOLE = Set.of("applications", "assessments", "parameters");

    private final Set<String> conducts;
    private final CaseFile file;
    private final List<Rulebook> books;
    private final Map<Drl.Rule, Routes> routes = new IdentityHashMap<>();

    private Examination(List<Rulebook> books, CaseFile file, Vocabulary vocabulary) {
        this.books = books;
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
        Examination examination = new Examination(books, file, vocabulary);
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
                    outcomes.add(examination.outcome(book.id(), full, applying, met.get(full)));
                }
            }
        }
        return outcomes;
    }

    /** Clauses on applications concern only those who apply. */
    private boolean concerns(List<Plan.Route> routes) {
        return !file.applications().isEmpty() || !routes.stream().allMatch(Plan.Route::forApplicants);
    }

    private Outcome outcome(String book, String clause, List<Plan.Route> ways, @Nullable BreachLine met) {
        TreeSet<String> unexamined = new TreeSet<>();
        TreeSet<String> sampled = new TreeSet<>();
        boolean someRoute = false;
        boolean everyRoute = true;
        for (Plan.Route way : ways) {
            if (way.anyConduct()) {
                continue;
            }
            Routes routes = routes(book, way.rule());
            unexamined.addAll(routes.missing());
            sampled.addAll(routes.sampled());
            someRoute |= routes.some();
            everyRoute &= routes.missing().isEmpty();
        }
        String state = met != null
                ? met.certainty().code()
                : everyRoute ? "not-established" : someRoute ? "partly-examined" : "not-examined";
        return new Outcome(clause, state, List.copyOf(unexamined), List.copyOf(sampled));
    }

    /**
     * The ways a rule could be met, those of the conclusions it rests on included.
     *
     * @param missing what was not examined of them
     * @param sampled the kinds of record examined only as a sample
     * @param some whether one of the ways was examined wholly
     */
    private record Routes(Set<String> missing, Set<String> sampled, boolean some) {}

    private Routes routes(String book, Drl.Rule rule) {
        Routes known = routes.get(rule);
        if (known != null) {
            return known;
        }
        // A circle of rules adds no way of its own.
        routes.put(rule, new Routes(Set.of(), Set.of(), false));
        List<String> own = Plan.Route.of(rule).needs();
        TreeSet<String> missing = new TreeSet<>();
        own.stream().filter(n -> !examined(n)).forEach(missing::add);
        TreeSet<String> sampled = new TreeSet<>();
        own.stream()
                .filter(this::sampled)
                .map(n -> n.substring(n.indexOf(':') + 1))
                .forEach(sampled::add);
        boolean some = missing.isEmpty();
        for (Drl.Pattern pattern :
                rule.positive().filter(Examination::concluded).toList()) {
            boolean any = false;
            for (Rulebook other : books) {
                for (Drl.Rule under : other.rules()) {
                    if (under != rule && References.speaksOf(pattern, book, other.id() + "#" + under.clause(), under)) {
                        Routes below = routes(other.id(), under);
                        missing.addAll(below.missing());
                        sampled.addAll(below.sampled());
                        any |= below.some();
                    }
                }
            }
            some &= any;
        }
        Routes found = new Routes(missing, sampled, some);
        routes.put(rule, found);
        return found;
    }

    private static boolean concluded(Drl.Pattern pattern) {
        return pattern.type().equals("Breach") || pattern.type().equals("Measure");
    }

    private boolean sampled(String need) {
        String kind = need.substring(need.indexOf(':') + 1);
        return need.startsWith("records:")
                && !WHOLE.contains(kind)
                && examined(need)
                && !file.scope().records().getOrDefault(kind, "").equals("complete");
    }

    private boolean examined(String need) {
        String what = need.substring(need.indexOf(':') + 1);
        return need.startsWith("conduct:")
                ? conducts.contains(what)
                : file.scope().records().containsKey(what) || handedIn(what);
    }

    /** Records handed in without a word on how complete they are count as a sample. */
    private boolean handedIn(String kind) {
        return (kind.equals("assessments") && !file.assessments().isEmpty())
                || FactKind.all().stream()
                        .filter(k -> k.examined().equals(kind))
                        .anyMatch(k -> !k.in(file).isEmpty());
    }
}
