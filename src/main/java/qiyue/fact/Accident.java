package qiyue.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import qiyue.shape.Own;
import qiyue.shape.Says;

/** A medical accident or a quality and safety incident. */
@Says(zh = "医疗事故或质量安全事件", en = "an accident")
@Kind(asks = "accident", dated = true)
public record Accident(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(zh = "所属协议的编号", en = "id of the agreement concerned", optional = true, pointsAt = Agreement.class)
        String agreement,

        @Says(
                zh = "类别",
                en = "kind",
                code = "accident-kinds",
                codes = {"medical-accident", "quality-safety"})
        String kind,

        @Says(zh = "发生日", en = "day it happened") LocalDate date,

        @Says(zh = "鉴定或认定日", en = "day it was determined", optional = true, event = true, follows = "date")
        LocalDate determinedOn,

        @Says(zh = "事故等级（1 为一级），0 为未定", en = "grade (1 is the gravest), 0 undetermined", optional = true, beside = true)
        int grade,

        @Says(
                zh = "机构责任",
                en = "responsibility of the facility",
                codes = {"full", "main", "equal", "minor", "none", "unstated"},
                optional = true,
                beside = true)
        String responsibility,

        @Says(zh = "报告经办机构日", en = "day it was reported to the agency", optional = true, event = true, follows = "date")
        LocalDate reportedOn,

        @Says(zh = "所属住院的编号", en = "id of the stay", optional = true, pointsAt = Stay.class)
        String stay,

        @Says(
                zh = "所涉金额所在的收费明细编号；不另写金额的，为这些明细的全部",
                en = "ids of the charge lines its money is on; the whole of them where no money is stated",
                optional = true,
                pointsAt = Charge.class)
        List<String> charges,

        @Says(zh = "所涉金额", en = "money concerned", optional = true)
        Money money,

        @Says(
                zh = "就此作出的认定：问题代码 → yes、no 或 open",
                en = "answers about this: question → yes, no or open",
                code = "questions",
                codes = {"yes", "no", "open"},
                optional = true)
        Map<String, String> answers,

        @Says(zh = "所涉金额的来源", en = "money traced to its sources", derived = true)
        List<Portion> traced,

        @Says(zh = "日历与办理日", en = "calendar and the day the case is handled", derived = true)
        Clock clock,

        @Says(
                zh = "同一协议期内文书另载的、机构有责任的已认定事故次数",
                en =
                        "other accidents the document has in the same agreement that were determined with responsibility of the facility",
                derived = true)
        int othersInTerm,

        @Says(zh = "词汇声明的字段", en = "the fields the vocabulary declares", derived = true)
        Own own)
        implements Declared {
    /** Whether it was reported more than so many days after it was determined; a last day that is no working day moves on. */
    @Says(
            zh = "发生后超过若干日才报告（日）；没有写明的不算，如 reportedLaterThanDays( 3 )",
            en = "reported more than so many days after it happened; not if not stated: reportedLaterThanDays( 3 )",
            reads = {"determinedOn", "reportedOn"})
    public boolean reportedLaterThanDays(int days) {
        return determined() && clock.late(clock.calendar().lastDay(determinedOn, days, "days"), reportedOn);
    }

    /** Whether an accident was determined. */
    @Says(zh = "是否已鉴定或认定", en = "whether it has been appraised or determined", reads = "determinedOn")
    public boolean determined() {
        return Blank.happened(determinedOn);
    }

    /** Whether the document has another in the same agreement, whatever other texts were in force on its day. */
    @Says(
            zh = "同一协议期内文书是否另载有机构有责任的已认定事故，不论发生时别的文本是否施行",
            en =
                    "whether the document has another determined accident with responsibility of the facility in the same agreement")
    public boolean anotherInTerm() {
        return othersInTerm > 0;
    }

    /** Whether it was determined and the facility bears responsibility. */
    boolean answeredFor() {
        return determined() && !responsibility.equals("none") && !responsibility.equals("unstated");
    }

    @Override
    public List<Portion> portions() {
        return Portion.traced(traced, id, money, charges);
    }

    @Override
    public boolean moneyKnown() {
        return money.known() || !charges.isEmpty() || !traced.isEmpty();
    }

    /** The same day so many months on. */
    @Says(
            zh = "发生（已鉴定的为鉴定）之日后若干月的同一日，如 $a.monthsOn( 12 )",
            en = "the same day so many months after it (after its determination, if any): $a.monthsOn( 12 )")
    public LocalDate monthsOn(int months) {
        return day().plusMonths(months);
    }

    @Override
    public LocalDate day() {
        return Blank.happened(determinedOn) ? determinedOn : date;
    }

    @Override
    public LocalDate happenedOn() {
        return date;
    }

    @Override
    public String stayId() {
        return stay;
    }
}
