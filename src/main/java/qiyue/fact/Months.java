package qiyue.fact;

import java.time.LocalDate;

/** How long something lasts whose first day counts: a suspension, a bar, a standstill. */
public final class Months {
    private Months() {}

    /**
     * The last of so many months: the day before the one that corresponds to the first; where the month has no such day, its own
     * last day (Civil Code, article 203). Two months from 31 December end on the last of February, not the day before it.
     */
    public static LocalDate last(LocalDate first, int months) {
        LocalDate same = first.plusMonths(months);
        return same.getDayOfMonth() == first.getDayOfMonth() ? same.minusDays(1) : same;
    }
}
