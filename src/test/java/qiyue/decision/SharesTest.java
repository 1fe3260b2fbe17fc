package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Taken;
import qiyue.fact.Money;
import qiyue.fact.Portion;

/** From where the money of a line comes, and by which clauses; where that is open, the sources stand together. */
class SharesTest {
    private static final Map<String, Money> STAY = Map.of("c1", yuan(50), "c2", yuan(50), "c3", yuan(50));

    private static Money yuan(int yuan) {
        return Money.unsettled(BigDecimal.valueOf(yuan));
    }

    private static Portion line(String id, int yuan) {
        return Portion.of(id, yuan(yuan));
    }

    private static Portion lump(String id, int yuan, String... pool) {
        return Portion.lump(id, yuan(yuan), List.of(pool));
    }

    /** What the second of two lines takes. */
    private static List<Taking> second(List<Portion> first, Portion... claims) {
        Takings takings = new Takings(STAY, Map.of());
        List<Portion> all = new java.util.ArrayList<>(first);
        all.addAll(List.of(claims));
        Till till = new Till(takings, Place.UNPAID, Components.of(takings, all));
        till.take(first);
        return till.take(List.of(claims));
    }

    @Test
    void each_line_gives_its_own_in_their_order() {
        assertThat(second(List.of(), line("c2", 7), line("c1", 5), line("c1", 3)))
                .containsExactlyInAnyOrder(new Taking(List.of("c1"), 500), new Taking(List.of("c2"), 700));
    }

    @Test
    void what_a_line_gave_before_it_does_not_give_again() {
        assertThat(second(List.of(line("c1", 30)), line("c1", 50), line("c2", 10)))
                .containsExactlyInAnyOrder(new Taking(List.of("c1"), 2_000), new Taking(List.of("c2"), 1_000));
        assertThat(second(List.of(line("c1", 30)), line("c1", 30))).isEmpty();
        assertThat(second(List.of(line("c1", 50)), line("c1", 90)))
                .as("it holds no more")
                .isEmpty();
    }

    @Test
    void a_sum_among_lines_is_the_findings_and_comes_after_the_lines() {
        assertThat(second(List.of(), line("c1", 5), lump("f1", 20, "c1", "c2")))
                .containsExactly(new Taking(List.of("c1"), 500), new Taking(List.of("f1"), 2_000));
        assertThat(second(List.of(), lump("f2", 20, "c1", "c2"), lump("f1", 20, "c1", "c2")))
                .containsExactly(new Taking(List.of("f1", "f2"), 4_000));
    }

    @Test
    void an_excess_gives_what_it_adds_to_what_is_taken_anyway() {
        assertThat(second(List.of(), line("c1", 30), Portion.excess("x1", yuan(45), List.of("c1", "c2"))))
                .containsExactly(new Taking(List.of("c1"), 3_000), new Taking(List.of("x1"), 1_500));
        assertThat(second(List.of(), line("c1", 30), Portion.excess("x1", yuan(20), List.of("c1", "c2"))))
                .containsExactly(new Taking(List.of("c1"), 3_000));
    }

    /** The excess took some of it before: how much of the line is left nobody can say line by line. */
    @Test
    void where_no_share_can_be_told_the_sources_stand_together() {
        assertThat(second(List.of(Portion.excess("x1", yuan(45), List.of("c1", "c2"))), line("c1", 40), line("c2", 15)))
                .containsExactly(new Taking(List.of("c1", "c2"), 1_000));
    }

    @Test
    void a_line_says_from_where_and_by_which_clauses() {
        Document d = Document.of("""
                "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                "records": {"charges": [
                  {"id": "c1", "date": "2025-05-06", "category": "bed", "money": {"amount": 100, "paid": 60}},
                  {"id": "c2", "date": "2025-05-06", "category": "bed", "money": {"amount": 10}}]}
                """);
        Money whole = Money.of(BigDecimal.valueOf(100), BigDecimal.valueOf(60), BigDecimal.ZERO);
        MeasureLine line = d.assembly(
                        Basis.on("c1")
                                .behind("x/y#10", "x/y#9")
                                .costing(Portion.of("c1", whole))
                                .shall("x/y#1", "multiple-deduction")
                                .times(2),
                        Basis.on("c2")
                                .costing(line("c2", 10))
                                .shall("x/y#2", "multiple-deduction")
                                .times(2))
                .measures()
                .get(0);

        assertThat(line.taken())
                .extracting(Taken::sources, Taken::pocket, Taken::clauses, Taken::amount)
                .containsExactlyInAnyOrder(
                        tuple(List.of("c1"), "unpaid", List.of("x/y#9", "x/y#10"), new BigDecimal("80.00")),
                        tuple(List.of("c2"), "unpaid", List.of("x/y#2"), new BigDecimal("20.00")),
                        tuple(List.of("c1"), "paid", List.of("x/y#9", "x/y#10"), new BigDecimal("120.00")));
    }

    /** Lines that a sum ties together are told apart all the same; one that gives nothing more is not named. */
    @Test
    void lines_of_one_stay_give_each_what_it_did_not_give_before() {
        List<Portion> first = List.of(line("c1", 30), line("c3", 10), lump("f0", 1, "c1", "c2", "c3"));

        assertThat(second(first, line("c1", 50), line("c2", 10), line("c3", 10)))
                .containsExactly(new Taking(List.of("c1"), 2_000), new Taking(List.of("c2"), 1_000));
    }
}
