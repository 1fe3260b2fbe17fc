package qiyue.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import qiyue.shape.Says;

/** One month of declared cost that meets the payment rules. */
@Says(zh = "月度结算", en = "a monthly settlement")
@Kind(dated = true)
public record Settlement(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(zh = "所属协议的编号", en = "id of the agreement concerned", optional = true, pointsAt = Agreement.class)
        String agreement,

        @Says(zh = "结算日", en = "day of settlement") LocalDate date,

        @Says(
                zh = "结算渠道",
                en = "how it is settled",
                code = "settlement-channels",
                codes = {"network", "cross-province", "manual"})
        String channel,

        @Says(zh = "符合支付规定的金额（元）", en = "amount that meets the payment rules, yuan")
        BigDecimal eligible)
        implements Evidence {
    /** So many percent of the eligible amount, to the fen, half up. */
    public BigDecimal share(int percent) {
        return Money.yuan(eligible.multiply(BigDecimal.valueOf(percent)).movePointLeft(2));
    }

    /** What remains after so many percent. */
    public BigDecimal rest(int percent) {
        return eligible.subtract(share(percent));
    }

    /** That day of the month in which it was settled, even where it has passed. */
    public LocalDate dayOfItsMonth(int number) {
        return date.withDayOfMonth(Math.min(number, date.lengthOfMonth()));
    }

    /** That day of its month; where it was settled later in the month, of the next. */
    public LocalDate dayOfMonth(int number) {
        LocalDate month = date.getDayOfMonth() > number ? date.plusMonths(1) : date;
        return month.withDayOfMonth(Math.min(number, month.lengthOfMonth()));
    }

    @Override
    public LocalDate day() {
        return date;
    }
}
