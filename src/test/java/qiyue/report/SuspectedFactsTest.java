package qiyue.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qiyue.Shipped;
import qiyue.decision.Decision;
import qiyue.intake.InspectionReader;
import qiyue.page.DecisionPage;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** A suspected finding in a line that stands for other reasons says of itself that it is suspected, in every form. */
class SuspectedFactsTest {
    /** One suspension of the term is decided; a second would end the agreement, and one ground of it is only suspected. */
    private static final String SECOND = """
            {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
             "facility": {"name": "甲医院", "kinds": ["medical"]},
             "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
             "findings": [
               {"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06", "money": {"amount": 100}},
               {"id": "f2", "conduct": "duplicate-charging", "status": "suspected", "date": "2025-05-07", "money": {"amount": 50}}],
             "history": {"measures": [{"id": "p1", "kind": "suspend-agreement", "cause": "violation", "decidedOn": "2025-02-10",
               "from": "2025-02-15", "until": "2025-03-31", "resumedOn": "2025-04-10", "agreement": "a1"}]}}
            """;

    private static Decision decision() throws Problems {
        var tree = Sources.json(SECOND, "second");
        return Shipped.evaluator().evaluate(InspectionReader.read(tree, Shipped.library(), "second"), "");
    }

    @Test
    void the_data_say_which_facts_are_suspected() throws Problems {
        assertThat(decision().facts())
                .filteredOn(f -> f.kind().equals("Finding"))
                .extracting(Decision.FactLine::id, Decision.FactLine::suspected)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("f1", false),
                        org.assertj.core.api.Assertions.tuple("f2", true));
        assertThat(JsonReport.of(decision())).containsPattern("\"suspected\"\\s*:\\s*true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void no_line_that_is_more_than_a_suspicion_names_one_without_saying_so(String lang) throws Problems {
        DecisionView view = DecisionView.of(decision(), Shipped.library(), lang);
        String mark = lang.equals("zh") ? "f2〔嫌疑〕" : "f2 [suspected]";
        view.measures().stream()
                .filter(g -> !g.standing().equals("suspected"))
                .flatMap(g -> g.items().stream())
                .forEach(i -> assertThat(i.facts().replace(mark, "")).doesNotContain("f2"));
        assertThat(view.breaches())
                .filteredOn(b -> b.clause().endsWith("#18.7"))
                .flatExtracting(DecisionView.BreachItem::times)
                .as("a line that is a suspicion as a whole says it once")
                .noneMatch(t -> t.contains("〔") || t.contains("["));
    }

    @Test
    void the_page_says_what_the_text_says() throws Problems {
        String text = TextReport.of(decision(), Shipped.library(), "zh");
        String ground = "另有依据（嫌疑）：第十八条第一款（因第十八条第（七）项）；事实f2";
        assertThat(text.replaceAll("\\s", "")).contains(ground);
        assertThat(DecisionPage.of(DecisionView.of(decision(), Shipped.library(), "zh"))
                        .replaceAll("<[^>]*>|\\s", ""))
                .contains(ground);
    }
}
