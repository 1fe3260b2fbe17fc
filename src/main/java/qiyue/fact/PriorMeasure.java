package qiyue.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import qiyue.shape.Says;

/** A measure taken earlier and what became of it. */
@Says(zh = "以往处理", en = "an earlier measure")
@Kind(asks = "prior-measure")
public record PriorMeasure(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(zh = "措施", en = "measure", code = "measures") String kind,

        @Says(
                zh = "起因",
                en = "cause",
                code = "measure-causes",
                codes = {"violation", "own-request", "force-majeure", "re-evaluation", "other"})
        String cause,

        @Says(zh = "决定日", en = "day of the decision") LocalDate decidedOn,

        @Says(zh = "起始日", en = "first day", optional = true, ahead = true)
        LocalDate from,

        @Says(zh = "期满日", en = "last day", optional = true, notBefore = "from", ahead = true)
        LocalDate until,

        @Says(
                zh = "恢复协议日",
                en = "day the agreement resumed",
                optional = true,
                event = true,
                ahead = true,
                follows = "decidedOn")
        LocalDate resumedOn,

        @Says(zh = "所属协议", en = "id of the agreement", optional = true, pointsAt = Agreement.class)
        String agreement,

        @Says(
                zh = "处理对象",
                en = "whom it struck",
                codes = {"facility", "department", "person"},
                optional = true)
        String subject,

        @Says(zh = "科室", en = "department", optional = true) String department,

        @Says(zh = "相关人员", en = "members of staff concerned", optional = true)
        List<String> people,

        @Says(zh = "机构名称；缺省为本机构", en = "name of the facility; this one if left out", optional = true)
        String facility,

        @Says(
                zh = "作出的经办机构；缺省为本次检查的经办机构",
                en = "agency that took it; the one of this inspection if left out",
                optional = true)
        String by,

        @Says(zh = "依据条款", en = "clause it rested on", optional = true)
        String clause,

        @Says(zh = "所属住院的编号", en = "id of the stay", optional = true, pointsAt = Stay.class)
        String stay,

        @Says(
                zh = "就此作出的认定：问题代码 → yes、no 或 open",
                en = "answers about this: question → yes, no or open",
                code = "questions",
                codes = {"yes", "no", "open"},
                optional = true)
        Map<String, String> answers)
        implements Evidence {
    public PriorMeasure {
        subject = subject.isEmpty() ? "facility" : subject;
    }

    /** The same day so many months on; the month's last day where there is no such day. */
    public LocalDate monthsOn(int months) {
        return decidedOn.plusMonths(months);
    }

    /** The same day so many months after its first day. */
    public LocalDate monthsFromStart(int months) {
        return start().plusMonths(months);
    }

    /** The last day on which notice of so many days before its first day is in time. */
    public LocalDate daysBefore(int days) {
        return start().minusDays(days);
    }

    /** The last day on which notice of so many months before its first day is in time. */
    public LocalDate monthsBefore(int months) {
        return start().minusMonths(months);
    }

    /** Whether it struck this facility under that agreement; one that names no agreement is under none. */
    public boolean under(String agreementId) {
        return here() && !agreementId.isEmpty() && agreement.equals(agreementId);
    }

    /** Whether it struck this facility and nobody says if under that agreement: one of the two names none. */
    public boolean maybeUnder(String agreementId) {
        return here() && (agreement.isEmpty() || agreementId.isEmpty());
    }

    /** Whether people must say if it counts under that agreement: it names none, or was decided before that year. */
    public boolean uncertainUnder(String agreementId, int year) {
        return maybeUnder(agreementId) || (under(agreementId) && decidedYear() < year);
    }

    /** The year of the decision. */
    public int decidedYear() {
        return decidedOn.getYear();
    }

    /** Whether an agency other than this one took it; where none is named it is this one's. */
    public boolean byAnother(String agency) {
        return !by.isEmpty() && !by.equals(agency);
    }

    /** Whether it struck this facility. */
    public boolean here() {
        return facility.isEmpty();
    }

    /** First day of the measure. */
    public LocalDate start() {
        return Blank.happened(from) ? from : decidedOn;
    }

    /**
     * Whether an end of the agreement had taken effect on the day: from its first day on, or, where that is not stated, from
     * the day after the decision, for the decision may have come after what was done that day.
     */
    public boolean endedBy(LocalDate date) {
        return Blank.happened(from) ? !date.isBefore(from) : date.isAfter(decidedOn);
    }

    /** Whether the day falls in the measure, first and last day included. */
    public boolean runningOn(LocalDate date) {
        return overlaps(date, date);
    }

    /** Whether the day falls after the last day of the measure and before the agreement resumed. */
    @Says(reads = "resumedOn")
    public boolean afterButNotResumed(LocalDate date) {
        return Blank.happened(until) && Blank.stated(resumedOn) && date.isAfter(until) && date.isBefore(resumedOn);
    }

    boolean overlaps(LocalDate first, LocalDate last) {
        LocalDate end = until.isBefore(resumedOn) ? until : Blank.happened(resumedOn) ? resumedOn.minusDays(1) : until;
        return !last.isBefore(start()) && !first.isAfter(end);
    }

    @Override
    public LocalDate day() {
        return decidedOn;
    }

    @Override
    public String stayId() {
        return stay;
    }
}
