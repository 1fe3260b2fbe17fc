package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.Shipped;
import qiyue.decision.Decision.Step;
import qiyue.fact.Blank;
import qiyue.fact.Derivation;
import qiyue.fact.Duty;

/** What became of a duty: decided on 30 June, for a finding of 6 May, ten days from 10 June. */
class FulfilmentTest {
    private static final LocalDate START = LocalDate.of(2025, 6, 10);

    private static Document document(String scope, String handling) {
        Document d = Document.of("""
                "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06"}],
                "handling": [%s]
                """.formatted(handling));
        return new Document(Derivation.with(
                d.file(),
                "scope",
                Derivation.with(
                        d.file().scope(),
                        "records",
                        scope.isEmpty() ? java.util.Map.of() : java.util.Map.of("handling", scope))));
    }

    private static String step(String id, String act, String actor, String date) {
        return "{\"id\": \"%s\", \"act\": \"%s\", \"actor\": \"%s\", \"date\": \"%s\"}".formatted(id, act, actor, date);
    }

    private static Duty notice() {
        return Basis.on("f1").duty("x/y#1", "written-notice", "").by("agency").within(10, "days", START);
    }

    private static Fulfilment of(Document d, Duty... same) {
        Steps steps = Steps.of(d.file());
        Claim claim =
                Claim.of(List.of(same), same[0].term().lastDay(Shipped.library().calendar()), steps, decided(d, steps));
        return Fulfilment.of(
                claim,
                Allotment.of(List.of(claim), steps).get(0),
                d.file(),
                treatment().tells(d.file(), same[0].act()));
    }

    private static Treatment treatment() {
        return Shipped.library().vocabulary().treatment("beijing");
    }

    private static Decided decided(Document d, Steps steps) {
        return new Decided(d.file(), treatment(), List.of(), steps, java.util.Map.of());
    }

    @Test
    void what_the_history_may_tell_as_well_is_undone_only_where_that_is_complete_too() {
        Duty assess =
                Basis.on("f1").duty("x/y#1", "assess-year", "").by("agency").within(10, "days", START);
        assertThat(of(document("complete", ""), assess).state()).isEqualTo("not-stated");
        Document d = document("complete", "");
        Document whole = new Document(Derivation.with(
                d.file(),
                "scope",
                Derivation.with(
                        d.file().scope(), "records", java.util.Map.of("handling", "complete", "history", "complete"))));
        assertThat(of(whole, assess).state()).isEqualTo("overdue");
        Document history = new Document(Derivation.with(
                d.file(),
                "scope",
                Derivation.with(d.file().scope(), "records", java.util.Map.of("history", "complete"))));
        assertThat(of(history, assess).state()).isEqualTo("not-stated");
    }

    @Test
    void complete_steps_say_nothing_of_a_field_that_a_record_leaves_out() {
        Document complete = document("complete", "");
        assertThat(of(complete, notice()).state()).isEqualTo("overdue");
        assertThat(of(complete, notice().done(Blank.UNSTATED)).state()).isEqualTo("not-stated");
        assertThat(of(complete, notice().done(Blank.NEVER)).state()).isEqualTo("overdue");
        assertThat(of(document("", ""), notice().done(Blank.UNSTATED)).state()).isEqualTo("not-stated");
    }

    private static Fulfilment taken(String actor, String... days) {
        StringBuilder steps = new StringBuilder();
        for (String day : days) {
            steps.append(steps.isEmpty() ? "" : ", ").append(step("n" + day, "written-notice", actor, day));
        }
        return of(document("", steps.toString()), notice());
    }

    /** Ten days from 10 June end on Friday, 20 June. */
    @ParameterizedTest
    @CsvSource({
        "2025-06-20, done,  fulfils,      2025-06-20",
        "2025-06-21, late,  late,         2025-06-21",
        "2025-06-10, done,  fulfils,      2025-06-10",
        "2025-06-09, early, before-cause, 9999-12-31",
    })
    void a_step_on_either_side_of_the_first_and_the_last_day(String day, String state, String how, LocalDate done) {
        Fulfilment f = taken("agency", day);

        assertThat(f.state()).isEqualTo(state);
        assertThat(f.steps()).extracting(Step::how).containsExactly(how);
        assertThat(f.done()).isEqualTo(done);
    }

    @ParameterizedTest
    @CsvSource({
        "agency,          municipal-agency,       done",
        "agency,          agency,            done",
        "agency,          facility,          wrong-actor",
        "municipal-agency,     agency,            wrong-actor",
        "municipal-agency,     district-agency,   wrong-actor",
        "facility,        facility,          done",
        "'',              district-agency,   done",
    })
    void only_who_the_clause_names_satisfies_it(String named, String who, String state) {
        Duty duty = notice().by(named);
        Fulfilment f = of(document("", step("n1", "written-notice", who, "2025-06-12")), duty);

        assertThat(f.state()).isEqualTo(state);
    }

