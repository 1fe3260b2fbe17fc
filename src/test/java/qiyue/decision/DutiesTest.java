package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.decision.Decision.DutyLine;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Blank;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Duty;
import qiyue.fact.Modality;
import qiyue.fact.Terms;

/** Which duties follow, which are one, in what order they stand. */
class DutiesTest {
    private static final Treatment BEIJING = Shipped.library().vocabulary().treatment("beijing");

    private static final String TWO = """
            "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                           {"id": "r", "kind": "rehabilitation", "from": "2025-01-01", "to": "2025-12-31"}]
            """;
    private static final Document ONE = Document.of("""
            "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}]
            """);
    private static final Document BOTH = Document.of(TWO);
    private static final Basis M = Basis.on("f1").under("m");

    private static List<DutyLine> lines(Document d, List<MeasureLine> shown, Conclusion... conclusions) {
        return new Duties(
                        d.file(),
                        Shipped.library().calendar(),
                        BEIJING,
                        new Struck(BEIJING, d.file()),
                        new Conclusions(List.of(conclusions)),
                        shown,
                        d.file().agreements().size() > 1)
                .lines();
    }

    private static boolean follows(Duty duty, MeasureLine... shown) {
        return new Duties(
                        BOTH.file(),
                        Shipped.library().calendar(),
                        BEIJING,
                        new Struck(BEIJING, BOTH.file()),
                        new Conclusions(List.of(duty)),
                        List.of(shown),
                        false)
                .follows(duty);
    }

    private static MeasureLine shown(String kind, String part, Object value) {
        return Shown.with(Shown.with(Shown.line(kind), "agreement", "m"), part, value);
    }

    private static final Duty NOTICE = M.duty("x/y#3", "written-notice", "terminate");

    @Test
    void a_duty_follows_while_its_measure_may_still_come_about() {
        assertThat(follows(NOTICE, shown("terminate", "choice", ""))).isTrue();
        assertThat(follows(NOTICE, shown("terminate", "choice", "taken"))).isTrue();
        assertThat(follows(NOTICE, shown("terminate", "choice", "declined"))).isFalse();
        assertThat(follows(NOTICE, shown("terminate", "absorbedBy", "dissolve")))
                .isFalse();
        assertThat(follows(NOTICE, shown("rectify", "choice", ""))).isFalse();
        assertThat(follows(NOTICE)).isFalse();
        assertThat(follows(M.duty("x/y#3", "written-notice", "")))
                .as("from facts alone")
                .isTrue();
    }

    /** What an answer would take away is not certain: a step towards a renewal, where it is open whether the agreement ends. */
    @Test
    void a_step_hangs_on_the_question_whether_the_agreement_ends() {
        Duty negotiate = M.duty("x/y#3", "negotiate-renewal", "");

        assertThat(lines(ONE, List.of(), negotiate))
                .extracting(DutyLine::certainty)
                .containsExactly(Certainty.ESTABLISHED);
        assertThat(lines(ONE, List.of(shown("terminate", "certainty", Certainty.OPEN)), negotiate))
                .extracting(DutyLine::certainty)
                .containsExactly(Certainty.OPEN);
    }

    /** The minute a step was taken is told where hours are counted and a record says it. */
    @Test
    void the_minute_of_a_step_is_told_where_hours_are_counted() {
        LocalDateTime start = LocalDateTime.of(2025, 5, 1, 10, 0);
        LocalDateTime done = LocalDateTime.of(2025, 5, 2, 9, 30);
        Duty hours = M.duty("x/y#3", "written-notice", "").withinHours(24, start);
        Duty days = M.duty("x/y#3", "written-notice", "").within(5, "days", start.toLocalDate());

        assertThat(lines(ONE, List.of(), hours.doneAt(done)))
                .extracting(DutyLine::doneAt)
                .containsExactly(done);
        assertThat(lines(ONE, List.of(), hours)).extracting(DutyLine::doneAt).containsExactly(Blank.NEVER_AT);
        assertThat(lines(ONE, List.of(), days.doneAt(done)))
                .extracting(DutyLine::doneAt)
                .containsExactly(Blank.NEVER_AT);
    }

