package qiyue.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MoneyTest {

    private static BigDecimal yuan(String sum) {
        return new BigDecimal(sum);
    }

    @Test
    void equal_sums_are_equal_however_they_are_written() {
        assertThat(Money.unsettled(yuan("1200"))).isEqualTo(Money.unsettled(yuan("1200.00")));
    }

    @Test
    void a_part_is_divided_as_the_whole_is() {
        Money whole = Money.of(yuan("1000"), yuan("900"), yuan("100"));

        assertThat(whole.part(yuan("333.33"))).isEqualTo(Money.of(yuan("333.33"), yuan("300.00"), yuan("33.33")));
        assertThat(whole.unpaid()).isEqualByComparingTo("0");
    }

    @Test
    void the_places_of_a_part_add_up_to_it_and_none_is_negative() {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            int amount = 1 + random.nextInt(100_000);
            int paid = random.nextInt(amount + 1);
            int retained = random.nextInt(amount - paid + 1);
            Money whole = Money.of(
                    BigDecimal.valueOf(amount, 2), BigDecimal.valueOf(paid, 2), BigDecimal.valueOf(retained, 2));
            BigDecimal wanted = BigDecimal.valueOf(random.nextInt(amount + 1), 2);

            Money part = whole.part(wanted);

            assertThat(part.paid().add(part.retained()).add(part.unpaid())).isEqualByComparingTo(wanted);
            assertThat(part.paid().signum()).as("paid %s of %s", part, whole).isNotNegative();
            assertThat(part.retained().signum())
                    .as("retained %s of %s", part, whole)
                    .isNotNegative();
            assertThat(part.unpaid().signum())
                    .as("unpaid %s of %s", part, whole)
                    .isNotNegative();
            assertThat(whole.part(whole.amount())).isEqualTo(whole);
        }
    }

    @Test
    void a_sum_is_known_only_if_both_its_terms_are() {
        assertThat(Money.unsettled(yuan("1")).plus(Money.UNKNOWN).known()).isFalse();
        assertThat(Money.unsettled(yuan("1")).plus(Money.unsettled(yuan("2"))).amount())
                .isEqualByComparingTo("3");
    }
}
