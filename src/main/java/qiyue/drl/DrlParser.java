package qiyue.drl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import qiyue.drl.Drl.Literal;
import qiyue.drl.DrlLexer.Kind;
import qiyue.drl.DrlLexer.Token;
import qiyue.problem.Pos;
import qiyue.problem.Problem;
import qiyue.problem.Suggest;
import qiyue.problem.Text;

/**
 * Reads a rule file of the profile. What is missing is reported and read as if it were there; where that is not
 * possible, reading goes on with the next line of {@code when}, else with the next rule. So all errors are reported, each
 * once. A rule with an error is kept, as far as it was read, and marked: see {@link Parsed}.
 */
public final class DrlParser {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> OUTSIDE =
            Set.of("eval", "forall", "or", "and", "from", "collect", "modify", "update", "delete", "(");
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

    /** So deep may calls stand within calls; what is deeper would exhaust the stack before it was checked. */
    private static final int DEEPEST = 8;

    private final String file;
    private final String[] lines;
    private final List<Token> tokens;
    private final List<Problem> problems;
    private int at;
    private int depth;

    /** A file, and those of its rules that were not read whole: what they lack must not be reported as wrong. */
    public record Parsed(Drl.RuleFile file, Pos packageAt, Set<Drl.Rule> broken) {}

    private DrlParser(String file, String text, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
        this.lines = text.split("\n", -1);
        this.tokens = new DrlLexer(file, text, problems).tokens();
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
        while (!is("")) {
            int before = problems.size();
            try {
                Token token = peek();
                switch (token.text().toLowerCase(Locale.ROOT)) {
                    case "package" -> {
                        keyword("package");
                        packageAt = token.pos();
                        packageName = restOfLine();
                    }
                    case "import" -> imports();
                    case "rule" -> {
                        Drl.Rule rule = rule();
                        rules.add(rule);
                        if (problems.size() > before) {
                            broken.add(rule);
                        }
                    }
                    default -> stray(token);
                }
            } catch (Stop stop) {
                problems.add(stop.problem);
                recover();
            }
        }
        return new Parsed(new Drl.RuleFile(file, packageName, List.copyOf(rules)), packageAt, broken);
    }

    private void stray(Token token) throws Stop {
        if (TOP.contains(token.text())) {
            next();
            throw error(
                    token,
                    "outside-profile",
                    new Text("规则文件不使用 " + token.text(), "'" + token.text() + "' is not part of the profile"),
                    new Text(
                            "只写 package、import 和 rule；见 docs/drl-profile.md",
                            "write package, import and rules only; see docs/drl-profile.md"));
        }
        next();
        if (token.text().equals("end")) {
            throw error(
                    token, "extra", new Text("多了一个 end", "one 'end' too many"), new Text("删去这一行", "remove this line"));
        }
        problems.removeIf(p -> p.code().equals("full-width")
                && p.file().equals(file)
                && p.line() == token.pos().line());
        throw error(
                token,
                "stray-text",
                new Text("“" + shown(token) + "”不属于任何规则", "'" + shown(token) + "' belongs to no rule"),
                new Text(
                        "说明文字前加 //；规则以 rule \"条款编号 标题\" 开头",
                        "write // before a remark; a rule begins with rule \"id title\""));
    }

    private void imports() throws Stop {
        Token token = peek();
        keyword("import");
        String name = restOfLine();
        if (!name.equals("qiyue.fact.*")) {
            problems.add(problem(
                    token,
                    "outside-profile",
                    new Text("只能引入 qiyue.fact.*", "only qiyue.fact.* may be imported"),
                    new Text("改为 import qiyue.fact.*", "write import qiyue.fact.*")));
        }
    }

    private String restOfLine() {
        int line = tokens.get(at - 1).pos().line();
        StringBuilder rest = new StringBuilder();
        while (peek().kind() != Kind.END && peek().pos().line() == line) {
            rest.append(next().text());
        }
        return rest.toString().replaceAll(";+$", "");
    }

