package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import qiyue.fact.Parameter;

/** Which balance serves which agreement. */
class DepositsTest {
    private static Deposits of(String parameters) {
        return new Deposits(Document.of("""
                "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                               {"id": "r", "kind": "rehabilitation", "from": "2025-01-01", "to": "2025-12-31"},
                               {"id": "s", "kind": "assistive-device", "from": "2025-01-01", "to": "2025-12-31"}],
                "parameters": [%s]
                """.formatted(parameters)).file());
    }

    private static String balance(String agreement, String yuan) {
        return "{\"key\": \"deposit-balance\", \"amount\": %s%s}"
                .formatted(yuan, agreement.isEmpty() ? "" : ", \"agreement\": \"" + agreement + "\"");
    }

    private static String id(Deposits deposits, String agreement) {
        return deposits.of(agreement).map(Parameter::id).orElse("");
    }

    @Test
    void an_agreement_is_served_by_its_own_balance_else_by_the_one_that_names_none() {
        Deposits deposits = of(balance("", "500") + ", " + balance("m", "300"));

        assertThat(id(deposits, "m")).isEqualTo("parameter:deposit-balance:m");
        assertThat(id(deposits, "r")).isEqualTo("parameter:deposit-balance");
        assertThat(deposits.unnamed()).isTrue();
    }

    @Test
    void the_balance_of_another_agreement_serves_nobody_else() {
        Deposits deposits = of(balance("m", "300"));

        assertThat(id(deposits, "r")).isEmpty();
        assertThat(deposits.unnamed()).isFalse();
    }

    @Test
    void a_balance_of_nothing_is_a_balance() {
        assertThat(id(of(balance("m", "0")), "m")).isEqualTo("parameter:deposit-balance:m");
    }

    @Test
    void another_parameter_is_no_balance() {
        assertThat(id(of("{\"key\": \"in-force-from\", \"date\": \"2025-01-01\", \"amount\": 3}"), "m"))
                .isEmpty();
    }

    /** Two agreements without a balance of their own: nobody says how much of the one stated is whose. */
    @Test
    void what_names_no_agreement_serves_a_single_share() {
        Deposits deposits = of(balance("", "500") + ", " + balance("m", "300"));

        assertThat(id(deposits.shared(Set.of("m", "r")), "r")).isEqualTo("parameter:deposit-balance");
        assertThat(id(deposits.shared(Set.of("m", "r", "s")), "r")).isEmpty();
        assertThat(id(deposits.shared(Set.of("m", "r", "s")), "m")).isEqualTo("parameter:deposit-balance:m");
        assertThat(id(deposits.shared(Set.of("")), "")).isEqualTo("parameter:deposit-balance");
    }

    @Test
    void a_share_is_rounded_to_the_cent_half_up() {
        Parameter odd = of(balance("m", "333.35")).of("m").orElseThrow();

        assertThat(Deposits.percent(odd.amount(), 10)).isEqualTo(new BigDecimal("33.34"));
        assertThat(Deposits.percent(odd.amount(), 100)).isEqualTo(new BigDecimal("333.35"));
        assertThat(Deposits.whole(odd)).isEqualTo(new BigDecimal("333.35"));
    }
}
