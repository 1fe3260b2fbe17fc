package qiyue.decision;

import qiyue.fact.Modality;

/** A share of a deposit that is taken already. */
final class SameShare {
    private SameShare() {}

    /**
     * Whether the earlier line takes as large a share on grounds that are no less certain, binding or free of a choice: a decision takes a
     * share once, whatever else is found.
     */
    static boolean covers(Sums.Drawn earlier, Sums.Drawn drawn) {
        Line.Likeness one = earlier.line().likeness();
        Line.Likeness share = drawn.line().likeness();
        String absorbed = earlier.shown().absorbedBy();
        String ended = earlier.shown().endedBy();
        return share.terms().percent() >= 0
                && one.kind().equals(share.kind())
                && one.key().equals(share.key())
                && one.terms().equals(share.terms())
                && one.certainty().compareTo(share.certainty()) <= 0
                && share.presumes().containsAll(one.presumes())
                && (one.modality() != Modality.MAY || share.modality() == Modality.MAY)
                && (absorbed.isEmpty() || absorbed.equals(drawn.shown().absorbedBy()))
                && (ended.isEmpty() || ended.equals(drawn.shown().endedBy()));
    }
}
