package qiyue.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import qiyue.shape.Says;

/**
 * A sum of money in yuan and where it stands: already paid to the facility (of that some may have been given back since),
 * retained from a settlement as its deposit (of that some may have gone to the fund since), or, the rest, not yet settled.
 * What was billed to the worker is none of the fund's: nothing of it is refused or recovered. {@code known} is false when
 * the document states no sum; then all parts are zero.
 */
public record Money(
        @Says(zh = "金额（元）", en = "the whole sum, yuan") BigDecimal amount,

        @Says(
                zh = "其中已支付给机构的部分（元）；缺省为没有支付",
                en = "the part already paid to the facility, yuan; none if left out",
                optional = true,
                zero = true)
        BigDecimal paid,

        @Says(
                zh = "其中结算时预留、尚在保证金中的部分（元）；缺省为没有预留",
                en = "the part retained at settlement and still in the deposit, yuan; none if left out",
                optional = true,
                zero = true)
        BigDecimal retained,

        @Says(
                zh = "已支付部分中已经退回的金额（元），不再追回",
                en = "of the part paid, what the facility has given back since, yuan; it is not recovered again",
                optional = true,
                zero = true)
        BigDecimal refunded,

        @Says(
                zh = "预留部分中已经划归基金的金额（元），不再扣除",
                en = "of the part retained, what has gone to the fund since, yuan; it is not taken again",
                optional = true,
                zero = true)
        BigDecimal forfeited,

        @Says(
                zh = "向谁收取，默认 fund（基金）；worker 为工伤职工自付，基金不涉及拒付或追回",
                en = "billed to the fund (if left out) or to the worker; then the fund refuses and recovers nothing",
                codes = {"fund", "worker"},
                optional = true)
        String payer,

        @Says(zh = "是否已说明金额", en = "whether a sum was stated", derived = true)
        boolean known) {

    private static final String FUND = "fund";
    private static final String WORKER = "worker";

    /** No sum stated. */
    public static final Money UNKNOWN =
            new Money(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, FUND, false);

    public Money {
        amount = yuan(amount);
        paid = yuan(paid);
        retained = yuan(retained);
        refunded = yuan(refunded);
        forfeited = yuan(forfeited);
    }

    /** A known sum billed to the fund, of which nothing was given back or has gone to the fund. */
    public static Money of(BigDecimal amount, BigDecimal paid, BigDecimal retained) {
        return new Money(amount, paid, retained, BigDecimal.ZERO, BigDecimal.ZERO, FUND, true);
    }

    /** A sum of which nothing has been settled. */
    public static Money unsettled(BigDecimal amount) {
        return of(amount, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** The same sum, stated. */
    public Money stated() {
        return new Money(amount, paid, retained, refunded, forfeited, payer, true);
    }

    /** Whether the fund is asked to bear it. */
    public boolean billedToFund() {
        return !payer.equals(WORKER);
    }

    /** Whether nothing says that the fund was asked for it: neither who pays, nor that any of it was paid or retained. */
    boolean payerUnsaid() {
        return payer.isEmpty() && !begun();
    }

    /** Whether any of it was paid or retained. */
    boolean begun() {
        return paid.signum() > 0 || retained.signum() > 0;
    }

    /** The part not yet settled, yuan. */
    @Says(zh = "还没有结算的部分（元）", en = "the part not yet settled, yuan")
    public BigDecimal unpaid() {
        return amount.subtract(paid).subtract(retained);
    }

    /** The part paid by the fund and not given back, yuan: what can be recovered. */
    public BigDecimal recoverable() {
        return billedToFund() ? paid.subtract(refunded) : yuan(BigDecimal.ZERO);
    }

    /** The part not yet settled that the fund is asked for, yuan. */
    public BigDecimal refusable() {
        return billedToFund() ? unpaid() : yuan(BigDecimal.ZERO);
    }

    /** The part still lying in the deposit, yuan. */
    public BigDecimal deposited() {
        return billedToFund() ? retained.subtract(forfeited) : yuan(BigDecimal.ZERO);
    }

    /** A part of this sum, divided among paid, retained and unpaid as the whole is. */
    public Money part(BigDecimal part) {
        if (amount.signum() == 0) {
            return new Money(part, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, payer, true);
        }
        BigDecimal ofPaid = share(part, paid);
        BigDecimal ofRetained = share(part, retained).min(part.subtract(ofPaid));
        return new Money(
                part,
                ofPaid,
                ofRetained,
                share(part, refunded).min(ofPaid),
                share(part, forfeited).min(ofRetained),
                payer,
                true);
    }

    private BigDecimal share(BigDecimal part, BigDecimal of) {
        return part.multiply(of).divide(amount, 2, RoundingMode.HALF_UP);
    }

    /** The two sums together; unknown where either is. Sums billed to different payers are together one of the fund's. */
    public Money plus(Money other) {
        return new Money(
                amount.add(other.amount),
                paid.add(other.paid),
                retained.add(other.retained),
                refunded.add(other.refunded),
                forfeited.add(other.forfeited),
                billedToFund() == other.billedToFund() ? payer : FUND,
                known && other.known);
    }

    /** What this sum has beyond the other, of each of its parts; nothing where the other is as large. */
    Money beyond(Money other) {
        BigDecimal more = amount.subtract(other.amount).max(BigDecimal.ZERO);
        BigDecimal morePaid = paid.subtract(other.paid).max(BigDecimal.ZERO).min(more);
        BigDecimal moreRetained =
                retained.subtract(other.retained).max(BigDecimal.ZERO).min(more.subtract(morePaid));
        return new Money(
                more,
                morePaid,
                moreRetained,
                refunded.subtract(other.refunded).max(BigDecimal.ZERO).min(morePaid),
                forfeited.subtract(other.forfeited).max(BigDecimal.ZERO).min(moreRetained),
                payer,
                true);
    }

    /** Yuan with two decimals; equal sums are equal objects. */
    public static BigDecimal yuan(BigDecimal value) {
        return value.scale() == 2 ? value : value.setScale(2, RoundingMode.HALF_UP);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Money o
                && amount.equals(o.amount)
                && paid.equals(o.paid)
                && retained.equals(o.retained)
                && refunded.equals(o.refunded)
                && forfeited.equals(o.forfeited)
                && payer.equals(o.payer)
                && known == o.known;
    }

    @Override
    public int hashCode() {
        return 31 * amount.hashCode() + paid.hashCode();
    }

    @Override
    public String toString() {
        return "Money[amount=" + amount + ", paid=" + paid + ", retained=" + retained + ", refunded=" + refunded
                + ", forfeited=" + forfeited + ", payer=" + payer + ", known=" + known + "]";
    }
}
