package qiyue.fact;

import java.time.LocalDate;
import java.util.Set;

/** The calendar and the day the case is handled: all that a fact may know of time. There is no other clock. */
public record Clock(Calendar calendar, LocalDate today) {
    /** The clock of facts not yet derived: it reaches no day. */
    static final Clock UNSET = new Clock(new Calendar(Set.of(), Set.of(), Set.of()), Blank.NEVER);

    /**
     * Whether a thing due by {@code due} was done later, or is known to be undone and overdue on the day of handling. What is
     * not stated is not late.
     */
    public boolean late(LocalDate due, LocalDate done) {
        if (!Blank.stated(done)) {
            return false;
        }
        LocalDate seen = done.isAfter(today) ? today : done;
        return seen.isAfter(due);
    }
}
