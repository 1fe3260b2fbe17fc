package qiyue.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.BinaryOperator;
import qiyue.shape.Says;

/**
 * Quantities a rule works out itself from what it names. Nothing is rounded but yuan, to the fen; shares and ratios are kept to
 * ten places, so that a threshold is met exactly. What comes of something not stated is not stated, and what comes of a day
 * that never was is neither: no comparison with it holds. No quantity is negative.
 */
public final class Quantity {
    private static final int PLACES = 10;

    private static final int MINUTES = 60;

    /** Before every day a document states. */
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Quantity() {}

    /** Days from one to the other; 0 where they are one day, or the second comes first. */
    @Says(
            zh = "两日相隔的天数；同日、倒序为 0",
            en = "days from the first to the second; 0 if they are one day or the second comes first")
    public static BigDecimal daysBetween(LocalDate from, LocalDate to) {
        return between(ChronoUnit.DAYS, from, to);
    }

    /** Whole months from one to the other. */
    @Says(zh = "两日相隔的整月数", en = "whole months from the first to the second")
    public static BigDecimal monthsBetween(LocalDate from, LocalDate to) {
        return between(ChronoUnit.MONTHS, from, to);
    }

    /** Whole years from one to the other. */
    @Says(zh = "两日相隔的整年数", en = "whole years from the first to the second")
    public static BigDecimal yearsBetween(LocalDate from, LocalDate to) {
        return between(ChronoUnit.YEARS, from, to);
    }

    private static BigDecimal between(ChronoUnit unit, LocalDate from, LocalDate to) {
        return Blank.happened(from) && Blank.happened(to)
                ? BigDecimal.valueOf(Math.max(0, unit.between(from, to)))
                : Conclusion.UNSTATED;
    }

    /** Hours from one moment to the other, to the minute; 0 where the second comes first. */
    @Says(
            zh = "两个时间相隔的小时数，计到分，如 hoursBetween( admittedAt, reportedAt ) > 24；倒序为 0",
            en =
                    "hours from the first to the second, to the minute: hoursBetween( admittedAt, reportedAt ) > 24; 0 if the second comes first")
    public static BigDecimal hoursBetween(LocalDateTime from, LocalDateTime to) {
        return Blank.happened(from.toLocalDate()) && Blank.happened(to.toLocalDate())
                ? BigDecimal.valueOf(Math.max(0, ChronoUnit.MINUTES.between(from, to)))
                        .divide(BigDecimal.valueOf(MINUTES), PLACES, RoundingMode.DOWN)
                : Conclusion.UNSTATED;
    }

    /** So many hours later. */
    @Says(zh = "其后若干小时的时间", en = "the moment so many hours later")
    public static LocalDateTime hoursLater(LocalDateTime time, int number) {
        return !Blank.happened(time.toLocalDate())
                ? time
                : number < 0 ? Blank.UNSTATED_AT : reachable(time.plusHours(number));
    }

    private static LocalDateTime reachable(LocalDateTime time) {
        return Blank.happened(time.toLocalDate()) ? time : Blank.NEVER_AT;
    }

    /** The day on which a moment lies. */
    @Says(zh = "一个时间所在的日期，如 dateOf( servedAt ) < $i.today", en = "the day of a moment: dateOf( servedAt ) < $i.today")
    public static LocalDate dateOf(LocalDateTime time) {
        return time.toLocalDate();
    }

    /** So many days later. */
    @Says(zh = "其后若干日的那一天", en = "the day so many days later")
    public static LocalDate daysLater(LocalDate day, int number) {
        return later(ChronoUnit.DAYS, day, number);
    }

    /** So many months later. */
    @Says(zh = "其后若干月的那一天", en = "the day so many months later")
    public static LocalDate monthsLater(LocalDate day, int number) {
        return later(ChronoUnit.MONTHS, day, number);
    }

    /** So many years later. */
    @Says(zh = "其后若干年的那一天", en = "the day so many years later")
    public static LocalDate yearsLater(LocalDate day, int number) {
        return later(ChronoUnit.YEARS, day, number);
    }

    /** So many days earlier. */
    @Says(zh = "其前若干日的那一天", en = "the day so many days earlier")
    public static LocalDate daysEarlier(LocalDate day, int number) {
        return earlier(ChronoUnit.DAYS, day, number);
    }

    /** So many months earlier. */
    @Says(zh = "其前若干月的那一天", en = "the day so many months earlier")
    public static LocalDate monthsEarlier(LocalDate day, int number) {
        return earlier(ChronoUnit.MONTHS, day, number);
    }

    /** So many years earlier. */
    @Says(zh = "其前若干年的那一天", en = "the day so many years earlier")
    public static LocalDate yearsEarlier(LocalDate day, int number) {
        return earlier(ChronoUnit.YEARS, day, number);
    }

    /** The first day of its month: two days of one month have the same. */
    @Says(zh = "该日所在月份的第一日；同一个月的两日，第一日相同", en = "the first day of its month: two days of one month have the same")
    public static LocalDate firstOfMonth(LocalDate day) {
        return Blank.happened(day) ? day.withDayOfMonth(1) : Blank.UNSTATED;
    }

