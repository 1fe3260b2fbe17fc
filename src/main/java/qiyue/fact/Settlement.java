package qiyue.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import qiyue.shape.Own;
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
        BigDecimal eligible,

        @Says(zh = "词汇声明的字段", en = "the fields the vocabulary declares", derived = true)
        Own own)
        implements Declared {
    /** So many percent of the eligible amount, to the fen, half up. */
    @Says(
            zh = "应付金额的百分之几（元，四舍五入到分），如 $s.share( 90 )",
            en = "so many percent of the eligible amount, yuan, to the fen: $s.share( 90 )")
    public BigDecimal share(int percent) {
        return Money.yuan(eligible.multiply(BigDecimal.valueOf(percent)).movePointLeft(2));
    }

    /** What remains after so many percent. */
    @Says(zh = "扣去百分之几以后的部分（元），如 $s.rest( 90 )", en = "what remains after so many percent, yuan: $s.rest( 90 )")
    public BigDecimal rest(int percent) {
        return eligible.subtract(share(percent));
    }

    /** That day of the month in which it was settled, even where it has passed. */
    @Says(
            zh = "结算当月的某一日，已过也照算，如 $s.dayOfItsMonth( 20 )",
            en = "that day of the month in which it was settled, even if past: $s.dayOfItsMonth( 20 )")
    public LocalDate dayOfItsMonth(int number) {
        return date.withDayOfMonth(Math.min(number, date.lengthOfMonth()));
    }

    /** That day of its month; where it was settled later in the month, of the next. */
    @Says(
            zh = "当月的某一日；结算在此之后的取次月，如 $s.dayOfMonth( 20 )",
            en = "that day of its month, of the next where it was settled later: $s.dayOfMonth( 20 )")
    public LocalDate dayOfMonth(int number) {
        LocalDate month = date.getDayOfMonth() > number ? date.plusMonths(1) : date;
        return month.withDayOfMonth(Math.min(number, month.lengthOfMonth()));
    }

    @Override
    public LocalDate day() {
        return date;
    }
}
