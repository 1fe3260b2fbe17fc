package qiyue.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A clause is named with its rulebook, whichever other was named before. */
class FullClauseTest {
    @Test
    void clauses_that_fall_on_one_place_are_not_taken_for_one_another() {
        // texts of one hash
        assertThat("Aa").hasSameHashCodeAs("BB");

        for (int i = 0; i < 2; i++) {
            assertThat(FullClause.of("x/y", "Aa")).isEqualTo("x/y#Aa");
            assertThat(FullClause.of("x/y", "BB")).isEqualTo("x/y#BB");
            assertThat(FullClause.of("Aa", "1")).isEqualTo("Aa#1");
            assertThat(FullClause.of("BB", "1")).isEqualTo("BB#1");
        }
    }
}
