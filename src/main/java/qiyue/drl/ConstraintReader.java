package qiyue.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import qiyue.drl.Drl.Literal;
import qiyue.drl.DrlLexer.Kind;
import qiyue.drl.DrlLexer.Token;
import qiyue.problem.Pos;
import qiyue.problem.Text;

/** Reads the constraints between the brackets of a fact. */
final class ConstraintReader {
    static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

    /** What people write between two constraints or two values instead of a comma. */
    private static final Set<String> JOINTS =
            Set.of("||", "or", "&&", "and", "|", "&", "且", "并且", "和", "及", "与", "或", "或者", "以及");

    /** Comparisons in words. */
    private static final Map<String, String> CHINESE = Map.of(
            "等于", "==", "是", "==", "不等于", "!=", "不是", "!=", "大于", ">", "小于", "<", "大于等于", ">=", "不小于", ">=", "小于等于",
            "<=", "不大于", "<=");

    private static final Map<String, Drl.Sort> SETS =
            Map.of("list", Drl.Sort.LIST, "topic", Drl.Sort.TOPIC, "items", Drl.Sort.ITEMS, "rest", Drl.Sort.REST);

    private final Tokens in;
    private final Slips slips;
    private final OperandReader operands;

    ConstraintReader(Tokens in, Slips slips) {
        this.in = in;
        this.slips = slips;
        this.operands = new OperandReader(in, slips);
    }

    Drl.Constraint constraint() throws Slips.Stop {
        Pos pos = in.peek().pos();
        if (in.peek().kind() == Kind.VARIABLE && in.second().text().equals(":")) {
            String name = in.variable();
            in.next();
            return new Drl.Bind(pos, name, operands.path());
        }
        if (in.is("!")) {
            in.next();
            return new Drl.Flag(pos, operands.path(), true);
        }
        Token first = in.peek();
        Optional<Token> earlier = in.before(2).filter(t -> t.kind() == Kind.NUMBER);
        if (first.kind() == Kind.NUMBER && earlier.isPresent()) {
            throw slips.stop(
                    earlier.get(),
                    "number",
                    new Text("数字中间不写逗号", "numbers have no comma inside"),
                    new Text("例如 30000", "for example 30000"));
        }
        Drl.Operand left = operands.operand();
        Token operator = comparison();
        if (COMPARISONS.contains(operator.text())) {
            in.next();
            Drl.Operand right = operands.operand();
            if (COMPARISONS.contains(in.peek().text()) && in.peek().kind() != Kind.TEXT) {
                throw slips.stop(
                        in.peek(),
                        "operator",
                        new Text("一个约束只比较一次", "a constraint compares once"),
                        new Text("写成两个约束，如 total >= 60, total < 90", "write two: total >= 60, total < 90"));
            }
            return new Drl.Compare(pos, left, operator.text(), right);
        }
        if (in.is("between")) {
            throw slips.stop(
                    operator,
                    "operator",
                    new Text("没有比较符 between", "there is no comparison between"),
                    new Text("写成两个约束，如 total >= 60, total < 90", "write two: total >= 60, total < 90"));
        }
        if (in.is("in") || (in.is("not") && in.second().text().equals("in"))) {
            boolean negated = in.next().text().equals("not");
            if (negated) {
                in.next();
            }
            Optional<Drl.Named> named = named();
            return named.isPresent()
                    ? new Drl.OneOf(pos, left, negated, List.of(), named.get())
                    : new Drl.OneOf(pos, left, negated, literals());
        }
        if (in.is("contains") && left instanceof Drl.Path list) {
            in.next();
            return new Drl.Contains(pos, list, operands.operand());
        }
        if ((in.is(",") || in.is(")") || in.unclosed()) && left instanceof Drl.Path path) {
            return new Drl.Flag(pos, path, false);
        }
        if (in.is("+") || in.is("-") || in.is("*") || in.is("/") || in.is("%")) {
            throw slips.arithmetic(operator);
        }
        if (in.is("matches") || in.is("memberOf") || in.is("soundslike") || in.is("str") || in.is("excludes")) {
            throw slips.stop(
                    operator,
                    "outside-profile",
                    new Text("规则中不使用 " + operator.text(), "'" + operator.text() + "' is not part of the profile"),
                    new Text("可用：== != < <= > >= in contains", "one of: == != < <= > >= in contains"));
        }
        throw slips.stop(
                operator,
                "operator",
                new Text(
                        "此处应为比较符，却读到“" + Slips.shown(operator) + "”",
                        "a comparison must stand here, found '" + Slips.shown(operator) + "'"),
                new Text("可用：== != < <= > >= in contains", "one of: == != < <= > >= in contains"));
    }

