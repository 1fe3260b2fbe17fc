package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Note;
import qiyue.fact.CaseFile;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.report.TextReport;

/** What is likely a slip in a document, or has no effect, is said and names the fact. */
class RemarksTest {

    private static final String FRAME = """
            {"region": "%s", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
             "facility": {"name": "甲医院", "kinds": ["medical"]},
             "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}], %s}
            """;

    private static Decision decision(String text) throws Problems {
        return Shipped.evaluator()
                .evaluate(InspectionReader.read(Sources.json(text, "t"), Shipped.library(), "t"), "0");
    }

    private static List<Note> notes(String kind, String region, String more) throws Problems {
        return notes(kind, FRAME.formatted(region, more));
    }

    private static List<Note> notes(String kind, String text) throws Problems {
        Decision decision = decision(text);
        List<Note> notes =
                decision.notes().stream().filter(n -> n.kind().equals(kind)).toList();
        for (Note note : notes) {
            assertThat(TextReport.of(decision, Shipped.library(), "zh")).contains(about(note, "整个案件"));
            assertThat(TextReport.of(decision, Shipped.library(), "en")).contains(about(note, "the case"));
        }
        return notes;
    }

    private static String about(Note note, String whole) {
        return note.about().equals("case") ? whole : note.about();
    }

    @Test
    void an_answer_no_rule_reads_for_that_conduct_is_named() throws Problems {
        String finding = """
                "findings": [{"id": "f1", "conduct": "%s", "status": "confirmed", "date": "2025-05-06",
                  "money": {"amount": 0}, "answers": {"vile": "no"}}]
                """;

        assertThat(notes("unread-answer", "beijing", finding.formatted("unperformed-billed")))
                .containsExactly(new Note("unread-answer", "f1", Map.of("question", "vile")));
        assertThat(notes("unread-answer", "beijing", finding.formatted("supervision-refused")))
                .isEmpty();
    }

    @Test
    void an_answer_about_the_case_no_rule_reads_is_named() throws Problems {
        assertThat(notes("unread-answer", "beijing", "\"answers\": {\"public-level-two\": \"yes\"}"))
                .extracting(Note::about)
                .containsExactly("case");
    }

    @Test
    void a_record_no_rule_reads_is_named_unless_something_read_points_at_it() throws Problems {
        String upload = "\"uploads\": [{\"id\": \"u1\", \"servedAt\": \"2025-05-06T10:00\"}]";
        String change = "\"changes\": [{\"id\": \"g1\", \"matter\": \"address\", \"changedOn\": \"2025-03-03\"}]";

        assertThat(notes("unread-record", "beijing", "\"records\": {" + upload + "}"))
                .containsExactly(new Note("unread-record", "u1", Map.of("kind", "Upload")));
        assertThat(notes("unread-record", "beijing", "\"records\": {" + upload + "}, " + """
                        "findings": [{"id": "f1", "conduct": "upload-failing", "status": "confirmed", "date": "2025-05-06",
                          "records": ["u1"], "money": {"amount": 10}}]
                        """))
                .isEmpty();
        assertThat(notes("unread-record", "beijing", "\"records\": {" + change + "}"))
                .isEmpty();
    }

    @Test
    void a_line_outside_its_stay_is_named_and_one_on_its_last_day_is_not() throws Problems {
        String records = """
                "records": {"stays": [{"id": "s1", "worker": "张某", "admittedOn": "2025-05-01", "dischargedOn": "2025-05-20"}],
                  "charges": [{"id": "c1", "stay": "s1", "date": "%s", "category": "bed", "money": {"amount": 35}}]}
                """;

        assertThat(notes("outside-stay", "beijing", records.formatted("2025-05-20")))
                .isEmpty();
        assertThat(notes("outside-stay", "beijing", records.formatted("2025-05-21")))
                .extracting(Note::about)
                .containsExactly("c1");
    }

