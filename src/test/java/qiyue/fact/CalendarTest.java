package qiyue.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.Shipped;

class CalendarTest {

    private static final Calendar CALENDAR = Shipped.library().calendar();

    @ParameterizedTest
    @CsvSource({"2022, 249", "2023, 249", "2024, 251", "2025, 248", "2026, 248"})
    void a_year_has_as_many_working_days_as_its_notice_leaves(int year, int days) {
        assertThat(LocalDate.of(year, 1, 1)
                        .datesUntil(LocalDate.of(year + 1, 1, 1))
                        .filter(CALENDAR::isWorkingDay))
                .hasSize(days);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-26, true", // a Sunday worked for Spring Festival
        "2025-02-08, true", // a Saturday worked for Spring Festival
        "2025-10-11, true", // a Saturday worked for National Day
        "2025-10-08, false", // a Wednesday off, Mid-Autumn falling into National Day
        "2025-06-02, false", // a Monday off, Dragon Boat
        "2025-06-03, true",
        "2025-06-07, false" // a plain Saturday
    })
    void make_up_days_are_worked_and_holidays_are_not(LocalDate day, boolean worked) {
        assertThat(CALENDAR.isWorkingDay(day)).isEqualTo(worked);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-09-30, 1, 2025-10-09", // over National Day
        "2025-09-30, 3, 2025-10-11", // the made-up Saturday counts
        "2025-04-07, 30, 2025-05-21", // the beginning day does not count, the made-up Sunday of 27 April does
        "2025-06-06, 0, 2025-06-06"
    })
    void a_term_of_working_days_ends_on(LocalDate start, int days, LocalDate end) {
        assertThat(CALENDAR.plusWorkingDays(start, days)).isEqualTo(end);
    }

    /** What lasts counts its first day; what is counted from a day on does not, and stays where it falls. */
    @ParameterizedTest
    @CsvSource({
        "2025-09-29, 3, working-days, 2025-10-09, 2025-10-10", // over National Day
        "2025-10-01, 2, working-days, 2025-10-10, 2025-10-10", // begins on a day off
        "2025-09-29, 3, days, 2025-10-01, 2025-10-02",
        "2024-12-31, 2, months, 2025-02-28, 2025-02-28",
        "2025-07-15, 3, years, 2028-07-14, 2028-07-15"
    })
    void a_length_ends_by_its_unit(LocalDate first, int number, String unit, LocalDate last, LocalDate same) {
        assertThat(CALENDAR.lasting(first, number, unit)).isEqualTo(last);
        assertThat(CALENDAR.corresponding(first, number, unit)).isEqualTo(same);
    }

    @Test
    void a_last_day_that_is_no_working_day_moves_to_the_next_one() {
        assertThat(CALENDAR.workingDayFrom(LocalDate.of(2025, 10, 1))).isEqualTo(LocalDate.of(2025, 10, 9));
        assertThat(CALENDAR.workingDayFrom(LocalDate.of(2025, 10, 9))).isEqualTo(LocalDate.of(2025, 10, 9));
    }

    @Test
    void beyond_the_last_notice_nothing_is_guessed() {
        assertThat(CALENDAR.plusWorkingDays(LocalDate.of(2026, 12, 30), 2)).isEqualTo(Blank.NEVER);
        assertThat(CALENDAR.workingDayFrom(LocalDate.of(2027, 1, 1))).isEqualTo(Blank.NEVER);
        assertThat(CALENDAR.covers(LocalDate.of(2021, 12, 31))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // a Friday; a Saturday moves to Monday; the first day of the holidays of 2025 moves to the 9th
        "2025-05-31, 20, days, 2025-06-20",
        "2025-05-31, 21, days, 2025-06-23",
        "2025-08-01, 2, months, 2025-10-09",
        "2024-06-06, 1, years, 2025-06-06",
        "2025-06-06, 1, working-days, 2025-06-09",
    })
    void a_term_counted_forward_ends_on_a_working_day(LocalDate start, int number, String unit, LocalDate end) {
        assertThat(Shipped.library().calendar().lastDay(start, number, unit)).isEqualTo(end);
    }
}
