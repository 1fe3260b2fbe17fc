package qiyue.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import qiyue.shape.Says;

/** An application to enter into or renew an agreement. */
@Says(zh = "申请", en = "an application")
@Kind(asks = "application", dated = true, examined = "applications")
public record Application(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(zh = "申请的协议类别", en = "kind of agreement", code = "facility-kinds")
        String kind,

        @Says(zh = "申请日", en = "day of application", follows = "openedOn")
        LocalDate filedOn,

        @Says(zh = "机构开办日", en = "day the facility opened", optional = true, event = true)
        LocalDate openedOn,

        @Says(zh = "法定代表人、负责人", en = "legal representative and managers", optional = true)
        List<String> leaders,

        @Says(
                zh = "就此作出的认定：问题代码 → yes、no 或 open",
                en = "answers about this: question → yes, no or open",
                code = "questions",
                codes = {"yes", "no", "open"},
                optional = true)
        Map<String, String> answers)
        implements Evidence {
    /** Whether one of these people is its legal representative or manager. */
    public boolean ledBy(List<String> people) {
        return leaders.stream().anyMatch(people::contains);
    }

    /** The same day so many months after the facility opened. */
    @Says(reads = "openedOn")
    public LocalDate monthsAfterOpening(int months) {
        return Blank.happened(openedOn) ? openedOn.plusMonths(months) : openedOn;
    }

    /** Whether the day the facility opened is stated. */
    public boolean openingStated() {
        return Blank.happened(openedOn);
    }

    /** Whether it was filed in that month of the year. */
    public boolean filedInMonth(int month) {
        return filedOn.getMonthValue() == month;
    }

    @Override
    public LocalDate day() {
        return filedOn;
    }
}