    /** A finding that began before its stay and reaches into it is within; one that ended before is not. */
    @Test
    void a_finding_wholly_outside_its_stay_is_named() throws Problems {
        String finding = """
                "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "%s"%s, "stay": "s1",
                  "money": {"amount": 10}}],
                "records": {"stays": [{"id": "s1", "worker": "张某", "admittedOn": "2025-05-01", "dischargedOn": "2025-05-20"}]}
                """;

        assertThat(notes("outside-stay", "beijing", finding.formatted("2025-05-20", "")))
                .isEmpty();
        assertThat(notes("outside-stay", "beijing", finding.formatted("2025-04-28", ", \"until\": \"2025-05-01\"")))
                .isEmpty();
        assertThat(notes("outside-stay", "beijing", finding.formatted("2025-04-28", ", \"until\": \"2025-04-30\"")))
                .extracting(Note::about)
                .containsExactly("f1");
        assertThat(notes("outside-stay", "beijing", finding.formatted("2025-05-21", "")))
                .extracting(Note::about)
                .containsExactly("f1");
    }

    /** The balance of the deposit is read where sums are taken, be it one for all or one an agreement. */
    @Test
    void the_balance_of_an_agreement_is_read() throws Problems {
        assertThat(notes(
                        "unread-record",
                        "beijing",
                        "\"parameters\": [{\"key\": \"deposit-balance\", \"amount\": 1000, \"agreement\": \"a1\"}]"))
                .isEmpty();
    }

    @Test
    void lines_alike_are_named_unless_one_says_it_repeats_the_other() throws Problems {
        String records = """
                "records": {"charges": [
                  {"id": "c2", "date": "2025-05-06", "worker": "甲", "item": "运动疗法", "category": "treatment", "money": {"amount": 85}},
                  {"id": "c1", "date": "2025-05-06", "worker": "%s", "item": "运动疗法", "category": "treatment", "money": {"amount": 85}%s}]}
                """;

        assertThat(notes("alike", "beijing", records.formatted("甲", "")))
                .extracting(Note::about)
                .containsExactly("c2");
        assertThat(notes("alike", "beijing", records.formatted("乙", ""))).isEmpty();
        assertThat(notes("alike", "beijing", records.formatted("甲", ", \"duplicates\": \"c2\"")))
                .isEmpty();
    }

    @Test
    void a_step_before_what_it_answers_is_named() throws Problems {
        String change = """
                "records": {"changes": [{"id": "g1", "matter": "address", "changedOn": "2025-03-03", "filedOn": "%s"}]}
                """;

        assertThat(notes("out-of-order", "beijing", change.formatted("2025-03-03")))
                .isEmpty();
        assertThat(notes("out-of-order", "beijing", change.formatted("2025-03-02")))
                .extracting(Note::about)
                .containsExactly("g1");
    }

    @Test
    void a_fact_whose_agreement_cannot_be_told_names_the_candidates_unless_what_it_points_at_tells() throws Problems {
        String two = """
                "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                  {"id": "a2", "kind": "rehabilitation", "from": "2025-01-01", "to": "2025-12-31"}],
                "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06",
                  "stay": "s1", "money": {"amount": 10}}],
                "records": {"stays": [{"id": "s1", "worker": "张某", "admittedOn": "2025-05-01"%s}]}
                """;
        String frame = FRAME.replace(
                "\"agreements\": [{\"id\": \"a1\", \"kind\": \"medical\", \"from\": \"2025-01-01\", \"to\": \"2025-12-31\"}], ",
                "");

        List<Note> unclear = notes("agreement-unclear", frame.formatted("beijing", two.formatted("")));
        assertThat(unclear).extracting(Note::about).containsExactly("f1", "s1");
        assertThat(unclear).allSatisfy(n -> assertThat(n.details()).containsEntry("candidates", "a1, a2"));
        assertThat(notes("agreement-unclear", frame.formatted("beijing", two.formatted(", \"agreement\": \"a2\""))))
                .isEmpty();
    }

