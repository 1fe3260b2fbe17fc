package qiyue.notice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import qiyue.drl.Drl;
import qiyue.fact.Blank;
import qiyue.fact.Terms;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/**
 * A measure as a rule gives it, as far as the rule itself says.
 *
 * @param clause full id
 * @param must whether it must be taken
 * @param amount whether the rule sets a sum
 */
record GivenMeasure(String clause, String kind, boolean must, Terms terms, boolean amount) {
    /** What the rules of a region give. */
    static List<GivenMeasure> of(Library library, String region) {
        List<GivenMeasure> all = new ArrayList<>();
        for (Rulebook book : library.rulebooks().values()) {
            if (book.info().region().equals(region)) {
                for (Drl.RuleFile file : book.files()) {
                    file.rules().stream()
                            .filter(r -> r.then().type().equals("Measure"))
                            .forEach(r -> add(book, r, all));
                }
            }
        }
        return all;
    }

    private static void add(Rulebook book, Drl.Rule rule, List<GivenMeasure> all) {
        List<Drl.Step> steps = rule.then().steps();
        if (steps.isEmpty()
                || steps.get(0).arguments().size() < 2
                || !(steps.get(0).arguments().get(1) instanceof Drl.Literal kind)) {
            return;
        }
        int[] length = {Blank.UNKNOWN, Blank.UNKNOWN};
        String unit = "";
        int[] percent = {Blank.UNKNOWN, Blank.UNKNOWN};
        int[] times = {Blank.UNKNOWN, Blank.UNKNOWN};
        boolean amount = false;
        for (Drl.Step step : steps) {
            switch (step.name()) {
                case "days", "months", "years" -> {
                    length = numbers(step);
                    unit = step.name();
                }
                case "workingDays" -> {
                    length = numbers(step);
                    unit = "working-days";
                }
                case "percent" -> percent = numbers(step);
                case "times" -> times = numbers(step);
                case "amount" -> amount = true;
                default -> {
                    // says nothing of how long or how much
                }
            }
        }
        Terms terms = new Terms(
                length[0],
                length[1],
                unit,
                percent[0],
                percent[1],
                times[0],
                times[1],
                Terms.NONE.amount(),
                Terms.NONE.amountMost(),
                Blank.NEVER,
                Blank.NEVER,
                "");
        all.add(new GivenMeasure(
                book.id() + "#" + rule.clause(),
                kind.value().toString(),
                !steps.get(0).name().equals("may"),
                terms,
                amount));
    }

    private static int[] numbers(Drl.Step step) {
        int least = number(step.arguments().get(0));
        return new int[] {
            least, step.arguments().size() > 1 ? number(step.arguments().get(1)) : least
        };
    }

    private static int number(Drl.Operand operand) {
        return operand instanceof Drl.Literal l && l.value() instanceof BigDecimal n ? n.intValue() : Blank.UNKNOWN;
    }

    /** Whether a proposal can be within it; sums are known of a case only. */
    Text fault(Proposal proposal) {
        Proposal.@Nullable Range any = proposal.unit().equals("amount") && !amount
                ? new Proposal.Range(BigDecimal.ZERO, proposal.figure())
                : null;
        return proposal.fault(must, terms, any);
    }
}
