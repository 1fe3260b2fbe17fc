package qiyue.check;

import java.util.Set;
import java.util.regex.Pattern;
import qiyue.drl.Drl;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;

/**
 * A rule that says something else than its own title: 可以 where it shall, 应当 where it may. Only what the title says itself is
 * held against the rule; most titles say neither.
 */
final class Wording implements Check {
    private static final String CODE = "words-unlike";
    private static final Pattern MAY = Pattern.compile("可以|(?<![许认宁不])可(?![以能靠行信见用疑])");
    private static final Pattern SHALL = Pattern.compile("应当|必须");

    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                if (Set.of("Measure", "Duty").contains(rule.then().type())) {
                    modality(found, file, rule);
                }
            }
        }
    }

    private static void modality(Findings found, Drl.RuleFile file, Drl.Rule rule) {
        boolean may = MAY.matcher(rule.title()).find();
        boolean shall = SHALL.matcher(rule.title()).find();
        String way = rule.then().steps().get(0).name();
        if (may != shall && Set.of("may", "shall").contains(way) && may != way.equals("may")) {
            found.add(
                    CODE,
                    file,
                    rule.then().steps().get(0).pos(),
                    new Text(
                            "标题说的是“" + (may ? "可以" : "应当") + "”，规则写的是 " + way,
                            "the title says " + (may ? "may" : "shall") + " and the rule " + way),
                    new Text(
                            "对照文本：可以写 may，应当写 shall；标题与规则说成一样",
                            "by the text: may for 可以, shall for 应当; let title and rule say the same"));
        }
    }
}
