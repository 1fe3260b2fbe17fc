package qiyue.rulebook;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import qiyue.drl.Drl;
import qiyue.drl.DrlParser;
import qiyue.drl.DrlPrinter;
import qiyue.drl.FactTypes;
import qiyue.drl.Joins;
import qiyue.fact.Evidence;
import qiyue.fact.Portion;
import qiyue.problem.Pos;
import qiyue.problem.Problem;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.shape.Says;

/**
 * Checks the meaning of a parsed rule file: that every type, field, code, id and clause exists, that both sides of a
 * comparison are alike, and that the rules keep to the profile's discipline. Nothing in a rule may fail silently.
 */
final class DrlCheck {
    /** What a name stands for: a whole fact ({@code fact} not null), or a value. */
    private record Value(
            Class<?> type,
            @Nullable Class<?> element,
            String code,
            List<String> codes,
            FactTypes.@Nullable FactType fact) {
        boolean coded() {
            return !code.isEmpty() || !codes.isEmpty();
        }
    }

    /** What a name stands for whose own line is wrong: nothing more is said about it. */
    private static final Value UNKNOWN = new Value(Void.class, null, "", List.of(), null);

    private final String file;
    private final String[] lines;
    private final Vocabulary vocabulary;
    private final Collection<String> clauses;
    private final Collection<String> allClauses;
    private boolean foreign;
    private boolean lenient;
    private final Collection<String> rulebooks;
    private final List<Problem> problems;
    private final Map<String, Value> names = new HashMap<>();

    DrlCheck(
            String file,
            String text,
            Vocabulary vocabulary,
            Collection<String> clauses,
            Collection<String> allClauses,
            Collection<String> rulebooks,
            List<Problem> problems) {
        this.file = file;
        this.lines = text.split("\n", -1);
        this.vocabulary = vocabulary;
        this.clauses = clauses;
        this.allClauses = allClauses;
        this.rulebooks = rulebooks;
        this.problems = problems;
    }

    void check(DrlParser.Parsed parsed, String expectedPackage) {
        Drl.RuleFile rules = parsed.file();
        if (!rules.packageName().equals(expectedPackage)) {
            report(
                    parsed.packageAt(),
                    "package",
                    new Text(
                            "package 应为 " + expectedPackage + "，与文件夹一致",
                            "the package must be " + expectedPackage + ", like the folder"),
                    new Text("第一行写 package " + expectedPackage, "begin the file with package " + expectedPackage));
        }
        for (Drl.Rule rule : rules.rules()) {
            lenient = parsed.broken().contains(rule);
            check(rule);
        }
    }

    private void check(Drl.Rule rule) {
        names.clear();
        if (rule.clause().isEmpty()) {
            if (!lenient) {
                report(
                        rule.pos(),
                        "rule-name",
                        new Text("规则名是空的", "the rule's name is empty"),
                        new Text("写成“条款编号 空格 标题”", "write the clause id, a space and a title"));
            }
        } else if (!clauses.isEmpty() && !clauses.contains(rule.clause())) {
            report(
                    rule.pos(),
                    "unknown-clause",
                    new Text(
                            "条款 " + rule.clause() + " 不在 clauses.yaml 中",
                            "clause " + rule.clause() + " is not in clauses.yaml"),
                    Suggest.clause(rule.clause(), clauses));
        }
        if (rule.title().isEmpty() && !rule.clause().isEmpty()) {
            report(
                    rule.pos(),
                    "rule-name",
                    new Text("规则名缺少标题", "the rule's name has no title"),
                    new Text("写成“条款编号 空格 标题”", "write the clause id, a space and a title"));
        }
        for (Drl.Condition condition : rule.when()) {
            if (condition instanceof Drl.Pattern p) {
                pattern(p);
            } else if (condition instanceof Drl.Group g) {
                scoped(g.members());
            } else if (condition instanceof Drl.Accumulate a) {
                accumulate(a);
            }
        }
        if (rule.when().isEmpty() && !lenient) {
            report(
                    rule.pos(),
                    "when",
                    new Text("when 之后没有条件", "no condition follows when"),
                    new Text("至少写一个事实，如 $f : Finding( … )", "write one fact at least, such as $f : Finding( … )"));
            lenient = true;
        }
        discipline(rule);
        if (!rule.then().type().isEmpty()) {
            conclusion(rule);
        }
    }

