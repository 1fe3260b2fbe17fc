package qiyue.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import qiyue.shape.Own;
import qiyue.shape.Says;

/**
 * A record of a kind that the vocabulary declares: a complaint, a visit, a round. Its own fields stand beside these in the
 * document; {@code kind} says where documents hold it, {@code asks} by which word questions are asked about it.
 */
@Says(zh = "词汇声明的数据", en = "a record of a kind the vocabulary declares")
@Kind(dated = true)
public record Entry(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(zh = "数据种类", en = "kind of record", code = "record-kinds", derived = true)
        String kind,

        @Says(zh = "提问所用的词", en = "the word by which questions are asked", derived = true)
        String asks,

        @Says(zh = "所属协议的编号", en = "id of the agreement concerned", optional = true, pointsAt = Agreement.class)
        String agreement,

        @Says(zh = "日期", en = "its day") LocalDate date,

        @Says(zh = "所属住院的编号", en = "id of the stay", optional = true, pointsAt = Stay.class)
        String stay,

        @Says(zh = "科室", en = "department", optional = true) String department,

        @Says(zh = "所涉人员", en = "members of staff concerned", optional = true)
        List<String> people,

        @Says(zh = "所涉金额", en = "the money concerned", optional = true)
        Money money,

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
    public LocalDate day() {
        return date;
    }

    @Override
    public String stayId() {
        return stay;
    }

    @Override
    public List<Portion> portions() {
        return Portion.traced(traced, id, money, List.of());
    }

    /** So many yuan of the money it concerns; all of it where it concerns no more. */
    @Says(
            zh = "所涉金额中的若干元，写进 costing( … )，如 $c.part( excessOf( $c.cost, $c.limit ) )",
            en = "so many yuan of its money, for costing( … ): $c.part( excessOf( $c.cost, $c.limit ) )")
    public Portion part(BigDecimal yuan) {
        return Portion.part(id, money, yuan, List.of());
    }

    @Override
    public boolean moneyKnown() {
        return money.known() || !traced.isEmpty();
    }
}
