package qiyue.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import qiyue.shape.Own;
import qiyue.shape.Says;

/** A doubt about declared cost put to the facility, and its explanation. */
@Says(zh = "费用疑点告知", en = "a doubt put to the facility")
@Kind(asks = "doubt", dated = true)
public record Doubt(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(zh = "所属协议的编号", en = "id of the agreement concerned", optional = true, pointsAt = Agreement.class)
        String agreement,

        @Says(zh = "告知机构日", en = "day the facility was told")
        LocalDate notifiedOn,

        @Says(zh = "告知时是否说明理由", en = "whether reasons were given")
        boolean withReasons,

        @Says(
                zh = "机构说明日；至办理日确未说明的写 none",
                en = "day of explanation; \"none\": none by the day of handling",
                optional = true,
                event = true,
                follows = "notifiedOn")
        LocalDate explainedOn,

        @Says(
                zh = "所涉金额所在的收费明细编号；不另写金额的，为这些明细的全部",
                en = "ids of the charge lines its money is on; the whole of them where no money is stated",
                optional = true,
                pointsAt = Charge.class)
        List<String> charges,

        @Says(zh = "所涉金额", en = "money concerned", optional = true)
        Money money,

        @Says(
                zh = "就此作出的认定：问题代码 → yes、no 或 open",
                en = "answers about this: question → yes, no or open",
                code = "questions",
                codes = {"yes", "no", "open"},
                optional = true)
        Map<String, String> answers,

        @Says(zh = "所涉金额的来源", en = "money traced to its sources", derived = true)
        List<Portion> traced,

        @Says(zh = "日历与办理日", en = "calendar and the day the case is handled", derived = true)
        Clock clock,

        @Says(zh = "词汇声明的字段", en = "the fields the vocabulary declares", derived = true)
        Own own)
        implements Declared {
    /** Whether no explanation came within so many working days. */
    @Says(
            zh = "送达后超过若干个工作日才答复，或到期未答复；没有写明的不算，如 laterThanWorkingDays( 5 )",
            en =
                    "answered more than so many working days after it was served, or overdue; not if not stated: laterThanWorkingDays( 5 )",
            reads = "explainedOn")
    public boolean laterThanWorkingDays(int days) {
        return clock.late(clock.calendar().lastDay(notifiedOn, days, "working-days"), explainedOn);
    }

    @Override
    public List<Portion> portions() {
        return Portion.traced(traced, id, money, charges);
    }

    @Override
    public boolean moneyKnown() {
        return money.known() || !charges.isEmpty() || !traced.isEmpty();
    }

    @Override
    public List<LocalDate> reckoned() {
        return List.of(notifiedOn, explainedOn);
    }

    @Override
    public LocalDate day() {
        return notifiedOn;
    }
}
