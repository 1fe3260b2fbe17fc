package qiyue.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import qiyue.shape.Says;

/** A stretch without services under the agreement. */
@Says(zh = "未提供服务", en = "a stretch without services")
@Kind(asks = "idle")
public record Idle(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(zh = "所属协议的编号", en = "id of the agreement concerned", optional = true, pointsAt = Agreement.class)
        String agreement,

        @Says(zh = "最后一次服务日", en = "day of the last service", ahead = true)
        LocalDate lastServedOn,

        @Says(
                zh = "恢复服务日；至办理日确未恢复的写 none",
                en = "day service was taken up again; \"none\": not yet",
                optional = true,
                event = true,
                notBefore = "lastServedOn",
                ahead = true)
        LocalDate resumedOn,

        @Says(
                zh = "就此作出的认定：问题代码 → yes、no 或 open",
                en = "answers about this: question → yes, no or open",
                code = "questions",
                codes = {"yes", "no", "open"},
                optional = true)
        Map<String, String> answers,

        @Says(zh = "期间的暂停或保留协议", en = "suspensions or preservation in between", derived = true)
        List<PriorMeasure> excuses,

        @Says(zh = "接续各协议的首日", en = "first day of the agreements that follow one another", derived = true)
        LocalDate since,

        @Says(zh = "日历与办理日", en = "calendar and the day the case is handled", derived = true)
        Clock clock)
        implements Evidence {
    /** Whether the stretch reached so many months from date to date; excused days do not run. */
    @Says(
            zh = "没有业务是否满若干月，如 lastedMonths( 3 )",
            en = "whether it lasted so many months: lastedMonths( 3 )",
            reads = "resumedOn")
    public boolean lastedMonths(int months) {
        if (!Blank.stated(resumedOn)) {
            return false;
        }
        LocalDate start = start();
        return !end().isBefore(Months.last(start, months).plusDays(excusedDays()));
    }

    /** Whether so many calendar months were empty from their first to their last day, none of them partly excused. */
    @Says(
            zh = "整月没有业务的自然月是否达到若干个，如 emptyCalendarMonths( 3 )",
            en = "whether so many whole calendar months were without business: emptyCalendarMonths( 3 )",
            reads = "resumedOn")
    public boolean emptyCalendarMonths(int months) {
        if (!Blank.stated(resumedOn)) {
            return false;
        }
        int run = 0;
        LocalDate month = start().minusDays(1).withDayOfMonth(1).plusMonths(1);
        for (; !month.plusMonths(1).minusDays(1).isAfter(end()); month = month.plusMonths(1)) {
            LocalDate first = month;
            boolean excused = excuses.stream()
                    .anyMatch(m -> m.overlaps(first, first.plusMonths(1).minusDays(1)));
            run = excused ? 0 : run + 1;
            if (run >= months) {
                return true;
            }
        }
        return false;
    }

    /** Nobody owed services before the agreement began. */
    private LocalDate start() {
        LocalDate day = lastServedOn.plusDays(1);
        return Blank.happened(since) && since.isAfter(day) ? since : day;
    }

    private LocalDate end() {
        return resumedOn.isAfter(clock.today()) ? clock.today() : resumedOn.minusDays(1);
    }

    private long excusedDays() {
        if (end().isBefore(start())) {
            return 0;
        }
        return start().datesUntil(end().plusDays(1))
                .filter(d -> excuses.stream().anyMatch(m -> m.overlaps(d, d)))
                .count();
    }

    @Override
    public LocalDate day() {
        return lastServedOn;
    }
}
