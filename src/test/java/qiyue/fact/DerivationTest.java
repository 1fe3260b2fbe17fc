package qiyue.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** What is worked out of a document before any rule is run: which facts there are, whose they are, what they cost. */
class DerivationTest {
    private static final String ONE =
            "\"agreements\": [{\"id\": \"a1\", \"kind\": \"medical\", \"from\": \"2025-01-01\", \"to\": \"2025-12-31\"}], ";

    private static final UnaryOperator<String> EXCESS =
            c -> Shipped.library().vocabulary().property("conducts", c, "excess");

    private static List<Evidence> facts(String rest) throws Problems {
        String json = """
                {"region": "beijing",
                 "inspection": {"id": "i1", "inspectedOn": "2026-06-10", "agency": "市医保中心"},
                 "facility": {"name": "甲", "kinds": ["medical"]}, %s%s}
                """.formatted(rest.contains("\"scope\"") ? "" : "\"scope\": {}, ", rest);
        CaseFile file = InspectionReader.read(Sources.json(json, "t"), Shipped.library(), "t");
        return Derivation.of(
                        file,
                        Shipped.library().calendar(),
                        EXCESS,
                        new Effects((a, d) -> false, Shipped.library().vocabulary()::suspends),
                        Placed.ONCE)
                .facts();
    }

    private static Evidence fact(String id, String rest) throws Problems {
        return facts(rest).stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }

    private static String finding(String more) {
        return "\"findings\": [{\"id\": \"f1\", \"conduct\": \"bed-hanging\", \"status\": \"confirmed\", \"date\": \"2025-05-06\"%s}]"
                .formatted(more);
    }

    @Test
    void what_was_cleared_and_a_step_that_was_not_taken_are_no_facts() throws Problems {
        String steps =
                ", \"handling\": [{\"id\": \"h1\", \"act\": \"written-notice\", \"actor\": \"agency\", \"date\": \"none\"}]";

        assertThat(facts(ONE + finding("").replace("confirmed", "cleared") + steps))
                .extracting(Evidence::id)
                .doesNotContain("f1", "h1");
        assertThat(facts(ONE + finding("") + steps.replace("none", "2025-06-01")))
                .extracting(Evidence::id)
                .contains("f1", "h1");
    }

    /** Before it began a fact cannot be of the only agreement; after its term it may go on by consent. */
    @Test
    void a_fact_is_of_the_only_agreement_from_its_first_day_on() throws Problems {
        assertThat(fact("f1", ONE + finding("").replace("2025-05-06", "2024-12-31"))
                        .agreement())
                .isEmpty();
        assertThat(fact("f1", ONE + finding("").replace("2025-05-06", "2025-01-01"))
                        .agreement())
                .isEqualTo("a1");
        assertThat(fact("f1", ONE + finding("").replace("2025-05-06", "2026-02-01"))
                        .agreement())
                .isEqualTo("a1");
    }

    /** A record is the same fact as the finding that names it, whichever of the two states the sum. */
    @Test
    void a_record_without_a_sum_has_that_of_confirmed_findings_that_name_it() throws Problems {
        String change =
                ", \"records\": {\"changes\": [{\"id\": \"g1\", \"matter\": \"address\", \"changedOn\": \"2025-05-06\"%s}]}";
        String sum = ", \"records\": [\"g1\"], \"money\": {\"amount\": 500, \"paid\": 500}";
        Change told = (Change) fact("g1", ONE + finding(sum) + change.formatted(""));

        assertThat(told.loss())
                .isEqualTo(Portion.of("f1", told.portions().get(0).money()));
        assertThat(told.loss().money().amount()).isEqualByComparingTo("500");
        Change doubted =
                (Change) fact("g1", ONE + finding(sum).replace("confirmed", "suspected") + change.formatted(""));
        assertThat(doubted.loss().money().known()).isFalse();
        assertThat(doubted.portions()).isEmpty();
        Evidence named = fact(
                "f1", ONE + finding(", \"records\": [\"g1\"]") + change.formatted(", \"money\": {\"amount\": 700}"));
        assertThat(named.portions()).extracting(Portion::source).containsExactly("g1");
        assertThat(named.moneyKnown()).isTrue();
    }

