package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.Shipped;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Note;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Duty;
import qiyue.fact.Measure;

/** What an agreement that is over leaves to be struck: handled on 30 June 2025. */
class StruckTest {
    private static final Basis F = Basis.on("f1").under("a1");
    private static final String TERM = agreement("a1", "2025-01-01", "2025-12-31", "");

    private static String agreement(String id, String from, String to, String more) {
        return "{\"id\": \"%s\", \"kind\": \"medical\", \"from\": \"%s\", \"to\": \"%s\"%s}"
                .formatted(id, from, to, more);
    }

    private static String measure(String kind, String more) {
        return "{\"id\": \"h1\", \"kind\": \"%s\", \"cause\": \"violation\", %s}".formatted(kind, more);
    }

    private static Document document(String agreements, String history) {
        return Document.of("\"agreements\": [%s], \"history\": {\"measures\": [%s]}".formatted(agreements, history));
    }

    private static final String ENDED = measure("terminate", "\"decidedOn\": \"2025-06-20\", \"agreement\": \"a1\"");

    private static List<MeasureLine> lines(Document document, Measure... measures) {
        Uniting uniting = uniting(document);
        Conclusion[] settled = new Conclusion[measures.length];
        for (int i = 0; i < measures.length; i++) {
            settled[i] = uniting.settled(measures[i]);
        }
        return document.assembly(settled).measures();
    }

    private static Uniting uniting(Document document) {
        return new Uniting(
                Shipped.library().vocabulary().treatment(document.file().region()), document.file());
    }

    @ParameterizedTest
    @CsvSource({
        "terminate, true",
        "suspend-agreement, true",
        "suspend-or-end, true",
        "suspend-staff, true",
        "suspend-settlement, true",
        "rectify, true",
        "renew, true",
        "not-renew, true",
        "resume, true",
        "preserve, true",
        "release, true",
        "deduct-deposit, false",
        "return-deposit, false",
        "bar-application, false",
        "bar-person, false",
        "criticise, false",
        "interview, false",
        "suspend-payment, false",
        "dishonesty-list, false"
    })
    void a_termination_in_history_leaves_what_needs_no_agreement_in_force(String kind, boolean pointless) {
        MeasureLine line = lines(document(TERM, ENDED), F.shall("x/y#1", kind)).get(0);

        assertThat(line.endedBy()).isEqualTo(pointless ? "h1" : "");
        assertThat(line.absorbedBy()).isEqualTo(pointless ? "terminate" : "");
        assertThat(line.floor()).isEqualTo(!pointless);
        assertThat(uniting(document(TERM, ENDED)).of(List.of(F.shall("x/y#1", kind))))
                .hasSize(pointless ? 0 : 1);
    }

    /** Whoever asked for it, and however it is called. */
    @ParameterizedTest
    @CsvSource({"terminate, own-request", "end-agreement, other", "dissolve, force-majeure", "release, own-request"})
    void an_agreement_can_end_in_several_ways(String kind, String cause) {
        String end = measure(kind, "\"decidedOn\": \"2025-05-01\", \"agreement\": \"a1\"")
                .replace("violation", cause);

        assertThat(lines(document(TERM, end), F.may("x/y#1", "suspend-agreement")))
                .extracting(MeasureLine::absorbedBy, MeasureLine::endedBy)
                .containsExactly(tuple(kind, "h1"));
    }

    /** It is over on the day an end takes effect; until then it is in force, and the reader is told. */
    @ParameterizedTest
    @CsvSource({
        "'\"decidedOn\": \"2025-06-30\"', h1, strikes-ended",
        "'\"decidedOn\": \"2025-06-01\", \"from\": \"2025-06-30\"', h1, strikes-ended",
        "'\"decidedOn\": \"2025-06-01\", \"from\": \"2025-07-01\"', '', ends-later"
    })
    void on_its_first_day_an_end_has_come(String days, String endedBy, String note) {
        Document document = document(TERM, measure("terminate", days + ", \"agreement\": \"a1\""));
        Measure suspension = F.may("x/y#1", "suspend-agreement");

        assertThat(lines(document, suspension)).extracting(MeasureLine::endedBy).containsExactly(endedBy);
        assertThat(uniting(document).notes(suspension)).extracting(Note::kind).containsExactly(note);
        assertThat(lines(document, F.may("x/y#1", "renew")))
                .as("nothing is left to renew after an end that is decided")
                .extracting(MeasureLine::endedBy)
                .containsExactly("h1");
    }

