package qiyue.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.Shipped;
import qiyue.shape.Own;

/** How long a facility served nobody (readings X06 and X07). */
class IdleTest {

    private static Idle idle(String last, String resumed, List<PriorMeasure> excuses) {
        return idle(last, resumed, excuses, Blank.UNSTATED);
    }

    private static Idle idle(String last, String resumed, List<PriorMeasure> excuses, LocalDate since) {
        return new Idle(
                "n1",
                "",
                LocalDate.parse(last),
                resumed.isEmpty() ? Blank.NEVER : LocalDate.parse(resumed),
                Map.of(),
                excuses,
                since,
                since,
                new Clock(Shipped.library().calendar(), LocalDate.parse("2025-12-31")),
                Own.NONE);
    }

    private static Agreement agreement(String id, String from, String to) {
        return new Agreement(
                id,
                "rehabilitation",
                LocalDate.parse(from),
                LocalDate.parse(to),
                Blank.UNSTATED,
                Blank.UNSTATED,
                "",
                List.of(),
                Map.of(),
                new Clock(Shipped.library().calendar(), LocalDate.parse("2025-12-31")),
                Own.NONE);
    }

    private static PriorMeasure suspension(String from, String until) {
        return new PriorMeasure(
                "m1",
                "suspend-agreement",
                "violation",
                LocalDate.parse(from),
                LocalDate.parse(from),
                LocalDate.parse(until),
                Blank.NEVER,
                "",
                "",
                "",
                List.of(),
                "",
                "",
                "",
                "",
                Map.of(),
                Clock.UNSET,
                Own.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-14, 2025-06-15, true", // 15 March to 14 June: three months from date to date
        "2025-03-14, 2025-06-14, false", // one day short
        "2025-03-14, , true" // never taken up again
    })
    void months_are_counted_from_date_to_date(String last, String resumed, boolean three) {
        assertThat(idle(last, resumed == null ? "" : resumed, List.of()).lastedMonths(3))
                .isEqualTo(three);
    }

    @Test
    void days_of_a_suspension_do_not_run() {
        List<PriorMeasure> excuse = List.of(suspension("2025-04-01", "2025-04-30"));

        assertThat(idle("2025-03-14", "2025-06-15", excuse).lastedMonths(3)).isFalse();
        assertThat(idle("2025-03-14", "2025-07-14", excuse).lastedMonths(3)).isFalse();
        assertThat(idle("2025-03-14", "2025-07-15", excuse).lastedMonths(3)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-14, 2025-07-01, true", // April, May and June are empty
        "2025-03-14, 2025-06-30, false", // June is not
        "2025-02-28, 2025-06-01, true", // March, April and May
        "2025-03-01, 2025-06-01, false"
    })
    void empty_calendar_months_are_empty_from_their_first_to_their_last_day(
            String last, String resumed, boolean three) {
        assertThat(idle(last, resumed, List.of()).emptyCalendarMonths(3)).isEqualTo(three);
    }

    @Test
    void a_month_that_is_partly_excused_breaks_the_run_of_months() {
        List<PriorMeasure> excuse = List.of(suspension("2025-05-10", "2025-05-12"));

        assertThat(idle("2025-03-14", "2025-08-01", excuse).emptyCalendarMonths(3))
                .isFalse();
        assertThat(idle("2025-03-14", "2025-09-01", excuse).emptyCalendarMonths(3))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2025-03-31,true", "2025-03-30,false"})
    void nothing_runs_before_the_agreement_began(String lastEmpty, boolean lasted) {
        Idle idle = idle(
                "2024-10-15",
                LocalDate.parse(lastEmpty).plusDays(1).toString(),
                List.of(),
                LocalDate.parse("2025-01-01"));

        assertThat(idle.lastedMonths(3)).isEqualTo(lasted);
        assertThat(idle.emptyCalendarMonths(3)).isEqualTo(lasted);
    }

    /** The term before is not simply added: it is counted apart. */
    @ParameterizedTest
    @CsvSource({"2025-03-30, false, true", "2025-03-31, true, true", "2025-01-14, false, false"})
    void the_terms_before_are_counted_apart(String lastEmpty, boolean inTheTerm, boolean acrossTerms) {
        Idle idle = new Idle(
                "n1",
                "a2",
                LocalDate.parse("2024-10-15"),
                LocalDate.parse(lastEmpty).plusDays(1),
                Map.of(),
                List.of(),
                LocalDate.parse("2024-01-01"),
                LocalDate.parse("2025-01-01"),
                new Clock(Shipped.library().calendar(), LocalDate.parse("2025-12-31")),
                Own.NONE);

        assertThat(idle.lastedMonths(3)).isEqualTo(inTheTerm);
        assertThat(idle.lastedMonthsAcrossTerms(3)).isEqualTo(acrossTerms);
    }

    @Test
    void the_term_is_the_last_that_had_begun() {
        List<Agreement> all = List.of(
                agreement("a1", "2025-01-01", "2025-12-31"),
                agreement("a0", "2024-01-01", "2024-12-31"),
                agreement("a3", "2026-01-02", "2026-12-31"));

        assertThat(Agreement.termOn(LocalDate.parse("2024-12-31"), "a0", all)).isEqualTo("2024-01-01");
        assertThat(Agreement.termOn(LocalDate.parse("2025-01-01"), "a0", all)).isEqualTo("2025-01-01");
        assertThat(Agreement.termOn(LocalDate.parse("2026-02-01"), "a0", all)).isEqualTo("2025-01-01");
        assertThat(Agreement.termOn(LocalDate.parse("2026-02-01"), "", all)).isEqualTo(Blank.UNSTATED);
    }

    @Test
    void an_agreement_that_follows_another_without_a_gap_began_with_it() {
        Agreement first = agreement("a0", "2023-01-01", "2023-12-31");
        Agreement second = agreement("a1", "2024-01-01", "2024-12-31");
        Agreement late = agreement("a2", "2025-01-02", "2025-12-31");
        List<Agreement> all = List.of(late, second, first);

        assertThat(Agreement.begun("a1", all)).isEqualTo(first.from());
        assertThat(Agreement.begun("a2", all)).isEqualTo(late.from());
        assertThat(Agreement.begun("", all)).isEqualTo(Blank.UNSTATED);
    }
}
