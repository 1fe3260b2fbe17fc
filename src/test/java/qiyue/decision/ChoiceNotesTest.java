package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Note;
import qiyue.fact.Measure;
import qiyue.fact.Modality;

/** What the decision says of the agency's choices. */
class ChoiceNotesTest {
    private static final Basis FACT = Basis.on("f1").under("m").department("骨科").people("张", "李");

    private static List<Note> notes(String choices, Measure... measures) {
        Assembly assembly = Document.of("""
                "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                               {"id": "r", "kind": "rehabilitation", "from": "2025-01-01", "to": "2025-12-31"}],
                "choices": [%s]
                """.formatted(choices)).assembly(measures);
        return assembly.choiceNotes(assembly.measures());
    }

    private static String choice(String rest) {
        return "{\"measure\": \"suspend-service\", \"choice\": \"taken\"%s}"
                .formatted(rest.isEmpty() ? "" : ", " + rest);
    }

    private static Map<String, String> outside(String rest, Measure... measures) {
        List<Note> notes = notes(choice(rest), measures);
        assertThat(notes).extracting(Note::kind).containsExactly("choice-outside-range");
        return notes.get(0).details();
    }

    private static Measure may(String clause) {
        return FACT.may("x/y#" + clause, "suspend-service");
    }

    @Test
    void what_is_not_on_offer_is_named() {
        assertThat(notes(choice(""), FACT.may("x/y#1", "criticise")))
                .extracting(Note::kind, Note::about)
                .containsExactly(tuple("unused-choice", "suspend-service"));
        assertThat(notes(choice("\"agreement\": \"r\""), may("1")))
                .extracting(Note::kind)
                .containsExactly("unused-choice");
        assertThat(notes(choice(""), may("1"))).isEmpty();
    }

    /** What is on offer to the agency itself is named, so that the reader sees what the choice may have meant. */
    @Test
    void where_a_choice_fits_nothing_what_it_might_have_been_made_of_is_named() {
        String elsewhere = choice("\"agreement\": \"r\"");
        Measure must = FACT.shall("x/y#1", "suspend-service");

        assertThat(notes(elsewhere, may("1"), FACT.may("x/y#2", "criticise").on("department")))
                .containsExactly(new Note("unused-choice", "suspend-service", Map.of("candidates", "m facility")));
        assertThat(notes(elsewhere, may("1").by("health-authority")))
                .as("another's to choose")
                .containsExactly(new Note("unused-choice", "suspend-service", Map.of()));
        assertThat(notes(elsewhere, must))
                .as("to be taken anyway")
                .containsExactly(new Note("unused-choice", "suspend-service", Map.of()));
        assertThat(notes(choice("\"agreement\": \"r\", \"months\": 2"), must.months(1, 3)))
                .as("how long is the agency's choice")
                .containsExactly(new Note("unused-choice", "suspend-service", Map.of("candidates", "m facility")));
    }

    @Test
    void a_choice_of_one_department_or_of_some_persons_is_not_of_another() {
        assertThat(notes(choice("\"department\": \"骨科\""), may("1").on("department")))
                .isEmpty();
        assertThat(notes(choice("\"department\": \"内科\""), may("1").on("department")))
                .extracting(Note::kind)
                .containsExactly("unused-choice");
        assertThat(notes(choice("\"people\": [\"张\"]"), may("1").on("person"))).isEmpty();
        assertThat(notes(choice("\"people\": [\"王\"]"), may("1").on("person")))
                .extracting(Note::kind)
                .containsExactly("unused-choice");
    }

    @Test
    void the_keys_a_choice_might_mean_are_named_as_the_document_names_them() {
        assertThat(notes(
                        choice(""),
                        may("1").on("department"),
                        may("1").on("person"),
                        may("1"),
                        Basis.on("f2").under("r").may("x/y#1", "suspend-service")))
                .extracting(Note::kind, n -> n.details().get("candidates"))
                .containsExactly(tuple("choice-ambiguous", "m department 骨科; m facility; m person 张,李; r facility"));
    }

    @Test
    void a_length_within_what_any_of_the_surest_clauses_allows_is_not_spoken_of() {
        assertThat(notes(choice("\"months\": 5"), may("1").months(1, 2), may("2").months(4, 6)))
                .isEmpty();
        assertThat(notes(choice("\"months\": 5"), may("1")))
                .as("a clause that names no length")
                .isEmpty();
        assertThat(notes(choice(""), may("1").months(1, 2)))
                .as("no length decided")
                .isEmpty();
    }

    @Test
    void a_length_that_only_a_less_certain_clause_allows_is_outside() {
        assertThat(outside(
                        "\"months\": 5",
                        may("1").months(1, 2),
                        FACT.open("q@f1=yes").may("x/y#2", "suspend-service").months(4, 6)))
                .isEqualTo(Map.of("outside", "longer", "months", "5", "allowed", "1..2 months"));
    }

