package qiyue.decision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import qiyue.fact.CaseFile;
import qiyue.fact.Money;
import qiyue.fact.Parameter;

/** The balances of the deposit as the document states them: one an agreement, or one for all. */
final class Deposits {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<Parameter> balances;

    Deposits(CaseFile file) {
        this.balances = file.parameters().stream()
                .filter(p -> p.key().equals("deposit-balance") && p.amount().signum() >= 0)
                .toList();
    }

    /** The id of the balance that serves an agreement. */
    Optional<Parameter> of(String agreement) {
        return balances.stream()
                .filter(p -> p.agreement().equals(agreement))
                .findFirst()
                .or(() -> balances.stream().filter(p -> p.agreement().isEmpty()).findFirst());
    }

    /** So many percent of a balance, yuan. */
    static BigDecimal percent(Parameter balance, int percent) {
        return balance.amount().multiply(BigDecimal.valueOf(percent)).divide(HUNDRED, 2, RoundingMode.HALF_UP);
    }

    /** The whole of a balance, yuan. */
    static BigDecimal whole(Parameter balance) {
        return Money.yuan(balance.amount());
    }
}
