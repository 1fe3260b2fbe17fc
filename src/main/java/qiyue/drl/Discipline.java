package qiyue.drl;

import java.util.List;
import qiyue.problem.Problem;
import qiyue.problem.Suggest;
import qiyue.problem.Text;

/**
 * Checks the meaning of a parsed rule file: that every type, field, code, id and clause exists, that both sides of a
 * comparison are alike, and that the rules keep to the profile's discipline. Nothing in a rule may fail silently.
 */
public final class Discipline {
    private static final int MOST = 40;
    private static final int VALUES = 300;

    private final Codes codes;
    private final Slips slips;
    private final ConditionCheck conditions;
    private final DoubtCheck doubts;
    private final ConclusionCheck conclusions;

    private Discipline(Codes codes, Slips slips) {
        this.codes = codes;
        this.slips = slips;
        this.conditions = new ConditionCheck(new Terms(codes, slips), slips);
        this.doubts = new DoubtCheck(slips);
        this.conclusions = new ConclusionCheck(codes, slips);
    }

    /** Checks a file that belongs into the package; what is wrong with it is added to the problems. */
    public static void check(
            DrlParser.Parsed parsed, String text, String expectedPackage, Codes codes, List<Problem> problems) {
        Slips slips = new Slips(parsed.file().name(), text, problems);
        Discipline discipline = new Discipline(codes, slips);
        Drl.RuleFile rules = parsed.file();
        if (!rules.packageName().equals(expectedPackage)) {
            slips.report(
                    parsed.packageAt(),
                    "package",
                    new Text(
                            "package 应为 " + expectedPackage + "，与文件夹一致",
                            "the package must be " + expectedPackage + ", like the folder"),
                    new Text("第一行写 package " + expectedPackage, "begin the file with package " + expectedPackage));
        }
        for (Drl.Rule rule : rules.rules()) {
            discipline.rule(rule, Scope.empty(parsed.broken().contains(rule)));
        }
    }

    private void rule(Drl.Rule rule, Scope read) {
        name(rule, read);
        if (large(rule)) {
            slips.report(
                    rule.pos(),
                    "outside-profile",
                    new Text(
                            "规则太大：条件、约束或 in 中的取值太多",
                            "the rule is too large: too many conditions, constraints or values of an in"),
                    new Text(
                            "一条规则最多 " + MOST + " 个条件，每个最多 " + MOST + " 个约束，in 最多 " + VALUES + " 个值；分成几条规则",
                            "at most " + MOST + " conditions, " + MOST + " constraints each, " + VALUES
                                    + " values of an in; write several rules"));
            return;
        }
        int before = slips.count();
        rule.when().forEach(condition -> conditions.check(read, condition));
        boolean understood = slips.count() == before;
        Scope scope = read;
        if (rule.when().isEmpty() && !read.lenient()) {
            slips.report(
                    rule.pos(),
                    "when",
                    new Text("when 之后没有条件", "no condition follows when"),
                    new Text("至少写一个事实，如 $f : Finding( … )", "write one fact at least, such as $f : Finding( … )"));
            scope = read.forgiving();
        }
        doubts.check(rule, scope, understood);
        // of what is no fact only that is told
        Joins.unbound(rule).stream()
                .filter(p -> codes.types().containsKey(p.type()))
                .forEach(p -> unbound(rule, p));
        if (!rule.then().type().isEmpty()) {
            conclusions.check(scope, rule);
        }
    }

    /** Whether the engine would take long, or not cope, with a rule of that size. */
    private static boolean large(Drl.Rule rule) {
        return rule.patterns().limit(MOST + 1).count() > MOST
                || rule.then().steps().size() > MOST
                || rule.then().steps().stream().anyMatch(s -> s.arguments().size() > MOST)
                || rule.patterns()
                        .anyMatch(p -> p.constraints().size() > MOST
                                || p.constraints().stream()
                                        .anyMatch(c -> c instanceof Drl.OneOf o
                                                && o.values().size() > VALUES));
    }

    private void unbound(Drl.Rule rule, Drl.Pattern p) {
        boolean counted = rule.when().stream()
                .anyMatch(c -> c instanceof Drl.Accumulate a && a.members().contains(p));
        if (counted) {
            slips.report(
                    p.pos(),
                    "unbound-join",
                    new Text(
                            "accumulate 没有说数哪些 " + p.type() + "，与前面的事实无关的也都数进去",
                            "accumulate does not say which " + p.type()
                                    + " belong to the fact before it; any are counted"),
                    new Text(
                            "用 == 与前面的事实相连，如 stay == $f.stay；数一段日子里的，两端都写：date >= $f.date, date < monthsLater( $f.date, 6 )；要数整份文书的，前面不写别的事实",
                            "bind it to the fact before with ==, such as stay == $f.stay; within a stretch of days, write both ends: date >= $f.date, date < monthsLater( $f.date, 6 ); to count all of the document, ask for no other fact before it"));
            return;
        }
        slips.report(
                p.pos(),
                "unbound-join",
                new Text(
                        "每一个 " + p.type() + " 都会与前面的每一个事实相配，文书大时相乘",
                        "every " + p.type()
                                + " would be tried with every fact before it; in a large document they multiply"),
                FactTypes.isConclusion(p.type())
                        ? new Text(
                                "写 roots contains $f.id，与它所依据的那个事实相连",
                                "bind it to the fact it rests on with roots contains $f.id")
                        : new Text(
                                "用 == 与前面的事实相连，如 stay == $f.stay、about == $f.id；“几次以上”的，用 accumulate 数",
                                "bind it to a fact before with ==, such as stay == $f.stay or about == $f.id; so many times or more is counted by accumulate"));
    }

    private void name(Drl.Rule rule, Scope scope) {
        if (rule.clause().isEmpty()) {
            if (!scope.lenient()) {
                slips.report(
                        rule.pos(),
                        "rule-name",
                        new Text("规则名是空的", "the rule's name is empty"),
                        new Text("写成“条款编号 空格 标题”", "write the clause id, a space and a title"));
            }
        } else if (Names.isClause(rule.clause())
                && !codes.clauses().isEmpty()
                && !codes.clauses().contains(rule.clause())) {
            // one that is not well written is told where the name was read
            slips.report(
                    rule.pos(),
                    "unknown-clause",
                    new Text(
                            "条款 " + rule.clause() + " 不在 clauses.yaml 中",
                            "clause " + rule.clause() + " is not in clauses.yaml"),
                    Suggest.clause(rule.clause(), codes.clauses()));
        }
        if (rule.title().isEmpty() && !rule.clause().isEmpty()) {
            slips.report(
                    rule.pos(),
                    "rule-name",
                    new Text("规则名缺少标题", "the rule's name has no title"),
                    new Text("写成“条款编号 空格 标题”", "write the clause id, a space and a title"));
        }
    }
}