    private void scoped(List<Drl.Pattern> members) {
        Map<String, Value> outer = new HashMap<>(names);
        members.forEach(this::pattern);
        names.clear();
        names.putAll(outer);
    }

    private void accumulate(Drl.Accumulate a) {
        Map<String, Value> outer = new HashMap<>(names);
        a.members().forEach(this::pattern);
        if (a.function().equals("sum")) {
            Value summed = names.get(a.argument());
            if (summed != UNKNOWN && (summed == null || !isNumber(summed.type()))) {
                report(
                        a.pos(),
                        "type",
                        new Text("sum 的参数应为前面绑定的数字", "sum takes a number bound before"),
                        new Text("例如 Charge( $x : money.amount )", "for example Charge( $x : money.amount )"));
            }
        }
        names.clear();
        names.putAll(outer);
        names.put(a.result(), new Value(BigDecimal.class, null, "", List.of(), null));
        if (a.members().stream().anyMatch(p -> FactTypes.isConclusion(p.type()))) {
            report(
                    a.pos(),
                    "counting-conclusions",
                    new Text("不对规则得出的结论计数", "conclusions are not counted"),
                    new Text("对检查发现、数据或以往处理计数", "count findings, records or earlier measures"));
        }
    }

    private void pattern(Drl.Pattern pattern) {
        FactTypes.FactType type = FactTypes.all().get(pattern.type());
        if (type == null) {
            report(
                    pattern.pos(),
                    "unknown-fact",
                    new Text("没有名为 " + pattern.type() + " 的事实", "there is no fact " + pattern.type()),
                    type(pattern.type()));
            unknown(pattern);
            return;
        }
        Value own = new Value(type.factClass(), null, "", List.of(), type);
        foreign = pattern.constraints().stream().anyMatch(DrlPrinter::namesRulebook);
        pattern.constraints().forEach(c -> constraint(own, c));
        foreign = false;
        if (!pattern.binding().isEmpty()) {
            bind(pattern.pos(), pattern.binding(), own);
        }
    }

    /** The fact meant, by its name or by its meaning in Chinese. */
    private static Text type(String name) {
        List<String> meant = FactTypes.all().entrySet().stream()
                .filter(e -> Suggest.shares(name, FactTypes.label(e.getKey())))
                .map(e -> e.getKey() + "（" + FactTypes.label(e.getKey()) + "）")
                .toList();
        return meant.isEmpty()
                ? Suggest.fix(name, FactTypes.all().keySet())
                : new Text(
                        "事实名用英文：" + String.join("、", meant), "facts have English names: " + String.join(", ", meant));
    }

    /** The names of a pattern of which nothing is known. */
    private void unknown(Drl.Pattern pattern) {
        names.put(pattern.binding(), UNKNOWN);
        pattern.constraints().forEach(c -> {
            if (c instanceof Drl.Bind b) {
                names.put(b.name(), UNKNOWN);
            }
        });
    }

    private void bind(Pos pos, String name, Value value) {
        if (names.put(name, value) != null) {
            report(
                    pos,
                    "name-twice",
                    new Text("名称 " + name + " 用了两次", "the name " + name + " is used twice"),
                    new Text("换一个名称", "choose another name"));
        }
    }

    private void constraint(Value own, Drl.Constraint constraint) {
        if (constraint instanceof Drl.Bind b) {
            Value value = path(own, b.path());
            bind(b.pos(), b.name(), value == null ? UNKNOWN : value);
        } else if (constraint instanceof Drl.Flag f) {
            flag(own, f);
        } else if (constraint instanceof Drl.Contains c) {
            contains(own, c);
        } else if (constraint instanceof Drl.Compare c) {
            compare(own, c);
        } else if (constraint instanceof Drl.OneOf o && o.left() instanceof Drl.Path p) {
            Value left = path(own, p);
            if (left != null) {
                o.values().forEach(v -> alike(own, v.pos(), left, "==", v));
            }
        }
    }

