package qiyue.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import qiyue.shape.Says;

/** The inspection and the days of its handling; {@code today} is the day the case is handled: the day of decision, else the latest day stated. */
@Says(zh = "检查", en = "the inspection")
public record Inspection(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(zh = "经办机构名称", en = "name of the agency", optional = true)
        String agency,

        @Says(zh = "检查日", en = "day of the inspection") LocalDate inspectedOn,

        @Says(zh = "向机构反馈日", en = "day of feedback to the facility", optional = true, notBefore = "inspectedOn")
        LocalDate feedbackOn,

        @Says(zh = "机构说明日", en = "day the facility explained itself", optional = true, follows = "inspectedOn")
        LocalDate explainedOn,

        @Says(
                zh = "作出处理决定日；缺省时以文书所载最晚的一日为办理日",
                en = "day of the decision; the case is handled on the latest day stated if left out",
                optional = true,
                notBefore = "inspectedOn")
        LocalDate decidedOn,

        @Says(
                zh = "书面告知日",
                en = "day of the written notice",
                optional = true,
                notBefore = "inspectedOn",
                follows = "decidedOn")
        LocalDate noticedOn,

        @Says(zh = "办理日", en = "day the case is handled", derived = true)
        LocalDate today,

        @Says(zh = "日历与办理日", en = "calendar and the day the case is handled", derived = true)
        Clock clock)
        implements Evidence {
    /** Working days from one day to another, the first not counted; unstated where the calendar does not reach. */
    @Says(
            optional = true,
            zh = "两日之间的工作日数，首日不计；日历未及的为未说明",
            en =
                    "working days from the first to the second, the first not counted; not stated where the calendar does not reach")
    public BigDecimal workingDaysBetween(LocalDate from, LocalDate to) {
        return Blank.happened(from) && Blank.happened(to)
                ? clock.calendar()
                        .workingDays(from, to)
                        .map(BigDecimal::valueOf)
                        .orElse(Conclusion.UNSTATED)
                : Conclusion.UNSTATED;
    }

    /** The working day so many working days after a day; {@code NEVER} where the calendar does not reach. */
    @Says(zh = "其后若干个工作日的那一天", en = "the working day so many working days later")
    public LocalDate workingDaysLater(LocalDate day, int number) {
        return Blank.happened(day) ? clock.calendar().lastDay(day, number, "working-days") : day;
    }

    /** The working day so many working days before a day; {@code NEVER} where the calendar does not reach. */
    @Says(
            zh = "其前若干个工作日的那一天，如 $i.workingDaysEarlier( $p.start, 15 )",
            en = "the working day so many working days earlier: $i.workingDaysEarlier( $p.start, 15 )")
    public LocalDate workingDaysEarlier(LocalDate day, int number) {
        return Blank.happened(day) ? clock.calendar().minusWorkingDays(day, number) : day;
    }

    /** The day itself, or the next working day where it is none: how steps that are due on a day of rest are moved on. */
    @Says(
            zh = "这一日，休息日为其后第一个工作日（义务的末日就是这样顺延的），如 $i.workingDayFrom( daysLater( $c.date, 15 ) )",
            en =
                    "that day, or the next working day where it is none, as the last days of steps are moved: $i.workingDayFrom( daysLater( $c.date, 15 ) )")
    public LocalDate workingDayFrom(LocalDate day) {
        return Blank.happened(day) ? clock.calendar().workingDayFrom(day) : day;
    }

    /** Whether a day has come by the day of handling, and while the texts it is looked at by governed: what would run out later does not run out by them. */
    @Says(
            zh = "某一日到办理日已到，而且到时文本还在施行，如 reached( $a.yearEnd )",
            en =
                    "whether that day has come by the day of handling, and while the text was in force: reached( $a.yearEnd )")
    public boolean reached(LocalDate day) {
        return Blank.happened(day) && !day.isAfter(clock.today());
    }

    /** So many months after the day of handling. */
    @Says(zh = "办理日之后若干月的同一日，如 $i.monthsOn( 6 )", en = "so many months after the day of handling: $i.monthsOn( 6 )")
    public LocalDate monthsOn(int months) {
        return today.plusMonths(months);
    }

    /** The day of handling when the decision has no day yet: the latest day stated. */
    public static LocalDate today(LocalDate decided, List<LocalDate> others) {
        return Blank.happened(decided)
                ? decided
                : others.stream()
                        .filter(Blank::happened)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
    }
}
