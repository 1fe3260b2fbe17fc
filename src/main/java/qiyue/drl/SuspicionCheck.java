package qiyue.drl;

import java.util.Set;
import qiyue.problem.Pos;
import qiyue.problem.Text;

/**
 * Checks that a suspicion stays one: what may be suspected only is passed on into the conclusion, or the rule says that it
 * takes confirmed facts; and only what looks at findings themselves turns on suspicion.
 */
final class SuspicionCheck {
    private static final String SUSPECTED = "suspected";
    private static final String CONFIRMED = "confirmed";

    private final Slips slips;

    SuspicionCheck(Slips slips) {
        this.slips = slips;
    }

    void check(Drl.Rule rule) {
        Set<String> passed = rule.then().restsOn();
        boolean exempt = rule.then().type().equals("Exempt");
        for (Drl.Condition condition : rule.when()) {
            if (condition instanceof Drl.Pattern p) {
                // a conclusion that names no fact at all is told so
                if (mayBeSuspected(p) && !passed.isEmpty() && !passed.contains(p.binding())) {
                    lost(p, exempt);
                }
            } else {
                condition.patterns().filter(p -> p.type().equals("Finding")).forEach(p -> hidden(condition, p));
            }
        }
        rule.then().steps().stream()
                .filter(s -> s.name().equals("onSuspicion"))
                .forEach(s -> onSuspicion(rule, passed, s.pos()));
    }

    private static boolean mayBeSuspected(Drl.Pattern p) {
        return p.type().equals("Finding")
                ? !p.says("status", CONFIRMED)
                : FactTypes.isConclusion(p.type()) && !p.type().equals("Exempt");
    }

    private void lost(Drl.Pattern p, boolean exempt) {
        if (exempt) {
            report(
                    p.pos(),
                    "这一事实只是涉嫌时除外也成立，条款会悄悄消失",
                    "the exemption would hold although this is only suspected, and the clause would vanish unseen",
                    "写 status == \"confirmed\"",
                    "write status == \"confirmed\"");
            return;
        }
        String name = p.binding().isEmpty() ? "$f" : p.binding();
        boolean finding = p.type().equals("Finding");
        report(
                p.pos(),
                "依据了 " + p.type() + " 却没有带入结论；它只是涉嫌时，结论会变成已认定",
                "the " + p.type()
                        + " is tested but not passed on; where it is only suspected the conclusion would be established",
                "给它命名，如 " + name + " : " + p.type() + "( … )，并写进 then 第一个括号"
                        + (finding ? "；或写 status == \"confirmed\"" : ""),
                "name it, as in " + name + " : " + p.type() + "( … ), and pass it on in the first brackets of then"
                        + (finding ? "; or write status == \"confirmed\"" : ""));
    }

    private void hidden(Drl.Condition condition, Drl.Pattern p) {
        boolean negated = condition instanceof Drl.Group g && g.negated();
        if (negated ? p.on("status").isEmpty() : !p.says("status", CONFIRMED)) {
            report(
                    p.pos(),
                    negated ? "没有写明涉嫌的算不算；只是涉嫌的发现会使这条规则不适用" : "涉嫌的发现也算在内，而结论不会带上“涉嫌”",
                    negated
                            ? "whether a suspected one counts is not said; a mere suspicion would keep the rule from applying"
                            : "suspected findings count too, and the conclusion would not be called suspected",
                    "写 status == \"confirmed\"",
                    "write status == \"confirmed\"");
        }
    }

    private void report(Pos pos, String zh, String en, String fixZh, String fixEn) {
        slips.report(pos, "suspicion-lost", new Text(zh, en), new Text(fixZh, fixEn));
    }

    /** Suspicion makes firm only what the rule concludes from findings; a breach or a measure only where the rule asks for it. */
    private void onSuspicion(Drl.Rule rule, Set<String> passed, Pos pos) {
        boolean finding = false;
        boolean asked = rule.then().type().equals("Duty");
        boolean concluded = false;
        for (Drl.Pattern p :
                rule.positive().filter(p -> passed.contains(p.binding())).toList()) {
            finding |= p.type().equals("Finding") && !p.says("status", CONFIRMED);
            asked |= p.says("status", SUSPECTED);
            concluded |= FactTypes.isConclusion(p.type());
        }
        if (finding && asked && !concluded) {
            return;
        }
        slips.report(
                pos,
                "on-suspicion",
                concluded
                        ? new Text(
                                "依据的结论只是涉嫌时，也会变成已认定",
                                "what is concluded would be established although what it rests on is only suspected")
                        : finding
                                ? new Text(
                                        "涉嫌的发现会得出已认定的违约或措施，规则却没有写明针对的就是涉嫌",
                                        "a suspected finding would give an established breach or measure, and the rule does not say that it is about suspicion")
                                : new Text(
                                        "依据的事实没有涉嫌之说，onSuspicion 不起作用",
                                        "none of the facts it rests on can be suspected; onSuspicion does nothing"),
                new Text(
                        "条文针对涉嫌本身的，写 Finding( status == \"suspected\", … )；否则去掉 .onSuspicion()",
                        "where the clause turns on suspicion itself, write Finding( status == \"suspected\", … ); otherwise remove .onSuspicion()"));
    }
}
