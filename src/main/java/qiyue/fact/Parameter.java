package qiyue.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import qiyue.shape.Says;

/** A figure or day that lies outside the text and that the text refers to. */
@Says(zh = "参数", en = "a parameter outside the text")
@Kind(examined = "parameters")
public record Parameter(
        @Says(zh = "参数代码", en = "parameter", code = "parameters")
        String key,

        @Says(zh = "数值", en = "figure", optional = true) BigDecimal amount,

        @Says(zh = "日期", en = "day", optional = true, ahead = true)
        LocalDate date,

        @Says(
                zh = "所属协议的编号；缺省为全部协议",
                en = "id of the agreement concerned; all if left out",
                optional = true,
                pointsAt = Agreement.class)
        String agreement,

        @Says(zh = "日历与办理日", en = "calendar and the day the case is handled", derived = true)
        Clock clock,

        @Says(zh = "所列步骤，确未办理的也在内", en = "the steps listed, those expressly not taken too", derived = true)
        List<Act> steps,

        @Says(zh = "步骤是否全部列出", en = "whether all steps are listed", derived = true)
        boolean listed)
        implements Evidence {
    /** Before its key, what it is called: nobody writes an id for it. */
    public static final String ID = "parameter:";

    /** The key by which a document states from when a text is in force that leaves the day blank. */
    public static final String IN_FORCE_FROM = "in-force-from";

    /**
     * Whether its day has passed and the facility is known not to have taken that step: silence does not tell. Nor is it
     * known where another is said to have taken it by that day.
     */
    @Says(
            zh = "期限已过，而写明机构没有办理该步骤；没有写明的、期限内有别人办理的不算，如 unmet( \"repay-by-limit\" )",
            en =
                    "its day has passed and the facility expressly did not take that step; not if nothing is said, or another took it by that day: unmet( \"repay-by-limit\" )")
    public boolean unmet(@Says(code = "acts") String act) {
        boolean denied = listed;
        for (Act step : steps) {
            if (step.act().equals(act) && concerns(step)) {
                boolean own = step.actor().equals("facility");
                if (Blank.happened(step.date()) && (own || !step.date().isAfter(date))) {
                    return false;
                }
                denied |= own;
            }
        }
        return denied && Blank.happened(date) && clock.today().isAfter(date);
    }

    private boolean concerns(Act step) {
        return agreement.isEmpty()
                || step.agreement().isEmpty()
                || step.agreement().equals(agreement);
    }

    @Override
    public String id() {
        return ID + key + (agreement.isEmpty() ? "" : ":" + agreement);
    }
}
