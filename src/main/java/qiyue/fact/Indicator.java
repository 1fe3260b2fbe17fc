package qiyue.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import qiyue.shape.Own;
import qiyue.shape.Says;

/** A cost indicator against the like period before. */
@Says(zh = "费用指标", en = "a cost indicator")
@Kind(asks = "indicator", dated = true)
public record Indicator(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(zh = "所属协议的编号", en = "id of the agreement concerned", optional = true, pointsAt = Agreement.class)
        String agreement,

        @Says(zh = "指标名称", en = "name") String name,

        @Says(
                zh = "周期",
                en = "period",
                codes = {"month", "quarter", "year"})
        String period,

        @Says(zh = "期末日", en = "last day of the period") LocalDate date,
        @Says(zh = "本期", en = "this period") BigDecimal value,
        @Says(zh = "上一同类周期", en = "the like period before") BigDecimal previous,

        @Says(zh = "异常增长所致的基金损失；没有的写 0", en = "loss to the fund by the growth; 0 where there is none", optional = true)
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

        @Says(zh = "词汇声明的字段", en = "the fields the vocabulary declares", derived = true)
        Own own)
        implements Declared {
    /** Whether the indicator rose. */
    @Says(zh = "指标是否上升", en = "whether the indicator rose")
    public boolean risen() {
        return value.compareTo(previous) > 0;
    }

    /** The last day of the quarter after the one in which its period ends (rehabilitation agreement of Xilingol, article 35). */
    @Says(zh = "所在季度的下一季度的最后一日", en = "the last day of the quarter after the one in which its period ends")
    public LocalDate nextQuarterEnd() {
        LocalDate first = date.withDayOfMonth(1).withMonth((date.getMonthValue() - 1) / 3 * 3 + 1);
        return first.plusMonths(6).minusDays(1);
    }

    @Override
    public List<Portion> portions() {
        return Portion.traced(traced, id, money, List.of());
    }

    @Override
    public boolean moneyKnown() {
        return money.known() || !traced.isEmpty();
    }

    @Override
    public LocalDate day() {
        return date;
    }
}
