package qiyue.drl;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import qiyue.problem.Pos;
import qiyue.problem.Text;

/** Checks the constraints of a fact: both sides of a comparison are alike, lists are lists, yes/no stands alone. */
final class ConstraintCheck {
    private final Terms terms;
    private final Slips slips;

    ConstraintCheck(Terms terms, Slips slips) {
        this.terms = terms;
        this.slips = slips;
    }

    void check(Scope scope, Drl.Constraint constraint) {
        if (constraint instanceof Drl.Bind b) {
            Value value = terms.path(scope, b.path());
            bind(scope, b.pos(), b.name(), value == null ? Value.UNKNOWN : value);
        } else if (constraint instanceof Drl.Flag f) {
            flag(scope, f);
        } else if (constraint instanceof Drl.Contains c) {
            contains(scope, c);
        } else if (constraint instanceof Drl.Compare c) {
            compare(scope, c);
        } else if (constraint instanceof Drl.OneOf o && o.left() instanceof Drl.Path p) {
            Value left = terms.path(scope, p);
            if (left != null && o.named().present()) {
                named(left, o);
            } else if (left != null) {
                o.values().forEach(v -> alike(scope, v.pos(), left, "==", v));
            }
        }
    }

    /** A set called by its name holds codes of one kind; the field must take that kind. */
    private void named(Value left, Drl.OneOf o) {
        Drl.Sort sort = o.named().sort();
        if (sort != Drl.Sort.LIST && !left.code().equals("conducts")) {
            slips.report(
                    o.pos(),
                    "type",
                    new Text(
                            o.named().written() + " 是一组行为，这个字段不是行为",
                            o.named().written() + " is a set of conducts; this field is no conduct"),
                    new Text("用在 Finding 的 conduct 上", "use it with the conduct of a Finding"));
            return;
        }
        for (Drl.Literal name : o.named().names()) {
            String word = String.valueOf(name.value());
            if (sort == Drl.Sort.TOPIC) {
                terms.literals().topic(name.pos(), word);
            } else if (sort != Drl.Sort.LIST) {
                terms.literals().clauses(name.pos(), word);
            }
            String kind = sort == Drl.Sort.LIST ? terms.literals().listOf(name.pos(), word) : "";
            if (!kind.isEmpty() && !kind.equals(left.code())) {
                slips.report(
                        name.pos(),
                        "type",
                        new Text(
                                "此处是词汇 " + kind + " 的代码，这个字段不取这些代码",
                                "these are codes of " + kind + ", which this field does not take"),
                        new Text("换一个名单，或换一个字段", "name another list, or another field"));
            }
        }
    }

    void bind(Scope scope, Pos pos, String name, Value value) {
        if (scope.bind(name, value)) {
            slips.report(
                    pos,
                    "name-twice",
                    new Text("名称 " + name + " 用了两次", "the name " + name + " is used twice"),
                    new Text("换一个名称", "choose another name"));
        }
    }

    /** A question is put to facts of its kind, or to the case; about anything else nobody can answer it. */
    void askedOfItsKind(Scope scope, Drl.Pattern answer) {
        for (Drl.Constraint asked : answer.on("question")) {
            for (Drl.Constraint about : answer.on("about")) {
                if (asked instanceof Drl.Compare q
                        && q.right() instanceof Drl.Literal question
                        && about instanceof Drl.Compare of
                        && of.operator().equals("==")) {
                    String wanted = terms.about(String.valueOf(question.value()));
                    String given = terms.kindAsked(scope, of.right());
                    String conclusion = terms.conclusion(scope, of.right());
                    if (!conclusion.isEmpty()) {
                        slips.report(
                                of.pos(),
                                "never-met",
                                new Text(
                                        "问题就事实提出，不就结论 " + conclusion + " 提出；没有人能这样回答",
                                        "questions are asked about facts, not about the conclusion " + conclusion
                                                + "; nobody can answer it so"),
                                new Text(
                                        "在得出 " + conclusion
                                                + " 的规则中，就它所依据的事实检查这项认定；或在前面写出那个事实 $f，结论的一行加 roots contains $f.id，问题就 $f.id 提出",
                                        "test the answer in the rule that concludes the " + conclusion
                                                + ", about the fact it rests on; or name that fact $f before, add roots contains $f.id to the line of the conclusion, and ask about $f.id"));
                    } else if (!wanted.isEmpty() && !given.isEmpty() && !wanted.equals(given)) {
                        slips.report(
                                of.pos(),
                                "never-met",
                                new Text(
                                        "“" + question.value() + "”问的是 " + wanted + "，不是 " + given + "；没有人能这样回答",
                                        "'" + question.value() + "' is asked about " + Text.a(wanted) + ", not "
                                                + Text.a(given) + "; nobody can answer it so"),
                                new Text(
                                        "换一个就 " + given + " 提出的问题，或改 about",
                                        "take a question about " + Text.a(given) + ", or change about"));
                    }
                }
            }
        }
    }

    private void flag(Scope scope, Drl.Flag f) {
        Value value = terms.path(scope, f.path());
        if (value != null && value.type() != boolean.class) {
            slips.report(
                    f.pos(),
                    "type",
                    new Text("此字段不能单独写，需要比较符", "this field does not stand alone; it needs a comparison"),
                    instead(value, f));
        }
    }

