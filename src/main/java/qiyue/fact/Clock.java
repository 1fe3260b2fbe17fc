package qiyue.fact;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * The calendar and the day the case is handled: all that a fact may know of time. There is no other clock.
 *
 * @param since the first days of all texts the fact is looked at by; empty where it began before none of them
 */
public record Clock(Calendar calendar, LocalDate today, Map<String, LocalDate> since) {
    /** The clock of facts not yet derived: it reaches no day. */
    static final Clock UNSET = new Clock(new Calendar(Set.of(), Set.of(), Set.of()), Blank.NEVER);

    /** The clock of a fact that is looked at by no text in particular, or by one that was there before it. */
    public Clock(Calendar calendar, LocalDate today) {
        this(calendar, today, Map.of());
    }

    /** The day itself where the text can count to it: what was over before the text was there has not come about by it. */
    LocalDate underText(LocalDate last, String text) {
        return last.plusDays(1).isBefore(since.getOrDefault(text, LocalDate.MIN)) ? Blank.NEVER : last;
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