    /** What two records need each for itself, or was done on two days, is told as two. */
    @Test
    void a_step_for_each_record_and_steps_done_on_different_days_are_lines_of_their_own() {
        Duty done = M.duty("x/y#3", "written-notice", "");

        assertThat(lines(
                        ONE,
                        List.of(),
                        M.dutyOf("g1", "x/y#3", "written-notice"),
                        M.dutyOf("g2", "x/y#3", "written-notice")))
                .extracting(DutyLine::ofRecord)
                .containsExactlyInAnyOrder("g1", "g2");
        assertThat(lines(
                        ONE,
                        List.of(),
                        done.done(LocalDate.of(2025, 5, 1)),
                        done.done(LocalDate.of(2025, 5, 2)),
                        done.done(LocalDate.of(2025, 5, 2))))
                .extracting(DutyLine::done)
                .containsExactlyInAnyOrder(LocalDate.of(2025, 5, 1), LocalDate.of(2025, 5, 2));
    }

    /** Of a step that is to come before something, what a record says of it tells only where the day of that is known. */
    @Test
    void a_record_fulfils_a_step_that_comes_ahead_where_it_is_known_of_what() {
        Duty notice = M.duty("x/y#3", "written-notice", "").by("agency");
        LocalDate told = LocalDate.of(2025, 5, 5);

        assertThat(lines(ONE, List.of(), notice.ahead(LocalDate.of(2025, 5, 1)).done(told)))
                .extracting(DutyLine::done)
                .containsExactly(told);
        assertThat(lines(ONE, List.of(), notice.ahead(Blank.UNSTATED).done(told)))
                .extracting(DutyLine::done)
                .doesNotContain(told);
    }

    /** A suspension is certain, and whether the agreement ends at once is a question: what follows a suspension hangs on it too. */
    @Test
    void a_duty_is_open_while_a_question_may_end_what_it_follows_from() {
        Duty apply = M.duty("x/y#3", "apply-for-resumption", "suspend-agreement");
        MeasureLine suspension = shown("suspend-agreement", "choice", "");
        MeasureLine ending = shown("terminate", "certainty", Certainty.OPEN);

        assertThat(certainty(apply, suspension)).isEqualTo(Certainty.ESTABLISHED);
        assertThat(certainty(apply, suspension, ending)).isEqualTo(Certainty.OPEN);
        assertThat(certainty(apply, suspension, Shown.with(ending, "agreement", "r")))
                .as("of another agreement")
                .isEqualTo(Certainty.ESTABLISHED);
        assertThat(certainty(apply, suspension, Shown.with(ending, "modality", Modality.MAY)))
                .as("only offered")
                .isEqualTo(Certainty.ESTABLISHED);
        assertThat(certainty(apply, suspension, Shown.with(ending, "certainty", Certainty.SUSPECTED)))
                .as("only suspected: nobody is asked")
                .isEqualTo(Certainty.ESTABLISHED);
        assertThat(certainty(apply, suspension, Shown.with(ending, "presumes", List.of("terminate"))))
                .as("once chosen")
                .isEqualTo(Certainty.ESTABLISHED);
        assertThat(certainty(apply, suspension, Shown.with(ending, "absorbedBy", "dissolve")))
                .as("itself absorbed")
                .isEqualTo(Certainty.ESTABLISHED);
        assertThat(certainty(apply, suspension, Shown.with(ending, "terms", from(LocalDate.of(2025, 7, 1)))))
                .as("later than the day of handling")
                .isEqualTo(Certainty.ESTABLISHED);
        assertThat(certainty(apply, suspension, Shown.with(ending, "kind", "rectify")))
                .as("no heavier")
                .isEqualTo(Certainty.ESTABLISHED);
    }

    /** A department is stopped for certain, another only if a question is answered: each has its own duties. */
    @Test
    void what_strikes_another_ends_nothing() {
        Duty apply = M.duty("x/y#3", "apply-for-resumption", "suspend-staff");
        MeasureLine staff = Shown.with(shown("suspend-staff", "people", List.of("甲")), "subject", "person");
        MeasureLine ending = shown("terminate", "certainty", Certainty.OPEN);

        assertThat(certainty(apply, staff, ending)).isEqualTo(Certainty.OPEN);
        assertThat(certainty(apply, staff, Shown.with(ending, "subject", "department")))
                .isEqualTo(Certainty.ESTABLISHED);
    }

    @Test
    void a_duty_that_comes_of_a_fact_besides_is_certain_beside_what_may_still_end() {
        Duty apply = M.duty("x/y#3", "written-notice", "suspend-agreement");
        Duty anyway = M.duty("x/y#4", "written-notice", "");

        assertThat(lines(
                        BOTH,
                        List.of(
                                shown("suspend-agreement", "choice", ""),
                                shown("terminate", "certainty", Certainty.OPEN)),
                        apply,
                        anyway))
                .extracting(DutyLine::certainty, DutyLine::clauses)
                .containsExactly(
                        tuple(Certainty.ESTABLISHED, List.of("x/y#4")), tuple(Certainty.OPEN, List.of("x/y#3")));
    }

