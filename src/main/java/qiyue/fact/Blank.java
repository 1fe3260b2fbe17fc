package qiyue.fact;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** What an optional field holds when the document leaves it out. Facts carry no nulls. */
public final class Blank {
    /** An event that has not happened by the day the case is handled; later than every real date. */
    public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /** {@link #NEVER} for fields with a time of day. */
    public static final LocalDateTime NEVER_AT = NEVER.atStartOfDay();

    /** A quantity that could not be derived (for instance because the calendar does not reach that far). */
    public static final int UNKNOWN = -1;

    private Blank() {}

    /** Whether the event has happened. */
    public static boolean happened(LocalDate date) {
        return date.isBefore(NEVER);
    }
}
