package qiyue.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import qiyue.shape.Own;
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

        @Says(zh = "起始日；缺省为决定日", en = "first day; the day of the decision if left out", optional = true, ahead = true)
        LocalDate from,

        @Says(
                zh = "期满日；缺省为没有期限",
                en = "last day; without end if left out",
                optional = true,
                notBefore = "from",
                ahead = true)
        LocalDate until,

        @Says(
                zh = "恢复协议日",
                en = "day the agreement resumed",
                optional = true,
                event = true,
                ahead = true,
                notBefore = "from",
                follows = "decidedOn")
        LocalDate resumedOn,

        @Says(zh = "所属协议", en = "id of the agreement", optional = true, pointsAt = Agreement.class)
        String agreement,

        @Says(
                zh = "处理对象；缺省时，写了科室的为科室，只写了人员的为人员，都没有写的为机构",
                en = "whom it struck; if left out, the department it names, else the people, else the facility",
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
        Map<String, String> answers,

        @Says(zh = "日历与办理日", en = "calendar and the day the case is handled", derived = true)
        Clock clock,

        @Says(zh = "词汇声明的字段", en = "the fields the vocabulary declares", derived = true)
        Own own)
        implements Declared {
    public PriorMeasure {
        subject = subject.isEmpty() ? named(department, people) : subject;
    }

    private static String named(String department, List<String> people) {
        return !department.isEmpty() ? "department" : people.isEmpty() ? "facility" : "person";
    }

    /** The same day so many months on; the month's last day where there is no such day. */
    @Says(
            zh = "决定之日后若干月的同一日，没有这一日的取月末，如 $p.monthsOn( 24 )",
            en = "the same day so many months on, the last of the month where there is none: $p.monthsOn( 24 )")
    public LocalDate monthsOn(int months) {
        return decidedOn.plusMonths(months);
    }

    /** The same day so many months after its first day. */
    @Says(
            zh = "第一日后若干月的同一日，如 $p.monthsFromStart( 6 )",
            en = "the same day so many months after its first day: $p.monthsFromStart( 6 )")
    public LocalDate monthsFromStart(int months) {
        return start().plusMonths(months);
    }

    /** The last of so many days after its first day; one that is no working day moves on. None where they were over before the text. */
    @Says(
            zh = "第一日之后若干日，如 $p.daysOn( 30 )；文本施行前已满的，为 none",
            en =
                    "so many days after its first day: $p.daysOn( 30 ); none where they were over before the text was in force")
    public LocalDate daysOn(int days, @ByText String text) {
        return clock.underText(clock.calendar().lastDay(start(), days, "days"), text);
    }

    /** Whether the agreement had not resumed so many days after its first day; a last day that is no working day moves on. */
    @Says(
            zh = "到若干日期满，协议是否没有恢复，如 outlastsDays( 30 )",
            en = "whether the agreement had not resumed when so many days were over: outlastsDays( 30 )",
            reads = "resumedOn")
    public boolean outlastsDays(int days, @ByText String text) {
        return clock.late(daysOn(days, text), resumedOn);
    }

    /** The last day on which notice of so many days before its first day is in time. */
    @Says(
            zh = "第一日之前若干日，通知最迟的一日，如 $p.daysBefore( 15 )",
            en = "the last day for notice of so many days before its first day: $p.daysBefore( 15 )")
    public LocalDate daysBefore(int days) {
        return start().minusDays(days);
    }

    /** The last day on which notice of so many months before its first day is in time. */
    @Says(
            zh = "第一日之前若干月，通知最迟的一日，如 $p.monthsBefore( 1 )",
            en = "the last day for notice of so many months before its first day: $p.monthsBefore( 1 )")
    public LocalDate monthsBefore(int months) {
        return start().minusMonths(months);
    }

    /** Whether it struck this facility under that agreement; one that names no agreement is under none. */
    @Says(
            zh = "是否在这份协议下对本机构作出；没有写明协议的不算，如 under( $a.id )",
            en = "whether it struck this facility under that agreement; not where it names none: under( $a.id )")
    public boolean under(String agreementId) {
        return here() && !agreementId.isEmpty() && agreement.equals(agreementId);
    }

    /** Whether it struck this facility and nobody says if under that agreement: one of the two names none. */
    @Says(
            zh = "对本机构作出而没有写明哪份协议，如 maybeUnder( $a.id )",
            en = "whether it struck this facility and nobody says under which agreement: maybeUnder( $a.id )")
    public boolean maybeUnder(String agreementId) {
        return here() && (agreement.isEmpty() || agreementId.isEmpty());
    }

    /** Whether people must say if it counts under that agreement: it names none, or was decided before that year. */
    @Says(
            zh = "是否算在这份协议下须由人认定：没有写明协议，或在那一年之前决定，如 uncertainUnder( $a.id, $a.firstYear )",
            en =
                    "whether people must say if it counts under that agreement: it names none, or was decided before that year: uncertainUnder( $a.id, $a.firstYear )")
    public boolean uncertainUnder(String agreementId, int year) {
        return maybeUnder(agreementId) || (under(agreementId) && decidedYear() < year);
    }

    /** The year of the decision. */
    @Says(zh = "决定的年份", en = "the year of the decision")
    public int decidedYear() {
        return decidedOn.getYear();
    }

    /** Whether an agency other than this one took it; where none is named it is this one's. */
    @Says(
            zh = "是否由别的经办机构作出；没有写明的视为本机构，如 byAnother( $i.agency )",
            en = "whether another agency took it; where none is named it is this one's: byAnother( $i.agency )")
    public boolean byAnother(String agency) {
        return !by.isEmpty() && !by.equals(agency);
    }

    /** Whether it struck this facility. */
    @Says(zh = "是否对本机构作出", en = "whether it struck this facility")
    public boolean here() {
        return facility.isEmpty();
    }

    /** First day of the measure. */
    @Says(zh = "措施的第一日", en = "first day of the measure")
    public LocalDate start() {
        return Blank.happened(from) ? from : decidedOn;
    }

    /**
     * Whether an end of the agreement had taken effect on the day: from its first day on, or, where that is not stated, from
     * the day after the decision, for the decision may have come after what was done that day.
     */
    @Says(
            zh = "到这一日协议是否已因它而终止，如 endedBy( $c.date )",
            en = "whether an end of the agreement had taken effect on the day: endedBy( $c.date )")
    public boolean endedBy(LocalDate date) {
        return Blank.happened(from) ? !date.isBefore(from) : date.isAfter(decidedOn);
    }

    /** Whether the day falls in the measure, first and last day included. */
    @Says(
            zh = "这一日是否在措施期内，首尾两日都算，如 runningOn( $f.date )",
            en = "whether the day falls in the measure, both ends included: runningOn( $f.date )")
    public boolean runningOn(LocalDate date) {
        return overlaps(date, date);
    }

    /** Whether the day falls after the last day of the measure and before the agreement resumed. */
    @Says(
            zh = "这一日在措施期满之后，而服务没有恢复，如 afterButNotResumed( $c.date )",
            en = "whether the day is after its end and service was not resumed: afterButNotResumed( $c.date )",
            reads = "resumedOn")
    public boolean afterButNotResumed(LocalDate date) {
        return Blank.happened(until) && Blank.stated(resumedOn) && date.isAfter(until) && date.isBefore(resumedOn);
    }

    boolean overlaps(LocalDate first, LocalDate last) {
        return !last.isBefore(start()) && !first.isAfter(lastDay());
    }

    /** The last day it ran: its own, or the one before the agreement resumed. */
    LocalDate lastDay() {
        return until.isBefore(resumedOn) ? until : Blank.happened(resumedOn) ? resumedOn.minusDays(1) : until;
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
