package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qiyue.drl.Drl;
import qiyue.drl.DrlParser;
import qiyue.fact.Evidence;

/** What the comparisons of a rule say of facts put beside each other, one of them seen with this or that in a field. */
class WeighingTest {
    private static final String RULE = """
            package t.x
            import qiyue.fact.*
            rule "1 x"
            when
                $s : Stay( $in : admittedOn )
                $b : Breach( )
                $x : Charge( stay == $s.id, money.amount > 3, date >= $in, id != $b.clause )
            then
                insertLogical( Breach.of( "1", $x ) );
            end
            """;
    private static final Docket DOCKET = Editions.docket("2025-06-10", """
            "records": {
              "stays": [{"id": "s1", "worker": "乙", "admittedOn": "2025-05-01", "dischargedOn": "2025-05-20"},
                        {"id": "s2", "worker": "乙", "admittedOn": "2025-05-01", "dischargedOn": "2025-05-20"}],
              "charges": [
                {"id": "c1", "stay": "s1", "date": "2025-05-01", "category": "bed", "money": {"amount": 4}},
                {"id": "c2", "stay": "s1", "date": "2025-05-02", "category": "bed", "money": {"amount": 3}},
                {"id": "c3", "stay": "s1", "date": "2025-04-30", "category": "bed", "money": {"amount": 2}},
                {"id": "c4", "stay": "s2", "date": "2025-05-02", "category": "bed", "money": {"amount": 4}}]}
            """);

    private static Evidence fact(String id) {
        return DOCKET.facts().stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Weighing weighing() {
        Drl.Rule rule =
                DrlParser.parse("x.drl", RULE, new ArrayList<>()).file().rules().get(0);
        List<Drl.Pattern> lines = rule.positive().toList();
        Looks.Look look =
                new Looks.Look(rule, "t#1", lines, lines.get(2), List.of("money"), 1, Map.of(), new Looks.Guards(rule));
        return new Weighing(look, List.of(fact("s1"), Weighing.TAKEN, fact("c1")));
    }

    /** A conclusion is taken to be there, and what names it is taken to hold. */
    @Test
    void a_rule_is_met_where_every_comparison_holds() {
        assertThat(weighing().met(fact("c1"))).isTrue();
        assertThat(weighing().met(fact("c2"))).as("no more than three").isFalse();
        assertThat(weighing().met(fact("c3"))).as("before the stay").isFalse();
        assertThat(weighing().met(fact("c4"))).as("of another stay").isFalse();
    }

    /** Of two with an order it says which is greater; of others whether it holds; of what cannot be told that it cannot. */
    @Test
    void each_comparison_says_where_the_fact_stands() {
        assertThat(weighing().says(fact("c1"))).containsExactly(1, 1, 0, 9);
        assertThat(weighing().says(fact("c2"))).containsExactly(1, 0, 1, 9);
        assertThat(weighing().says(fact("c3"))).containsExactly(1, -1, -1, 9);
        assertThat(weighing().says(fact("c4"))).containsExactly(-1, 1, 1, 9);
    }

    /** What has no order, such as an id, is near nothing. */
    @Test
    void near_are_the_figures_and_days_that_are_compared() {
        assertThat(weighing().near(fact("c2")))
                .containsExactly(
                        new BigDecimal("3.00"),
                        new BigDecimal("3"),
                        LocalDate.of(2025, 5, 2),
                        LocalDate.of(2025, 5, 1));
    }
}
