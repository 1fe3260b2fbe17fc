package qiyue.check;

import java.util.List;
import qiyue.drl.Drl;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;

/**
 * Several kinds counted in a stretch that begins at a fact of one of them: where the first of all is of another kind, no stretch
 * begins at it, and what would fill it is not seen.
 */
final class Anchors implements Check {
    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                for (Drl.Pattern first : rule.positive().toList()) {
                    look(found, file, first, stretches(rule, first));
                }
            }
        }
    }

    private static void look(Findings found, Drl.RuleFile file, Drl.Pattern first, List<Drl.Accumulate> stretches) {
        List<Drl.Accumulate> others = stretches.stream()
                .filter(a -> Bounds.disjoint(first, a.members().get(0)))
                .toList();
        if (!others.isEmpty() && others.size() < stretches.size()) {
            found.add(
                    "count-narrower",
                    file,
                    others.get(0).pos(),
                    new Text(
                            "一段日子从 " + first.binding() + " 起，这里数的却不是 " + first.binding() + " 那样的：最早的一件是这里所数的，就没有从它起的一段",
                            "the stretch begins at " + first.binding()
                                    + ", and what is counted here is of another kind than " + first.binding()
                                    + ": where the earliest is of that kind, no stretch begins at it"),
                    new Text(
                            first.binding() + " 写成各类都可以的，如 conduct in ( … )，或者 Finding()；再写一条从另一类起的规则也可以",
                            "let " + first.binding()
                                    + " be of any of the kinds, such as conduct in ( … ) or Finding(), or write a second rule that begins at the other"));
        }
    }

    /** The counts of facts of the first one's type that begin at its day. */
    private static List<Drl.Accumulate> stretches(Drl.Rule rule, Drl.Pattern first) {
        return rule.when().stream()
                .filter(Drl.Accumulate.class::isInstance)
                .map(Drl.Accumulate.class::cast)
                .filter(a -> a.members().size() == 1
                        && a.members().get(0).type().equals(first.type())
                        && a.members().get(0).constraints().stream().anyMatch(c -> begins(c, first.binding())))
                .toList();
    }

    private static boolean begins(Drl.Constraint c, String binding) {
        return c instanceof Drl.Compare k
                && k.operator().equals(">=")
                && k.right() instanceof Drl.Path day
                && !binding.isEmpty()
                && day.root().equals(binding)
                && day.steps().size() == 1;
    }
}
