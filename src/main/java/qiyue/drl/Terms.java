package qiyue.drl;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import qiyue.fact.Conclusion;
import qiyue.fact.FactKind;
import qiyue.fact.Stretches;
import qiyue.problem.Suggest;
import qiyue.problem.Text;

/** Checks what a rule names: that names, fields and methods exist, and that each fits the place it stands in. */
final class Terms {

    private final Codes codes;
    private final Slips slips;
    private final Literals literals;

    Terms(Codes codes, Slips slips) {
        this.codes = codes;
        this.slips = slips;
        this.literals = new Literals(codes, slips);
    }

    /** What the path leads to; null if it leads nowhere, which is reported. */
    @Nullable
    Value path(Scope scope, Drl.Path path) {
        Value value = scope.own();
        if (!path.root().isEmpty()) {
            value = scope.get(path.root());
            if (value == null && !scope.lenient()) {
                slips.report(
                        path.pos(),
                        "unknown-name",
                        new Text(
                                "名称 " + path.root() + " 在前面没有定义", "the name " + path.root() + " is not defined before"),
                        scope.names().isEmpty()
                                ? new Text("在 when 中写 " + path.root() + " : …", "write " + path.root() + " : … in when")
                                : Suggest.fix(path.root(), scope.names()));
            }
            if (value == null || value == Value.UNKNOWN) {
                return null;
            }
        }
        FactTypes.Member function = FactTypes.function(path).orElse(null);
        if (function != null) {
            return called(scope, path.steps().get(0), List.of(function));
        }
        for (Drl.Step step : path.steps()) {
            value = step(scope, value, step);
            if (value == null) {
                return null;
            }
        }
        return value;
    }

    /** The check of what is written out. */
    Literals literals() {
        return literals;
    }

    /** The facts and conclusions that rules may name. */
    Map<String, FactTypes.FactType> types() {
        return codes.types();
    }

    /** What a question is about; empty if that is not known. */
    String about(String question) {
        return codes.about(question);
    }

    /** By which word questions are asked about what the operand is the id of; empty if that is not known, or reported elsewhere. */
    String kindAsked(Scope scope, Drl.Operand operand) {
        if (operand instanceof Drl.Literal literal) {
            return literal.value().equals("case") ? "case" : "";
        }
        Drl.Path path = (Drl.Path) operand;
        Value value = path.root().isEmpty() ? scope.own() : scope.get(path.root());
        String declared = value == null || value.fact() == null
                ? ""
                : value.fact().declaring().asks();
        if (!declared.isEmpty()
                && path.steps().size() == 1
                && path.steps().get(0).name().equals("id")) {
            return declared;
        }
        for (Drl.Step step : path.steps()) {
            Value of = value;
            value = of == null || of.fact() == null
                    ? null
                    : of.fact().members().getOrDefault(step.name(), List.of()).stream()
                            .filter(m -> m.parameters().isEmpty())
                            .findFirst()
                            .map(Value::of)
                            .orElse(null);
        }
        return value == null
                ? ""
                : FactKind.of(value.points()).map(FactKind::asks).orElse("");
    }

    /** The type of the conclusion that the operand is the id of; empty if it is the id of something else. */
    String conclusion(Scope scope, Drl.Operand operand) {
        Value value = operand instanceof Drl.Path p
                        && p.steps().size() == 1
                        && p.steps().get(0).name().equals("id")
                ? scope.get(p.root())
                : null;
        FactTypes.FactType fact = value == null ? null : value.fact();
        return fact != null && FactTypes.isConclusion(fact.name()) ? fact.name() : "";
    }

    private @Nullable Value step(Scope scope, Value owner, Drl.Step step) {
        List<FactTypes.Member> named = owner.fact() == null
                ? FactTypes.nested(owner.type(), step.name()).stream().toList()
                : owner.fact().members().getOrDefault(step.name(), List.of());
        if (named.isEmpty()) {
            nowhere(scope, owner, step);
            return null;
        }
        return called(scope, step, named);
    }