    /** What several findings state of one record lies among their sources: it is no further sum. */
    @Test
    void what_several_findings_state_of_a_record_counts_together() throws Problems {
        String two = """
                "findings": [
                  {"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06", "records": ["g1"], "money": {"amount": 300}},
                  {"id": "f2", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06", "records": ["g1"], "money": {"amount": 200}}],
                "records": {"changes": [{"id": "g1", "matter": "address", "changedOn": "2025-05-06"}]}
                """;
        Portion loss = ((Change) fact("g1", ONE + two)).loss();

        assertThat(loss.excess()).isTrue();
        assertThat(loss.pool()).containsExactly("f1", "f2");
        assertThat(loss.money().amount()).isEqualByComparingTo("500");
    }

    /** Two findings on one line are no two lines: of a third line no more is taken than what is irregular of it. */
    @Test
    void a_line_that_several_findings_name_is_in_the_loss_of_their_record_once() throws Problems {
        String line =
                "{\"id\": \"%s\", \"date\": \"2025-05-06\", \"category\": \"drug\", \"item\": \"甲\", \"catalogue\": \"in\", \"purpose\": \"injury\", \"money\": {\"amount\": 100}}";
        String finding =
                "{\"id\": \"%s\", \"conduct\": \"bed-hanging\", \"status\": \"confirmed\", \"date\": \"2025-05-06\", \"records\": [\"g1\"], \"charges\": [%s]}";
        String two = "\"findings\": ["
                + finding.formatted("f1", "{\"id\": \"c1\"}, {\"id\": \"c2\", \"irregular\": {\"amount\": 10}}") + ", "
                + finding.formatted("f2", "{\"id\": \"c1\"}")
                + "], \"records\": {\"changes\": [{\"id\": \"g1\", \"matter\": \"address\", \"changedOn\": \"2025-05-06\"}], \"charges\": ["
                + line.formatted("c1") + ", " + line.formatted("c2") + "]}";

        Portion loss = ((Change) fact("g1", ONE + two)).loss();

        assertThat(loss.pool()).containsExactly("c1", "c2");
        assertThat(loss.money().amount()).isEqualByComparingTo("110");
        assertThat(((Change) fact("g1", ONE + two.replace("\"amount\": 10}", "\"amount\": 100}")))
                        .loss()
                        .money()
                        .amount())
                .isEqualByComparingTo("200");
    }

    /** A record that does not say what it cost leaves the sum open: it does not count as nothing. */
    /** Of a line that states what was due only the excess is irregular, if that is what was found; else the whole of it. */
    @Test
    void a_finding_of_an_excess_takes_the_excess_of_the_line_it_names() throws Problems {
        String lines = """
                , "records": {"charges": [
                  {"id": "c1", "date": "2025-05-06", "category": "treatment", "money": {"amount": 200, "paid": 100}, "allowed": 150},
                  {"id": "c2", "date": "2025-05-06", "category": "treatment", "money": {"amount": 90}, "billed": 3, "used": 2},
                  {"id": "c3", "date": "2025-05-06", "category": "bed", "money": {"amount": 10}}]}
                """;

        assertThat(amount("overcharging", "c1", lines)).isEqualByComparingTo("50");
        assertThat(amount("device-overcharged", "c1", lines)).isEqualByComparingTo("50");
        assertThat(amount("unperformed-billed", "c2", lines)).isEqualByComparingTo("30");
        assertThat(amount("bill-not-matching", "c2", lines)).isEqualByComparingTo("30");
        assertThat(amount("overcharging", "c2", lines)).isEqualByComparingTo("90");
        assertThat(amount("overcharging", "c3", lines)).isEqualByComparingTo("10");
        assertThat(amount("other-illness-billed", "c1", lines)).isEqualByComparingTo("200");
    }

    private static BigDecimal amount(String conduct, String line, String lines) throws Problems {
        Evidence finding =
                fact("f1", ONE + finding(", \"records\": [\"" + line + "\"]").replace("bed-hanging", conduct) + lines);
        return finding.portions().get(0).money().amount();
    }

    @Test
    void a_finding_costs_what_its_records_do_if_each_says_so() throws Problems {
        String records = """
                , "records": {
                  "charges": [{"id": "c1", "date": "2025-05-06", "category": "bed", "money": {"amount": 10}}],
                  "uploads": [{"id": "u1", "servedAt": "2025-05-06T10:00"}]}
                """;

        assertThat(fact("f1", ONE + finding(", \"records\": [\"c1\"]") + records)
                        .portions())
                .extracting(Portion::source)
                .containsExactly("c1");
        assertThat(fact("f1", ONE + finding(", \"records\": [\"c1\", \"u1\"]") + records)
                        .portions())
                .isEmpty();
    }

