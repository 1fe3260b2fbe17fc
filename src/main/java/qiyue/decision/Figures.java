package qiyue.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import qiyue.fact.Choice;
import qiyue.fact.Measure;
import qiyue.fact.Money;
import qiyue.fact.Terms;

/**
 * The share, the multiple or the sum that the agency decided of a range its clause gives, or of a deposit whose deduction the
 * clause leaves to it. Within the range it is what the line takes; outside of it the range stays, and it is said how the choice
 * departs from it.
 */
final class Figures {
    private Figures() {}

    /**
     * {@code higher}, {@code lower}, {@code no-such-range} where the clause gives none; empty if the clause allows it.
     *
     * @param money the kind of money the line moves
     */
    static String outside(Choice choice, Line line, String money) {
        Terms terms = line.first().terms();
        String percent = outside(choice.percent(), terms.percent(), terms.percentMost());
        String times = outside(choice.times(), terms.times(), terms.timesMost());
        return !percent.isEmpty() ? percent : !times.isEmpty() ? times : sum(choice, line, money);
    }

    /** Whether the clause says that something is deducted and leaves how much to the agency. */
    private static boolean left(Line line, String money) {
        return money.equals("deposit")
                && line.likeness().terms().percent() < 0
                && line.same().stream().noneMatch(m -> m.terms().fixed());
    }

    private static String outside(int decided, int least, int most) {
        return decided <= 0 ? "" : outside(number(decided), number(least), number(Math.max(least, most)));
    }

    private static String sum(Choice choice, Line line, String money) {
        if (choice.amount().signum() <= 0 || left(line, money)) {
            return "";
        }
        Sum range = LineSums.fixed(line.same());
        boolean fixed =
                range.known() && line.same().stream().allMatch(m -> m.terms().fixed());
        return fixed
                ? outside(
                        choice.amount(),
                        range.amount(),
                        LineSums.fixed(line.atMost().same()).amount())
                : "no-such-range";
    }

    private static String outside(BigDecimal decided, BigDecimal least, BigDecimal most) {
        return least.signum() < 0
                ? "no-such-range"
                : decided.compareTo(least) < 0 ? "lower" : decided.compareTo(most) > 0 ? "higher" : "";
    }

    private static BigDecimal number(int number) {
        return BigDecimal.valueOf(number);
    }

    /** The line as decided. A sum is decided for all grounds of the line together, and stands with the first of them. */
    static Line decided(Choice choice, Line line, String money) {
        if (!outside(choice, line, money).isEmpty()) {
            return line;
        }
        List<Measure> same = new ArrayList<>();
        for (Measure m : line.same()) {
            Terms terms = m.terms().decided(choice);
            BigDecimal sum = same.isEmpty() ? Money.yuan(choice.amount()) : Money.yuan(BigDecimal.ZERO);
            same.add(m.on(choice.amount().signum() > 0 ? terms.withAmount(sum, sum) : terms));
        }
        return new Line(line.likeness().on(line.likeness().terms().decided(choice)), same);
    }
}
