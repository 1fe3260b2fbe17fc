package qiyue.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** What is wrong with a document is told in one round: what cannot be read, and what contradicts each other beside it. */
class RemainderTest {
    private static List<String> told(String inspection, String findings, String charges) {
        return told(inspection, findings, charges, "\"i1\"", "{}");
    }

    private static List<String> told(String inspection, String findings, String charges, String id, String scope) {
        String text = """
                {"region": "beijing", "inspection": {"id": %s, %s}, "scope": %s,
                 "facility": {"name": "甲医院", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                 "findings": [%s],
                 "records": {"charges": [%s]}}
                """.formatted(id, inspection, scope, findings, charges);
        return catchThrowableOfType(
                        Problems.class, () -> InspectionReader.read(Sources.json(text, "i"), Shipped.library(), "i"))
                .all()
                .stream()
                .map(p -> p.pointer() + " " + p.code() + " " + named(p))
                .sorted()
                .toList();
    }

    /** The place of another record that a message names. */
    private static String named(Problem problem) {
        return problem.message().en().replaceAll("[^(]*(?:\\((/[^)]*)\\))?.*", "$1");
    }

    private static String charge(String id, String amount, String more) {
        return """
                {"id": "%s", "date": "2025-05-06", "category": "bed", "money": {"amount": %s}%s}\
                """.formatted(id, amount, more);
    }

    private static String finding(String id, String charge, String irregular) {
        return """
                {"id": "%s", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06",
                 "charges": [{"id": "%s", "irregular": {"amount": %s}}]}\
                """.formatted(id, charge, irregular);
    }

    private static final String DAY = "\"inspectedOn\": \"2025-06-10\"";

    @Test
    void lists_of_records_where_none_belong_are_refused_and_nothing_fails() {
        String steps =
                "{\"handling\": [{\"id\": \"k1\", \"act\": \"x\", \"date\": \"0000-01-01\"}], \"agreements\": [{\"id\": 1}]}";

        assertThat(told(DAY, "", "", "\"i1\"", steps))
                .allMatch(t -> t.startsWith("/scope/"))
                .isNotEmpty();
    }

    @Test
    void what_contradicts_is_told_beside_what_cannot_be_read_and_both_at_their_places() {
        assertThat(told(
                        DAY,
                        finding("f0", "c1", "\"sixty\"") + ", " + finding("f1", "c2", "60"),
                        charge("c0", "-1", "") + ", " + charge("c1", "50", "") + ", " + charge("c2", "50", "")))
                .containsExactly(
                        "/findings/0/charges/0/irregular/amount type ",
                        "/findings/1/charges/0/irregular money /records/charges/2",
                        "/records/charges/0/money/amount type ");
    }

    @Test
    void what_names_a_record_that_cannot_be_read_is_not_told() {
        assertThat(told(DAY, finding("f0", "c0", "10") + ", " + finding("f1", "c9", "10"), charge("c0", "-1", "")))
                .containsExactly("/findings/1/charges/0/id no-such-id ", "/records/charges/0/money/amount type ");
    }

    /** What it is called is not known: it may be what is named. */
    @Test
    void where_an_id_cannot_be_read_no_name_is_told_to_lead_nowhere() {
        assertThat(told(DAY, finding("f1", "c9", "10"), charge("", "10", "")))
                .containsExactly("/records/charges/0/id id ");
    }

    @Test
    void no_day_is_after_a_day_of_handling_that_cannot_be_read() {
        String late = charge("c0", "10", "").replace("2025-05-06", "2026-05-06");
        assertThat(told(DAY + ", \"decidedOn\": \"soon\"", finding("f1", "c9", "10"), late))
                .containsExactly("/findings/0/charges/0/id no-such-id ", "/inspection/decidedOn type ");
        assertThat(told("\"inspectedOn\": \"soon\", \"feedbackOn\": \"2025-06-16\"", finding("f1", "c9", "10"), late))
                .containsExactly("/findings/0/charges/0/id no-such-id ", "/inspection/inspectedOn type ");
        assertThat(told(DAY, finding("f1", "c9", "10"), late))
                .contains("/records/charges/0/date dates /inspection/inspectedOn");
    }

    @Test
    void names_and_scope_that_cannot_be_read_hold_nothing_back() {
        assertThat(told(DAY, finding("f1", "c9", "10"), "", "7", "{\"topics\": [\"nothing\"]}"))
                .containsExactly(
                        "/findings/0/charges/0/id no-such-id ",
                        "/inspection/id type ",
                        "/scope/topics/0 unknown-code ");
    }
}
