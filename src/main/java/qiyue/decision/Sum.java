package qiyue.decision;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import qiyue.decision.Decision.Taken;
import qiyue.fact.Conclusion;

/**
 * What a line would take alone, what it does take, and of that out of the deposit; negative where not known.
 *
 * @param most where its clause gives a range, what it takes at the upper end of that; negative where it gives none
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
    /** A sum that is spoken of and taken from nowhere. */
    static Sum still(boolean known, BigDecimal amount) {
        BigDecimal said = known || amount.signum() > 0 ? amount : Conclusion.UNSTATED;
        return new Sum(said, said, Conclusion.UNSTATED, Conclusion.UNSTATED, known, Set.of(), Set.of(), List.of());
    }

    /** The same where it is the least of a range; of a sum that is not known nobody can say where it ends. */
    Sum upTo(BigDecimal end) {
        BigDecimal most = known && end.compareTo(amount) > 0 ? end : Conclusion.UNSTATED;
        return new Sum(alone, amount, most, fromDeposit, known, reach, wants, taken);
    }
}
