package qiyue.decision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import qiyue.fact.Measure;
import qiyue.fact.Portion;

/** Lines in the order they take in, and what each takes of what those before it left. */
final class Draws {
    private final List<Sums.Drawn> lines;
    private final List<List<Portion>> claims;
    private final BitSet known;
    private final BitSet ranged = new BitSet();
    private final Inheritance inheritance;
    private final LineSums each;
    private final Components components;

    /** Of lines that are in order. */
    Draws(List<Sums.Drawn> lines, LineSums each, Takings takings, Inheritance inheritance) {
        this.lines = lines;
        this.each = each;
        this.inheritance = inheritance;
        this.claims = new ArrayList<>(lines.size());
        this.known = new BitSet();
        List<Portion> claimed = new ArrayList<>();
        for (Sums.Drawn drawn : lines) {
            List<Portion> portions = inheritance.portions(drawn.line().same());
            claims.add(portions);
            claimed.addAll(portions);
            known.set(claims.size() - 1, drawn.line().moneyKnown());
            ranged.set(claims.size() - 1, drawn.line().ranged());
        }
        this.components = Components.of(takings, claimed);
    }

    private Draws(Draws other, List<Sums.Drawn> lines) {
        this.lines = lines;
        this.each = other.each;
        this.inheritance = other.inheritance;
        this.claims = other.claims;
        this.known = other.known;
        this.components = other.components;
    }

    /** The same at the upper end of each range that a clause gives; itself where none gives any. */
    Draws atMost() {
        if (ranged.isEmpty()) {
            return this;
        }
        List<Sums.Drawn> most = new ArrayList<>(lines);
        ranged.stream().forEach(i -> most.set(i, lines.get(i).atMost()));
        return new Draws(this, List.copyOf(most));
    }

    /** Whether a line comes to a range. */
    boolean ranged(int i) {
        return ranged.get(i);
    }

    List<Sums.Drawn> lines() {
        return lines;
    }

    /** Whether the money of every measure of a line is known; found once, for the lines are asked in every world that is tried. */
    boolean moneyKnown(int i) {
        return known.get(i);
    }

    /** Which claims hang together. */
    Components components() {
        return components;
    }

    /** The line before it, one of those, that takes the same share of a deposit; negative where there is none. */
    int sameShare(int i, IntPredicate among) {
        if (each.ofDeposit(lines.get(i).line())) {
            for (int k = 0; k < i; k++) {
                if (among.test(k) && SameShare.covers(lines.get(k), lines.get(i))) {
                    return k;
                }
            }
        }
        return -1;
    }

    /** What a line takes out of drawers that others have taken from; no share of a deposit that was taken before. */
    Sum take(int i, Drawers drawers, boolean taken) {
        return each.sum(lines.get(i).line(), claims.get(i), drawers, taken);
    }

    /** The same, of some of its measures alone. */
    Sum take(int i, List<Measure> some, Drawers drawers, boolean taken) {
        Line line = lines.get(i).line();
        return some.size() == line.same().size()
                ? take(i, drawers, taken)
                : each.sum(new Line(line.likeness(), some), inheritance.portions(some), drawers, taken);
    }
}