    /** How the field is compared: one that takes yes and no is a code like others. */
    private static Text instead(Value value, Drl.Flag f) {
        String shown = Terms.shown(f.path());
        String code = value.codes().contains("yes") ? (f.negated() ? "\"no\"" : "\"yes\"") : "…";
        return new Text("写成 " + shown + " == " + code, "write " + shown + " == " + code);
    }

    private void contains(Scope scope, Drl.Contains c) {
        Value list = terms.path(scope, c.list());
        if (list == null) {
            return;
        }
        Class<?> element = list.element();
        if (element == null) {
            slips.report(
                    c.pos(),
                    "type",
                    new Text(Terms.shown(c.list()) + " 不是列表", Terms.shown(c.list()) + " is not a list"),
                    new Text("用 == 比较", "compare with =="));
        } else {
            alike(
                    scope,
                    c.pos(),
                    new Value(element, null, list.code(), list.codes(), null, void.class),
                    "==",
                    c.value());
        }
    }

    private void compare(Scope scope, Drl.Compare c) {
        if (!(c.left() instanceof Drl.Path leftPath)) {
            slips.report(
                    c.pos(),
                    "operator",
                    new Text("字段写在比较符左边", "write the field on the left"),
                    new Text("左右对调", "swap the sides"));
            return;
        }
        Value left = terms.path(scope, leftPath);
        if (left != null) {
            alike(scope, c.pos(), left, c.operator(), c.right());
        }
    }

    private void alike(Scope scope, Pos pos, Value left, String operator, Drl.Operand right) {
        boolean ordered = !operator.equals("==") && !operator.equals("!=");
        if (left.type() == boolean.class) {
            slips.report(
                    pos,
                    "type",
                    new Text("“是/否”字段直接写字段名，或加 ! 取反", "write a yes/no field alone, or with ! before it"),
                    new Text("去掉比较符", "remove the comparison"));
            return;
        }
        if (ordered
                && (left.type() == String.class
                        || left.fact() != null
                        || left.type().isEnum())) {
            slips.report(
                    pos,
                    "type",
                    new Text("文字和代码不能比大小", "texts and codes have no order"),
                    new Text("用 == 或 !=", "use == or !="));
            return;
        }
        if (right instanceof Drl.Literal literal) {
            terms.literals().literal(scope, left, literal);
        } else if (right instanceof Drl.Path p && bareCode(scope, left, p)) {
            String word = p.steps().get(0).name();
            slips.report(
                    p.pos(),
                    "unquoted",
                    new Text("代码 " + word + " 没有加双引号", "the code " + word + " is not in double quotes"),
                    new Text("写成 \"" + word + "\"", "write \"" + word + "\""));
        } else if (right instanceof Drl.Path p) {
            Value value = terms.path(scope, p);
            if (value != null && !left.sameKind(value)) {
                slips.report(
                        p.pos(),
                        "type",
                        new Text(
                                "两边类型不同：" + left.kind().zh() + "与"
                                        + value.kind().zh(),
                                "the sides differ in type: " + left.kind().en() + " and "
                                        + value.kind().en()),
                        left.points() != void.class
                                        && value.fact() != null
                                        && p.steps().isEmpty()
                                ? new Text("改为 " + p.root() + ".id", "write " + p.root() + ".id")
                                : momentAndDay(left, value)
                                        ? new Text(
                                                "时间写成 dateOf( 时间 )，就是它的日期",
                                                "write dateOf( the time ): the day it lies on")
                                        : left.type() == List.class
                                                ? new Text(
                                                        "列表里有没有，写 contains，如 roots contains $f.id",
                                                        "whether a list holds it is contains: roots contains $f.id")
                                                : new Text("换用同类字段", "use a field of like type"));
            } else if (value != null && !left.mayBeAlike(value)) {
                String one = left.points().getSimpleName();
                String other = value.points().getSimpleName();
                slips.report(
                        p.pos(),
                        "never-met",
                        new Text(
                                "左边是 " + one + " 的编号，右边是 " + other + " 的编号，永远不会相同",
                                "the id of " + Text.a(one) + " and the id of " + Text.a(other) + " are never the same"),
                        new Text(
                                "与指向同类事实的字段比较，如 stay == $f.stay",
                                "compare with a field that points at the same kind of fact, such as stay == $f.stay"));
            }
        }
    }

    /** Whether a code stands here without its quotes. */
    private boolean bareCode(Scope scope, Value left, Drl.Path p) {
        return left.coded()
                && p.root().isEmpty()
                && p.steps().size() == 1
                && !p.steps().get(0).call()
                && !scope.has("$" + p.steps().get(0).name())
                && (scope.own().fact() == null
                        || !scope.own()
                                .fact()
                                .members()
                                .containsKey(p.steps().get(0).name()));
    }

    private static boolean momentAndDay(Value one, Value other) {
        return (one.type() == LocalDate.class && other.type() == LocalDateTime.class)
                || (one.type() == LocalDateTime.class && other.type() == LocalDate.class);
    }
}
