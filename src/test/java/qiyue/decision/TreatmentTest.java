package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import qiyue.Shipped;

/** What a region's vocabulary says of measures and steps; of what it does not know, nothing in particular. */
class TreatmentTest {
    private static final Treatment SHANXI = Shipped.library().vocabulary().treatment("shanxi");

    @Test
    void a_measure_ends_an_agreement_as_the_vocabulary_says() {
        assertThat(SHANXI.ends("terminate")).isEqualTo(MeasureKind.CERTAINLY);
        assertThat(SHANXI.ends("suspend-or-end")).isEqualTo(MeasureKind.UNSAID);
        assertThat(SHANXI.ends("not-renew")).isEqualTo(MeasureKind.AT_EXPIRY);
        assertThat(SHANXI.ends("criticise")).isEmpty();
        assertThat(SHANXI.ends("unheard-of")).isEmpty();
    }

    @Test
    void a_step_of_which_nothing_is_said_comes_after_the_decision() {
        assertThat(SHANXI.stage("notice-30-days")).isEqualTo(Treatment.BEFORE);
        assertThat(SHANXI.stage("consent-termination")).isEqualTo(Treatment.ITSELF);
        assertThat(SHANXI.stage("tell-failure")).isEqualTo(Treatment.AFTER);
        assertThat(SHANXI.stage("unheard-of")).isEqualTo(Treatment.AFTER);
    }
}
