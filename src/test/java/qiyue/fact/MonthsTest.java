package qiyue.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last day of what lasts so many months. */
class MonthsTest {
    @ParameterizedTest
    @CsvSource({
        "2025-03-01, 1, 2025-03-31",
        "2025-06-20, 6, 2025-12-19",
        "2025-12-31, 2, 2026-02-28",
        "2025-12-30, 2, 2026-02-28",
        "2025-12-29, 2, 2026-02-28",
        "2025-12-28, 2, 2026-02-27",
        "2023-12-31, 2, 2024-02-29",
        "2023-12-30, 2, 2024-02-29",
        "2023-12-29, 2, 2024-02-28",
        "2024-12-31, 6, 2025-06-30",
        "2024-02-29, 12, 2025-02-28",
        "2024-02-29, 48, 2028-02-28",
        "2025-01-31, 0, 2025-01-30"
    })
    void ends_the_day_before_the_corresponding_one_or_with_the_month(LocalDate first, int months, LocalDate last) {
        assertThat(Months.last(first, months)).isEqualTo(last);
    }

    /** The next month begins the day after: months in a row leave no day out, and none stands in two. */
    @Test
    void is_no_further_than_the_months_that_begin_a_day_later() {
        for (LocalDate first = LocalDate.of(2023, 1, 1); first.getYear() < 2025; first = first.plusDays(1)) {
            for (int months = 1; months <= 36; months++) {
                LocalDate last = Months.last(first, months);
                assertThat(last).isBeforeOrEqualTo(Months.last(first.plusDays(1), months));
                assertThat(last.plusDays(1)).isAfterOrEqualTo(first.plusMonths(months));
            }
        }
    }
}
