package qiyue.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.decision.Decision;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** Steps, days and names as one reads them who has only the text of the decision. */
class FurtherStepsTest {
    private static Decision decided(String document) throws Problems {
        return Shipped.evaluator()
                .evaluate(InspectionReader.read(Sources.json(document, "test"), Shipped.library(), "test"), "");
    }

    private static String text(String document, String lang) throws Problems {
        return TextReport.of(decided(document), Shipped.library(), lang).replaceAll("\n *", "");
    }

    @Test
    void what_must_be_kept_is_kept_at_least_until_its_day() throws Problems {
        String ended = """
                {"region": "shanxi", "inspection": {"id": "i1", "inspectedOn": "%s"}, "scope": {"records": {"handling": "complete"}},
                 "facility": {"name": "甲", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2022-09-01", "to": "2023-08-31"}],
                 "history": {"measures": [{"id": "h1", "kind": "terminate", "cause": "violation", "decidedOn": "2023-05-02", "from": "2023-05-02", "agreement": "a1"}]}}""";

        assertThat(text(ended.formatted("2023-10-10"), "zh"))
                .contains("；至少至 2025-0")
                .doesNotContain("档案；最迟");
        assertThat(text(ended.formatted("2023-10-10"), "en")).contains("at least until 2025-0");
        assertThat(text(ended.formatted("2025-10-10"), "zh")).contains("；该日已过");
    }

    @Test
    void hours_are_told_with_the_time() throws Problems {
        String late = """
                {"region": "xilingol", "inspection": {"id": "i1", "inspectedOn": "2024-04-10"}, "scope": {},
                 "facility": {"name": "甲", "kinds": ["rehabilitation"]},
                 "agreements": [{"id": "a1", "kind": "rehabilitation", "from": "2024-01-01", "to": "2024-12-31"}],
                 "records": {"uploads": [{"id": "u1", "servedAt": "2024-03-05T10:00", "uploadedAt": "2024-03-06T11:00"}]}}""";

        assertThat(text(late, "zh")).contains("最迟 2024-03-06 10:00；").contains("2024-03-06 11:00 完成，已逾期");
        assertThat(JsonReport.of(decided(late)))
                .contains("\"dueAt\" : \"2024-03-06T10:00\"", "\"doneAt\" : \"2024-03-06T11:00\"");
    }

    @Test
    void what_may_be_done_is_not_said_to_be_due_and_one_decides() throws Problems {
        String open = """
                {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                 "facility": {"name": "甲", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                 "findings": [{"id": "f1", "conduct": "supervision-refused", "status": "confirmed", "date": "2025-06-01"}]}""";

        List<String> further =
                DecisionView.of(decided(open), Shipped.library(), "zh").furtherDuties();
        assertThat(further).singleElement().asString().startsWith("待认定的部分如成立，另须：");
        String line = further.get(0);
        assertThat(line.substring(0, line.indexOf("由下列之一处理：")))
                .contains("报送情况和处理建议")
                .doesNotContain("自行作出处理", "不经报送直接作出处理", "审议并作出处理决定");
        assertThat(line.substring(line.indexOf("由下列之一处理："))).contains("自行作出处理", "，或", "不经报送直接作出处理");
    }

    @Test
    void what_was_done_already_is_not_told_as_still_to_be_done() throws Problems {
        String resumed = """
                {"region": "shanxi", "inspection": {"id": "i1", "agency": "甲", "inspectedOn": "2024-10-10"}, "scope": {},
                 "facility": {"name": "甲", "kinds": ["assistive-device"]},
                 "agreements": [{"id": "a1", "kind": "assistive-device", "from": "2023-09-01", "to": "2024-08-31"}],
                 "records": {"ownSuspensions": [{"id": "o1", "agreement": "a1", "approvedOn": "2024-01-16", "appliedOn": "2024-01-16",
                  "consentedOn": "2024-01-17", "resumedOn": "2024-08-10", "answers": {"ended-by-own-suspension": "no"}}]}}""";

        assertThat(text(resumed, "zh"))
                .contains("已经办理：协议机构恢复服务（《办法》第三十七条第二款）于 2024-08-10 完成，已逾期")
                .doesNotContain("另须：协议机构恢复服务");
        assertThat(text(resumed, "en")).contains("done already: the facility: ");
    }

    @Test
    void places_of_a_choice_are_named_in_words() throws Problems {
        Decision decision = decided("""
                {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                 "facility": {"name": "甲", "kinds": ["medical"]}, "agreements": []}""");
        NoteWords words = new NoteWords(new DecisionWords(decision, Shipped.library(), "zh"), Shipped.library(), "zh");

        assertThat(words.of(new Decision.Note(
                        "choice-ambiguous",
                        "rectify",
                        Map.of("candidates", "康1 department 康复科; 康1 facility; facility"))))
                .endsWith("协议 康1，科室 康复科；协议 康1，机构；机构");
    }
}
