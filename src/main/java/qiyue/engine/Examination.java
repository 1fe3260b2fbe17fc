package qiyue.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Outcome;
import qiyue.drl.Drl;
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
        for (Rulebook book : books) {
            Map<String, List<Drl.Rule>> rules = book.rules().stream()
                    .filter(r -> r.then().type().equals("Breach"))
                    .collect(Collectors.groupingBy(Drl.Rule::clause, LinkedHashMap::new, Collectors.toList()));
            for (String clause : book.ledger().keySet()) {
                List<Drl.Rule> applying = rules.get(clause);
                boolean gave = measures.stream().anyMatch(m -> m.allClauses().contains(book.id() + "#" + clause));
                if (applying != null
                        && examination.concerns(applying)
                        && (!gave || met.containsKey(book.id() + "#" + clause))) {
                    outcomes.add(
                            examination.outcome(book.id() + "#" + clause, applying, met.get(book.id() + "#" + clause)));
                }
            }
        }
        return outcomes;
    }

    /** Clauses on applications concern only those who apply. */
    private boolean concerns(List<Drl.Rule> rules) {
        return !file.applications().isEmpty()
                || rules.stream()
                        .anyMatch(r -> r.patterns().noneMatch(p -> p.type().equals("Application")));
    }

    private Outcome outcome(String clause, List<Drl.Rule> rules, @org.jspecify.annotations.Nullable BreachLine met) {
        TreeSet<String> unexamined = new TreeSet<>();
        boolean someRoute = false;
        boolean everyRoute = true;
        for (Drl.Rule rule : rules) {
            if (takesAnyConduct(rule)) {
                continue;
            }
            List<String> missing =
                    needs(rule).stream().filter(n -> !examined(n)).toList();
            unexamined.addAll(missing);
            someRoute |= missing.isEmpty();
            everyRoute &= missing.isEmpty();
        }
        String state = met != null
                ? met.certainty().code()
                : everyRoute ? "not-established" : someRoute ? "partly-examined" : "not-examined";
        return new Outcome(clause, state, List.copyOf(unexamined));
    }

    /** The conducts and kinds of record a rule looks at. */
    private static List<String> needs(Drl.Rule rule) {
        return rule.positive()
                .flatMap(p -> p.type().equals("Finding")
                        ? conducts(p).map(c -> "conduct:" + c)
                        : FactKind.named(p.type()).map(FactKind::examined).stream()
                                .filter(k -> !k.isEmpty())
                                .map(k -> "records:" + k))
                .distinct()
                .toList();
    }

    /** A rule open to every conduct looks for none: the clause counts as examined by its other routes. */
    private static boolean takesAnyConduct(Drl.Rule rule) {
        return rule.positive()
                .anyMatch(
                        p -> p.type().equals("Finding") && conducts(p).findAny().isEmpty());
    }

    private static Stream<String> conducts(Drl.Pattern pattern) {
        return pattern.constraints().stream().flatMap(c -> {
            if (c instanceof Drl.Compare k
                    && k.operator().equals("==")
                    && named(k.left())
                    && k.right() instanceof Drl.Literal l) {
                return Stream.of(l.value().toString());
            }
            return c instanceof Drl.OneOf o && named(o.left()) && !o.negated()
                    ? o.values().stream().map(v -> v.value().toString())
                    : Stream.of();
        });
    }

    private static boolean named(Drl.Operand operand) {
        return operand instanceof Drl.Path p
                && p.root().isEmpty()
                && p.steps().get(0).name().equals("conduct");
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
