package qiyue.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import qiyue.shape.Says;

/** A choice of the agency in this very case: which measure, on whom, for how long and from when, or how much of a range. */
@Says(zh = "本次选择", en = "a choice of the agency")
public record Choice(
        @Says(zh = "措施", en = "measure", code = "measures") String measure,

        @Says(
                zh = "选择",
                en = "taken or declined",
                codes = {"taken", "declined"})
        String choice,

        @Says(
                zh = "所属协议的编号；有几份协议可选时必须写明",
                en = "id of the agreement; needed where it fits several",
                optional = true,
                pointsAt = Agreement.class)
        String agreement,

        @Says(
                zh = "处理对象",
                en = "whom it strikes",
                codes = {"facility", "department", "person", "worker", "agency"},
                optional = true)
        String subject,

        @Says(zh = "科室", en = "department", optional = true) String department,

        @Says(zh = "相关人员", en = "members of staff concerned", optional = true)
        List<String> people,

        @Says(
                zh = "所定期限（月），可有小数，一月以三十日计",
                en = "length decided, months; part of a month counts as of 30 days",
                optional = true,
                some = true,
                most = 1_200)
        BigDecimal months,

        @Says(zh = "所定期限（日）", en = "length decided, days", optional = true, some = true, most = 36_500)
        int days,

        @Says(
                zh = "所定比例（%），条款给出幅度的",
                en = "share decided, percent, of a range the clause gives",
                optional = true,
                some = true,
                most = 100)
        int percent,

        @Says(
                zh = "所定倍数，含本数",
                en = "multiple decided, the sum itself included",
                optional = true,
                some = true,
                most = 1_000)
        int times,

        @Says(
                zh = "所定金额（元），条款给出幅度，或者扣多少保证金由经办机构定的；几处理由合起来的总数",
                en =
                        "sum decided, yuan, of a range the clause gives or of a deposit it leaves to the agency; for all its grounds together",
                optional = true,
                some = true)
        BigDecimal amount,

        @Says(zh = "起始日", en = "first day", optional = true, ahead = true)
        LocalDate from,

        @Says(zh = "说明", en = "remark", optional = true) String note) {

    /** Whether a length was decided. */
    public boolean lasting() {
        return months.signum() > 0 || days > 0;
    }

    /** Whether a share, a multiple or a sum was decided. */
    public boolean figured() {
        return percent > 0 || times > 0 || amount.signum() > 0;
    }

    /**
     * Whom it strikes, as far as it says so: who names a department or persons need not say that it strikes them. Persons named
     * beside a department are those of it.
     */
    public String whom() {
        return !subject.isEmpty() ? subject : !people.isEmpty() ? "person" : department.isEmpty() ? "" : "department";
    }

    /** What was decided, whatever of: two choices of one measure on one key must agree in it. */
    public List<Object> decided() {
        return List.of(
                choice,
                months.max(BigDecimal.ZERO).stripTrailingZeros(),
                Math.max(days, 0),
                Math.max(percent, 0),
                Math.max(times, 0),
                amount.max(BigDecimal.ZERO).stripTrailingZeros(),
                from);
    }

    /** The last day if it began on that day; the same day where no length was decided. */
    public LocalDate lastDay(LocalDate first) {
        if (!lasting()) {
            return first;
        }
        BigDecimal whole = months.max(BigDecimal.ZERO);
        int rest = whole.remainder(BigDecimal.ONE)
                .multiply(BigDecimal.valueOf(30))
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
        return Months.last(first, whole.intValue()).plusDays(rest).plusDays(days);
    }
}
