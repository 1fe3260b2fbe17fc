package qiyue.check;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import qiyue.drl.Declaring;
import qiyue.drl.Drl;
import qiyue.drl.Stated;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;

/**
 * A rule on what has not come about (超过六十日未恢复) that counts the days up to it: as long as it has not, there is nothing to
 * count, and the rule misses just what its title is about. Another rule of the clause may take that up.
 */
final class Uncounted implements Check {
    private static final Set<String> BETWEEN = Set.of("daysBetween", "monthsBetween", "yearsBetween", "hoursBetween");
    private static final Pattern NOT_YET = Pattern.compile("(?:未|没有)(?!经|说明|成年|满|达)");

    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                if (NOT_YET.matcher(Ledger.words(book, rule)).find()) {
                    rule.positive()
                            .forEach(p -> p.constraints()
                                    .forEach(c -> counted(c)
                                            .filter(day -> Stated.mayNotHappen(rule, p, day))
                                            .filter(day -> !takenUp(book, rule.clause(), Declaring.name(day)))
                                            .ifPresent(day -> report(found, file, c, Declaring.name(day)))));
                }
            }
        }
    }

    /** The later of the two days between which a constraint counts so much or more. */
    private static Optional<Drl.Path> counted(Drl.Constraint c) {
        return c instanceof Drl.Compare k
                        && k.operator().startsWith(">")
                        && k.left() instanceof Drl.Path p
                        && p.root().isEmpty()
                        && p.steps().size() == 1
                        && BETWEEN.contains(p.steps().get(0).name())
                        && p.steps().get(0).arguments().size() == 2
                        && p.steps().get(0).arguments().get(1) instanceof Drl.Path later
                        && !later.steps().isEmpty()
                ? Optional.of(later)
                : Optional.empty();
    }

    /** Whether a rule of the clause asks that it came later than some day, as what has not come does. */
    private static boolean takenUp(Rulebook book, String clause, String day) {
        return book.rules().stream()
                .filter(r -> r.clause().equals(clause))
                .flatMap(Drl.Rule::positive)
                .flatMap(p -> p.constraints().stream())
                .anyMatch(c -> c instanceof Drl.Compare k
                        && k.operator().startsWith(">")
                        && k.left() instanceof Drl.Path p
                        && !p.steps().isEmpty()
                        && Declaring.name(p).equals(day));
    }

    private static void report(Findings found, Drl.RuleFile file, Drl.Constraint c, String day) {
        found.add(
                "none-uncounted",
                file,
                c.pos(),
                new Text(
                        "标题或登记说的是还没有，而 " + day + " 写 none（到办理日还没有）的数不出，这条规则看不到",
                        "title or ledger speak of what has not come, and " + day
                                + " that is none (not by the day of handling) cannot be counted to: this rule misses it"),
                new Text(
                        "写成 " + day + " > 期限，并写期限已过：期限 < $i.today；恢复得晚的仍要数日子的，同一条款另写一条",
                        "write " + day
                                + " > the deadline, and that it is over: the deadline < $i.today; where what came late is counted too, write that as a second rule of the clause"));
    }
}