    /** Whatever is answered, the agency tells the facility in writing. */
    @Test
    void a_duty_that_follows_from_the_ending_too_is_certain() {
        Duty told = M.duty("x/y#3", "written-notice", "suspend-agreement");
        Duty toldOfTheEnd = M.open("q@f1").duty("x/y#3", "written-notice", "terminate");
        Duty elsewhere = M.open("q@f1").duty("x/y#4", "written-notice", "terminate");
        List<MeasureLine> shown =
                List.of(shown("suspend-agreement", "choice", ""), shown("terminate", "certainty", Certainty.OPEN));

        assertThat(lines(BOTH, shown, told, toldOfTheEnd))
                .extracting(DutyLine::certainty)
                .containsExactly(Certainty.ESTABLISHED, Certainty.OPEN);
        assertThat(lines(BOTH, shown, told, elsewhere))
                .extracting(DutyLine::certainty)
                .containsExactly(Certainty.OPEN, Certainty.OPEN);
    }

    private static Terms from(LocalDate day) {
        Terms none = Terms.NONE;
        return new Terms(
                none.least(),
                none.most(),
                none.unit(),
                none.percent(),
                none.percentMost(),
                none.times(),
                none.timesMost(),
                none.amount(),
                none.amountMost(),
                day,
                none.until(),
                none.untilEvent());
    }

    private static Certainty certainty(Duty duty, MeasureLine... shown) {
        return lines(BOTH, List.of(shown), duty).get(0).certainty();
    }

    @Test
    void one_of_several_that_is_left_is_enough() {
        assertThat(follows(NOTICE, shown("terminate", "choice", "declined"), shown("terminate", "choice", "")))
                .isTrue();
    }

    @Test
    void the_measure_of_another_agreement_starts_nothing_here() {
        assertThat(follows(NOTICE, shown("terminate", "agreement", "r"))).isFalse();
        assertThat(follows(NOTICE, shown("terminate", "agreement", ""))).isTrue();
        assertThat(follows(
                        Basis.on("f1").duty("x/y#3", "written-notice", "terminate"),
                        shown("terminate", "agreement", "r")))
                .isTrue();
    }

    /** A certain duty hangs on the certain measure where there is one, and that one is declined. */
    @Test
    void a_duty_is_started_by_a_measure_as_certain_as_itself_where_there_is_one() {
        MeasureLine declined = shown("terminate", "choice", "declined");
        MeasureLine open = shown("terminate", "certainty", Certainty.OPEN);
        Duty unsure = M.open("q@f1=yes").duty("x/y#3", "written-notice", "terminate");

        assertThat(follows(NOTICE, declined, open)).isFalse();
        assertThat(follows(unsure, declined, open)).isTrue();
        assertThat(follows(NOTICE, open))
                .as("yes starts one, no another: the duty is certain")
                .isTrue();
    }

    @Test
    void a_further_ground_starts_its_duties_as_well() {
        MeasureLine taker = shown(
                "refuse",
                "also",
                List.of(new Decision.Ground(
                        qiyue.fact.Modality.SHALL,
                        "terminate",
                        Certainty.ESTABLISHED,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Conclusion.UNSTATED)));

        assertThat(follows(NOTICE, taker)).isTrue();
    }

    @Test
    void what_presumes_a_measure_that_will_not_be_chosen_does_not_follow() {
        Duty presuming = M.presuming("stop-department").duty("x/y#3", "written-notice", "");
        MeasureLine absorbed = shown("stop-department", "absorbedBy", "terminate");

        assertThat(follows(presuming, absorbed)).isFalse();
        assertThat(follows(presuming, absorbed, shown("stop-department", "choice", "")))
                .isTrue();
        assertThat(follows(presuming, Shown.with(absorbed, "agreement", "r"))).isTrue();
        assertThat(follows(presuming)).as("not on offer: said elsewhere").isTrue();
    }

    @Test
    void like_duties_are_one_line_with_all_their_clauses_and_measures() {
        List<DutyLine> lines = lines(
                BOTH,
                List.of(shown("terminate", "choice", ""), shown("rectify", "choice", "")),
                NOTICE,
                Basis.on("f2").under("m").duty("x/y#10", "written-notice", "rectify"),
                Basis.on("f3").under("m").duty("x/y#2", "written-notice", "terminate"));

        assertThat(lines)
                .extracting(DutyLine::clauses, DutyLine::measures, DutyLine::agreement)
                .containsExactly(tuple(List.of("x/y#2", "x/y#3", "x/y#10"), List.of("rectify", "terminate"), "m"));
    }

