package qiyue.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import qiyue.shape.Own;
import qiyue.shape.Says;

/** A monthly audit of a sample of the declared cost. */
@Says(zh = "抽查审核", en = "a sample audit")
@Kind(dated = true)
public record SampleAudit(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(zh = "所属协议的编号", en = "id of the agreement concerned", optional = true, pointsAt = Agreement.class)
        String agreement,

        @Says(zh = "审核日", en = "day of the audit") LocalDate date,
        @Says(zh = "当月申报总份数", en = "claims declared") int claims,
        @Says(zh = "抽查份数", en = "claims sampled") int sampled,

        @Says(zh = "抽查中不符合规定的费用", en = "nonconforming cost in the sample")
        Money nonconforming,

        @Says(
                zh = "不符合费用所在的收费明细",
                en = "charge lines of the nonconforming cost",
                optional = true,
                pointsAt = Charge.class)
        List<String> charges,

        @Says(zh = "当月申报并经审核的金额（元）", en = "amount declared for the month, yuan", optional = true)
        BigDecimal declared,

        @Says(zh = "词汇声明的字段", en = "the fields the vocabulary declares", derived = true)
        Own own)
        implements Declared {
    /** Share of claims sampled, percent, to ten places. */
    @Says(zh = "抽样比例（百分比）", en = "share of claims sampled, percent")
    public BigDecimal samplePercent() {
        return BigDecimal.valueOf(sampled)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(Math.max(claims, 1)), 10, RoundingMode.DOWN);
    }

    @Override
    public List<Portion> portions() {
        return List.of(Portion.lump(id, nonconforming, charges));
    }

    /** That day of the same month. */
    @Says(zh = "当月的某一日，如 $s.dayOfMonth( 20 )", en = "that day of the same month: $s.dayOfMonth( 20 )")
    public LocalDate dayOfMonth(int number) {
        return date.withDayOfMonth(Math.min(number, date.lengthOfMonth()));
    }

    @Override
    public LocalDate day() {
        return date;
    }
}
