package qiyue.drl;

import java.util.ArrayList;
import java.util.List;
import qiyue.drl.DrlLexer.Kind;
import qiyue.drl.DrlLexer.Token;
import qiyue.problem.Problem;
import qiyue.problem.Suggest;
import qiyue.problem.Text;

/** Reads {@code then}, the one conclusion after it, and {@code end}. */
final class ConclusionReader {
    private final Tokens in;
    private final Slips slips;
    private final OperandReader operands;

    ConclusionReader(Tokens in, Slips slips) {
        this.in = in;
        this.slips = slips;
        this.operands = new OperandReader(in, slips);
    }

    /** Reads {@code then} and the conclusion of the rule of that name. */
    Drl.Conclusion read(String name) throws Slips.Stop {
        if (in.isWord("then")) {
            in.keyword("then");
        } else if (in.isInsert()) {
            slips.add(in.missing(
                    "then",
                    new Text("缺少 then", "'then' is missing"),
                    new Text("在结论之前单独一行写 then", "write then on a line of its own before the conclusion")));
        } else {
            throw slips.stop(
                    in.peek(),
                    "then",
                    new Text("规则“" + name + "”没有 then 和结论", "rule \"" + name + "\" has no 'then' and no conclusion"),
                    new Text(
                            "写 then，再写 insertLogical( Breach.of( \"…\", $f ) );",
                            "write then, and insertLogical( Breach.of( \"…\", $f ) );"));
        }
        if (in.isWord("end") || in.isRule() || in.is("")) {
            throw slips.stop(
                    in.peek(),
                    "then",
                    new Text("then 之后没有结论", "no conclusion follows 'then'"),
                    new Text(
                            "例如 insertLogical( Breach.of( \"18.9\", $f ) );",
                            "for example insertLogical( Breach.of( \"18.9\", $f ) );"));
        }
        return insert();
    }

    private Drl.Conclusion insert() throws Slips.Stop {
        Token verb = in.peek();
        if (!in.is("insertLogical")) {
            boolean near = verb.kind() == Kind.WORD
                    && (in.isInsert()
                            || !Suggest.near(verb.text(), List.of("insertLogical"))
                                    .isEmpty());
            Problem problem = slips.slip(
                    verb,
                    "outside-profile",
                    new Text(
                            "then 中只写一个 insertLogical( … )，却读到“" + Slips.shown(verb) + "”",
                            "then holds one insertLogical( … ), found '" + Slips.shown(verb) + "'"),
                    in.atCondition()
                            ? new Text("条件写在 then 之前", "conditions stand before then")
                            : near
                                    ? new Text(
                                            "把 " + verb.text() + " 改为 insertLogical",
                                            "write insertLogical for " + verb.text())
                                    : new Text(
                                            "例如 insertLogical( Breach.of( \"18.9\", $f ) );",
                                            "for example insertLogical( Breach.of( \"18.9\", $f ) );"));
            if (!near) {
                throw new Slips.Stop(problem);
            }
            slips.add(problem);
        }
        in.next();
        in.expect("(");
        Token type = in.next();
        if (type.text().equals("new")) {
            throw slips.stop(
                    type,
                    "conclusion",
                    new Text("结论不用 new", "conclusions are not made with new"),
                    new Text("写成 Breach.of( … )、Measure.may( … )", "write Breach.of( … ), Measure.may( … )"));
        }
        if (in.is("(") && FactTypes.isConclusion(type.text())) {
            String maker = type.text().equals("Measure") || type.text().equals("Duty") ? "may" : "of";
            throw slips.stop(
                    in.peek(),
                    "conclusion",
                    new Text(type.text() + " 之后缺少 ." + maker, "." + maker + " is missing after " + type.text()),
                    new Text(
                            "写成 " + type.text() + "." + maker + "( … )"
                                    + (maker.equals("may") ? "，应当写 .shall( … )" : ""),
                            "write " + type.text() + "." + maker + "( … )"
                                    + (maker.equals("may") ? ", or .shall( … )" : "")));
        }
        List<Drl.Step> steps = new ArrayList<>();
        while (in.is(".")) {
            in.next();
            steps.add(operands.step());
        }
        in.close();
        while (in.is(")")) {
            slips.add(slips.extra(in.next()));
        }
        while (in.is(";")) {
            in.next();
        }
        return new Drl.Conclusion(type.pos(), type.text(), List.copyOf(steps));
    }

    /** Takes {@code end}; what stands before it is one conclusion too many. */
    void end(String name) {
        if (in.isWord("end")) {
            in.keyword("end");
            in.optional(";");
            return;
        }
        if (in.is("") || in.isRule()) {
            slips.add(in.missing(
                    "missing-end",
                    new Text("规则“" + name + "”没有以 end 结束", "rule \"" + name + "\" is not closed by 'end'"),
                    new Text("在结论之后单独一行写 end", "write end on a line of its own after the conclusion")));
            return;
        }
        slips.add(slips.slip(
                in.peek(),
                "one-conclusion",
                new Text(
                        "then 中只写一个 insertLogical( … )，其后应为 end，却读到“" + Slips.shown(in.peek()) + "”",
                        "then holds one insertLogical( … ), then 'end'; found '" + Slips.shown(in.peek()) + "'"),
                in.is(".")
                        ? new Text(
                                "期限、金额、主体接在 Measure.may( … ) 之后，写在 insertLogical( … ) 的括号里",
                                "lengths, sums and actors follow Measure.may( … ) within the brackets of insertLogical( … )")
                        : new Text(
                                "另一个结论写成另一条规则；不是结论的删去",
                                "write another conclusion as a rule of its own; remove anything else")));
        while (!in.isWord("end") && !in.isRule() && !in.is("")) {
            in.next();
        }
        if (in.isWord("end")) {
            in.next();
            in.optional(";");
        }
    }
}
