package qiyue.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.shape.Own;

/** Days counted from the first of a suspension on request, by a text that was there already and by one that came later. */
class OwnSuspensionTest {
    private static final LocalDate TODAY = LocalDate.of(2022, 10, 10);
    private static final String BOOK = "region/measures";
    private static final LocalDate TEXT = LocalDate.of(2022, 8, 8);

    private static OwnSuspension from(LocalDate first, LocalDate since) {
        LocalDate asked = LocalDate.of(2022, 1, 4);
        return new OwnSuspension(
                "o1",
                "",
                asked,
                asked,
                asked,
                first,
                Blank.NEVER,
                Map.of(),
                new Clock(Shipped.library().calendar(), TODAY, Map.of(BOOK, since)),
                Own.NONE);
    }

    @Test
    void days_that_were_over_before_a_text_have_not_run_out_by_it() {
        LocalDate first = LocalDate.of(2022, 2, 6);
        OwnSuspension without = from(first, LocalDate.MIN);
        OwnSuspension by = from(first, TEXT);

        assertThat(without.daysOn(180, BOOK)).isEqualTo(LocalDate.of(2022, 8, 5));
        assertThat(without.outlastsDays(180, BOOK)).isTrue();
        assertThat(by.daysOn(180, BOOK)).isEqualTo(Blank.NEVER);
        assertThat(by.outlastsDays(180, BOOK)).isFalse();
        assertThat(by.start()).isEqualTo(first);
    }

    /** The day after the last has to be one of the text: the last may be the day before its first. */
    @Test
    void the_day_after_the_last_has_to_be_one_of_the_text() {
        LocalDate first = LocalDate.of(2022, 2, 6);
        LocalDate last = LocalDate.of(2022, 8, 5);

        assertThat(from(first, last.plusDays(1)).daysOn(180, BOOK)).isEqualTo(last);
        assertThat(from(first, last.plusDays(2)).daysOn(180, BOOK)).isEqualTo(Blank.NEVER);
    }

    /** Of two texts that govern together each counts from its own first day. */
    @Test
    void each_text_counts_by_its_own_first_day() {
        OwnSuspension by = from(LocalDate.of(2022, 2, 6), TEXT);

        assertThat(by.outlastsDays(180, BOOK)).isFalse();
        assertThat(by.outlastsDays(180, "region/agreement")).isTrue();
        assertThat(by.daysOn(180, "region/agreement")).isEqualTo(LocalDate.of(2022, 8, 5));
    }

    /** From 7 February the 180th day is a Saturday and moves to the Monday on which the text begins. */
    @Test
    void a_last_day_that_moves_off_a_weekend_into_a_text_is_one_of_its_days() {
        assertThat(from(LocalDate.of(2022, 2, 7), TEXT).daysOn(180, BOOK)).isEqualTo(TEXT);
        assertThat(from(LocalDate.of(2022, 2, 7), TEXT).outlastsDays(180, BOOK)).isTrue();
    }
}