    private Drl.Rule rule() throws Stop {
        Token start = peek();
        keyword("rule");
        String name = name();
        head();
        List<Drl.Condition> conditions = new ArrayList<>();
        while (!ends()) {
            conditions(conditions);
        }
        Drl.Conclusion conclusion = NOTHING;
        try {
            conclusion = then(name);
        } catch (Stop stop) {
            problems.add(stop.problem);
            while (!is("") && !is("end") && !isRule()) {
                next();
            }
        }
        int endLine = peek().pos().line();
        end(name);
        String whole = name.strip();
        int space = 0;
        while (space < whole.length()
                && !Character.isWhitespace(whole.charAt(space))
                && whole.charAt(space) != '\u3000') {
            space++;
        }
        if (space < whole.length() && whole.charAt(space) != ' ') {
            problems.add(problem(
                    tokens.get(tokens.indexOf(start) + 1),
                    "rule-name",
                    new Text("条款编号与标题之间用半角空格", "one plain space between the clause id and the title"),
                    new Text("改为半角空格", "write a plain space")));
        }
        return new Drl.Rule(
                start.pos(),
                whole.substring(0, space),
                whole.substring(space).replace('\u3000', ' ').strip(),
                List.copyOf(conditions),
                conclusion,
                endLine);
    }

    private String name() {
        Token name = peek();
        if (name.kind() == Kind.TEXT) {
            return next().text();
        }
        problems.add(problem(
                name,
                "rule-name",
                new Text("rule 后应为双引号括起的名称", "a name in double quotes must follow 'rule'"),
                new Text("例如 rule \"18.9 未施行的项目计费\"", "for example rule \"18.9 items not performed were billed\"")));
        int line = tokens.get(at - 1).pos().line();
        while (peek().pos().line() == line && !isWord("when") && !is("")) {
            next();
        }
        return "";
    }

    /** From the name to {@code when}. */
    private void head() throws Stop {
        if (is(";") || is(":")) {
            problems.add(extra(next()));
        }
        if (ATTRIBUTES.contains(peek().text()) && peek().kind() != Kind.TEXT) {
            problems.add(problem(
                    peek(),
                    "outside-profile",
                    new Text("规则不带属性 " + peek().text(), "rules take no attribute such as " + peek().text()),
                    new Text("删去名称与 when 之间的内容", "remove what stands between the name and when")));
            while (!isWord("when") && !isWord("then") && !isWord("end") && !is("") && !isRule()) {
                next();
            }
        }
        if (isWord("when")) {
            keyword("when");
            return;
        }
        problems.add(missing(
                "when",
                new Text("规则名称之后缺少 when", "'when' is missing after the rule's name"),
                new Text("在名称的下一行写 when", "write when on the line after the name")));
        if (!isCondition(at) && !isWord("then") && !ends()) {
            next();
            skipToLine();
        }
    }

    private boolean ends() {
        return isWord("then") || isWord("end") || isRule() || is("") || isInsert();
    }

    private void conditions(List<Drl.Condition> conditions) {
        try {
            if (is(")") || is("]") || is("}") || is(",")) {
                throw new Stop(extra(next()));
            }
            conditions.add(condition());
            while (is(";") || is(",")) {
                Token sign = next();
                if (sign.text().equals(",")) {
                    problems.add(extra(sign));
                }
            }
            if (is("&&") || is("and") || is("or") || is("||") || is("from") || is("over")) {
                Token word = next();
                boolean and = word.text().equals("&&") || word.text().equals("and");
                throw error(
                        word,
                        "outside-profile",
                        new Text("when 中不使用 " + word.text(), "'" + word.text() + "' is not used in when"),
                        and
                                ? new Text("各行之间本来就是“且”，删去", "lines of when are joined by and as it is; remove it")
                                : word.text().equals("from") || word.text().equals("over")
                                        ? new Text("事实直接写在 when 中", "name the fact itself in when")
                                        : new Text(
                                                "分成两条规则，或改用 in ( … )；见 docs/drl-profile.md",
                                                "write two rules, or in ( … ); see docs/drl-profile.md"));
            }
        } catch (Stop stop) {
            problems.add(stop.problem);
            skipToLine();
        }
    }

    /** Goes on to the next line that begins like a condition, or to what follows {@code when}. */
    private void skipToLine() {
        while (!ends() && !(begins(at) && isCondition(at)) && !is(")")) {
            next();
        }
        while (is(")")) {
            next();
            while (!ends() && !(begins(at) && isCondition(at)) && !is(")")) {
                next();
            }
        }
    }

