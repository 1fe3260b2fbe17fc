package qiyue.check;

import java.util.List;
import java.util.Set;
import qiyue.drl.Declaring;
import qiyue.drl.Drl;
import qiyue.drl.FactTypes;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;

/** A range whose two ends are read from a document: filled in the wrong way round it would begin above its end. */
final class Ranges implements Check {
    private static final Set<String> RANGED = Set.of("months", "workingDays", "years", "percent", "times", "amount");

    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                for (Drl.Step step : rule.then().steps()) {
                    List<Drl.Operand> ends = step.arguments();
                    if (RANGED.contains(step.name())
                            && ends.size() == 2
                            && ends.get(0) instanceof Drl.Path least
                            && ends.get(1) instanceof Drl.Path most
                            // what a rule works out itself comes of the rule, not of who fills in a document
                            && FactTypes.function(least).isEmpty()
                            && FactTypes.function(most).isEmpty()
                            && !compared(rule, least, most)) {
                        report(found, file, step, field(least), field(most));
                    }
                }
            }
        }
    }

    /** Whether some line compares the two, be it by the names bound to them. */
    private static boolean compared(Drl.Rule rule, Drl.Path least, Drl.Path most) {
        return rule.patterns()
                .flatMap(p -> p.constraints().stream())
                .anyMatch(c -> c instanceof Drl.Compare k
                        && k.left() instanceof Drl.Path left
                        && k.right() instanceof Drl.Path right
                        && List.of(field(rule, left), field(rule, right))
                                .containsAll(List.of(field(rule, least), field(rule, most))));
    }

    private static String field(Drl.Rule rule, Drl.Path path) {
        if (path.steps().isEmpty()) {
            for (Drl.Pattern p : rule.patterns().toList()) {
                for (Drl.Constraint c : p.constraints()) {
                    if (c instanceof Drl.Bind b && b.name().equals(path.root())) {
                        return field(b.path());
                    }
                }
            }
        }
        return field(path);
    }

    /** The last step as it is written; declared fields stand there as calls. */
    private static String field(Drl.Path path) {
        return path.steps().isEmpty() ? path.root() : Declaring.name(path);
    }

    private static void report(Findings found, Drl.RuleFile file, Drl.Step step, String least, String most) {
        found.add(
                "range-untested",
                file,
                step.pos(),
                new Text(
                        step.name() + " 的两端取自文书的 " + least + " 和 " + most + "，填反了幅度就倒了，规则却没有比较过",
                        "both ends of " + step.name() + " come from the document, " + least + " and " + most
                                + "; filled in the wrong way round the range would be reversed, and the rule never compares them"),
                new Text(
                        "在 when 中写 " + most + " >= " + least + "；少的写在前面",
                        "write " + most + " >= " + least + " in when; the least comes first"));
    }
}
