package qiyue.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.TinyRules;
import qiyue.problem.Problem;

/** A calendar that would move deadlines without a word is refused. */
class CalendarFilesTest {
    @TempDir
    private Path folder;

    private TinyRules rules;

    @BeforeEach
    void write() throws IOException {
        rules = TinyRules.in(folder);
        year(2024, "2024-10-01", "2024-10-12");
        year(2025, "2025-10-01", "2025-10-11");
    }

    private void year(int year, String off, String work) throws IOException {
        rules.write(
                "calendar/" + year + ".yaml",
                "year: %d%nnotice: n%nissued: 2023-10-25%noff: [%s]%nwork: [%s]%n".formatted(year, off, work));
    }

    private List<String> problems() {
        return rules.problems().stream().map(Problem::message).map(m -> m.en()).toList();
    }

    @Test
    void years_that_follow_one_another_are_sound() {
        assertThat(problems()).isEmpty();
    }

    @Test
    void a_year_missing_in_between_is_named() throws IOException {
        year(2028, "2028-10-01", "2028-10-14");
        assertThat(problems()).containsExactly("the calendar has no 2026: 2028 follows 2025");
    }

    /** A holiday, or a weekend that is worked on, left out or put in. */
    @Test
    void what_is_off_and_what_is_made_up_for_balance() throws IOException {
        String days = "year: 2025%nnotice: n%nissued: 2024-11-12%nholidays: 2%noff: [%s]%nwork: [2025-10-11]%n";
        rules.write("calendar/2025.yaml", days.formatted("2025-10-01, 2025-10-02, 2025-10-03, 2025-10-04"));
        assertThat(problems()).isEmpty();

        rules.write("calendar/2025.yaml", days.formatted("2025-10-01, 2025-10-02, 2025-10-04"));
        assertThat(problems())
                .containsExactly("2 weekdays off less 1 weekend days worked must be the 2 holidays by law:"
                        + " a day is missing or one too many");
    }

    @Test
    void a_day_of_another_year_is_named() throws IOException {
        year(2025, "2026-10-01", "2025-10-11");
        assertThat(problems()).containsExactly("2026-10-01 is not in 2025");
    }

    @Test
    void a_day_off_and_at_work_is_named() throws IOException {
        year(2025, "2025-10-01", "2025-10-01");
        assertThat(problems()).containsExactly("2025-10-01 is stated twice");
    }

    @Test
    void a_file_of_another_year_is_named() throws IOException {
        rules.write("calendar/2026.yaml", "year: 2025\nnotice: n\nissued: 2023-10-25\noff: []\nwork: []\n");
        assertThat(problems()).containsExactly("the file is of 2025, unlike its name");
    }

    @Test
    void what_is_no_day_is_named_once() throws IOException {
        year(2025, "2025-13-01", "2025-10-11");
        assertThat(problems()).containsExactly("'2025-13-01' is no day");
    }

    @Test
    void a_year_without_its_notice_or_its_days_is_none() throws IOException {
        rules.write("calendar/2026.yaml", "year: 2026\n");

        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "notice is missing", "issued is missing", "off is missing", "work is missing");
    }

    /** Perhaps the Sunday before was meant. */
    @Test
    void a_working_day_that_is_one_anyway_is_named() throws IOException {
        year(2025, "2025-10-01", "2025-09-28, 2025-09-29");
        assertThat(problems()).containsExactly("2025-09-29 is a working day anyway, no weekend that is worked on");
    }

    @Test
    void a_month_without_a_working_day_is_named() throws IOException {
        String all = LocalDate.of(2025, 3, 1)
                .datesUntil(LocalDate.of(2025, 6, 1))
                .map(LocalDate::toString)
                .collect(Collectors.joining(", "));
        year(2025, all, "");
        assertThat(problems()).containsExactly("there is no working day in 2025-3");
    }
}
