package qiyue.check;

import java.util.Optional;
import java.util.Set;
import qiyue.drl.Drl;
import qiyue.drl.FactTypes;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;

/** A stretch of days with both ends on one side: not before a day, and not before one that lies later; the first says nothing. */
final class TwoDays implements Check {
    private static final Set<String> LATER =
            Set.of("daysLater", "monthsLater", "yearsLater", "workingDaysLater", "monthsOn", "workingDaysOn");

    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                rule.patterns().forEach(p -> look(found, file, p));
            }
        }
    }

    private static void look(Findings found, Drl.RuleFile file, Drl.Pattern pattern) {
        for (Drl.Constraint one : pattern.constraints()) {
            for (Drl.Constraint other : pattern.constraints()) {
                if (one instanceof Drl.Compare early
                        && other instanceof Drl.Compare late
                        && early != late
                        && early.operator().startsWith(">")
                        && late.operator().startsWith(">")
                        && text(early.left()).equals(text(late.left()))
                        && later(late.right(), early.right())) {
                    found.add(
                            "idle-condition",
                            file,
                            early.pos(),
                            new Text(
                                    "后面要的日子更晚，这一条没有作用：一段日子的两端写在了同一边",
                                    "another constraint asks for a later day already, so this one changes nothing: both ends of the stretch point the same way"),
                            new Text(
                                    "一段日子写 >= 起日 和 <= 末日；只有一个界限的，删去这一条",
                                    "a stretch is >= its first day and <= its last; with one limit only, remove this"));
                    return;
                }
            }
        }
    }

    /** Whether an operand is so long after another day: of that very day, or of the same fact. */
    private static boolean later(Drl.Operand late, Drl.Operand early) {
        Optional<Drl.Step> step = last(late).filter(s -> LATER.contains(s.name()));
        if (step.isEmpty() || !(late instanceof Drl.Path p) || !(early instanceof Drl.Path q)) {
            return false;
        }
        boolean function =
                FactTypes.function(p).isPresent() || step.get().arguments().size() == 2;
        return function
                ? text(step.get().arguments().get(0)).equals(q.text())
                : !p.root().isEmpty()
                        && p.root().equals(q.root())
                        && last(q).filter(s -> !s.call()).isPresent();
    }

    private static Optional<Drl.Step> last(Drl.Operand operand) {
        return operand instanceof Drl.Path p && !p.steps().isEmpty() ? Optional.of(p.last()) : Optional.empty();
    }

    private static String text(Drl.Operand operand) {
        return operand instanceof Drl.Path p ? p.text() : operand.toString();
    }
}
