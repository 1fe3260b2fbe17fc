package qiyue.decision;

import java.util.List;
import java.util.stream.Stream;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Grounds;

/** Conclusions under an instrument that had lapsed by the day of handling: no longer certain, shown as an open question. */
public final class Lapse {
    private Lapse() {}

    /** The same conclusion, open. */
    public static Conclusion open(Conclusion c) {
        Grounds g = c.grounds();
        List<String> questions = Stream.concat(g.open().stream(), Stream.of("lapsed@" + c.rulebook()))
                .sorted()
                .distinct()
                .toList();
        return Choices.regrounded(
                c,
                new Grounds(
                        g.certainty().and(Certainty.OPEN),
                        questions,
                        g.presumes(),
                        g.day(),
                        g.stay(),
                        g.department(),
                        g.agreement(),
                        g.people(),
                        g.portions(),
                        g.moneyKnown(),
                        g.roots(),
                        g.clauses()));
    }
}
