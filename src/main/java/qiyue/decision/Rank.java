package qiyue.decision;

import java.util.List;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Certainty;
import qiyue.fact.Grounds;
import qiyue.fact.Modality;

/**
 * Lines that share what money there is: what must happen or was chosen, or one kind of what may come to it.
 *
 * @param presumes the choices it hangs on
 * @param supposes what it supposes that others suppose otherwise
 * @param out whether it comes to nothing: absorbed, or declined
 */
record Rank(
        boolean firm,
        boolean optional,
        Certainty certainty,
        List<String> presumes,
        List<String> supposes,
        boolean out) {
    /** Written out, as in {@link Grounds}: what Java makes is linked anew at every start. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Rank o
                && firm == o.firm
                && optional == o.optional
                && certainty == o.certainty
                && presumes.equals(o.presumes)
                && supposes.equals(o.supposes)
                && out == o.out;
    }

    @Override
    public int hashCode() {
        return presumes.hashCode() ^ supposes.hashCode();
    }

    /** Whether lines of both can come together: neither supposes what the other supposes otherwise. */
    boolean alongside(Rank other) {
        return supposes.stream().map(EitherWay::opposite).noneMatch(other.supposes::contains);
    }

    static Rank of(MeasureLine l, List<String> supposes) {
        boolean may = l.modality() == Modality.MAY;
        return new Rank(
                l.floor() || l.byChoice(),
                may,
                l.certainty(),
                l.presumes(),
                supposes,
                !l.absorbedBy().isEmpty() || l.choice().equals("declined"));
    }
}
