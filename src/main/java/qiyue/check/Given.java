package qiyue.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import qiyue.drl.Drl;
import qiyue.rulebook.Rulebook;

/**
 * What a rule gives.
 *
 * @param kind what it concludes, on whom
 * @param terms how long, how much
 */
record Given(Drl.RuleFile file, Drl.Rule rule, String kind, String terms) {
    private static final Set<String> TERMS = Set.of(
            "months",
            "days",
            "workingDays",
            "years",
            "percent",
            "times",
            "amount",
            "atMost",
            "from",
            "until",
            "untilEvent");
    private static final Set<String> WHOM = Set.of("on", "ifChosen", "costing");

    /** What every rule of the rulebook gives. */
    static List<Given> of(Rulebook book) {
        List<Given> all = new ArrayList<>();
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                Drl.Step maker = rule.then().steps().isEmpty()
                        ? null
                        : rule.then().steps().get(0);
                if (maker == null) {
                    continue;
                }
                String kind = rule.then().type() + " " + maker.name() + " "
                        + (rule.then().type().equals("Measure")
                                        && maker.arguments().size() > 1
                                ? value(maker.arguments().get(1))
                                : "");
                String on = rule.then().steps().stream()
                        .filter(s -> WHOM.contains(s.name()))
                        .map(Given::step)
                        .collect(Collectors.joining());
                String terms = rule.then().steps().stream()
                        .filter(s -> TERMS.contains(s.name()))
                        .map(Given::step)
                        .sorted()
                        .collect(Collectors.joining(" "));
                all.add(new Given(file, rule, kind + on, terms));
            }
        }
        return all;
    }

    private static String step(Drl.Step s) {
        return s.name() + "(" + s.arguments().stream().map(Given::value).collect(Collectors.joining(", ")) + ")";
    }

    private static String value(Drl.Operand operand) {
        return operand instanceof Drl.Literal l
                ? l.value().toString()
                : ((Drl.Path) operand).root()
                        + ((Drl.Path) operand)
                                .steps().stream().map(s -> "." + step(s)).collect(Collectors.joining());
    }

    /** Whether nothing speaks against one fact meeting both rules; both must ask for the same kinds of fact. */
    boolean together(Given other) {
        Drl.Rule a = rule;
        Drl.Rule b = other.rule;
        List<String> types = a.positive().map(Drl.Pattern::type).sorted().toList();
        if (types.isEmpty()
                || !types.equals(b.positive().map(Drl.Pattern::type).sorted().toList())) {
            return false;
        }
        boolean groups = a.when().stream().anyMatch(c -> !(c instanceof Drl.Pattern))
                || b.when().stream().anyMatch(c -> !(c instanceof Drl.Pattern));
        if (groups) {
            return false;
        }
        return a.positive()
                .noneMatch(p -> b.positive()
                        .filter(q -> q.type().equals(p.type()))
                        .anyMatch(q -> Bounds.disjoint(p, q) || !relations(p).equals(relations(q))));
    }

    /** Constraints that speak of other facts: if they differ, whether both can hold is not for this check to say. */
    private static Set<String> relations(Drl.Pattern p) {
        return p.constraints().stream()
                .filter(c -> c instanceof Drl.Contains || (c instanceof Drl.Compare x && x.right() instanceof Drl.Path))
                .map(c -> said(c).replaceAll("\\$\\w+", "\\$"))
                .collect(Collectors.toSet());
    }

    /** A constraint as text, wherever it stands. */
    static String said(Drl.Constraint c) {
        return c.toString().replaceAll("Pos\\[line=\\d+, column=\\d+\\]", "");
    }
}