    /** An end that was undone, of another facility, of a department or of another agreement ends nothing here. */
    @ParameterizedTest
    @CsvSource({
        "'\"agreement\": \"a1\", \"resumedOn\": \"2025-06-29\"'",
        "'\"facility\": \"乙\"'",
        "'\"agreement\": \"a1\", \"subject\": \"department\", \"department\": \"骨科\"'",
        "'\"agreement\": \"a0\"'"
    })
    void what_ended_something_else_ends_nothing_here(String more) {
        Document document = document(
                TERM + ", " + agreement("a0", "2024-01-01", "2024-12-31", ""),
                measure("terminate", "\"decidedOn\": \"2025-06-01\", " + more));

        assertThat(lines(document, F.shall("x/y#1", "terminate")))
                .extracting(MeasureLine::endedBy, MeasureLine::certainty)
                .containsExactly(tuple("", Certainty.ESTABLISHED));
    }

    /** One that names no agreement, and was decided in its term, may have been this one: that is asked. */
    @Test
    void an_end_that_names_no_agreement_is_asked_about() {
        Document document = document(TERM, measure("terminate", "\"decidedOn\": \"2025-06-01\""));
        Measure termination = F.shall("x/y#1", "terminate");
        Conclusion settled = uniting(document).settled(termination);

        assertThat(settled.certainty()).isEqualTo(Certainty.OPEN);
        assertThat(settled.open()).containsExactly("stated@h1.agreement");
        assertThat(uniting(document).notes(termination)).extracting(Note::kind).containsExactly("strikes-doubtful");
        Assembly assembly = document.assembly(settled);
        assertThat(assembly.questions(assembly.measures(), assembly.duties(assembly.measures())))
                .extracting(Decision.Question::question, Decision.Question::about, Decision.Question::field)
                .containsExactly(tuple("stated", "h1", "agreement"));
        assertThat(uniting(document(TERM, measure("terminate", "\"decidedOn\": \"2024-06-01\"")))
                        .settled(termination)
                        .certainty())
                .as("decided before the agreement began")
                .isEqualTo(Certainty.ESTABLISHED);
        assertThat(uniting(document(
                                TERM,
                                measure("suspend-or-end", "\"decidedOn\": \"2025-06-01\", \"agreement\": \"a1\"")))
                        .settled(termination)
                        .open())
                .containsExactly("stated@h1.kind");
    }

    @Test
    void a_later_agreement_of_the_kind_is_struck_after_a_termination_as_after_expiry() {
        Document document = document(TERM + ", " + agreement("a2", "2025-06-25", "2026-06-24", ""), ENDED);

        assertThat(lines(document, F.may("x/y#1", "suspend-agreement"), F.may("x/y#1", "rectify")))
                .extracting(MeasureLine::kind, MeasureLine::agreement, MeasureLine::endedBy)
                .containsExactlyInAnyOrder(tuple("suspend-agreement", "a2", ""), tuple("rectify", "a2", ""));
        assertThat(lines(document, F.shall("x/y#1", "resume")))
                .as("a suspension of the old agreement cannot be lifted any more")
                .extracting(MeasureLine::endedBy)
                .containsExactly("h1");
    }

    @Test
    void a_follower_that_was_ended_too_is_not_struck() {
        Document document = document(
                TERM + ", " + agreement("a2", "2025-06-25", "2026-06-24", ""),
                ENDED + ", " + ENDED.replace("h1", "h2").replace("a1", "a2").replace("2025-06-20", "2025-06-28"));

        assertThat(lines(document, F.may("x/y#1", "suspend-agreement")))
                .extracting(MeasureLine::agreement, MeasureLine::endedBy)
                .containsExactly(tuple("a1", "h1"));
    }

    private static String expired(String agreed) {
        return agreement("a1", "2024-07-01", "2025-06-29", ", \"answers\": {\"renewal-agreed\": \"" + agreed + "\"}");
    }