    /** Whether the token is the first of its line. */
    private boolean begins(int i) {
        return i == 0 || tokens.get(i - 1).pos().line() < tokens.get(i).pos().line();
    }

    /** Whether a condition begins here, and not a field or an argument. */
    private boolean isCondition(int i) {
        Token token = tokens.get(i);
        Token second = tokens.get(Math.min(i + 1, tokens.size() - 1));
        Token third = tokens.get(Math.min(i + 2, tokens.size() - 1));
        if (token.kind() == Kind.WORD) {
            boolean group = Set.of("not", "exists", "accumulate", "acc").contains(token.text())
                    && !second.text().equals("in");
            boolean fact = Character.isUpperCase(token.text().charAt(0))
                    && second.text().equals("(");
            boolean named = second.text().equals(":")
                    && third.kind() == Kind.WORD
                    && Character.isUpperCase(third.text().charAt(0));
            return group || fact || named || OUTSIDE.contains(token.text());
        }
        return token.kind() == Kind.VARIABLE
                && ((second.text().equals(":")
                                && third.kind() == Kind.WORD
                                && FactTypes.all().containsKey(capital(third)))
                        || (second.kind() == Kind.WORD && FactTypes.all().containsKey(capital(second))));
    }

    private static String capital(Token token) {
        return token.text().isEmpty()
                ? ""
                : token.text().substring(0, 1).toUpperCase(Locale.ROOT)
                        + token.text().substring(1);
    }