    @Test
    void what_several_clauses_allow_is_named_once_each() {
        assertThat(outside("\"months\": 9", may("1").months(1, 2), may("2").months(4, 6), may("3").months(1, 2)))
                .containsEntry("allowed", "1..2 months; 4..6 months");
    }

    @Test
    void what_was_decided_is_named_as_far_as_it_was_said() {
        assertThat(outside("\"days\": 5", may("1").months(1, 2)))
                .isEqualTo(Map.of("outside", "shorter", "days", "5", "allowed", "1..2 months"));
        assertThat(outside("\"months\": 3, \"days\": 5, \"from\": \"2025-07-01\"", may("1").months(1)))
                .isEqualTo(Map.of(
                        "outside",
                        "longer",
                        "months",
                        "3",
                        "days",
                        "5",
                        "first-day",
                        "2025-07-01",
                        "allowed",
                        "1 months"));
    }

    @Test
    void a_first_or_last_day_that_the_clause_fixes_is_part_of_what_it_allows() {
        Measure fixed = may("1").from(LocalDate.of(2025, 7, 1)).until(LocalDate.of(2025, 8, 31));

        assertThat(outside("\"from\": \"2025-07-02\"", fixed))
                .isEqualTo(Map.of(
                        "outside",
                        "other-first-day",
                        "first-day",
                        "2025-07-02",
                        "allowed",
                        "from 2025-07-01 until 2025-08-31"));
        assertThat(notes(choice("\"from\": \"2025-07-01\""), fixed)).isEmpty();
        assertThat(outside("\"months\": 2, \"from\": \"2025-07-01\"", may("1").until(LocalDate.of(2025, 8, 30))))
                .containsEntry("outside", "longer")
                .containsEntry("allowed", "until 2025-08-30");
        assertThat(notes(choice("\"months\": 2, \"from\": \"2025-07-01\""), fixed))
                .isEmpty();
    }

    @Test
    void the_same_note_is_not_said_twice() {
        String twice = choice("") + ", " + choice("\"note\": \"重复\"");

        assertThat(notes(twice, FACT.may("x/y#1", "criticise"))).hasSize(1);
        assertThat(notes(twice, may("1"))).extracting(Note::kind).containsExactly("choice-repeated");
    }

    /** Each choice is measured against the lines of its own key. */
    @Test
    void what_another_key_allows_does_not_allow_it_here() {
        Basis there = Basis.on("f2").under("r").department("内科").people("王");
        String fits = choice("\"agreement\": \"r\", \"months\": 2");

        assertThat(notes(
                        choice("\"agreement\": \"m\", \"months\": 9") + ", " + fits,
                        may("1").months(1, 2),
                        there.may("x/y#1", "suspend-service").months(1, 2)))
                .extracting(Note::kind)
                .containsExactly("choice-outside-range");
        Basis other = Basis.on("f2").under("m").department("内科").people("王");
        assertThat(notes(
                        choice("\"department\": \"骨科\", \"months\": 9") + ", "
                                + choice("\"department\": \"内科\", \"months\": 2") + ", "
                                + choice("\"people\": [\"张\"], \"months\": 8") + ", "
                                + choice("\"people\": [\"王\"], \"months\": 2") + ", "
                                + choice("\"subject\": \"facility\", \"months\": 2"),
                        may("1").months(1, 2),
                        may("1").months(1, 2).on("department"),
                        other.may("x/y#1", "suspend-service").months(1, 2).on("department"),
                        may("1").months(1, 2).on("person"),
                        other.may("x/y#1", "suspend-service").months(1, 2).on("person")))
                .as("of the departments one, of the persons one")
                .extracting(n -> n.details().get("months"))
                .containsExactlyInAnyOrder("9", "8");
    }

    @Test
    void a_range_may_begin_at_nothing() {
        assertThat(outside("\"months\": 9", may("1").months(0, 6))).containsEntry("allowed", "0..6 months");
    }

    /** A clause that ends the agreement and takes its whole deposit: the deposit does not go alone. */
    @Test
    void a_whole_deposit_without_the_end_it_goes_with_is_told() {
        Measure end = FACT.may("x/y#37", "terminate");
        Measure whole = FACT.may("x/y#37", "deduct-deposit").percent(100);
        String declined = "{\"measure\": \"terminate\", \"choice\": \"declined\"}";
        String taken = ", {\"measure\": \"deduct-deposit\", \"choice\": \"taken\"}";

        assertThat(notes(declined + taken, end, whole))
                .extracting(Note::kind, Note::about, n -> n.details().get("without"))
                .containsExactly(tuple("choice-parted", "deduct-deposit", "terminate"));
        assertThat(notes(declined, end, whole)).extracting(Note::kind).containsExactly("choice-parted");
        assertThat(notes(declined + taken.replace("taken", "declined"), end, whole))
                .isEmpty();
        assertThat(notes(declined.replace("declined", "taken") + taken, end, whole))
                .isEmpty();
        assertThat(notes(declined.replace("declined", "taken"), end, whole))
                .as("the end taken by the clause that takes the whole as well")
                .extracting(Note::kind, Note::about, n -> n.details().get("without"))
                .containsExactly(tuple("choice-parted", "terminate", "deduct-deposit"));
        assertThat(notes(declined.replace("declined", "taken") + taken.replace("taken", "declined"), end, whole))
                .extracting(Note::about)
                .containsExactly("terminate");
        assertThat(notes(declined.replace("declined", "taken"), end, FACT.may("x/y#43", "terminate"), whole))
                .as("another clause gives the end alone")
                .isEmpty();
        assertThat(notes(
                        declined + taken,
                        end,
                        FACT.may("x/y#37", "deduct-deposit").percent(50)))
                .isEmpty();
        assertThat(notes(
                        declined + taken,
                        end,
                        FACT.may("x/y#36", "deduct-deposit").percent(100)))
                .isEmpty();
    }

