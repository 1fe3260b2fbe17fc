package qiyue.decision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import qiyue.fact.CaseFile;
import qiyue.fact.Money;
import qiyue.fact.Parameter;

/** The balances of the deposit as the document states them: one an agreement, or one for all. */
final class Deposits {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The parameter that states one. */
    static final String BALANCE = "deposit-balance";

    private final List<Parameter> balances;

    private Deposits(List<Parameter> balances) {
        this.balances = balances;
    }

    Deposits(CaseFile file) {
        this.balances = file.parameters().stream()
                .filter(p -> p.key().equals(BALANCE) && p.amount().signum() >= 0)
                .toList();
    }

    /**
     * The balances as they serve lines under these agreements, each with a share of its own: one that names no agreement serves
     * a single one, for nobody says how much of it belongs to which.
     */
    Deposits shared(Set<String> agreements) {
        boolean several = agreements.stream()
                        .filter(a -> balances.stream()
                                .noneMatch(p -> !p.agreement().isEmpty()
                                        && p.agreement().equals(a)))
                        .count()
                > 1;
        return several
                ? new Deposits(
                        balances.stream().filter(p -> !p.agreement().isEmpty()).toList())
                : this;
    }

    /** Whether a balance names no agreement. */
    boolean unnamed() {
        return balances.stream().anyMatch(p -> p.agreement().isEmpty());
    }

    /** The id of the balance that serves an agreement. */
    Optional<Parameter> of(String agreement) {
        return balances.stream()
                .filter(p -> p.agreement().equals(agreement))
                .findFirst()
                .or(() -> balances.stream().filter(p -> p.agreement().isEmpty()).findFirst());
    }

    /** So many percent of a sum, to the fen. */
    static BigDecimal percent(BigDecimal yuan, int percent) {
        return yuan.multiply(BigDecimal.valueOf(percent)).divide(HUNDRED, 2, RoundingMode.HALF_UP);
    }

    /** The whole of a balance, yuan. */
    static BigDecimal whole(Parameter balance) {
        return Money.yuan(balance.amount());
    }
}
