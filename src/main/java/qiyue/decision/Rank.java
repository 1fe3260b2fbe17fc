package qiyue.decision;

import java.util.List;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Certainty;
import qiyue.fact.Grounds;
import qiyue.fact.Modality;

/** Lines that share what money there is: what must happen or was chosen, or one kind of what may come to it. */
record Rank(boolean firm, boolean optional, Certainty certainty, List<String> presumes, boolean absorbed) {
    /** Written out, as in {@link Grounds}: what Java makes is linked anew at every start. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Rank o
                && firm == o.firm
                && optional == o.optional
                && certainty == o.certainty
                && presumes.equals(o.presumes)
                && absorbed == o.absorbed;
    }

    @Override
    public int hashCode() {
        int flags = (firm ? 1 : 0) + (optional ? 2 : 0) + (absorbed ? 4 : 0);
        return 31 * presumes.hashCode() + 8 * certainty.ordinal() + flags;
    }

    static Rank of(MeasureLine l) {
        boolean may = l.modality() == Modality.MAY;
        return new Rank(
                l.floor() || l.byChoice(),
                may,
                l.certainty(),
                l.presumes(),
                !l.absorbedBy().isEmpty());
    }
}
