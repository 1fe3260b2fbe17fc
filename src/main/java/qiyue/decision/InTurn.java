package qiyue.decision;

import java.util.Comparator;
import java.util.function.Function;

/**
 * The order in which lines take: what must happen before all else, then what was chosen; a multiple before the sum itself, refusals before
 * shares of a deposit, of these those on faults before those by which it is settled, a larger before a smaller, a return last.
 *
 * @param money how the money of a line is counted
 */
record InTurn(Function<Line, String> money, Settled settled) implements Comparator<Sums.Drawn> {
    @Override
    public int compare(Sums.Drawn a, Sums.Drawn b) {
        Line.Likeness one = a.line().likeness();
        Line.Likeness other = b.line().likeness();
        int order = Boolean.compare(!a.shown().floor(), !b.shown().floor());
        order = order != 0
                ? order
                : Boolean.compare(!a.shown().byChoice(), !b.shown().byChoice());
        order = order != 0 ? order : one.certainty().compareTo(other.certainty());
        order = order != 0
                ? order
                : Boolean.compare(a.line().optional(), b.line().optional());
        String money = this.money.apply(a.line());
        String theirs = this.money.apply(b.line());
        order = order != 0 ? order : Boolean.compare(!money.equals("multiple"), !theirs.equals("multiple"));
        order = order != 0
                ? order
                : Integer.compare(other.terms().times(), one.terms().times());
        order = order != 0 ? order : Boolean.compare(!takesBack(a.line()), !takesBack(b.line()));
        order = order != 0 ? order : Boolean.compare(money.equals("deposit"), theirs.equals("deposit"));
        order = order != 0
                ? order
                : Boolean.compare(
                        a.line().kind().equals(Settled.GIVEN_BACK),
                        b.line().kind().equals(Settled.GIVEN_BACK));
        order = order != 0 || !money.equals("deposit")
                ? order
                : Boolean.compare(settled.by(a.line()), settled.by(b.line()));
        order = order != 0
                ? order
                : Integer.compare(other.terms().percent(), one.terms().percent());
        return order != 0 ? order : one.compareTo(other);
    }

    private static boolean takesBack(Line line) {
        return line.kind().equals("refuse") || line.kind().equals("recover");
    }
}
