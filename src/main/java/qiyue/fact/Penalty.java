package qiyue.fact;

import java.time.LocalDate;
import java.util.Map;
import qiyue.shape.Own;
import qiyue.shape.Says;

/** A decision of another authority about the facility. */
@Says(zh = "有关部门处理", en = "a decision of another authority")
@Kind(asks = "penalty", dated = true)
public record Penalty(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(zh = "所属协议的编号", en = "id of the agreement concerned", optional = true, pointsAt = Agreement.class)
        String agreement,

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
                codes = {"yes", "no", "suspended", "unstated"},
                optional = true)
        String performed,

        @Says(zh = "说明", en = "remark", optional = true) String note,

        @Says(
                zh = "就此作出的认定：问题代码 → yes、no 或 open",
                en = "answers about this: question → yes, no or open",
                code = "questions",
                codes = {"yes", "no", "open"},
                optional = true)
        Map<String, String> answers,

        @Says(zh = "词汇声明的字段", en = "the fields the vocabulary declares", derived = true)
        Own own)
        implements Declared {
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
