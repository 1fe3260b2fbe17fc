package qiyue.report;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import qiyue.decision.Decision.MeasureLine;
import qiyue.drl.Drl;
import qiyue.rulebook.Library;

/**
 * What the agency has to choose today for a clause to give a measure at all ({@code ifChosen} of its rules): once chosen,
 * the measure is certain, and whoever reads it wants to know by what.
 */
final class OnChoice {
    private OnChoice() {}

    /** The measures whose choice its clauses wait for; none where a rule gives it without any. */
    static Set<String> of(MeasureLine measure, Library library) {
        Set<String> awaited = new TreeSet<>();
        for (String clause : measure.clauses()) {
            List<Drl.Conclusion> givers = givers(measure, clause, library);
            if (givers.isEmpty()
                    || givers.stream()
                            .anyMatch(c -> values(c, "ifChosen").findAny().isEmpty())) {
                return Set.of();
            }
            givers.forEach(c -> values(c, "ifChosen").forEach(awaited::add));
        }
        return awaited;
    }

    private static List<Drl.Conclusion> givers(MeasureLine measure, String clause, Library library) {
        var book = library.rulebooks().get(clause.substring(0, Math.max(clause.indexOf('#'), 0)));
        return book == null
                ? List.of()
                : book.files().stream()
                        .flatMap(f -> f.rules().stream())
                        .filter(r -> r.clause().equals(clause.substring(clause.indexOf('#') + 1)))
                        .map(Drl.Rule::then)
                        .filter(c -> c.type().equals("Measure")
                                && value(c.steps().get(0), 1).equals(measure.kind())
                                && values(c, "on")
                                        .findFirst()
                                        .orElse("facility")
                                        .equals(measure.subject()))
                        .toList();
    }

    private static Stream<String> values(Drl.Conclusion conclusion, String step) {
        return conclusion.steps().stream().filter(s -> s.name().equals(step)).map(s -> value(s, 0));
    }

    private static String value(Drl.Step step, int at) {
        return step.arguments().size() > at && step.arguments().get(at) instanceof Drl.Literal l
                ? l.value().toString()
                : "";
    }
}
