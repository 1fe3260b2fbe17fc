package qiyue.fact;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * The clock of a duty: where it starts, how long it runs, and what a record says of its end.
 *
 * @param within so many units from the start; {@link Blank#UNKNOWN} where the text counts nothing
 * @param unit of what is counted: {@code hours}, {@code days}, {@code working-days}, {@code months}, {@code years}
 * @param start the day it is counted from; a step before it answers something else. Midnight where days are counted
 * @param due the last day, where it is stated and not counted
 * @param lasting whether the term has to run out before the step, and does not bound it
 * @param ahead whether the step comes ahead of what it is for, which then bounds it no further than the start does
 * @param recorded whether a record has a field that would say when it was done
 * @param done when a record says it was done
 * @param instead another step that shows the same, where none of its own is listed
 * @param untilEvent a code of {@code events}: what the step goes on until, where the text names no day
 */
public record Due(
        int within,
        String unit,
        LocalDateTime start,
        LocalDate due,
        boolean lasting,
        boolean ahead,
        boolean recorded,
        LocalDateTime done,
        String instead,
        String untilEvent) {
    /** Before every day a document states. */
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);

    static final Due NONE =
            new Due(Blank.UNKNOWN, "", Blank.NEVER_AT, Blank.NEVER, false, false, false, Blank.UNSTATED_AT, "", "");

    Due within(int number, String unitOfTime, LocalDate from) {
        return new Due(number, unitOfTime, from.atStartOfDay(), due, false, ahead, recorded, done, instead, untilEvent);
    }

    Due withinHours(int hours, LocalDateTime from) {
        return new Due(hours, "hours", from, due, false, ahead, recorded, done, instead, untilEvent);
    }

    Due lasting(int number, String unitOfTime, LocalDate from) {
        return new Due(number, unitOfTime, from.atStartOfDay(), due, true, ahead, recorded, done, instead, untilEvent);
    }

    Due after(LocalDate day) {
        LocalDate first = Blank.happened(day) ? day.plusDays(1) : day;
        return new Due(within, unit, first.atStartOfDay(), due, lasting, ahead, recorded, done, instead, untilEvent);
    }

    /** Ahead of that day, however long; where the day is not known, nothing is known of the step. */
    Due before(LocalDate day) {
        return ahead(Blank.happened(day) ? FIRST : day);
    }

    Due ahead(LocalDate from) {
        return new Due(within, unit, from.atStartOfDay(), due, lasting, true, recorded, done, instead, untilEvent);
    }

    Due due(LocalDate day) {
        return new Due(within, unit, start, day, lasting, ahead, recorded, done, instead, untilEvent);
    }

    Due done(LocalDate day) {
        return doneAt(day.atStartOfDay());
    }

    Due doneAt(LocalDateTime time) {
        return new Due(within, unit, start, due, lasting, ahead, true, time, instead, untilEvent);
    }

    Due orBy(String other) {
        return new Due(within, unit, start, due, lasting, ahead, recorded, done, other, untilEvent);
    }

    Due untilEvent(String event) {
        return new Due(within, unit, start, due, lasting, ahead, recorded, done, instead, event);
    }

    /** The day it is counted from. */
    public LocalDate from() {
        return start.toLocalDate();
    }

    /** The last day: stated, or counted by the calendar, which moves it off rest days; hours run through them. */
    public LocalDate lastDay(Calendar calendar) {
        if (Blank.happened(due) || within < 0 || !Blank.happened(from())) {
            return due;
        }
        return unit.equals("hours") ? start.plusHours(within).toLocalDate() : calendar.lastDay(from(), within, unit);
    }

    /** The moment that hours counted end at; {@link Blank#NEVER_AT} where none are counted. */
    public LocalDateTime dueAt() {
        return unit.equals("hours") && Blank.happened(from()) ? start.plusHours(within) : Blank.NEVER_AT;
    }

    /** Whether the calendar does not reach the end of what is counted. */
    public boolean beyond(Calendar calendar) {
        return within >= 0 && Blank.happened(from()) && !Blank.happened(lastDay(calendar));
    }

    /** Whether what the record says was done came after the hours had run out. */
    public boolean hoursMissed() {
        return unit.equals("hours") && Blank.happened(done.toLocalDate()) && done.isAfter(start.plusHours(within));
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || (other instanceof Due o
                        && within == o.within
                        && unit.equals(o.unit)
                        && start.equals(o.start)
                        && due.equals(o.due)
                        && lasting == o.lasting
                        && ahead == o.ahead
                        && recorded == o.recorded
                        && done.equals(o.done)
                        && instead.equals(o.instead)
                        && untilEvent.equals(o.untilEvent));
    }

    @Override
    public int hashCode() {
        return 31 * within + start.hashCode();
    }
}
