package qiyue.notice;

import java.math.BigDecimal;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Terms;
import qiyue.problem.Digits;
import qiyue.problem.Text;

/**
 * What a grade of an agency's scale proposes.
 *
 * @param taken whether to take the measure at all
 * @param unit {@code months}, {@code years}, {@code days}, {@code working-days}, {@code percent}, {@code times} or {@code amount}; empty: nothing but
 *     whether
 * @param figure how many; zero without a unit
 */
record Proposal(String grade, boolean taken, String unit, BigDecimal figure) {
    /** What a text lets an agency choose from, in the unit of a proposal; none: it sets nothing of the kind. */
    record Range(BigDecimal least, BigDecimal most) {
        boolean holds(BigDecimal figure) {
            return figure.compareTo(least) >= 0 && figure.compareTo(most) <= 0;
        }

        String shown() {
            String from = Digits.plain(least);
            String to = Digits.plain(most);
            return from.equals(to) ? from : from + "–" + to;
        }
    }

    /** Whether it lies within what the measure leaves open; if not, why. */
    Text fault(MeasureLine m) {
        return fault(m.floor(), m.terms(), m.amountMost().signum() > 0 ? new Range(m.amount(), m.amountMost()) : null);
    }

    /**
     * The same, of what a clause gives.
     *
     * @param must whether the measure must be taken
     * @param amounts the range of sums, where there is one
     */
    Text fault(boolean must, Terms terms, @org.jspecify.annotations.Nullable Range amounts) {
        if (must && !taken) {
            return new Text(
                    "条款规定应当采取，不能提出不采取", "the clause requires the measure; it cannot be proposed not to take it");
        }
        if (unit.isEmpty()) {
            return NONE;
        }
        Range range = switch (unit) {
            case "percent" -> range(terms.percent(), terms.percentMost());
            case "times" -> range(terms.times(), terms.timesMost());
            case "amount" -> amounts;
            default -> length(terms);
        };
        if (range == null) {
            // a length the text does not set is the agency's to set; a share or a sum is not
            boolean free = LENGTHS.contains(unit) && terms.least() < 0;
            return free
                    ? NONE
                    : new Text(
                            "条款没有给出这样的幅度：" + said(),
                            "the clause gives no such range: " + Digits.plain(figure) + " " + unit);
        }
        return range.holds(figure)
                ? NONE
                : new Text(
                        "超出条款的幅度 " + range.shown() + "：" + said(),
                        "outside the clause's range " + range.shown() + ": " + Digits.plain(figure) + " " + unit);
    }

    /** Nothing is wrong. */
    static final Text NONE = new Text("", "");

    private static final java.util.Set<String> LENGTHS = java.util.Set.of("days", "working-days", "months", "years");

    private static @org.jspecify.annotations.Nullable Range range(int least, int most) {
        return least < 0 ? null : new Range(BigDecimal.valueOf(least), BigDecimal.valueOf(most < 0 ? least : most));
    }

    /** Months and years are one measure of time, days another. */
    private @org.jspecify.annotations.Nullable Range length(Terms terms) {
        if (terms.least() < 0) {
            return null;
        }
        if (unit.equals(terms.unit())) {
            return range(terms.least(), terms.most());
        }
        if (unit.equals("months") && terms.unit().equals("years")) {
            return range(terms.least() * 12, terms.most() * 12);
        }
        return null;
    }

    /** In words. */
    String said() {
        if (!taken) {
            return "不采取";
        }
        String number = Digits.plain(figure);
        return switch (unit) {
            case "days" -> number + " 日";
            case "working-days" -> number + " 个工作日";
            case "months" -> number + " 个月";
            case "years" -> number + " 年";
            case "percent" -> number + "%";
            case "times" -> number + " 倍";
            case "amount" -> number + " 元";
            default -> "采取";
        };
    }
}
