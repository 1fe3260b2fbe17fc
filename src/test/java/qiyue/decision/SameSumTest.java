package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Money;
import qiyue.fact.Portion;

/** The sum of a record that a finding states: asked for once, of whoever says it no less surely in the same clause. */
class SameSumTest {
    /** A bed check {@code b1}, the cost of whose day no line states. */
    private static final Basis RECORD = Basis.on("b1").sumUnknown();

    /** The finding {@code f1} that names it, with its sum. */
    private static final Basis FINDING = Basis.on("b1", "f1").costing(sum("f1"));

    private static Portion sum(String source) {
        return Portion.of(source, Money.unsettled(BigDecimal.TEN));
    }

    private static boolean settled(Conclusion asked, Conclusion... others) {
        List<Conclusion> all = new ArrayList<>(List.of(others));
        all.add(0, asked);
        List<Conclusion> of = List.copyOf(SameSum.of(all));
        assertThat(of).hasSize(all.size());
        assertThat(of.subList(1, of.size())).as("what states a sum stays").isEqualTo(List.of(others));
        Conclusion left = of.get(0);
        assertThat(left.portions()).isEqualTo(asked.portions());
        assertThat(left.roots()).isEqualTo(asked.roots());
        return left.moneyKnown();
    }

    private static boolean settledBreach(Basis asked, Basis other) {
        return settled(asked.breach("x/y#1"), other.breach("x/y#1"));
    }

    @Test
    void the_sum_of_a_finding_is_that_of_the_record_it_names() {
        assertThat(settledBreach(RECORD, FINDING)).isTrue();
        assertThat(settledBreach(RECORD, Basis.on("a0", "b1", "f1").costing(sum("f1"))))
                .isTrue();
    }

    @Test
    void nothing_is_settled_where_every_sum_is_known() {
        List<Conclusion> known = List.of(FINDING.breach("x/y#1"), Basis.on("b1").breach("x/y#1"));

        assertThat(SameSum.of(known)).isSameAs(known);
    }

    @Test
    void only_who_rests_on_all_of_it_and_more_states_it() {
        assertThat(settledBreach(RECORD, Basis.on("b1").costing(sum("b1")))).isFalse();
        assertThat(settledBreach(RECORD, Basis.on("b2", "f1").costing(sum("f1"))))
                .isFalse();
        assertThat(settledBreach(Basis.on("b1", "c1").sumUnknown(), FINDING)).isFalse();
        assertThat(settledBreach(
                        Basis.on("b1", "c1").sumUnknown(),
                        Basis.on("b1", "d1", "f1").costing(sum("f1"))))
                .isFalse();
        assertThat(settledBreach(
                        Basis.on("b1", "c1").sumUnknown(),
                        Basis.on("b1", "c1", "f1").costing(sum("f1"))))
                .isTrue();
        assertThat(settledBreach(
                        Basis.on("b1", "c1").sumUnknown(), Basis.on("b1", "c1").costing(sum("c1"))))
                .as("rests on no more")
                .isFalse();
        assertThat(settledBreach(Basis.on().sumUnknown(), FINDING))
                .as("rests on nothing")
                .isFalse();
    }

    @Test
    void who_knows_no_sum_states_none() {
        assertThat(settledBreach(RECORD, Basis.on("b1", "f1"))).as("of nothing").isFalse();
        assertThat(settledBreach(RECORD, FINDING.sumUnknown())).as("of a part").isFalse();
    }

    @Test
    void a_sum_of_its_own_stays_open() {
        assertThat(settledBreach(RECORD.costing(sum("b1")), FINDING)).isFalse();
    }

    @Test
    void who_is_less_sure_states_nothing() {
        assertThat(settledBreach(RECORD, FINDING.as(Certainty.SUSPECTED))).isFalse();
        assertThat(settledBreach(RECORD.as(Certainty.SUSPECTED), FINDING.as(Certainty.SUSPECTED)))
                .isTrue();
        assertThat(settledBreach(RECORD.as(Certainty.SUSPECTED), FINDING)).isTrue();
    }

    @Test
    void what_is_said_has_to_be_the_same() {
        assertThat(settled(RECORD.breach("x/y#1"), FINDING.breach("x/y#2"))).isFalse();
        assertThat(settled(RECORD.breach("x/y#1"), FINDING.breach("x/z#1"))).isFalse();
        assertThat(settled(RECORD.shall("x/y#1", "refuse"), FINDING.shall("x/y#1", "refuse")))
                .isTrue();
        assertThat(settled(RECORD.shall("x/y#1", "refuse"), FINDING.shall("x/y#1", "recover")))
                .isFalse();
        assertThat(settled(RECORD.shall("x/y#1", "refuse"), FINDING.may("x/y#1", "refuse")))
                .isFalse();
        assertThat(settled(RECORD.shall("x/y#1", "refuse"), FINDING.breach("x/y#1")))
                .isFalse();
    }

    /** Each is looked for: the second that rests on the record states the sum where the first is not sure enough. */
    @Test
    void of_several_any_may_state_it() {
        assertThat(settled(
                        RECORD.breach("x/y#1"),
                        FINDING.as(Certainty.SUSPECTED).breach("x/y#1"),
                        Basis.on("b1", "f2").costing(sum("f2")).breach("x/y#1")))
                .isTrue();
    }
}