    /** A part that says what of it was paid is still billed to whom the line is. */
    @Test
    void a_part_of_a_line_is_billed_as_the_line() throws Problems {
        String line =
                ", \"records\": {\"charges\": [{\"id\": \"c1\", \"date\": \"2025-05-06\", \"category\": \"bed\", \"money\": {\"amount\": 10, \"paid\": 10, \"payer\": \"worker\"}}]}";
        String part = ", \"charges\": [{\"id\": \"c1\", \"irregular\": {\"amount\": 5, \"paid\": 5}}]";

        assertThat(fact("f1", ONE + finding(part) + line).portions())
                .singleElement()
                .satisfies(p -> assertThat(p.money().recoverable()).isEqualByComparingTo("0"))
                .satisfies(p -> assertThat(p.money().amount()).isEqualByComparingTo("5"));
    }

    /** A day without a line cost nothing only where all lines of the stay are at hand. */
    @Test
    void a_day_of_a_stay_without_a_line_is_known_only_where_the_lines_are_complete() throws Problems {
        String records = """
                "records": {
                  "stays": [{"id": "s1", "worker": "乙", "admittedOn": "2025-05-01", "dischargedOn": "2025-05-20"}],
                  "bedChecks": [{"id": "b1", "stay": "s1", "date": "2025-05-07", "present": true}],
                  "charges": [{"id": "c1", "stay": "s1", "date": "2025-05-06", "category": "bed", "money": {"amount": 10}}]}
                """;
        String complete = "\"scope\": {\"records\": {\"charges\": \"complete\"}}, ";

        assertThat(fact("s1@2025-05-07", ONE + records).moneyKnown()).isFalse();
        assertThat(fact("s1@2025-05-06", ONE + records).moneyKnown()).isTrue();
        assertThat(fact("s1@2025-05-07", ONE + complete + records).moneyKnown()).isTrue();
    }

    /** Lines that are only a sample leave room in the stay itself for a sum that lies in it. */
    @Test
    void a_sum_of_a_stay_lies_among_its_lines_and_beyond_them_where_they_are_a_sample() throws Problems {
        String records = """
                , "records": {
                  "stays": [{"id": "s1", "worker": "乙", "admittedOn": "2025-05-01", "dischargedOn": "2025-05-20"}],
                  "charges": [{"id": "c1", "stay": "s1", "date": "2025-05-06", "category": "bed", "money": {"amount": 10}}]}
                """;
        String lump = finding(", \"stay\": \"s1\", \"money\": {\"amount\": 100}");
        String complete = "\"scope\": {\"records\": {\"charges\": \"complete\"}}, ";

        assertThat(fact("f1", ONE + lump + records).portions().get(0).pool()).containsExactly("c1", "s1");
        assertThat(fact("f1", ONE + complete + lump + records).portions().get(0).pool())
                .containsExactly("c1");
    }

    /** What another agency ordered excuses nothing here; a suspension of one's own excuses half a year. */
    @Test
    void what_excuses_an_idle_facility() throws Problems {
        String idle = ", \"records\": {\"idles\": [{\"id\": \"d1\", \"lastServedOn\": \"2025-02-01\"}], "
                + "\"ownSuspensions\": [{\"id\": \"o1\", \"approvedOn\": \"2025-02-01\", \"consentedOn\": \"2025-02-10\"}]}";
        String history =
                "\"history\": {\"measures\": [{\"id\": \"m1\", \"kind\": \"suspend-agreement\", \"cause\": \"violation\", \"decidedOn\": \"2025-02-01\", \"by\": \"%s\"}]}";
        Idle another = (Idle) fact("d1", ONE + history.formatted("别的经办机构") + idle);
        Idle same = (Idle) fact("d1", ONE + history.formatted("市医保中心") + idle);

        assertThat(another.excuses()).extracting(PriorMeasure::id).containsExactly("o1");
        assertThat(same.excuses()).extracting(PriorMeasure::id).containsExactly("m1", "o1");
        PriorMeasure own = another.excuses().get(0);
        assertThat(own.until()).isEqualTo(own.from().plusMonths(6));
        assertThat(own.from()).isAfterOrEqualTo(LocalDate.of(2025, 2, 1));
    }
}
