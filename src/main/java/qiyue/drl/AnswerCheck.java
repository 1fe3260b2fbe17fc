package qiyue.drl;

import java.util.List;
import qiyue.problem.Pos;
import qiyue.problem.Text;

/** Checks how a rule asks people: one question, about one thing, and what an answer that was not given makes of it. */
final class AnswerCheck {
    private static final Text FORM = new Text(
            "写成 $a : Answer( question == \"…\", about == $f.id, answer != \"no\" )；需要“否”时写 answer != \"yes\"",
            "write $a : Answer( question == \"…\", about == $f.id, answer != \"no\" ); where no is needed, answer != \"yes\"");

    private final Slips slips;

    AnswerCheck(Slips slips) {
        this.slips = slips;
    }

    void check(Drl.Rule rule) {
        rule.positive().filter(p -> p.type().equals("Answer")).forEach(p -> {
            if (!equal(p, "question")) {
                slip(p.pos(), "没有写明问的是哪一个问题", "which one question is meant is not said");
            } else if (!equal(p, "about")) {
                slip(
                        p.pos(),
                        "没有写明就哪一个事实作答，别的事实的认定也会算数",
                        "which fact the answer is about is not said; that of any other would count");
            } else {
                tested(rule, p);
            }
        });
    }

    private static boolean equal(Drl.Pattern pattern, String field) {
        List<Drl.Constraint> on = pattern.on(field);
        return on.size() == 1
                && on.get(0) instanceof Drl.Compare c
                && c.operator().equals("==");
    }

    private void tested(Drl.Rule rule, Drl.Pattern p) {
        List<Drl.Constraint> on = p.on("answer");
        if (on.size() != 1
                || !(on.get(0) instanceof Drl.Compare c)
                || !(c.right() instanceof Drl.Literal l)
                || !(c.operator().equals("==") || c.operator().equals("!="))) {
            slip(
                    on.isEmpty() ? p.pos() : on.get(0).pos(),
                    "认定应当只与 yes 或 no 比较一次",
                    "an answer is compared once, with yes or with no");
            return;
        }
        boolean exempt = rule.then().type().equals("Exempt");
        boolean open = l.value().equals("open");
        if (exempt && (c.operator().equals("!=") || (open && !otherwiseShown(rule)))) {
            slips.report(
                    c.pos(),
                    "exempt-open",
                    new Text(
                            "没有人回答时这个除外也成立，条款会悄悄消失",
                            "with no answer the exemption holds too, and the clause vanishes unseen"),
                    new Text(
                            "写 answer == \"yes\" 或 answer == \"no\"；或在条款自己的规则中检查这项认定并写进 then",
                            "write answer == \"yes\" or answer == \"no\"; or test the answer in the clause's own rule and pass it on"));
        } else if (open && !exempt) {
            slip(
                    c.pos(),
                    "与 open 比较：有人回答之后，结论的有无与回答无关",
                    "compared with open: once it is answered the conclusion no longer depends on what was answered");
        }
    }

    /** Whether something else that was recorded stands in for an answer that nobody gave. */
    private static boolean otherwiseShown(Drl.Rule rule) {
        return rule.positive().filter(p -> !p.type().equals("Answer")).count() > 1;
    }

    private void slip(Pos pos, String zh, String en) {
        slips.report(pos, "answer-form", new Text(zh, en), FORM);
    }
}
