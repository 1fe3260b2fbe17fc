package qiyue.check;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import qiyue.fact.Calendar;
import qiyue.problem.Problem;
import qiyue.problem.Text;

/**
 * The end of the calendar. Terms in working days that reach beyond it stay open, so whoever keeps the rules is told in time to
 * add the next year, whose notice comes out each November. Nothing here reaches a decision: it is the only look at the day of a run.
 */
public final class CalendarEnd {
    private static final int DAYS = 90;

    private CalendarEnd() {}

    /** The remark, where the last year held ends within ninety days of that day or is over. */
    public static Optional<Problem> near(Calendar calendar, LocalDate today) {
        if (calendar.years().isEmpty()) {
            return Optional.empty();
        }
        int last = Collections.max(calendar.years());
        int next = last + 1;
        LocalDate end = LocalDate.of(last, 12, 31);
        if (today.plusDays(DAYS).isBefore(end)) {
            return Optional.empty();
        }
        return Optional.of(Problem.at(
                "calendar-ends",
                "calendar/" + last + ".yaml",
                "/year",
                new Text(
                        "工作日历只到 " + end + "，其后的工作日期限都算不出来",
                        "the calendar ends on " + end + "; no term in working days can be counted beyond it"),
                new Text(
                        next + " 年的放假通知公布后：qiyue new calendar " + next + "，照通知填好",
                        "once the notice for " + next + " is out: qiyue new calendar " + next + ", and fill it in")));
    }
}
