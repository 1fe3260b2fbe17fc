package qiyue.fact;

import java.time.LocalDate;
import java.util.List;
import qiyue.shape.Own;
import qiyue.shape.Says;

/** An investigation of suspected breaches. */
@Says(zh = "调查", en = "an investigation")
public record Investigation(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(zh = "开始日", en = "first day", ahead = true) LocalDate openedOn,

        @Says(
                zh = "结束日；仍在进行的写 none",
                en = "last day; \"none\": still open",
                optional = true,
                event = true,
                ahead = true,
                follows = "openedOn")
        LocalDate closedOn,

        @Says(zh = "所涉金额", en = "money concerned", optional = true)
        Money money,

        @Says(zh = "所属协议的编号", en = "id of the agreement concerned", optional = true, pointsAt = Agreement.class)
        String agreement,

        @Says(zh = "日历与办理日", en = "calendar and the day the case is handled", derived = true)
        Clock clock,

        @Says(zh = "所涉金额的来源", en = "money traced to its sources", derived = true)
        List<Portion> traced,

        @Says(zh = "词汇声明的字段", en = "the fields the vocabulary declares", derived = true)
        Own own)
        implements Declared {
    /** Whether it is known to be still under way on the day the case is handled. */
    @Says(zh = "是否还没有结果", en = "whether it is still pending", reads = "closedOn")
    public boolean pending() {
        return Blank.stated(closedOn) && !closedOn.isBefore(clock.today());
    }

    @Override
    public List<Portion> portions() {
        return Portion.traced(traced, id, money, List.of());
    }

    @Override
    public boolean moneyKnown() {
        return money.known() || !traced.isEmpty();
    }

    @Override
    public LocalDate day() {
        return openedOn;
    }
}
