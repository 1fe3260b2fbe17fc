package qiyue.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import qiyue.shape.Own;
import qiyue.shape.Says;

/** A line of a bill. */
@Says(zh = "收费明细", en = "a line of a bill")
@Kind(asks = "charge", dated = true)
public record Charge(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(zh = "费用发生日", en = "day the cost arose") LocalDate date,

        @Says(zh = "所属住院的编号", en = "id of the stay", optional = true, pointsAt = Stay.class)
        String stay,

        @Says(zh = "所属协议的编号", en = "id of the agreement concerned", optional = true, pointsAt = Agreement.class)
        String agreement,

        @Says(zh = "工伤职工", en = "injured worker", optional = true)
        String worker,

        @Says(zh = "科室", en = "department", optional = true) String department,

        @Says(zh = "项目名称", en = "name of the item", optional = true)
        String item,

        @Says(zh = "类别", en = "category", code = "charge-categories")
        String category,

        @Says(zh = "金额", en = "money") Money money,

        @Says(
                zh = "是否在目录和标准范围内",
                en = "inside or outside the catalogues",
                codes = {"in", "out", "unstated"},
                optional = true,
                forRules = true)
        String catalogue,

        @Says(
                zh = "治疗对象",
                en = "what was treated",
                code = "treatment-purposes",
                codes = {"injury", "other-illness", "malpractice", "unstated"},
                optional = true,
                forRules = true)
        String purpose,

        @Says(
                zh = "结算渠道",
                en = "how it is settled",
                code = "settlement-channels",
                codes = {"network", "cross-province", "manual", "unstated"},
                optional = true,
                forRules = true)
        String channel,

        @Says(
                zh = "申报结算日；缺省而已有支付或预留的，已经申报",
                en = "day it was submitted for settlement; it was, if left out and some of it is paid or retained",
                optional = true,
                event = true,
                follows = "date",
                forRules = true)
        LocalDate declaredOn,

        @Says(zh = "计费数量", en = "quantity billed", optional = true)
        BigDecimal billed,

        @Says(zh = "医嘱或处方数量", en = "quantity ordered", optional = true)
        BigDecimal ordered,

        @Says(zh = "实际执行数量", en = "quantity carried out or used", optional = true)
        BigDecimal used,

        @Says(zh = "按价格、限价或目录应收的金额（元）", en = "amount the price rules or limits allow, yuan", optional = true)
        BigDecimal allowed,

        @Says(zh = "与之重复的另一条明细", en = "the line this one repeats", optional = true, pointsAt = Charge.class)
        String duplicates,

        @Says(
                zh = "就此作出的认定：问题代码 → yes、no 或 open",
                en = "answers about this: question → yes, no or open",
                code = "questions",
                codes = {"yes", "no", "open"},
                optional = true)
        Map<String, String> answers,

        @Says(zh = "词汇声明的字段", en = "the fields the vocabulary declares", derived = true)
        Own own)
        implements Declared {
    /** Whether it is said to concern that agreement. */
    @Says(zh = "是否写明属于这份协议，如 under( $a.id )", en = "whether it is said to concern that agreement: under( $a.id )")
    public boolean under(String agreementId) {
        return !agreementId.isEmpty() && agreement.equals(agreementId);
    }

    /**
     * Whether it was submitted for settlement: the day is stated, or, where it is left out, some of it is paid or retained, which
     * nothing is before it was submitted.
     */
    @Says(
            zh = "是否已申报结算：写有申报日，或者没有写而已有支付、预留",
            en =
                    "whether it was submitted for settlement: the day is stated, or left out and some of it is paid or retained",
            reads = "declaredOn",
            byOthers = true)
    public boolean submitted() {
        return Blank.happened(declaredOn) || (!Blank.stated(declaredOn) && shows("declaredOn"));
    }

    /** Whether it is expressly not submitted for settlement, whatever was paid. */
    @Says(
            zh = "是否写明没有申报结算；没有写的不算",
            en = "whether it is expressly not submitted for settlement; not where nothing is said",
            reads = "declaredOn",
            known = true)
    public boolean unsubmitted() {
        return Blank.stated(declaredOn) && !Blank.happened(declaredOn);
    }

    @Override
    public boolean shows(String event) {
        return event.equals("declaredOn") && money.begun();
    }

    /** Whether it repeats another line, of whatever term. */
    @Says(zh = "是否与另一行重复", en = "whether it repeats another line")
    public boolean repeats() {
        return !duplicates.isEmpty();
    }

    /** Whether more was billed than was ordered, or than was carried out, where those were compared. */
    @Says(
            zh = "计费数量是否多于医嘱或实际做的；没有核对的不算",
            en = "whether more was billed than ordered or carried out; not where it was not compared")
    public boolean overbilled() {
        return due().compareTo(billed) < 0;
    }

    /** Whether the amount is above what the price rules or limits allow, where that was compared. */
    @Says(
            zh = "金额是否高于价格规定允许的；没有核对的不算",
            en = "whether the amount is above what price rules allow; not where it was not compared")
    public boolean overcharged() {
        return allowed.compareTo(Conclusion.UNSTATED) != 0 && allowed.compareTo(money.amount()) < 0;
    }

    /** The part billed beyond what was ordered and carried out. */
    @Says(zh = "多计的那一部分（金额），写进 costing( … )", en = "the part billed too much (money), for costing( … )")
    public Portion overbilledPart() {
        BigDecimal excess = billed.signum() <= 0
                ? BigDecimal.ZERO
                : money.amount().multiply(billed.subtract(due())).divide(billed, 2, RoundingMode.HALF_UP);
        return Portion.of(id, money.part(excess));
    }

    /** The part above the allowed amount. */
    @Says(zh = "高出允许金额的那一部分（金额），写进 costing( … )", en = "the part above what is allowed (money), for costing( … )")
    public Portion overchargedPart() {
        return Portion.of(id, money.part(money.amount().subtract(allowed)));
    }

    /** The part the price rules or limits allow. */
    @Says(zh = "允许的那一部分（金额），写进 costing( … )", en = "the part that is allowed (money), for costing( … )")
    public Portion allowedPart() {
        return Portion.of(id, money.part(overcharged() ? allowed : money.amount()));
    }

    /**
     * What of the line a conduct is about that is found on it.
     *
     * @param excess {@code price}: what is above the allowed amount; {@code quantity}: what is billed beyond what was ordered and
     *     carried out; where the line states no such excess, and for any other, the whole of it
     */
    List<Portion> portions(String excess) {
        return switch (excess) {
            case "price" -> overcharged() ? List.of(overchargedPart()) : portions();
            case "quantity" -> overbilled() ? List.of(overbilledPart()) : portions();
            default -> portions();
        };
    }

    private BigDecimal due() {
        BigDecimal byOrder = ordered.compareTo(Conclusion.UNSTATED) == 0 ? billed : ordered;
        BigDecimal byUse = used.compareTo(Conclusion.UNSTATED) == 0 ? billed : used;
        return billed.compareTo(Conclusion.UNSTATED) == 0
                ? Conclusion.UNSTATED
                : billed.min(byOrder).min(byUse);
    }

    @Override
    public List<Portion> portions() {
        return Portion.stated(id, money);
    }

    /** So many yuan of it; all of it where it is no more. */
    @Says(
            zh = "这笔费用中的若干元，写进 costing( … )，如 $c.part( shareOf( $c.money.amount, 5 ) )",
            en = "so many yuan of it, for costing( … ): $c.part( shareOf( $c.money.amount, 5 ) )")
    public Portion part(BigDecimal yuan) {
        return Portion.part(id, money, yuan, List.of());
    }

    @Override
    public boolean moneyKnown() {
        return money.known();
    }

    @Override
    public LocalDate day() {
        return date;
    }

    @Override
    public String stayId() {
        return stay;
    }
}