    /** Whether both sides agreed to go on decides whether it is in force; while nobody says, all that needs it is open. */
    @ParameterizedTest
    @CsvSource({"yes, ESTABLISHED, ''", "open, OPEN, renewal-agreed@a1=yes"})
    void a_term_that_ran_out_leaves_open_what_hangs_on_agreed_renewal(String agreed, Certainty certainty, String open) {
        Document document = document(expired(agreed), "");

        for (String kind : List.of("terminate", "suspend-agreement", "rectify")) {
            Conclusion settled = uniting(document).settled(F.shall("x/y#1", kind));
            assertThat(settled.certainty()).as(kind).isEqualTo(certainty);
            assertThat(String.join(",", settled.open())).as(kind).isEqualTo(open);
        }
    }

    /** Where the term ran out the agreement itself says so; its renewal is what comes then. */
    @Test
    void a_term_that_ran_out_ends_it_but_not_its_renewal() {
        Document document = document(expired("no"), "");
        MeasureLine suspension =
                lines(document, F.may("x/y#1", "suspend-agreement")).get(0);

        assertThat(suspension.endedBy()).isEqualTo("a1");
        assertThat(suspension.absorbedBy()).isEqualTo("end-agreement");
        assertThat(lines(
                        document,
                        F.may("x/y#1", "renew"),
                        Basis.on("f1").under("a1").shall("x/y#1", "not-renew")))
                .extracting(MeasureLine::endedBy)
                .containsOnly("");
        assertThat(lines(
                        document,
                        Measure.automatic("x/y#1", "end-agreement")
                                .resting(F.may("x/y#1", "renew").grounds())
                                .from(LocalDate.of(2025, 6, 29))))
                .as("the end by expiry itself")
                .extracting(MeasureLine::endedBy)
                .containsExactly("");
        assertThat(lines(
                        document(agreement("a1", "2024-07-01", "2025-06-30", ""), ""),
                        F.may("x/y#1", "suspend-agreement")))
                .as("the last day belongs to the term")
                .extracting(MeasureLine::endedBy)
                .containsExactly("");
    }

    /** What a clause ties to a termination stands, and says what ended the agreement: the text does not say whether it stands alone. */
    @Test
    void what_presumes_a_termination_that_cannot_come_is_shown_as_such_and_the_choice_is_not_applied() {
        Document document = Document.of(
                "\"agreements\": [%s], \"history\": {\"measures\": [%s]}, \"choices\": [{\"measure\": \"terminate\", \"choice\": \"taken\"}]"
                        .formatted(TERM, ENDED));
        Assembly assembly = document.assembly(
                F.may("x/y#1", "terminate"), F.shall("x/y#1", "bar-application").ifChosen("terminate"));
        List<MeasureLine> lines = assembly.measures();

        assertThat(lines)
                .extracting(MeasureLine::kind, MeasureLine::certainty, MeasureLine::absorbedBy, MeasureLine::endedBy)
                .containsExactlyInAnyOrder(
                        tuple("terminate", Certainty.ESTABLISHED, "terminate", "h1"),
                        tuple("bar-application", Certainty.CONDITIONAL, "", "h1"));
        assertThat(assembly.choiceNotes(lines)).extracting(Note::kind).containsExactly("unused-choice");
    }

    /** A step towards what is pointless is not due, unless its day had passed before the end; the reader is told. */
    @Test
    void steps_towards_what_is_pointless_are_not_due() {
        Document document = document(TERM, ENDED);
        Duty renewal =
                Duty.shall("x/y#1", "negotiate-renewal", document.fact("a1")).by("agency");
        Assembly assembly = document.assembly(renewal.due(LocalDate.of(2025, 9, 30)));

        assertThat(assembly.duties(assembly.measures()).lines()).isEmpty();
        assertThat(assembly.endNotes())
                .extracting(Note::kind, Note::about)
                .containsExactly(tuple("strikes-ended", "a1"));
        Assembly before = document.assembly(renewal.due(LocalDate.of(2025, 6, 19)));
        assertThat(before.duties(before.measures()).lines()).hasSize(1);
        assertThat(before.endNotes()).isEmpty();
        assertThat(assembly.pointless().get("a1"))
                .contains("renew", "resume", "rectify", "terminate")
                .doesNotContain("recover");
    }