    /** What the step gives; null where it has another number of arguments than all of that name, which is reported. */
    private @Nullable Value called(Scope scope, Drl.Step step, List<FactTypes.Member> named) {
        for (FactTypes.Member member : named) {
            if (member.parameters().size() == step.arguments().size()) {
                for (int i = 0; i < step.arguments().size(); i++) {
                    FactTypes.Parameter p = member.parameters().get(i);
                    argument(scope, step.arguments().get(i), p.type(), p.code(), p.codes());
                }
                return Value.of(member);
            }
        }
        slips.report(
                step.pos(),
                "argument",
                new Text(step.name() + " 的参数个数不对", step.name() + " has the wrong number of arguments"),
                new Text(
                        "应有 " + named.get(0).parameters().size() + " 个参数",
                        "it takes " + named.get(0).parameters().size()));
        return null;
    }

    /** Says why the step leads nowhere. */
    private void nowhere(Scope scope, Value owner, Drl.Step step) {
        Map<String, List<FactTypes.Member>> members =
                owner.fact() == null ? Map.of() : owner.fact().members();
        String type = owner.fact() == null
                ? owner.type().getSimpleName()
                : owner.fact().name();
        if (!step.call() && scope.has("$" + step.name())) {
            slips.report(
                    step.pos(),
                    "missing-dollar",
                    new Text("名称 " + step.name() + " 前缺少 $", "the name " + step.name() + " lacks its $"),
                    new Text("写成 $" + step.name(), "write $" + step.name()));
        } else if (owner.type() == Object.class) {
            slips.report(
                    step.pos(),
                    "unknown-name",
                    new Text("“" + step.name() + "”不是 when 中的名称", "'" + step.name() + "' is no name of when"),
                    new Text(
                            "代码加双引号；事实用 when 中以 $ 开头的名称",
                            "codes are in double quotes; facts are named with $ in when"));
        } else if (FactTypes.isUnited(owner.type(), step.name())) {
            slips.report(
                    step.pos(),
                    "united-field",
                    new Text(
                            "规则看到的措施是同类合并后的一项，没有单独的 " + step.name(),
                            "a rule sees like measures united; they have no " + step.name() + " of their own"),
                    new Text(
                            "检查所依据的 Breach 或事实；措施可用的字段：" + String.join("、", members.keySet()),
                            "test the Breach or fact behind it; of a measure there are: "
                                    + String.join(", ", members.keySet())));
        } else {
            slips.report(
                    step.pos(),
                    "unknown-field",
                    new Text(type + " 没有字段 " + step.name(), type + " has no field " + step.name()),
                    step.call()
                                    && !Suggest.near(
                                                    step.name(),
                                                    FactTypes.functions().keySet())
                                            .isEmpty()
                            ? Suggest.fix(step.name(), FactTypes.functions().keySet())
                            : tied(step, owner)
                                    .or(() -> elsewhere(step))
                                    .or(() -> another(scope, step))
                                    .or(() -> counted(step.name(), members))
                                    .orElseGet(() -> field(step.name(), members)));
        }
    }

    /** A conclusion is about no single fact: it holds the ids of those it rests on. */
    private static Optional<Text> tied(Drl.Step step, Value owner) {
        return step.name().equals("about") && Conclusion.class.isAssignableFrom(owner.type())
                ? Optional.of(new Text("与所依据的事实相连写 roots contains $f.id", "what it rests on is roots contains $f.id"))
                : Optional.empty();
    }

