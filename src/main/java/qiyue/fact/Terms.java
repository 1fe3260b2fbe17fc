package qiyue.fact;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The parameters of a measure as the text gives them. A length is a range ({@code least}..{@code most}) of {@code unit}
 * (days, working-days, months, years); {@code percent} of a deposit or sum; {@code times} a sum, each the least of a range
 * where there is a {@code …Most}; a fixed {@code amount} in yuan, likewise, and an {@code amountMost} alone the most of what a multiple
 * takes; {@code from}, {@code until} days; {@code untilEvent} a code of {@code events}, what ends it where the text names no day. What
 * the text leaves open is blank and stays so.
 */
public record Terms(
        int least,
        int most,
        String unit,
        int percent,
        int percentMost,
        int times,
        int timesMost,
        BigDecimal amount,
        BigDecimal amountMost,
        LocalDate from,
        LocalDate until,
        String untilEvent) {
    /** A fixed sum that cannot be worked out, because something it hangs on is not stated. */
    private static final BigDecimal OPEN = new BigDecimal("-2.00");

    /** No parameter. */
    public static final Terms NONE = new Terms(
            Blank.UNKNOWN,
            Blank.UNKNOWN,
            "",
            Blank.UNKNOWN,
            Blank.UNKNOWN,
            Blank.UNKNOWN,
            Blank.UNKNOWN,
            Conclusion.UNSTATED,
            Conclusion.UNSTATED,
            Blank.NEVER,
            Blank.NEVER,
            "");

    /** The same with that length. */
    public Terms lasting(int from, int to, String unitOfTime) {
        return new Terms(
                from,
                to,
                unitOfTime,
                percent,
                percentMost,
                times,
                timesMost,
                amount,
                amountMost,
                this.from,
                until,
                untilEvent);
    }

    Terms withPercent(int from, int to) {
        return new Terms(
                least,
                most,
                unit,
                from,
                beyond(from, to),
                times,
                timesMost,
                amount,
                amountMost,
                this.from,
                until,
                untilEvent);
    }

    Terms withTimes(int from, int to) {
        return new Terms(
                least,
                most,
                unit,
                percent,
                percentMost,
                from,
                beyond(from, to),
                amount,
                amountMost,
                this.from,
                until,
                untilEvent);
    }

    private static int beyond(int least, int most) {
        return most == least ? Blank.UNKNOWN : most;
    }

    /** A sum, or the least and the most of one; where either is not known, neither is the sum. */
    public Terms withAmount(BigDecimal from, BigDecimal to) {
        boolean known = from.signum() >= 0 && to.signum() >= 0;
        BigDecimal sum = known ? Money.yuan(from) : OPEN;
        BigDecimal end = known && to.compareTo(from) != 0 ? Money.yuan(to) : Conclusion.UNSTATED;
        return with(sum, end);
    }

    /** No more than that sum; without a bound where it is not stated. */
    Terms withMost(BigDecimal yuan) {
        return with(amount, yuan.signum() < 0 ? Conclusion.UNSTATED : Money.yuan(yuan));
    }

    /** Whether no sum is set, and a bound is. */
    public boolean bounded() {
        return !fixed() && amountMost.signum() >= 0;
    }

    /** The most of a fixed sum: the sum itself where it is no range. */
    public BigDecimal mostAmount() {
        return amountMost.signum() < 0 ? amount : amountMost;
    }

    /** Whether a figure is given as a range. */
    public boolean ranged() {
        return percentMost >= 0 || timesMost >= 0 || (fixed() && amountMost.signum() >= 0);
    }

    /** The same with the upper end of each range of figures in its place. */
    public Terms atMost() {
        Terms upper = percentMost < 0 ? this : withPercent(percentMost, percentMost);
        upper = timesMost < 0 ? upper : upper.withTimes(timesMost, timesMost);
        return fixed() && amountMost.signum() >= 0 ? upper.with(amountMost, Conclusion.UNSTATED) : upper;
    }

    /** Whether a fixed sum is set, known or not. */
    public boolean fixed() {
        return amount.signum() >= 0 || amount.equals(OPEN);
    }

    /** As a decision shows them: a sum that cannot be worked out is not stated. */
    public Terms shown() {
        return amount.equals(OPEN) ? withoutAmount() : this;
    }

    /** The same without a fixed sum: the terms that like measures share. */
    public Terms withoutAmount() {
        return with(Conclusion.UNSTATED, Conclusion.UNSTATED);
    }

    private Terms with(BigDecimal sum, BigDecimal end) {
        return new Terms(least, most, unit, percent, percentMost, times, timesMost, sum, end, from, until, untilEvent);
    }

    /** The same without days: length, percent, multiple, sum, what ends it. */
    public Terms withoutDays() {
        return new Terms(
                least,
                most,
                unit,
                percent,
                percentMost,
                times,
                timesMost,
                amount,
                amountMost,
                Blank.NEVER,
                Blank.NEVER,
                untilEvent);
    }

    /** The percent as written, a range with two points; empty where none is set. */
    public String percents() {
        return range(percent, percentMost);
    }

    /** The multiple as written, a range with two points; empty where none is set. */
    public String multiples() {
        return range(times, timesMost);
    }

    private static String range(int from, int to) {
        return from < 0 ? "" : to < 0 ? String.valueOf(from) : from + ".." + to;
    }

    /** The same with what the agency decided in the place of each range that it is within. */
    public Terms decided(Choice choice) {
        Terms decided =
                within(choice.percent(), percent, percentMost) ? withPercent(choice.percent(), choice.percent()) : this;
        return within(choice.times(), times, timesMost) ? decided.withTimes(choice.times(), choice.times()) : decided;
    }

    private static boolean within(int number, int least, int most) {
        return number > 0 && number >= least && number <= most;
    }

    Terms withFrom(LocalDate day) {
        return new Terms(
                least, most, unit, percent, percentMost, times, timesMost, amount, amountMost, day, until, untilEvent);
    }

    Terms withUntil(LocalDate day) {
        return new Terms(
                least, most, unit, percent, percentMost, times, timesMost, amount, amountMost, from, day, untilEvent);
    }

    Terms withUntilEvent(String event) {
        return new Terms(
                least, most, unit, percent, percentMost, times, timesMost, amount, amountMost, from, until, event);
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || (other instanceof Terms o
                        && least == o.least
                        && most == o.most
                        && unit.equals(o.unit)
                        && percent == o.percent
                        && percentMost == o.percentMost
                        && times == o.times
                        && timesMost == o.timesMost
                        && amount.equals(o.amount)
                        && amountMost.equals(o.amountMost)
                        && from.equals(o.from)
                        && until.equals(o.until)
                        && untilEvent.equals(o.untilEvent));
    }

    @Override
    public int hashCode() {
        return 31 * (31 * least + most) + amount.hashCode();
    }

    @Override
    public String toString() {
        return "Terms[least=" + least + ", most=" + most + ", unit=" + unit + ", percent=" + percent + ", percentMost="
                + percentMost + ", times=" + times + ", timesMost=" + timesMost + ", amount=" + amount + ", amountMost="
                + amountMost + ", from="
                + from + ", until=" + until + ", untilEvent=" + untilEvent + "]";
    }
}