    /** Handling and history too: whatever could be of several agreements and names none. */
    @Test
    void what_is_judged_on_no_day_of_its_own_is_named_as_well() throws Problems {
        String frame = FRAME.replace(
                "\"agreements\": [{\"id\": \"a1\", \"kind\": \"medical\", \"from\": \"2025-01-01\", \"to\": \"2025-12-31\"}], ",
                "");
        String all = """
                "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                  {"id": "a2", "kind": "rehabilitation", "from": "2025-01-01", "to": "2025-12-31"}],
                "records": {"idles": [{"id": "i", %1$s "lastServedOn": "2025-02-01"}],
                  "ownSuspensions": [{"id": "o", %1$s "approvedOn": "2025-02-01"}],
                  "rectifications": [{"id": "r", %1$s "orderedOn": "2025-02-01"}],
                  "investigations": [{"id": "v", %1$s "openedOn": "2025-02-01"}]},
                "history": {"measures": [{"id": "m", %1$s "kind": "suspend-agreement", "cause": "violation", "decidedOn": "2025-02-01"}],
                  "assessments": [{"id": "s", %1$s "year": 2025, "result": "passed"}, {"id": "s0", "year": 2024, "result": "passed"}]}
                """;

        assertThat(notes("agreement-unclear", frame.formatted("beijing", all.formatted(""))))
                .extracting(
                        n -> n.about() + " " + n.details().getOrDefault("facts", ""),
                        n -> n.details().get("taken"))
                .containsExactlyInAnyOrder(tuple("i i, m, r, s, v", "none"), tuple("o ", "one"));
        assertThat(notes("agreement-unclear", frame.formatted("beijing", all.formatted("\"agreement\": \"a1\","))))
                .isEmpty();
    }

    /** A licence that is gone is gone for every agreement the facility has; a fine lies in the past. */
    @Test
    void another_authoritys_decision_that_names_no_agreement_is_told_where_several_may_be_struck() throws Problems {
        String frame = FRAME.replace(
                "\"agreements\": [{\"id\": \"a1\", \"kind\": \"medical\", \"from\": \"2025-01-01\", \"to\": \"2025-12-31\"}], ",
                "");
        String two = """
                "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                  {"id": "a2", "kind": "%s", "from": "%s", "to": "2026-06-30"}],
                "records": {"penalties": [{"id": "p", %s "kind": "%s", "by": "medical-insurance", "date": "2025-02-01"}]}
                """;
        String terminated = "insurance-agreement-terminated";

        assertThat(several(frame, two.formatted("assistive-device", "2025-01-01", "", terminated)))
                .containsExactly(Map.of("candidates", "a1, a2", "taken", ""));
        assertThat(several(frame, two.formatted("assistive-device", "2025-03-01", "", terminated)))
                .containsExactly(Map.of("candidates", "a1, a2", "taken", "a1"));
        assertThat(several(frame, two.formatted("medical", "2025-03-01", "", terminated)))
                .isEmpty();
        assertThat(several(
                        frame, two.formatted("assistive-device", "2025-03-01", "\"agreement\": \"a1\",", terminated)))
                .isEmpty();
        assertThat(several(frame, two.formatted("assistive-device", "2025-01-01", "", "administrative-penalty")))
                .containsExactly(Map.of("candidates", "a1, a2", "taken", ""));
        assertThat(several(frame, two.formatted("assistive-device", "2025-03-01", "", "administrative-penalty")))
                .isEmpty();
        assertThat(several(frame, two.formatted("assistive-device", "2025-01-01", "", "warning")))
                .as("no clause of this text is about warnings")
                .isEmpty();
    }

    private static List<Map<String, String>> several(String frame, String document) throws Problems {
        return notes("decision-of-several", frame.formatted("beijing", document)).stream()
                .map(Note::details)
                .toList();
    }

    /** What a finding says was not reported, and a record says was: pointed out, unless it came after or is another's. */
    @Test
    void a_finding_that_nothing_was_reported_beside_a_record_that_it_was_is_pointed_out() throws Problems {
        String text = """
                "findings": [{"id": "f1", "conduct": "change-not-reported", "status": "%s", "date": "2025-05-06", "money": {"amount": 0}}],
                "records": {"changes": [{"id": "g1", "matter": "bank-account", "changedOn": "2025-04-20", "filedOn": "%s"}]}
                """;

        assertThat(notes("beside-record", "beijing", text.formatted("confirmed", "2025-05-06")))
                .extracting(
                        Note::about,
                        n -> n.details().get("record"),
                        n -> n.details().get("day"))
                .containsExactly(tuple("f1", "g1", "2025-05-06"));
        assertThat(notes("beside-record", "beijing", text.formatted("confirmed", "2025-05-07")))
                .isEmpty();
        assertThat(notes("beside-record", "beijing", text.formatted("confirmed", "none")))
                .isEmpty();
        assertThat(notes("beside-record", "beijing", text.formatted("cleared", "2025-05-06")))
                .isEmpty();
    }

