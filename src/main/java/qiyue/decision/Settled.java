package qiyue.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import qiyue.fact.Conclusion;

/**
 * The facts on which a deposit is settled: for which something of it goes back. What is given back and what is kept on these are shares
 * of one balance, that which refusals and deductions on other facts leave.
 */
record Settled(Set<String> facts) {
    static final String GIVEN_BACK = "return-deposit";

    static Settled of(List<Sums.Drawn> lines) {
        Set<String> facts = new HashSet<>();
        for (Sums.Drawn drawn : lines) {
            if (drawn.line().kind().equals(GIVEN_BACK)) {
                facts.addAll(facts(drawn.line()));
            }
        }
        return new Settled(facts);
    }

    /** Whether a line rests on nothing else. */
    boolean by(Line line) {
        return facts.containsAll(facts(line));
    }

    static List<String> facts(Line line) {
        return Conclusions.union(line.same(), Conclusion::roots);
    }
}