    /** A comparison, mended where it is nearly one; the token before the last one of it remains to be taken. */
    Token comparison() {
        Token token = in.peek();
        Token second = in.second();
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
                && token.text().equals("is")
                && second.text().equals("not")) {
            both = "is not";
            two = true;
            meant = "!=";
        } else if (token.kind() == Kind.WORD
                && (token.text().equals("is") || token.text().equals("equals"))) {
            meant = "==";
            two = false;
        } else if (CHINESE.containsKey(token.text())) {
            meant = CHINESE.get(token.text());
            two = false;
        } else if (token.text().equals(":") && second.kind() != Kind.WORD) {
            meant = "==";
            two = false;
        }
        if (meant.isEmpty()) {
            return token;
        }
        String found = two ? both : token.text();
        slips.add(slips.slip(
                token,
                "operator",
                found.equals("=")
                        ? new Text("比较相等用两个等号 ==", "equality is written with two signs: ==")
                        : new Text("没有比较符 " + found, "there is no comparison " + found),
                new Text("把 " + found + " 改为 " + meant, "write " + meant + " instead of " + found)));
        if (two) {
            in.next();
        }
        return new Token(Kind.SIGN, meant, token.pos(), token.end());
    }

    /** A set called by its name: {@code list "…"}, {@code topic "…"}, {@code items of "…"}, {@code rest of "…"}, {@code rest}. */
    private Optional<Drl.Named> named() throws Slips.Stop {
        Drl.Sort sort =
                in.peek().kind() == Kind.WORD ? SETS.getOrDefault(in.peek().text(), Drl.Sort.VALUES) : Drl.Sort.VALUES;
        if (sort == Drl.Sort.VALUES) {
            return Optional.empty();
        }
        in.next();
        boolean within = sort == Drl.Sort.ITEMS || sort == Drl.Sort.REST;
        boolean of = within && in.optional("of");
        Token name = in.peek();
        boolean follows = name.kind() == Kind.TEXT || in.is("(");
        if (sort == Drl.Sort.REST && !of && !follows) {
            return Optional.of(new Drl.Named(sort, List.of()));
        }
        if (within && !of) {
            slips.add(in.missing(
                    "syntax",
                    new Text("此处缺少 of", "'of' is missing here"),
                    new Text("写成 rest of \"43\" 或 items of \"43\"", "write rest of \"43\" or items of \"43\"")));
        }
        if (name.kind() == Kind.TEXT) {
            return Optional.of(new Drl.Named(
                    sort, List.of(new Literal(name.pos(), in.next().text()))));
        }
        if (follows) {
            return Optional.of(new Drl.Named(sort, literals()));
        }
        throw slips.stop(
                name,
                "syntax",
                new Text(
                        "此处应为加双引号的名称，却读到“" + Slips.shown(name) + "”",
                        "a name in double quotes must stand here, found '" + Slips.shown(name) + "'"),
                new Text(
                        "写成 list \"…\"、topic \"…\"、items of \"条款号\" 或 rest of \"条款号\"",
                        "write list \"…\", topic \"…\", items of \"clause id\" or rest of \"clause id\""));
    }

    private List<Literal> literals() throws Slips.Stop {
        if (in.is("[") || in.is("{")) {
            slips.add(slips.wrongBracket(in.next(), "("));
        } else if (in.is("(")) {
            in.next();
        } else {
            slips.add(in.missing(
                    "bracket",
                    new Text("in 之后缺少左括号 (", "'(' is missing after in"),
                    new Text("写成 in ( \"…\", \"…\" )", "write in ( \"…\", \"…\" )")));
        }
        if (in.is(")")) {
            // the engine's compiler refuses it, and it would never hold, or always
            slips.add(slips.slip(
                    in.peek(),
                    "syntax",
                    new Text("括号里一个值也没有", "no value stands in the brackets"),
                    new Text("写明各值，如 in ( \"…\", \"…\" )", "write the values, such as in ( \"…\", \"…\" )")));
        }
        List<Literal> values = new ArrayList<>();
        while (!in.is(")") && !in.unclosed()) {
            Token token = in.peek();
            if (operands.operand() instanceof Literal literal) {
                values.add(literal);
            } else {
                slips.add(slips.unquoted(token, token.text()));
            }
            if (in.is(",")) {
                Token comma = in.next();
                if (in.is(")") || in.is(",")) {
                    slips.add(slips.extra(comma));
                    in.optional(",");
                }
            } else if (JOINTS.contains(in.peek().text()) && in.peek().kind() != Kind.TEXT) {
                Token joint = in.next();
                slips.add(slips.slip(
                        joint,
                        "missing-comma",
                        new Text("两个值之间用逗号", "two values are joined by a comma"),
                        new Text(
                                "把“" + joint.text() + "”改为逗号 ,；取其中之一就是“或”",
                                "write a comma instead of '" + joint.text() + "'; one of the values is meant anyway")));
            } else if (in.peek().kind() == Kind.TEXT || in.peek().kind() == Kind.NUMBER) {
                slips.add(in.missing(
                        "missing-comma",
                        new Text("两个值之间缺少逗号", "a comma is missing between two values"),
                        new Text(
                                "在 " + Slips.shown(in.peek()) + " 之前补上逗号 ,",
                                "write a comma before " + Slips.shown(in.peek()))));
            } else if (!in.is(")") && !in.is("]") && !in.is("}")) {
                break;
            }
        }
        in.close();
        return List.copyOf(values);
    }

    /** What stands between two constraints. */
    void joint() throws Slips.Stop {
        Token token = in.peek();
        if (in.is(")") || in.unclosed()) {
            return;
        }
        if (in.is(",")) {
            in.next();
            if (in.is(",") || in.is(")")) {
                slips.add(slips.extra(token));
                in.optional(",");
            }
        } else if (JOINTS.contains(token.text()) && token.kind() != Kind.TEXT) {
            in.next();
            slips.add(slips.slip(
                    token,
                    "outside-profile",
                    new Text(
                            "约束之间用逗号（且）；“或”请写成两条规则", "constraints are joined by commas (and); write 'or' as two rules"),
                    new Text(
                            "“且”改为逗号；同一字段取几个值用 in ( … )", "a comma for 'and'; several values of one field: in ( … )")));
        } else if (in.is(";") || in.is(".")) {
            in.next();
            slips.add(slips.slip(
                    token,
                    "syntax",
                    new Text("约束之间用逗号，不用 " + token.text(), "constraints are joined by commas, not by " + token.text()),
                    new Text("改为逗号 ,", "write a comma")));
        } else if (in.is("+") || in.is("-") || in.is("*") || in.is("/") || in.is("%")) {
            throw slips.arithmetic(token);
        } else if (token.kind() == Kind.WORD || token.kind() == Kind.VARIABLE || in.is("!")) {
            slips.add(in.missing(
                    "missing-comma",
                    new Text("两个约束之间缺少逗号", "a comma is missing between two constraints"),
                    new Text(
                            "在“" + Slips.shown(token) + "”之前补上逗号 ,",
                            "write a comma before '" + Slips.shown(token) + "'")));
        } else {
            in.expect(",");
        }
    }
}
