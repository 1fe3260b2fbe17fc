package qiyue.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import qiyue.shape.Says;

/** An earlier yearly assessment. */
@Says(zh = "以往考核", en = "an earlier assessment")
public record PriorAssessment(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(zh = "年度", en = "year") int year,

        @Says(
                zh = "结果",
                en = "result",
                codes = {"passed", "failed"})
        String result,

        @Says(zh = "得分", en = "score", optional = true, most = 1_000)
        BigDecimal score,

        @Says(zh = "所属协议", en = "id of the agreement", optional = true, pointsAt = Agreement.class)
        String agreement)
        implements Evidence {
    /** An assessment belongs to the last day of its year. */
    @Override
    public LocalDate day() {
        return LocalDate.of(year, 12, 31);
    }

    /** Whether it is of the year after that one; agreements run a year, so each year may have its own. */
    @Says(zh = "是否为那一次的下一年度，如 follows( $e )", en = "whether it is of the year after that one: follows( $e )")
    public boolean follows(PriorAssessment earlier) {
        return year == earlier.year + 1;
    }
}
