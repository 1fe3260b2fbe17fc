package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qiyue.fact.Money;
import qiyue.fact.Portion;

/** Claims that bear on one another are counted together, and only those. */
class ComponentsTest {
    private static final Takings TAKINGS = new Takings(Map.of(), Map.of("accident", List.of("c8", "c9")));

    private static Portion line(String id) {
        return Portion.of(id, Money.unsettled(BigDecimal.ONE));
    }

    private static Portion lump(String id, String... pool) {
        return Portion.lump(id, Money.unsettled(BigDecimal.ONE), List.of(pool));
    }

    private static List<List<String>> parts(Portion... portions) {
        return Components.of(TAKINGS, List.of(portions)).split(List.of(portions)).values().stream()
                .map(p -> p.stream().map(Portion::source).toList())
                .toList();
    }

    @Test
    void claims_on_different_lines_stand_apart() {
        assertThat(parts(line("c1"), line("c2"), line("c1")))
                .containsExactlyInAnyOrder(List.of("c1", "c1"), List.of("c2"));
    }

    @Test
    void a_sum_that_lies_among_lines_ties_them_together_whatever_came_first() {
        assertThat(parts(line("c1"), line("c2"), line("c3"), lump("f1", "c1", "c2")))
                .containsExactlyInAnyOrder(List.of("c1", "c2", "f1"), List.of("c3"));
        assertThat(parts(lump("f1", "c1", "c2"), line("c2"), line("c3"), line("c1")))
                .containsExactlyInAnyOrder(List.of("f1", "c2", "c1"), List.of("c3"));
    }

    @Test
    void pools_that_cross_are_one_through_the_line_they_share() {
        assertThat(parts(
                        lump("f1", "c1", "c2"),
                        lump("f3", "c5", "c6"),
                        lump("f2", "c2", "c3"),
                        line("c3"),
                        line("c4"),
                        lump("f4", "c3", "c6")))
                .containsExactlyInAnyOrder(List.of("f1", "f3", "f2", "c3", "f4"), List.of("c4"));
    }

    @Test
    void what_an_accident_cost_lies_among_the_lines_of_its_stay() {
        assertThat(parts(line("accident"), line("c9"), line("c7")))
                .containsExactlyInAnyOrder(List.of("accident", "c9"), List.of("c7"));
    }

    /** A chain of ten thousand pools, each with a line of the next: followed without end of patience or of the stack. */
    @Test
    void a_long_chain_is_one() {
        Portion[] chain = new Portion[10_000];
        for (int i = 0; i < chain.length; i++) {
            chain[i] = lump("f" + i, "c%05d".formatted(i), "c%05d".formatted(i + 1));
        }
        assertThat(parts(chain)).hasSize(1);
    }
}
