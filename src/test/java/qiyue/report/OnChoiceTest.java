package qiyue.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.decision.Decision;
import qiyue.decision.Decision.MeasureLine;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** What a clause gives only once the agency chose something names that choice. */
class OnChoiceTest {
    private static Decision decided(String choices) throws Problems {
        return Shipped.evaluator()
                .evaluate(
                        InspectionReader.read(Sources.json("""
                {"region": "xilingol", "inspection": {"id": "i1", "inspectedOn": "2023-06-10", "decidedOn": "2023-06-15"},
                 "scope": {}, "facility": {"name": "甲", "kinds": ["rehabilitation"]},
                 "agreements": [{"id": "a1", "kind": "rehabilitation", "from": "2023-01-01", "to": "2023-12-31"}],
                 "parameters": [{"key": "deposit-balance", "amount": 80000}],
                 "findings": [{"id": "f1", "conduct": "supervision-refused", "status": "confirmed", "date": "2023-06-10",
                   "money": {"amount": 0}}],
                 "choices": [%s]}""".formatted(choices), "test"), Shipped.library(), "test"),
                        "");
    }

    private static List<String> named(Decision decision, String measure) {
        return DecisionView.of(decision, Shipped.library(), "zh").measures().stream()
                .flatMap(g -> g.items().stream())
                .filter(i ->
                        i.line().kind().equals(measure) && i.line().absorbedBy().isEmpty())
                .flatMap(i -> i.rests().isEmpty() ? Stream.of("") : i.rests().stream())
                .toList();
    }

    @Test
    void deposit_and_bar_name_the_termination_chosen_today() throws Problems {
        Decision decision = decided("{\"measure\": \"terminate\", \"choice\": \"taken\"}");

        assertThat(named(decision, "deduct-deposit")).containsOnly("因本次决定解除服务协议");
        assertThat(named(decision, "bar-application")).containsOnly("因本次决定解除服务协议");
    }

    @Test
    void nothing_is_named_before_anything_is_chosen() throws Problems {
        assertThat(named(decided(""), "deduct-deposit")).containsOnly("");
    }

    @Test
    void a_clause_with_a_rule_that_waits_for_nothing_rests_on_no_choice() throws Problems {
        MeasureLine terminate = decided("").measures().stream()
                .filter(m -> m.kind().equals("terminate"))
                .findFirst()
                .orElseThrow();

        assertThat(OnChoice.of(terminate, Shipped.library())).isEmpty();
        MeasureLine bar = decided("").measures().stream()
                .filter(m -> m.kind().equals("bar-application") && m.subject().equals("facility"))
                .findFirst()
                .orElseThrow();
        assertThat(OnChoice.of(bar, Shipped.library())).containsExactly("terminate");
    }
}
