package qiyue.drl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import qiyue.drl.Drl.Literal;
import qiyue.drl.DrlLexer.Kind;
import qiyue.drl.DrlLexer.Token;
import qiyue.problem.Pos;
import qiyue.problem.Text;

/** Reads the lines of {@code when}: facts, {@code not} and {@code exists}, {@code accumulate}. */
final class ConditionReader {
    private final Tokens in;
    private final Slips slips;
    private final ConstraintReader constraints;
    private final OperandReader operands;

    ConditionReader(Tokens in, Slips slips) {
        this.in = in;
        this.slips = slips;
        this.constraints = new ConstraintReader(in, slips);
        this.operands = new OperandReader(in, slips);
    }

    /** Reads one line of {@code when}; what was read of it before a slip is kept. */
    void line(List<Drl.Condition> conditions) {
        try {
            if (in.is(")") || in.is("]") || in.is("}") || in.is(",")) {
                throw new Slips.Stop(slips.extra(in.next()));
            }
            conditions.add(condition());
            while (in.is(";") || in.is(",")) {
                Token sign = in.next();
                if (sign.text().equals(",")) {
                    slips.add(slips.extra(sign));
                }
            }
            if (in.is("&&") || in.is("and") || in.is("or") || in.is("||") || in.is("from") || in.is("over")) {
                Token word = in.next();
                boolean and = word.text().equals("&&") || word.text().equals("and");
                throw slips.notInWhen(
                        word,
                        and
                                ? new Text("各行之间本来就是“且”，删去", "the lines of when are joined by and already; remove it")
                                : word.text().equals("from") || word.text().equals("over")
                                        ? new Text("事实直接写在 when 中", "name the fact itself in when")
                                        : new Text(
                                                "分成两条规则，或改用 in ( … )；见 docs/drl-profile.md",
                                                "write two rules, or in ( … ); see docs/drl-profile.md"));
            }
        } catch (Slips.Stop stop) {
            slips.add(stop.problem());
            in.skipToLine();
        }
    }

    private Drl.Condition condition() throws Slips.Stop {
        Token token = in.peek();
        if (token.kind() == Kind.WORD && (in.is("not") || in.is("exists"))) {
            in.next();
            return new Drl.Group(token.pos(), token.text().equals("not"), group());
        }
        if (in.is("accumulate") || in.is("acc")) {
            return accumulate();
        }
        if (token.kind() != Kind.TEXT && Tokens.OUTSIDE.contains(token.text())) {
            in.next();
            throw slips.notInWhen(
                    token,
                    new Text(
                            "分成两条规则，或改用 in ( … )；见 docs/drl-profile.md",
                            "write two rules, or in ( … ); see docs/drl-profile.md"));
        }
        return pattern();
    }

    private List<Drl.Pattern> group() throws Slips.Stop {
        if (!in.is("(")) {
            return List.of(pattern());
        }
        in.next();
        List<Drl.Pattern> members = new ArrayList<>();
        members.add(pattern());
        while (in.is("and") || in.is("&&") || in.is(",")) {
            in.next();
            members.add(pattern());
        }
        if (in.is("or") || in.is("||")) {
            throw slips.notInWhen(in.peek(), new Text("写成两行", "write two lines"));
        }
        in.close();
        return List.copyOf(members);
    }

    private Drl.Accumulate accumulate() throws Slips.Stop {
        Pos pos = in.next().pos();
        in.expect("(");
        List<Drl.Pattern> members = new ArrayList<>();
        if (in.is("(")) {
            members.addAll(group());
        } else {
            members.add(pattern());
            while (in.is("and") || in.is("&&")) {
                in.next();
                members.add(pattern());
            }
        }
        separator();
        String result = in.variable();
        in.expect(":");
        Token function = in.next();
        if (!function.text().equals("count") && !function.text().equals("sum")) {
            throw slips.stop(
                    function,
                    "outside-profile",
                    new Text("accumulate 只用 count() 和 sum( $x )", "accumulate takes count() and sum( $x ) only"),
                    new Text("改用 count 或 sum", "use count or sum"));
        }
        in.expect("(");
        String argument = in.is(")") ? "" : in.variable();
        in.close();
        separator();
        Token tested = in.peek();
        if (tested.kind() == Kind.WORD && in.second().text().equals("(")) {
            throw slips.stop(
                    tested,
                    "outside-profile",
                    new Text(
                            "accumulate 的第三部分只比较自己的结果 " + result + "，不写函数",
                            "the third part of accumulate compares its own result " + result
                                    + " and takes no function"),
                    new Text(
                            "此处写 " + result + " >= 0；几个结果合起来的，后面另写一行：Inspection( sumOf( $a, $b ) > 5 )",
                            "write " + result
                                    + " >= 0 here; several results together are compared on a line after it: Inspection( sumOf( $a, $b ) > 5 )"));
        }
        if (!in.variable().equals(result)) {
            throw in.expected(result, tested);
        }
        Token operator = constraints.comparison();
        if (!ConstraintReader.COMPARISONS.contains(operator.text())) {
            throw in.expected(">=", operator);
        }
        in.next();
        if (!(operands.operand() instanceof Literal number) || !(number.value() instanceof BigDecimal)) {
            throw slips.stop(
                    operator,
                    "type",
                    new Text("计数结果只与数字比较", "the result is compared with a number"),
                    new Text("例如 $n >= 2", "for example $n >= 2"));
        }
        in.close();
        return new Drl.Accumulate(
                pos, List.copyOf(members), result, function.text(), argument, operator.text(), number);
    }

