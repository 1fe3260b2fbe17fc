package qiyue.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import qiyue.shape.Own;
import qiyue.shape.Says;

/** What the inspectors established, or suspect: one conduct on one day or over a stretch of days. */
@Says(zh = "检查发现", en = "a finding of the inspectors")
@Kind(asks = "finding", dated = true)
public record Finding(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(zh = "行为代码", en = "conduct", code = "conducts")
        String conduct,

        @Says(
                zh = "核实状态",
                en = "confirmed, suspected or cleared",
                codes = {"confirmed", "suspected", "cleared"})
        String status,

        @Says(zh = "行为发生日（持续行为为首日）", en = "day of the conduct (first day if it lasted)")
        LocalDate date,

        @Says(
                zh = "持续行为的末日；缺省为只有一日",
                en = "last day of lasting conduct; one day only if left out",
                optional = true,
                notBefore = "date")
        LocalDate until,

        @Says(zh = "所属协议的编号", en = "id of the agreement concerned", optional = true, pointsAt = Agreement.class)
        String agreement,

        @Says(
                zh = "所涉申请的编号；没有同时写明协议的，只就申请判断，不按协议处理",
                en =
                        "id of the application it concerns alone; without an agreement beside it, it is no matter of any agreement",
                optional = true,
                pointsAt = Application.class)
        String application,

        @Says(zh = "所属住院的编号", en = "id of the stay", optional = true, pointsAt = Stay.class)
        String stay,

        @Says(zh = "工伤职工", en = "injured worker", optional = true)
        String worker,

        @Says(zh = "科室", en = "department", optional = true) String department,

        @Says(zh = "相关人员", en = "members of staff concerned", optional = true)
        List<String> people,

        @Says(zh = "次数或份数，默认 1", en = "number of times, 1 if left out", optional = true, leftOut = 1)
        int count,

        @Says(zh = "所涉金额", en = "money concerned", optional = true)
        Money money,

        @Says(zh = "所涉收费明细；列出后不再另填金额", en = "charge lines concerned; then money is left out", optional = true)
        List<ChargePart> charges,

        @Says(zh = "与此为同一事实的数据记录编号", en = "ids of records of the same fact", optional = true, pointsAt = Evidence.class)
        List<String> records,

        @Says(zh = "说明", en = "remark", optional = true) String note,

        @Says(
                zh = "就此作出的认定：问题代码 → yes、no 或 open",
                en = "answers about this: question → yes, no or open",
                code = "questions",
                codes = {"yes", "no", "open"},
                optional = true)
        Map<String, String> answers,

        @Says(zh = "所涉金额的来源", en = "money traced to its sources", derived = true)
        List<Portion> traced,

        @Says(zh = "词汇声明的字段", en = "the fields the vocabulary declares", derived = true)
        Own own)
        implements Declared {
    @Override
    public Certainty certainty() {
        return status.equals("confirmed") ? Certainty.ESTABLISHED : Certainty.SUSPECTED;
    }

    @Override
    public List<Portion> portions() {
        return traced;
    }

    @Override
    public boolean moneyKnown() {
        return money.known() || !charges.isEmpty() || (!traced.isEmpty() && allKnown());
    }

    /** Whether it states money, and more than none. */
    @Says(zh = "是否写了金额且大于零", en = "whether it states money, and more than none")
    public boolean costs() {
        for (Portion portion : traced) {
            if (portion.money().known() && portion.money().amount().signum() > 0) {
                return true;
            }
        }
        return false;
    }

    /** All the money it states, be it its own, on its lines or in its records, yuan; unstated where it is not said whole. */
    @Says(
            zh = "所涉金额合计（元）：自己写的、所列明细的、所指数据的都算，如 $m : moneyTotal",
            en = "all its money, yuan: its own, on its lines or in its records, such as $m : moneyTotal",
            reads = "money")
    public BigDecimal moneyTotal() {
        if (!moneyKnown()) {
            return Conclusion.UNSTATED;
        }
        return traced.isEmpty()
                ? money.amount()
                : traced.stream().map(p -> p.money().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether the fund has paid some of the money it states and not had it back, be it its own, on its lines or in its records. */
    @Says(
            zh = "所写金额中是否有基金已付而没有退回的；自己写的、所列明细的、所指数据的都算",
            en =
                    "whether the fund has paid some of its money and not had it back: its own, on its lines or in its records")
    public boolean fundPaid() {
        return Portion.anyPaid(traced);
    }

    /** Whether the fund is asked for some of the money it states, be it its own, on its lines or in its records. */
    @Says(
            zh = "所写金额中是否有向基金申报的；自己写的、所列明细的、所指数据的都算",
            en = "whether the fund is asked for some of its money: its own, on its lines or in its records")
    public boolean fundAsked() {
        return Portion.anyBilled(traced, true);
    }

    /** Whether some of the money it states was billed to the worker, be it its own, on its lines or in its records. */
    @Says(
            zh = "所写金额中是否有向工伤职工收取的；自己写的、所列明细的、所指数据的都算",
            en = "whether some of its money was billed to the worker: its own, on its lines or in its records")
    public boolean workerBilled() {
        return Portion.anyBilled(traced, false);
    }

    /** Whether it states that no money is concerned: then no cost is refused, whatever the conduct. */
    @Says(zh = "是否写明不涉金额", en = "whether it states that no money is concerned")
    public boolean costless() {
        return moneyKnown() && !costs();
    }

    /** Whether nothing says that the fund was asked for the money: it names no lines and no payer, and nothing of it was paid. */
    @Says(
            zh = "所涉的钱是否向基金申报没有写明：没有列明细、记录，没有写向谁收取，也没有写已付、预留的部分",
            en =
                    "whether nothing says that the fund was asked for the money: no lines, no records, no payer, nothing paid or retained")
    public boolean payerUnsaid() {
        return charges.isEmpty() && records.isEmpty() && money.payerUnsaid() && !costless();
    }

    /** The finding itself, without money. */
    @Says(zh = "只取这一发现，不取金额", en = "the finding without its money")
    public Portion withoutMoney() {
        return Portion.of(id, Money.unsettled(BigDecimal.ZERO));
    }

    private boolean allKnown() {
        for (Portion portion : traced) {
            if (!portion.money().known()) {
                return false;
            }
        }
        return true;
    }

    /** Whether it names members of staff. */
    @Says(zh = "是否写明了本机构人员", en = "whether it names members of staff")
    public boolean staffNamed() {
        return !people.isEmpty();
    }

    /** Last day of the conduct. */
    @Says(zh = "行为的最后一日；没有写的同发生日", en = "last day of the conduct; its day where none is stated")
    public LocalDate lastDay() {
        return Blank.happened(until) ? until : date;
    }

    /** Whether it concerns an application and no agreement. */
    @Says(zh = "是否只涉及一份申请，不涉及协议", en = "whether it concerns an application and no agreement")
    public boolean onlyOfApplication() {
        return !application.isEmpty() && agreement.isEmpty();
    }

    /** Itself, what it is about, and the application that is answered by it. */
    @Override
    public List<String> roots() {
        if (records.isEmpty() && charges.isEmpty() && !onlyOfApplication()) {
            return List.of(id);
        }
        List<String> roots = new ArrayList<>();
        roots.add(id);
        roots.addAll(records);
        for (ChargePart part : charges) {
            roots.add(part.id());
        }
        if (onlyOfApplication()) {
            roots.add(application);
        }
        return List.copyOf(roots);
    }

    /** The same day so many months on. */
    @Says(zh = "发生之日后若干月的同一日，如 $f.monthsOn( 12 )", en = "the same day so many months on: $f.monthsOn( 12 )")
    public LocalDate monthsOn(int months) {
        return date.plusMonths(months);
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
