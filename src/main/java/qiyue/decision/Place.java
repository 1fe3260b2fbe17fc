package qiyue.decision;

import java.math.BigDecimal;
import qiyue.fact.Money;

/** Where money is: what can be refused, taken out of the deposit, recovered; or all of it, wherever it is. */
enum Place {
    /** Not yet settled, and asked of the fund. */
    UNPAID,
    /** Kept back at settlement and still in the deposit. */
    RETAINED,
    /** Paid by the fund and not given back. */
    PAID,
    /** The whole sum, whoever is to bear it: nothing is taken there. */
    WHOLE;

    BigDecimal of(Money money) {
        return switch (this) {
            case UNPAID -> money.refusable();
            case RETAINED -> money.deposited();
            case PAID -> money.recoverable();
            case WHOLE -> money.amount();
        };
    }

    /** In hundredths, so that sums are exact and quick. */
    long cents(Money money) {
        return of(money).movePointRight(2).longValueExact();
    }

    /** Yuan again. */
    static BigDecimal yuan(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
