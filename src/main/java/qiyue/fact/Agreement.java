package qiyue.fact;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import qiyue.shape.Own;
import qiyue.shape.Says;

/** A service agreement and its term. */
@Says(zh = "服务协议", en = "a service agreement")
@Kind(asks = "agreement")
public record Agreement(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(zh = "协议类别", en = "kind of agreement", code = "facility-kinds")
        String kind,

        @Says(zh = "有效期起", en = "first day of the term", ahead = true)
        LocalDate from,

        @Says(zh = "有效期止", en = "last day of the term", notBefore = "from", ahead = true)
        LocalDate to,

        @Says(zh = "签订日", en = "day of signing", optional = true, ahead = true)
        LocalDate signedOn,

        @Says(zh = "申请续签日", en = "day renewal was applied for", optional = true, event = true, ahead = true)
        LocalDate renewalAppliedOn,

        @Says(
                zh = "续签是否由经办机构统一组织",
                en = "whether renewal is organised by the agency",
                codes = {"yes", "no", "unstated"},
                optional = true,
                event = true)
        String renewalOrganised,

        @Says(
                zh = "本协议另有约定的处理措施",
                en = "measures this agreement itself provides for",
                code = "measures",
                optional = true)
        List<String> stipulates,

        @Says(
                zh = "就此作出的认定：问题代码 → yes、no 或 open",
                en = "answers about this: question → yes, no or open",
                code = "questions",
                codes = {"yes", "no", "open"},
                optional = true)
        Map<String, String> answers,

        @Says(zh = "日历与办理日", en = "calendar and the day the case is handled", derived = true)
        Clock clock,

        @Says(zh = "词汇声明的约定", en = "terms the vocabulary declares", derived = true)
        Own own)
        implements Declared {
    @Override
    public String agreement() {
        return id;
    }

    /** First day of that agreement or of those of its kind that it followed without a gap; not stated if there is none such. */
    static LocalDate begun(String id, List<Agreement> all) {
        LocalDate first = Blank.UNSTATED;
        for (Agreement agreement : all) {
            if (agreement.id().equals(id)) {
                first = agreement.from();
                for (Agreement before : all) {
                    if (agreement.continues(before)) {
                        LocalDate earlier = begun(before.id(), all);
                        first = earlier.isBefore(first) ? earlier : first;
                    }
                }
            }
        }
        return first;
    }

    /** First day of the latest to have begun by that day, of that agreement and those that followed it without a gap. */
    static LocalDate termOn(LocalDate day, String id, List<Agreement> all) {
        LocalDate first = Blank.UNSTATED;
        for (Agreement agreement : all) {
            if (agreement.id().equals(id)) {
                first = agreement.latestBy(day, all).from();
            }
        }
        return first;
    }

    private Agreement latestBy(LocalDate day, List<Agreement> all) {
        Agreement latest = this;
        // in order of their first days: what follows is reached from what it follows, in whatever order they are listed
        for (Agreement later : all.stream()
                .sorted(Comparator.comparing(Agreement::from).thenComparing(Agreement::id))
                .toList()) {
            if (later.continues(latest) && !later.from.isAfter(day)) {
                latest = later;
            }
        }
        return latest;
    }

    private boolean continues(Agreement before) {
        return kind.equals(before.kind) && before.from.isBefore(from) && !before.to.isBefore(from.minusDays(1));
    }

    /** Whether the day lies in the term, both ends included. */
    @Says(
            zh = "这一日是否在协议期内，首尾两日都算，如 covers( $f.date )",
            en = "whether the day lies in the term, both ends included: covers( $f.date )")
    public boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    /** The same day so many months after its last day. */
    @Says(
            zh = "期满后若干月的同一日，如 $a.monthsAfterExpiry( 1 )",
            en = "the same day so many months after its last day: $a.monthsAfterExpiry( 1 )")
    public LocalDate monthsAfterExpiry(int months) {
        return to.plusMonths(months);
    }

    /** The fifteenth of March of the year its term begins. */
    @Says(zh = "起始当年的三月十五日", en = "the fifteenth of March of the year its term begins")
    public LocalDate midMarch() {
        return LocalDate.of(from.getYear(), 3, 15);
    }

    /** Whether it took the place of one of that term: it began later, and the other has run out by the day of handling. */
    @Says(
            zh = "是否接替了那个期限的协议：起始较晚，而那一份到办理日已经期满，如 follows( $a.from, $a.to )",
            en =
                    "whether it took the place of one of that term: it began later, and the other has run out by the day of handling: follows( $a.from, $a.to )")
    public boolean follows(LocalDate first, LocalDate last) {
        return from.isAfter(first) && !from.isAfter(clock.today()) && last.isBefore(clock.today());
    }

    /** The end of the year its term begins. */
    @Says(zh = "起始当年的十二月三十一日", en = "the end of the year its term begins")
    public LocalDate yearEnd() {
        return LocalDate.of(from.getYear(), 12, 31);
    }

    /** The year its term begins. */
    @Says(zh = "起始的年份", en = "the year its term begins")
    public int firstYear() {
        return from.getYear();
    }

    /** Whether its term is longer than so many years. */
    @Says(
            zh = "期限是否长于若干年，如 lastsLongerThanYears( 3 )",
            en = "whether its term is longer than so many years: lastsLongerThanYears( 3 )")
    public boolean lastsLongerThanYears(int years) {
        return Blank.happened(to) && !to.isBefore(from.plusYears(years));
    }

    /** The last day on which an act due so many months before expiry is in time. */
    @Says(
            zh = "期满前若干月办的事，最迟的一日，如 $a.monthsBeforeExpiry( 1 )",
            en = "the last day for what is due so many months before expiry: $a.monthsBeforeExpiry( 1 )")
    public LocalDate monthsBeforeExpiry(int months) {
        LocalDate moved = to.minusMonths(months);
        return to.getDayOfMonth() == to.lengthOfMonth() ? moved.withDayOfMonth(moved.lengthOfMonth()) : moved;
    }
}
