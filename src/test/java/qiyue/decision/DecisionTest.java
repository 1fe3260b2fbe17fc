package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision.Ground;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Question;
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
}
