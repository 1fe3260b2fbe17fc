package qiyue.report;

import java.util.List;
import java.util.stream.Collectors;
import qiyue.decision.Decision.Note;

/** Money of a breach that no measure takes up, or only in part, in words. */
final class UntakenWords {
    private final DecisionWords words;

    UntakenWords(DecisionWords words) {
        this.words = words;
    }

    /** A finding of which only steps come, and its money. */
    String steps(Note n) {
        String amount = n.details().getOrDefault("amount", "");
        return words.t("检查发现 ", "finding ")
                + n.about()
                + words.t("（", " (")
                + words.label("conducts", n.details().getOrDefault("conduct", ""))
                + (amount.isEmpty() ? "" : words.t("，", ", ") + amount + words.t(" 元", " yuan"))
                + words.t("）只引起程序上的步骤（", ") calls for steps only (")
                + cited(n)
                + words.t("），没有因它而来的处理措施", "); no measure comes of it")
                + (amount.isEmpty() ? "" : words.t("，所写金额没有条款处理", ", and no clause takes its money"));
    }

    /** Of money that a measure takes up, the part paid or not paid that it does not reach. */
    String part(Note n) {
        boolean paidLeft = n.details().getOrDefault("lacking", "").equals("unpaid");
        String yuan = words.t(" 元", " yuan");
        String paid = words.t("已支付 ", "paid ") + n.details().getOrDefault("paid", "") + yuan;
        String unpaid = words.t("未支付 ", "not paid ") + n.details().getOrDefault("unpaid", "") + yuan;
        return words.cite(List.of(n.about()))
                + words.t("（", " (")
                + facts(n)
                + words.t("，", ", ")
                + n.details().getOrDefault("amount", "")
                + yuan
                + words.t("）：其中", "): of it ")
                + paid
                + words.t("，", ", ")
                + unpaid
                + words.t("；", "; ")
                + (paidLeft
                        ? words.t(
                                "未支付的已列入处理，已支付的没有因此而来的处理措施：",
                                "what was not paid is dealt with, of what was paid no measure comes: ")
                        : words.t(
                                "已支付的已列入处理，未支付的没有因此而来的处理措施：",
                                "what was paid is dealt with, of what was not paid no measure comes: "))
                + cited(n)
                + (paidLeft
                        ? words.t("只及于还没有支付（或留作保证金）的款项", " reaches only money not yet paid (or kept as deposit)")
                        : words.t("只及于基金已付而没有退回的款项", " reaches only money the fund paid and did not get back"));
    }

    /** Money of a breach that nothing takes up, and why. */
    String whole(Note n) {
        String amount = n.details().getOrDefault("amount", "");
        String said = words.cite(List.of(n.about()))
                + words.t("（", " (")
                + facts(n)
                + (amount.isEmpty() ? "" : words.t("，", ", ") + amount + words.t(" 元", " yuan"))
                + words.t("）成立，但没有因此而来的处理措施：", ") is established, but no measure comes of it: ");
        String clauses = cited(n);
        if (clauses.isEmpty()) {
            return said + words.t("所适用的文本没有为它定处理措施", "the texts applied give no measure for it");
        }
        return said
                + switch (n.details().getOrDefault("lacking", "")) {
                    case "unpaid" ->
                        clauses
                                + words.t(
                                        "只及于还没有支付（或留作保证金）的款项，而这里已经付出",
                                        " reaches only money not yet paid (or kept as deposit), and this was paid");
                    case "paid" ->
                        clauses
                                + words.t(
                                        "只及于基金已付而没有退回的款项，这里没有",
                                        " reaches only money the fund paid and did not get back, and there is none");
                    case "paid, unpaid" ->
                        clauses
                                + words.t(
                                        "只及于还没有支付的，或基金已付而没有退回的款项，这里都没有",
                                        " reaches money not yet paid, or paid and not given back, and there is neither");
                    default ->
                        words.t("还须具备", "further conditions of ")
                                + clauses
                                + words.t("的其他条件", "")
                                + asked(n)
                                + words.t("，本案没有具备", " are not met");
                };
    }

    /** The answers a clause needs, in words, in brackets. */
    private String asked(Note n) {
        String asked = n.details().getOrDefault("asked", "");
        return asked.isEmpty()
                ? ""
                : List.of(asked.split(", ")).stream()
                        .map(words.questions()::sort)
                        .collect(Collectors.joining(
                                words.t("；", "; "), words.t("（如认定：", " (such as what is asked: "), words.t("）", ")")));
    }

    private String facts(Note n) {
        return words.ids(List.of(n.details().getOrDefault("facts", "").split(", ")));
    }

    private String cited(Note n) {
        String clauses = n.details().getOrDefault("clauses", "");
        return clauses.isEmpty() ? "" : words.cite(List.of(clauses.split(", ")));
    }
}
