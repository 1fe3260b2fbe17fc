package qiyue.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.change.DecisionDiff;
import qiyue.decision.Decision;
import qiyue.intake.InspectionReader;
import qiyue.intake.InspectionText;

class DiffSentencesTest {
    /** What was only suspected goes when it is cleared: whoever reads that it goes must not take it for a measure that stood. */
    @Test
    void a_measure_that_comes_or_goes_says_that_it_was_in_doubt() throws Exception {
        Decision suspected = decided("suspected");
        Decision confirmed = decided("confirmed");
        Decision cleared = decided("cleared");

        assertThat(of("-", suspected, cleared)).isNotEmpty().allMatch(s -> s.contains("（程度 嫌疑）"));
        assertThat(of("+", cleared, suspected)).isNotEmpty().allMatch(s -> s.contains("（程度 嫌疑）"));
        assertThat(of("-", confirmed, cleared)).isNotEmpty().noneMatch(s -> s.contains("程度"));
    }

    /** Whoever decides reads articles, not the ids rules are kept by; whoever keeps rules reads those. */
    @Test
    void what_is_supposed_cites_clauses_as_decisions_do() throws Exception {
        List<DecisionDiff.Change> changes = DecisionDiff.between(decided("suspected"), decided("confirmed"));

        assertThat(changes).isNotEmpty();
        for (String lang : List.of("zh", "en")) {
            assertThat(DiffReport.cited(changes, Shipped.library(), lang))
                    .extracting(DiffReport.Said::text)
                    .noneMatch(t -> t.contains("#") || t.contains("beijing/"))
                    .anyMatch(t -> t.contains(lang.equals("zh") ? "第十八条第（" : "art. 18 item"));
        }
        assertThat(DiffReport.said(changes, Shipped.library(), "zh"))
                .extracting(DiffReport.Said::text)
                .anyMatch(t -> t.contains("beijing/rules-2025#18."));
    }

    private static List<String> of(String sign, Decision before, Decision after) {
        return DiffReport.said(DecisionDiff.between(before, after), Shipped.library(), "zh").stream()
                .filter(s -> s.sign().equals(sign) && s.text().startsWith("措施"))
                .map(DiffReport.Said::text)
                .collect(Collectors.toList());
    }

    private static Decision decided(String status) throws Exception {
        String text = """
                {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                 "facility": {"name": "甲医院", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                 "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "%s", "date": "2025-05-06",
                   "money": {"amount": 500}}]}
                """.formatted(status);
        InspectionText document = new InspectionText("i.json", text);
        return Shipped.evaluator()
                .evaluate(InspectionReader.read(document.tree(), Shipped.library(), document.name()), "");
    }
}
