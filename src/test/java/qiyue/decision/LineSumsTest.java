package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import qiyue.fact.CaseFile;
import qiyue.fact.Measure;
import qiyue.fact.Money;
import qiyue.fact.Portion;

/** What one line comes to where it is a debt: shares and multiples of a sum, at the least and at the most of a range. */
class LineSumsTest {
    private static final CaseFile FILE = Document.of("""
            "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}]
            """).file();
    private static final Portion CONCERNED = Portion.of("f1", Money.unsettled(BigDecimal.valueOf(200)));

    private static Sum owed(Measure... same) {
        return owed(new Line(Line.Likeness.of(same[0], FILE), List.of(same)));
    }

    private static Sum most(Measure... same) {
        return owed(new Line(Line.Likeness.of(same[0], FILE), List.of(same)).atMost());
    }

    private static Sum owed(Line line) {
        Takings takings = new Takings(Map.of(), Map.of());
        Deposits none = new Deposits(FILE);
        LineSums each = new LineSums(l -> MeasureKind.OWE, takings, none, none, new Settled(Set.of()));
        List<Portion> portions = List.of(CONCERNED);
        return each.sum(line, portions, new Drawers(takings, Components.of(takings, portions)), false);
    }

    private static Measure debt() {
        return Basis.on("f1").costing(CONCERNED).shall("x/y#1", "agreed-damages");
    }

    @Test
    void a_share_runs_from_its_least_to_its_most() {
        Sum owed = owed(debt().percent(10, 30));

        assertThat(owed.amount()).isEqualByComparingTo("20");
        assertThat(most(debt().percent(10, 30)).amount()).isEqualByComparingTo("60");
        assertThat(owed.taken()).isEmpty();
    }

    @Test
    void a_multiple_runs_from_its_least_to_its_most() {
        Sum owed = owed(debt().times(2, 5));

        assertThat(owed.amount()).isEqualByComparingTo("400");
        assertThat(most(debt().times(2, 5)).amount()).isEqualByComparingTo("1000");
    }

    /** One fact behind several clauses owes the largest sum once, several facts each theirs. */
    @Test
    void fixed_sums_are_owed_once_a_fact() {
        Measure small = Basis.on("f1").shall("x/y#1", "agreed-damages").amount(BigDecimal.valueOf(100));
        Measure large = Basis.on("f1").shall("x/y#2", "agreed-damages").amount(BigDecimal.valueOf(300));
        Measure other = Basis.on("f2").shall("x/y#1", "agreed-damages").amount(BigDecimal.valueOf(50));

        assertThat(owed(small, large, other).amount()).isEqualByComparingTo("350");
        assertThat(most(small, large, other).amount()).isEqualByComparingTo("350");
    }

    /** Of one fact the largest end of its ranges counts, whichever clause gives the largest beginning. */
    @Test
    void fixed_sums_run_from_their_least_to_their_most_together() {
        Measure wide = Basis.on("f1").shall("x/y#1", "agreed-damages").amount(sum(100), sum(900));
        Measure narrow = Basis.on("f1").shall("x/y#2", "agreed-damages").amount(sum(300), sum(400));
        Measure other = Basis.on("f2").shall("x/y#1", "agreed-damages").amount(sum(50));

        assertThat(owed(wide, narrow, other).amount()).isEqualByComparingTo("350");
        assertThat(most(wide, narrow, other).amount()).isEqualByComparingTo("950");
    }

    private static BigDecimal sum(int yuan) {
        return BigDecimal.valueOf(yuan);
    }
}
