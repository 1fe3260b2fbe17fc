package qiyue.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import qiyue.drl.Drl;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;

/**
 * A line that asks for an agreement and is tied to nothing: with several agreements in a document any of them meets it, whatever
 * the conclusion is about. In a rule about an agreement also what must be there, must not be, or is counted, and may belong to another.
 */
final class Agreements implements Check {
    private static final String CODE = "agreement-untied";
    private static final Set<String> OF_AGREEMENTS = Set.of("Score", "PriorMeasure", "PriorAssessment");
    private static final Set<String> TIES =
            Set.of("agreement", "id", "under", "maybeUnder", "uncertainUnder", "beside");

    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                rule.positive()
                        .filter(p -> p.type().equals("Agreement"))
                        .filter(p -> !tied(rule, p))
                        .forEach(p -> report(found, file, p));
                rule.positive()
                        .filter(p -> p.type().equals("Agreement"))
                        .filter(p -> rule.then().restsOn().contains(p.binding()))
                        .findFirst()
                        .ifPresent(a -> beside(found, file, rule, a));
            }
        }
    }

    /** Facts of which every one belongs to some agreement, looked for beside one agreement without saying that they are of it. */
    private static void beside(Findings found, Drl.RuleFile file, Drl.Rule rule, Drl.Pattern agreement) {
        rule.when().stream()
                .filter(c -> !(c instanceof Drl.Pattern))
                .flatMap(Drl.Condition::patterns)
                .filter(p -> OF_AGREEMENTS.contains(p.type()))
                .filter(p -> p.constraints().stream().noneMatch(Agreements::ties))
                .forEach(p -> found.add(
                        CODE,
                        file,
                        p.pos(),
                        new Text(
                                "规则说的是 " + agreement.binding() + " 这份协议，这一行却没有说属于它：别的协议的也算",
                                "the rule is about the agreement " + agreement.binding()
                                        + ", and this line does not say that it belongs to it: that of another would do"),
                        new Text(
                                "加上 agreement == " + agreement.binding() + ".id，以往处理写 under( " + agreement.binding()
                                        + ".id )",
                                "add agreement == " + agreement.binding() + ".id, or of an earlier measure under( "
                                        + agreement.binding() + ".id )")));
    }

    /** Whether it ties to an agreement, or to one certain fact. */
    private static boolean ties(Drl.Constraint c) {
        return c.operands().stream()
                .filter(Drl.Path.class::isInstance)
                .map(o -> (Drl.Path) o)
                .filter(p -> p.root().isEmpty())
                .flatMap(p -> p.steps().stream())
                .anyMatch(s -> TIES.contains(s.name()));
    }

    private static boolean tied(Drl.Rule rule, Drl.Pattern agreement) {
        Set<String> own = agreement.names();
        Set<String> others = new HashSet<>();
        for (Drl.Condition c : rule.when()) {
            if (c != agreement) {
                c.patterns().forEach(p -> others.addAll(p.names()));
                if (names(c.toString(), own)) {
                    return true;
                }
            }
        }
        List<Drl.Step> then = rule.then().steps();
        return names(agreement.constraints().toString(), others) || names(then.toString(), own);
    }

    private static boolean names(String text, Set<String> names) {
        return names.stream().anyMatch(n -> text.contains("=" + n + ","));
    }

    private static void report(Findings found, Drl.RuleFile file, Drl.Pattern p) {
        String name = p.binding().isEmpty() ? "$a" : p.binding();
        found.add(
                CODE,
                file,
                p.pos(),
                new Text(
                        "这一行要求一份协议，却没有说与其他事实是什么关系，结论也没有带上它：几份协议时，任何一份都会满足",
                        "this line asks for an agreement and says nothing of how the other facts belong to it, and the conclusion does not name it: where there are several, any of them meets it"),
                new Text(
                        "把 " + name + " 写进 then 的括号，或写明关系，如 agreement == " + name + ".id、under( " + name + ".id )",
                        "name " + name
                                + " in the brackets of then, or say how they belong together, such as agreement == "
                                + name + ".id or under( " + name + ".id )"));
    }
}
