package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qiyue.fact.Money;
import qiyue.fact.Portion;

/** What lines take one after another: each by how much it raises the whole. */
class TillTest {
    private static final Map<String, Money> SOURCES = Map.of("c1", yuan(100), "c2", yuan(50));
    private static final Portion WHOLE = Portion.of("c1", yuan(100));
    private static final Portion PART = Portion.of("c1", yuan(30));
    private static final Portion OTHER = Portion.of("c2", yuan(50));

    private static Money yuan(int sum) {
        return Money.unsettled(BigDecimal.valueOf(sum));
    }

    private static Till till(Portion... claims) {
        Takings takings = new Takings(SOURCES, Map.of());
        return new Till(takings, Place.UNPAID, Components.of(takings, new LinkedHashSet<>(Arrays.asList(claims))));
    }

    @Test
    void the_second_takes_what_the_first_left() {
        Till till = till(PART, WHOLE, OTHER);

        assertThat(till.take(List.of(PART)))
                .extracting(Taking::sources, Taking::cents)
                .containsExactly(tuple(List.of("c1"), 3000L));
        assertThat(till.take(List.of(WHOLE, OTHER)))
                .extracting(Taking::sources, Taking::cents)
                .containsExactlyInAnyOrder(tuple(List.of("c1"), 7000L), tuple(List.of("c2"), 5000L));
        assertThat(till.take(List.of(WHOLE))).isEmpty();
    }

    @Test
    void a_till_is_spent_for_a_line_that_would_take_nothing() {
        Till till = till(PART, WHOLE, OTHER);
        assertThat(till.spent(List.of(PART))).isFalse();
        assertThat(till.spent(List.of())).isTrue();
        till.take(List.of(WHOLE));

        assertThat(till.spent(List.of(PART))).isTrue();
        assertThat(till.spent(List.of(OTHER))).isFalse();
        assertThat(till.spent(List.of(PART, OTHER))).isFalse();
    }

    @Test
    void a_till_after_another_knows_what_that_gave_and_tells_it_nothing() {
        Till till = till(PART, WHOLE, OTHER);
        till.take(List.of(PART));
        Till after = till.after();

        assertThat(after.take(List.of(WHOLE))).extracting(Taking::cents).containsExactly(7000L);
        assertThat(after.spent(List.of(WHOLE))).isTrue();
        assertThat(till.spent(List.of(WHOLE))).isFalse();
        assertThat(till.take(List.of(WHOLE))).extracting(Taking::cents).containsExactly(7000L);
    }
}
