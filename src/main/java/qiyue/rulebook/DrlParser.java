package qiyue.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import qiyue.rulebook.Drl.Literal;
import qiyue.rulebook.Drl.Pos;

/** Reads a rule file of the profile. After an error it goes on with the next rule, so that all errors are reported. */
final class DrlParser {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final int DEEPEST = 8;

    private final String file;
    private final String[] lines;
    private final List<DrlLexer.Token> tokens;
    private final List<Problem> problems;
    private int at;
    private int depth;

    private DrlParser(String file, String text, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
        this.lines = text.split("\n", -1);
        this.tokens = new DrlLexer(file, text, problems).tokens();
    }

    /** The parsed file; what is wrong with it is added to the problems. */
    static Drl.RuleFile parse(String file, String text, List<Problem> problems) {
        return new DrlParser(file, text, problems).file();
    }

    private Drl.RuleFile file() {
        String packageName = "";
        List<Drl.Rule> rules = new ArrayList<>();
        while (!is("")) {
            int start = at;
            try {
                switch (peek().text()) {
                    case "package" -> {
                        next();
                        packageName = qualifiedName();
                        optional(";");
                    }
                    case "import" -> imports();
                    case "rule" -> rules.add(rule());
                    case "function", "global", "query", "declare", "dialect", "unit" ->
                        throw error(
                                peek(),
                                "outside-profile",
                                new Text(
                                        "规则文件不使用 " + peek().text(),
                                        "'" + peek().text() + "' is not part of the profile"),
                                new Text(
                                        "只写 package、import 和 rule；见 docs/drl-profile.md",
                                        "write package, import and rules only; see docs/drl-profile.md"));
                    default -> throw expected("rule", peek());
                }
            } catch (Stop stop) {
                problems.add(stop.problem);
                recover(start);
            }
        }
        return new Drl.RuleFile(file, packageName, rules);
    }

    private void imports() throws Stop {
        DrlLexer.Token token = next();
        StringBuilder name = new StringBuilder(qualifiedName());
        if (is(".")) {
            next();
            expect("*");
            name.append(".*");
        }
        optional(";");
        if (!name.toString().equals("qiyue.fact.*")) {
            problems.add(problem(
                    token,
                    "outside-profile",
                    new Text("只能引入 qiyue.fact.*", "only qiyue.fact.* may be imported"),
                    new Text("改为 import qiyue.fact.*", "write import qiyue.fact.*")));
        }
    }

    private Drl.Rule rule() throws Stop {
        DrlLexer.Token keyword = next();
        DrlLexer.Token name = peek();
        if (name.kind() != DrlLexer.Kind.TEXT) {
            throw error(
                    name,
                    "rule-name",
                    new Text("rule 后应为双引号括起的名称", "a name in double quotes must follow 'rule'"),
                    new Text("例如 rule \"18.9 未施行的项目计费\"", "for example rule \"18.9 items not performed were billed\""));
        }
        next();
        if (is("extends")
                || is("salience")
                || is("no-loop")
                || is("@")
                || is("agenda-group")
                || is("dialect")
                || is("enabled")
                || is("lock")
                || is("date")
                || is("activation")
                || is("agenda")
                || is("no")) {
            throw error(
                    peek(),
                    "outside-profile",
                    new Text("规则不带属性 " + peek().text(), "rules take no attribute such as " + peek().text()),
                    new Text("删去名称与 when 之间的内容", "remove what stands between the name and when"));
        }
        expect("when");
        List<Drl.Condition> conditions = new ArrayList<>();
        while (!is("then")) {
            conditions.add(condition());
            optional(";");
        }
        expect("then");
        Drl.Conclusion conclusion = conclusion();
        if (!is("end")) {
            throw error(
                    peek(),
                    "missing-end",
                    new Text(
                            "规则“" + name.text() + "”在此处应以 end 结束，却读到“" + shown(peek()) + "”",
                            "rule \"" + name.text() + "\" must end with 'end' here, found '" + named(peek()) + "'"),
                    new Text(
                            "then 中只写一个 insertLogical( … ); 其后单独一行写 end",
                            "write one insertLogical( … ); in then, and end on the next line"));
        }
        int endLine = next().pos().line();
        int space = name.text().indexOf(' ');
        String clause = space < 0 ? name.text() : name.text().substring(0, space);
        String title = space < 0 ? "" : name.text().substring(space + 1).strip();
        return new Drl.Rule(keyword.pos(), clause, title, List.copyOf(conditions), conclusion, endLine);
    }

