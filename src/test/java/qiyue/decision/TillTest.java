package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import qiyue.fact.Money;
import qiyue.fact.Portion;

/** Every yuan once. */
class TillTest {

    private static Money yuan(int sum) {
        return Money.unsettled(BigDecimal.valueOf(sum));
    }

    private static Till till(Map<String, Money> sources) {
        return new Till(Till.Place.UNPAID, sources);
    }

    private static int take(Till till, Portion portion) {
        return till.take(portion).intValueExact();
    }

    @Test
    void one_charge_under_two_clauses_counts_once_with_the_larger_sum() {
        Till till = till(Map.of("c1", yuan(100)));

        assertThat(take(till, Portion.of("c1", yuan(60)))).isEqualTo(60);
        assertThat(take(till, Portion.of("c1", yuan(100)))).isEqualTo(40);
        assertThat(take(till, Portion.of("c1", yuan(80)))).isZero();
    }

    @Test
    void what_was_taken_from_the_pool_counts_towards_its_excess_whichever_comes_first() {
        Map<String, Money> sources = Map.of("d1", yuan(50), "d2", yuan(50));
        Portion excess = new Portion("s1:drugs", yuan(30), List.of("d1", "d2"), true);
        Till after = till(sources);
        Till before = till(sources);

        assertThat(take(after, Portion.of("d1", yuan(20))) + take(after, excess))
                .isEqualTo(30);
        assertThat(take(before, excess) + take(before, Portion.of("d1", yuan(20))))
                .isEqualTo(30);
    }

    @Test
    void a_lump_and_single_charges_never_take_more_than_there_is() {
        Till till = till(Map.of("c1", yuan(60), "c2", yuan(40)));

        assertThat(take(till, new Portion("f1", yuan(70), List.of("c1", "c2"), false)))
                .isEqualTo(70);
        assertThat(take(till, Portion.of("c1", yuan(60)))).isEqualTo(30);
        assertThat(take(till, Portion.of("c2", yuan(40)))).isZero();
    }

    @Test
    void a_place_gives_only_what_lies_in_it() {
        Money divided = Money.of(BigDecimal.valueOf(100), BigDecimal.valueOf(70), BigDecimal.valueOf(20));

        assertThat(new Till(Till.Place.PAID, Map.of()).take(Portion.of("c1", divided)))
                .isEqualByComparingTo("70");
        assertThat(new Till(Till.Place.RETAINED, Map.of()).take(Portion.of("c1", divided)))
                .isEqualByComparingTo("20");
        assertThat(new Till(Till.Place.UNPAID, Map.of()).take(Portion.of("c1", divided)))
                .isEqualByComparingTo("10");
    }

    /** Charges and an excess over all of them, in any order: the larger of what the charges and the cap come to. */
    @Test
    void the_total_does_not_depend_on_the_order() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            Map<String, Money> sources = new TreeMap<>();
            List<Portion> portions = new ArrayList<>();
            int whole = 0;
            for (int i = 0; i < 4; i++) {
                int sum = 1 + random.nextInt(50);
                whole += sum;
                sources.put("c" + i, yuan(sum));
                if (random.nextBoolean()) {
                    portions.add(Portion.of("c" + i, yuan(1 + random.nextInt(sum))));
                }
            }
            portions.add(new Portion("x", yuan(random.nextInt(whole + 1)), List.copyOf(sources.keySet()), true));
            int expected = -1;
            for (int order = 0; order < 6; order++) {
                Collections.shuffle(portions, random);
                Till till = till(sources);
                int total = portions.stream().mapToInt(p -> take(till, p)).sum();
                assertThat(total).as("%s", portions).isLessThanOrEqualTo(whole).isNotNegative();
                assertThat(expected < 0 ? total : expected).as("%s", portions).isEqualTo(total);
                expected = total;
            }
        }
    }
}
