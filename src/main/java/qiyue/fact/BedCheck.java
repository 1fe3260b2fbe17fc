package qiyue.fact;

import java.time.LocalDate;
import java.util.Map;
import qiyue.shape.Own;
import qiyue.shape.Says;

/** A check whether a patient is on the ward. */
@Says(zh = "在院检查", en = "a bed check")
@Kind(asks = "bed-check", dated = true)
public record BedCheck(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(zh = "所属协议的编号", en = "id of the agreement concerned", optional = true, pointsAt = Agreement.class)
        String agreement,

        @Says(zh = "所属住院的编号", en = "id of the stay", pointsAt = Stay.class)
        String stay,

        @Says(zh = "检查日", en = "day of the check") LocalDate date,

        @Says(zh = "是否在院", en = "whether the patient was there")
        boolean present,

        @Says(
                zh = "离院手续",
                en = "leave procedure",
                codes = {"complete", "incomplete", "none", "unstated"},
                optional = true,
                forRules = true)
        String leave,

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
    @Override
    public LocalDate day() {
        return date;
    }

    @Override
    public String stayId() {
        return stay;
    }
}