    @Test
    void duties_that_differ_for_who_has_to_do_them_are_several_lines() {
        Duty one = M.duty("x/y#3", "written-notice", "");
        LocalDate may = LocalDate.of(2025, 5, 6);
        Duty early = one.within(5, "days", may);
        List<List<Duty>> pairs = List.of(
                List.of(one, M.duty("x/y#3", "explain", "")),
                List.of(one, one.by("agency")),
                List.of(one, Duty.may("x/y#3", "written-notice").on(M.grounds())),
                List.of(one, M.open("q@f1=yes").duty("x/y#3", "written-notice", "")),
                List.of(one, M.presuming("terminate").duty("x/y#3", "written-notice", "")),
                List.of(one, Basis.on("f1").under("r").duty("x/y#3", "written-notice", "")),
                List.of(one, early),
                List.of(early, early.within(8, "days", may)),
                List.of(early, one.lasting(5, "days", may)),
                List.of(early, early.done(may)));
        for (List<Duty> pair : pairs) {
            assertThat(lines(BOTH, List.of(), pair.get(0), pair.get(1)))
                    .as("%s", pair)
                    .hasSize(2);
        }
        Duty hours = one.withinHours(24, may.atTime(10, 0));
        assertThat(lines(
                        BOTH,
                        List.of(),
                        hours.doneAt(may.plusDays(1).atTime(9, 0)),
                        hours.doneAt(may.plusDays(1).atTime(11, 0))))
                .as("in time and late on one day")
                .hasSize(2);
    }

    @Test
    void the_agreement_matters_only_where_there_are_several() {
        Duty here = M.duty("x/y#3", "written-notice", "");
        Duty nowhere = Basis.on("f2").duty("x/y#3", "written-notice", "");

        assertThat(lines(ONE, List.of(), here, nowhere))
                .extracting(DutyLine::agreement)
                .containsExactly("");
        assertThat(lines(BOTH, List.of(), here, nowhere)).hasSize(2);
    }

    @Test
    void the_earliest_day_first_then_the_order_of_the_text() {
        LocalDate start = LocalDate.of(2025, 6, 10);
        Duty[] duties = {
            M.open("q@f1=yes").duty("x/y#1", "written-notice", "").within(1, "days", start),
            M.duty("x/y#10", "accept-application", "").within(5, "days", start),
            M.duty("x/y#9", "explain", "").within(5, "days", start),
            M.duty("x/y#9", "circulate", "").within(5, "days", start),
            M.duty("x/y#9", "circulate", "").by("agency").within(5, "days", start),
            M.duty("x/y#11", "publish", "").within(2, "days", start),
            M.duty("x/y#1", "publish", ""),
        };
        List<String> expected = List.of(
                "x/y#11 publish ",
                "x/y#9 circulate ",
                "x/y#9 circulate agency",
                "x/y#9 explain ",
                "x/y#10 accept-application ",
                "x/y#1 publish ",
                "x/y#1 written-notice ");
        List<Duty> turned = Stream.iterate(duties.length - 1, i -> i >= 0, i -> i - 1)
                .map(i -> duties[i])
                .toList();

        for (Duty[] order : List.of(duties, turned.toArray(Duty[]::new))) {
            assertThat(lines(BOTH, List.of(), order))
                    .extracting(d -> d.clauses().get(0) + " " + d.act() + " " + d.actor())
                    .isEqualTo(expected);
        }
    }

    @Test
    void a_duty_of_what_is_only_the_agencys_choice_names_it() {
        MeasureLine offered = shown("terminate", "choice", "");

        assertThat(lines(BOTH, List.of(offered), NOTICE, M.may("x/y#1", "terminate"))
                        .get(0)
                        .ifTaken())
                .containsExactly("terminate");
        assertThat(lines(BOTH, List.of(offered), NOTICE, M.shall("x/y#1", "terminate"))
                        .get(0)
                        .ifTaken())
                .isEmpty();
        assertThat(lines(BOTH, List.of(offered), NOTICE, M.may("x/y#1", "terminate"), M.shall("x/y#2", "terminate"))
                        .get(0)
                        .ifTaken())
                .as("required as well")
                .isEmpty();
        assertThat(lines(
                                BOTH,
                                List.of(offered),
                                NOTICE,
                                M.may("x/y#1", "terminate"),
                                M.open("q@f1=yes").shall("x/y#2", "terminate"))
                        .get(0)
                        .ifTaken())
                .as("required only if a question is answered yes")
                .containsExactly("terminate");
    }

