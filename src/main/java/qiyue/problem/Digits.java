package qiyue.problem;

import java.math.BigDecimal;

/** How figures are written. */
public final class Digits {
    private Digits() {}

    /** A figure in digits, without zeros that say nothing: 12.50 as 12.5, 1E+2 as 100. */
    public static String plain(BigDecimal figure) {
        BigDecimal bare = figure.stripTrailingZeros();
        return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
    }
}