    private Drl.Condition condition() throws Stop {
        DrlLexer.Token token = peek();
        switch (token.text()) {
            case "not", "exists" -> {
                next();
                return new Drl.Group(token.pos(), token.text().equals("not"), group());
            }
            case "accumulate", "acc" -> {
                return accumulate();
            }
            case "eval", "forall", "or", "and", "from", "collect", "(", "modify" ->
                throw error(
                        token,
                        "outside-profile",
                        new Text("when 中不使用 " + token.text(), "'" + token.text() + "' is not used in when"),
                        new Text(
                                "分成两条规则，或改用 in ( … )；见 docs/drl-profile.md",
                                "write two rules, or in ( … ); see docs/drl-profile.md"));
            default -> {
                return pattern();
            }
        }
    }

    private List<Drl.Pattern> group() throws Stop {
        if (!is("(")) {
            return List.of(pattern());
        }
        next();
        List<Drl.Pattern> members = new ArrayList<>();
        members.add(pattern());
        while (is("and") || is("&&") || is(",")) {
            next();
            members.add(pattern());
        }
        expect(")");
        return List.copyOf(members);
    }

    private Drl.Accumulate accumulate() throws Stop {
        Pos pos = next().pos();
        expect("(");
        List<Drl.Pattern> members = new ArrayList<>();
        if (is("(")) {
            members.addAll(group());
        } else {
            members.add(pattern());
            while (is("and")) {
                next();
                members.add(pattern());
            }
        }
        expect(";");
        String result = variable();
        expect(":");
        DrlLexer.Token function = next();
        if (!function.text().equals("count") && !function.text().equals("sum")) {
            throw error(
                    function,
                    "outside-profile",
                    new Text("accumulate 只用 count() 和 sum( $x )", "accumulate takes count() and sum( $x ) only"),
                    new Text("改用 count 或 sum", "use count or sum"));
        }
        expect("(");
        String argument = is(")") ? "" : variable();
        expect(")");
        expect(";");
        DrlLexer.Token tested = peek();
        if (!variable().equals(result)) {
            throw expected(result, tested);
        }
        DrlLexer.Token operator = next();
        if (!COMPARISONS.contains(operator.text())) {
            throw expected(">=", operator);
        }
        if (!(operand() instanceof Literal number) || !(number.value() instanceof BigDecimal)) {
            throw error(
                    operator,
                    "type",
                    new Text("计数结果只与数字比较", "the result is compared with a number"),
                    new Text("例如 $n >= 2", "for example $n >= 2"));
        }
        expect(")");
        return new Drl.Accumulate(
                pos, List.copyOf(members), result, function.text(), argument, operator.text(), number);
    }

    private Drl.Pattern pattern() throws Stop {
        Pos pos = peek().pos();
        String binding = "";
        if (peek().kind() == DrlLexer.Kind.VARIABLE) {
            binding = variable();
            expect(":");
        }
        DrlLexer.Token type = peek();
        if (type.kind() != DrlLexer.Kind.WORD
                || !Character.isUpperCase(type.text().charAt(0))) {
            throw error(
                    type,
                    "pattern",
                    new Text(
                            "此处应为事实，如 Finding( … )，却读到“" + shown(type) + "”",
                            "a fact such as Finding( … ) must stand here, found '" + named(type) + "'"),
                    new Text(
                            "每行写一个：$f : Finding( conduct == \"…\" )",
                            "write one a line: $f : Finding( conduct == \"…\" )"));
        }
        next();
        expect("(");
        List<Drl.Constraint> constraints = new ArrayList<>();
        while (!is(")")) {
            constraints.add(constraint());
            if (!is(")")) {
                if (is("||") || is("or") || is("&&") || is("and")) {
                    throw error(
                            peek(),
                            "outside-profile",
                            new Text(
                                    "约束之间用逗号（且）；“或”请写成两条规则",
                                    "constraints are joined by commas (and); write 'or' as two rules"),
                            new Text("同一字段取几个值用 in ( … )", "several values of one field: in ( … )"));
                }
                if (is("-")) {
                    throw error(
                            peek(),
                            "operator",
                            new Text("代码要用双引号括起；规则中不做减法", "codes stand in double quotes; rules do not subtract"),
                            new Text("例如 conduct == \"bed-hanging\"", "for example conduct == \"bed-hanging\""));
                }
                if (!is(",")) {
                    throw expected(new Text("逗号或右括号", "a comma or a closing bracket"), peek());
                }
                next();
            }
        }
        next();
        if (is("from") || is("over")) {
            throw error(
                    peek(),
                    "outside-profile",
                    new Text("不使用 from", "'from' is not used"),
                    new Text("事实直接写在 when 中", "name the fact itself in when"));
        }
        return new Drl.Pattern(pos, binding, type.text(), List.copyOf(constraints));
    }

