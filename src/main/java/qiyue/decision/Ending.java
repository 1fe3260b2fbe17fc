package qiyue.decision;

import java.time.LocalDate;
import java.util.List;

/**
 * What ended an agreement, or may have.
 *
 * @param day the first day without it; of a term that ran out its last day
 * @param by the earlier measure; where the term ran out, the agreement itself
 * @param kind the measure it was, or counts as
 * @param lives what would have to be so for the agreement to be in force all the same; empty: the end is certain
 */
record Ending(LocalDate day, String by, String kind, List<String> lives) {
    boolean certain() {
        return lives.isEmpty();
    }

    /** Whether the term ran out. */
    boolean expiry(String agreement) {
        return by.equals(agreement);
    }
}