    @Test
    void a_fact_outside_the_term_of_the_agreement_it_names_is_named() throws Problems {
        String text = """
                {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2026-06-10"}, "scope": {},
                 "facility": {"name": "甲医院", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                   {"id": "a2", "kind": "medical", "from": "2026-01-01", "to": "2026-12-31"}],
                 "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2026-01-01",
                   "agreement": "%s", "money": {"amount": 10}}]}
                """;

        assertThat(notes("outside-agreement", text.formatted("a1")))
                .extracting(Note::about)
                .containsExactly("f1");
        assertThat(notes("outside-agreement", text.formatted("a2"))).isEmpty();
    }

    /** Of a document as it was dealt, before any rule is run. */
    private static List<Note> dealt(String kind, String agreements, String more) throws Problems {
        String json = """
                {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                 "facility": {"name": "甲", "kinds": ["medical"]}, "agreements": [%s], %s}
                """.formatted(agreements, more);
        CaseFile file = InspectionReader.read(Sources.json(json, "t"), Shipped.library(), "t");
        return Remarks.of(
                        file,
                        Docket.of(file, Shipped.library()),
                        Shipped.library().vocabulary(),
                        List.of(),
                        List.of())
                .stream()
                .filter(n -> n.kind().equals(kind))
                .toList();
    }

    private static String agreement(String id, String kind, String from, String to) {
        return "{\"id\": \"%s\", \"kind\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}".formatted(id, kind, from, to);
    }

    /** Three are told one by one; of more only what they share is told of all. */
    @Test
    void a_few_are_told_each_and_more_with_what_they_have_in_common() throws Problems {
        String stay =
                "{\"id\": \"s1\", \"worker\": \"张\", \"admittedOn\": \"2025-05-10\", \"dischargedOn\": \"2025-05-20\"}";
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            lines.add(
                    "{\"id\": \"c%1$d\", \"stay\": \"s1\", \"date\": \"2025-05-0%1$d\", \"category\": \"bed\", \"money\": {\"amount\": 5}}"
                            .formatted(i));
        }
        String a1 = agreement("a1", "medical", "2025-01-01", "2025-12-31");
        String records = "\"records\": {\"stays\": [%s], \"charges\": [%s]}";