    /** A semicolon; a comma instead is reported. */
    private void separator() throws Slips.Stop {
        if (in.is(",")) {
            slips.add(slips.slip(
                    in.next(),
                    "syntax",
                    new Text("accumulate 的三部分用分号 ; 隔开", "the three parts of accumulate are divided by ;"),
                    new Text("把逗号改为分号 ;", "write ; instead of the comma")));
            return;
        }
        in.expect(";");
    }

    private Drl.Pattern pattern() throws Slips.Stop {
        Pos pos = in.peek().pos();
        String binding = binding();
        Token type = type();
        if (!open(type)) {
            return new Drl.Pattern(pos, binding, type.text(), List.of());
        }
        List<Drl.Constraint> found = new ArrayList<>();
        while (!in.is(")") && !in.unclosed()) {
            found.add(constraints.constraint());
            constraints.joint();
        }
        in.close();
        return new Drl.Pattern(pos, binding, type.text(), List.copyOf(found));
    }

    private String binding() throws Slips.Stop {
        if (in.peek().kind() == Kind.VARIABLE) {
            String binding = in.variable();
            colon();
            return binding;
        }
        if (in.peek().kind() == Kind.WORD && in.second().text().equals(":")) {
            Token word = in.next();
            String binding = "$" + word.text();
            slips.add(slips.slip(
                    word,
                    "missing-dollar",
                    new Text("名称前缺少 $", "the name lacks its $"),
                    new Text("写成 " + binding, "write " + binding)));
            in.next();
            return binding;
        }
        return "";
    }

    private Token type() throws Slips.Stop {
        Token type = in.peek();
        if (in.is("!")) {
            throw slips.stop(
                    type,
                    "operator",
                    new Text("没有某个事实，不用 !", "that there is no such fact is not written with !"),
                    new Text("改为 not Finding( … )", "write not Finding( … )"));
        }
        if (in.is("when")) {
            throw slips.stop(
                    type, "extra", new Text("多了一个 when", "one 'when' too many"), new Text("删去这一行", "remove this line"));
        }
        if (type.kind() != Kind.WORD
                || (!Character.isUpperCase(type.text().charAt(0))
                        && !FactTypes.all().containsKey(Tokens.capital(type))
                        && !in.second().text().equals("("))) {
            throw slips.stop(
                    type,
                    "pattern",
                    new Text(
                            "此处应为事实，如 Finding( … )，却读到“" + Slips.shown(type) + "”",
                            "a fact such as Finding( … ) must stand here, found '" + Slips.shown(type) + "'"),
                    new Text(
                            "每行写一个：$f : Finding( conduct == \"…\" )",
                            "write one a line: $f : Finding( conduct == \"…\" )"));
        }
        return in.next();
    }

    /** The bracket after the fact's name; whether constraints can follow. */
    private boolean open(Token type) {
        if (in.is("[") || in.is("{")) {
            slips.add(slips.wrongBracket(in.next(), "("));
            return true;
        }
        if (in.is("(")) {
            in.next();
            return true;
        }
        slips.add(in.missing(
                "bracket",
                new Text(type.text() + " 后缺少左括号 (", "'(' is missing after " + type.text()),
                new Text("写成 " + type.text() + "( … )", "write " + type.text() + "( … )")));
        return !in.begins();
    }

    private void colon() throws Slips.Stop {
        if (in.is(":")) {
            in.next();
        } else if (in.is("=")) {
            slips.add(slips.slip(
                    in.next(),
                    "syntax",
                    new Text("名称与事实之间用冒号 :", "a colon stands between name and fact"),
                    new Text("把 = 改为 :", "write : instead of =")));
        } else if (in.peek().kind() == Kind.WORD && FactTypes.all().containsKey(Tokens.capital(in.peek()))) {
            slips.add(in.missing(
                    "syntax",
                    new Text("名称之后缺少冒号 :", "the colon after the name is missing"),
                    new Text("写成 $f : Finding( … )", "write $f : Finding( … )")));
        } else {
            in.expect(":");
        }
    }
}
