package qiyue.drl;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the parsed form as DRL for Drools: the only text Drools ever sees. Clause ids get their rulebook, patterns of
 * conclusions the rulebook they speak of, measures are the united ones, fields become accessor calls. Rules and names in
 * them are numbered and called by no word of their author, and what else comes from a file is printed only if it is made
 * of signs that cannot leave the place they stand in: Drools turns this text into Java.
 */
public final class DrlPrinter {
    private static final BigDecimal INTEGER = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final String rulebook;
    private final boolean forEngine;
    private final StringBuilder out = new StringBuilder();
    private final Map<String, String> variables = new HashMap<>();
    private Map<Drl.Constraint, List<Drl.Path>> guards = Map.of();
    private @Nullable Stated stated;

    private DrlPrinter(String rulebook, boolean forEngine) {
        this.rulebook = rulebook;
        this.forEngine = forEngine;
    }

    /** The rules of one rulebook as one file. */
    public static String print(String rulebook, String packageName, List<Drl.Rule> rules) {
        return print(new DrlPrinter(rulebook, true), packageName, rules);
    }

    /** A rule in the words of the profile, without what the engine is told beside: for people to compare. */
    public static String written(Drl.Rule rule) {
        return print(new DrlPrinter("", false), "p", List.of(rule));
    }

    private static String print(DrlPrinter printer, String packageName, List<Drl.Rule> rules) {
        printer.out.append("package ").append(packageName).append(";\n\nimport qiyue.fact.*;\n");
        for (int i = 0; i < rules.size(); i++) {
            printer.rule(rules.get(i), i);
        }
        return printer.out.toString();
    }

    /** What the rule with that index, from 0, is called for the engine. */
    public static String name(int index) {
        return "r" + (index + 1);
    }

    /** The index of the rule of that name. */
    public static int index(String name) {
        return Integer.parseInt(name.substring(1)) - 1;
    }

    private void rule(Drl.Rule rule, int index) {
        variables.clear();
        guards = forEngine ? Stated.guards(rule) : Map.of();
        stated = Stated.in(rule);
        out.append("\nrule \"").append(forEngine ? name(index) : rule.name()).append("\"\nwhen\n");
        for (Drl.Condition condition : rule.when()) {
            out.append("    ").append(condition(condition)).append('\n');
        }
        out.append("then\n    insertLogical( ").append(conclusion(rule)).append(" );\nend\n");
    }

    private String condition(Drl.Condition condition) {
        if (condition instanceof Drl.Group g) {
            return (g.negated() ? "not" : "exists") + " ( " + together(g.members()) + " )";
        }
        if (condition instanceof Drl.Accumulate a) {
            return "accumulate( " + together(a.members()) + "; " + variable(a.result()) + " : " + word(a.function())
                    + "( "
                    + variable(a.argument()) + " ); " + variable(a.result()) + " " + sign(a.operator()) + " "
                    + operand(a.number()) + " )";
        }
        return pattern((Drl.Pattern) condition);
    }

    private String together(List<Drl.Pattern> patterns) {
        return patterns.stream().map(this::pattern).collect(Collectors.joining(" and "));
    }

    private String pattern(Drl.Pattern p) {
        boolean named = p.constraints().stream().anyMatch(DrlPrinter::namesRulebook);
        Stream<String> own = FactTypes.isConclusion(p.type()) && !named
                ? Stream.of("rulebook == \"" + constant(rulebook) + "\"")
                : Stream.of();
        String constraints = Stream.concat(own, p.constraints().stream().map(c -> constraint(p.type(), c)))
                .collect(Collectors.joining(", "));
        return (p.binding().isEmpty() ? "" : variable(p.binding()) + " : ")
                + word(forEngine ? seen(p.type()) : p.type()) + "( "
                + constraints + " )";
    }

    /** What stands in the session under that type: rules see measures only united. */
    public static String seen(String type) {
        return type.equals("Measure") ? "Standing" : type;
    }

    /** Whether a constraint of a conclusion's pattern says which rulebook it speaks of. */
    public static boolean namesRulebook(Drl.Constraint constraint) {
        return constraint instanceof Drl.Compare c
                && c.left() instanceof Drl.Path p
                && p.root().isEmpty()
                && p.steps().get(0).name().equals("rulebook");
    }

