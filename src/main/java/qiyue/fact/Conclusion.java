package qiyue.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import qiyue.shape.Says;

/** What a rule concludes: a breach, a measure or a duty, resting on {@link Grounds}. */
public sealed interface Conclusion extends Evidence permits Breach, Measure, Duty {
    /** The rulebook the concluding rule belongs to, such as {@code beijing/rules-2025}. */
    @Says(code = "rulebooks", zh = "所属规则册", en = "the rulebook it belongs to")
    String rulebook();

    /** The clause applied, such as {@code 18.9}. */
    @Says(code = "clauses", zh = "条款编号，如 18.9", en = "the clause, such as 18.9")
    String clause();

    /** What it rests on. */
    Grounds grounds();

    /** The clause with its rulebook, such as {@code beijing/rules-2025#18.9}. */
    @Says(
            zh = "连同规则册的条款编号，如 beijing/rules-2025#18.9",
            en = "the clause with its rulebook, such as beijing/rules-2025#18.9")
    default String fullClause() {
        return FullClause.of(rulebook(), clause());
    }

    @Override
    default Certainty certainty() {
        return grounds().certainty();
    }

    @Override
    default List<String> open() {
        return grounds().open();
    }

    @Override
    default List<String> presumes() {
        return grounds().presumes();
    }

    @Override
    default LocalDate day() {
        return grounds().day();
    }

    @Override
    default String stayId() {
        return grounds().stay();
    }

    @Override
    default String department() {
        return grounds().department();
    }

    @Override
    default String agreement() {
        return grounds().agreement();
    }

    /** Whether it concerns that agreement; one whose agreement is not known concerns none. */
    @Says(
            zh = "是否属于这份协议；属于哪一份不知道的不算，如 under( $a.id )",
            en = "whether it concerns that agreement; not if its own is not known: under( $a.id )")
    default boolean under(String agreementId) {
        return !agreementId.isEmpty() && agreement().equals(agreementId);
    }

    /** Whether it may concern that agreement too: it is the same, or one of the two is not known. */
    @Says(
            zh = "可能属于这份协议：同一份，或有一方不知道，如 beside( $a.id )",
            en = "whether it may concern that agreement: the same, or one of the two not known: beside( $a.id )")
    default boolean beside(String agreementId) {
        return agreementId.isEmpty() || agreement().isEmpty() || agreement().equals(agreementId);
    }

    @Override
    default List<String> people() {
        return grounds().people();
    }

    @Override
    default List<Portion> portions() {
        return grounds().portions();
    }

    @Override
    default boolean moneyKnown() {
        return grounds().moneyKnown();
    }

    @Override
    default List<String> roots() {
        return grounds().roots();
    }

    /** Whether it rests on that fact and no other: not on a finding that names it besides. */
    @Says(
            zh = "是否只依据这一事实，不连同指明它的检查发现，如 restsOnlyOn( $c.id )",
            en = "whether it rests on that fact alone, and not on a finding that names it: restsOnlyOn( $c.id )")
    default boolean restsOnlyOn(String factId) {
        return roots().size() == 1 && roots().get(0).equals(factId);
    }

    /** The number of the article; 0 for clauses that are not numbered (rows of a table). */
    @Says(zh = "条号，如 18.9 的 18；不按数字编号的为 0", en = "number of the article, 18 of 18.9; 0 where it has no number")
    default int article() {
        return number(clause(), 0);
    }

    /** The number of the item within the article; 0 where the clause is no numbered item. */
    @Says(zh = "项号，如 18.9 的 9；不是数字项的为 0", en = "number of the item, 9 of 18.9; 0 where it is no numbered item")
    default int item() {
        return number(clause(), 1);
    }

    /** Whether some of the money the fund is asked for is not yet paid, or lies in the deposit, or the sum is not known. */
    @Says(
            zh = "所涉款项是否还有没付的（或留作保证金），或金额不明",
            en = "whether some of the money is not yet paid, lies in the deposit, or is not known")
    default boolean unpaid() {
        return !moneyKnown() || Portion.anyUnpaid(portions());
    }

    /** Whether some of the money has been paid by the fund and not given back, or the sum is not known. */
    @Says(zh = "所涉款项是否已有付出而未退回的，或金额不明", en = "whether some of the money was paid and not given back, or is not known")
    default boolean paid() {
        return !moneyKnown() || Portion.anyPaid(portions());
    }

    /** The rulebook part of a full clause id. */
    static String rulebookOf(String fullClause) {
        return fullClause.substring(0, fullClause.indexOf('#'));
    }

    /** The clause part of a full clause id. */
    static String clauseOf(String fullClause) {
        return fullClause.substring(fullClause.indexOf('#') + 1);
    }

    /** The part of a clause as a number; 0 unless it and the first are digits and nothing else. */
    private static int number(String clause, int part) {
        int number = 0;
        int from = 0;
        for (int i = 0; i <= part; i++) {
            if (from > clause.length()) {
                return 0;
            }
            int point = clause.indexOf('.', from);
            int to = point < 0 ? clause.length() : point;
            boolean asked = i == 0 || i == part;
            if (asked && !digits(clause, from, to)) {
                return 0;
            }
            number = asked ? Integer.parseInt(clause, from, to, 10) : 0;
            from = to + 1;
        }
        return number;
    }

    private static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }

    /** A figure that is not stated. */
    BigDecimal UNSTATED = BigDecimal.ONE.negate();
}