    /** What is no field at all: a number in Chinese, a method that only the inspection has. */
    private static Optional<Text> elsewhere(Drl.Step step) {
        String number = Names.number(step.name());
        if (!number.isEmpty()) {
            return Optional.of(new Text("数字写阿拉伯数字：" + number, "write the number in digits: " + number));
        }
        boolean inspection = Objects.requireNonNull(FactTypes.all().get("Inspection"))
                .members()
                .getOrDefault(step.name(), List.of())
                .stream()
                .anyMatch(m -> !m.parameters().isEmpty());
        return step.call() && inspection
                ? Optional.of(new Text(
                        "前面写一行 $i : Inspection()，此处写 $i." + step.name() + "( … )",
                        "write a line $i : Inspection() before it, and $i." + step.name() + "( … ) here"))
                : Optional.empty();
    }

    /** A fact named before that has just such a field. */
    private static Optional<Text> another(Scope scope, Drl.Step step) {
        return scope.names().stream()
                .sorted()
                .filter(n -> {
                    Value value = scope.get(n);
                    return value != null
                            && value.fact() != null
                            && value.fact().members().containsKey(step.name());
                })
                .findFirst()
                .map(n ->
                        new Text("是不是 " + n + "." + step.name() + "？", "did you mean " + n + "." + step.name() + "?"));
    }

    /** Of a stretch that counts records of another kind: how many there are has one name, whatever is counted. */
    private static Optional<Text> counted(String name, Map<String, List<FactTypes.Member>> members) {
        return members.keySet().containsAll(Set.of(Stretches.NUMBER, Stretches.FIRST))
                        && Suggest.near(name, members.keySet()).isEmpty()
                ? Optional.of(new Text(
                        "这一段里有几条是 number，首日是 firstDay，末日是 date",
                        "how many there are is number, the first day is firstDay, the last is date"))
                : Optional.empty();
    }

    /** The field meant, by its name or by its meaning in Chinese. */
    private static Text field(String name, Map<String, List<FactTypes.Member>> members) {
        List<String> meant = members.values().stream()
                .map(same -> same.get(0))
                .filter(m -> Suggest.shares(name, m.zh()))
                .map(m -> m.name() + "（" + m.zh() + "）")
                .toList();
        return meant.isEmpty()
                ? Suggest.fix(name, members.keySet())
                : new Text("字段名用英文：" + String.join("、", meant), "field names are English: " + String.join(", ", meant));
    }

    void argument(Scope scope, Drl.Operand operand, Class<?> type, String code, List<String> codes) {
        Value wanted = Value.of(type, code, codes);
        if (operand instanceof Drl.Literal literal) {
            literals.literal(scope, wanted, literal);
        } else if (operand instanceof Drl.Path p) {
            Value value = path(scope, p);
            if (value != null && type == int.class && value.type() == BigDecimal.class) {
                slips.report(
                        p.pos(),
                        "type",
                        new Text("此处需要整数，这个数可能有小数", "a whole number is needed here, and this one may have decimals"),
                        new Text("写一个整数，或用取整数的字段", "write a whole number, or a field that holds whole numbers"));
            } else if (value != null && !type.isAssignableFrom(value.type()) && !wanted.sameKind(value)) {
                slips.report(
                        p.pos(),
                        "type",
                        new Text(
                                "此处需要" + wanted.kind().zh() + "，却是"
                                        + value.kind().zh(),
                                Text.a(wanted.kind().en()) + " is needed here, not "
                                        + Text.a(value.kind().en())),
                        wanted.type() == LocalDate.class && value.type() == LocalDateTime.class
                                ? new Text(
                                        "时间的日期写 dateOf( … )；办理的时间写 .doneAt( … )，计小时写 .withinHours( … )",
                                        "the day of a time is dateOf( … ); a time something was done at is .doneAt( … ), hours are .withinHours( … )")
                                : wanted.type() == LocalDateTime.class && value.type() == LocalDate.class
                                        ? new Text("换用 type: time 的字段", "use a field of type: time")
                                        : new Text("换用同类字段", "use a field of like type"));
            }
        }
    }

    static String shown(Drl.Path path) {
        return path.steps().isEmpty() ? path.root() : path.last().name();
    }
}
