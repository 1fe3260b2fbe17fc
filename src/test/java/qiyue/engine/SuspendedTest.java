package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Note;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.report.TextReport;

/** Cost of a suspension that the text is silent about is never passed over. */
class SuspendedTest {
    private static Decision decided(String records, String history) throws Problems {
        return decided(records, history, "240");
    }

    private static Decision decided(String records, String history, String allowed) throws Problems {
        String document = """
                {"region": "xilingol", "inspection": {"id": "i1", "agency": "甲", "inspectedOn": "2023-12-05"}, "scope": {},
                 "facility": {"name": "甲", "kinds": ["assistive-device"]},
                 "agreements": [{"id": "a1", "kind": "assistive-device", "from": "2023-01-01", "to": "2023-12-31"}],
                 "records": {%s "charges": [%s]}, "history": {"measures": [%s]}}""".formatted(
                        records,
                        String.join(
                                ", ",
                                line("c1", "2023-05-14"),
                                line("c2", "2023-05-15"),
                                line("c3", "2023-06-14"),
                                line("c4", "2023-06-15")),
                        history)
                .replace("\"allowed\": 240", "\"allowed\": " + allowed);
        return Shipped.evaluator()
                .evaluate(InspectionReader.read(Sources.json(document, "test"), Shipped.library(), "test"), "");
    }

    private static String line(String id, String day) {
        return """
                {"id": "%s", "date": "%s", "category": "device", "catalogue": "in", "purpose": "injury", "allowed": 240, "money": {"amount": 240}}
                """.formatted(id, day).strip();
    }

    private static List<Note> notes(Decision decision) {
        return decision.notes().stream()
                .filter(n -> n.kind().equals("in-suspension"))
                .toList();
    }

    @Test
    void lines_of_a_suspension_on_request_are_told_from_its_first_day_to_the_day_before_service_resumed()
            throws Problems {
        Decision decision = decided(
                "\"ownSuspensions\": [{\"id\": \"o1\", \"approvedOn\": \"2023-04-20\", \"appliedOn\": \"2023-05-09\", \"consentedOn\": \"2023-05-15\", \"from\": \"2023-05-15\", \"resumedOn\": \"2023-06-15\"}],",
                "");

        assertThat(notes(decision))
                .singleElement()
                .satisfies(n -> assertThat(n.details())
                        .containsEntry("facts", "c2, c3")
                        .containsEntry("suspension", "o1")
                        .containsEntry("to", "2023-06-14"));
        assertThat(TextReport.of(decision, Shipped.library(), "zh").replaceAll("\n *", ""))
                .contains("在 o1 的暂停期间（2023-05-15 起，至 2023-06-14）。所适用的文本没有写明");
        assertThat(TextReport.of(decision, Shipped.library(), "en").replaceAll("\n *", " "))
                .contains("do not say what becomes of such cost");
    }

    @Test
    void of_a_line_that_another_clause_deals_with_in_part_the_rest_is_told() throws Problems {
        String own =
                "\"ownSuspensions\": [{\"id\": \"o1\", \"approvedOn\": \"2023-04-20\", \"appliedOn\": \"2023-05-09\", \"consentedOn\": \"2023-05-15\", \"from\": \"2023-05-15\", \"resumedOn\": \"2023-06-15\"}],";

        assertThat(notes(decided(own, "", "100")))
                .singleElement()
                .satisfies(n ->
                        assertThat(n.details()).containsEntry("facts", "c2, c3").containsEntry("rests", "c2, c3"));
        assertThat(notes(decided(own, "", "0"))).as("refused whole").isEmpty();
        assertThat(notes(decided(own, "", "240")))
                .singleElement()
                .satisfies(n -> assertThat(n.details()).containsEntry("rests", ""));
    }

    @Test
    void so_are_lines_of_a_suspension_as_a_sanction_of_this_agency_and_this_agreement() throws Problems {
        String measure =
                "{\"id\": \"h1\", \"kind\": \"%s\", \"cause\": \"violation\", \"decidedOn\": \"2023-05-12\", \"from\": \"2023-05-15\", \"until\": \"2023-06-14\", \"agreement\": \"a1\", \"by\": \"%s\"}";

        assertThat(notes(decided("", measure.formatted("suspend-service", "甲"))))
                .singleElement()
                .satisfies(n -> assertThat(n.details()).containsEntry("facts", "c2, c3"));
        assertThat(notes(decided("", measure.formatted("suspend-service", "乙"))))
                .isEmpty();
        assertThat(notes(decided("", measure.formatted("suspend-payment", "甲"))))
                .isEmpty();
    }
}
