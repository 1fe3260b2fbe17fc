package qiyue.drl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import qiyue.drl.DrlLexer.Kind;
import qiyue.drl.DrlLexer.Token;
import qiyue.problem.Pos;
import qiyue.problem.Problem;
import qiyue.problem.Text;
import qiyue.problem.Visible;

/**
 * Reads a rule file of the profile. What is missing is reported and read as if it were there; where that is not
 * possible, reading goes on with the next line of {@code when}, else with the next rule. So all errors are reported, each
 * once. A rule with an error is kept, as far as it was read, and marked: see {@link Parsed}.
 */
public final class DrlParser {
    private static final Set<String> TOP =
            Set.of("function", "global", "query", "declare", "dialect", "unit", "salience", "attributes");
    private static final Set<String> ATTRIBUTES = Set.of(
            "extends",
            "salience",
            "no",
            "@",
            "agenda",
            "dialect",
            "enabled",
            "lock",
            "date",
            "activation",
            "duration",
            "timer",
            "auto",
            "ruleflow",
            "calendars",
            "refract",
            "entry");
    private static final Drl.Conclusion NOTHING = new Drl.Conclusion(new Pos(1, 1), "", List.of());

    private final String file;
    private final Slips slips;
    private final Tokens in;
    private final ConditionReader when;
    private final ConclusionReader then;

    /** A file, and those of its rules that were not read whole: what they lack must not be reported as wrong. */
    public record Parsed(Drl.RuleFile file, Pos packageAt, Set<Drl.Rule> broken) {}

    private DrlParser(String file, String text, List<Problem> problems) {
        this.file = file;
        this.slips = new Slips(file, text, problems);
        this.in = new Tokens(new DrlLexer(text, slips).tokens(), slips);
        this.when = new ConditionReader(in, slips);
        this.then = new ConclusionReader(in, slips);
    }

    /** The parsed file; what is wrong with it is added to the problems. */
    public static Parsed parse(String file, String text, List<Problem> problems) {
        return new DrlParser(file, text, problems).file();
    }

    private Parsed file() {
        String packageName = "";
        Pos packageAt = new Pos(1, 1);
        List<Drl.Rule> rules = new ArrayList<>();
        Set<Drl.Rule> broken = new HashSet<>();
        while (!in.is("")) {
            int before = slips.count();
            try {
                Token token = in.peek();
                switch (token.text().toLowerCase(Locale.ROOT)) {
                    case "package" -> {
                        in.keyword("package");
                        if (!packageName.isEmpty()) {
                            slips.add(slips.extra(token));
                        }
                        packageAt = token.pos();
                        packageName = in.restOfLine();
                    }
                    case "import" -> imports();
                    case "rule" -> {
                        Drl.Rule rule = rule();
                        rules.add(rule);
                        if (slips.count() > before) {
                            broken.add(rule);
                        }
                    }
                    default -> stray(token);
                }
            } catch (Slips.Stop stop) {
                slips.add(stop.problem());
                in.skipToRule();
            }
        }
        return new Parsed(new Drl.RuleFile(file, packageName, List.copyOf(rules)), packageAt, broken);
    }

    private void stray(Token token) throws Slips.Stop {
        if (TOP.contains(token.text())) {
            in.next();
            throw slips.stop(
                    token,
                    "outside-profile",
                    new Text("规则文件不使用 " + token.text(), "'" + token.text() + "' is not part of the profile"),
                    new Text(
                            "只写 package、import 和 rule；见 docs/drl-profile.md",
                            "write package, import and rules only; see docs/drl-profile.md"));
        }
        in.next();
        if (token.text().equals("end")) {
            throw slips.stop(
                    token, "extra", new Text("多了一个 end", "one 'end' too many"), new Text("删去这一行", "remove this line"));
        }
        slips.forgetWide(token.pos().line());
        throw slips.stop(
                token,
                "stray-text",
                new Text("“" + Slips.shown(token) + "”不属于任何规则", "'" + Slips.shown(token) + "' belongs to no rule"),
                new Text(
                        "说明文字前加 //；规则以 rule \"条款编号 标题\" 开头",
                        "write // before a remark; a rule begins with rule \"id title\""));
    }

    private void imports() throws Slips.Stop {
        Token token = in.peek();
        in.keyword("import");
        String name = in.restOfLine();
        if (!name.equals("qiyue.fact.*")) {
            slips.add(slips.slip(
                    token,
                    "outside-profile",
                    new Text("只能引入 qiyue.fact.*", "only qiyue.fact.* may be imported"),
                    new Text("改为 import qiyue.fact.*", "write import qiyue.fact.*")));
        }
    }

