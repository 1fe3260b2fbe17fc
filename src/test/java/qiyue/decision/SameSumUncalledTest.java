package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.fact.Breach;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Measure;
import qiyue.fact.Money;
import qiyue.fact.Portion;

/** The sum that a finding states is that of the record it names, and a measure the sum does not call for is none. */
class SameSumUncalledTest {
    private static final Portion UNPAID =
            Portion.of("f1", Money.of(new BigDecimal("500.00"), BigDecimal.ZERO, BigDecimal.ZERO));
    private static final Breach FOUND = Basis.on("f1", "r1").costing(UNPAID).breach("x/y#1");
    private static final Breach KEPT = Basis.on("r1").sumUnknown().breach("x/y#1");

    private static Measure measure(String kind, String clause, String... roots) {
        return Basis.on(roots).sumUnknown().behind(clause).shall("x/y#7", kind);
    }

    @Test
    void a_record_has_the_sum_of_the_finding_under_the_same_clause() {
        assertThat(SameSum.of(List.of(FOUND, KEPT)))
                .allMatch(Conclusion::moneyKnown)
                .hasSize(2);
        Breach other = Basis.on("r1").sumUnknown().breach("x/y#2");
        assertThat(SameSum.of(List.of(FOUND, other))).containsExactly(FOUND, other);
        Breach suspected =
                Basis.on("f1", "r1").costing(UNPAID).as(Certainty.SUSPECTED).breach("x/y#1");
        assertThat(SameSum.of(List.of(suspected, KEPT))).containsExactly(suspected, KEPT);
    }

    @Test
    void a_measure_that_only_the_silence_of_the_record_called_for_is_none() {
        Measure recover = measure("recover", "x/y#1", "r1");

        assertThat(SameSum.of(List.of(FOUND, KEPT, recover))).noneMatch(Measure.class::isInstance);
        assertThat(SameSum.of(List.of(KEPT, recover))).contains(recover);
        Measure ofOther = measure("recover", "x/y#2", "r1");
        assertThat(SameSum.of(List.of(FOUND, KEPT, ofOther))).contains(ofOther);
        Measure ofMore = measure("recover", "x/y#1", "r1", "r2");
        assertThat(SameSum.of(List.of(FOUND, KEPT, ofMore))).contains(ofMore);
        Measure ofNone = Basis.on("r1").sumUnknown().shall("x/y#7", "recover");
        assertThat(SameSum.of(List.of(FOUND, KEPT, ofNone))).contains(ofNone);
    }

    @Test
    void a_measure_that_the_finding_calls_for_has_its_sum() {
        Measure refuse = Basis.on("f1", "r1").costing(UNPAID).behind("x/y#1").shall("x/y#7", "refuse");

        assertThat(SameSum.of(List.of(FOUND, KEPT, refuse, measure("refuse", "x/y#1", "r1"))))
                .allMatch(Conclusion::moneyKnown)
                .hasSize(4);
    }
}
