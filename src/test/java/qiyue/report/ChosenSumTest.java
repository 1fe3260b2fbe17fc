package qiyue.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.decision.Decision;
import qiyue.decision.Decision.MeasureLine;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** A sum chosen for the deposit is that of the clause that leaves it open, not of one that takes the whole. */
class ChosenSumTest {
    private static final String BOTH = """
            {"region": "xilingol", "inspection": {"id": "i1", "inspectedOn": "2023-06-10", "decidedOn": "2023-06-15"}, "scope": {},
             "facility": {"name": "甲", "kinds": ["rehabilitation"], "level": "tier-1", "ownership": "private"},
             "agreements": [{"id": "a1", "kind": "rehabilitation", "from": "2023-01-01", "to": "2023-12-31"}],
             "parameters": [{"key": "deposit-balance", "amount": 20000}],
             "answers": {"worker-suffered-loss": "no"},
             "choices": [{"measure": "terminate", "choice": "%s"}, {"measure": "deduct-deposit", "choice": "taken", "amount": 5000}],
             "findings": [%s{"id": "f1", "conduct": "data-destroyed", "status": "confirmed", "date": "2023-05-06", "money": {"amount": 0}}]}
            """;
    private static final String SEAL = """
            {"id": "f2", "conduct": "seal-mismatch", "status": "confirmed", "date": "2023-05-06", "money": {"amount": 0}},
            """;

    private static List<MeasureLine> deposits(String document) throws Problems {
        Decision decision = Shipped.evaluator()
                .evaluate(InspectionReader.read(Sources.json(document, "both"), Shipped.library(), "both"), "");
        return decision.measures().stream()
                .filter(m -> m.kind().equals("deduct-deposit"))
                .toList();
    }

    @Test
    void the_whole_says_nothing_of_a_sum_that_another_clause_leaves_open() throws Problems {
        assertThat(deposits(BOTH.formatted("taken", SEAL)))
                .isNotEmpty()
                .allSatisfy(m -> assertThat(m.chosen().outside()).isEmpty());
    }
}
