package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.Chosen;
import qiyue.decision.Decision.FactLine;
import qiyue.decision.Decision.Ground;
import qiyue.decision.Decision.Instance;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Question;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Modality;
import qiyue.fact.Terms;

/** The facts a decision rests on are named, each once, in the order of their ids, and no others. */
class FactLinesTest {
    private static final Docket DOCKET = Editions.docket("2025-06-10", """
            "findings": [
              {"id": "f10", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-01", "worker": "乙", "note": "查房三次"},
              {"id": "f2", "conduct": "split-stay", "status": "confirmed", "date": "2025-05-02"},
              {"id": "f3", "conduct": "split-stay", "status": "suspected", "date": "2025-05-03"}],
            "records": {
              "charges": [{"id": "c1", "date": "2025-05-04", "worker": "丙", "item": "床位费", "category": "bed", "money": {"amount": 1}}],
              "stays": [{"id": "z1", "worker": "丁", "admittedOn": "2025-05-01"}],
              "accidents": [
                {"id": "a1", "kind": "medical-accident", "date": "2025-05-06", "stay": "z1", "grade": 2, "responsibility": "minor"},
                {"id": "a2", "kind": "quality-safety", "date": "2025-05-07", "grade": 0, "responsibility": "unstated"}],
              "bedChecks": [{"id": "b1", "date": "2025-05-08", "stay": "z1", "present": false}],
              "penalties": [{"id": "p1", "date": "2025-05-05", "by": "卫健委", "kind": "warning"}]}
            """);

    private static List<FactLine> named(List<String> facts, String... asked) {
        Instance instance = new Instance(
                Certainty.ESTABLISHED,
                facts,
                LocalDate.EPOCH,
                "",
                List.of(),
                BigDecimal.ZERO,
                true,
                List.of(),
                List.of());
        return FactLines.of(
                DOCKET.facts(),
                List.of(new BreachLine("b#1", Certainty.ESTABLISHED, List.of(instance))),
                List.of(),
                java.util.Arrays.stream(asked)
                        .map(a -> new Question("serious", a, List.of(), ""))
                        .toList(),
                Map.of("c1", "费用.xlsx 清单!A7"));
    }

    @Test
    void what_is_rested_on_or_asked_about_is_named_in_order() {
        assertThat(named(List.of("f10", "c1"), "f2"))
                .containsExactly(
                        new FactLine(
                                "c1",
                                "Charge",
                                "",
                                LocalDate.of(2025, 5, 4),
                                "丙",
                                "床位费",
                                "费用.xlsx 清单!A7",
                                false,
                                Map.of()),
                        new FactLine(
                                "f2", "Finding", "split-stay", LocalDate.of(2025, 5, 2), "", "", "", false, Map.of()),
                        new FactLine(
                                "f10",
                                "Finding",
                                "bed-hanging",
                                LocalDate.of(2025, 5, 1),
                                "乙",
                                "查房三次",
                                "",
                                false,
                                Map.of()));
    }

    /** The kind of a record tells more than any other code; what a text looks back at stands under the record itself. */
    @Test
    void a_record_is_named_by_its_kind_and_once() {
        assertThat(named(List.of("p1")))
                .extracting(FactLine::kind, FactLine::code)
                .containsExactly(tuple("Penalty", "warning"));
    }

    /** What tells one accident from a graver one is told with it; what is not stated is not. */
    @Test
    void an_accident_is_named_with_what_it_weighs() {
        assertThat(named(List.of("a1", "a2")))
                .extracting(FactLine::code, FactLine::weighs)
                .containsExactly(
                        tuple("medical-accident", Map.of("grade", "2", "responsibility", "minor")),
                        tuple("quality-safety", Map.of()));
    }

    /** What names nobody and belongs to a stay is of the worker of that stay. */
    @Test
    void the_worker_of_a_stay_is_named_with_what_belongs_to_it() {
        assertThat(named(List.of("b1", "a1", "c1")))
                .extracting(FactLine::id, FactLine::worker)
                .containsExactly(tuple("a1", "丁"), tuple("b1", "丁"), tuple("c1", "丙"));
    }

    @Test
    void what_is_only_suspected_says_so() {
        assertThat(named(List.of("f2", "f3")))
                .extracting(FactLine::id, FactLine::suspected)
                .containsExactly(tuple("f2", false), tuple("f3", true));
    }

    /** The ground of a line that took its money stands beside that line: its facts are named as well. */
    @Test
    void the_facts_of_a_measure_and_of_its_further_grounds_are_named() {
        Ground ground = new Ground(
                Modality.SHALL,
                "refuse",
                Certainty.ESTABLISHED,
                List.of(),
                List.of("b#2"),
                List.of(),
                List.of("f3"),
                List.of(),
                BigDecimal.ONE);
        MeasureLine line = new MeasureLine(
                Modality.SHALL,
                "recover",
                "facility",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                Terms.NONE,
                Certainty.ESTABLISHED,
                List.of(),
                List.of("b#1"),
                List.of(),
                List.of("f2"),
                List.of(),
                BigDecimal.ONE,
                Conclusion.UNSTATED,
                true,
                "",
                "",
                "",
                Chosen.NOTHING,
                Conclusion.UNSTATED,
                List.of(ground),
                List.of(),
                "",
                Conclusion.UNSTATED,
                Conclusion.UNSTATED);

        assertThat(FactLines.of(DOCKET.facts(), List.of(), List.of(line), List.of(), Map.of()))
                .extracting(FactLine::id)
                .containsExactly("f2", "f3");
    }

    @Test
    void nothing_rested_on_is_nothing_named() {
        assertThat(named(List.of())).isEmpty();
    }
}
