package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision.Note;
import qiyue.fact.Breach;
import qiyue.fact.Evidence;

/** Records passed over for a code left out: a note a field, and none of a clause that is established on the record anyway. */
class PassedOverTest {
    private static final Docket DOCKET = Editions.docket("2025-06-10", """
            "findings": [
              {"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-01"},
              {"id": "f2", "conduct": "bed-hanging", "status": "suspected", "date": "2025-05-02"},
              {"id": "f3", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-03"}]
            """);

    private static Breach breach(String fact) {
        Evidence root = DOCKET.facts().stream()
                .filter(f -> f.id().equals(fact))
                .findFirst()
                .orElseThrow();
        return Breach.of("b/c#1", root);
    }

    private static final PassedOver PASSED = new PassedOver(List.of(breach("f1"), breach("f2")));

    @Test
    void only_what_is_established_on_the_record_itself_decides_a_clause() {
        assertThat(PASSED.decided("b/c#1", "f1")).isTrue();
        assertThat(PASSED.decided("b/c#1", "f2")).as("only suspected").isFalse();
        assertThat(PASSED.decided("b/c#1", "f3")).isFalse();
        assertThat(PASSED.decided("b/c#2", "f1")).isFalse();
    }

    @Test
    void records_that_lack_a_field_are_one_note_but_for_those_on_which_a_clause_is_established() {
        PassedOver passed = new PassedOver(List.of(breach("f1")));
        for (String fact : List.of("f1", "f3", "f2")) {
            passed.add("Finding.channel", fact, "b/c#1");
            passed.add("Finding.channel", fact, "b/c#2");
        }

        assertThat(passed.notes())
                .extracting(
                        Note::about,
                        n -> n.details().get("clauses"),
                        n -> n.details().get("facts"),
                        n -> n.details().get("count"))
                .containsExactly(tuple("f1", "b/c#2", "f1", "1"), tuple("f2", "b/c#1, b/c#2", "f2, f3", "2"));
        assertThat(passed.fields())
                .isEqualTo(Map.of("b/c#1", List.of("Finding.channel"), "b/c#2", List.of("Finding.channel")));
    }
}
