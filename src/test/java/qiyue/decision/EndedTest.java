package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Certainty;
import qiyue.fact.Derivation;
import qiyue.fact.Duty;
import qiyue.fact.Modality;
import qiyue.fact.Terms;

/** Steps that an end of the agreement of this very decision leaves without purpose. */
class EndedTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 30);
    private static final LocalDate END = LocalDate.of(2025, 5, 6);
    private static final CaseFile FILE = Document.of("\"agreements\": []").file();
    private static final Map<String, MeasureKind> KINDS = Map.of(
            "terminate", new MeasureKind("", "agreement", List.of("renew")),
            "turn-down", new MeasureKind("", "application", List.of("renew")));

    private static MeasureLine from(LocalDate day) {
        return Shown.with(Shown.line("terminate"), "terms", Derivation.with(Terms.NONE, "from", day));
    }

    private static Duty negotiate() {
        return Basis.on("a1").under("a1").duty("x/y#1", "negotiate-renewal", "");
    }

    private static boolean leaves(MeasureLine line) {
        return leaves(line, "renew", negotiate(), Blank.NEVER);
    }

    private static boolean leaves(MeasureLine line, String towards, Duty duty, LocalDate due) {
        return new Ended(FILE, KINDS, List.of(line)).leavesNothing(towards, duty, due);
    }

    @Test
    void there_is_nothing_to_renew_once_the_agreement_is_over() {
        assertThat(leaves(Shown.line("terminate"))).isTrue();
        assertThat(leaves(Shown.line("terminate"), "publish", negotiate(), Blank.NEVER))
                .isFalse();
        assertThat(leaves(Shown.line("terminate"), "", negotiate(), Blank.NEVER))
                .isFalse();
        assertThat(leaves(Shown.with(Shown.line("terminate"), "agreement", "a2")))
                .isFalse();
        assertThat(leaves(Shown.with(Shown.line("terminate"), "subject", "department")))
                .isFalse();
        assertThat(leaves(Shown.line("turn-down"))).isFalse();
    }

    @Test
    void only_what_must_be_or_was_chosen_ends_it() {
        MeasureLine may = Shown.with(Shown.line("terminate"), "modality", Modality.MAY);

        assertThat(leaves(may)).isFalse();
        assertThat(leaves(Shown.with(may, "choice", "taken"))).isTrue();
        assertThat(leaves(Shown.with(Shown.line("terminate"), "certainty", Certainty.OPEN)))
                .isFalse();
        assertThat(leaves(Shown.with(Shown.line("terminate"), "absorbedBy", "dissolve")))
                .isFalse();
    }

    private static boolean mayLeave(MeasureLine line) {
        return new Ended(FILE, KINDS, List.of(line)).mayLeaveNothing("renew", negotiate(), Blank.NEVER);
    }

    /** Where a question decides whether the agreement ends, it decides whether there is something to renew. */
    @Test
    void an_end_that_hangs_on_a_question_may_leave_nothing_to_renew() {
        MeasureLine open = Shown.with(Shown.line("terminate"), "certainty", Certainty.OPEN);

        assertThat(mayLeave(open)).isTrue();
        assertThat(mayLeave(Shown.line("terminate"))).isFalse();
        MeasureLine may = Shown.with(open, "modality", Modality.MAY);
        assertThat(mayLeave(may)).isFalse();
        assertThat(mayLeave(Shown.with(may, "choice", "declined"))).isFalse();
        assertThat(mayLeave(Shown.with(may, "choice", "taken"))).isTrue();
        assertThat(mayLeave(Shown.with(Shown.with(may, "choice", "taken"), "actor", "facility")))
                .isFalse();
        assertThat(mayLeave(Shown.with(open, "presumes", List.of("suspend-agreement"))))
                .isFalse();
        assertThat(mayLeave(Shown.with(open, "absorbedBy", "dissolve"))).isFalse();
        assertThat(mayLeave(Shown.with(open, "agreement", "a2"))).isFalse();
        assertThat(mayLeave(Shown.with(Shown.line("terminate"), "certainty", Certainty.SUSPECTED)))
                .isFalse();
    }

    /** Which of two agreements is over is not said: each may still have something to renew. */
    @Test
    void an_end_that_names_none_of_two_agreements_takes_nothing_away_for_certain() {
        CaseFile two = Document.of("""
                "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                               {"id": "a2", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}]
                """).file();
        Ended unnamed = new Ended(two, KINDS, List.of(Shown.line("terminate")));
        Duty ofNone = Basis.on("a1").duty("x/y#1", "negotiate-renewal", "");

        assertThat(unnamed.leavesNothing("renew", negotiate(), Blank.NEVER)).isFalse();
        assertThat(unnamed.mayLeaveNothing("renew", negotiate(), Blank.NEVER)).isTrue();
        assertThat(unnamed.leavesNothing("renew", ofNone, Blank.NEVER)).isTrue();
        Ended named = new Ended(two, KINDS, List.of(Shown.with(Shown.line("terminate"), "agreement", "a1")));
        assertThat(named.leavesNothing("renew", negotiate(), Blank.NEVER)).isTrue();
        assertThat(named.mayLeaveNothing("renew", negotiate(), Blank.NEVER)).isFalse();
    }

    /** An end of a later day leaves the time until then; without a day of its own it comes on the day of handling. */
    @Test
    void an_end_to_come_leaves_the_time_until_then() {
        assertThat(leaves(from(TODAY))).isTrue();
        assertThat(leaves(from(TODAY.plusDays(1)))).isFalse();
    }

    @Test
    void what_was_due_before_the_end_or_done_stays() {
        assertThat(leaves(from(END), "renew", negotiate(), END)).isTrue();
        assertThat(leaves(from(END), "renew", negotiate(), END.minusDays(1))).isFalse();
        assertThat(leaves(Shown.line("terminate"), "renew", negotiate(), TODAY.minusDays(1)))
                .isFalse();
        assertThat(leaves(Shown.line("terminate"), "renew", negotiate(), TODAY)).isTrue();
        assertThat(leaves(from(END), "renew", negotiate().done(END), Blank.NEVER))
                .isFalse();
        CaseFile taken = Document.of("""
                "agreements": [], "handling": [{"id": "k1", "act": "negotiate-renewal", "actor": "agency", "date": "2025-05-20"}]
                """).file();
        assertThat(new Ended(taken, KINDS, List.of(from(END))).leavesNothing("renew", negotiate(), Blank.NEVER))
                .isFalse();
    }

    /** A step that rests on earlier measures of two agreements has its purpose as long as one of them is left. */
    @Test
    void a_step_for_two_agreements_goes_with_both() {
        CaseFile file = Document.of("""
                        "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                         {"id": "a2", "kind": "rehabilitation", "from": "2025-01-01", "to": "2025-12-31"}],
                         "history": {"measures": [
                         {"id": "h1", "kind": "suspend-agreement", "cause": "violation", "decidedOn": "2025-01-10", "agreement": "a1"},
                         {"id": "h2", "kind": "suspend-agreement", "cause": "violation", "decidedOn": "2025-01-10", "agreement": "a2"}]}
                        """).file();
        Duty duty = Basis.on("h1", "h2").duty("x/y#1", "negotiate-renewal", "");
        MeasureLine one = Shown.with(Shown.line("terminate"), "agreement", "a1");
        MeasureLine other = Shown.with(Shown.line("terminate"), "agreement", "a2");

        assertThat(new Ended(file, KINDS, List.of(one)).leavesNothing("renew", duty, Blank.NEVER))
                .isFalse();
        assertThat(new Ended(file, KINDS, List.of(other)).leavesNothing("renew", duty, Blank.NEVER))
                .isFalse();
        assertThat(new Ended(file, KINDS, List.of(one, other)).leavesNothing("renew", duty, Blank.NEVER))
                .isTrue();
    }
}
