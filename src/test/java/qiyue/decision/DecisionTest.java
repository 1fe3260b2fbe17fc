package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision.Answering;
import qiyue.decision.Decision.DutyLine;
import qiyue.decision.Decision.Ground;
import qiyue.decision.Decision.Heads;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Note;
import qiyue.decision.Decision.Outcome;
import qiyue.decision.Decision.Question;
import qiyue.fact.Blank;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Modality;

/** What a line of the decision says of itself. */
class DecisionTest {
    private static final MeasureLine MUST = Shown.line("refuse");
    private static final MeasureLine MAY = Shown.with(MUST, "modality", Modality.MAY);

    @Test
    void what_must_happen_is_certain_not_optional_and_not_absorbed() {
        assertThat(MUST.floor()).isTrue();
        assertThat(Shown.with(MUST, "modality", Modality.AUTOMATIC).floor()).isTrue();
        assertThat(MAY.floor()).isFalse();
        assertThat(Shown.with(MUST, "certainty", Certainty.CONDITIONAL).floor()).isFalse();
        assertThat(Shown.with(MUST, "absorbedBy", "terminate").floor()).isFalse();
    }

    @Test
    void what_the_agency_may_choose_is_certain_optional_and_not_absorbed() {
        assertThat(MAY.optional()).isTrue();
        assertThat(MUST.optional()).isFalse();
        assertThat(Shown.with(MAY, "certainty", Certainty.OPEN).optional()).isFalse();
        assertThat(Shown.with(MAY, "absorbedBy", "terminate").optional()).isFalse();
    }

    @Test
    void a_line_gives_its_measure_and_those_of_its_further_grounds() {
        Ground ground = new Ground(
                Modality.SHALL,
                "not-settled",
                Certainty.ESTABLISHED,
                List.of(),
                List.of("x/y#2", "x/y#1"),
                List.of(),
                List.of(),
                List.of(),
                Conclusion.UNSTATED);
        MeasureLine line = Shown.with(MUST, "also", List.of(ground));

        assertThat(line.gives("refuse")).isTrue();
        assertThat(line.gives("not-settled")).isTrue();
        assertThat(line.gives("recover")).isFalse();
        assertThat(line.allClauses()).containsExactly("x/y#1", "x/y#2");
    }

    @Test
    void a_question_is_told_from_others_by_what_it_asks_of_which_field() {
        assertThat(new Question("serious", "f1", List.of(), "").key()).isEqualTo("serious@f1");
        assertThat(new Question("stated", "g1", List.of(), "filedOn").key()).isEqualTo("stated@g1.filedOn");
        assertThat(new Question("serious", "f1", List.of("x/y#1"), "")
                        .hanging(3)
                        .measures())
                .isEqualTo(3);
    }

    @Test
    void a_choice_is_one_that_the_agency_takes_and_might_leave() {
        MeasureLine taken = Shown.with(MAY, "choice", "taken");

        assertThat(taken.byChoice()).isTrue();
        assertThat(Shown.with(MAY, "choice", "declined").byChoice()).isFalse();
        assertThat(Shown.with(MUST, "choice", "taken").byChoice()).isFalse();
        MeasureLine others = Shown.with(taken, "actor", "administrative-department");
        assertThat(others.byChoice()).isFalse();
        assertThat(others.ofAgency()).isFalse();
        assertThat(taken.ofAgency()).isTrue();
        assertThat(MUST.allClauses()).containsExactly("x/y#1");
    }

    private static Heads heads(BigDecimal owed, BigDecimal returned) {
        BigDecimal unknown = Conclusion.UNSTATED;
        return new Heads(unknown, unknown, unknown, unknown, unknown, unknown, unknown, returned, owed, false);
    }

    @Test
    void heads_say_something_where_one_of_them_is_known() {
        assertThat(heads(Conclusion.UNSTATED, Conclusion.UNSTATED).told()).isFalse();
        assertThat(heads(BigDecimal.ZERO, Conclusion.UNSTATED).told()).isTrue();
        assertThat(heads(Conclusion.UNSTATED, BigDecimal.ONE).told()).isTrue();
        assertThat(heads(BigDecimal.ONE, BigDecimal.TEN).named())
                .containsEntry("owed", BigDecimal.ONE)
                .containsEntry("returned", BigDecimal.TEN)
                .hasSize(9);
    }