    @Test
    void a_duty_that_comes_of_facts_besides_hangs_on_no_choice() {
        MeasureLine offered = shown("terminate", "choice", "");
        Duty anyway = Basis.on("f2").under("m").duty("x/y#4", "written-notice", "");

        assertThat(lines(BOTH, List.of(offered), NOTICE, anyway, M.may("x/y#1", "terminate")))
                .extracting(DutyLine::measures, DutyLine::ifTaken)
                .containsExactly(tuple(List.of("terminate"), List.of()));
    }

    @Test
    void a_line_says_its_clock() {
        LocalDate start = LocalDate.of(2025, 6, 10);
        DutyLine counted = lines(BOTH, List.of(), M.duty("x/y#3", "explain", "").within(10, "days", start))
                .get(0);
        DutyLine beyond = lines(
                        BOTH,
                        List.of(),
                        M.duty("x/y#3", "explain", "").within(10, "working-days", LocalDate.of(2031, 6, 10)))
                .get(0);
        DutyLine lasting = lines(BOTH, List.of(), M.duty("x/y#3", "explain", "").lasting(10, "days", start))
                .get(0);

        assertThat(counted.due()).isEqualTo("2025-06-20");
        assertThat(counted.within()).isEqualTo(10);
        assertThat(counted.unit()).isEqualTo("days");
        assertThat(counted.dueOpen()).isEmpty();
        assertThat(counted.lasting()).isFalse();
        assertThat(beyond.dueOpen()).isEqualTo("beyond-calendar");
        assertThat(lasting.lasting()).isTrue();
    }

    @Test
    void a_duty_whose_measure_will_not_come_is_not_listed() {
        assertThat(lines(BOTH, List.of(shown("terminate", "choice", "declined")), NOTICE))
                .isEmpty();
    }

    /** Required under another agreement, or another measure required under this one: here the agency still has the choice. */
    @Test
    void what_is_required_elsewhere_or_is_another_measure_does_not_make_this_one_required() {
        MeasureLine offered = shown("terminate", "choice", "");

        assertThat(lines(
                                BOTH,
                                List.of(offered),
                                NOTICE,
                                M.may("x/y#1", "terminate"),
                                Basis.on("f2").under("r").shall("x/y#2", "terminate"),
                                M.shall("x/y#3", "rectify"))
                        .get(0)
                        .ifTaken())
                .containsExactly("terminate");
        assertThat(lines(
                                BOTH,
                                List.of(offered),
                                NOTICE,
                                M.may("x/y#1", "terminate"),
                                Basis.on("f2").shall("x/y#2", "terminate"))
                        .get(0)
                        .ifTaken())
                .as("required, and nobody says under which agreement")
                .isEmpty();
    }

    private static final String STEP = """
            "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
            "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06", "agreement": "m"}],
            "handling": [{"id": "k1", "act": "%s", "actor": "agency", "date": "%s"}]
            """;

    /** Decided on 30 June: a step of that day answers what comes after the decision and what comes of facts alone, one before it the latter. */
    @Test
    void a_step_before_the_decision_tells_apart_what_follows_it_and_one_of_its_day_does_not() {
        Duty after = M.duty("x/y#3", "publish", "terminate").by("agency");
        Duty alone = M.duty("x/y#4", "publish", "").by("agency");
        List<MeasureLine> shown = List.of(shown("terminate", "choice", ""));

        assertThat(lines(Document.of(STEP.formatted("publish", "2025-06-30")), shown, after, alone))
                .extracting(DutyLine::state)
                .containsExactly("done");
        assertThat(lines(Document.of(STEP.formatted("publish", "2025-06-29")), shown, after, alone))
                .extracting(DutyLine::state)
                .containsExactlyInAnyOrder("outstanding", "done");
    }

    /** What may be done ahead and what may not are two, however alike. */
    @Test
    void a_step_ahead_of_its_cause_answers_only_what_may_be_done_ahead() {
        Duty ahead = M.duty("x/y#3", "tell-agency", "").by("agency").ahead(LocalDate.of(2025, 3, 1));
        Duty after = M.duty("x/y#4", "tell-agency", "").by("agency");

        assertThat(lines(Document.of(STEP.formatted("tell-agency", "2025-04-01")), List.of(), ahead, after))
                .extracting(DutyLine::state)
                .containsExactlyInAnyOrder("outstanding", "done");
    }
}
