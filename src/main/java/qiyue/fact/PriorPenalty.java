package qiyue.fact;

import java.time.LocalDate;
import java.util.Map;
import qiyue.shape.Says;

/**
 * A decision of another authority of whatever day, for clauses that look back over years or ask how it stands today. A
 * {@link Penalty} is the same decision as conduct, judged by the edition of its own day only.
 */
@Says(zh = "有关部门以往的处理（不问当时适用哪一版）", en = "a decision of another authority, whatever edition governed its day")
@Kind(asks = "penalty", examined = "penalties")
public record PriorPenalty(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(
                zh = "类别",
                en = "kind",
                code = "penalty-kinds",
                codes = {
                    "administrative-penalty",
                    "licence-revoked",
                    "licence-cancelled",
                    "insurance-agreement-terminated",
                    "warning",
                    "other"
                })
        String kind,

        @Says(zh = "作出部门", en = "authority", code = "authorities")
        String by,

        @Says(zh = "作出日", en = "day of the decision") LocalDate date,

        @Says(
                zh = "是否依法履行",
                en = "whether it was complied with",
                codes = {"yes", "no", "suspended", "unstated"})
        String performed,

        @Says(
                zh = "就此作出的认定：问题代码 → yes、no 或 open",
                en = "answers about this: question → yes, no or open",
                code = "questions",
                codes = {"yes", "no", "open"})
        Map<String, String> answers)
        implements Evidence {
    static PriorPenalty of(Penalty p) {
        return new PriorPenalty(p.id(), p.kind(), p.by(), p.date(), p.performed(), p.answers());
    }

    /** The same day so many months on. */
    @Says(zh = "处罚之日后若干月的同一日，如 $p.monthsOn( 12 )", en = "the same day so many months on: $p.monthsOn( 12 )")
    public LocalDate monthsOn(int months) {
        return date.plusMonths(months);
    }

    @Override
    public LocalDate day() {
        return date;
    }
}
