package qiyue.drl;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import qiyue.fact.Answer;
import qiyue.fact.Blank;
import qiyue.fact.Conclusion;
import qiyue.fact.Evidence;
import qiyue.fact.Quantity;
import qiyue.shape.Field;
import qiyue.shape.Shape;

/** Fields, methods and comparisons of the profile, evaluated on facts. */
public final class Values {
    private static final Map<Called, Method> METHODS = new ConcurrentHashMap<>();

    /** What a step calls: asked for each line of a bill and each rule, so no text is put together for it. */
    private record Called(Class<?> type, String name, int arguments) {
        // written out: what Java makes is linked by classes spun at each start
        @Override
        public boolean equals(Object other) {
            return other instanceof Called o && type == o.type && arguments == o.arguments && name.equals(o.name);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * type.hashCode() + name.hashCode()) + arguments;
        }
    }

    private Values() {}

    /** The value of an operand; {@code own} is the fact of the pattern it stands in. */
    public static Object of(Drl.Operand operand, Object own, Map<String, Object> names) {
        if (operand instanceof Drl.Literal literal) {
            return literal.value();
        }
        Drl.Path path = (Drl.Path) operand;
        if (FactTypes.function(path).isPresent()) {
            return worked(path.steps().get(0), own, names);
        }
        Object value = path.root().isEmpty() ? own : named(path.root(), names);
        for (Drl.Step step : path.steps()) {
            value = step(value, step, own, names);
        }
        return value;
    }

    /** Whether everything the operand names is bound, so that it has a value. */
    public static boolean bound(Drl.Operand operand, Map<String, Object> names) {
        if (!(operand instanceof Drl.Path path)) {
            return true;
        }
        if (!path.root().isEmpty() && !names.containsKey(path.root())) {
            return false;
        }
        for (Drl.Step step : path.steps()) {
            // almost all have none
            for (int i = 0; i < step.arguments().size(); i++) {
                if (!bound(step.arguments().get(i), names)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether everything the constraint names is bound, so that it can be told whether it holds. */
    public static boolean bound(Drl.Constraint constraint, Map<String, Object> names) {
        for (Drl.Operand operand : constraint.operands()) {
            if (!bound(operand, names)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a constraint that is no binding holds of a fact; what it compares must be stated (see {@link Stated}). */
    public static boolean holds(Drl.Constraint constraint, Object fact, Map<String, Object> names) {
        if (constraint instanceof Drl.Compare c) {
            return compare(of(c.left(), fact, names), c.operator(), of(c.right(), fact, names));
        }
        if (constraint instanceof Drl.OneOf o) {
            Object value = of(o.left(), fact, names);
            for (Drl.Literal each : o.values()) {
                if (same(value, each.value())) {
                    return !o.negated();
                }
            }
            return o.negated();
        }
        if (constraint instanceof Drl.Contains c) {
            Object wanted = of(c.value(), fact, names);
            for (Object each : (List<?>) of(c.list(), fact, names)) {
                if (same(each, wanted)) {
                    return true;
                }
            }
            return false;
        }
        Drl.Flag flag = (Drl.Flag) constraint;
        return Boolean.TRUE.equals(of(flag.path(), fact, names)) != flag.negated();
    }

    private static Object named(String name, Map<String, Object> names) {
        Object value = names.get(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not bound, although the rule was checked");
        }
        return value;
    }

    /** A quantity worked out from what the rule names. */
    private static Object worked(Drl.Step step, Object own, Map<String, Object> names) {
        List<Object> arguments =
                step.arguments().stream().map(a -> of(a, own, names)).toList();
        Method method = METHODS.computeIfAbsent(
                new Called(Quantity.class, step.name(), arguments.size()),
                k -> Arrays.stream(Quantity.class.getMethods())
                        .filter(m -> m.getName().equals(step.name()))
                        .findFirst()
                        .orElseThrow());
        return call(method, null, arguments);
    }

    private static Object step(Object value, Drl.Step step, Object own, Map<String, Object> names) {
        Field field = step.arguments().isEmpty() && value instanceof Record
                ? Shape.of(value.getClass()).named(step.name())
                : null;
        if (field != null) {
            return field.in(value);
        }
        List<Object> arguments = step.arguments().isEmpty() ? List.of() : arguments(step, own, names);
        return call(method(value.getClass(), step.name(), arguments.size()), value, arguments);
    }

    private static List<Object> arguments(Drl.Step step, Object own, Map<String, Object> names) {
        List<Object> arguments = new ArrayList<>(step.arguments().size() + 1);
        for (Drl.Operand argument : step.arguments()) {
            arguments.add(of(argument, own, names));
        }
        if (!step.text().isEmpty()) {
            arguments.add(step.text());
        }
        return arguments;
    }

    private static Method method(Class<?> type, String name, int arguments) {
        Called called = new Called(type, name, arguments);
        Method known = METHODS.get(called);
        if (known == null) {
            known = find(type, name, arguments);
            // else who calls is looked up at every call
            known.trySetAccessible();
            METHODS.put(called, known);
        }
        return known;
    }

    private static Method find(Class<?> type, String name, int count) {
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name)
                    && method.getParameterCount() == count
                    && !Modifier.isStatic(method.getModifiers())
                    && !method.isBridge()) {
                return method;
            }
        }
        throw new IllegalStateException(type.getSimpleName() + " has no " + name + ", although the rule was checked");
    }

    static Object call(Method method, @Nullable Object target, List<Object> arguments) {
        Object[] fitted = new Object[arguments.size()];
        for (int i = 0; i < fitted.length; i++) {
            boolean whole = method.getParameterTypes()[i] == int.class && arguments.get(i) instanceof BigDecimal;
            fitted[i] = whole ? ((BigDecimal) arguments.get(i)).intValueExact() : arguments.get(i);
        }
        try {
            return method.invoke(target, fitted);
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new IllegalStateException(method + " failed on " + target, e);
        }
    }

    /** What a rule concludes from bound facts. */
    public static Object conclude(Drl.Rule rule, String rulebook, Map<String, Object> names) {
        Drl.Conclusion then = rule.then();
        Map<String, String> supposed = Suppositions.of(rule);
        Object value = "";
        Class<?> type = type(then.type());
        for (int i = 0; i < then.steps().size(); i++) {
            Drl.Step step = then.steps().get(i);
            List<Object> arguments = new ArrayList<>(step.arguments().stream()
                    .map(a -> passed(a, supposed, names))
                    .toList());
            if (i == 0) {
                arguments.set(0, rulebook + "#" + arguments.get(0));
            }
            value = make(type, step.name(), i == 0, value, arguments);
        }
        return value;
    }

    private static Object passed(Drl.Operand argument, Map<String, String> supposed, Map<String, Object> names) {
        Object value = of(argument, "", names);
        String answer = argument instanceof Drl.Path p && p.steps().isEmpty() ? supposed.get(p.root()) : null;
        return value instanceof Answer a && answer != null ? a.supposing(answer) : value;
    }

    private static Class<?> type(String name) {
        FactTypes.FactType type = FactTypes.all().get(name);
        if (type == null) {
            throw new IllegalStateException(name + " is no conclusion, although the rule was checked");
        }
        return type.factClass();
    }

    private static Object make(Class<?> type, String name, boolean maker, Object value, List<Object> arguments) {
        for (Method method : type.getMethods()) {
            if (!method.getName().equals(name)
                    || Modifier.isStatic(method.getModifiers()) != maker
                    || method.getReturnType() != type) {
                continue;
            }
            List<Object> fitted = arguments;
            if (method.isVarArgs()) {
                int fixed = method.getParameterCount() - 1;
                fitted = new ArrayList<>(arguments.subList(0, fixed));
                fitted.add(arguments.subList(fixed, arguments.size()).toArray(Evidence[]::new));
            }
            if (fits(method, fitted)) {
                return call(method, maker ? null : value, fitted);
            }
        }
        throw new IllegalStateException(type.getSimpleName() + "." + name + " does not take " + arguments);
    }

    private static boolean fits(Method method, List<Object> arguments) {
        if (method.getParameterCount() != arguments.size()) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            Class<?> wanted = method.getParameterTypes()[i];
            boolean number = wanted == int.class && arguments.get(i) instanceof Number;
            if (!number && !wanted.isInstance(arguments.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code left operator right} holds; numbers compare by value, enums by their code. */
    public static boolean compare(Object left, String operator, Object right) {
        if (operator.equals("==") || operator.equals("!=")) {
            return same(left, right) == operator.equals("==");
        }
        int order = left instanceof LocalDate l && right instanceof LocalDate r
                ? l.compareTo(r)
                : left instanceof LocalDateTime l && right instanceof LocalDateTime r
                        ? l.compareTo(r)
                        : number(left).compareTo(number(right));
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    /** Whether the two are equal; numbers by value, enums by their code. */
    public static boolean same(Object left, Object right) {
        if (left instanceof Number && right instanceof Number) {
            return number(left).compareTo(number(right)) == 0;
        }
        return plain(left).equals(plain(right));
    }

    private static Object plain(Object value) {
        return value instanceof Enum<?> e ? e.name().toLowerCase(Locale.ROOT) : value;
    }

    /** The value as a number. */
    public static BigDecimal number(Object value) {
        return value instanceof BigDecimal b ? b : new BigDecimal(value.toString());
    }

    /** A value as a person reads it. */
    public static String shown(Object value, String lang) {
        if (value instanceof LocalDate d) {
            return Blank.happened(d)
                    ? d.toString()
                    : Blank.stated(d)
                            ? (lang.equals("en") ? "(not happened)" : "（未发生）")
                            : lang.equals("en") ? "(not stated)" : "（未说明）";
        }
        if (value instanceof BigDecimal n) {
            return n.compareTo(Conclusion.UNSTATED) == 0
                    ? (lang.equals("en") ? "(not stated)" : "（未说明）")
                    : n.stripTrailingZeros().toPlainString();
        }
        if (value instanceof Boolean b) {
            return b ? (lang.equals("en") ? "yes" : "是") : lang.equals("en") ? "no" : "否";
        }
        return value instanceof Evidence e ? e.id() : String.valueOf(plain(value));
    }
}
