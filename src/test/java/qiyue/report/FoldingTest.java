package qiyue.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.decision.Decision;
import qiyue.fact.Certainty;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** Two applications of one facility: one is refused for certain, the other hangs on answers nobody has given. */
class FoldingTest {
    private static final String TWO = """
            {"region": "shanxi", "inspection": {"id": "i1", "inspectedOn": "2023-09-10"}, "scope": {},
             "facility": {"name": "甲医院", "kinds": ["medical", "rehabilitation"]}, "agreements": [],
             "findings": [{"id": "f1", "conduct": "condition-speciality", "status": "confirmed", "date": "2023-08-01"}],
             "applications": [
               {"id": "p1", "kind": "medical", "filedOn": "2023-08-01", "answers": {"materials-incomplete": "no",
                 "deceit-within-three-years": "no", "incident-within-three-years": "no", "contributions-in-arrears": "no"}},
               {"id": "p2", "kind": "rehabilitation", "filedOn": "2023-08-01"}]}
            """;

    @Test
    void what_answers_one_application_hides_no_answer_to_another() throws Problems {
        var tree = Sources.json(TWO, "two");
        Decision decision = Shipped.evaluator().evaluate(InspectionReader.read(tree, Shipped.library(), "two"), "");

        assertThat(new Folding(Shipped.library().vocabulary(), decision)
                        .of(decision.measures()).stream()
                                .filter(e -> e.measure().kind().equals("not-accept")))
                .extracting(
                        e -> e.measure().certainty(),
                        e -> e.measure().facts(),
                        e -> e.further().size())
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(Certainty.ESTABLISHED, List.of("f1", "p1"), 0),
                        org.assertj.core.api.Assertions.tuple(Certainty.OPEN, List.of("p2"), 0));
    }
}
