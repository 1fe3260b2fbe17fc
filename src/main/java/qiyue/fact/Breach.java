package qiyue.fact;

import qiyue.shape.Says;

/** A clause met by a finding, a record or an answer. */
@Says(zh = "违约", en = "a breach")
public record Breach(String rulebook, String clause, Grounds grounds) implements Conclusion {
    /** The clause named, met by these facts. The first fact with a day, a stay, a department gives the breach its own. */
    public static Breach of(String clause, Evidence... facts) {
        return new Breach(Conclusion.rulebookOf(clause), Conclusion.clauseOf(clause), Grounds.of(facts));
    }

    /** The same breach, concerning the money of that fact instead of the facts it was concluded from. */
    public Breach costing(Evidence fact) {
        return new Breach(rulebook, clause, grounds.costing(fact));
    }

    /** The same breach, concerning that money. */
    public Breach costing(Portion portion) {
        return new Breach(rulebook, clause, grounds.costing(portion));
    }

    /** The same breach, once the agency chooses that measure. */
    public Breach ifChosen(@Says(code = "measures") String measure) {
        return new Breach(rulebook, clause, grounds.presuming(measure));
    }

    /** Where the clause turns on suspicion itself: firm although the facts are only suspected. */
    public Breach onSuspicion() {
        return new Breach(rulebook, clause, grounds.onSuspicion());
    }

    @Override
    public String id() {
        return fullClause() + "@" + String.join("+", grounds.roots());
    }

    @Override
    public int hashCode() {
        return 31 * (31 * clause.hashCode()) + grounds.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || (other instanceof Breach o
                        && clause.equals(o.clause)
                        && rulebook.equals(o.rulebook)
                        && grounds.equals(o.grounds));
    }
}