    private Drl.Rule rule() throws Slips.Stop {
        Token start = in.peek();
        in.keyword("rule");
        Token named = in.peek();
        String name = name();
        head();
        List<Drl.Condition> conditions = new ArrayList<>();
        while (!in.ends()) {
            when.line(conditions);
        }
        Drl.Conclusion conclusion = NOTHING;
        try {
            conclusion = then.read(name);
        } catch (Slips.Stop stop) {
            slips.add(stop.problem());
            while (!in.is("") && !in.is("end") && !in.isRule()) {
                in.next();
            }
        }
        int endLine = in.peek().pos().line();
        then.end(name);
        String whole = name.strip();
        int space = 0;
        while (space < whole.length()
                && !Character.isWhitespace(whole.charAt(space))
                && whole.charAt(space) != '\u3000') {
            space++;
        }
        // an id that runs into its title is the id up to there
        int id = 0;
        while (id < space && (whole.charAt(id) < 0x7F)) {
            id++;
        }
        boolean runs = id < space && whole.charAt(id) > 0x2E80 && Names.isClause(whole.substring(0, id));
        space = runs ? id : space;
        if (runs || (space < whole.length() && whole.charAt(space) != ' ')) {
            slips.add(slips.slip(
                    named,
                    "rule-name",
                    new Text("条款编号与标题之间用半角空格", "one plain space between the clause id and the title"),
                    new Text("改为半角空格", "write a plain space")));
        }
        String clause = whole.substring(0, space);
        String title = whole.substring(space).replace('\u3000', ' ').strip();
        written(named, clause, title);
        return new Drl.Rule(start.pos(), clause, title, List.copyOf(conditions), conclusion, endLine);
    }

    /** A name is shown in many places; what could be taken there for something else is no part of it. */
    private void written(Token named, String clause, String title) {
        int wrong = Names.wrongInTitle(title);
        if (!clause.isEmpty() && !Names.isClause(clause)) {
            slips.add(slips.slip(
                    named,
                    "rule-name",
                    new Text("规则名中的条款编号写法有误", "the clause id in the rule's name is not well written"),
                    new Text(
                            Names.meant(clause).map(m -> "写成 " + m + "。").orElse("") + "编号只用小写字母、数字和点，如 "
                                    + Names.CLAUSE_EXAMPLE + "，其后一个空格，再写标题",
                            Names.meant(clause).map(m -> "write " + m + ". ").orElse("")
                                    + "ids have small letters, digits and points, such as " + Names.CLAUSE_EXAMPLE
                                    + "; then a space, then the title")));
        } else if (wrong >= 0) {
            String sign = Visible.sign(title.codePointAt(wrong));
            slips.add(slips.slip(
                    named,
                    "rule-name",
                    new Text("规则名中不能有 " + sign, "a rule's name may not hold " + sign),
                    new Text("标题用汉字、字母、数字和通常的标点", "a title has Chinese signs, letters, digits and plain punctuation")));
        } else if (!Names.isShort(title)) {
            slips.add(slips.slip(
                    named,
                    "rule-name",
                    new Text("规则名太长", "the rule's name is too long"),
                    new Text("标题不超过 200 字；说明写在 // 之后", "no more than 200 signs; write remarks after //")));
        }
    }

    private String name() {
        Token name = in.peek();
        if (name.kind() == Kind.TEXT) {
            return in.next().text();
        }
        slips.add(slips.slip(
                name,
                "rule-name",
                new Text("rule 后应为双引号括起的名称", "a name in double quotes must follow 'rule'"),
                new Text("例如 rule \"18.9 未施行的项目计费\"", "for example rule \"18.9 items not performed were billed\"")));
        int line = in.last().pos().line();
        while (in.peek().pos().line() == line && !in.isWord("when") && !in.is("")) {
            in.next();
        }
        return "";
    }

    /** From the name to {@code when}. */
    private void head() throws Slips.Stop {
        if (in.is(";") || in.is(":")) {
            slips.add(slips.extra(in.next()));
        }
        if (ATTRIBUTES.contains(in.peek().text()) && in.peek().kind() != Kind.TEXT) {
            slips.add(slips.slip(
                    in.peek(),
                    "outside-profile",
                    new Text(
                            "规则不带属性 " + in.peek().text(),
                            "rules take no attribute such as " + in.peek().text()),
                    new Text("删去名称与 when 之间的内容", "remove what stands between the name and when")));
            while (!in.isWord("when") && !in.isWord("then") && !in.isWord("end") && !in.is("") && !in.isRule()) {
                in.next();
            }
        }
        if (in.isWord("when")) {
            in.keyword("when");
            return;
        }
        slips.add(in.missing(
                "when",
                new Text("规则名称之后缺少 when", "'when' is missing after the rule's name"),
                new Text("在名称的下一行写 when", "write when on the line after the name")));
        if (!in.atCondition() && !in.isWord("then") && !in.ends()) {
            in.next();
            in.skipToLine();
        }
    }
}