    private Drl.Condition condition() throws Stop {
        Token token = peek();
        if (token.kind() == Kind.WORD && (is("not") || is("exists"))) {
            next();
            return new Drl.Group(token.pos(), token.text().equals("not"), group());
        }
        if (is("accumulate") || is("acc")) {
            return accumulate();
        }
        if (token.kind() != Kind.TEXT && OUTSIDE.contains(token.text())) {
            next();
            throw error(
                    token,
                    "outside-profile",
                    new Text("when 中不使用 " + token.text(), "'" + token.text() + "' is not used in when"),
                    new Text(
                            "分成两条规则，或改用 in ( … )；见 docs/drl-profile.md",
                            "write two rules, or in ( … ); see docs/drl-profile.md"));
        }
        return pattern();
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
        if (is("or") || is("||")) {
            throw error(
                    peek(),
                    "outside-profile",
                    new Text("when 中不使用 " + peek().text(), "'" + peek().text() + "' is not used in when"),
                    new Text("写成两行", "write two lines"));
        }
        close();
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
            while (is("and") || is("&&")) {
                next();
                members.add(pattern());
            }
        }
        separator();
        String result = variable();
        expect(":");
        Token function = next();
        if (!function.text().equals("count") && !function.text().equals("sum")) {
            throw error(
                    function,
                    "outside-profile",
                    new Text("accumulate 只用 count() 和 sum( $x )", "accumulate takes count() and sum( $x ) only"),
                    new Text("改用 count 或 sum", "use count or sum"));
        }
        expect("(");
        String argument = is(")") ? "" : variable();
        close();
        separator();
        Token tested = peek();
        if (!variable().equals(result)) {
            throw expected(result, tested);
        }
        Token operator = comparison();
        if (!COMPARISONS.contains(operator.text())) {
            throw expected(">=", operator);
        }
        next();
        if (!(operand() instanceof Literal number) || !(number.value() instanceof BigDecimal)) {
            throw error(
                    operator,
                    "type",
                    new Text("计数结果只与数字比较", "the result is compared with a number"),
                    new Text("例如 $n >= 2", "for example $n >= 2"));
        }
        close();
        return new Drl.Accumulate(
                pos, List.copyOf(members), result, function.text(), argument, operator.text(), number);
    }

    /** A semicolon; a comma instead is reported. */
    private void separator() throws Stop {
        if (is(",")) {
            problems.add(problem(
                    next(),
                    "syntax",
                    new Text("accumulate 的三部分用分号 ; 隔开", "the three parts of accumulate are divided by ;"),
                    new Text("把逗号改为分号 ;", "write ; instead of the comma")));
            return;
        }
        expect(";");
    }

    private Drl.Pattern pattern() throws Stop {
        Pos pos = peek().pos();
        String binding = "";
        if (peek().kind() == Kind.VARIABLE) {
            binding = variable();
            colon();
        } else if (peek().kind() == Kind.WORD && second().text().equals(":")) {
            binding = "$" + next().text();
            problems.add(new Problem(
                    "missing-dollar",
                    file,
                    pos.line(),
                    pos.column(),
                    "",
                    lines[pos.line() - 1],
                    new Text("名称前缺少 $", "the name lacks its $"),
                    new Text("写成 " + binding, "write " + binding)));
            next();
        }
        Token type = peek();
        if (type.kind() != Kind.WORD
                || (!Character.isUpperCase(type.text().charAt(0))
                        && !FactTypes.all().containsKey(capital(type))
                        && !second().text().equals("("))) {
            throw error(
                    type,
                    "pattern",
                    new Text(
                            "此处应为事实，如 Finding( … )，却读到“" + shown(type) + "”",
                            "a fact such as Finding( … ) must stand here, found '" + shown(type) + "'"),
                    new Text(
                            "每行写一个：$f : Finding( conduct == \"…\" )",
                            "write one a line: $f : Finding( conduct == \"…\" )"));
        }
        next();
        if (is("[") || is("{")) {
            problems.add(wrongBracket(next(), "("));
        } else if (is("(")) {
            next();
        } else {
            problems.add(missing(
                    "bracket",
                    new Text(type.text() + " 后缺少左括号 (", "'(' is missing after " + type.text()),
                    new Text("写成 " + type.text() + "( … )", "write " + type.text() + "( … )")));
            if (begins(at)) {
                return new Drl.Pattern(pos, binding, type.text(), List.of());
            }
        }
        List<Drl.Constraint> constraints = new ArrayList<>();
        while (!is(")") && !unclosed()) {
            constraints.add(constraint());
            joint();
        }
        close();
        return new Drl.Pattern(pos, binding, type.text(), List.copyOf(constraints));
    }

    private void colon() throws Stop {
        if (is(":")) {
            next();
        } else if (is("=")) {
            problems.add(problem(
                    next(),
                    "syntax",
                    new Text("名称与事实之间用冒号 :", "a colon stands between name and fact"),
                    new Text("把 = 改为 :", "write : instead of =")));
        } else if (peek().kind() == Kind.WORD && FactTypes.all().containsKey(capital(peek()))) {
            problems.add(missing(
                    "syntax",
                    new Text("名称之后缺少冒号 :", "the colon after the name is missing"),
                    new Text("写成 $f : Finding( … )", "write $f : Finding( … )")));
        } else {
            expect(":");
        }
    }

    /** What stands between two constraints. */
    private void joint() throws Stop {
        Token token = peek();
        if (is(")") || unclosed()) {
            return;
        }
        if (is(",")) {
            next();
            if (is(",") || is(")")) {
                problems.add(extra(token));
                optional(",");
            }
        } else if (is("||") || is("or") || is("&&") || is("and") || is("|") || is("&")) {
            next();
            problems.add(problem(
                    token,
                    "outside-profile",
                    new Text(
                            "约束之间用逗号（且）；“或”请写成两条规则", "constraints are joined by commas (and); write 'or' as two rules"),
                    new Text(
                            "“且”改为逗号；同一字段取几个值用 in ( … )", "a comma for 'and'; several values of one field: in ( … )")));
        } else if (is(";") || is(".")) {
            next();
            problems.add(problem(
                    token,
                    "syntax",
                    new Text("约束之间用逗号，不用 " + token.text(), "constraints are joined by commas, not by " + token.text()),
                    new Text("改为逗号 ,", "write a comma")));
        } else if (is("+") || is("-") || is("*") || is("/") || is("%")) {
            throw arithmetic(token);
        } else if (token.kind() == Kind.WORD || token.kind() == Kind.VARIABLE || is("!")) {
            problems.add(missing(
                    "missing-comma",
                    new Text("两个约束之间缺少逗号", "a comma is missing between two constraints"),
                    new Text("在“" + shown(token) + "”之前补上逗号 ,", "write a comma before '" + shown(token) + "'")));
        } else {
            expect(",");
        }
    }

    /** Whether the pattern's bracket was left open: a new condition, then, end or a rule begins. */
    private boolean unclosed() {
        return ends() || (begins(at) && isCondition(at)) || is("}") || is("]");
    }

    /** A closing bracket; a missing one is reported where it should stand. */
    private void close() {
        if (is(")")) {
            next();
            return;
        }
        if (is("]") || is("}")) {
            problems.add(wrongBracket(next(), ")"));
            return;
        }
        problems.add(missing(
                "bracket",
                new Text("缺少右括号 )", "a closing bracket ) is missing"),
                new Text("在此处补上 )；左右括号须成对", "write ) here; brackets come in pairs")));
    }

    private Problem wrongBracket(Token token, String meant) {
        return problem(
                token,
                "bracket",
                new Text(
                        "括号应为圆括号 " + meant + "，却是 " + token.text(),
                        "the bracket must be " + meant + ", not " + token.text()),
                new Text("改为 " + meant, "write " + meant));
    }

    private Drl.Constraint constraint() throws Stop {
        Pos pos = peek().pos();
        if (peek().kind() == Kind.VARIABLE && second().text().equals(":")) {
            String name = variable();
            next();
            return new Drl.Bind(pos, name, path());
        }
        if (is("!")) {
            next();
            return new Drl.Flag(pos, path(), true);
        }
        Token first = peek();
        if (first.kind() == Kind.NUMBER && at > 1 && tokens.get(at - 2).kind() == Kind.NUMBER) {
            throw error(
                    tokens.get(at - 2),
                    "number",
                    new Text("数字中间不写逗号", "numbers have no comma inside"),
                    new Text("例如 30000", "for example 30000"));
        }
        Drl.Operand left = operand();
        Token operator = comparison();
        if (COMPARISONS.contains(operator.text())) {
            next();
            return new Drl.Compare(pos, left, operator.text(), operand());
        }
        if (is("in") || (is("not") && second().text().equals("in"))) {
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
        if ((is(",") || is(")") || unclosed()) && left instanceof Drl.Path path) {
            return new Drl.Flag(pos, path, false);
        }
        if (is("+") || is("-") || is("*") || is("/") || is("%")) {
            throw arithmetic(operator);
        }
        if (is("matches") || is("memberOf") || is("soundslike") || is("str") || is("excludes")) {
            throw error(
                    operator,
                    "outside-profile",
                    new Text("规则中不使用 " + operator.text(), "'" + operator.text() + "' is not part of the profile"),
                    new Text("可用：== != < <= > >= in contains", "one of: == != < <= > >= in contains"));
        }
        throw error(
                operator,
                "operator",
                new Text(
                        "此处应为比较符，却读到“" + shown(operator) + "”",
                        "a comparison must stand here, found '" + shown(operator) + "'"),
                new Text("可用：== != < <= > >= in contains", "one of: == != < <= > >= in contains"));
    }

    private Stop arithmetic(Token token) {
        return error(
                token,
                "outside-profile",
                new Text("规则中不做加减乘除", "no arithmetic in rules"),
                new Text(
                        "用事实的方法，如 monthsOn( 24 )；见 qiyue schema facts",
                        "use a method of the fact, such as monthsOn( 24 ); see qiyue schema facts"));
    }

    /** A comparison, mended where it is nearly one; the token before the last one of it remains to be taken. */
    private Token comparison() {
        Token token = peek();
        Token second = second();
        String both = token.text() + second.text();
        String meant = "";
        boolean two = token.touches(second);
        if (two
                && (both.equals("=>")
                        || both.equals("=<")
                        || both.equals("<>")
                        || both.equals("===")
                        || both.equals("=!")
                        || both.equals("!=="))) {
            meant = switch (both) {
                case "=>" -> ">=";
                case "=<" -> "<=";
                case "<>", "=!", "!==" -> "!=";
                default -> "==";
            };
        } else if (token.text().equals("=")) {
            meant = "==";
            two = false;
        } else if (token.kind() == Kind.WORD
                && (token.text().equals("is") || token.text().equals("equals"))) {
            meant = "==";
            two = false;
        } else if (token.text().equals(":") && second.kind() != Kind.WORD) {
            meant = "==";
            two = false;
        }
        if (meant.isEmpty()) {
            return token;
        }
        String found = two ? both : token.text();
        problems.add(problem(
                token,
                "operator",
                found.equals("=")
                        ? new Text("比较相等用两个等号 ==", "equality is written with two signs: ==")
                        : new Text("没有比较符 " + found, "there is no comparison " + found),
                new Text("把 " + found + " 改为 " + meant, "write " + meant + " instead of " + found)));
        if (two) {
            next();
        }
        return new Token(Kind.SIGN, meant, token.pos(), token.end());
    }

    private List<Literal> literals() throws Stop {
        if (is("[") || is("{")) {
            problems.add(wrongBracket(next(), "("));
        } else if (is("(")) {
            next();
        } else {
            problems.add(missing(
                    "bracket",
                    new Text("in 之后缺少左括号 (", "'(' is missing after in"),
                    new Text("写成 in ( \"…\", \"…\" )", "write in ( \"…\", \"…\" )")));
        }
        List<Literal> values = new ArrayList<>();
        while (!is(")") && !unclosed()) {
            Token token = peek();
            if (operand() instanceof Literal literal) {
                values.add(literal);
            } else {
                problems.add(unquoted(token, token.text()));
            }
            if (is(",")) {
                Token comma = next();
                if (is(")") || is(",")) {
                    problems.add(extra(comma));
                    optional(",");
                }
            } else if (peek().kind() == Kind.TEXT || peek().kind() == Kind.NUMBER) {
                problems.add(missing(
                        "missing-comma",
                        new Text("两个值之间缺少逗号", "a comma is missing between two values"),
                        new Text("在 " + shown(peek()) + " 之前补上逗号 ,", "write a comma before " + shown(peek()))));
            } else if (!is(")") && !is("]") && !is("}")) {
                break;
            }
        }
        close();
        return List.copyOf(values);
    }

    private Drl.Operand operand() throws Stop {
        Token token = peek();
        switch (token.kind()) {
            case TEXT -> {
                next();
                return new Literal(token.pos(), token.text());
            }
            case NUMBER -> {
                next();
                if (token.touches(peek()) && (is("-") || is("/")) && second().kind() == Kind.NUMBER) {
                    throw error(
                            token,
                            "type",
                            new Text("规则中不直接写日期", "no dates in rules"),
                            new Text(
                                    "日期与另一事实的日期比较，如 date >= $a.from",
                                    "compare days with days of other facts, such as date >= $a.from"));
                }
                return new Literal(token.pos(), new BigDecimal(token.text()));
            }
            default -> {
                return plain(token);
            }
        }
    }

    private Drl.Operand plain(Token token) throws Stop {
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
        if (is("-") && second().kind() == Kind.NUMBER) {
            throw error(
                    token,
                    "number",
                    new Text("不写负数", "no negative numbers"),
                    new Text("改为不小于 0 的数", "write a number that is not negative"));
        }
        if (token.kind() == Kind.WORD
                && token.touches(second())
                && second().text().equals("-")) {
            StringBuilder word = new StringBuilder();
            Token last;
            do {
                last = next();
                word.append(last.text());
            } while (last.touches(peek()) && (peek().kind() == Kind.WORD || peek().kind() == Kind.NUMBER || is("-")));
            problems.add(unquoted(token, word.toString()));
            return new Literal(token.pos(), word.toString());
        }
        return path();
    }

    private Problem unquoted(Token token, String word) {
        return problem(
                token,
                "unquoted",
                new Text("代码 " + word + " 没有加双引号", "the code " + word + " is not in double quotes"),
                new Text("写成 \"" + word + "\"", "write \"" + word + "\""));
    }

    private Drl.Path path() throws Stop {
        Token first = peek();
        List<Drl.Step> steps = new ArrayList<>();
        String root = "";
        if (first.kind() == Kind.VARIABLE) {
            root = variable();
        } else {
            steps.add(step());
        }
        while (is(".") && second().kind() == Kind.WORD) {
            next();
            steps.add(step());
        }
        return new Drl.Path(first.pos(), root, List.copyOf(steps));
    }

    private Drl.Step step() throws Stop {
        Token name = peek();
        if (name.kind() != Kind.WORD || isWord("then") || isWord("end")) {
            throw error(
                    name,
                    "field",
                    new Text(
                            "此处应为字段名，却读到“" + shown(name) + "”", "a field must stand here, found '" + shown(name) + "'"),
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
        depth++;
        try {
            return new Drl.Step(name.pos(), name.text(), true, arguments());
        } finally {
            depth--;
        }
    }

    private List<Drl.Operand> arguments() throws Stop {
        List<Drl.Operand> arguments = new ArrayList<>();
        while (!is(")") && !is(";") && !unclosed()) {
            arguments.add(operand());
            if (is(",")) {
                Token comma = next();
                if (is(")") || is(",")) {
                    problems.add(extra(comma));
                    optional(",");
                }
            } else if (is("+") || is("*") || is("-") || is("/")) {
                throw arithmetic(peek());
            } else if (!is(")")) {
                if (peek().kind() == Kind.SIGN || peek().kind() == Kind.END || unclosed()) {
                    break;
                }
                problems.add(missing(
                        "missing-comma",
                        new Text("两个参数之间缺少逗号", "a comma is missing between two arguments"),
                        new Text("在 " + shown(peek()) + " 之前补上逗号 ,", "write a comma before " + shown(peek()))));
            }
        }
        close();
        return List.copyOf(arguments);
    }

    private Drl.Conclusion then(String name) throws Stop {
        if (isWord("then")) {
            keyword("then");
        } else if (isInsert()) {
            problems.add(missing(
                    "then",
                    new Text("缺少 then", "'then' is missing"),
                    new Text("在结论之前单独一行写 then", "write then on a line of its own before the conclusion")));
        } else {
            throw error(
                    peek(),
                    "then",
                    new Text("规则“" + name + "”没有 then 和结论", "rule \"" + name + "\" has no 'then' and no conclusion"),
                    new Text(
                            "写 then，再写 insertLogical( Breach.of( \"…\", $f ) );",
                            "write then, and insertLogical( Breach.of( \"…\", $f ) );"));
        }
        if (isWord("end") || isRule() || is("")) {
            throw error(
                    peek(),
                    "then",
                    new Text("then 之后没有结论", "no conclusion follows 'then'"),
                    new Text(
                            "例如 insertLogical( Breach.of( \"18.9\", $f ) );",
                            "for example insertLogical( Breach.of( \"18.9\", $f ) );"));
        }
        return conclusion();
    }

    private boolean isInsert() {
        return peek().kind() == Kind.WORD
                && peek().text().toLowerCase(Locale.ROOT).startsWith("insert")
                && second().text().equals("(");
    }

    private Drl.Conclusion conclusion() throws Stop {
        Token verb = peek();
        if (!is("insertLogical")) {
            boolean near = verb.kind() == Kind.WORD
                    && (isInsert()
                            || !Suggest.near(verb.text(), List.of("insertLogical"))
                                    .isEmpty());
            Problem problem = problem(
                    verb,
                    "outside-profile",
                    new Text(
                            "then 中只写一个 insertLogical( … )，却读到“" + shown(verb) + "”",
                            "then holds one insertLogical( … ), found '" + shown(verb) + "'"),
                    near
                            ? new Text(
                                    "把 " + verb.text() + " 改为 insertLogical", "write insertLogical for " + verb.text())
                            : new Text(
                                    "例如 insertLogical( Breach.of( \"18.9\", $f ) );",
                                    "for example insertLogical( Breach.of( \"18.9\", $f ) );"));
            if (!near) {
                throw new Stop(problem);
            }
            problems.add(problem);
        }
        next();
        expect("(");
        Token type = next();
        if (type.text().equals("new")) {
            throw error(
                    type,
                    "conclusion",
                    new Text("结论不用 new", "conclusions are not made with new"),
                    new Text("写成 Breach.of( … )、Measure.may( … )", "write Breach.of( … ), Measure.may( … )"));
        }
        List<Drl.Step> steps = new ArrayList<>();
        while (is(".")) {
            next();
            steps.add(step());
        }
        close();
        while (is(")")) {
            problems.add(extra(next()));
        }
        while (is(";")) {
            next();
        }
        return new Drl.Conclusion(type.pos(), type.text(), List.copyOf(steps));
    }

    private void end(String name) {
        if (isWord("end")) {
            keyword("end");
            optional(";");
            return;
        }
        if (is("") || isRule()) {
            problems.add(missing(
                    "missing-end",
                    new Text("规则“" + name + "”没有以 end 结束", "rule \"" + name + "\" is not closed by 'end'"),
                    new Text("在结论之后单独一行写 end", "write end on a line of its own after the conclusion")));
            return;
        }
        problems.add(problem(
                peek(),
                "one-conclusion",
                new Text(
                        "then 中只写一个 insertLogical( … )，其后应为 end，却读到“" + shown(peek()) + "”",
                        "then holds one insertLogical( … ), then 'end'; found '" + shown(peek()) + "'"),
                new Text(
                        "另一个结论写成另一条规则；不是结论的删去",
                        "write another conclusion as a rule of its own; remove anything else")));
        while (!isWord("end") && !isRule() && !is("")) {
            next();
        }
        if (isWord("end")) {
            next();
            optional(";");
        }
    }

    private String variable() throws Stop {
        if (peek().kind() == Kind.VARIABLE) {
            return next().text();
        }
        if (peek().kind() == Kind.WORD) {
            Token word = next();
            problems.add(problem(
                    word,
                    "missing-dollar",
                    new Text("名称 " + word.text() + " 前缺少 $", "the name " + word.text() + " lacks its $"),
                    new Text("写成 $" + word.text(), "write $" + word.text())));
            return "$" + word.text();
        }
        throw expected("$名称 $name", peek());
    }

    private void recover() {
        while (!is("") && !isRule()) {
            next();
        }
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token second() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    private Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    private boolean is(String text) {
        Token token = peek();
        return token.kind() == Kind.END
                ? text.isEmpty()
                : token.kind() != Kind.TEXT && token.text().equals(text);
    }

    /** Whether the keyword stands here, in capitals too. */
    private boolean isWord(String text) {
        return peek().kind() == Kind.WORD
                && peek().text().equalsIgnoreCase(text)
                && (is(text) || begins(at))
                && !second().text().equals(":");
    }

    private boolean isRule() {
        return isWord("rule") && (begins(at) || second().kind() == Kind.TEXT);
    }

    /** Takes a keyword; capitals are reported. */
    private void keyword(String text) {
        Token token = next();
        if (!token.text().equals(text)) {
            problems.add(problem(
                    token,
                    "keyword",
                    new Text("关键字全部小写：" + text, "keywords are in small letters: " + text),
                    new Text("把 " + token.text() + " 改为 " + text, "write " + text + " for " + token.text())));
        }
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

    private Stop expected(String what, Token found) {
        return new Stop(
                begins(at) && at > 0
                        ? missing(
                                "syntax",
                                new Text("此处缺少 " + what, what + " is missing here"),
                                new Text("补上 " + what, "write " + what))
                        : problem(
                                found,
                                "syntax",
                                new Text(
                                        "此处应为 " + what + "，却读到“" + shown(found) + "”",
                                        "expected " + what + ", found '" + shown(found) + "'"),
                                new Text("补上或改为 " + what, "write " + what)));
    }

    private Problem extra(Token token) {
        return problem(
                token,
                "extra",
                new Text("多了一个 " + token.text(), "one " + token.text() + " too many"),
                new Text("删去", "remove it"));
    }

    private static String shown(Token token) {
        return token.kind() == Kind.END ? "文件结尾 end of file" : token.text();
    }

    private Stop error(Token token, String code, Text message, Text fix) {
        return new Stop(problem(token, code, message, fix));
    }

    private Problem problem(Token token, String code, Text message, Text fix) {
        return at(token.pos(), code, message, fix);
    }

    /** Something left out: the place is the end of what was read last. */
    private Problem missing(String code, Text message, Text fix) {
        Token last = tokens.get(Math.max(at - 1, 0));
        return at(new Pos(last.pos().line(), at == 0 ? 1 : last.end()), code, message, fix);
    }

    private Problem at(Pos pos, String code, Text message, Text fix) {
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
