package qiyue.intake;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import qiyue.fact.Charge;
import qiyue.fact.ChargePart;
import qiyue.fact.Evidence;
import qiyue.fact.Finding;
import qiyue.fact.Money;
import qiyue.fact.Prescription;
import qiyue.problem.Text;
import qiyue.shape.Field;
import qiyue.shape.Shape;

/** Money is stated once, and a part is no more than its whole. */
final class Sums {
    private static final Predicate<Field> MONEY = f -> f.type() == Money.class && !f.derived();

    /** As much as one sum may be: what a document states of money is added up exactly, in hundredths. */
    private static final BigDecimal MOST = new BigDecimal("1E13");

    private final Document document;
    private final Slips slips;
    private BigDecimal all = BigDecimal.ZERO;

    Sums(Document document, Slips slips) {
        this.document = document;
        this.slips = slips;
    }

    void check() {
        document.records((at, record) -> {
            for (Field field : Shape.of(record).fields(MONEY)) {
                if (field.in(record) instanceof Money money && money != Money.UNKNOWN) {
                    all = all.add(money.amount());
                    parts(at, field, money);
                }
            }
        });
        if (all.compareTo(MOST) >= 0) {
            slips.report(
                    "value",
                    "/",
                    new Text(
                            "全文金额之和为 " + all.toPlainString() + " 元，应小于十万亿",
                            "all sums of the document come to " + all.toPlainString()
                                    + " yuan; they must be below ten million million"),
                    new Text("核对各项金额的单位和位数", "check units and digits of the sums"));
        }
        document.facts().forEach(p -> {
            if (p.fact() instanceof Finding f) {
                finding(p.at(), f);
            } else if (p.fact() instanceof Prescription r
                    && r.money().known()
                    && !r.charge().isEmpty()) {
                slips.report(
                        "money-twice",
                        p.at() + "/money",
                        new Text("已写明收费明细，不再另填 money", "the charge line is named; money is left out then"),
                        new Text("删去 money 或 charge", "remove money or charge"));
            }
        });
    }

    /** No part of a sum is more than what it is part of. */
    private void parts(At holder, Field field, Money money) {
        At at = holder.in(field.name());
        if (money.paid().add(money.retained()).compareTo(money.amount()) > 0) {
            slips.report(
                    "money",
                    at,
                    new Text("已付与预留之和超过金额", "paid and retained together exceed the amount"),
                    new Text("核对 amount、paid、retained", "check amount, paid and retained"));
        }
        if (money.refunded().compareTo(money.paid()) > 0) {
            slips.report(
                    "money",
                    at.in("refunded"),
                    new Text("已退回的金额超过已支付的金额", "more was given back than was paid"),
                    new Text("核对 paid、refunded", "check paid and refunded"));
        }
        if (money.forfeited().compareTo(money.retained()) > 0) {
            slips.report(
                    "money",
                    at.in("forfeited"),
                    new Text("划归基金的金额超过预留的金额", "more has gone to the fund than was retained"),
                    new Text("核对 retained、forfeited", "check retained and forfeited"));
        }
    }

    private void finding(String at, Finding finding) {
        if (finding.money().known() && !finding.charges().isEmpty()) {
            slips.report(
                    "money-twice",
                    at + "/money",
                    new Text("已列 charges，不再另填 money", "charges are listed; money is left out then"),
                    new Text(
                            "删去 money，违规部分写在 charges 各条的 irregular 中",
                            "remove money; put the irregular part into each charge's irregular"));
        }
        boolean recorded = false;
        for (String id : finding.records()) {
            Document.Placed record = document.byId().get(id);
            recorded |= record != null && priced(record.fact());
        }
        if (recorded && (finding.money().known() || !finding.charges().isEmpty())) {
            slips.report(
                    "money-twice",
                    at + "/money",
                    new Text(
                            "金额已在所指的数据记录中，检查发现不再填",
                            "the money is in the records named; the finding does not state it again"),
                    new Text("删去检查发现中的 money 或 charges", "remove money or charges from the finding"));
        }
        for (int i = 0; i < finding.charges().size(); i++) {
            part(at + "/charges/" + i + "/irregular", finding.charges().get(i));
        }
    }

    private static boolean priced(Evidence record) {
        List<?> portions = record.portions();
        return record.moneyKnown() && !portions.isEmpty();
    }

    private void part(String at, ChargePart part) {
        Document.Placed line = document.byId().get(part.id());
        if (part.irregular().known()
                && line != null
                && line.fact() instanceof Charge c
                && part.irregular().amount().compareTo(c.money().amount()) > 0) {
            slips.report(
                    "money",
                    at,
                    new Text(
                            "违规部分 " + part.irregular().amount() + " 超过明细 " + c.id() + "（" + line.at() + "）的金额 "
                                    + c.money().amount(),
                            "the irregular part, " + part.irregular().amount() + ", is more than the charge line "
                                    + c.id() + " (" + line.at() + "), "
                                    + c.money().amount()),
                    new Text("核对金额", "check the amount"));
        }
    }
}
