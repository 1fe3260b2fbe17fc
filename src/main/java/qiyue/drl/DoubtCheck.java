package qiyue.drl;

import java.util.Set;
import qiyue.problem.Text;

/**
 * Checks that no doubt is lost on the way to a conclusion, and that none depends on the absence of another conclusion: what
 * the profile asks for so that the order of rules never matters.
 */
final class DoubtCheck {
    private final Slips slips;

    DoubtCheck(Slips slips) {
        this.slips = slips;
    }

    /**
     * @param understood whether nothing is wrong with the lines of the rule, so that what they leave out can be told
     */
    void check(Drl.Rule rule, Scope scope, boolean understood) {
        rule.when().forEach(condition -> {
            if (condition instanceof Drl.Group group) {
                group.members().stream()
                        .filter(p -> FactTypes.isConclusion(p.type()) && !isExempt(p.type()))
                        .forEach(p -> grouped(group, p));
            }
        });
        if (isExempt(rule.then().type()) && rule.patterns().anyMatch(p -> FactTypes.isConclusion(p.type()))) {
            slips.report(
                    rule.then().pos(),
                    "exempt-on-conclusion",
                    new Text("得出 Exempt 的规则只看事实，不看其他结论", "a rule that concludes Exempt rests on facts only"),
                    new Text("改为检查事实", "test the facts themselves"));
        }
        rule.when().stream()
                .filter(c -> !(c instanceof Drl.Pattern))
                .flatMap(Drl.Condition::patterns)
                .forEach(p -> {
                    if (p.type().equals("Answer")) {
                        hiddenAnswer(p);
                    } else if (p.type().equals("Exempt")) {
                        loose(p);
                    }
                });
        if (scope.lenient()) {
            return;
        }
        if (!isExempt(rule.then().type())) {
            answers(rule);
        }
        if (understood) {
            new AnswerCheck(slips).check(rule);
            new SuspicionCheck(slips).check(rule);
        }
    }

    /** An exemption speaks of one clause and one fact; tested without them, that of any other would count. */
    private void loose(Drl.Pattern exempt) {
        boolean clause = exempt.on("clause").stream().anyMatch(Drl.Compare.class::isInstance);
        boolean about = exempt.on("about").stream().anyMatch(Drl.Compare.class::isInstance);
        if (!clause || !about) {
            slips.report(
                    exempt.pos(),
                    "exempt-form",
                    new Text(
                            "没有写明哪一条款对哪一事实的除外，别的除外也会算数",
                            "which clause is exempted for which fact is not said; any other exemption would count"),
                    new Text(
                            "写成 not Exempt( clause == \"…\", about == $f.id )",
                            "write not Exempt( clause == \"…\", about == $f.id )"));
        }
    }

    /** An answer inside not, exists or accumulate decides and cannot be passed on: one that was not given would decide too. */
    private void hiddenAnswer(Drl.Pattern answer) {
        slips.report(
                answer.pos(),
                "doubt-lost",
                new Text(
                        "not、exists、accumulate 中的认定带不进 then，没有回答时也会起作用",
                        "an answer inside not, exists or accumulate is not passed on; one that was not given would decide too"),
                new Text(
                        "写成 $a : Answer( question == \"…\", about == …, answer != \"no\" )，并写进 then 的参数",
                        "write $a : Answer( question == \"…\", about == …, answer != \"no\" ), and pass it on in then"));
    }

    private static boolean isExempt(String type) {
        return type.equals("Exempt");
    }

    private void grouped(Drl.Group group, Drl.Pattern conclusion) {
        if (group.negated()) {
            slips.report(
                    conclusion.pos(),
                    "absence-of-conclusion",
                    new Text("结论不能取决于另一结论的不存在", "no conclusion may depend on the absence of another"),
                    new Text(
                            "但书写成得出 Exempt 的规则，再用 not Exempt( … )",
                            "write the proviso as a rule that concludes Exempt, and test not Exempt( … )"));
        } else {
            slips.report(
                    conclusion.pos(),
                    "doubt-lost",
                    new Text(
                            "exists 中的结论带不进 then，它的嫌疑或待认定会丢失",
                            "a conclusion inside exists is not passed on; its suspicion or doubt would be lost"),
                    new Text(
                            "去掉 exists，给它命名，如 $m : Measure( … )，并写进 then 的参数",
                            "drop exists, name it, as in $m : Measure( … ), and pass it on in then"));
        }
    }

    /** Every answer that is tested is passed on. */
    private void answers(Drl.Rule rule) {
        Set<String> passed = rule.then().restsOn();
        rule.positive()
                .filter(p -> p.type().equals("Answer") && !passed.contains(p.binding()))
                .forEach(p -> slips.report(
                        p.pos(),
                        "answer-lost",
                        new Text(
                                "检查了认定，却没有把它带入结论，结论会失去“待认定”的标记",
                                "the answer is tested but not passed on; the conclusion would lose its doubt"),
                        new Text(
                                "给它命名，如 $a : Answer( … )，并写进 then 的参数",
                                "name it, as in $a : Answer( … ), and pass it on in then")));
    }
}
