package qiyue.check;

import java.util.Set;
import java.util.regex.Pattern;
import qiyue.drl.Drl;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;

/**
 * A rule that says something else than its own title: 可以 where it shall, 应当 where it may, no end where the title says 直至. Only what the title says itself is
 * held against the rule; most titles say neither.
 */
final class Wording implements Check {
    private static final String CODE = "words-unlike";
    private static final Pattern MAY = Pattern.compile("可以|(?<![许认宁不])可(?![以能靠行信见用疑])"
            // 可报销费用 is a kind of cost, 可拒付费用 something done
            + "(?!(?:报销|结算|支付|拨付|列支|补偿|分配|支配|返还)(?:的|费用|金额|款项|资金|基金|部分|项目|范围|总额|数额|药品))");
    private static final Pattern SHALL = Pattern.compile("应当|必须");
    private static final Pattern UNTIL = Pattern.compile("直至|直到|(?<!扣完)为止");
    private static final Set<String> ENDS = Set.of("until", "untilEvent");

    private final Vocabulary vocabulary;

    Wording(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                if (Set.of("Measure", "Duty").contains(rule.then().type())) {
                    modality(found, file, rule);
                }
                if (rule.then().type().equals("Measure")) {
                    until(found, file, rule);
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

    /** A measure that by its title goes on until something, and says no end; its label may say it. */
    private void until(Findings found, Drl.RuleFile file, Drl.Rule rule) {
        Drl.Step maker = rule.then().steps().get(0);
        String label = maker.arguments().size() > 1 && maker.arguments().get(1) instanceof Drl.Literal kind
                ? vocabulary.label("measures", String.valueOf(kind.value()), "zh")
                : "";
        if (UNTIL.matcher(rule.title()).find()
                && !UNTIL.matcher(label).find()
                && rule.then().steps().stream().noneMatch(s -> ENDS.contains(s.name()))) {
            found.add(
                    CODE,
                    file,
                    maker.pos(),
                    new Text("标题说直至某件事，规则没有写终点", "the title says until when, and the rule gives no end"),
                    new Text(
                            "终点是一件事的写 .untilEvent( \"…\" )，代码先在词汇 events 下写明；是日子的写 .until( … )",
                            "an event is .untilEvent( \"…\" ), its code under events in the vocabulary; a day is .until( … )"));
        }
    }
}