    /** How a second suspension joins on to one in course nobody decides here; that there is one is told. */
    @ParameterizedTest
    @CsvSource({
        "'\"until\": \"2025-06-30\"', true",
        "'\"until\": \"2025-06-29\"', false",
        "'\"until\": \"2025-07-30\", \"resumedOn\": \"2025-06-30\"', false",
        "'\"note\": \"\"', true"
    })
    void a_suspension_in_course_is_told(String more, boolean told) {
        String suspended = measure(
                "suspend-agreement",
                "\"decidedOn\": \"2025-05-01\", \"agreement\": \"a1\"" + (more.contains("note") ? "" : ", " + more));
        Document document = document(TERM, suspended);

        assertThat(uniting(document).notes(F.may("x/y#1", "suspend-agreement")))
                .extracting(Note::kind)
                .isEqualTo(told ? List.of("suspension-running") : List.of());
        assertThat(uniting(document).notes(F.may("x/y#1", "terminate"))).isEmpty();
        assertThat(lines(document, F.may("x/y#1", "suspend-agreement")).get(0).optional())
                .isTrue();
    }

    /** A step towards a renewal hangs on whether an end came that nobody says was of this agreement, if it is due once that came. */
    @ParameterizedTest
    @CsvSource({"2025-05-31, ''", "2025-06-01, stated@h1.agreement", "2025-09-30, stated@h1.agreement"})
    void a_step_towards_what_may_be_pointless_hangs_on_that(LocalDate due, String open) {
        Document document = document(TERM, measure("terminate", "\"decidedOn\": \"2025-06-01\""));
        Duty renewal = F.duty("x/y#1", "negotiate-renewal", "").due(due);

        assertThat(String.join(",", struck(document).by(renewal).open())).isEqualTo(open);
        assertThat(struck(document).by(renewal.done(due)).open()).as("done").isEmpty();
        assertThat(struck(document).by(F.duty("x/y#1", "explain", "").due(due)).open())
                .as("towards nothing")
                .isEmpty();
        assertThat(struck(document(expired("open"), ""))
                        .by(F.duty("x/y#1", "negotiate-renewal", "").due(LocalDate.of(2025, 9, 30)))
                        .open())
                .as("a term that ran out is no end of what comes then")
                .isEmpty();
    }

    private static Struck struck(Document document) {
        return new Struck(Shipped.library().vocabulary().treatment("beijing"), document.file());
    }

    /** Where no agreement is named and all are over, the one that was over last says what ended it. */
    @Test
    void where_none_is_named_and_all_are_over_the_last_counts() {
        String other = agreement("a2", "2025-01-01", "2025-12-31", "").replace("medical", "rehabilitation");
        String ended = ENDED.replace("h1", "h2").replace("a1", "a2").replace("2025-06-20", "2025-06-28");
        Measure nowhere = Basis.on("f1").may("x/y#1", "suspend-agreement");

        for (String both : List.of(ENDED + ", " + ended, ended + ", " + ENDED)) {
            assertThat(struck(document(TERM + ", " + other, both)).ended(nowhere))
                    .map(Ending::by)
                    .contains("h2");
            assertThat(struck(document(other + ", " + TERM, both)).ended(nowhere))
                    .map(Ending::by)
                    .contains("h2");
        }
        assertThat(struck(document(TERM + ", " + other, ENDED)).ended(nowhere))
                .as("one is in force")
                .isEmpty();
    }

    /** An end that comes by itself strikes the agreement of its facts unless that was over by its day. */
    @ParameterizedTest
    @CsvSource({"2025-06-19, false", "2025-06-20, true", "2025-06-21, true"})
    void an_end_that_comes_by_itself_strikes_unless_it_was_over_by_then(LocalDate from, boolean over) {
        Measure end =
                Measure.automatic("x/y#1", "terminate").resting(F.grounds()).from(from);

        assertThat(struck(document(TERM, ENDED)).ended(end).isPresent()).isEqualTo(over);
    }

    /** What answers an application is no matter of an agreement; what rests on none, or answers none, stays with its own. */
    @Test
    void what_answers_an_application_strikes_no_agreement() {
        Document document = Document.of("\"agreements\": [%s], \"applications\": [%s]"
                .formatted(TERM, "{\"id\": \"b1\", \"kind\": \"medical\", \"filedOn\": \"2025-05-01\"}"));
        Basis filed = Basis.on("b1").under("a1");

        assertThat(struck(document).by(filed.shall("x/y#1", "refuse-admission")).agreement())
                .isEmpty();
        assertThat(struck(document).by(F.shall("x/y#1", "refuse-admission")).agreement())
                .as("of no application")
                .isEqualTo("a1");
        assertThat(struck(document).by(filed.shall("x/y#1", "rectify")).agreement())
                .as("answers none")
                .isEqualTo("a1");
    }