    private void flag(Value own, Drl.Flag f) {
        Value value = path(own, f.path());
        if (value != null && value.type() != boolean.class) {
            report(
                    f.pos(),
                    "type",
                    new Text("此字段不是“是/否”，需要比较符", "this field is not yes/no; it needs a comparison"),
                    new Text("例如 " + shown(f.path()) + " == …", "for example " + shown(f.path()) + " == …"));
        }
    }

    private void contains(Value own, Drl.Contains c) {
        Value list = path(own, c.list());
        if (list == null) {
            return;
        }
        Class<?> element = list.element();
        if (element == null) {
            report(
                    c.pos(),
                    "type",
                    new Text(shown(c.list()) + " 不是列表", shown(c.list()) + " is not a list"),
                    new Text("用 == 比较", "compare with =="));
        } else {
            alike(own, c.pos(), new Value(element, null, list.code(), list.codes(), null), "==", c.value());
        }
    }

    private void compare(Value own, Drl.Compare c) {
        if (!(c.left() instanceof Drl.Path leftPath)) {
            report(
                    c.pos(),
                    "operator",
                    new Text("字段写在比较符左边", "write the field on the left"),
                    new Text("左右对调", "swap the sides"));
            return;
        }
        Value left = path(own, leftPath);
        if (left != null) {
            alike(own, c.pos(), left, c.operator(), c.right());
        }
    }