        assertThat(dealt("outside-stay", a1, records.formatted(stay, String.join(", ", lines.subList(0, 3)))))
                .extracting(Note::about)
                .containsExactly("c1", "c2", "c3");
        assertThat(dealt("outside-stay", a1, records.formatted(stay, String.join(", ", lines))))
                .singleElement()
                .satisfies(n -> assertThat(n.details())
                        .containsOnlyKeys("stay", "from", "to", "count", "facts")
                        .containsEntry("facts", "c1, c2, c3, c4"));
    }

    /** By its day a fact can be of those agreements only that run on it. */
    @Test
    void candidates_are_the_agreements_that_run_on_the_day_in_their_order() throws Problems {
        String three = String.join(
                ", ",
                agreement("a3", "rehabilitation", "2025-01-01", "2025-12-31"),
                agreement("a2", "medical", "2025-07-01", "2025-12-31"),
                agreement("a1", "medical", "2025-01-01", "2025-06-30"));
        String finding =
                "\"findings\": [{\"id\": \"f1\", \"conduct\": \"bed-hanging\", \"status\": \"confirmed\", \"date\": \"2025-05-06\", \"money\": {\"amount\": 1}}]";

        assertThat(dealt("agreement-unclear", three, finding))
                .extracting(n -> n.details().get("candidates"))
                .containsExactly("a1, a3");
    }

    /** What was reported under another agreement says nothing of this one. */
    @Test
    void a_record_of_another_agreement_is_not_beside_the_finding() throws Problems {
        String two = agreement("a1", "medical", "2025-01-01", "2025-12-31") + ", "
                + agreement("a2", "rehabilitation", "2025-01-01", "2025-12-31");
        String text = """
                "findings": [{"id": "f1", "conduct": "change-not-reported", "status": "confirmed", "date": "2025-05-06"%s}],
                "records": {"changes": [{"id": "g1", "matter": "bank-account", "changedOn": "2025-04-20", "filedOn": "2025-05-01"%s}]}
                """;
        String first = ", \"agreement\": \"a1\"";

        assertThat(dealt("beside-record", two, text.formatted(first, first))).hasSize(1);
        assertThat(dealt("beside-record", two, text.formatted(first, ", \"agreement\": \"a2\"")))
                .isEmpty();
        assertThat(dealt("beside-record", two, text.formatted("", ", \"agreement\": \"a2\"")))
                .hasSize(1);
        assertThat(dealt("beside-record", two, text.formatted(first, ""))).hasSize(1);
    }

    /** Outside the agreement it names, it is told where another could be meant; what has no day of its own is never outside. */
    @Test
    void a_fact_outside_its_agreement_is_told_with_those_it_can_be_of() throws Problems {
        String first = agreement("a1", "medical", "2025-01-01", "2025-03-31");
        String two = first + ", " + agreement("a2", "rehabilitation", "2025-01-01", "2025-12-31");
        String finding =
                "\"findings\": [{\"id\": \"f1\", \"conduct\": \"bed-hanging\", \"status\": \"confirmed\", \"date\": \"2025-05-06\", \"agreement\": \"a1\"}]";
        String order =
                "\"records\": {\"rectifications\": [{\"id\": \"r\", \"agreement\": \"a1\", \"orderedOn\": \"2025-05-01\"}]}";

        assertThat(dealt("outside-agreement", first, finding)).isEmpty();
        assertThat(dealt("outside-agreement", two, finding))
                .containsExactly(new Note(
                        "outside-agreement",
                        "f1",
                        Map.of("agreement", "a1", "date", "2025-05-06", "candidates", "a2")));
        assertThat(dealt("outside-agreement", two, order)).isEmpty();
    }

    /** The result of a year can be of any agreement whose term has a day of that year. */
    @Test
    void an_assessment_of_a_year_of_two_agreements_is_told() throws Problems {
        String two = agreement("a1", "medical", "2023-07-01", "2024-12-31") + ", "
                + agreement("a2", "rehabilitation", "2024-01-01", "2025-12-31");
        String years =
                "\"history\": {\"assessments\": [{\"id\": \"y3\", \"year\": 2023, \"result\": \"passed\"}, {\"id\": \"y4\", \"year\": 2024, \"result\": \"passed\"}, {\"id\": \"y5\", \"year\": 2025, \"result\": \"passed\"}]}";

        assertThat(dealt("agreement-unclear", two, years))
                .containsExactly(new Note("agreement-unclear", "y4", Map.of("candidates", "a1, a2", "taken", "none")));
    }

    @Test
    void a_flood_is_one_note_that_names_them_all() throws Problems {
        StringBuilder charges = new StringBuilder();
        for (int i = 1; i <= 5; i++) {
            charges.append(i == 1 ? "" : ", ")
                    .append("{\"id\": \"c")
                    .append(i)
                    .append(
                            "\", \"stay\": \"s1\", \"date\": \"2025-05-21\", \"category\": \"bed\", \"money\": {\"amount\": 35}}");
        }
        List<Note> notes = notes("outside-stay", "beijing", """
                "records": {"stays": [{"id": "s1", "worker": "张某", "admittedOn": "2025-05-01", "dischargedOn": "2025-05-20"}],
                  "charges": [%s]}
                """.formatted(charges));

        assertThat(notes).hasSize(1);
        assertThat(notes.get(0).details()).containsEntry("count", "5").containsEntry("facts", "c1, c2, c3, c4, c5");
    }
}
