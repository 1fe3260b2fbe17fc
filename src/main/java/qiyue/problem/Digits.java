package qiyue.problem;

import java.math.BigDecimal;

/** How figures are written. */
public final class Digits {
    private Digits() {}

    /** A figure in digits, without zeros that say nothing: 12.50 as 12.5, 1E+2 as 100. */
    public static String plain(BigDecimal figure) {
        return figure.stripTrailingZeros().toPlainString();
    }

    /** Yuan in digits, with at least their two decimals. */
    public static String yuan(BigDecimal amount) {
        return amount.setScale(Math.max(2, amount.stripTrailingZeros().scale())).toPlainString();
    }
}
