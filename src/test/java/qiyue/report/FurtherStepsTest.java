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
        return TextReport.of(decided(document), Shipped.library(), lang)
                .replaceAll("\n *", lang.equals("en") ? " " : "");
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
    void a_second_past_the_hour_is_seen() throws Problems {
        String late = """
                {"region": "xilingol", "inspection": {"id": "i1", "inspectedOn": "2024-04-10"}, "scope": {},
                 "facility": {"name": "甲", "kinds": ["rehabilitation"]},
                 "agreements": [{"id": "a1", "kind": "rehabilitation", "from": "2024-01-01", "to": "2024-12-31"}],
                 "records": {"uploads": [{"id": "u1", "servedAt": "2024-03-05T10:00", "uploadedAt": "2024-03-06T10:00:01"}]}}""";

        assertThat(text(late, "zh")).contains("最迟 2024-03-06 10:00；2024-03-06 10:00:01 完成，已逾期");
    }

    @Test
    void what_follows_only_from_what_may_then_be_taken_is_not_said_to_be_due() throws Problems {
        String suspected = """
                {"region": "shanxi", "inspection": {"id": "i1", "inspectedOn": "2023-06-10"}, "scope": {},
                 "facility": {"name": "甲", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2023-03-15", "to": "2024-03-14"}],
                 "findings": [%s{"id": "f1", "conduct": "bed-hanging", "status": "suspected", "date": "2023-06-01", "money": {"amount": 100}}]}""";

        assertThat(further(suspected.formatted("")))
                .singleElement()
                .asString()
                .startsWith("嫌疑的部分如成立，并且采取其中可以采取的措施的，另须：")
                .contains("报告人力资源社会保障行政部门", "；可以：协议机构申请恢复协议");
        // What a confirmed breach brings if the same measure is taken is listed once.
        assertThat(
                        further(
                                suspected.formatted(
                                        "{\"id\": \"f2\", \"conduct\": \"bed-hanging\", \"status\": \"confirmed\", \"date\": \"2023-06-02\", \"money\": {\"amount\": 50}},")))
                .isEmpty();
    }

    @Test
    void a_step_owed_either_way_does_not_call_its_measures_certain() throws Problems {
        String open = """
                {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2025-06-10", "decidedOn": "2025-06-20"}, "scope": {},
                 "facility": {"name": "甲", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                 "findings": [{"id": "f1", "conduct": "supervision-refused", "status": "confirmed", "date": "2025-06-01", "money": {"amount": 0},
                   "answers": {"good-reason": "no", "fund-loss": "no"}},
                  {"id": "f2", "conduct": "overcharging", "status": "confirmed", "date": "2025-06-02", "money": {"amount": 50}}]}""";

        assertThat(text(open, "zh")).contains("记录（针对：限期整改、拒付（不予支付）；如成立：解除服务协议；如采取：");
        assertThat(text(open, "en")).contains("; if it comes to it: termination of the agreement; if taken: ");
    }

    @Test
    void a_record_told_apart_in_one_step_is_named_in_all_of_its_steps() throws Problems {
        String two = """
                {"region": "jinhua", "inspection": {"id": "i1", "inspectedOn": "2024-03-20"}, "scope": {},
                 "facility": {"name": "甲", "kinds": ["medical"]}, "agreements": [],
                 "parameters": [{"key": "in-force-from", "date": "2020-07-01"}],
                 "applications": [{"id": "p1", "kind": "medical", "filedOn": "2024-03-11", "answers": {"basic-medical-agreement": "no"}},
                  {"id": "p2", "kind": "medical", "filedOn": "2024-03-12", "answers": {"basic-medical-agreement": "yes", "institution-type-listed": "yes", "application-form-filed": "yes"}}]}""";

        assertThat(text(two, "zh")).contains("经办机构应告知材料不齐或不符合条件（就 p1）").doesNotContain("条件（就 p2）");
    }

    private static List<String> further(String document) throws Problems {
        return DecisionView.of(decided(document), Shipped.library(), "zh").furtherDuties();
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

    @Test
    void what_an_answer_takes_away_is_told_for_the_other_answer() throws Problems {
        String open = """
                {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                 "facility": {"name": "甲", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                 "findings": [
                   {"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06", "money": {"amount": 0}},
                   {"id": "f2", "conduct": "supervision-refused", "status": "confirmed", "date": "2025-05-06", "money": {"amount": 0},
                    "answers": {"good-reason": "no", "fund-loss": "no"%s}}]}""";

        assertThat(text(open.formatted(""), "zh"))
                .contains("待认定的部分如成立，", "待认定的部分如不成立，并且采取可以采取的措施的，另须：协议机构申请恢复协议（第十八条第二款）");
        assertThat(text(open.formatted(""), "en"))
                .contains("if it does not come to that, and if what may be taken is taken,");
        assertThat(JsonReport.of(decided(open.formatted("")))).contains("\"mayFall\" : true");
        assertThat(text(open.formatted(", \"vile\": \"no\""), "zh")).doesNotContain("的部分如");
        assertThat(text(open.formatted(", \"vile\": \"yes\""), "zh")).doesNotContain("的部分如", "申请恢复协议");
    }
}
