package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.fact.Certainty;
import qiyue.fact.Duty;
import qiyue.fact.Measure;

/** Of which measures a duty is only the agency's choice. */
class AtChoiceTest {
    private static final Basis M = Basis.on("f1").under("m");
    private static final Basis R = Basis.on("f2").under("r");
    private static final Basis NOWHERE = Basis.on("f3");
    private static final Duty HERE = M.duty("x/y#3", "written-notice", "terminate");
    private static final Duty ANYWHERE = NOWHERE.duty("x/y#3", "written-notice", "terminate");

    private static List<String> optional(List<Duty> same, Measure... measures) {
        return new AtChoice(List.of(measures)).optional(same);
    }

    private static boolean hangs(Duty duty, Measure... measures) {
        return optional(List.of(duty), measures).equals(List.of("terminate"));
    }

    private static Measure may(Basis basis) {
        return basis.may("x/y#1", "terminate");
    }

    private static Measure shall(Basis basis) {
        return basis.shall("x/y#2", "terminate");
    }

    @Test
    void a_duty_hangs_on_what_is_only_offered_under_its_agreement() {
        assertThat(hangs(HERE, may(M))).isTrue();
        assertThat(hangs(HERE, shall(M))).isFalse();
        assertThat(hangs(HERE, may(M), shall(M))).isFalse();
        assertThat(hangs(HERE, may(R))).isFalse();
        assertThat(hangs(HERE, may(M), shall(R))).isTrue();
        assertThat(hangs(HERE, may(NOWHERE))).as("offered nobody says where").isTrue();
        assertThat(hangs(HERE, may(M), shall(NOWHERE))).isFalse();
        assertThat(hangs(HERE)).as("nowhere offered").isFalse();
    }

    @Test
    void a_duty_under_no_agreement_hangs_on_what_is_only_offered_under_all() {
        assertThat(hangs(ANYWHERE, may(M), may(R))).isTrue();
        assertThat(hangs(ANYWHERE, may(M), shall(R))).isFalse();
        assertThat(hangs(ANYWHERE)).isFalse();
    }

    /** As certain as the duty only the open ones can be: one of them offered is enough to say so. */
    @Test
    void a_certain_duty_of_measures_that_are_open_hangs_on_one_that_is_offered() {
        Basis open = M.open("q@f1=yes");
        Basis elsewhere = R.open("q@f2=yes");

        assertThat(hangs(HERE, may(open), shall(M.open("q@f1=no")))).isTrue();
        assertThat(hangs(HERE, shall(open))).isFalse();
        assertThat(hangs(HERE, may(elsewhere), shall(open))).isFalse();
        assertThat(hangs(HERE, may(NOWHERE.open("q@f3=yes")), shall(open))).isTrue();
        assertThat(hangs(ANYWHERE, may(elsewhere), shall(open))).isTrue();
        assertThat(hangs(ANYWHERE, shall(open))).isFalse();
    }

    @Test
    void a_duty_hangs_on_measures_as_certain_as_itself_where_there_are_any() {
        Duty suspected = M.as(Certainty.SUSPECTED).duty("x/y#3", "written-notice", "terminate");

        assertThat(hangs(suspected, may(M.as(Certainty.SUSPECTED)), shall(M))).isTrue();
        assertThat(hangs(HERE, may(M.as(Certainty.SUSPECTED)), shall(M))).isFalse();
    }

    @Test
    void of_several_measures_those_that_are_offered_are_named_in_order() {
        Duty paid = M.duty("x/y#4", "written-notice", "suspend-payment");
        Duty ofFacts = M.duty("x/y#5", "written-notice", "");
        Measure payment = M.may("x/y#1", "suspend-payment");

        assertThat(AtChoice.measures(List.of(HERE, paid, ofFacts))).containsExactly("suspend-payment", "terminate");
        assertThat(optional(List.of(HERE, paid), may(M), payment)).containsExactly("suspend-payment", "terminate");
        assertThat(optional(List.of(HERE, paid), shall(M), payment)).containsExactly("suspend-payment");
        assertThat(optional(List.of(HERE, paid, ofFacts), may(M), payment))
                .as("of a fact besides")
                .isEmpty();
        assertThat(optional(List.of(HERE, paid, ofFacts), shall(M), payment))
                .as("of a fact besides, and of one that must be taken")
                .containsExactly("suspend-payment");
    }
}
