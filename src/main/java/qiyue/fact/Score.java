package qiyue.fact;

import java.math.BigDecimal;
import java.util.List;
import qiyue.shape.Says;

/** The result of a score sheet, complete or with rows still open. */
@Says(zh = "得分", en = "the result of a score sheet")
@Kind(dated = true, examined = "assessments")
public record Score(
        @Says(zh = "评分表", en = "score sheet", code = "sheets")
        String sheet,

        @Says(zh = "年度", en = "year") int year,
        @Says(zh = "所属协议", en = "id of the agreement") String agreement,
        @Says(zh = "总分", en = "total") BigDecimal total,
        @Says(zh = "一票否决项", en = "veto rows met") List<String> vetoes)
        implements Evidence {
    @Override
    public String id() {
        return "score:" + sheet + ":" + year + (agreement.isEmpty() ? "" : ":" + agreement);
    }

    /** The last day of March of the year after: year-end settlement is to be complete by then. */
    public java.time.LocalDate settleBy() {
        return java.time.LocalDate.of(year + 1, 3, 31);
    }

    /** A score belongs to the last day of its year. */
    @Override
    public java.time.LocalDate day() {
        return java.time.LocalDate.of(year, 12, 31);
    }

    /** Whether a veto was met. */
    public boolean vetoed() {
        return !vetoes.isEmpty();
    }
}
