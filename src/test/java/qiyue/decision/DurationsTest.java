package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.Shipped;
import qiyue.fact.Terms;

/** Whether what the agency decided of a length is within what the clause gives. */
class DurationsTest {
    private static String outside(String choice, Terms terms) {
        Document document = Document.of("""
                "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                "choices": [{"measure": "suspend-agreement", "choice": "taken"%s}]
                """.formatted(choice));
        return new Durations(LocalDate.of(2025, 6, 30), Shipped.library().calendar())
                .outside(document.file().choices().get(0), terms);
    }

    /** From Friday 4 July five working days last to Thursday 10 July. */
    @ParameterizedTest
    @CsvSource({"6, shorter", "7, ''", "8, longer"})
    void working_days_count_the_first_one(int days, String outside) {
        assertThat(outside(", \"from\": \"2025-07-04\", \"days\": " + days, Terms.NONE.lasting(5, 5, "working-days")))
                .isEqualTo(outside);
    }

    @ParameterizedTest
    @CsvSource({"4, shorter", "5, ''", "6, longer"})
    void days_count_the_first_one(int days, String outside) {
        assertThat(outside(", \"from\": \"2025-07-04\", \"days\": " + days, Terms.NONE.lasting(5, 5, "days")))
                .isEqualTo(outside);
    }

    /** From which day a length runs that ends on a given day nobody said. */
    @Test
    void a_length_without_a_first_day_is_not_held_against_a_fixed_last_one() {
        Terms fixed = Basis.on("f1")
                .may("x/y#1", "suspend-agreement")
                .until(LocalDate.of(2025, 12, 31))
                .terms();

        assertThat(outside(", \"months\": 3", fixed)).isEmpty();
        assertThat(outside(", \"months\": 3, \"from\": \"2025-07-01\"", fixed)).isEqualTo("shorter");
        assertThat(outside(", \"months\": 6, \"from\": \"2025-07-01\"", fixed)).isEmpty();
    }

    /** A first day is held against that of the clause, whatever the length; one that nobody decided is not. */
    @Test
    void a_first_day_has_to_be_that_of_the_clause() {
        Terms fixed = Basis.on("f1")
                .may("x/y#1", "suspend-agreement")
                .from(LocalDate.of(2025, 7, 1))
                .terms();

        assertThat(outside(", \"from\": \"2025-07-02\"", fixed)).isEqualTo("other-first-day");
        assertThat(outside(", \"months\": 3, \"from\": \"2025-07-02\"", fixed)).isEqualTo("other-first-day");
        assertThat(outside(", \"months\": 3, \"from\": \"2025-07-01\"", fixed)).isEmpty();
        assertThat(outside(", \"months\": 3", fixed)).isEmpty();
        assertThat(outside(", \"from\": \"2025-07-02\"", Terms.NONE)).isEmpty();
    }

    @Test
    void a_clause_without_a_length_allows_any() {
        assertThat(outside(", \"months\": 3, \"from\": \"2025-07-01\"", Terms.NONE))
                .isEmpty();
    }
}
