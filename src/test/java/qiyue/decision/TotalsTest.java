package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.decision.Decision.Heads;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Modality;

/** Heads are the sums of the lines that must happen, each line under its own head. */
class TotalsTest {
    private static final Map<String, MeasureKind> KINDS =
            Shipped.library().vocabulary().measureKinds();

    private static Heads of(MeasureLine... lines) {
        return Totals.of(List.of(lines), KINDS, MeasureLine::floor);
    }

    @Test
    void each_line_counts_under_its_own_head_once() {
        MeasureLine refuse = Shown.with(Shown.worth("refuse", "100"), "fromDeposit", new BigDecimal("30"));
        Heads heads = of(
                refuse,
                Shown.worth("not-covered", "7"),
                Shown.worth("recover", "20"),
                Shown.worth("multiple-deduction", "300"),
                Shown.worth("deduct-deposit", "50"),
                Shown.worth("return-deposit", "60"),
                Shown.worth("pay", "8"),
                Shown.worth("retain", "9"),
                Shown.worth("borne-by-facility", "1000"),
                Shown.worth("defer-payment", "2000"));

        assertThat(heads.refuse()).as("what is taken out of the deposit apart").isEqualByComparingTo("77");
        assertThat(heads.fromDeposit()).isEqualByComparingTo("30");
        assertThat(heads.recover()).isEqualByComparingTo("20");
        assertThat(heads.multiple()).isEqualByComparingTo("300");
        assertThat(heads.deposit()).isEqualByComparingTo("50");
        assertThat(heads.returned()).isEqualByComparingTo("60");
        assertThat(heads.pay()).isEqualByComparingTo("8");
        assertThat(heads.retain()).isEqualByComparingTo("9");
        assertThat(heads.known()).isTrue();
    }

    @Test
    void only_what_must_happen_counts() {
        MeasureLine line = Shown.worth("recover", "20");
        Heads heads = of(
                Shown.with(line, "modality", Modality.MAY),
                Shown.with(line, "certainty", Certainty.OPEN),
                Shown.with(line, "absorbedBy", "terminate"),
                Shown.with(Shown.with(line, "modality", Modality.MAY), "choice", "taken"),
                Shown.with(Shown.worth("recover", "3"), "modality", Modality.AUTOMATIC));

        assertThat(heads.recover()).isEqualByComparingTo("3");
    }

    @Test
    void what_was_chosen_has_the_same_heads_apart() {
        MeasureLine may = Shown.with(Shown.worth("recover", "20"), "modality", Modality.MAY);
        MeasureLine chosen = Shown.with(may, "choice", "taken");
        Heads heads = Totals.of(
                List.of(
                        may,
                        chosen,
                        Shown.worth("recover", "3"),
                        Shown.with(may, "choice", "declined"),
                        Shown.with(chosen, "certainty", Certainty.OPEN),
                        Shown.with(chosen, "actor", "administrative-department"),
                        Shown.with(chosen, "absorbedBy", "terminate")),
                KINDS,
                MeasureLine::byChoice);

        assertThat(heads.recover()).isEqualByComparingTo("20");
    }

    @Test
    void a_sum_nobody_knows_leaves_what_is_known_and_says_so() {
        MeasureLine unknown = Shown.with(Shown.line("recover"), "amountKnown", false);

        assertThat(of(unknown).recover()).isEqualTo(Conclusion.UNSTATED);
        assertThat(of(unknown).refuse()).isEqualByComparingTo("0");
        assertThat(of(unknown).known()).isFalse();
        assertThat(of(unknown, Shown.worth("recover", "20")).recover()).isEqualByComparingTo("20");
        assertThat(of(unknown, Shown.worth("recover", "20")).known()).isFalse();
        assertThat(of(Shown.with(unknown, "modality", Modality.MAY)).known())
                .as("of what only may happen")
                .isTrue();
        assertThat(of(Shown.worth("recover", "0")).recover()).isEqualByComparingTo("0");
    }
}
