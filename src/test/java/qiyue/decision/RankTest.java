package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Certainty;
import qiyue.fact.Modality;

/** Which lines share what money there is. */
class RankTest {
    private static final Rank RANK =
            new Rank(true, true, Certainty.OPEN, List.of("terminate"), List.of("serious@f1=yes"), true);

    @Test
    void every_part_tells_ranks_apart() {
        Rank same = new Rank(true, true, Certainty.OPEN, List.of("terminate"), List.of("serious@f1=yes"), true);

        assertThat(RANK).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo("rank");
        for (Rank other : List.of(
                new Rank(false, true, Certainty.OPEN, RANK.presumes(), RANK.supposes(), true),
                new Rank(true, false, Certainty.OPEN, RANK.presumes(), RANK.supposes(), true),
                new Rank(true, true, Certainty.SUSPECTED, RANK.presumes(), RANK.supposes(), true),
                new Rank(true, true, Certainty.OPEN, List.of(), RANK.supposes(), true),
                new Rank(true, true, Certainty.OPEN, RANK.presumes(), List.of(), true),
                new Rank(true, true, Certainty.OPEN, RANK.presumes(), RANK.supposes(), false))) {
            assertThat(RANK).isNotEqualTo(other);
        }
    }

    private static Rank of(MeasureLine line) {
        return Rank.of(line, List.of());
    }

    @Test
    void what_must_happen_and_what_was_chosen_is_firm() {
        MeasureLine may = Shown.with(Shown.line("refuse"), "modality", Modality.MAY);
        MeasureLine taken = Shown.with(may, "choice", "taken");

        assertThat(of(Shown.line("refuse")).firm()).isTrue();
        assertThat(of(may).firm()).isFalse();
        assertThat(of(taken).firm()).isTrue();
        assertThat(of(Shown.with(taken, "actor", "facility")).firm()).isFalse();
        assertThat(of(may).optional()).isTrue();
        assertThat(of(Shown.line("refuse")).optional()).isFalse();
    }

    @Test
    void what_is_absorbed_or_declined_is_out() {
        MeasureLine may = Shown.with(Shown.line("refuse"), "modality", Modality.MAY);

        assertThat(of(may).out()).isFalse();
        assertThat(of(Shown.with(may, "choice", "declined")).out()).isTrue();
        assertThat(of(Shown.with(may, "choice", "taken")).out()).isFalse();
        assertThat(of(Shown.with(may, "absorbedBy", "terminate")).out()).isTrue();
    }

    @Test
    void what_supposes_the_contrary_comes_not_beside_it() {
        Rank yes = Rank.of(Shown.line("refuse"), List.of("serious@f1=yes"));
        Rank no = Rank.of(Shown.line("refuse"), List.of("serious@f1=no", "vile@f1=yes"));

        assertThat(yes.alongside(no)).isFalse();
        assertThat(no.alongside(yes)).isFalse();
        assertThat(yes.alongside(yes)).isTrue();
        assertThat(yes.alongside(of(Shown.line("refuse")))).isTrue();
    }
}
