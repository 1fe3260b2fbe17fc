package qiyue.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import qiyue.shape.Own;
import qiyue.shape.Says;

/** An order to put things right and what became of it. */
@Says(zh = "整改", en = "a rectification")
@Kind(asks = "rectification")
public record Rectification(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(zh = "所属协议的编号", en = "id of the agreement concerned", optional = true, pointsAt = Agreement.class)
        String agreement,

        @Says(zh = "责令日", en = "day of the order", ahead = true)
        LocalDate orderedOn,

        @Says(zh = "限期", en = "last day allowed", optional = true, ahead = true, follows = "orderedOn")
        LocalDate dueOn,

        @Says(
                zh = "提交整改报告日",
                en = "day the report was handed in",
                optional = true,
                event = true,
                ahead = true,
                follows = "orderedOn")
        LocalDate reportedOn,

        @Says(
                zh = "检查验收日",
                en = "day it was inspected",
                optional = true,
                event = true,
                ahead = true,
                follows = "orderedOn")
        LocalDate inspectedOn,

        @Says(
                zh = "检查结果；尚未检查而未写的即 pending",
                en = "result; pending if left out before any inspection",
                codes = {"passed", "failed", "pending", "unstated"},
                optional = true)
        String result,

        @Says(
                zh = "是否在因违规中止（暂停）期间；缺省时看所附的措施，没有写所附措施的即未载明",
                en =
                        "whether during a suspension for a violation; if left out, as the measure it belongs to shows, else not stated",
                codes = {"plain", "suspension", "unstated"},
                optional = true)
        String phase,

        @Says(
                zh = "所附的中止（暂停）措施编号；缺省为所说中止（暂停）期间的那一次",
                en = "id of the suspension it belongs to; the one its phase speaks of if left out",
                optional = true,
                pointsAt = PriorMeasure.class)
        String measure,

        @Says(zh = "科室", en = "department", optional = true) String department,

        @Says(zh = "由此造成的基金损失；没有的写 0", en = "loss to the fund by it; 0 where there is none", optional = true)
        Money money,

        @Says(
                zh = "就此作出的认定：问题代码 → yes、no 或 open",
                en = "answers about this: question → yes, no or open",
                code = "questions",
                codes = {"yes", "no", "open"},
                optional = true)
        Map<String, String> answers,

        @Says(zh = "是否附于另一机构的处理", en = "whether it belongs to a measure that struck another facility", derived = true)
        boolean elsewhere,

        @Says(zh = "所涉金额的来源", en = "money traced to its sources", derived = true)
        List<Portion> traced,

        @Says(zh = "日历与办理日", en = "calendar and the day the case is handled", derived = true)
        Clock clock,

        @Says(zh = "词汇声明的字段", en = "the fields the vocabulary declares", derived = true)
        Own own)
        implements LossBearing {
    /** Whether the report was not in by the last day allowed. What passed its inspection by then, or without a report, was not late. */
    @Says(
            zh = "是否逾期，或到期没有完成；没有写明的不算",
            en = "whether it was late or is overdue; not if not stated",
            reads = "reportedOn")
    public boolean late() {
        boolean inTime = result.equals("passed") && (!inspectedOn.isAfter(dueOn) || !Blank.happened(reportedOn));
        return Blank.happened(dueOn) && !inTime && clock.late(dueOn, reportedOn);
    }

    /**
     * The day by which it was put right: that of the report, or of the inspection it passed before. What passed late and says
     * nothing of a report does not tell.
     */
    @Says(
            zh = "整改到位的一日：报告之日，或此前验收之日",
            en = "the day by which it was put right: that of the report, or of an inspection passed before")
    public LocalDate metOn() {
        boolean seen = result.equals("passed") && Blank.happened(inspectedOn);
        return seen && (Blank.happened(reportedOn) ? inspectedOn.isBefore(reportedOn) : !inspectedOn.isAfter(dueOn))
                ? inspectedOn
                : reportedOn;
    }

    /** As part of that earlier measure, a suspension for a violation or not: whether it struck another facility, which phase it is. */
    Rectification of(PriorMeasure measure, boolean suspension) {
        Rectification placed = Derivation.with(this, "elsewhere", !measure.here());
        if (!suspension) {
            return Derivation.with(placed, "phase", "plain");
        }
        return phase.equals("unstated") ? Derivation.with(placed, "phase", "suspension") : placed;
    }

    /** With the result of what was left out: none yet before an inspection; after one it is not stated. */
    Rectification known() {
        return result.equals("unstated") && !Blank.happened(inspectedOn)
                ? Derivation.with(this, "result", "pending")
                : this;
    }

    /** The day of inspection; where none is known the end of time: whatever was done may have come before it. */
    @Says(zh = "验收之日；不知道的为最迟", en = "the day of inspection; where none is known, as late as can be")
    public LocalDate inspectedAtLatest() {
        return Blank.happened(inspectedOn) ? inspectedOn : Blank.NEVER;
    }

    @Override
    public List<Portion> portions() {
        return Portion.traced(traced, id, money, List.of());
    }

    @Override
    public LocalDate day() {
        return orderedOn;
    }
}
