package qiyue.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import qiyue.shape.Own;
import qiyue.shape.Says;

/** A suspension of business that the facility itself was granted by its authority. */
@Says(zh = "经批准暂停服务", en = "a suspension of business approved by the authority")
@Kind(asks = "own-suspension")
public record OwnSuspension(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(zh = "所属协议的编号", en = "id of the agreement concerned", optional = true, pointsAt = Agreement.class)
        String agreement,

        @Says(zh = "主管部门批准日", en = "day of approval", ahead = true)
        LocalDate approvedOn,

        @Says(
                zh = "向经办机构申请保留协议日",
                en = "day preservation of the agreement was applied for",
                optional = true,
                event = true,
                ahead = true)
        LocalDate appliedOn,

        @Says(
                zh = "经办机构同意日",
                en = "day the agency consented",
                optional = true,
                event = true,
                ahead = true,
                follows = "appliedOn")
        LocalDate consentedOn,

        @Says(
                zh = "保留起始日；缺省为同意日",
                en = "first day of preservation; the day of consent if left out",
                optional = true,
                ahead = true)
        LocalDate from,

        @Says(
                zh = "恢复正常服务日；至办理日确未恢复的写 none",
                en = "day normal service resumed; \"none\": not yet",
                optional = true,
                event = true,
                ahead = true,
                follows = "approvedOn")
        LocalDate resumedOn,

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
    /** Whether the application came more than so many working days after the approval. */
    @Says(
            zh = "停止服务后超过若干个工作日才报告，或到期未报；没有写明的不算，如 laterThanWorkingDays( 3 )",
            en =
                    "reported more than so many working days after service stopped, or overdue; not if not stated: laterThanWorkingDays( 3 )",
            reads = "appliedOn")
    public boolean laterThanWorkingDays(int days) {
        return clock.late(clock.calendar().lastDay(approvedOn, days, "working-days"), appliedOn);
    }

    /** Whether the agency consented to keep the agreement. */
    @Says(zh = "是否经同意", en = "whether the agency consented", reads = "consentedOn")
    public boolean consented() {
        return Blank.happened(consentedOn);
    }

    /** Whether normal service had not resumed so many months after preservation began. */
    @Says(
            zh = "停止服务是否超过若干月，如 outlastsMonths( 3 )",
            en = "whether it lasted longer than so many months: outlastsMonths( 3 )",
            reads = {"consentedOn", "resumedOn"})
    public boolean outlastsMonths(int months) {
        return consented() && clock.late(monthsOn(months), resumedOn);
    }

    /** Whether normal service had not resumed so many days after the suspension began; a last day that is no working day moves on. */
    @Says(
            zh = "停止服务是否超过若干日，如 outlastsDays( 30 )",
            en = "whether it lasted longer than so many days: outlastsDays( 30 )",
            reads = {"consentedOn", "resumedOn"})
    public boolean outlastsDays(int days, @ByText String text) {
        return consented() && clock.late(daysOn(days, text), resumedOn);
    }

    /** The last of so many days after the suspension began; one that is no working day moves on. None where they were over before the text. */
    @Says(
            zh = "第一日之后若干日，如 $o.daysOn( 30 )；文本施行前已满的，为 none",
            en =
                    "so many days after its first day: $o.daysOn( 30 ); none where they were over before the text was in force",
            reads = "consentedOn")
    public LocalDate daysOn(int days, @ByText String text) {
        return consented() ? clock.underText(clock.calendar().lastDay(start(), days, "days"), text) : consentedOn;
    }

    /** Whether service stopped under that agreement or may have: it names it, or none. */
    @Says(
            zh = "是否停止了这份协议的服务，或没有写明哪一份，如 concerns( $a.id )",
            en = "whether service stopped under that agreement, or nobody says under which: concerns( $a.id )")
    public boolean concerns(String agreementId) {
        return agreement.isEmpty() || agreement.equals(agreementId);
    }

    /** Whether normal service is known to have resumed within so many days. */
    @Says(
            zh = "是否写明在若干日内恢复，如 resumedWithinDays( 30 )",
            en = "whether service is known to have resumed within so many days: resumedWithinDays( 30 )")
    public boolean resumedWithinDays(int days, @ByText String text) {
        return Blank.happened(resumedOn) && !resumedOn.isAfter(daysOn(days, text));
    }

    /** Whether normal service is known to have resumed by that day. */
    @Says(
            zh = "是否写明至迟这一日已恢复，如 resumedBy( $i.today )",
            en = "whether service is known to have resumed by that day: resumedBy( $i.today )")
    public boolean resumedBy(LocalDate day) {
        return Blank.happened(resumedOn) && !resumedOn.isAfter(day);
    }

    /** Whether the agency is known to have consented by that day. */
    @Says(
            zh = "是否写明至迟这一日经办机构已同意，如 consentedBy( $i.today )",
            en = "whether the agency is known to have consented by that day: consentedBy( $i.today )")
    public boolean consentedBy(LocalDate day) {
        return Blank.happened(consentedOn) && !consentedOn.isAfter(day);
    }

    /** Whether what was found that day is this suspension: it is named as the same fact, or service had stopped and not resumed. */
    @Says(
            zh = "那一日的停业是否就是这一次：列为同一事实，或者已停而尚未恢复，如 covers( $f.date, $f.records )",
            en =
                    "whether what was found that day is this one: named as the same fact, or stopped and not resumed: covers( $f.date, $f.records )")
    public boolean covers(LocalDate day, List<String> records) {
        LocalDate first = from.isBefore(approvedOn) ? from : approvedOn;
        return records.contains(id) || (!day.isBefore(first) && !resumedBy(day));
    }

    /** The day so many months after preservation began: its last day. The length of a state ends on its date. */
    @Says(
            zh = "第一日之后若干月的同一日，如 $o.monthsOn( 3 )",
            en = "the same day so many months after its first day: $o.monthsOn( 3 )",
            reads = "consentedOn")
    public LocalDate monthsOn(int months) {
        return consented() ? start().plusMonths(months) : consentedOn;
    }

    /** The day after those months, on which an agreement that has not been resumed is over. */
    @Says(
            zh = "满若干月的次日，如 $o.dayAfterMonths( 3 )",
            en = "the day after so many months are full: $o.dayAfterMonths( 3 )",
            reads = "consentedOn")
    public LocalDate dayAfterMonths(int months) {
        return consented() ? monthsOn(months).plusDays(1) : consentedOn;
    }

    /** First day of preservation. */
    @Says(zh = "停止服务的第一日", en = "the first day without service", reads = "consentedOn")
    public LocalDate start() {
        return Blank.happened(from) ? from : consentedOn;
    }

    @Override
    public List<LocalDate> reckoned() {
        return List.of(approvedOn, appliedOn);
    }

    @Override
    public LocalDate day() {
        return approvedOn;
    }
}
