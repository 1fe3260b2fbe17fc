package qiyue.drl;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.fact.Evidence;
import qiyue.fact.Portion;
import qiyue.problem.Problem;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.shape.Says;

/** Checks the one conclusion of a rule: its kind, its clause, and the arguments of each of its steps. */
final class ConclusionCheck {
    private static final Set<String> OF_MEASURES = Set.of("days", "workingDays", "months", "years");
    private static final Set<String> OF_STEPS = Set.of("within", "withinHours", "due");

    private final Codes codes;
    private final Slips slips;
    private final Terms terms;

    ConclusionCheck(Codes codes, Slips slips) {
        this.codes = codes;
        this.slips = slips;
        this.terms = new Terms(codes, slips);
    }

    void check(Scope scope, Drl.Rule rule) {
        Drl.Conclusion then = rule.then();
        if (!FactTypes.isConclusion(then.type()) || then.steps().isEmpty()) {
            slips.report(
                    then.pos(),
                    "conclusion",
                    new Text(
                            "结论应为 Breach、Measure、Duty 或 Exempt",
                            "the conclusion must be a Breach, Measure, Duty or Exempt"),
                    Suggest.fix(then.type(), List.of("Breach", "Measure", "Duty", "Exempt")));
            return;
        }
        for (int i = 0; i < then.steps().size(); i++) {
            step(scope, rule, then, then.steps().get(i), i == 0);
        }
        Lengths.check(then, slips);
    }

    private void step(Scope scope, Drl.Rule rule, Drl.Conclusion then, Drl.Step step, boolean maker) {
        List<Method> candidates = FactTypes.steps(then.type(), step.name(), maker);
        if (candidates.isEmpty() || !step.call()) {
            slips.report(
                    step.pos(),
                    "conclusion",
                    new Text(
                            then.type() + " 没有 " + step.name() + "( … )",
                            then.type() + " has no " + step.name() + "( … )"),
                    Set.of("must", "should", "will").contains(step.name()) && maker
                            ? new Text("应当写 shall", "write shall")
                            : length(then.type(), step.name())
                                    .orElseGet(() -> Suggest.fix(
                                            step.name(), new TreeSet<>(FactTypes.stepNames(then.type(), maker)))));
            return;
        }
        if (maker) {
            clause(rule, step);
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
            slips.report(
                    step.pos(),
                    "argument",
                    new Text(step.name() + " 的参数个数不对", step.name() + " has the wrong number of arguments"),
                    new Text(
                            "应有 " + numbers + " 个参数：" + kinds(candidates, "zh"),
                            "it takes " + numbers + ": " + kinds(candidates, "en")));
            return;
        }
        slips.addAll(leastWrong(scope, fitting, step, maker));
    }

    /** A length of a measure given to a step, or that of a step to a measure. */
    private static Optional<Text> length(String type, String step) {
        if (type.equals("Duty") && OF_MEASURES.contains(step)) {
            return Optional.of(new Text(
                    "步骤的期限写 .within( 15, \"working-days\", 起算日 )",
                    "the time for a step is .within( 15, \"working-days\", the day it runs from )"));
        }
        return type.equals("Measure") && OF_STEPS.contains(step)
                ? Optional.of(new Text(
                        "措施的期限写 .workingDays( 15 )、.days( 30 )、.months( 3 ) 或 .until( … )",
                        "the length of a measure is .workingDays( 15 ), .days( 30 ), .months( 3 ) or .until( … )"))
                : Optional.empty();
    }

    /** What the arguments are, of each way to write the step. */
    private static String kinds(List<Method> ways, String lang) {
        return ways.stream()
                .map(m -> Stream.of(m.getParameters())
                        .map(p -> kind(p).in(lang))
                        .collect(Collectors.joining(lang.equals("en") ? ", " : "、", "( ", " )")))
                .distinct()
                .sorted()
                .collect(Collectors.joining(lang.equals("en") ? " or " : " 或 "));
    }

