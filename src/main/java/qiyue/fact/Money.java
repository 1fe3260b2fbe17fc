package qiyue.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import qiyue.shape.Says;

/**
 * A sum of money in yuan and where it stands: already paid to the facility, retained from a settlement as its deposit,
 * or, the rest, not yet settled. {@code known} is false when the document states no sum; then all parts are zero.
 */
public record Money(
        @Says(zh = "金额（元）", en = "the whole sum, yuan") BigDecimal amount,

        @Says(zh = "其中已支付给机构的部分（元）", en = "the part already paid to the facility, yuan", optional = true, zero = true)
        BigDecimal paid,

        @Says(
                zh = "其中结算时预留、尚在保证金中的部分（元）",
                en = "the part retained at settlement and still in the deposit, yuan",
                optional = true,
                zero = true)
        BigDecimal retained,

        @Says(zh = "是否已说明金额", en = "whether a sum was stated", derived = true)
        boolean known) {

    /** No sum stated. */
    public static final Money UNKNOWN = new Money(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, false);

    public Money {
        amount = yuan(amount);
        paid = yuan(paid);
        retained = yuan(retained);
    }

    /** A known sum. */
    public static Money of(BigDecimal amount, BigDecimal paid, BigDecimal retained) {
        return new Money(amount, paid, retained, true);
    }

    /** A sum of which nothing has been settled. */
    public static Money unsettled(BigDecimal amount) {
        return of(amount, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** The part not yet settled, yuan. */
    public BigDecimal unpaid() {
        return amount.subtract(paid).subtract(retained);
    }

    /** A part of this sum, divided among paid, retained and unpaid as the whole is. */
    public Money part(BigDecimal part) {
        if (amount.signum() == 0) {
            return unsettled(part);
        }
        BigDecimal ofPaid = part.multiply(paid).divide(amount, 2, RoundingMode.HALF_UP);
        BigDecimal ofRetained = part.multiply(retained).divide(amount, 2, RoundingMode.HALF_UP);
        return of(part, ofPaid, ofRetained.min(part.subtract(ofPaid)));
    }

    /** The two sums together; unknown where either is. */
    public Money plus(Money other) {
        return new Money(
                amount.add(other.amount), paid.add(other.paid), retained.add(other.retained), known && other.known);
    }

    /** Yuan with two decimals; equal sums are equal objects. */
    public static BigDecimal yuan(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP);
    }
}