    /** The first day of its quarter: two days of one quarter have the same. */
    @Says(zh = "该日所在季度的第一日；同一季度的两日，第一日相同", en = "the first day of its quarter: two days of one quarter have the same")
    public static LocalDate firstOfQuarter(LocalDate day) {
        return Blank.happened(day)
                ? LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1)
                : Blank.UNSTATED;
    }

    /** The first day of its calendar year: two days of one year have the same. */
    @Says(zh = "该日所在年份的第一日；同一年的两日，第一日相同", en = "the first day of its calendar year: two days of one year have the same")
    public static LocalDate firstOfYear(LocalDate day) {
        return Blank.happened(day) ? LocalDate.of(day.getYear(), 1, 1) : Blank.UNSTATED;
    }

    /** The earlier of both. What has not happened comes after every day: of it and today, today. */
    @Says(
            zh = "两日中较早的；写 none（到办理日还没有）的晚于任何一日，如 earlierOf( repairedOn, $i.today )",
            en =
                    "the earlier of both; none (not by the day of handling) is later than any: earlierOf( repairedOn, $i.today )")
    public static LocalDate earlierOf(LocalDate one, LocalDate other) {
        return stated(one, other) ? one.isBefore(other) ? one : other : Blank.UNSTATED;
    }

    /** The later of both; where one has not happened, it has not either. */
    @Says(zh = "两日中较晚的；有一项写 none 的，也是还没有", en = "the later of both; none where one is none")
    public static LocalDate laterOf(LocalDate one, LocalDate other) {
        return stated(one, other) ? one.isAfter(other) ? one : other : Blank.UNSTATED;
    }

    private static boolean stated(LocalDate one, LocalDate other) {
        return !one.equals(Blank.UNSTATED) && !other.equals(Blank.UNSTATED);
    }

    /** A day beyond all calendars never comes. */
    private static LocalDate later(ChronoUnit unit, LocalDate day, int number) {
        if (number < 0 || !Blank.happened(day)) {
            return number < 0 ? Blank.UNSTATED : day;
        }
        return number > unit.between(day, Blank.UNSTATED) ? Blank.NEVER : real(day.plus(number, unit));
    }

    private static LocalDate real(LocalDate day) {
        return Blank.happened(day) ? day : Blank.NEVER;
    }

    private static LocalDate earlier(ChronoUnit unit, LocalDate day, int number) {
        if (number < 0 || !Blank.happened(day)) {
            return number < 0 ? Blank.UNSTATED : day;
        }
        return number > unit.between(FIRST, day) ? FIRST : day.minus(number, unit);
    }

    /** What is worked out of two figures; not stated where one of them is not. */
    private static BigDecimal both(Number one, Number other, BinaryOperator<BigDecimal> worked) {
        BigDecimal a = exact(one);
        BigDecimal b = exact(other);
        return stated(a, b) ? worked.apply(a, b) : Conclusion.UNSTATED;
    }

    /** One and the other. */
    @Says(zh = "两数之和", en = "the sum of both")
    public static BigDecimal sumOf(Number one, Number other) {
        return both(one, other, BigDecimal::add);
    }

    /** What a figure exceeds a limit by; 0 where it does not. */
    @Says(zh = "超出限额的部分；未超出为 0", en = "what the figure exceeds the limit by; 0 if it does not")
    public static BigDecimal excessOf(Number figure, Number limit) {
        return both(figure, limit, (a, b) -> a.subtract(b).max(BigDecimal.ZERO));
    }

    /** The smaller of both, as where a text says "at most". */
    @Says(zh = "两数中较小的，如“以两成为限”", en = "the smaller of both, as for \"at most\"")
    public static BigDecimal lesserOf(Number one, Number other) {
        return both(one, other, BigDecimal::min);
    }

    /** The larger of both, as where a text says "at least". */
    @Says(zh = "两数中较大的，如“不少于一百元”", en = "the larger of both, as for \"at least\"")
    public static BigDecimal greaterOf(Number one, Number other) {
        return both(one, other, BigDecimal::max);
    }

    /** So many percent of a sum, yuan to the fen. */
    @Says(zh = "一笔金额的百分之若干（元，四舍五入到分）", en = "so many percent of a sum, yuan, rounded to the fen")
    public static BigDecimal shareOf(Number yuan, Number percent) {
        return both(yuan, percent, (a, b) -> a.multiply(b).divide(HUNDRED, 2, RoundingMode.HALF_UP));
    }

    /** One times the other. */
    @Says(zh = "两数之积，如每份 50 元乘份数", en = "the product of both, such as 50 yuan a file times the files")
    public static BigDecimal productOf(Number one, Number other) {
        return both(one, other, BigDecimal::multiply);
    }

    /** How many percent the part is of the whole. */
    @Says(zh = "部分占全部的百分比", en = "how many percent the part is of the whole")
    public static BigDecimal percentOf(Number part, Number whole) {
        return divided(exact(part).multiply(HUNDRED), exact(part), exact(whole));
    }

    /** One divided by the other. */
    @Says(zh = "两数之比", en = "the first divided by the second")
    public static BigDecimal ratioOf(Number one, Number other) {
        return divided(exact(one), exact(one), exact(other));
    }

    /** Of nothing there is no share. */
    private static BigDecimal divided(BigDecimal dividend, BigDecimal part, BigDecimal whole) {
        return stated(part, whole) && whole.signum() > 0
                ? dividend.divide(whole, PLACES, RoundingMode.DOWN)
                : Conclusion.UNSTATED;
    }

    private static boolean stated(BigDecimal one, BigDecimal other) {
        return one.signum() >= 0 && other.signum() >= 0;
    }

    /** A number as a rule writes it. */
    public static BigDecimal number(String written) {
        return new BigDecimal(written);
    }

    /** The value itself. */
    public static <T> T itself(T value) {
        return value;
    }

    private static BigDecimal exact(Number number) {
        return number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
    }
}