    private void alike(Value own, Pos pos, Value left, String operator, Drl.Operand right) {
        boolean ordered = !operator.equals("==") && !operator.equals("!=");
        if (left.type() == boolean.class) {
            report(
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
            report(
                    pos,
                    "type",
                    new Text("文字和代码不能比大小", "texts and codes have no order"),
                    new Text("用 == 或 !=", "use == or !="));
            return;
        }
        if (right instanceof Drl.Literal literal) {
            literal(left, literal);
        } else if (right instanceof Drl.Path p && bareCode(own, left, p)) {
            String word = p.steps().get(0).name();
            report(
                    p.pos(),
                    "unquoted",
                    new Text("代码 " + word + " 没有加双引号", "the code " + word + " is not in double quotes"),
                    new Text("写成 \"" + word + "\"", "write \"" + word + "\""));
        } else if (right instanceof Drl.Path p) {
            Value value = path(own, p);
            if (value != null && !sameKind(left, value)) {
                report(
                        p.pos(),
                        "type",
                        new Text(
                                "两边类型不同：" + kind(left).zh() + "与" + kind(value).zh(),
                                "the sides differ in type: " + kind(left).en() + " and "
                                        + kind(value).en()),
                        new Text("换用同类字段", "use a field of like type"));
            }
        }
    }

    /** Whether a code stands here without its quotes. */
    private boolean bareCode(Value own, Value left, Drl.Path p) {
        return left.coded()
                && p.root().isEmpty()
                && p.steps().size() == 1
                && !p.steps().get(0).call()
                && !names.containsKey("$" + p.steps().get(0).name())
                && (own.fact() == null
                        || !own.fact().members().containsKey(p.steps().get(0).name()));
    }

    private void literal(Value left, Drl.Literal literal) {
        Object value = literal.value();
        boolean fits = value instanceof String
                ? left.type() == String.class || left.type().isEnum()
                : value instanceof BigDecimal ? isNumber(left.type()) : left.type() == boolean.class;
        if (!fits) {
            report(
                    literal.pos(),
                    "type",
                    new Text(
                            "此处需要" + kind(left).zh() + "，不能用 " + value,
                            "a " + kind(left).en() + " is needed here, not " + value),
                    new Text(
                            left.type() == LocalDate.class ? "日期与另一事实的日期比较" : "检查引号：代码加引号，数字不加",
                            left.type() == LocalDate.class
                                    ? "compare days with days of other facts"
                                    : "codes are quoted, numbers are not"));
            return;
        }
        if (value instanceof String text) {
            if (left.coded()) {
                code(literal.pos(), text, left.code(), left.codes());
            } else if (!text.equals("case") && !text.isEmpty()) {
                report(
                        literal.pos(),
                        "free-text",
                        new Text("此字段不是代码，不能与文字比较", "this field is not a code; it is not compared with a text"),
                        new Text("只与其他事实的编号比较，如 about == $f.id", "compare it with an id, such as about == $f.id"));
            }
        }
    }

    private void code(Pos pos, String text, String list, List<String> fixed) {
        Collection<String> known = known(list, fixed);
        if (vocabulary.incomplete(list) || (known.isEmpty() && list.equals("clauses"))) {
            return;
        }
        if (!known.contains(text) && !(list.equals("rulebooks") && text.isEmpty())) {
            report(
                    pos,
                    "unknown-code",
                    new Text(
                            "代码 \"" + text + "\" 不在" + (list.isEmpty() ? "允许的取值" : "词汇 " + list + " ") + "中",
                            "code \"" + text + "\" is not in "
                                    + (list.isEmpty() ? "the values allowed" : "the vocabulary list " + list)),
                    list.equals("clauses") ? Suggest.fix(text, known) : vocabulary.meant(text, list, known));
        }
    }

    private Collection<String> known(String list, List<String> fixed) {
        return switch (list) {
            case "" -> fixed;
            case "clauses" -> foreign ? allClauses : clauses;
            case "rulebooks" -> rulebooks;
            default -> fixed.isEmpty() ? vocabulary.codes(list) : fixed;
        };
    }

    private @Nullable Value path(Value own, Drl.Path path) {
        Value value = own;
        if (!path.root().isEmpty()) {
            value = names.get(path.root());
            if (value == null && !lenient) {
                report(
                        path.pos(),
                        "unknown-name",
                        new Text(
                                "名称 " + path.root() + " 在前面没有定义", "the name " + path.root() + " is not defined before"),
                        names.isEmpty()
                                ? new Text("在 when 中写 " + path.root() + " : …", "write " + path.root() + " : … in when")
                                : Suggest.fix(path.root(), names.keySet()));
            }
            if (value == null || value == UNKNOWN) {
                return null;
            }
        }
        for (Drl.Step step : path.steps()) {
            value = step(own, value, step);
            if (value == null) {
                return null;
            }
        }
        return value;
    }

    private @Nullable Value step(Value own, Value owner, Drl.Step step) {
        Map<String, List<FactTypes.Member>> members =
                owner.fact() == null ? Map.of() : owner.fact().members();
        List<FactTypes.Member> named = members.getOrDefault(step.name(), List.of());
        if (owner.fact() == null) {
            named = FactTypes.nested(owner.type(), step.name()).stream().toList();
        }
        for (FactTypes.Member member : named) {
            if (member.parameters().size() == step.arguments().size()) {
                for (int i = 0; i < step.arguments().size(); i++) {
                    FactTypes.Parameter p = member.parameters().get(i);
                    argument(own, step.arguments().get(i), p.type(), p.code(), p.codes());
                }
                FactTypes.FactType fact = FactTypes.all().get(member.type().getSimpleName());
                return new Value(
                        member.type(),
                        member.element().orElse(null),
                        member.code(),
                        member.codes(),
                        fact != null && fact.factClass() == member.type() ? fact : null);
            }
        }
        String type = owner.type().getSimpleName();
        if (named.isEmpty() && !step.call() && names.containsKey("$" + step.name())) {
            report(
                    step.pos(),
                    "missing-dollar",
                    new Text("名称 " + step.name() + " 前缺少 $", "the name " + step.name() + " lacks its $"),
                    new Text("写成 $" + step.name(), "write $" + step.name()));
        } else if (named.isEmpty() && owner.type() == Object.class) {
            report(
                    step.pos(),
                    "unknown-name",
                    new Text("“" + step.name() + "”不是 when 中的名称", "'" + step.name() + "' is no name of when"),
                    new Text(
                            "代码加双引号；事实用 when 中以 $ 开头的名称",
                            "codes are in double quotes; facts are named with $ in when"));
        } else if (named.isEmpty() && FactTypes.isUnited(owner.type(), step.name())) {
            report(
                    step.pos(),
                    "united-field",
                    new Text(
                            "规则看到的措施是同类合并后的一项，没有单独的 " + step.name(),
                            "a rule sees like measures united; they have no " + step.name() + " of their own"),
                    new Text(
                            "检查所依据的 Breach 或事实；措施可用的字段：" + String.join("、", members.keySet()),
                            "test the Breach or fact behind it; of a measure there are: "
                                    + String.join(", ", members.keySet())));
        } else if (named.isEmpty()) {
            report(
                    step.pos(),
                    "unknown-field",
                    new Text(type + " 没有字段 " + step.name(), type + " has no field " + step.name()),
                    field(step.name(), members));
        } else {
            report(
                    step.pos(),
                    "argument",
                    new Text(step.name() + " 的参数个数不对", step.name() + " takes another number of arguments"),
                    new Text(
                            "应有 " + named.get(0).parameters().size() + " 个参数",
                            "it takes " + named.get(0).parameters().size()));
        }
        return null;
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

    private void argument(Value own, Drl.Operand operand, Class<?> type, String code, List<String> codes) {
        Value wanted = new Value(type, null, code, codes, null);
        if (operand instanceof Drl.Literal literal) {
            boolean whole = literal.value() instanceof BigDecimal n
                    && type == int.class
                    && n.stripTrailingZeros().scale() > 0;
            if (whole) {
                report(
                        literal.pos(),
                        "type",
                        new Text("此处需要整数", "a whole number is needed here"),
                        new Text("去掉小数", "write no decimals"));
            } else {
                literal(wanted, literal);
            }
        } else if (operand instanceof Drl.Path p) {
            Value value = path(own, p);
            if (value != null && !type.isAssignableFrom(value.type()) && !sameKind(wanted, value)) {
                report(
                        p.pos(),
                        "type",
                        new Text(
                                "此处需要" + kind(wanted).zh() + "，却是" + kind(value).zh(),
                                "a " + kind(wanted).en() + " is needed here, not a "
                                        + kind(value).en()),
                        new Text("换用同类字段", "use a field of like type"));
            }
        }
    }

    private void discipline(Drl.Rule rule) {
        for (Drl.Condition condition : rule.when()) {
            if (condition instanceof Drl.Group g && !g.negated()) {
                g.members().stream()
                        .filter(p ->
                                FactTypes.isConclusion(p.type()) && !p.type().equals("Exempt"))
                        .forEach(p -> report(
                                p.pos(),
                                "doubt-lost",
                                new Text(
                                        "exists 中的结论带不进 then，它的嫌疑或待认定会丢失",
                                        "a conclusion inside exists is not passed on; its suspicion or doubt would be lost"),
                                new Text(
                                        "去掉 exists，给它命名，如 $m : Measure( … )，并写进 then 的参数",
                                        "drop exists, name it, as in $m : Measure( … ), and pass it on in then")));
            }
            if (condition instanceof Drl.Group g && g.negated()) {
                for (Drl.Pattern p : g.members()) {
                    if (FactTypes.isConclusion(p.type()) && !p.type().equals("Exempt")) {
                        report(
                                p.pos(),
                                "absence-of-conclusion",
                                new Text("结论不能取决于另一结论的不存在", "no conclusion may depend on the absence of another"),
                                new Text(
                                        "但书写成得出 Exempt 的规则，再用 not Exempt( … )",
                                        "write the proviso as a rule that concludes Exempt, and test not Exempt( … )"));
                    }
                }
            }
        }
        Joins.unbound(rule)
                .forEach(p -> report(
                        p.pos(),
                        "unbound-join",
                        new Text(
                                "每一个 " + p.type() + " 都会与前面的每一个事实相配，文书大时相乘",
                                "every " + p.type()
                                        + " would be tried with every fact before it; in a large document they multiply"),
                        new Text(
                                "用 == 与前面的事实相连，如 stay == $f.stay、about == $f.id",
                                "bind it to a fact before with ==, such as stay == $f.stay or about == $f.id")));
        if (rule.then().type().equals("Exempt") && rule.patterns().anyMatch(p -> FactTypes.isConclusion(p.type()))) {
            report(
                    rule.then().pos(),
                    "exempt-on-conclusion",
                    new Text("得出 Exempt 的规则只看事实，不看其他结论", "a rule that concludes Exempt rests on facts only"),
                    new Text("改为检查事实", "test the facts themselves"));
        }
        Set<String> passed = new HashSet<>();
        rule.then()
                .steps()
                .forEach(s -> s.arguments().forEach(a -> {
                    if (a instanceof Drl.Path p && p.steps().isEmpty()) {
                        passed.add(p.root());
                    }
                }));
        if (!rule.then().type().equals("Exempt") && !lenient) {
            rule.positive()
                    .filter(p -> p.type().equals("Answer") && !passed.contains(p.binding()))
                    .forEach(p -> report(
                            p.pos(),
                            "answer-lost",
                            new Text(
                                    "检查了认定，却没有把它带入结论，结论会失去“待认定”的标记",
                                    "the answer is tested but not passed on; the conclusion would lose its doubt"),
                            new Text(
                                    "给它命名，如 $a : Answer( … )，并写进 then 的参数",
                                    "name it, as in $a : Answer( … ), and pass it on in then")));
        }
    }

    private void conclusion(Drl.Rule rule) {
        Drl.Conclusion then = rule.then();
        if (!FactTypes.isConclusion(then.type()) || then.steps().isEmpty()) {
            report(
                    then.pos(),
                    "conclusion",
                    new Text(
                            "结论应为 Breach、Measure、Duty 或 Exempt",
                            "the conclusion must be a Breach, Measure, Duty or Exempt"),
                    Suggest.fix(then.type(), List.of("Breach", "Measure", "Duty", "Exempt")));
            return;
        }
        for (int i = 0; i < then.steps().size(); i++) {
            step(rule, then, then.steps().get(i), i == 0);
        }
    }

    private void step(Drl.Rule rule, Drl.Conclusion then, Drl.Step step, boolean maker) {
        List<Method> candidates = FactTypes.steps(then.type(), step.name(), maker);
        if (candidates.isEmpty() || !step.call()) {
            report(
                    step.pos(),
                    "conclusion",
                    new Text(
                            then.type() + " 没有 " + step.name() + "( … )",
                            then.type() + " has no " + step.name() + "( … )"),
                    Suggest.fix(step.name(), new TreeSet<>(FactTypes.stepNames(then.type(), maker))));
            return;
        }
        if (maker) {
            Drl.Operand first = step.arguments().isEmpty()
                    ? new Drl.Literal(step.pos(), "")
                    : step.arguments().get(0);
            if (!rule.clause().isEmpty()
                    && (!(first instanceof Drl.Literal id) || !rule.clause().equals(id.value()))) {
                report(
                        first.pos(),
                        "clause-mismatch",
                        new Text(
                                "第一个参数应与规则名中的条款编号 " + rule.clause() + " 相同",
                                "the first argument must be the clause id of the rule's name, " + rule.clause()),
                        new Text("改为 \"" + rule.clause() + "\"", "write \"" + rule.clause() + "\""));
            }
        }
        List<Method> fitting = candidates.stream()
                .filter(m -> m.isVarArgs()
                        || m.getParameterCount() == step.arguments().size())
                .toList();
        if (fitting.isEmpty()) {
            String numbers = String.join(
                    "/",
                    candidates.stream()
                            .map(m -> String.valueOf(m.getParameterCount()))
                            .distinct()
                            .sorted()
                            .toList());
            report(
                    step.pos(),
                    "argument",
                    new Text(step.name() + " 的参数个数不对", step.name() + " takes another number of arguments"),
                    new Text("应有 " + numbers + " 个参数", "it takes " + numbers));
            return;
        }
        Map<Integer, List<Problem>> attempts = new TreeMap<>();
        for (Method method : fitting) {
            List<Problem> found = new ArrayList<>();
            DrlCheck trial =
                    new DrlCheck(file, String.join("\n", lines), vocabulary, clauses, allClauses, rulebooks, found);
            trial.names.putAll(names);
            trial.lenient = lenient;
            trial.arguments(method, step, maker);
            if (found.isEmpty()) {
                return;
            }
            // the overload with as many arguments as were written explains best; getMethods has no order of its own
            int expected = method.getParameterCount() - (method.isVarArgs() ? 1 : 0);
            boolean alike = method.isVarArgs()
                    ? step.arguments().size() >= expected
                    : step.arguments().size() == expected;
            attempts.putIfAbsent(found.size() + (alike ? 0 : 100), found);
        }
        problems.addAll(attempts.values().iterator().next());
    }

    private void arguments(Method method, Drl.Step step, boolean maker) {
        Parameter[] parameters = method.getParameters();
        int fixed = method.isVarArgs() ? parameters.length - 1 : parameters.length;
        if (step.arguments().size() < fixed
                || (!method.isVarArgs() && step.arguments().size() > fixed)) {
            report(
                    step.pos(),
                    "argument",
                    new Text(step.name() + " 的参数个数不对", step.name() + " takes another number of arguments"),
                    new Text(
                            "应有 " + fixed + " 个参数" + (method.isVarArgs() ? "，再加事实" : ""),
                            "it takes " + fixed + (method.isVarArgs() ? ", and facts after them" : "")));
            return;
        }
        Value none = new Value(Object.class, null, "", List.of(), null);
        for (int i = maker ? 1 : 0; i < step.arguments().size(); i++) {
            Drl.Operand argument = step.arguments().get(i);
            Class<?> type = i < fixed ? parameters[i].getType() : Evidence.class;
            if (type == Evidence.class || type == Portion.class) {
                fact(none, argument, type);
            } else {
                Says says = i < fixed ? parameters[i].getAnnotation(Says.class) : null;
                argument(
                        none,
                        argument,
                        type,
                        says == null ? "" : says.code(),
                        says == null ? List.of() : List.of(says.codes()));
            }
        }
        if (method.isVarArgs() && step.arguments().size() == fixed && problems.isEmpty()) {
            report(
                    step.pos(),
                    "no-evidence",
                    new Text("结论没有写明依据的事实", "the conclusion names no fact it rests on"),
                    new Text("加上 when 中命名的事实，如 $f", "add a fact named in when, such as $f"));
        }
    }

    private void fact(Value none, Drl.Operand argument, Class<?> wanted) {
        Value value = argument instanceof Drl.Path p ? path(none, p) : none;
        if (value != null && !wanted.isAssignableFrom(value.type())) {
            report(
                    argument.pos(),
                    "type",
                    new Text("此处应为 when 中命名的事实或金额部分", "a fact named in when, or a part of its money, must stand here"),
                    Suggest.fix("", names.keySet()));
        }
    }

    private static boolean sameKind(Value a, Value b) {
        return kind(a).equals(kind(b));
    }

    private static Text kind(Value value) {
        Class<?> type = value.type();
        if (isNumber(type)) {
            return new Text("数字", "number");
        }
        if (type == LocalDate.class) {
            return new Text("日期", "day");
        }
        if (type == LocalDateTime.class) {
            return new Text("时间", "time");
        }
        if (type == String.class) {
            return value.coded() ? new Text("代码", "code") : new Text("编号", "id");
        }
        return type == boolean.class ? new Text("是/否", "yes/no") : new Text(type.getSimpleName(), type.getSimpleName());
    }

    private static boolean isNumber(Class<?> type) {
        return type == int.class || type == BigDecimal.class;
    }

    private static String shown(Drl.Path path) {
        return path.steps().isEmpty()
                ? path.root()
                : path.steps().get(path.steps().size() - 1).name();
    }

    private void report(Pos pos, String code, Text message, Text fix) {
        String source = pos.line() <= lines.length ? lines[pos.line() - 1] : "";
        problems.add(new Problem(code, file, pos.line(), pos.column(), "", source, message, fix));
    }
}
