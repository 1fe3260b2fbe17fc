package qiyue.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import qiyue.shape.Own;
import qiyue.shape.Says;

/** A prescription. */
@Says(zh = "处方", en = "a prescription")
@Kind(asks = "prescription", dated = true)
public record Prescription(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(zh = "所属协议的编号", en = "id of the agreement concerned", optional = true, pointsAt = Agreement.class)
        String agreement,

        @Says(zh = "工伤职工", en = "injured worker") String worker,

        @Says(zh = "所属住院的编号", en = "id of the stay", optional = true, pointsAt = Stay.class)
        String stay,

        @Says(zh = "同一次就诊的编号", en = "id of the visit", optional = true)
        String visit,

        @Says(
                zh = "开具场合",
                en = "setting",
                code = "prescription-settings",
                codes = {"discharge", "outpatient", "emergency", "inpatient"})
        String setting,

        @Says(zh = "药品名称", en = "drug") String drug,
        @Says(zh = "用量（天）", en = "supply in days") int days,
        @Says(zh = "开具日", en = "day of issue") LocalDate issuedOn,

        @Says(
                zh = "对应的收费明细编号；填写后不再另填金额",
                en = "id of its charge line; then money is left out",
                optional = true,
                pointsAt = Charge.class)
        String charge,

        @Says(zh = "所涉金额", en = "money concerned", optional = true)
        Money money,

        @Says(
                zh = "就此作出的认定：问题代码 → yes、no 或 open",
                en = "answers about this: question → yes, no or open",
                code = "questions",
                codes = {"yes", "no", "open"},
                optional = true)
        Map<String, String> answers,

        @Says(zh = "同次就诊同一药品合计天数", en = "days of the same drug in the same visit together", derived = true)
        int daysForVisit,

        @Says(zh = "同次就诊此前已开同一药品天数", en = "days of the same drug prescribed earlier in the same visit", derived = true)
        int daysBefore,

        @Says(
                zh = "指向同一收费明细的处方合计天数",
                en = "days of all prescriptions that name the same charge line together",
                derived = true)
        int daysOfCharge,

        @Says(zh = "词汇声明的字段", en = "the fields the vocabulary declares", derived = true)
        Own own)
        implements Declared {
    /** The cost of the supply beyond so many days. */
    @Says(
            zh = "超出若干日用量的那部分费用（金额），写进 costing( … )，如 $p.beyondDays( 28 )",
            en = "the cost of the supply beyond so many days, for costing( … ): $p.beyondDays( 28 )")
    public Portion beyondDays(int limit) {
        if (!money.known()) {
            return Portion.of(source(), Money.UNKNOWN);
        }
        return costOf(Math.min(days, Math.max(0, daysBefore + days - limit)));
    }

    /** The cost of so many of its days: of a line that it has to itself a part, of one it shares a sum of its own on that line. */
    private Portion costOf(int some) {
        int all = Math.max(isSharing() ? daysOfCharge : days, 1);
        Money part = money.part(money.amount()
                .multiply(BigDecimal.valueOf(some))
                .divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP));
        return isSharing() ? Portion.lump(id, part, List.of(charge)) : Portion.of(source(), part);
    }

    private boolean isSharing() {
        return !charge.isEmpty() && daysOfCharge > days;
    }

    private String source() {
        return charge.isEmpty() ? id : charge;
    }

    @Override
    public List<Portion> portions() {
        if (!money.known()) {
            return List.of();
        }
        return List.of(isSharing() ? costOf(days) : Portion.of(source(), money));
    }

    @Override
    public boolean moneyKnown() {
        return money.known();
    }

    @Override
    public LocalDate day() {
        return issuedOn;
    }

    @Override
    public String stayId() {
        return stay;
    }
}
