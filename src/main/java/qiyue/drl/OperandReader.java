package qiyue.drl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import qiyue.drl.Drl.Literal;
import qiyue.drl.DrlLexer.Kind;
import qiyue.drl.DrlLexer.Token;
import qiyue.problem.Text;

/** Reads what stands on a side of a comparison or between the brackets of a method: texts, numbers, paths. */
final class OperandReader {
    /** So deep may calls stand within calls; what is deeper would exhaust the stack before it was checked. */
    private static final int DEEPEST = 8;

    private final Tokens in;
    private final Slips slips;
    private int depth;

    OperandReader(Tokens in, Slips slips) {
        this.in = in;
        this.slips = slips;
    }

    Drl.Operand operand() throws Slips.Stop {
        Token token = in.peek();
        switch (token.kind()) {
            case TEXT -> {
                in.next();
                return new Literal(token.pos(), token.text());
            }
            case NUMBER -> {
                in.next();
                if (token.touches(in.peek())
                        && (in.is("-") || in.is("/"))
                        && in.second().kind() == Kind.NUMBER) {
                    if (token.text().length() < 4 && in.is("-")) {
                        throw slips.stop(
                                token,
                                "number",
                                new Text("幅度不用横线", "a range is not written with a hyphen"),
                                new Text(
                                        "两个数用逗号隔开，如 " + token.text() + ", "
                                                + in.second().text(),
                                        "write two numbers with a comma: " + token.text() + ", "
                                                + in.second().text()));
                    }
                    throw slips.stop(
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

    private Drl.Operand plain(Token token) throws Slips.Stop {
        if (in.is("true") || in.is("false")) {
            in.next();
            return new Literal(token.pos(), Boolean.valueOf(token.text()));
        }
        if (in.is("null")) {
            throw slips.stop(
                    token,
                    "outside-profile",
                    new Text("事实没有空值，不与 null 比较", "facts carry no nulls; do not compare with null"),
                    new Text("未知用 Answer 的 open 表示", "unknown is the answer open"));
        }
        if (in.is("-") && in.second().kind() == Kind.NUMBER) {
            throw slips.stop(
                    token,
                    "number",
                    new Text("不写负数", "no negative numbers"),
                    new Text("改为不小于 0 的数", "write a number that is not negative"));
        }
        if (token.kind() == Kind.WORD
                && token.touches(in.second())
                && in.second().text().equals("-")) {
            StringBuilder word = new StringBuilder();
            Token last;
            do {
                last = in.next();
                word.append(last.text());
            } while (last.touches(in.peek())
                    && (in.peek().kind() == Kind.WORD || in.peek().kind() == Kind.NUMBER || in.is("-")));
            slips.add(slips.unquoted(token, word.toString()));
            return new Literal(token.pos(), word.toString());
        }
        return path();
    }

    Drl.Path path() throws Slips.Stop {
        Token first = in.peek();
        List<Drl.Step> steps = new ArrayList<>();
        String root = "";
        if (first.kind() == Kind.VARIABLE) {
            root = in.variable();
        } else {
            steps.add(step());
        }
        while (in.is(".") && in.second().kind() == Kind.WORD) {
            in.next();
            steps.add(step());
        }
        return new Drl.Path(first.pos(), root, List.copyOf(steps));
    }

    Drl.Step step() throws Slips.Stop {
        Token name = in.peek();
        if (name.kind() != Kind.WORD || in.isWord("then") || in.isWord("end")) {
            throw slips.stop(
                    name,
                    "field",
                    new Text(
                            "此处应为字段名，却读到“" + Slips.shown(name) + "”",
                            "a field must stand here, found '" + Slips.shown(name) + "'"),
                    new Text("字段见 qiyue schema facts", "see qiyue schema facts for the fields"));
        }
        in.next();
        if (!in.is("(")) {
            return new Drl.Step(name.pos(), name.text(), false, List.of());
        }
        if (depth >= DEEPEST) {
            throw slips.stop(
                    in.peek(),
                    "outside-profile",
                    new Text("括号套得太深", "too many brackets within brackets"),
                    new Text("分成几条规则", "write several rules"));
        }
        in.next();
        depth++;
        try {
            return new Drl.Step(name.pos(), name.text(), true, arguments());
        } finally {
            depth--;
        }
    }

    private List<Drl.Operand> arguments() throws Slips.Stop {
        List<Drl.Operand> arguments = new ArrayList<>();
        while (!in.is(")") && !in.is(";") && !in.unclosed()) {
            arguments.add(operand());
            if (in.is(",")) {
                Token comma = in.next();
                if (in.is(")") || in.is(",")) {
                    slips.add(slips.extra(comma));
                    in.optional(",");
                }
            } else if (in.is("+") || in.is("*") || in.is("-") || in.is("/")) {
                throw slips.arithmetic(in.peek());
            } else if (!in.is(")")) {
                if (in.peek().kind() == Kind.SIGN || in.peek().kind() == Kind.END || in.unclosed()) {
                    break;
                }
                slips.add(in.missing(
                        "missing-comma",
                        new Text("两个参数之间缺少逗号", "a comma is missing between two arguments"),
                        new Text(
                                "在 " + Slips.shown(in.peek()) + " 之前补上逗号 ,",
                                "write a comma before " + Slips.shown(in.peek()))));
            }
        }
        in.close();
        return List.copyOf(arguments);
    }
}
