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

/** What one line comes to where it is a debt: shares and multiples of a sum, from the least to the most. */
class LineSumsTest {
    private static final CaseFile FILE = Document.of("""
            "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}]
            """).file();
    private static final Portion CONCERNED = Portion.of("f1", Money.unsettled(BigDecimal.valueOf(200)));

    private static Sum owed(Measure... same) {
        Takings takings = new Takings(Map.of(), Map.of());
        Deposits none = new Deposits(FILE);
        LineSums each = new LineSums(l -> MeasureKind.OWE, takings, none, none, new Settled(Set.of()));
        Line line = new Line(Line.Likeness.of(same[0], FILE), List.of(same));
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
        assertThat(owed.most()).isEqualByComparingTo("60");
        assertThat(owed.taken()).isEmpty();
    }

    @Test
    void a_multiple_runs_from_its_least_to_its_most() {
        Sum owed = owed(debt().times(2, 5));

        assertThat(owed.amount()).isEqualByComparingTo("400");
        assertThat(owed.most()).isEqualByComparingTo("1000");
    }

    /** One fact behind several clauses owes the largest sum once, several facts each theirs. */
    @Test
    void fixed_sums_are_owed_once_a_fact() {
        Measure small = Basis.on("f1").shall("x/y#1", "agreed-damages").amount(BigDecimal.valueOf(100));
        Measure large = Basis.on("f1").shall("x/y#2", "agreed-damages").amount(BigDecimal.valueOf(300));
        Measure other = Basis.on("f2").shall("x/y#1", "agreed-damages").amount(BigDecimal.valueOf(50));

        assertThat(owed(small, large, other).amount()).isEqualByComparingTo("350");
    }
}
