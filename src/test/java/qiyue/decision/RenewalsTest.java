package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.Shipped;
import qiyue.fact.Agreement;
import qiyue.fact.PriorMeasure;
import qiyue.fact.Score;

/** What rules out that an agreement goes on, and from which day one had ended. */
class RenewalsTest {
    private static final Treatment BEIJING = Shipped.library().vocabulary().treatment("beijing");
    private static final String ONE =
            "{\"id\": \"a1\", \"kind\": \"medical\", \"from\": \"2025-01-01\", \"to\": \"2025-12-31\"}";
    private static final String OTHER =
            ", {\"id\": \"a2\", \"kind\": \"medical\", \"from\": \"2026-01-01\", \"to\": \"2026-12-31\"}";

    private static Document decided(String agreements, String measure) {
        return Document.of("""
                "agreements": [%s],
                "history": {"measures": [{"id": "h1", "cause": "violation", "decidedOn": "2025-05-10", %s}]}
                """.formatted(agreements, measure));
    }

    /** Which of two agreements is meant nobody said. */
    @Test
    void an_entry_that_names_none_of_several_agreements_decides_nothing() {
        String notRenewed = "\"kind\": \"not-renew\"";

        assertThat(answer(decided(ONE, notRenewed))).isEqualTo("no");
        assertThat(answer(decided(ONE + OTHER, notRenewed))).isEqualTo("open");
        assertThat(answer(decided(ONE + OTHER, notRenewed + ", \"agreement\": \"a1\"")))
                .isEqualTo("no");
    }

    private static String answer(Document document) {
        return new Renewals(BEIJING, document.file())
                .answer(document.file().agreements().get(0));
    }

    /** Of 2024 no text of the region judged the year. */
    @ParameterizedTest
    @CsvSource({"2025, 59.9, no", "2025, 60, open", "2024, 59.9, open"})
    void an_assessment_rules_a_renewal_out_where_a_text_judged_its_year(int year, BigDecimal total, String answer) {
        Document document = Document.of("\"agreements\": [" + ONE + "]");
        Score score = new Score("annual", year, "a1", "", total, List.of(), LocalDate.of(year, 12, 31));

        assertThat(new Renewals(BEIJING, document.file(), List.of(score), day -> day.getYear() >= 2025)
                        .answer(document.file().agreements().get(0)))
                .isEqualTo(answer);
    }

    /** Where the document answers, nothing else is asked. */
    @ParameterizedTest
    @CsvSource({"yes, yes, true", "no, no, false", "open, no, false"})
    void what_the_document_answers_counts_before_what_rules_it_out(String stated, String answer, boolean mayGoOn) {
        String answered = ONE.replace("}", ", \"answers\": {\"renewal-agreed\": \"" + stated + "\"}}");
        Document document = decided(answered, "\"kind\": \"not-renew\"");
        Renewals renewals = new Renewals(BEIJING, document.file());
        Agreement agreement = document.file().agreements().get(0);

        assertThat(answer(document)).isEqualTo(answer);
        assertThat(renewals.mayGoOn(agreement)).isEqualTo(mayGoOn);
        assertThat(renewals.open(agreement)).as("answered").isEmpty();
    }

    /** Of another facility, of a department, before the term: none of them lets this agreement run out. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\": \"not-renew\", \"facility\": \"乙\"| open",
                "\"kind\": \"not-renew\", \"agreement\": \"a1\", \"subject\": \"department\", \"department\": \"骨科\"| open",
                "\"kind\": \"criticise\"| open",
                "\"kind\": \"not-renew\", \"by\": \"别处\"| no"
            })
    void only_what_was_decided_of_this_facility_rules_it_out(String measure, String answer) {
        assertThat(answer(decided(ONE, measure))).isEqualTo(answer);
    }

    @Test
    void what_was_decided_before_the_term_or_apart_rules_nothing_out() {
        Document before = decided(ONE.replace("2025-01-01", "2025-05-11"), "\"kind\": \"not-renew\"");
        Document elsewhere = decided(ONE, "\"kind\": \"not-renew\", \"by\": \"别处\"");
        Treatment apart = new Treatment(BEIJING.kinds(), BEIJING.serves(), BEIJING.prolonging(), true);
        Agreement agreement = elsewhere.file().agreements().get(0);

        assertThat(answer(before)).isEqualTo("open");
        assertThat(new Renewals(apart, elsewhere.file()).answer(agreement)).isEqualTo("open");
        assertThat(new Renewals(apart, elsewhere.file()).open(agreement)).contains("renewal-agreed@a1");
        assertThat(new Renewals(apart, decided(ONE, "\"kind\": \"not-renew\"").file()).answer(agreement))
                .as("this agency's own")
                .isEqualTo("no");
    }

    /** Failed in a year a text judged; where no text knows points to pass, no assessment rules anything out. */
    @ParameterizedTest
    @CsvSource({"failed, 2025, a1, no", "passed, 2025, a1, open", "failed, 2024, a1, open", "failed, 2025, a2, open"})
    void an_assessment_in_history_rules_it_out_where_it_failed(
            String result, int year, String agreement, String answer) {
        Document document = Document.of("""
                "agreements": [%s],
                "history": {"assessments": [{"id": "y1", "year": %d, "result": "%s", "agreement": "%s"}]}
                """.formatted(ONE + OTHER, year, result, agreement));
        Agreement first = document.file().agreements().get(0);
        Treatment without = new Treatment(BEIJING.kinds(), BEIJING.serves(), BEIJING.prolonging(), false);

        assertThat(new Renewals(BEIJING, document.file(), List.of(), day -> day.getYear() >= 2025).answer(first))
                .isEqualTo(answer);
        assertThat(new Renewals(without, document.file()).answer(first)).isEqualTo("open");
        if (year == 2025) {
            assertThat(new Renewals(BEIJING, document.file()).answer(first))
                    .as("judged by one text")
                    .isEqualTo(answer);
        }
    }