    private static DutyLine duty(String state, LocalDate due, boolean lasting) {
        return new DutyLine(
                Modality.SHALL,
                "written-notice",
                "agency",
                List.of(),
                List.of(),
                List.of("x/y#1"),
                Certainty.ESTABLISHED,
                false,
                -1,
                "",
                due,
                "",
                lasting,
                Blank.NEVER_AT,
                Blank.UNSTATED,
                Blank.UNSTATED_AT,
                state,
                List.of(),
                "",
                "",
                "",
                List.of());
    }

    @Test
    void a_step_done_in_time_late_or_twice_leaves_nothing_to_do() {
        for (String state : List.of("done", "late", "repeated")) {
            assertThat(duty(state, Blank.NEVER, false).over()).as(state).isTrue();
        }
        for (String state : List.of("outstanding", "overdue", "not-stated", "wrong-actor", "before-cause")) {
            assertThat(duty(state, Blank.NEVER, false).over()).as(state).isFalse();
        }
    }

    @Test
    void a_last_day_has_passed_on_the_day_after_it() {
        LocalDate due = LocalDate.of(2025, 6, 10);

        assertThat(duty("outstanding", due, false).passed(due)).isFalse();
        assertThat(duty("outstanding", due, false).passed(due.plusDays(1))).isTrue();
        assertThat(duty("outstanding", due, true).passed(due.plusDays(1)))
                .as("that much has to run out first")
                .isFalse();
        assertThat(duty("outstanding", Blank.UNSTATED, false).passed(due)).isFalse();
    }

    @Test
    void a_duty_is_written_out_as_any_record_is() {
        assertThat(duty("outstanding", LocalDate.of(2025, 6, 10), true))
                .hasToString(
                        "DutyLine[modality=SHALL, act=written-notice, actor=agency, measures=[], ifTaken=[], clauses=[x/y#1],"
                                + " certainty=ESTABLISHED, mayFall=false, within=-1, unit=, due=2025-06-10, dueOpen=, lasting=true, dueAt="
                                + Blank.NEVER_AT + ", done=" + Blank.UNSTATED + ", doneAt=" + Blank.UNSTATED_AT
                                + ", state=outstanding, presumes=[], agreement=, ofRecord=, untilEvent=, steps=[]]");
    }

    @Test
    void answerings_and_notes_are_told_apart_by_each_of_their_parts() {
        Answering answering = new Answering("inspectors", Map.of("en", "files"), List.of("x/y#1"));
        apart(
                answering,
                new Answering("inspectors", Map.of("en", "files"), List.of("x/y#1")),
                new Answering("agency", Map.of("en", "files"), List.of("x/y#1")),
                new Answering("inspectors", Map.of("en", "letters"), List.of("x/y#1")),
                new Answering("inspectors", Map.of("en", "files"), List.of("x/y#2")));
        apart(
                new Note("split", "f1", Map.of("from", "a")),
                new Note("split", "f1", Map.of("from", "a")),
                new Note("lapsed", "f1", Map.of("from", "a")),
                new Note("split", "f2", Map.of("from", "a")),
                new Note("split", "f1", Map.of("from", "b")));
    }

    private static void apart(Object one, Object same, Object... others) {
        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo("");
        for (Object other : others) {
            assertThat(one).isNotEqualTo(other);
        }
    }

    private static Outcome outcome(String state, String unexamined) {
        return new Outcome("x/y#1", state, List.of(unexamined), List.of());
    }

    private static String beside(String one, String other) {
        return outcome(one, "a").beside(outcome(other, "b")).state();
    }

    @Test
    void a_clause_held_against_several_facts_comes_to_the_firmest_of_them() {
        assertThat(beside("open", "established")).isEqualTo("established");
        assertThat(beside("established", "suspected")).isEqualTo("established");
        assertThat(beside("conditional", "conditional")).isEqualTo("conditional");
        assertThat(beside("not-established", "not-established")).isEqualTo("not-established");
        assertThat(beside("not-established", "not-examined")).isEqualTo("partly-examined");
        assertThat(beside("not-examined", "not-established")).isEqualTo("partly-examined");
        assertThat(beside("not-examined", "not-examined")).isEqualTo("not-examined");
        assertThat(outcome("open", "a").beside(outcome("open", "b")).unexamined())
                .containsExactly("a", "b");
    }
}
