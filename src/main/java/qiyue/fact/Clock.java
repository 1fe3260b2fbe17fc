package qiyue.fact;

import java.time.LocalDate;

/** The calendar and the day the case is handled: all that a fact may know of time. There is no other clock. */
public record Clock(Calendar calendar, LocalDate today) {
    /** Whether a thing due by {@code due} was done later, or is undone and overdue on the day of handling. */
    public boolean late(LocalDate due, LocalDate done) {
        LocalDate seen = done.isAfter(today) ? today : done;
        return seen.isAfter(due);
    }
}
