package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qiyue.fact.Money;
import qiyue.fact.Portion;

/** What a line that takes its money several times still takes where others took some of it: a hundred yuan in c1, fifty in c2. */
class DrawersTest {
    private static final Portion ONE = Portion.of("c1", Money.unsettled(BigDecimal.valueOf(100)));
    private static final Portion OTHER = Portion.of("c2", Money.unsettled(BigDecimal.valueOf(50)));
    private static final List<Portion> BOTH = List.of(ONE, OTHER);

    private static Drawers drawers() {
        Takings takings = new Takings(Map.of(), Map.of());
        return new Drawers(takings, Components.of(takings, BOTH));
    }

    private static Taking taking(int yuan, String... sources) {
        return new Taking(List.of(sources), yuan * 100L);
    }

    @Test
    void what_others_took_once_is_taken_a_second_time() {
        Drawers drawers = drawers();
        drawers.take(Place.UNPAID, List.of(OTHER));
        List<Taking> fresh = drawers.take(Place.UNPAID, BOTH);

        assertThat(fresh).containsExactly(taking(100, "c1"));
        assertThat(drawers.multiply(Place.UNPAID, BOTH, 2, fresh)).containsExactly(taking(50, "c2"));
    }

    @Test
    void once_takes_nothing_over_nor_does_what_nobody_took_before() {
        Drawers drawers = drawers();
        List<Taking> fresh = drawers.take(Place.UNPAID, BOTH);

        assertThat(drawers.multiply(Place.UNPAID, BOTH, 1, List.of())).isEmpty();
        assertThat(drawers.multiply(Place.UNPAID, BOTH, 3, fresh)).isEmpty();
    }

    /** What was fresh lay in both lines together: so does what is left for the second time. */
    @Test
    void what_cannot_be_told_line_by_line_is_taken_of_all_of_them() {
        assertThat(drawers().multiply(Place.UNPAID, BOTH, 2, List.of(taking(40, "c1", "c2"))))
                .containsExactly(taking(110, "c1", "c2"));
        assertThat(drawers().multiply(Place.UNPAID, BOTH, 2, List.of(taking(150, "c1", "c2"))))
                .isEmpty();
    }

    @Test
    void drawers_that_go_on_know_what_was_taken_over_and_leave_the_others_alone() {
        Drawers drawers = drawers();
        List<Taking> fresh = drawers.take(Place.UNPAID, List.of(ONE));
        drawers.multiply(Place.UNPAID, List.of(ONE), 2, List.of());
        Drawers next = drawers.after();

        assertThat(fresh).containsExactly(taking(100, "c1"));
        assertThat(next.take(Place.UNPAID, BOTH)).containsExactly(taking(50, "c2"));
        assertThat(next.multiply(Place.UNPAID, BOTH, 2, List.of())).containsExactly(taking(50, "c2"));
        assertThat(next.spent(Place.UNPAID, BOTH)).isTrue();
        assertThat(drawers.spent(Place.UNPAID, BOTH)).isFalse();
        assertThat(drawers.multiply(Place.UNPAID, BOTH, 2, List.of())).containsExactly(taking(50, "c2"));
    }
}