    /** An end that must come under the same agreement takes the deposit with it, whatever end was declined. */
    @Test
    void a_whole_deposit_beside_an_end_that_must_come_is_not_parted() {
        MeasureLine whole = Shown.with(
                of("deduct-deposit", Modality.MAY, "m", ""),
                "terms",
                FACT.may("x/y#1", "deduct-deposit").percent(100).terms());
        MeasureLine declined = of("terminate", Modality.MAY, "m", "declined");

        assertThat(parted(whole, declined)).hasSize(1);
        assertThat(parted(whole, declined, of("terminate", Modality.SHALL, "m", "")))
                .isEmpty();
        assertThat(parted(whole, declined, of("terminate", Modality.SHALL, "r", "")))
                .hasSize(1);
        assertThat(parted(whole, declined, of("terminate", Modality.MAY, "m", "")))
                .as("only offered")
                .hasSize(1);
        assertThat(parted(whole, declined, of("criticise", Modality.SHALL, "m", "")))
                .as("no end")
                .hasSize(1);
        assertThat(parted(Shown.with(whole, "modality", Modality.SHALL), declined))
                .isEmpty();
    }

    private static MeasureLine of(String kind, Modality modality, String agreement, String choice) {
        return Shown.with(
                Shown.with(Shown.with(Shown.line(kind), "modality", modality), "agreement", agreement),
                "choice",
                choice);
    }

    private static List<Note> parted(MeasureLine... lines) {
        return ChoiceNotes.parted(List.of(lines), l -> l.kind().equals("terminate"));
    }

    /** What is declined and ends nothing parts nothing. */
    @Test
    void a_whole_deposit_beside_what_ends_nothing_is_not_parted() {
        assertThat(notes(
                        "{\"measure\": \"criticise\", \"choice\": \"declined\"}",
                        FACT.may("x/y#37", "criticise"),
                        FACT.may("x/y#37", "deduct-deposit").percent(100)))
                .isEmpty();
    }

    /** What was decided is named as it was said, what the clauses allow as they say it. */
    @Test
    void figures_outside_of_what_a_clause_allows_are_named_with_it() {
        assertThat(figures(
                        "\"times\": 4",
                        FACT.sumUnknown().may("x/y#1", "multiple-deduction").times(2, 3)))
                .containsEntry("times", "4")
                .containsEntry("allowed", "2..3 times")
                .doesNotContainKeys("percent", "amount", "months", "days");
        assertThat(figures(
                        "\"amount\": 900",
                        FACT.may("x/y#1", "pay").amount(BigDecimal.valueOf(100), BigDecimal.valueOf(500))))
                .containsEntry("amount", "900.00")
                .containsEntry("allowed", "100.00..500.00 yuan")
                .doesNotContainKeys("percent", "times");
    }

    private static Map<String, String> figures(String figure, Measure measure) {
        List<Note> notes =
                notes("{\"measure\": \"%s\", \"choice\": \"taken\", %s}".formatted(measure.kind(), figure), measure);
        assertThat(notes).extracting(Note::kind).containsExactly("choice-outside-range");
        return notes.get(0).details();
    }

    /** The end of one agreement is declined; the deposit under another goes its own way. */
    @Test
    void a_whole_deposit_under_another_agreement_goes_with_its_own_end() {
        Document document = Document.of("""
                "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                               {"id": "r", "kind": "rehabilitation", "from": "2025-01-01", "to": "2025-12-31"}],
                "choices": [{"measure": "terminate", "choice": "declined", "agreement": "m"}]
                """);
        for (String agreement : List.of("m", "r")) {
            List<Decision.MeasureLine> lines = document.assembly(
                            Basis.on("f1").under("m").may("x/y#37", "terminate"),
                            Basis.on("f1")
                                    .under(agreement)
                                    .may("x/y#37", "deduct-deposit")
                                    .percent(100))
                    .measures();

            assertThat(ChoiceNotes.parted(lines, l -> l.kind().equals("terminate")))
                    .as(agreement)
                    .hasSize(agreement.equals("m") ? 1 : 0);
        }
    }
}
