package qiyue.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import qiyue.drl.Drl;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;

/**
 * A line that asks for an agreement and is tied to nothing: with several agreements in a document any of them meets it, whatever
 * the conclusion is about.
 */
final class Agreements implements Check {
    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                rule.positive()
                        .filter(p -> p.type().equals("Agreement"))
                        .filter(p -> !tied(rule, p))
                        .forEach(p -> report(found, file, p));
            }
        }
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
                "agreement-untied",
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