    private Drl.Constraint constraint() throws Stop {
        Pos pos = peek().pos();
        if (peek().kind() == DrlLexer.Kind.VARIABLE && tokens.get(at + 1).text().equals(":")) {
            String name = variable();
            next();
            return new Drl.Bind(pos, name, path());
        }
        if (is("!")) {
            next();
            return new Drl.Flag(pos, path(), true);
        }
        Drl.Operand left = operand();
        DrlLexer.Token operator = peek();
        if (COMPARISONS.contains(operator.text())) {
            next();
            return new Drl.Compare(pos, left, operator.text(), operand());
        }
        if (is("in") || (is("not") && tokens.get(at + 1).text().equals("in"))) {
            boolean negated = next().text().equals("not");
            if (negated) {
                next();
            }
            return new Drl.OneOf(pos, left, negated, literals());
        }
        if (is("contains") && left instanceof Drl.Path list) {
            next();
            return new Drl.Contains(pos, list, operand());
        }
        if (operator.text().equals("=")) {
            throw error(
                    operator,
                    "operator",
                    new Text("比较相等用两个等号 ==", "equality is written with two signs: =="),
                    new Text("把 = 改为 ==", "write == instead of ="));
        }
        if ((is(",") || is(")")) && left instanceof Drl.Path path) {
            return new Drl.Flag(pos, path, false);
        }
        throw error(
                operator,
                "operator",
                new Text(
                        "此处应为比较符，却读到“" + shown(operator) + "”",
                        "a comparison must stand here, found '" + named(operator) + "'"),
                new Text("可用：== != < <= > >= in contains", "one of: == != < <= > >= in contains"));
    }

    private List<Literal> literals() throws Stop {
        expect("(");
        List<Literal> values = new ArrayList<>();
        do {
            DrlLexer.Token token = peek();
            if (operand() instanceof Literal literal) {
                values.add(literal);
            } else {
                throw expected("\"…\"", token);
            }
        } while (optional(","));
        expect(")");
        return List.copyOf(values);
    }

    private Drl.Operand operand() throws Stop {
        DrlLexer.Token token = peek();
        switch (token.kind()) {
            case TEXT -> {
                next();
                return new Literal(token.pos(), token.text());
            }
            case NUMBER -> {
                next();
                return new Literal(token.pos(), new BigDecimal(token.text()));
            }
            default -> {
                if (is("true") || is("false")) {
                    next();
                    return new Literal(token.pos(), Boolean.valueOf(token.text()));
                }
                if (is("null")) {
                    throw error(
                            token,
                            "outside-profile",
                            new Text("事实没有空值，不与 null 比较", "facts carry no nulls; do not compare with null"),
                            new Text("未知用 Answer 的 open 表示", "unknown is the answer open"));
                }
                return path();
            }
        }
    }

    private Drl.Path path() throws Stop {
        DrlLexer.Token first = peek();
        List<Drl.Step> steps = new ArrayList<>();
        String root = "";
        if (first.kind() == DrlLexer.Kind.VARIABLE) {
            root = variable();
        } else {
            steps.add(step());
        }
        while (is(".")) {
            next();
            steps.add(step());
        }
        return new Drl.Path(first.pos(), root, List.copyOf(steps));
    }

    private Drl.Step step() throws Stop {
        DrlLexer.Token name = peek();
        if (name.kind() != DrlLexer.Kind.WORD) {
            throw error(
                    name,
                    "field",
                    new Text(
                            "此处应为字段名，却读到“" + shown(name) + "”", "a field must stand here, found '" + named(name) + "'"),
                    new Text("字段见 qiyue schema facts", "see qiyue schema facts for the fields"));
        }
        next();
        if (!is("(")) {
            return new Drl.Step(name.pos(), name.text(), false, List.of());
        }
        if (depth >= DEEPEST) {
            throw error(
                    peek(),
                    "outside-profile",
                    new Text("括号套得太深", "too many brackets within brackets"),
                    new Text("分成几条规则", "write several rules"));
        }
        next();
        List<Drl.Operand> arguments = new ArrayList<>();
        depth++;
        while (!is(")")) {
            arguments.add(operand());
            if (!is(")")) {
                expect(",");
            }
        }
        depth--;
        next();
        return new Drl.Step(name.pos(), name.text(), true, List.copyOf(arguments));
    }

