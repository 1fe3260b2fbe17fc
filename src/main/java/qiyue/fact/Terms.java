package qiyue.fact;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The parameters of a measure as the text gives them. A length is a range ({@code least}..{@code most}) of {@code unit}
 * (days, working-days, months, years); {@code percent} of a deposit or sum; {@code times} a sum; a fixed {@code amount} in
 * yuan; {@code from}, {@code until} days. What the text leaves open is blank and stays so.
 */
public record Terms(
        int least, int most, String unit, int percent, int times, BigDecimal amount, LocalDate from, LocalDate until) {
    /** No parameter. */
    public static final Terms NONE = new Terms(
            Blank.UNKNOWN,
            Blank.UNKNOWN,
            "",
            Blank.UNKNOWN,
            Blank.UNKNOWN,
            Conclusion.UNSTATED,
            Blank.NEVER,
            Blank.NEVER);

    Terms lasting(int from, int to, String unitOfTime) {
        return new Terms(from, to, unitOfTime, percent, times, amount, this.from, until);
    }

    Terms withPercent(int value) {
        return new Terms(least, most, unit, value, times, amount, from, until);
    }

    Terms withTimes(int value) {
        return new Terms(least, most, unit, percent, value, amount, from, until);
    }

    Terms withAmount(BigDecimal value) {
        return new Terms(least, most, unit, percent, times, Money.yuan(value), from, until);
    }

    Terms withFrom(LocalDate day) {
        return new Terms(least, most, unit, percent, times, amount, day, until);
    }

    Terms withUntil(LocalDate day) {
        return new Terms(least, most, unit, percent, times, amount, from, day);
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || (other instanceof Terms o
                        && least == o.least
                        && most == o.most
                        && unit.equals(o.unit)
                        && percent == o.percent
                        && times == o.times
                        && amount.equals(o.amount)
                        && from.equals(o.from)
                        && until.equals(o.until));
    }

    @Override
    public int hashCode() {
        return 31 * (31 * least + most) + amount.hashCode();
    }

    @Override
    public String toString() {
        return "Terms[least=" + least + ", most=" + most + ", unit=" + unit + ", percent=" + percent + ", times="
                + times + ", amount=" + amount + ", from=" + from + ", until=" + until + "]";
    }
}
