package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.decision.Decision.DutyLine;
import qiyue.decision.Decision.Step;
import qiyue.fact.Conclusion;
import qiyue.fact.Duty;

/** Two months, each with its own clock of ten days: s1 from 1 April (to the 11th), s2 from 5 May (to the 15th). Decided on 30 June. */
class AllotmentTest {
    private static final Treatment BEIJING = Shipped.library().vocabulary().treatment("beijing");

    private static final Duty FIRST = pay("s1").within(10, "days", LocalDate.of(2025, 4, 1));
    private static final Duty SECOND = pay("s2").within(10, "days", LocalDate.of(2025, 5, 5));

    private static Duty pay(String id) {
        return Basis.on(id).dutyOf(id, "x/y#18.a", "pay-month").by("agency");
    }

    private static String step(String id, String day, String more) {
        return "{\"id\": \"%s\", \"act\": \"pay-month\", \"actor\": \"agency\", \"date\": \"%s\"%s}"
                .formatted(id, day, more);
    }

    private static List<DutyLine> lines(List<? extends Conclusion> duties, String... steps) {
        Document d = Document.of("""
                "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                "records": {"settlements": [{"id": "s1", "date": "2025-04-01", "channel": "network", "eligible": 1},
                                            {"id": "s2", "date": "2025-05-05", "channel": "network", "eligible": 1}]},
                "handling": [%s]
                """.formatted(String.join(", ", steps)));
        return new Duties(
                        d.file(),
                        Shipped.library().calendar(),
                        BEIJING,
                        new Struck(BEIJING, d.file()),
                        new Conclusions(List.copyOf(duties)),
                        List.of(),
                        false)
                .lines();
    }

    private static List<String> states(String... steps) {
        return lines(List.of(SECOND, FIRST), steps).stream()
                .map(DutyLine::state)
                .toList();
    }

    @Test
    void two_records_have_two_clocks() {
        assertThat(lines(List.of(FIRST, SECOND)))
                .extracting(DutyLine::ofRecord, d -> d.due().toString(), DutyLine::state)
                .containsExactly(tuple("s1", "2025-04-11", "not-stated"), tuple("s2", "2025-05-15", "not-stated"));
    }

