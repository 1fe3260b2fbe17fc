package qiyue.fact;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import qiyue.shape.Own;
import qiyue.shape.Says;

/** One upload of service data. */
@Says(zh = "数据上传", en = "an upload of service data")
@Kind(asks = "upload", dated = true)
public record Upload(
        @Says(zh = "编号，全文唯一", en = "id, unique in the document")
        String id,

        @Says(zh = "所属协议的编号", en = "id of the agreement concerned", optional = true, pointsAt = Agreement.class)
        String agreement,

        @Says(zh = "所属住院的编号", en = "id of the stay", optional = true, pointsAt = Stay.class)
        String stay,

        @Says(
                zh = "所涉金额所在的收费明细编号；不另写金额的，为这些明细的全部",
                en = "ids of the charge lines its money is on; the whole of them where no money is stated",
                optional = true,
                pointsAt = Charge.class)
        List<String> charges,

        @Says(zh = "服务行为发生（结束）时间", en = "when the service was done")
        LocalDateTime servedAt,

        @Says(zh = "上传时间", en = "when it was uploaded", optional = true, event = true, follows = "servedAt")
        LocalDateTime uploadedAt,

        @Says(zh = "所涉金额", en = "money concerned", optional = true)
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

        @Says(zh = "日历与办理日", en = "calendar and the day the case is handled", derived = true)
        Clock clock,

        @Says(zh = "词汇声明的字段", en = "the fields the vocabulary declares", derived = true)
        Own own)
        implements Declared {
    /**
     * Whether more than so many hours passed before the upload. What is known not to have been uploaded is late from the day after the one
     * on which the hours ran out.
     */
    @Says(
            zh = "超过若干小时才上传（到分），或到时未传；没有写明的不算，如 laterThanHours( 24 )",
            en =
                    "uploaded more than so many hours later, to the minute, or overdue; not if not stated: laterThanHours( 24 )",
            reads = "uploadedAt")
    public boolean laterThanHours(int hours) {
        if (uploadedAt.equals(Blank.UNSTATED_AT)) {
            return false;
        }
        LocalDateTime limit = servedAt.plusHours(hours);
        return uploadedAt.isBefore(Blank.NEVER_AT)
                ? uploadedAt.isAfter(limit)
                : limit.toLocalDate().isBefore(clock.today());
    }

    @Override
    public List<Portion> portions() {
        return Portion.traced(traced, id, money, charges);
    }

    @Override
    public boolean moneyKnown() {
        return money.known() || !charges.isEmpty() || !traced.isEmpty();
    }

    @Override
    public LocalDate day() {
        return servedAt.toLocalDate();
    }

    @Override
    public String stayId() {
        return stay;
    }
}
