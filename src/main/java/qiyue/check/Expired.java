package qiyue.check;

import qiyue.drl.Drl;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;

/**
 * An end of an agreement whose term is over, without the day on which it ends: on the day of handling there is nothing left to
 * end, so the measure would be told as without an object.
 */
final class Expired implements Check {
    private final Vocabulary vocabulary;

    Expired(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                if (ends(rule.then())
                        && rule.positive().anyMatch(p -> p.type().equals("Agreement") && over(p))
                        && rule.then().steps().stream().noneMatch(s -> s.name().equals("from"))) {
                    found.add(
                            "end-undated",
                            file,
                            rule.then().steps().get(0).pos(),
                            new Text(
                                    "期满的协议没有写从哪一日终止：到办理日它已经没有了，这项措施无可终止",
                                    "no day from which the expired agreement ends: by the day of handling it is gone, and the measure has nothing to end"),
                            new Text(
                                    "写 .from( daysLater( $a.to, 1 ) )，$a 是那份协议",
                                    "write .from( daysLater( $a.to, 1 ) ), $a being the agreement"));
                }
            }
        }
    }

    private boolean ends(Drl.Conclusion then) {
        return then.type().equals("Measure")
                && then.steps().get(0).arguments().size() > 1
                && then.steps().get(0).arguments().get(1) instanceof Drl.Literal kind
                && !vocabulary
                        .property("measures", String.valueOf(kind.value()), "ends")
                        .isEmpty();
    }

    /** Whether its last day has to be past. */
    private static boolean over(Drl.Pattern agreement) {
        return agreement.on("to").stream()
                .anyMatch(c -> c instanceof Drl.Compare k && k.operator().startsWith("<"));
    }
}