    @Test
    void of_several_steps_the_first_fulfils_and_the_others_repeat() {
        Fulfilment f = taken("agency", "2025-06-09", "2025-06-12", "2025-06-18");

        assertThat(f.state()).isEqualTo("repeated");
        assertThat(f.done()).isEqualTo("2025-06-12");
        assertThat(f.steps()).extracting(Step::how).containsExactly("before-cause", "fulfils", "repeated");
    }

    @Test
    void a_step_of_another_does_not_spoil_that_of_the_right_one() {
        String steps = step("n1", "written-notice", "facility", "2025-06-11") + ", "
                + step("n2", "written-notice", "agency", "2025-06-12");
        Fulfilment f = of(document("", steps), notice());

        assertThat(f.state()).isEqualTo("done");
        assertThat(f.steps()).extracting(Step::how).containsExactly("wrong-actor", "fulfils");
        assertThat(f.steps().get(1)).isEqualTo(new Step("n2", "agency", LocalDate.of(2025, 6, 12), "fulfils"));
    }

    @Test
    void late_and_repeated_is_late() {
        assertThat(taken("agency", "2025-06-21", "2025-06-22").state()).isEqualTo("late");
    }

    /** A step that shows the same counts whoever took it: another than the duty's own names its own actor. */
    @Test
    void what_shows_the_same_counts_whoever_did_it() {
        Fulfilment f = of(document("", step("w1", "explain", "facility", "2025-06-12")), notice().orBy("explain"));

        assertThat(f.state()).isEqualTo("done");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-30, '',       outstanding",
        "2025-06-29, '',       not-stated",
        "2025-06-29, complete, overdue",
        "2025-06-29, sample,   not-stated",
        "2025-06-30, complete, outstanding",
    })
    void without_a_step_its_last_day_and_what_the_document_says(LocalDate due, String scope, String state) {
        assertThat(of(document(scope, ""), notice().due(due)).state()).isEqualTo(state);
    }

    @Test
    void a_step_that_was_expressly_not_taken_is_overdue_after_its_day() {
        Document d = document("", step("n1", "written-notice", "agency", "none"));

        assertThat(of(d, notice()).state()).isEqualTo("overdue");
        assertThat(of(d, notice()).steps()).isEmpty();
        assertThat(of(d, notice().due(LocalDate.of(2025, 6, 30))).state()).isEqualTo("outstanding");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-10, done",
        "2025-06-20, done",
        "2025-06-21, late",
        "2025-06-09, early",
        "9999-12-31, overdue",
        "9999-12-30, not-stated",
    })
    void a_record_that_says_when_it_was_done_speaks_for_it(LocalDate recorded, String state) {
        Fulfilment f = of(document("", ""), notice().done(recorded));

        assertThat(f.state()).isEqualTo(state);
        assertThat(f.done()).isEqualTo(List.of("done", "late").contains(state) ? recorded : Blank.NEVER);
    }

    @Test
    void a_step_on_the_day_of_the_record_is_the_same_and_on_another_day_one_more() {
        Document d = document("", step("n1", "written-notice", "agency", "2025-06-12"));

        Fulfilment same = of(d, notice().done(LocalDate.of(2025, 6, 12)));
        Fulfilment other = of(d, notice().done(LocalDate.of(2025, 6, 13)));

        assertThat(same.state()).isEqualTo("done");
        assertThat(same.steps()).extracting(Step::how).containsExactly("fulfils");
        assertThat(other.state()).isEqualTo("repeated");
        assertThat(other.done()).isEqualTo("2025-06-13");
        assertThat(other.steps()).extracting(Step::how).containsExactly("repeated");
    }

    @Test
    void a_record_before_the_cause_leaves_the_duty_to_the_steps() {
        Document d = document("", step("n1", "written-notice", "agency", "2025-06-12"));

        Fulfilment f = of(d, notice().done(LocalDate.of(2025, 6, 9)));

        assertThat(f.state()).isEqualTo("done");
        assertThat(f.done()).isEqualTo("2025-06-12");
    }

    /** To the minute: 24 hours from ten in the morning. */
    @ParameterizedTest
    @CsvSource({"2025-06-13T10:00, done", "2025-06-13T10:01, late"})
    void hours_that_have_run_out_are_late_on_the_same_day(LocalDateTime at, String state) {
        Duty hours =
                notice().withinHours(24, LocalDateTime.of(2025, 6, 12, 10, 0)).doneAt(at);

        assertThat(of(document("", ""), hours).state()).isEqualTo(state);
    }

    /** Five days from 10 June: over on 16 June, for 15 June is a Sunday. */
    @ParameterizedTest
    @CsvSource({
        "2025-06-15, early,       before-cause",
        "2025-06-16, done,        fulfils",
        "2025-06-28, done,        fulfils",
    })
    void what_has_to_last_is_cut_short_before_its_last_day_and_never_late(String day, String state, String how) {
        Duty lasting = notice().lasting(5, "days", START);
        Fulfilment f = of(document("", step("n1", "written-notice", "agency", day)), lasting);

        assertThat(f.state()).isEqualTo(state);
        assertThat(f.steps()).extracting(Step::how).containsExactly(how);
    }

    @Test
    void what_has_to_last_is_never_overdue() {
        assertThat(of(document("complete", ""), notice().lasting(5, "days", START))
                        .state())
                .isEqualTo("outstanding");
    }

    @Test
    void without_a_term_a_step_is_never_late_and_its_want_never_overdue() {
        Duty boundless = Basis.on("f1").duty("x/y#1", "written-notice", "").by("agency");

        assertThat(of(document("", step("n1", "written-notice", "agency", "2025-06-28")), boundless)
                        .state())
                .isEqualTo("done");
        assertThat(of(document("complete", ""), boundless).state()).isEqualTo("outstanding");
    }

    /** The same duty from two facts comes of the later of the two. */
    @Test
    void what_answers_one_duty_from_two_facts_comes_after_both() {
        Document d = Document.of("""
                "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06"},
                             {"id": "f2", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-09"}],
                "handling": [%s]
                """.formatted(step("n1", "written-notice", "agency", "2025-05-08")));
        Duty one = Basis.on("f1").duty("x/y#1", "written-notice", "").by("agency");
        Duty two = Basis.on("f2").duty("x/y#1", "written-notice", "").by("agency");

        assertThat(of(d, one).state()).isEqualTo("done");
        assertThat(of(d, one, two).state()).isEqualTo("early");
    }

    /** The record's day is that of the facts; whether the decision came before it nobody says. */
    @Test
    void what_a_record_says_of_the_day_of_its_cause_is_not_early() {
        Duty noticed = notice().done(START);
        Claim claim = new Claim(List.of(noticed), START, Set.of("f1"), START, false);

        assertThat(Fulfilment.of(claim, List.of(), document("", "").file(), false)
                        .state())
                .isEqualTo("not-stated");
        Claim later = new Claim(List.of(noticed), START, Set.of("f1"), START.plusDays(1), false);
        assertThat(Fulfilment.of(later, List.of(), document("", "").file(), false)
                        .state())
                .isEqualTo("early");
    }

    private static Fulfilment published(String inspection, String handling, String... days) {
        StringBuilder steps = new StringBuilder(handling);
        for (String day : days) {
            steps.append(steps.isEmpty() ? "" : ", ").append(step("p" + day, "publish", "agency", day));
        }
        Document d = document("", steps.toString());
        Document dated = new Document(Derivation.with(
                d.file(),
                "inspection",
                Derivation.with(
                        d.file().inspection(),
                        "decidedOn",
                        inspection.isEmpty() ? Blank.UNSTATED : LocalDate.parse(inspection))));
        Steps all = Steps.of(dated.file());
        Duty publish = Basis.on("f1").duty("x/y#1", "publish", "terminate").by("agency");
        Duty decide = Basis.on("f1").duty("x/y#2", "decide", "terminate").by("municipal-agency");
        Decided decided = new Decided(
                dated.file(),
                Shipped.library().vocabulary().treatment("beijing"),
                List.of(publish, decide),
                all,
                java.util.Map.of("terminate", List.of(Shown.line("terminate"))));
        Claim claim = Claim.of(List.of(publish), Blank.NEVER, all, decided);
        return Fulfilment.of(
                claim,
                Allotment.of(List.of(claim), all).get(0),
                dated.file(),
                treatment().tells(dated.file(), claim.first().act()));
    }

    /** Decided on 20 June, by a step or as the inspection says. */
    @ParameterizedTest
    @CsvSource({
        "2025-06-20, '',          2025-06-19, early,      before-cause",
        "2025-06-20, '',          2025-06-20, done,       fulfils",
        "'',         2025-06-20,  2025-06-19, early,      before-cause",
        "'',         2025-06-20,  2025-06-20, done,       fulfils",
        "2025-06-28, 2025-06-20,  2025-06-20, done,       fulfils",
        "'',         2025-06-09,  2025-06-20, not-stated, cause-not-stated",
        "'',         '',          2025-06-20, not-stated, cause-not-stated",
    })
    void what_follows_a_decision_is_not_done_before_it(
            String whole, String step, String day, String state, String how) {
        Fulfilment f = published(whole, step.isEmpty() ? "" : step("d1", "decide", "municipal-agency", step), day);

        assertThat(f.state()).isEqualTo(state);
        assertThat(f.steps()).extracting(Step::how).containsExactly(how);
    }

    @Test
    void a_decision_by_another_than_the_text_names_is_none() {
        assertThat(published("", step("d1", "decide", "district-agency", "2025-06-20"), "2025-06-21")
                        .state())
                .isEqualTo("not-stated");
    }

    /** One of two steps that came too early fulfils another duty; the other still came too early for this one. */
    @Test
    void a_step_of_another_duty_leaves_early_what_another_step_came_too_early_for() {
        LocalDate day = LocalDate.of(2025, 6, 1);
        Fulfilment early = new Fulfilment(
                "early",
                qiyue.fact.Blank.NEVER,
                List.of(
                        new Decision.Step("n1", "agency", day, "before-cause"),
                        new Decision.Step("n2", "agency", day, "before-cause")),
                "outstanding");

        assertThat(early.beside(java.util.Set.of("n1")).state()).isEqualTo("early");
        assertThat(early.beside(java.util.Set.of("n1", "n2")).state()).isEqualTo("outstanding");
    }
}
