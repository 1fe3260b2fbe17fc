package qiyue.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import qiyue.drl.Drl;
import qiyue.problem.Pos;
import qiyue.problem.Text;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Sheet;

/** Conditions that no fact meets: they contradict one another, or ask for a score outside the sheet. */
final class NeverMet implements Check {
    private static final String CODE = "never-met";
    private static final Text CORRECT = new Text("改正其中一个条件，或删去规则", "correct one of the conditions, or remove the rule");
    private static final Text NAMED = new Text(
            "rest 只有别的规则都没有点名的，只为数一数而写的也算点名：写 rest of ( \"各项的条款编号\" )，只除去那几项点名的",
            "rest is what no other rule names, were it only to count it: write rest of ( \"the ids of the items\" ), which leaves out what those name alone");

    private final Scores scores;

    NeverMet(Scores scores) {
        this.scores = scores;
    }

    @Override
    public void look(Rulebook book, Findings found) {
        for (Drl.RuleFile file : book.files()) {
            file.rules().forEach(rule -> {
                rule.patterns().forEach(p -> pattern(found, file, p));
                denied(found, file, rule);
            });
        }
    }

    private void pattern(Findings found, Drl.RuleFile file, Drl.Pattern p) {
        Map<String, Bounds> left = Bounds.of(List.of());
        for (Drl.Constraint c : p.constraints()) {
            Domain.of(p.type(), c).forEach(d -> Bounds.add(left, d));
            if (Bounds.add(left, c)) {
                found.add(
                        CODE,
                        file,
                        c.pos(),
                        new Text(
                                "与同一事实的其他约束矛盾，或文书中没有这样的值，永远不会满足：" + field(c),
                                "contradicts another constraint of the same fact, or no document has such a value; it is never met: "
                                        + field(c)),
                        p.constraints().stream().anyMatch(NeverMet::rest) ? NAMED : CORRECT);
            }
        }
        total(found, file, p, left);
    }

    /** A line that denies what another line asks for. */
    private static void denied(Findings found, Drl.RuleFile file, Drl.Rule rule) {
        for (Drl.Condition condition : rule.when()) {
            if (condition instanceof Drl.Group g && g.negated() && g.members().size() == 1) {
                Drl.Pattern denied = g.members().get(0);
                rule.positive()
                        .filter(p -> p.type().equals(denied.type()) && said(p).containsAll(said(denied)))
                        .findFirst()
                        .ifPresent(p -> never(
                                found,
                                file,
                                g.pos(),
                                new Text(
                                        "这一行否定了第 " + p.pos().line() + " 行要求的事实，规则永远不会满足",
                                        "this line denies the fact that line "
                                                + p.pos().line() + " asks for; the rule is never met")));
            }
        }
    }

    private void total(Findings found, Drl.RuleFile file, Drl.Pattern p, Map<String, Bounds> left) {
        Bounds total = left.get(".total[]");
        Bounds sheets = left.get(".sheet[]");
        if (!p.type().equals("Score")
                || total == null
                || sheets == null
                || sheets.codes().isEmpty()) {
            return;
        }
        List<Sheet> known = scores.named(sheets.codes());
        boolean possible = known.isEmpty()
                || known.stream()
                        .anyMatch(s ->
                                Scores.within(total.ends(), s.cap()).stream().anyMatch(total::holds));
        if (!possible) {
            never(
                    found,
                    file,
                    p.pos(),
                    new Text(
                            "得分在 0 到 " + known.get(0).cap() + " 之间，这个分数段不存在",
                            "scores lie between 0 and " + known.get(0).cap() + "; there is no such band"));
        }
    }

    private static void never(Findings found, Drl.RuleFile file, Pos pos, Text message) {
        found.add(CODE, file, pos, message, CORRECT);
    }

    /** Whether it asks for what no other rule names. */
    private static boolean rest(Drl.Constraint c) {
        return c instanceof Drl.OneOf o && o.named().sort() == Drl.Sort.REST;
    }

    private static Set<String> said(Drl.Pattern p) {
        return p.constraints().stream()
                .filter(c -> !(c instanceof Drl.Bind))
                .map(Given::said)
                .collect(Collectors.toSet());
    }

    private static String field(Drl.Constraint c) {
        Drl.Operand left =
                c instanceof Drl.Compare x ? x.left() : c instanceof Drl.OneOf o ? o.left() : ((Drl.Flag) c).path();
        Drl.Path path = (Drl.Path) left;
        return path.root() + path.steps().stream().map(Drl.Step::name).collect(Collectors.joining("."));
    }
}
