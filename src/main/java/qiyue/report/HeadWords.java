package qiyue.report;

import java.util.Optional;
import qiyue.problem.Text;

/** What the heads of money are called where decisions are set side by side. */
final class HeadWords {
    private HeadWords() {}

    /** The head's name; empty for what is no head. */
    static Optional<String> of(String head, String lang) {
        return Optional.ofNullable(
                        switch (head) {
                            case "refuse" -> new Text("未支付部分拒付", "not paid: refused");
                            case "from-deposit" -> new Text("预留部分拒付", "retained: refused");
                            case "recover" -> new Text("已支付部分追回", "paid: recovered");
                            case "multiple" -> new Text("按倍数扣罚", "deduction of a multiple");
                            case "deposit" -> new Text("另扣保证金", "forfeit from the deposit");
                            case "owed" -> new Text("机构另应支付", "owed by the facility beside");
                            case "pay" -> new Text("支付", "to be paid");
                            case "retain" -> new Text("预留保证金", "to be retained");
                            case "returned" -> new Text("返还保证金", "deposit to be returned");
                            default -> null;
                        })
                .map(t -> t.in(lang));
    }
}