    /** What is owed in each month, by the same facts: April and May. */
    private static final Duty APRIL = monthly(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 4, 30));

    private static final Duty MAY = monthly(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 5, 31));

    private static Duty monthly(LocalDate first, LocalDate last) {
        return Basis.on("m")
                .duty("x/y#19", "pay-month", "")
                .by("agency")
                .due(last)
                .ahead(first);
    }

    private static List<String> monthly(String... steps) {
        return lines(List.of(APRIL, MAY), steps).stream().map(DutyLine::state).toList();
    }

    @Test
    void a_step_of_one_stretch_of_days_answers_no_other() {
        assertThat(monthly(step("p1", "2025-05-01", ""))).containsExactly("not-stated", "done");
        assertThat(monthly(step("p1", "2025-05-31", ""))).containsExactly("not-stated", "done");
        assertThat(monthly(step("p1", "2025-04-30", ""))).containsExactly("done", "not-stated");
        assertThat(monthly(step("p1", "2025-04-30", ""), step("p2", "2025-05-01", "")))
                .containsExactly("done", "done");
        assertThat(monthly(step("p1", "2025-06-01", "")))
                .as("in none of them: late for each")
                .containsExactly("late", "late");
    }

    @Test
    void two_records_of_one_day_or_without_a_clock_are_two_lines() {
        assertThat(lines(List.of(pay("s1"), pay("s2")), step("p1", "2025-05-20", "")))
                .extracting(DutyLine::ofRecord, DutyLine::state)
                .containsExactlyInAnyOrder(tuple("s1", "done"), tuple("s2", "outstanding"));
        LocalDate day = LocalDate.of(2025, 4, 1);
        assertThat(lines(List.of(pay("s1").within(10, "days", day), pay("s2").within(10, "days", day))))
                .hasSize(2);
    }

    @Test
    void a_step_for_the_first_says_nothing_of_the_second() {
        assertThat(states(step("p1", "2025-04-10", ""))).containsExactly("done", "not-stated");
    }

    @Test
    void a_step_in_time_for_the_second_is_not_late_for_the_first() {
        assertThat(states(step("p1", "2025-05-10", ""))).containsExactly("not-stated", "done");
    }

    @Test
    void late_for_the_second() {
        assertThat(states(step("p1", "2025-04-10", ""), step("p2", "2025-05-16", "")))
                .containsExactly("done", "late");
    }

    @Test
    void a_step_late_for_both_is_that_of_the_earlier() {
        assertThat(states(step("p1", "2025-06-01", ""))).containsExactly("late", "not-stated");
        assertThat(states(step("p1", "2025-06-01", ""), step("p2", "2025-06-02", "")))
                .containsExactly("late", "late");
    }

    @Test
    void a_step_about_one_answers_that_one() {
        assertThat(states(step("p1", "2025-05-10", ", \"about\": \"s1\""))).containsExactly("late", "not-stated");
        assertThat(states(step("p1", "2025-05-10", ", \"about\": \"s1\""), step("p2", "2025-05-06", "")))
                .containsExactly("late", "done");
    }

    /** Whatever order the document lists them in. */
    @Test
    void steps_in_the_wrong_order() {
        assertThat(states(step("p1", "2025-05-12", ""), step("p2", "2025-04-09", "")))
                .containsExactly("done", "done");
        assertThat(states(step("p1", "2025-03-31", ""), step("p2", "2025-05-12", "")))
                .as("before either month")
                .containsExactly("early", "done");
    }

    @Test
    void one_step_more_than_records_is_once_more_for_the_last_it_may_be_for() {
        List<DutyLine> lines = lines(
                List.of(FIRST, SECOND),
                step("p1", "2025-04-09", ""),
                step("p2", "2025-05-06", ""),
                step("p3", "2025-05-07", ""));

        assertThat(lines).extracting(DutyLine::state).containsExactly("done", "repeated");
        assertThat(lines.get(1).steps()).extracting(Step::act).containsExactly("p2", "p3");
    }

    /** Too early for the one it is about, which therefore still waits: the next is for that one, late as it is. */
    @Test
    void a_step_about_one_that_comes_too_early_leaves_it_waiting() {
        assertThat(states(step("p1", "2025-03-30", ", \"about\": \"s1\""), step("p2", "2025-06-01", "")))
                .containsExactly("late", "not-stated");
    }

    @Test
    void a_record_that_says_so_itself_leaves_the_step_to_the_other() {
        Duty recorded = FIRST.done(LocalDate.of(2025, 4, 8));

        assertThat(lines(List.of(recorded, SECOND), step("p1", "2025-06-01", "")))
                .as("late for both")
                .extracting(DutyLine::state)
                .containsExactly("done", "late");

        assertThat(lines(List.of(recorded, SECOND), step("p1", "2025-05-06", "")))
                .extracting(DutyLine::state)
                .containsExactly("done", "done");
        assertThat(lines(List.of(recorded, SECOND), step("p1", "2025-04-08", "")))
                .as("the same step")
                .extracting(DutyLine::state)
                .containsExactly("done", "not-stated");
    }

    @Test
    void a_step_of_another_is_shown_once() {
        assertThat(states(step("p1", "2025-04-10", "").replace("agency", "facility")))
                .containsExactly("wrong-actor", "not-stated");
    }

    /** Done by somebody else the day before, it leaves the record to the one the clause names. */
    @Test
    void a_step_of_another_takes_no_record_from_that_of_the_right_one() {
        assertThat(states(step("p1", "2025-05-06", "").replace("agency", "facility"), step("p2", "2025-05-07", "")))
                .containsExactly("wrong-actor", "done");
    }

    /** Where each payment calls for the next, none is its own next. */
    @Test
    void the_step_that_starts_a_clock_does_not_answer_it() {
        Duty next = pay("p1").within(10, "days", LocalDate.of(2025, 4, 1));
        Duty after = pay("p2").within(10, "days", LocalDate.of(2025, 4, 20));

        assertThat(lines(List.of(next, after), step("p1", "2025-04-01", ""), step("p2", "2025-04-20", "")))
                .extracting(DutyLine::ofRecord, DutyLine::state)
                .containsExactly(tuple("p1", "late"), tuple("p2", "not-stated"));
    }

    @Test
    void a_step_about_a_record_answers_no_other_that_rests_on_it_besides() {
        Duty both = Basis.on("s1", "s2")
                .dutyOf("s2", "x/y#18.a", "pay-month")
                .by("agency")
                .within(10, "days", LocalDate.of(2025, 5, 5));

        assertThat(lines(List.of(FIRST, both), step("p1", "2025-05-10", ", \"about\": \"s1\"")))
                .extracting(DutyLine::ofRecord, DutyLine::state)
                .containsExactly(tuple("s1", "late"), tuple("s2", "not-stated"));
    }

    /** A step that names no agreement, late for a record of the one and in time for one of the other. */
    @Test
    void a_step_in_time_under_one_agreement_is_not_late_under_another() {
        Duty one = Basis.on("s1")
                .under("m")
                .dutyOf("s1", "x/y#18.a", "pay-month")
                .by("agency")
                .within(10, "days", LocalDate.of(2025, 4, 1));
        Duty other = Basis.on("s2")
                .under("r")
                .dutyOf("s2", "x/y#18.a", "pay-month")
                .by("agency")
                .within(10, "days", LocalDate.of(2025, 5, 5));

        assertThat(lines(List.of(one, other), step("p1", "2025-05-10", "")))
                .extracting(DutyLine::ofRecord, DutyLine::state)
                .containsExactly(tuple("s1", "not-stated"), tuple("s2", "done"));
    }

    /** On its first day and on its last a record still waits for its step, whatever opens or closes beside it. */
    @Test
    void a_record_waits_from_its_first_day_to_its_last() {
        Duty third = pay("s3").within(10, "days", LocalDate.of(2025, 5, 10));

        assertThat(states(step("p1", "2025-05-05", "")))
                .as("the first day of the second")
                .containsExactly("not-stated", "done");
        assertThat(lines(List.of(SECOND, third), step("p1", "2025-05-15", "")))
                .as("the last day of the second")
                .extracting(DutyLine::ofRecord, DutyLine::state)
                .containsExactly(tuple("s2", "done"), tuple("s3", "not-stated"));
    }

    @Test
    void what_is_said_not_to_be_done_holds_for_all() {
        assertThat(states(step("p1", "none", ""))).containsExactly("overdue", "overdue");
    }

    @Test
    void the_order_of_the_duties_does_not_matter() {
        List<Duty> many = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            many.add(pay("r" + i).within(10, "days", LocalDate.of(2025, 1, 1).plusDays(i % 4)));
            steps.add(step("p" + i, LocalDate.of(2025, 1, 5).plusDays(i % 4).toString(), ""));
        }
        List<DutyLine> lines = lines(many, steps.toArray(String[]::new));
        Collections.reverse(many);

        assertThat(lines).hasSize(12).allMatch(d -> d.state().equals("done"));
        assertThat(lines(many, steps.toArray(String[]::new))).isEqualTo(lines);
    }

    @Test
    void a_step_not_taken_under_one_agreement_says_nothing_of_another() {
        Duty one =
                Basis.on("s1").under("m").dutyOf("s1", "x/y#18.a", "pay-month").by("agency");
        Duty other =
                Basis.on("s2").under("r").dutyOf("s2", "x/y#18.a", "pay-month").by("agency");

        assertThat(lines(
                        List.of(
                                one.within(10, "days", LocalDate.of(2025, 4, 1)),
                                other.within(10, "days", LocalDate.of(2025, 5, 5))),
                        step("p1", "none", ", \"agreement\": \"m\"")))
                .extracting(DutyLine::ofRecord, DutyLine::state)
                .containsExactly(tuple("s1", "overdue"), tuple("s2", "not-stated"));
    }

    /** The steps of a record stand in the order of their days, those about it and those about none. */
    @Test
    void the_steps_of_a_record_stand_in_the_order_of_their_days() {
        List<DutyLine> lines = lines(
                List.of(FIRST, SECOND), step("p1", "2025-04-10", ", \"about\": \"s1\""), step("p2", "2025-04-05", ""));

        assertThat(lines.get(0).steps()).extracting(Step::act).containsExactly("p2", "p1");
        assertThat(lines.get(1).state()).isEqualTo("not-stated");
    }

    /** What shows the same answers where the step itself was not taken, each for one record as well. */
    @Test
    void a_step_that_shows_the_same_answers_one_record_too() {
        List<Duty> either = List.of(FIRST.orBy("decide"), SECOND.orBy("decide"));
        String shown = step("p1", "2025-04-10", "").replace("pay-month", "decide");
        String later = step("p2", "2025-05-06", "").replace("pay-month", "decide");

        assertThat(lines(either, shown)).extracting(DutyLine::state).containsExactly("done", "not-stated");
        assertThat(lines(either, shown, later)).extracting(DutyLine::state).containsExactly("done", "done");
        assertThat(lines(either, step("p3", "2025-04-02", ""), later))
                .as("the first has its own")
                .extracting(DutyLine::state)
                .containsExactly("done", "done");
        assertThat(lines(List.of(FIRST, SECOND), shown))
                .as("nothing shows the same")
                .extracting(DutyLine::state)
                .containsExactly("not-stated", "not-stated");
    }

    /** A step about a record takes it off those that wait only if the one named took it, from the first day on. */
    @Test
    void a_step_about_one_answers_it_from_its_first_day_on_by_whom_the_clause_names() {
        String late = step("p2", "2025-06-01", "");
        String about = step("p1", "2025-04-01", ", \"about\": \"s1\"");

        assertThat(states(about, late)).as("on its first day").containsExactly("done", "late");
        assertThat(states(about.replace("agency", "facility"), late))
                .as("of another")
                .element(1)
                .isEqualTo("not-stated");
        assertThat(states(about.replace("2025-04-01", "none"), late))
                .as("not taken")
                .element(1)
                .isEqualTo("not-stated");
    }

    /** Each in its own month, by whom its clause names and under its agreement. */
    @Test
    void a_step_is_for_the_record_that_waits_for_such_a_one() {
        Duty own = SECOND.by("facility");

        assertThat(lines(List.of(FIRST, own), step("p1", "2025-05-06", "").replace("agency", "facility")))
                .extracting(DutyLine::ofRecord, DutyLine::state)
                .containsExactly(tuple("s1", "not-stated"), tuple("s2", "done"));
        assertThat(lines(List.of(under("m", "s1", 10, 4, 1), under("r", "s2", 10, 5, 5)), step("p1", "2025-05-06", "")))
                .extracting(DutyLine::ofRecord, DutyLine::state)
                .containsExactly(tuple("s1", "not-stated"), tuple("s2", "done"));
    }

    private static Duty under(String agreement, String id, int days, int month, int day) {
        return Basis.on(id)
                .under(agreement)
                .dutyOf(id, "x/y#18.a", "pay-month")
                .by("agency")
                .within(days, "days", LocalDate.of(2025, month, day));
    }

    /** Under whichever agreement: what is due first, in time before late. */
    @Test
    void of_records_under_several_agreements_the_one_due_first_is_answered() {
        List<Duty> overlapping = List.of(under("m", "r1", 20, 4, 1), under("r", "r2", 10, 4, 5));
        List<Duty> apart = List.of(under("m", "r1", 10, 5, 5), under("r", "r2", 10, 4, 1));

        assertThat(lines(overlapping, step("p1", "2025-04-08", "")))
                .extracting(DutyLine::ofRecord, DutyLine::state)
                .containsExactly(tuple("r2", "done"), tuple("r1", "not-stated"));
        assertThat(lines(overlapping, step("p1", "2025-04-21", "")))
                .as("the last day of the one, late for the other")
                .extracting(DutyLine::ofRecord, DutyLine::state)
                .containsExactly(tuple("r2", "not-stated"), tuple("r1", "done"));
        assertThat(lines(overlapping, step("p1", "2025-06-01", "")))
                .as("late for both")
                .extracting(DutyLine::ofRecord, DutyLine::state)
                .containsExactly(tuple("r2", "late"), tuple("r1", "not-stated"));
        assertThat(lines(apart, step("p1", "2025-05-10", "")))
                .extracting(DutyLine::ofRecord, DutyLine::state)
                .containsExactly(tuple("r2", "not-stated"), tuple("r1", "done"));
    }

    /** The step a record tells of is that record's, however much another waits; a second one of that day is the other's. */
    @Test
    void the_step_a_record_tells_of_is_its_own() {
        Duty told = pay("s3").within(20, "days", LocalDate.of(2025, 4, 1)).done(LocalDate.of(2025, 4, 8));
        String first = step("p1", "2025-04-08", "");

        assertThat(lines(List.of(FIRST, told), first))
                .extracting(DutyLine::ofRecord, DutyLine::state)
                .containsExactly(tuple("s1", "not-stated"), tuple("s3", "done"));
        assertThat(lines(List.of(FIRST, told), first, step("p2", "2025-04-08", "")))
                .extracting(DutyLine::ofRecord, DutyLine::state)
                .containsExactly(tuple("s1", "done"), tuple("s3", "done"));
    }

    /** Both wait for such a step: it is for the one whose clause names who took it, though the other is due first. */
    @Test
    void a_step_of_whom_a_clause_names_does_not_go_to_a_record_of_another_that_is_due_first() {
        Duty agency = pay("s1").within(20, "days", LocalDate.of(2025, 5, 1));
        Duty own = pay("s2").by("facility").within(20, "days", LocalDate.of(2025, 5, 5));
        String step = step("p1", "2025-05-06", "").replace("agency", "facility");

        for (List<Duty> both : List.of(List.of(agency, own), List.of(own, agency))) {
            assertThat(lines(both, step))
                    .extracting(DutyLine::ofRecord, DutyLine::state)
                    .containsExactlyInAnyOrder(tuple("s1", "not-stated"), tuple("s2", "done"));
        }
    }

    /** Of two that open and close on the same days the first by its id is answered, under whichever agreement. */
    @Test
    void of_records_alike_in_their_days_the_first_is_answered() {
        assertThat(lines(List.of(under("r", "r1", 10, 4, 1), under("m", "r2", 10, 4, 1)), step("p1", "2025-04-05", "")))
                .extracting(DutyLine::ofRecord, DutyLine::state)
                .containsExactlyInAnyOrder(tuple("r1", "done"), tuple("r2", "not-stated"));
    }

    /** A step before all of them is too early for the one that opens first of those that still wait, whatever they are called. */
    @Test
    void a_step_before_all_comes_too_early_for_the_first_that_waits() {
        Duty sooner = pay("s9").within(10, "days", LocalDate.of(2025, 4, 1));
        String before = step("p1", "2025-03-01", "");

        assertThat(lines(List.of(SECOND, sooner), before))
                .extracting(DutyLine::ofRecord, DutyLine::state)
                .containsExactlyInAnyOrder(tuple("s9", "early"), tuple("s2", "not-stated"));
        assertThat(lines(List.of(SECOND, sooner), before, step("p2", "2025-04-05", "")))
                .as("the first has its own")
                .extracting(DutyLine::ofRecord, DutyLine::state)
                .containsExactlyInAnyOrder(tuple("s9", "done"), tuple("s2", "early"));
        assertThat(lines(List.of(FIRST, SECOND), before, step("p2", "2025-04-05", "")))
                .extracting(DutyLine::ofRecord, DutyLine::state)
                .containsExactlyInAnyOrder(tuple("s1", "done"), tuple("s2", "early"));
    }
}