    /** The constraint after the tests that what it compares is stated. */
    private String constraint(String type, Drl.Constraint constraint) {
        Stated tests = Objects.requireNonNull(stated);
        return Stream.concat(
                        guards.getOrDefault(constraint, List.of()).stream().map(p -> path(p) + tests.test(type, p)),
                        Stream.of(plain(type, constraint)))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String plain(String type, Drl.Constraint constraint) {
        if (constraint instanceof Drl.Bind b) {
            return variable(b.name()) + " : " + path(b.path());
        }
        if (constraint instanceof Drl.Flag f) {
            return path(f.path()) + (f.negated() ? " == false" : " == true");
        }
        if (constraint instanceof Drl.Contains c) {
            return path(c.list()) + " contains " + operand(c.value());
        }
        if (constraint instanceof Drl.OneOf o) {
            if (!forEngine && o.named().present()) {
                return operand(o.left())
                        + (o.negated() ? " not in " : " in ")
                        + o.named().written();
            }
            return operand(o.left()) + (o.negated() ? " not in ( " : " in ( ")
                    + o.values().stream().map(v -> right(type, o.left(), v)).collect(Collectors.joining(", ")) + " )";
        }
        Drl.Compare c = (Drl.Compare) constraint;
        // the engine would index the other fact by what this one gives to work it out, and cannot: it is hidden from it
        return (c.right() instanceof Drl.Path ? hidden(c.left(), operand(c.left())) : operand(c.left())) + " "
                + sign(c.operator()) + " " + hidden(c.right(), right(type, c.left(), c.right()));
    }

    private String hidden(Drl.Operand operand, String printed) {
        boolean another = operand instanceof Drl.Path p && !p.root().isEmpty() && ofItsOwn(p);
        return forEngine && another ? "Quantity.itself(" + printed + ")" : printed;
    }

    /** Whether a method in the path is given a field of the pattern's own fact. */
    private static boolean ofItsOwn(Drl.Path path) {
        return path.steps().stream()
                .flatMap(s -> s.arguments().stream())
                .anyMatch(a -> a instanceof Drl.Path p && (p.root().isEmpty() || ofItsOwn(p)));
    }

    private String right(String type, Drl.Operand left, Drl.Operand right) {
        if (right instanceof Drl.Literal l
                && l.value() instanceof String text
                && left instanceof Drl.Path p
                && p.root().isEmpty()
                && p.steps().size() == 1) {
            FactTypes.FactType fact = FactTypes.all().get(type);
            Class<?> field = fact == null
                    ? String.class
                    : fact.members().getOrDefault(p.steps().get(0).name(), List.of()).stream()
                            .findFirst()
                            .<Class<?>>map(FactTypes.Member::type)
                            .orElse(String.class);
            if (field.isEnum()) {
                return field.getSimpleName() + "." + word(text.toUpperCase(Locale.ROOT));
            }
        }
        return operand(right);
    }

    private String operand(Drl.Operand operand) {
        if (operand instanceof Drl.Path p) {
            return path(p);
        }
        Object value = ((Drl.Literal) operand).value();
        return value instanceof String
                ? "\"" + constant(value.toString()) + "\""
                : value instanceof BigDecimal n ? number(n) : value.toString();
    }

    /**
     * A number with decimals goes in exactly: Java would make it a binary fraction, as it would one whose decimals are zeros, or
     * lack room for a great one.
     */
    private String number(BigDecimal number) {
        BigDecimal worth = number.stripTrailingZeros();
        return !forEngine
                ? number.toPlainString()
                : worth.scale() > 0 || worth.abs().compareTo(INTEGER) > 0 ? exactly(number) : worth.toPlainString();
    }

    private static String exactly(BigDecimal number) {
        return "Quantity.number(\"" + number.toPlainString() + "\")";
    }

    private String path(Drl.Path path) {
        if (FactTypes.function(path).isPresent()) {
            return (forEngine ? "Quantity." : "")
                    + worked(path.steps().get(0), FactTypes.function(path).get());
        }
        if (path.root().isEmpty()
                && path.steps().size() == 1
                && !path.steps().get(0).call()) {
            return word(path.steps().get(0).name());
        }
        String steps = path.steps().stream().map(this::call).collect(Collectors.joining("."));
        // "this." keeps a method from being read as an operator of the same name
        return path.root().isEmpty()
                ? "this." + steps
                : steps.isEmpty() ? variable(path.root()) : variable(path.root()) + "." + steps;
    }

    private String call(Drl.Step step) {
        Stream<String> asking =
                forEngine && !step.text().isEmpty() ? Stream.of("\"" + constant(step.text()) + "\"") : Stream.of();
        return word(step.name()) + "("
                + Stream.concat(step.arguments().stream().map(this::operand), asking)
                        .collect(Collectors.joining(", "))
                + ")";
    }

    /** A quantity; numbers written out go in exactly, whatever they are. */
    private String worked(Drl.Step step, FactTypes.Member function) {
        StringBuilder text = new StringBuilder(word(step.name())).append('(');
        for (int i = 0; i < step.arguments().size(); i++) {
            Drl.Operand argument = step.arguments().get(i);
            boolean exact = forEngine && function.parameters().get(i).type() == BigDecimal.class;
            text.append(i == 0 ? "" : ", ")
                    .append(
                            exact && argument instanceof Drl.Literal l && l.value() instanceof BigDecimal n
                                    ? exactly(n)
                                    : operand(argument));
        }
        return text.append(')').toString();
    }

    private String conclusion(Drl.Rule rule) {
        Drl.Conclusion then = rule.then();
        Map<String, String> supposed = Suppositions.of(rule);
        StringBuilder text = new StringBuilder(word(then.type()));
        for (int i = 0; i < then.steps().size(); i++) {
            Drl.Step step = then.steps().get(i);
            List<Drl.Operand> arguments = step.arguments();
            text.append('.').append(word(step.name())).append("( ");
            if (i == 0) {
                text.append('"')
                        .append(constant(rulebook))
                        .append('#')
                        .append(constant(String.valueOf(((Drl.Literal) arguments.get(0)).value())))
                        .append('"');
                arguments = arguments.subList(1, arguments.size());
                text.append(arguments.isEmpty() ? "" : ", ");
            }
            int skipped = step.arguments().size() - arguments.size();
            for (int a = 0; a < arguments.size(); a++) {
                text.append(a == 0 ? "" : ", ");
                text.append(
                        exact(then.type(), step, i == 0, a + skipped)
                                ? exactly((BigDecimal) ((Drl.Literal) arguments.get(a)).value())
                                : passed(arguments.get(a), supposed));
            }
            text.append(" )");
        }
        return text.toString();
    }

    /** Whether the argument is a number written out where the method takes an exact sum: Java has no such literal. */
    private boolean exact(String type, Drl.Step step, boolean maker, int at) {
        return forEngine
                && step.arguments().get(at) instanceof Drl.Literal l
                && l.value() instanceof BigDecimal
                && FactTypes.steps(type, step.name(), maker).stream()
                        .anyMatch(m -> m.getParameterCount() == step.arguments().size()
                                && m.getParameterTypes()[at] == BigDecimal.class);
    }

    /** An argument of the conclusion; an answer goes in with what the rule supposes of it. */
    private String passed(Drl.Operand operand, Map<String, String> supposed) {
        String value = operand instanceof Drl.Path p && p.steps().isEmpty() ? supposed.get(p.root()) : null;
        return operand(operand) + (value == null || !forEngine ? "" : ".supposing(\"" + value + "\")");
    }

    private String variable(String name) {
        return !forEngine || name.isEmpty()
                ? name
                : variables.computeIfAbsent(name, n -> "$v" + (variables.size() + 1));
    }

    private String word(String word) {
        return Names.plain(word, "[A-Za-z][A-Za-z0-9_]*");
    }

    private String sign(String operator) {
        return Names.plain(operator, "[=!<>]=|[<>]");
    }

    private String constant(String text) {
        return Names.plain(text, "[A-Za-z0-9#./_-]*");
    }
}
