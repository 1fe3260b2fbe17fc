package qiyue.decision;

import java.time.LocalDate;
import qiyue.fact.Blank;
import qiyue.fact.Calendar;
import qiyue.fact.Choice;
import qiyue.fact.Terms;

/** Whether the length and the first day that the agency decided are within what the clause gives. */
final class Durations {
    private final LocalDate today;
    private final Calendar calendar;

    /**
     * On a day, by a calendar.
     *
     * @param today the day of handling, from which lengths run where no first day was decided
     */
    Durations(LocalDate today, Calendar calendar) {
        this.today = today;
        this.calendar = calendar;
    }

    /** {@code longer}, {@code shorter}, {@code other-first-day}; empty if the clause allows it. */
    String outside(Choice choice, Terms terms) {
        boolean dated = Blank.happened(choice.from());
        LocalDate first = dated ? choice.from() : today;
        if (dated && Blank.happened(terms.from()) && !first.equals(terms.from())) {
            return "other-first-day";
        }
        if (!choice.lasting()) {
            return "";
        }
        LocalDate last = choice.lastDay(first);
        boolean fixed = Blank.happened(terms.until());
        LocalDate least = fixed ? terms.until() : end(first, terms.least(), terms.unit());
        LocalDate most = fixed ? terms.until() : end(first, terms.most(), terms.unit());
        if (fixed && !dated) {
            return "";
        }
        return Blank.happened(most) && last.isAfter(most)
                ? "longer"
                : Blank.happened(least) && last.isBefore(least) ? "shorter" : "";
    }

    private LocalDate end(LocalDate first, int number, String unit) {
        return number < 0 ? Blank.NEVER : calendar.lasting(first, number, unit);
    }
}
