package qiyue.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import qiyue.shape.Own;
import qiyue.shape.Says;

/** A change of registered particulars and its filing with the agency. */
@Says(zh = "信息变更", en = "a change of particulars")
@Kind(asks = "change", dated = true)
public record Change(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(zh = "所属协议的编号", en = "id of the agreement concerned", optional = true, pointsAt = Agreement.class)
        String agreement,

        @Says(zh = "变更事项", en = "what changed", code = "change-matters")
        String matter,

        @Says(zh = "批准日；无须批准的为变更日", en = "day of approval, or of the change where none is needed")
        LocalDate changedOn,

        @Says(
                zh = "向经办机构申报日；至办理日确未申报的写 none",
                en = "day of filing; \"none\": not filed by the day of handling",
                optional = true,
                event = true,
                follows = "changedOn")
        LocalDate filedOn,

        @Says(zh = "由此造成的基金损失；没有的写 0", en = "loss to the fund by it; 0 where there is none", optional = true)
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
        implements LossBearing {
    /** Whether the filing came more than so many working days after the change. */
    @Says(
            zh = "变更后超过若干个工作日才报备，或到期未报；没有写明的不算，如 laterThanWorkingDays( 15 )",
            en =
                    "filed more than so many working days after the change, or overdue; not if not stated: laterThanWorkingDays( 15 )",
            reads = "filedOn")
    public boolean laterThanWorkingDays(int days) {
        return clock.late(clock.calendar().lastDay(changedOn, days, "working-days"), filedOn);
    }

    /** Whether the filing came more than so many days after the change; a last day that is no working day moves on. */
    @Says(
            zh = "变更后超过若干日才报备，或到期未报；没有写明的不算，如 laterThanDays( 30 )",
            en = "filed more than so many days after the change, or overdue; not if not stated: laterThanDays( 30 )",
            reads = "filedOn")
    public boolean laterThanDays(int days) {
        return clock.late(clock.calendar().lastDay(changedOn, days, "days"), filedOn);
    }

    /** Whether it is known that nothing was filed by the day the case is handled. */
    @Says(zh = "写明没有报备", en = "whether it is expressly not filed", reads = "filedOn")
    public boolean unfiled() {
        return Blank.stated(filedOn) && filedOn.isAfter(clock.today());
    }

    @Override
    public List<Portion> portions() {
        return Portion.traced(traced, id, money, List.of());
    }

    @Override
    public List<LocalDate> reckoned() {
        return List.of(changedOn, filedOn);
    }

    @Override
    public LocalDate day() {
        return changedOn;
    }
}
