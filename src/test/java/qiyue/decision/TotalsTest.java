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

    /** What one party owes counts for whoever pays it. */
    @Test
    void debts_count_for_whoever_pays_them() {
        MeasureLine damages = Shown.worth("pay-damages", "40");
        Heads heads = of(
                Shown.with(damages, "payer", "facility"),
                Shown.with(Shown.worth("pay-damages", "5"), "payer", "agency"),
                damages);

        assertThat(heads.owed()).isEqualByComparingTo("40");
        assertThat(heads.pay()).isEqualByComparingTo("5");
    }

    private static Heads heads(int sum, boolean known) {
        BigDecimal yuan = BigDecimal.valueOf(sum);
        return new Heads(
                yuan,
                yuan.add(BigDecimal.valueOf(1)),
                yuan.add(BigDecimal.valueOf(2)),
                yuan.add(BigDecimal.valueOf(3)),
                yuan.add(BigDecimal.valueOf(4)),
                yuan.add(BigDecimal.valueOf(5)),
                yuan.add(BigDecimal.valueOf(6)),
                yuan.add(BigDecimal.valueOf(7)),
                yuan.add(BigDecimal.valueOf(8)),
                known);
    }

    @Test
    void heads_of_several_decisions_are_added_one_by_one() {
        Heads sum = Totals.sum(List.of(heads(10, true), heads(20, true)));

        assertThat(List.of(
                        sum.refuse(),
                        sum.fromDeposit(),
                        sum.recover(),
                        sum.multiple(),
                        sum.deposit(),
                        sum.pay(),
                        sum.retain(),
                        sum.returned(),
                        sum.owed()))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactlyElementsOf(List.of(30, 32, 34, 36, 38, 40, 42, 44, 46).stream()
                        .map(BigDecimal::valueOf)
                        .toList());
        assertThat(sum.known()).isTrue();
        assertThat(Totals.sum(List.of(heads(10, true), heads(20, false))).known())
                .isFalse();
        assertThat(Totals.sum(List.of(heads(10, false), heads(20, true))).known())
                .isFalse();
    }

    @Test
    void a_head_nobody_knows_is_unknown_unless_another_is_known() {
        Heads unknown = of(Shown.with(Shown.line("recover"), "amountKnown", false));
        Heads known = of(Shown.worth("recover", "20"));
        Heads none = of();

        assertThat(Totals.sum(List.of(unknown, none)).recover()).isEqualTo(Conclusion.UNSTATED);
        assertThat(Totals.sum(List.of(unknown, known)).recover()).isEqualByComparingTo("20");
        assertThat(Totals.sum(List.of(none, none)).recover()).isEqualByComparingTo("0");
        assertThat(Totals.sum(List.of()).refuse()).isEqualByComparingTo("0");
    }
}
