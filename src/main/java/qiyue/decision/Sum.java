package qiyue.decision;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import qiyue.decision.Decision.Taken;
import qiyue.fact.Conclusion;

/**
 * What a line would take alone, what it does take, and of that out of the deposit; negative where not known.
 *
 * @param reach where its money lies
 * @param wants the same, and the deposit where others left it less than it asks
 */
record Sum(
        BigDecimal alone,
        BigDecimal amount,
        BigDecimal most,
        BigDecimal fromDeposit,
        boolean known,
        Set<String> reach,
        Set<String> wants,
        List<Taken> taken) {
    /** Of a range the most. */
    Sum atMost() {
        return new Sum(alone, amount.max(most), most, fromDeposit, known, reach, wants, taken);
    }

    /** A sum that is spoken of and taken from nowhere. */
    static Sum still(boolean known, BigDecimal amount) {
        BigDecimal said = known || amount.signum() > 0 ? amount : Conclusion.UNSTATED;
        return new Sum(said, said, Conclusion.UNSTATED, Conclusion.UNSTATED, known, Set.of(), Set.of(), List.of());
    }

    /** The same where it is the least of a range. */
    Sum upTo(BigDecimal end) {
        return new Sum(alone, amount, known ? end : Conclusion.UNSTATED, fromDeposit, known, reach, wants, taken);
    }
}