    @Test
    void an_assessment_of_another_agreement_rules_out_nothing_here() {
        Document document = Document.of("\"agreements\": [" + ONE + OTHER + "]");
        Score score = new Score("annual", 2025, "a2", "", BigDecimal.ONE, List.of(), LocalDate.of(2025, 12, 31));

        assertThat(new Renewals(BEIJING, document.file(), List.of(score), day -> true)
                        .answer(document.file().agreements().get(0)))
                .isEqualTo("open");
    }

    @Test
    void where_no_text_knows_of_going_on_nothing_does_and_nothing_is_asked() {
        Document document = Document.of("\"agreements\": [" + ONE + "]");
        Agreement agreement = document.file().agreements().get(0);
        Renewals none = new Renewals(new Treatment(BEIJING.kinds()), document.file());
        Renewals asked = new Renewals(BEIJING, document.file());

        assertThat(none.mayGoOn(agreement)).isFalse();
        assertThat(none.open(agreement)).isEmpty();
        assertThat(none.asks("")).isFalse();
        assertThat(none.asks("renewal-agreed")).isFalse();
        assertThat(asked.mayGoOn(agreement)).isTrue();
        assertThat(asked.open(agreement)).contains("renewal-agreed@a1");
        assertThat(asked.asks("renewal-agreed")).isTrue();
        assertThat(asked.asks("other")).isFalse();
    }

    /** What was done on the day of the decision may have come before it. */
    @ParameterizedTest
    @CsvSource({
        "'', 2025-05-10, false",
        "'', 2025-05-11, true",
        "2025-06-01, 2025-05-31, false",
        "2025-06-01, 2025-06-01, true"
    })
    void an_agreement_had_ended_from_the_first_day_of_what_ended_it(String from, LocalDate day, boolean over) {
        Document document = decided(
                ONE,
                "\"kind\": \"terminate\", \"agreement\": \"a1\""
                        + (from.isEmpty() ? "" : ", \"from\": \"" + from + "\""));
        Agreement agreement = document.file().agreements().get(0);

        assertThat(Endings.effects(BEIJING, document.file()).over().test(agreement, day))
                .isEqualTo(over);
    }

    /** Of suspensions without a last day only the latest is in course; those with one are told as they are. */
    @Test
    void of_suspensions_without_a_last_day_only_the_latest_is_in_course() {
        String suspension =
                "{\"id\": \"%s\", \"kind\": \"suspend-agreement\", \"cause\": \"violation\", \"agreement\": \"a1\", \"decidedOn\": \"%s\"%s}";
        Document document = Document.of("""
                "agreements": [%s],
                "history": {"measures": [%s, %s, %s]}
                """.formatted(
                        ONE,
                        suspension.formatted("h1", "2025-02-01", ""),
                        suspension.formatted("h2", "2025-03-01", ""),
                        suspension.formatted("h3", "2025-04-01", ", \"until\": \"2025-12-01\"")));
        Endings endings = new Endings(BEIJING, document.file(), new Renewals(BEIJING, document.file()));

        assertThat(endings.suspensions(document.file().agreements().get(0)))
                .extracting(PriorMeasure::id)
                .containsExactly("h2", "h3");
    }
}