    private Drl.Conclusion conclusion() throws Stop {
        DrlLexer.Token verb = peek();
        if (!is("insertLogical")) {
            throw error(
                    verb,
                    "outside-profile",
                    new Text(
                            "then 中只写一个 insertLogical( … )，却读到“" + shown(verb) + "”",
                            "then holds one insertLogical( … ), found '" + named(verb) + "'"),
                    new Text(
                            "例如 insertLogical( Breach.of( \"18.9\", $f ) );",
                            "for example insertLogical( Breach.of( \"18.9\", $f ) );"));
        }
        next();
        expect("(");
        DrlLexer.Token type = next();
        List<Drl.Step> steps = new ArrayList<>();
        while (is(".")) {
            next();
            steps.add(step());
        }
        expect(")");
        optional(";");
        return new Drl.Conclusion(type.pos(), type.text(), List.copyOf(steps));
    }

    private String qualifiedName() throws Stop {
        StringBuilder name = new StringBuilder();
        name.append(word());
        while (is(".") && tokens.get(at + 1).kind() == DrlLexer.Kind.WORD) {
            next();
            name.append('.').append(word());
        }
        return name.toString();
    }

    private String word() throws Stop {
        if (peek().kind() != DrlLexer.Kind.WORD) {
            throw expected(new Text("名称", "a name"), peek());
        }
        return next().text();
    }

    private String variable() throws Stop {
        if (peek().kind() != DrlLexer.Kind.VARIABLE) {
            throw expected(new Text("名称，如 $f", "a name such as $f"), peek());
        }
        return next().text();
    }

    private void recover(int start) {
        depth = 0;
        at = Math.max(at, start);
        if (at == start && !is("")) {
            at++;
        }
        while (!is("") && !is("rule")) {
            if (next().text().equals("end")) {
                return;
            }
        }
    }

    private DrlLexer.Token peek() {
        return tokens.get(at);
    }

    private DrlLexer.Token next() {
        DrlLexer.Token token = tokens.get(at);
        if (token.kind() != DrlLexer.Kind.END) {
            at++;
        }
        return token;
    }

    private boolean is(String text) {
        DrlLexer.Token token = peek();
        return token.kind() == DrlLexer.Kind.END
                ? text.isEmpty()
                : token.kind() != DrlLexer.Kind.TEXT && token.text().equals(text);
    }

    private boolean optional(String text) {
        if (is(text)) {
            next();
            return true;
        }
        return false;
    }

    private void expect(String text) throws Stop {
        if (!is(text)) {
            throw expected(text, peek());
        }
        next();
    }

    private Stop expected(String what, DrlLexer.Token found) {
        return expected(new Text("“" + what + "”", "'" + what + "'"), found);
    }

    private Stop expected(Text what, DrlLexer.Token found) {
        return error(
                found,
                "syntax",
                new Text(
                        "此处应为" + what.zh() + "，却读到“" + shown(found) + "”",
                        "expected " + what.en() + ", found '" + named(found) + "'"),
                new Text("补上或改为" + what.zh(), "write " + what.en()));
    }

    private static String shown(DrlLexer.Token token) {
        return token.kind() == DrlLexer.Kind.END ? "文件结尾" : token.text();
    }

    private static String named(DrlLexer.Token token) {
        return token.kind() == DrlLexer.Kind.END ? "end of file" : token.text();
    }

    private Stop error(DrlLexer.Token token, String code, Text message, Text fix) {
        return new Stop(problem(token, code, message, fix));
    }

    private Problem problem(DrlLexer.Token token, String code, Text message, Text fix) {
        Pos pos = token.pos();
        String source = pos.line() <= lines.length ? lines[pos.line() - 1] : "";
        return new Problem(code, file, pos.line(), pos.column(), "", source, message, fix);
    }

    private static final class Stop extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;

        Stop(Problem problem) {
            super(problem.message().en(), null, false, false);
            this.problem = problem;
        }
    }
}