    private static Text kind(Parameter parameter) {
        Says says = parameter.getAnnotation(Says.class);
        Value value = Value.of(
                parameter.getType(), says == null ? "" : says.code(), says == null ? List.of() : List.of(says.codes()));
        return value.kind();
    }

    private void clause(Drl.Rule rule, Drl.Step maker) {
        Drl.Operand first = maker.arguments().isEmpty()
                ? new Drl.Literal(maker.pos(), "")
                : maker.arguments().get(0);
        if (Names.isClause(rule.clause())
                && (!(first instanceof Drl.Literal id) || !rule.clause().equals(id.value()))) {
            slips.report(
                    first.pos(),
                    "clause-mismatch",
                    new Text(
                            "第一个参数应与规则名中的条款编号 " + rule.clause() + " 相同",
                            "the first argument must be the clause id of the rule's name, " + rule.clause()),
                    new Text("改为 \"" + rule.clause() + "\"", "write \"" + rule.clause() + "\""));
        }
    }

    /** What is wrong with the step, read as the method that it fits best; nothing if it fits one. */
    private List<Problem> leastWrong(Scope scope, List<Method> fitting, Drl.Step step, boolean maker) {
        Map<Integer, List<Problem>> attempts = new TreeMap<>();
        for (Method method : fitting) {
            List<Problem> found = new ArrayList<>();
            new ConclusionCheck(codes, slips.trial(found)).arguments(scope, method, step, maker);
            if (found.isEmpty()) {
                return found;
            }
            // the overload with as many arguments as were written explains best; getMethods has no order of its own
            int expected = method.getParameterCount() - (method.isVarArgs() ? 1 : 0);
            boolean alike = method.isVarArgs()
                    ? step.arguments().size() >= expected
                    : step.arguments().size() == expected;
            attempts.putIfAbsent(found.size() + (alike ? 0 : 100), found);
        }
        return attempts.values().iterator().next();
    }

    private void arguments(Scope scope, Method method, Drl.Step step, boolean maker) {
        Parameter[] parameters = method.getParameters();
        int fixed = method.isVarArgs() ? parameters.length - 1 : parameters.length;
        if (step.arguments().size() < fixed
                || (!method.isVarArgs() && step.arguments().size() > fixed)) {
            slips.report(
                    step.pos(),
                    "argument",
                    new Text(step.name() + " 的参数个数不对", step.name() + " has the wrong number of arguments"),
                    new Text(
                            "应有 " + fixed + " 个参数" + (method.isVarArgs() ? "，再加事实" : ""),
                            "it takes " + fixed + (method.isVarArgs() ? ", and facts after them" : "")));
            return;
        }
        // what follows the first argument that is wrong may be meant for another step
        for (int i = maker ? 1 : 0; i < step.arguments().size() && (maker || slips.count() == 0); i++) {
            Drl.Operand argument = step.arguments().get(i);
            Class<?> type = i < fixed ? parameters[i].getType() : Evidence.class;
            if (type == Evidence.class || type == Portion.class) {
                fact(scope, argument, type);
            } else {
                Says says = i < fixed ? parameters[i].getAnnotation(Says.class) : null;
                terms.argument(
                        scope,
                        argument,
                        type,
                        says == null ? "" : says.code(),
                        says == null ? List.of() : List.of(says.codes()));
            }
        }
        if (method.isVarArgs() && step.arguments().size() == fixed && slips.count() == 0) {
            slips.report(
                    step.pos(),
                    "no-evidence",
                    new Text("结论没有写明依据的事实", "the conclusion names no fact it rests on"),
                    new Text("加上 when 中命名的事实，如 $f", "add a fact named in when, such as $f"));
        }
    }

    private void fact(Scope scope, Drl.Operand argument, Class<?> wanted) {
        Value value = argument instanceof Drl.Path p ? terms.path(scope, p) : Value.NONE;
        if (value != null && !wanted.isAssignableFrom(value.type())) {
            slips.report(
                    argument.pos(),
                    "type",
                    new Text("此处应为 when 中命名的事实或金额部分", "a fact named in when, or a part of its money, must stand here"),
                    Suggest.fix("", scope.names()));
        }
    }
}
