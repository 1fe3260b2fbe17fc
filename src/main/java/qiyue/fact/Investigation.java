package qiyue.fact;

import java.time.LocalDate;
import java.util.List;
import qiyue.shape.Says;

/** An investigation of suspected breaches. */
@Says(zh = "调查", en = "an investigation")
public record Investigation(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(zh = "开始日", en = "first day", ahead = true) LocalDate openedOn,

        @Says(zh = "结束日；缺省为仍在进行", en = "last day; left out: still open", optional = true, ahead = true)
        LocalDate closedOn,

        @Says(zh = "所涉金额", en = "money concerned", optional = true)
        Money money,

        @Says(zh = "日历与办理日", en = "calendar and the day the case is handled", derived = true)
        Clock clock)
        implements Evidence {
    /** Whether it is still under way on the day the case is handled. */
    public boolean pending() {
        return !closedOn.isBefore(clock.today());
    }

    @Override
    public List<Portion> portions() {
        return money.known() ? List.of(Portion.of(id, money)) : List.of();
    }

    @Override
    public boolean moneyKnown() {
        return money.known();
    }

    @Override
    public LocalDate day() {
        return openedOn;
    }
}
