package qiyue.fact;

import java.time.LocalDate;
import java.util.Set;

/**
 * The calendar and the day the case is handled: all that a fact may know of time. There is no other clock.
 *
 * @param since the first day of the text that a fact which began before it is looked at by; {@link LocalDate#MIN} for any other
 */
public record Clock(Calendar calendar, LocalDate today, LocalDate since) {
    /** The clock of facts not yet derived: it reaches no day. */
    static final Clock UNSET = new Clock(new Calendar(Set.of(), Set.of(), Set.of()), Blank.NEVER);

    /** The clock of a fact that is looked at by no text in particular, or by one that was there before it. */
    public Clock(Calendar calendar, LocalDate today) {
        this(calendar, today, LocalDate.MIN);
    }

    /** A last day that the text can count to: one that was over before the text was there has not come about by it. */
    LocalDate underText(LocalDate last) {
        return last.plusDays(1).isBefore(since) ? Blank.NEVER : last;
    }

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
