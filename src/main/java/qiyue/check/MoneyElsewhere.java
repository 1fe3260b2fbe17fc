package qiyue.check;

import java.math.BigDecimal;
import qiyue.drl.Drl;
import qiyue.problem.Pos;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;

/**
 * The sum of a finding added up, or held against a limit, by its own {@code money} alone: a finding that lists its charge lines or
 * records states no money of its own, and would be left out.
 */
final class MoneyElsewhere implements Check {
    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                for (Drl.Condition condition : rule.when()) {
                    String summed = condition instanceof Drl.Accumulate a
                                    && a.function().equals("sum")
                            ? a.argument()
                            : "";
                    condition
                            .patterns()
                            .filter(p -> p.type().equals("Finding"))
                            .flatMap(p -> p.constraints().stream())
                            .filter(c -> own(c, summed))
                            .forEach(c -> report(found, file, c.pos()));
                }
            }
        }
    }

    private static boolean own(Drl.Constraint c, String summed) {
        if (c instanceof Drl.Bind b) {
            return b.name().equals(summed) && amount(b.path());
        }
        return c instanceof Drl.Compare k
                && amount(k.left())
                && k.right() instanceof Drl.Literal l
                && l.value() instanceof BigDecimal n
                && n.signum() > 0;
    }

    private static boolean amount(Drl.Operand operand) {
        return operand instanceof Drl.Path p
                && p.root().isEmpty()
                && p.steps().size() == 2
                && p.steps().get(0).name().equals("money")
                && p.steps().get(1).name().equals("amount");
    }

    private static void report(Findings found, Drl.RuleFile file, Pos pos) {
        found.add(
                "money-elsewhere",
                file,
                pos,
                new Text(
                        "发现列有收费明细或数据的，金额在那里，money.amount 看不到",
                        "a finding that lists charge lines or records has its money there; money.amount does not see it"),
                new Text("money.amount 改为 moneyTotal", "write moneyTotal for money.amount"));
    }
}