    /** A measure that strikes the agreement and presupposes nothing goes to the one that followed, and is pointless nowhere. */
    @Test
    void what_strikes_an_agreement_without_presupposing_one_strikes_the_later() {
        Treatment treatment = new Treatment(Map.of(
                "terminate",
                new MeasureKind(
                        "",
                        MeasureKind.AGREEMENT,
                        List.of(),
                        List.of(),
                        MeasureKind.MIDDLING,
                        "",
                        "",
                        MeasureKind.IN_FORCE,
                        MeasureKind.CERTAINLY,
                        false),
                "void",
                new MeasureKind("", MeasureKind.AGREEMENT, List.of())));
        Measure voided = F.shall("x/y#1", "void");
        String later = agreement("a2", "2025-06-25", "2026-06-24", "");

        assertThat(new Struck(treatment, document(TERM + ", " + later, ENDED).file())
                        .by(voided)
                        .agreement())
                .isEqualTo("a2");
        assertThat(new Struck(treatment, document(TERM, ENDED).file()).ended(voided))
                .isEmpty();
    }

    /** Whether an agreement ended before its term ran out is asked of the very one, whatever followed it. */
    @Test
    void what_only_presupposes_that_it_was_not_ended_does_not_go_to_the_later() {
        Document document = document(TERM + ", " + agreement("a2", "2025-06-25", "2026-06-24", ""), ENDED);

        assertThat(struck(document).ended(F.shall("x/y#1", "not-renew")))
                .map(Ending::by)
                .contains("h1");
        assertThat(struck(document).by(F.shall("x/y#1", "not-renew")).agreement())
                .isEqualTo("a1");
    }

    /** What ends no agreement, or lets it run out, is pointless by what ended it before today, whatever day it names. */
    @ParameterizedTest
    @CsvSource({"suspend-agreement", "not-renew"})
    void what_ends_nothing_by_itself_is_asked_of_the_day_of_handling(String kind) {
        Measure automatic =
                Measure.automatic("x/y#1", kind).resting(F.grounds()).from(LocalDate.of(2025, 6, 19));

        assertThat(struck(document(TERM, ENDED)).ended(automatic)).isPresent();
    }

    @Test
    void what_ended_it_is_told_with_its_day_and_only_what_is_open_as_open() {
        Measure suspension = F.may("x/y#1", "suspend-agreement");

        assertThat(struck(document(TERM, ENDED)).notes(suspension))
                .containsExactly(new Note(
                        "strikes-ended",
                        "a1",
                        Map.of("ended", "2025-06-20", "by", "h1", "measure", "terminate", "strikes", "")));
        assertThat(struck(document(expired("no"), "")).notes(suspension))
                .as("by its term: by no measure")
                .containsExactly(new Note("strikes-ended", "a1", Map.of("ended", "2025-06-29", "strikes", "")));
        assertThat(struck(document(TERM, measure("terminate", "\"decidedOn\": \"2025-06-01\"")))
                        .notes(suspension))
                .containsExactly(new Note(
                        "strikes-doubtful",
                        "a1",
                        Map.of(
                                "ended",
                                "2025-06-01",
                                "by",
                                "h1",
                                "measure",
                                "terminate",
                                "open",
                                "stated@h1.agreement")));
    }

    @Test
    void the_last_day_of_a_suspension_in_course_is_told_where_it_is_known() {
        String began = "\"decidedOn\": \"2025-05-01\", \"agreement\": \"a1\"";
        Measure suspension = F.may("x/y#1", "suspend-agreement");

        assertThat(struck(document(TERM, measure("suspend-agreement", began))).notes(suspension))
                .extracting(Note::details)
                .containsExactly(Map.of("by", "h1", "measure", "suspend-agreement", "from", "2025-05-01"));
        assertThat(struck(document(TERM, measure("suspend-agreement", began + ", \"until\": \"2025-07-30\"")))
                        .notes(suspension))
                .extracting(Note::details)
                .containsExactly(Map.of(
                        "by", "h1", "measure", "suspend-agreement", "from", "2025-05-01", "until", "2025-07-30"));
    }
}
