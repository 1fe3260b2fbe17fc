package qiyue.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import qiyue.shape.Own;
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

        @Says(zh = "其中没有业务之末所在一期的首日", en = "first day of that one of them in which the stretch ended", derived = true)
        LocalDate term,

        @Says(zh = "日历与办理日", en = "calendar and the day the case is handled", derived = true)
        Clock clock,

        @Says(zh = "词汇声明的字段", en = "the fields the vocabulary declares", derived = true)
        Own own)
        implements Declared {
    /** Whether the stretch reached so many months from date to date within the last term; excused days do not run. */
    @Says(
            zh = "一期协议之内没有业务是否满若干月，如 lastedMonths( 3 )",
            en = "whether it lasted so many months within one term: lastedMonths( 3 )",
            reads = "resumedOn")
    public boolean lastedMonths(int months) {
        return Blank.stated(resumedOn) && lasted(months, after(term));
    }

    /** The same, with what came before in the terms that this one followed. */
    @Says(
            zh = "连同以前相接各期，没有业务是否满若干月，如 lastedMonthsAcrossTerms( 3 )",
            en = "whether it lasted so many months with the terms before: lastedMonthsAcrossTerms( 3 )",
            reads = "resumedOn")
    public boolean lastedMonthsAcrossTerms(int months) {
        return Blank.stated(resumedOn) && lasted(months, after(since));
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
        LocalDate month = after(term).minusDays(1).withDayOfMonth(1).plusMonths(1);
        for (; !month.plusMonths(1).minusDays(1).isAfter(end(clock)); month = month.plusMonths(1)) {
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

    private boolean lasted(int months, LocalDate start) {
        return !end(clock).isBefore(Months.last(start, months).plusDays(excusedDays(start)));
    }

    /** The first day without services that counts: nobody owed any before the agreement began. */
    private LocalDate after(LocalDate begun) {
        LocalDate day = lastServedOn.plusDays(1);
        return Blank.happened(begun) && begun.isAfter(day) ? begun : day;
    }

    /** Its last day: the one before service was taken up again, else the day the case is handled. */
    LocalDate end(Clock clock) {
        return resumedOn.isAfter(clock.today()) ? clock.today() : resumedOn.minusDays(1);
    }

    private long excusedDays(LocalDate start) {
        if (end(clock).isBefore(start)) {
            return 0;
        }
        return start.datesUntil(end(clock).plusDays(1))
                .filter(d -> excuses.stream().anyMatch(m -> m.overlaps(d, d)))
                .count();
    }

    @Override
    public LocalDate day() {
        return lastServedOn;
    }
}
