package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import qiyue.fact.CaseFile;
import qiyue.fact.Conclusion;
import qiyue.fact.Measure;
import qiyue.fact.Money;
import qiyue.fact.Parameter;
import qiyue.fact.Portion;
import qiyue.fact.Terms;

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

    /** A share or a multiple may be of nothing; where the clause names neither, all of the sum is owed. */
    @Test
    void a_debt_may_be_nothing_and_is_the_whole_where_no_part_is_named() {
        assertThat(owed(debt().percent(0, 30)).amount()).isEqualByComparingTo("0");
        assertThat(owed(debt().times(0, 2)).amount()).isEqualByComparingTo("0");
        assertThat(owed(debt()).amount()).isEqualByComparingTo("200");
    }

    @Test
    void a_debt_of_a_sum_that_is_not_known_is_what_is_known_of_it() {
        Measure unknown =
                Basis.on("f1").sumUnknown().shall("x/y#1", "agreed-damages").percent(10);
        Sum part = sum("owe", unknown, NOTHING, CONCERNED);
        Sum none = sum("owe", unknown, NOTHING);
        Sum nothing = sum("owe", debt().percent(10), NOTHING);

        assertThat(part.amount()).isEqualByComparingTo("20");
        assertThat(part.known()).isFalse();
        assertThat(none.amount()).isEqualTo(Conclusion.UNSTATED);
        assertThat(none.known()).isFalse();
        assertThat(nothing.amount()).as("known to be nothing").isEqualByComparingTo("0");
        assertThat(nothing.known()).isTrue();
    }

    @Test
    void a_fixed_sum_of_nothing_is_known() {
        assertThat(owed(debt().amount(sum(0))).known()).isTrue();
        assertThat(owed(debt().amount(sum(0))).amount()).isEqualByComparingTo("0");
    }

    private static final Document WITH_DEPOSIT = Document.of("""
            "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
            "parameters": [{"key": "deposit-balance", "amount": 1000}]
            """);
    private static final Consumer<Drawers> NOTHING = d -> {};
    private static final Portion KEPT = Portion.of("c1", Money.of(sum(100), sum(70), sum(30)));
    private static final Portion OTHER = Portion.of("c2", Money.unsettled(sum(50)));

    private static Parameter balance() {
        return WITH_DEPOSIT.file().parameters().get(0);
    }

    /** What the line takes once that was done to the drawers. */
    private static Sum sum(String money, Measure measure, Consumer<Drawers> before, Portion... portions) {
        return sum(money, List.of(measure), before, portions);
    }

    private static Sum sum(String money, List<Measure> same, Consumer<Drawers> before, Portion... portions) {
        Takings takings = new Takings(Map.of(), Map.of());
        List<Portion> all = List.of(portions);
        Drawers drawers = new Drawers(takings, Components.of(takings, all));
        before.accept(drawers);
        Line line = new Line(Line.Likeness.of(same.get(0), WITH_DEPOSIT.file()), same);
        return lineSums(money, takings).sum(line, all, drawers, false);
    }

    private static LineSums lineSums(String money, Takings takings) {
        Deposits deposits = new Deposits(WITH_DEPOSIT.file());
        return new LineSums(l -> money, takings, deposits, deposits, new Settled(Set.of()));
    }

    private static Measure refusal(Portion... portions) {
        return Basis.on("f1").costing(portions).shall("x/y#1", "refuse");
    }

    @Test
    void only_lines_of_the_deposit_are_of_the_deposit() {
        Takings takings = new Takings(Map.of(), Map.of());
        Line line = new Line(Line.Likeness.of(debt(), FILE), List.of(debt()));

        assertThat(lineSums("deposit", takings).ofDeposit(line)).isTrue();
        assertThat(lineSums("refuse", takings).ofDeposit(line)).isFalse();
    }

    /** Thirty of a hundred were kept back and lie in the deposit, unless a deduction has taken all of it. */
    @Test
    void what_was_kept_back_is_refused_out_of_the_deposit_while_it_is_there() {
        Sum there = sum("refuse", refusal(KEPT), NOTHING, KEPT);
        Sum gone = sum("refuse", refusal(KEPT), d -> d.deduct(balance(), sum(1000), List.of("f9")), KEPT);

        assertThat(there.amount()).isEqualByComparingTo("30");
        assertThat(there.fromDeposit()).isEqualByComparingTo("30");
        assertThat(there.taken()).hasSize(1);
        assertThat(there.wants())
                .as("nothing is missing there")
                .doesNotContain(balance().id());
        assertThat(gone.amount()).isEqualByComparingTo("0");
        assertThat(gone.taken()).isEmpty();
        assertThat(gone.wants()).contains(balance().id());
    }

    /** Two clauses of one fact cost different lines: both are refused whole where no clause sets a bound. */
    @Test
    void without_a_bound_all_that_the_grounds_cost_is_taken() {
        Measure one = refusal(KEPT);
        Measure other = Basis.on("f1").costing(OTHER).shall("x/y#2", "refuse");

        assertThat(sum("refuse", List.of(one, other), NOTHING, KEPT, OTHER).amount())
                .isEqualByComparingTo("80");
    }

    @Test
    void with_a_bound_the_first_of_it_is_taken_up_to_the_bound() {
        Terms none = Terms.NONE;
        Portion first = Portion.of("c1", Money.unsettled(sum(100)));
        Measure bounded = refusal(first, OTHER)
                .on(new Terms(
                        none.least(),
                        none.most(),
                        none.unit(),
                        none.percent(),
                        none.percentMost(),
                        none.times(),
                        none.timesMost(),
                        none.amount(),
                        sum(100),
                        none.from(),
                        none.until(),
                        none.untilEvent()));
        Sum whole = sum("refuse", bounded, NOTHING, first, OTHER);

        assertThat(whole.amount()).isEqualByComparingTo("100");
        assertThat(whole.taken()).extracting(Decision.Taken::sources).containsExactly(List.of("c1"));
    }

    /** Where the clause names a share, be it from nothing on, it leaves nothing open to decide. */
    @Test
    void how_much_of_the_deposit_was_decided_only_where_the_clause_leaves_it_open() {
        Measure open = Basis.on("f1").may("x/y#1", "deduct-deposit").amount(sum(250));
        Measure share = Basis.on("f1").may("x/y#1", "deduct-deposit").percent(0, 50);

        assertThat(LineSums.decided(new Line(Line.Likeness.of(open, FILE), List.of(open))))
                .isTrue();
        assertThat(LineSums.decided(new Line(Line.Likeness.of(share, FILE), List.of(share))))
                .isFalse();
        assertThat(sum("deposit", open, NOTHING).taken())
                .extracting(Decision.Taken::amount)
                .containsExactly(new BigDecimal("250.00"));
        assertThat(sum("deposit", open, d -> d.deduct(balance(), sum(1000), List.of("f9")))
                        .taken())
                .as("nothing is left")
                .isEmpty();
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

    /** All that the stay cost is taken: what is not known of it adds nothing, and what is known beside it needs no stay. */
    @Test
    void what_is_not_known_of_a_stay_adds_nothing_once_all_of_it_is_taken() {
        Takings takings = Takings.from(Document.of("""
                "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                "records": {"stays": [{"id": "s2", "worker": "李某", "admittedOn": "2025-05-01", "money": {"amount": 70}}]}
                """).file());
        Portion whole = Portion.of("s2", Money.unsettled(BigDecimal.valueOf(70)));
        Measure known = Basis.on("f1").costing(whole).shall("x/y#1", "refuse");
        Measure within = Basis.on("f2").stay("s2").sumUnknown().shall("x/y#1", "refuse");
        Measure elsewhere = Basis.on("f2").sumUnknown().shall("x/y#1", "refuse");
        Deposits none = new Deposits(FILE);
        LineSums each = new LineSums(l -> "refuse", takings, none, none, new Settled(Set.of()));

        for (Measure unknown : List.of(within, elsewhere)) {
            Line line = new Line(Line.Likeness.of(known, FILE), List.of(known, unknown));
            List<Portion> portions = List.of(whole);
            assertThat(each.sum(line, portions, new Drawers(takings, Components.of(takings, portions)), false)
                            .known())
                    .isEqualTo(unknown == within);
        }
    }
}
