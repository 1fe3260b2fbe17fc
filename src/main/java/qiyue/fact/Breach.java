package qiyue.fact;

import java.util.HashSet;
import java.util.Set;
import qiyue.shape.Says;

/** A clause met by a finding, a record or an answer. */
@Says(zh = "违约", en = "a breach")
public record Breach(String rulebook, String clause, Grounds grounds) implements Conclusion {
    /**
     * The clause named, met by these facts. The first fact with a day, a stay gives the breach its own, and the one department they
     * name.
     */
    public static Breach of(String clause, Evidence... facts) {
        return new Breach(Conclusion.rulebookOf(clause), Conclusion.clauseOf(clause), Grounds.of(facts));
    }

    /** The same breach, concerning the money of that fact instead of the facts it was concluded from. */
    @Says(zh = "所涉金额为那个事实的金额", en = "the money concerned is that of another fact")
    public Breach costing(Evidence fact) {
        return new Breach(rulebook, clause, grounds.costing(fact));
    }

    /** The same breach, concerning that money. */
    @Says(
            zh = "所涉金额只是其中一部分，如 costing( $s.drugsAbove( 20 ) )",
            en = "the money concerned is that part: costing( $s.drugsAbove( 20 ) )")
    public Breach costing(Portion portion) {
        return new Breach(rulebook, clause, grounds.costing(portion));
    }

    /** The same breach, once the agency chooses that measure. */
    @Says(zh = "经办机构今天选定那项措施的才有", en = "only if the agency chooses that measure today")
    public Breach ifChosen(@Says(code = "measures") String measure) {
        return new Breach(rulebook, clause, grounds.presuming(measure));
    }

    /** Where the clause turns on suspicion itself: firm although the facts are only suspected. */
    @Says(zh = "条款说的就是涉嫌：涉嫌的也成立", en = "where the clause turns on suspicion itself: firm although only suspected")
    public Breach onSuspicion() {
        return new Breach(rulebook, clause, grounds.onSuspicion());
    }

    /**
     * Whether both rest on one of the same facts: what was found once and lies under two agreements is one. The stay that both
     * are of and the lines that both take money of are no such fact.
     */
    @Says(
            zh = "是否与另一违约依据同一件发现或数据（所属的住院、所涉的明细不算），如 sharesFact( $a )",
            en =
                    "whether it rests on one of the same facts as another breach, the stay and the lines they are of apart: sharesFact( $a )")
    public boolean sharesFact(Breach other) {
        Set<String> shared = new HashSet<>(roots());
        shared.retainAll(other.roots());
        shared.remove(stayId());
        shared.removeIf(id -> takesOf(id) && other.takesOf(id));
        return !shared.isEmpty();
    }

    private boolean takesOf(String source) {
        return portions().stream().anyMatch(p -> p.source().equals(source));
    }

    @Override
    public String id() {
        return fullClause() + "@" + grounds.named();
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
