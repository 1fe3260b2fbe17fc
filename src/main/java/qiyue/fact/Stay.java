package qiyue.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import qiyue.shape.Own;
import qiyue.shape.Says;

/** A stay in hospital. */
@Says(zh = "住院", en = "a stay in hospital")
@Kind(asks = "stay", dated = true)
public record Stay(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(zh = "所属协议的编号", en = "id of the agreement concerned", optional = true, pointsAt = Agreement.class)
        String agreement,

        @Says(zh = "工伤职工", en = "injured worker") String worker,
        @Says(zh = "科室", en = "department", optional = true) String department,
        @Says(zh = "入院日", en = "day of admission") LocalDate admittedOn,

        @Says(zh = "出院日", en = "day of discharge", optional = true, notBefore = "admittedOn")
        LocalDate dischargedOn,

        @Says(
                zh = "康复方案制定并经签字同意日",
                en = "day the rehabilitation plan was made and signed",
                optional = true,
                event = true,
                forRules = true)
        LocalDate plannedOn,

        @Says(
                zh = "身份核验",
                en = "identity check",
                codes = {"matched", "unchecked", "impostor", "unstated"},
                optional = true,
                forRules = true)
        String identity,

        @Says(
                zh = "住院总费用；有收费明细时由明细合计",
                en = "whole cost; summed from charge lines where there are any",
                optional = true)
        Money money,

        @Says(
                zh = "其中药品费用（元）；有收费明细时由明细合计",
                en = "of it drugs, yuan; summed from charge lines where there are any",
                optional = true)
        BigDecimal drugAmount,

        @Says(
                zh = "就此作出的认定：问题代码 → yes、no 或 open",
                en = "answers about this: question → yes, no or open",
                code = "questions",
                codes = {"yes", "no", "open"},
                optional = true)
        Map<String, String> answers,

        @Says(zh = "费用来源", en = "cost traced to its charge lines", derived = true)
        List<Portion> traced,

        @Says(zh = "药品收费明细", en = "charge lines for drugs", derived = true)
        List<String> drugCharges,

        @Says(zh = "日历与办理日", en = "calendar and the day the case is handled", derived = true)
        Clock clock,

        @Says(zh = "词汇声明的字段", en = "the fields the vocabulary declares", derived = true)
        Own own)
        implements Declared {
    /** Behind its id, the source of a sum that is what its drugs cost beyond a share. */
    public static final String DRUGS = ":drugs";

    /** Whether the plan came more than so many days after admission; a last day that is no working day moves on. */
    @Says(
            zh = "入院后超过若干日才报治疗方案；没有写明的不算，如 plannedLaterThanDays( 3 )",
            en = "planned more than so many days after admission; not if not stated: plannedLaterThanDays( 3 )",
            reads = "plannedOn")
    public boolean plannedLaterThanDays(int days) {
        return clock.late(clock.calendar().lastDay(admittedOn, days, "days"), plannedOn);
    }

    /** Last day on which its cost can have arisen: that of discharge, or of handling where none is stated. */
    @Says(
            zh = "费用可能发生的最后一日：出院日，没有写明的到办理日",
            en = "last day on which its cost can have arisen: of discharge, or of handling where none is stated")
    public LocalDate lastDay() {
        return Blank.happened(dischargedOn) ? dischargedOn : clock.today();
    }

    /** Share of drugs in the whole cost, in percent, unrounded to twenty places; 0 where there is no cost. */
    @Says(zh = "药品费占全部费用的百分比；没有费用的为 0", en = "share of drugs in the whole cost, percent; 0 where there is no cost")
    public BigDecimal drugPercent() {
        return money.amount().signum() == 0
                ? BigDecimal.ZERO
                : drugAmount.multiply(BigDecimal.valueOf(100)).divide(money.amount(), 20, RoundingMode.DOWN);
    }

    /** The drug cost above so many percent of the whole cost. */
    @Says(
            zh = "药品费超出全部费用百分之几的部分（金额），写进 costing( … )，如 $s.drugsAbove( 20 )",
            en = "the drug cost above so many percent of the whole cost, for costing( … ): $s.drugsAbove( 20 )")
    public Portion drugsAbove(int percent) {
        BigDecimal cap = money.amount().multiply(BigDecimal.valueOf(percent)).movePointLeft(2);
        BigDecimal excess = drugAmount.subtract(cap).max(BigDecimal.ZERO);
        return Portion.excess(
                id + DRUGS, drugMoney().part(Money.yuan(excess)), drugCharges.isEmpty() ? List.of(id) : drugCharges);
    }

    /** The money of its drugs: of their lines, and of what lies beyond the lines; without lines divided as the whole is. */
    private Money drugMoney() {
        BigDecimal beyond = drugAmount;
        List<Money> drugs = new ArrayList<>();
        for (Portion portion : traced) {
            if (!portion.source().equals(id) && drugCharges.contains(portion.source())) {
                drugs.add(portion.money());
                beyond = beyond.subtract(portion.money().amount());
            }
        }
        for (Portion portion : traced) {
            if (portion.source().equals(id) && drugCharges.contains(id)) {
                drugs.add(portion.money().part(beyond.min(portion.money().amount())));
            }
        }
        Money sum = drugs.isEmpty() ? money : drugs.get(0);
        for (int i = 1; i < drugs.size(); i++) {
            sum = sum.plus(drugs.get(i));
        }
        return sum;
    }

    /** Whether the fund has paid some of its cost and not had it back. */
    @Says(zh = "费用中是否有基金已付而没有退回的", en = "whether the fund has paid some of its cost and not had it back")
    public boolean fundPaid() {
        return Portion.anyPaid(traced);
    }

    /** So many yuan of its cost; all of it where it cost no more. */
    @Says(
            zh = "住院费用中的若干元，写进 costing( … )，如 $s.part( shareOf( $s.money.amount, 5 ) )",
            en = "so many yuan of its cost, for costing( … ): $s.part( shareOf( $s.money.amount, 5 ) )")
    public Portion part(BigDecimal yuan) {
        return Portion.part(id, money, yuan, traced);
    }

    @Override
    public List<Portion> portions() {
        return traced;
    }

    @Override
    public boolean moneyKnown() {
        return money.known();
    }

    @Override
    public String stayId() {
        return id;
    }

    @Override
    public LocalDate day() {
        return admittedOn;
    }
}
