package qiyue.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import qiyue.shape.Own;
import qiyue.shape.Says;

/** An application to enter into or renew an agreement. */
@Says(zh = "申请", en = "an application")
@Kind(asks = "application", dated = true, examined = "applications")
public record Application(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(zh = "申请的协议类别", en = "kind of agreement", code = "facility-kinds")
        String kind,

        @Says(zh = "申请日", en = "day of application", follows = "openedOn")
        LocalDate filedOn,

        @Says(zh = "机构开办日", en = "day the facility opened", optional = true, event = true)
        LocalDate openedOn,

        @Says(zh = "法定代表人、负责人", en = "legal representative and managers", optional = true)
        List<String> leaders,

        @Says(
                zh = "所申请服务的床位数（张）",
                en = "beds for the services applied for",
                optional = true,
                event = true,
                forRules = true)
        BigDecimal beds,

        @Says(
                zh = "业务用房面积（平方米，不含病房）",
                en = "floor area of the services applied for, wards not counted, in square metres",
                optional = true,
                event = true,
                forRules = true)
        BigDecimal floorArea,

        @Says(zh = "相应专业的医师人数", en = "physicians of the speciality", optional = true, event = true, forRules = true)
        BigDecimal physicians,

        @Says(
                zh = "其中副高级以上职称的人数",
                en = "of these, with the title of associate chief physician or above",
                optional = true,
                event = true,
                forRules = true)
        BigDecimal seniorPhysicians,

        @Says(zh = "经专业培训的治疗师人数", en = "trained therapists", optional = true, event = true, forRules = true)
        BigDecimal therapists,

        @Says(
                zh = "已提交的材料；写出的为全部，不写的不知",
                en = "papers handed in: all of them; left out, it is not known",
                code = "materials",
                optional = true)
        List<String> materials,

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
    /** Whether it is stated which papers were handed in. */
    @Says(zh = "是否写明交了哪些材料", en = "whether it is stated which papers were handed in")
    public boolean materialsStated() {
        return !materials.isEmpty();
    }

    /** Whether it is stated which papers were handed in, and this is none of them. */
    @Says(
            zh = "写明了材料而其中没有这一种，如 lacks( \"practice-licence\" )",
            en = "whether the papers are stated and this is none of them: lacks( \"practice-licence\" )")
    public boolean lacks(@Says(code = "materials") String paper) {
        return materialsStated() && !materials.contains(paper);
    }

    /** Whether one of these people is its legal representative or manager. */
    @Says(
            zh = "法定代表人或负责人是否在这些人之中，如 ledBy( $p.people )",
            en = "whether one of these people is its representative or manager: ledBy( $p.people )")
    public boolean ledBy(List<String> people) {
        return leaders.stream().anyMatch(people::contains);
    }

    /** Physicians with a senior title in a hundred, rounded down; unstated while either number is. */
    @Says(
            zh = "高级职称人员占比（百分比）",
            en = "share of senior staff, percent",
            reads = {"physicians", "seniorPhysicians"})
    public BigDecimal seniorPercent() {
        if (physicians.signum() < 0 || seniorPhysicians.signum() < 0) {
            return Conclusion.UNSTATED;
        }
        return seniorPhysicians
                .multiply(BigDecimal.valueOf(100))
                .divide(physicians.max(BigDecimal.ONE), 10, RoundingMode.DOWN);
    }

    /** The same day so many months after the facility opened. */
    @Says(
            zh = "开业后若干月的同一日，如 $x.monthsAfterOpening( 6 )",
            en = "the same day so many months after the facility opened: $x.monthsAfterOpening( 6 )",
            reads = "openedOn")
    public LocalDate monthsAfterOpening(int months) {
        return Blank.happened(openedOn) ? openedOn.plusMonths(months) : openedOn;
    }

    /** Whether the day the facility opened is stated. */
    @Says(zh = "是否写明开业日", en = "whether the day the facility opened is stated", tells = "openedOn")
    public boolean openingStated() {
        return Blank.happened(openedOn);
    }

    /** Whether it was filed in that month of the year. */
    @Says(
            zh = "是否在一年的这个月提出，如 filedInMonth( 11 )",
            en = "whether it was filed in that month of the year: filedInMonth( 11 )")
    public boolean filedInMonth(int month) {
        return filedOn.getMonthValue() == month;
    }

    @Override
    public LocalDate day() {
        return filedOn;
    }
}
