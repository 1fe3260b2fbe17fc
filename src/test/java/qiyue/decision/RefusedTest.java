package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Certainty;
import qiyue.fact.Derivation;
import qiyue.fact.Duty;
import qiyue.fact.Modality;
import qiyue.fact.Terms;

/** Steps towards a measure that the answer to an applicant leaves without purpose. */
class RefusedTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 30);
    private static final Map<String, MeasureKind> KINDS = Map.of(
            "turn-down", new MeasureKind("", "application", List.of("admit")),
            "bar", new MeasureKind("", "", List.of("admit")),
            "terminate", new MeasureKind("", "agreement", List.of("admit")),
            "interview", new MeasureKind("", "application", List.of()));

    private static Document document(String more) {
        return Document.of("""
                "agreements": [], "applications": [
                  {"id": "p1", "kind": "medical", "filedOn": "2025-05-06"},
                  {"id": "p2", "kind": "rehabilitation", "filedOn": "2025-05-07"}]%s
                """.formatted(more));
    }

    private static final Document BOTH = document("");

    private static Refused refused(MeasureLine... lines) {
        return new Refused(BOTH.file(), KINDS, List.of(lines));
    }

    private static MeasureLine line(String kind, String... facts) {
        return Shown.with(Shown.line(kind), "facts", List.of(facts));
    }

    private static Duty evaluate(String... of) {
        return Basis.on(of).duty("x/y#1", "evaluate-applicant", "");
    }

    private static boolean leaves(MeasureLine line, Duty duty) {
        return refused(line).leavesNothing("admit", duty);
    }

    @Test
    void an_applicant_who_is_refused_is_not_evaluated_and_another_is() {
        assertThat(leaves(line("turn-down", "p1", "f1"), evaluate("p1"))).isTrue();
        assertThat(leaves(line("turn-down", "p1"), evaluate("p2"))).isFalse();
        assertThat(refused(line("turn-down", "p1"), line("turn-down", "p2"))
                        .leavesNothing("admit", evaluate("p2", "p1")))
                .isTrue();
        assertThat(leaves(line("turn-down", "p1"), evaluate("p2", "p1"))).isFalse();
    }

    /** What names no application is for all of them. */
    @Test
    void a_step_of_no_application_has_none_left_once_all_are_refused() {
        assertThat(leaves(line("turn-down", "p1"), evaluate("i1"))).isFalse();
        assertThat(leaves(line("turn-down", "p1", "p2"), evaluate("i1"))).isTrue();
    }

    @Test
    void a_bar_on_the_applicant_reaches_all_its_applications_but_only_where_there_is_one_behind_it() {
        assertThat(leaves(line("bar", "p1"), evaluate("p2"))).isTrue();
        assertThat(leaves(line("bar", "m1"), evaluate("p2"))).isFalse();
    }

    @Test
    void only_what_absorbs_the_purpose_and_strikes_no_agreement_refuses() {
        assertThat(leaves(line("interview", "p1"), evaluate("p1"))).isFalse();
        assertThat(leaves(line("terminate", "p1"), evaluate("p1"))).isFalse();
        assertThat(leaves(line("unheard-of", "p1"), evaluate("p1"))).isFalse();
        assertThat(refused(line("turn-down", "p1")).leavesNothing("publish", evaluate("p1")))
                .isFalse();
        assertThat(refused(line("turn-down", "p1")).leavesNothing("", evaluate("p1")))
                .isFalse();
        assertThat(refused().leavesNothing("admit", evaluate("p1"))).isFalse();
    }

    @Test
    void a_refusal_holds_to_its_last_day() {
        MeasureLine bar = line("turn-down", "p1");

        assertThat(leaves(Shown.with(bar, "terms", until(TODAY)), evaluate("p1")))
                .isTrue();
        assertThat(leaves(Shown.with(bar, "terms", until(TODAY.minusDays(1))), evaluate("p1")))
                .isFalse();
    }

    private static Terms until(LocalDate day) {
        return Derivation.with(Terms.NONE, "until", day);
    }

    @Test
    void a_step_that_was_taken_has_its_purpose() {
        Document taken = document("""
                , "handling": [{"id": "k1", "act": "evaluate-applicant", "actor": "agency", "date": "2025-05-20"}]
                """);
        Document other = document("""
                , "handling": [{"id": "k1", "act": "written-notice", "actor": "agency", "date": "2025-05-20"}]
                """);
        List<MeasureLine> lines = List.of(line("turn-down", "p1"));

        assertThat(new Refused(taken.file(), KINDS, lines).leavesNothing("admit", evaluate("p1")))
                .isFalse();
        assertThat(new Refused(other.file(), KINDS, lines).leavesNothing("admit", evaluate("p1")))
                .isTrue();
    }

    /** While it is open whether he is refused, so is whether he is evaluated; a choice and what hangs on one refuse nobody. */
    @Test
    void what_must_be_given_once_a_question_is_answered_may_leave_it_without() {
        MeasureLine open = Shown.with(line("turn-down", "p1"), "certainty", Certainty.OPEN);
        MeasureLine choice = Shown.with(line("turn-down", "p1"), "modality", Modality.MAY);

        assertThat(leaves(open, evaluate("p1"))).isFalse();
        assertThat(may(open)).isTrue();
        assertThat(may(line("turn-down", "p1"))).isTrue();
        assertThat(may(choice)).isFalse();
        assertThat(may(Shown.with(open, "modality", Modality.MAY))).isFalse();
        assertThat(may(Shown.with(open, "presumes", List.of("bar")))).isFalse();
        assertThat(may(Shown.with(open, "absorbedBy", "bar"))).isFalse();
        assertThat(may(Shown.with(line("turn-down", "p1"), "certainty", Certainty.SUSPECTED)))
                .isFalse();
    }

    private static boolean may(MeasureLine line) {
        return refused(line).mayLeaveNothing("admit", evaluate("p1"));
    }
}
