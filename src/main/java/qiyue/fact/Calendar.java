package qiyue.fact;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * The working days of the State Council's yearly notices. Outside its years nothing is guessed: {@link #covers} says how
 * far it reaches, and a day beyond is {@link Blank#NEVER}.
 */
public final class Calendar {
    private final Set<Integer> years;
    private final Set<LocalDate> off;
    private final Set<LocalDate> work;

    /** The years there is a notice for, the days off by schedule, and the make-up working days. */
    public Calendar(Set<Integer> years, Set<LocalDate> off, Set<LocalDate> work) {
        this.years = Set.copyOf(years);
        this.off = Set.copyOf(off);
        this.work = Set.copyOf(work);
    }

    /** The years there is a notice for. */
    public Set<Integer> years() {
        return years;
    }

    /** The days off by schedule. */
    public Set<LocalDate> off() {
        return off;
    }

    /** The make-up working days. */
    public Set<LocalDate> work() {
        return work;
    }

    /** Whether there is a notice for the year of the day. */
    public boolean covers(LocalDate day) {
        return years.contains(day.getYear());
    }

    /** Whether the day is a working day; only for days it covers. */
    public boolean isWorkingDay(LocalDate day) {
        return work.contains(day) || (!isWeekend(day) && !off.contains(day));
    }

    /** Whether the day is a Saturday or a Sunday. */
    public static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** How many working days follow the first day up to the second, that included; empty if out of reach. */
    Optional<Integer> workingDays(LocalDate from, LocalDate to) {
        int days = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (!covers(day)) {
                return Optional.empty();
            }
            days += isWorkingDay(day) ? 1 : 0;
        }
        return Optional.of(days);
    }

    /** The last day of a term of so many working days; the starting day does not count. {@link Blank#NEVER} if out of reach. */
    LocalDate plusWorkingDays(LocalDate start, int days) {
        return counted(start, days, 1);
    }

    /** The working day that lies so many working days before a day, which does not count itself. {@link Blank#NEVER} if out of reach. */
    LocalDate minusWorkingDays(LocalDate end, int days) {
        return counted(end, days, -1);
    }

    private LocalDate counted(LocalDate from, int days, int step) {
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(step);
            if (!covers(day)) {
                return Blank.NEVER;
            }
            left -= isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    /**
     * The last day of a term counted forward from a start that does not count itself (Civil Code, articles 201 to 203): working
     * days by the calendar; days, months and years to the same date, moved on where it is no working day. {@link Blank#NEVER} if
     * out of reach. Days a text or an agreement fixes, and terms counted back from a day, are not terms in this sense.
     */
    public LocalDate lastDay(LocalDate start, int number, String unit) {
        LocalDate day = corresponding(start, number, unit);
        return unit.equals("working-days") ? day : workingDayFrom(day);
    }

    /**
     * The day so many units after that one, whether it is a working day or not: the same date of another month or year, or the
     * last of so many days or working days that follow. {@link Blank#NEVER} if out of reach.
     */
    public LocalDate corresponding(LocalDate day, int number, String unit) {
        return switch (unit) {
            case "working-days" -> plusWorkingDays(day, number);
            case "months" -> day.plusMonths(number);
            case "years" -> day.plusYears(number);
            default -> day.plusDays(number);
        };
    }

    /**
     * The last day of what lasts so many units and whose first day counts: a suspension, a bar, a standstill. Working days are
     * counted from the first one of them on. {@link Blank#NEVER} if out of reach.
     */
    public LocalDate lasting(LocalDate first, int number, String unit) {
        return switch (unit) {
            case "months" -> Months.last(first, number);
            case "years" -> Months.last(first, 12 * number);
            default -> corresponding(first.minusDays(1), number, unit);
        };
    }

    /** The day itself, or the next working day if it is none (Civil Code, article 203). {@link Blank#NEVER} if out of reach. */
    LocalDate workingDayFrom(LocalDate day) {
        LocalDate moved = day;
        while (covers(moved) && !isWorkingDay(moved)) {
            moved = moved.plusDays(1);
        }
        return covers(moved) ? moved : Blank.NEVER;
    }
}
