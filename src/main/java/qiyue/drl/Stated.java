package qiyue.drl;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import qiyue.fact.Blank;
import qiyue.fact.Money;
import qiyue.shape.Shape;

/**
 * What a rule's constraints need to have stated. A comparison with a day or figure the document leaves out never holds, in
 * whichever direction it is written: the printed rules and the reading of them both test these paths first.
 */
public final class Stated {
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, Bound> bound = new HashMap<>();

    /** A bound field and the type of the fact it was read from. */
    private record Bound(String type, Drl.Path path) {}

    private Stated(Drl.Rule rule) {
        for (Drl.Condition condition : rule.when()) {
            for (Drl.Pattern p : condition.members()) {
                types.put(p.binding(), p.type());
                for (Drl.Constraint constraint : p.constraints()) {
                    if (constraint instanceof Drl.Bind b) {
                        bound.put(b.name(), new Bound(p.type(), b.path()));
                    }
                }
            }
        }
    }

    /** For every constraint that compares something which may be left out: the paths that must be stated. */
    public static Map<Drl.Constraint, List<Drl.Path>> guards(Drl.Rule rule) {
        Stated stated = new Stated(rule);
        Map<Drl.Constraint, List<Drl.Path>> guards = new IdentityHashMap<>();
        rule.when().forEach(c -> {
            if (c instanceof Drl.Accumulate a && a.function().equals("sum")) {
                stated.summed(a, guards);
            }
        });
        rule.patterns()
                .forEach(p -> p.constraints().forEach(c -> {
                    List<Drl.Path> paths = stated.of(p.type(), c);
                    if (!paths.isEmpty()) {
                        guards.put(c, paths);
                    }
                }));
        return guards;
    }

    /** What is summed has to be stated, or it would take from the sum. */
    private void summed(Drl.Accumulate sum, Map<Drl.Constraint, List<Drl.Path>> guards) {
        for (Drl.Pattern member : sum.members()) {
            for (Drl.Constraint c : member.constraints()) {
                if (c instanceof Drl.Bind b && b.name().equals(sum.argument())) {
                    guards.put(c, needed(member.type(), b.path()));
                }
            }
        }
    }

    /** The event days of one pattern's fact that the rule looks at, in its constraints, in others' or in its conclusion. */
    public static List<String> events(Drl.Rule rule, Drl.Pattern pattern) {
        Stated stated = new Stated(rule);
        // asked of every rule when the first document is decided: no streams
        Set<String> events = new TreeSet<>();
        List<Drl.Path> own = new ArrayList<>();
        for (Drl.Constraint constraint : pattern.constraints()) {
            Operands.paths(constraint, own);
            if (weighed(rule, constraint)) {
                stated.money(pattern, constraint, events);
            }
        }
        for (Drl.Path path : own) {
            if (path.root().isEmpty()) {
                stated.member(pattern.type(), path).ifPresent(m -> events.addAll(m.reads()));
            }
        }
        if (!pattern.binding().isEmpty()) {
            List<Drl.Path> others = new ArrayList<>();
            for (Drl.Condition condition : rule.when()) {
                for (Drl.Pattern other : condition.members()) {
                    for (Drl.Constraint constraint : other.constraints()) {
                        Operands.paths(constraint, others);
                    }
                }
            }
            for (Drl.Step step : rule.then().steps()) {
                for (Drl.Operand argument : step.arguments()) {
                    Operands.paths(argument, others);
                }
            }
            for (Drl.Path path : others) {
                if (path.root().equals(pattern.binding()) && !path.steps().isEmpty()) {
                    stated.member(stated.type(path.root()), path).ifPresent(m -> events.addAll(m.reads()));
                }
            }
        }
        return List.copyOf(events);
    }

    /** Whether the constraint adds a figure up, or holds it against a limit other than nothing. */
    private static boolean weighed(Drl.Rule rule, Drl.Constraint constraint) {
        if (constraint instanceof Drl.Bind b) {
            for (Drl.Condition condition : rule.when()) {
                if (condition instanceof Drl.Accumulate a
                        && a.function().equals("sum")
                        && a.argument().equals(b.name())) {
                    return true;
                }
            }
            return false;
        }
        return constraint instanceof Drl.Compare c
                && !(c.right() instanceof Drl.Literal l && l.value() instanceof BigDecimal n && n.signum() == 0);
    }

    /** The money of the pattern's own fact of which a part is read: a sum that is not stated is no sum of nothing. */
    private void money(Drl.Pattern pattern, Drl.Constraint constraint, Set<String> events) {
        for (Drl.Path path : Operands.paths(constraint)) {
            if (path.root().isEmpty()
                    && path.steps().size() == 2
                    && member(pattern.type(), path)
                            .filter(m -> m.owner() == Money.class && m.type() == BigDecimal.class)
                            .isPresent()) {
                events.add(path.steps().get(0).name());
            }
        }
    }

    /**
     * The figures a rule concludes with, though the document may leave them out and no line of {@code when} compares them: what
     * comes of one that is not stated would be said without it. A bound is none where it is not stated.
     */
    public static List<Drl.Path> untested(Drl.Rule rule) {
        Stated stated = new Stated(rule);
        return rule.then().steps().stream()
                .filter(s -> !s.name().equals("atMost"))
                .flatMap(s -> s.arguments().stream())
                .flatMap(Operands::parts)
                .filter(Drl.Path.class::isInstance)
                .map(Drl.Path.class::cast)
                .filter(p -> !p.root().isEmpty()
                        && stated.member(stated.type(p.root()), p)
                                .filter(m -> m.figure() && m.owner() != Money.class)
                                .isPresent())
                .filter(p ->
                        rule.positive().noneMatch(f -> f.constraints().stream().anyMatch(c -> compares(f, c, p))))
                .toList();
    }

    /** Whether the path of the pattern's own leads to the day of an event that may not have happened by the day of handling. */
    public static boolean mayNotHappen(Drl.Rule rule, Drl.Pattern pattern, Drl.Path path) {
        return path.root().isEmpty()
                && FactTypes.function(path).isEmpty()
                && new Stated(rule)
                        .member(pattern.type(), path)
                        .filter(m -> (m.type() == LocalDate.class || m.type() == LocalDateTime.class)
                                && !m.reads().isEmpty())
                        .isPresent();
    }

    /** Whether the constraint of a fact compares the figure, alone or in what is worked out of it: it has to be stated then. */
    private static boolean compares(Drl.Pattern fact, Drl.Constraint constraint, Drl.Path path) {
        return !(constraint instanceof Drl.Bind)
                && Operands.of(constraint)
                        .anyMatch(o -> o instanceof Drl.Path own
                                && (own.root().isEmpty() ? fact.binding() : own.root()).equals(path.root())
                                && own.steps().size() == path.steps().size()
                                && own.last().name().equals(path.last().name())
                                && literals(own.last()).equals(literals(path.last())));
    }

    private static List<Object> literals(Drl.Step step) {
        return step.arguments().stream()
                .filter(Drl.Literal.class::isInstance)
                .map(a -> ((Drl.Literal) a).value())
                .toList();
    }

    private String type(String name) {
        return types.getOrDefault(name, "");
    }

    /** Whether all the paths lead to something stated. */
    public static boolean all(List<Drl.Path> paths, Object own, Map<String, Object> names) {
        for (Drl.Path path : paths) {
            if (!is(Values.of(path, own, names))) {
                return false;
            }
        }
        return true;
    }

    private List<Drl.Path> of(String type, Drl.Constraint constraint) {
        List<Drl.Path> paths = new ArrayList<>();
        if (!(constraint instanceof Drl.Bind || constraint instanceof Drl.Contains || byOthers(type, constraint))) {
            Operands.of(constraint)
                    .filter(Drl.Path.class::isInstance)
                    .map(Drl.Path.class::cast)
                    .forEach(p -> paths.addAll(needed(type, p)));
        }
        if (constraint instanceof Drl.Compare c
                && c.operator().equals("==")
                && c.left() instanceof Drl.Path own
                && own.root().isEmpty()
                && c.right() instanceof Drl.Path
                && member(type, own).filter(Stated::mayBeBlank).isPresent()) {
            paths.add(own);
        }
        return List.copyOf(paths);
    }

    /** Whether it asks for the yes of a method that may say it by other fields while what it reads is left out. */
    private boolean byOthers(String type, Drl.Constraint constraint) {
        return constraint instanceof Drl.Flag f
                && !f.negated()
                && found(type, f.path()).filter(FactTypes.Member::byOthers).isPresent();
    }

    /** Texts and ids that may be left out: two that are blank are not the same. */
    private static boolean mayBeBlank(FactTypes.Member member) {
        return member.type() == String.class
                && !member.coded()
                && !member.name().equals("id")
                && !member.name().equals("about");
    }

    private List<Drl.Path> needed(String type, Drl.Path path) {
        if (path.steps().isEmpty()) {
            Bound field = bound.get(path.root());
            return field != null && !needed(field.type(), field.path()).isEmpty() ? List.of(path) : List.of();
        }
        Optional<FactTypes.Member> function = FactTypes.function(path);
        if (function.isPresent()) {
            return List.of(path);
        }
        Optional<FactTypes.Member> found = found(type, path);
        if (found.isEmpty()) {
            return List.of();
        }
        FactTypes.Member member = found.get();
        if (member.type() == BigDecimal.class && member.owner() == Money.class) {
            return List.of(instead(path, "known"));
        }
        if (ofMoney(member)) {
            return List.of(path);
        }
        boolean itself = member.type() == LocalDate.class || member.type() == LocalDateTime.class || member.figure();
        boolean coded = member.type() == String.class && member.reads().contains(member.name());
        return coded || (itself && (member.figure() || !member.reads().isEmpty()))
                ? List.of(path)
                : member.reads().stream().map(f -> instead(path, f)).toList();
    }

    /** Whether it is a figure that is worked out of money, and itself not stated where that is not. */
    private static boolean ofMoney(FactTypes.Member member) {
        return member.type() == BigDecimal.class
                && member.owner().isRecord()
                && member.reads().stream()
                        .anyMatch(r -> Shape.of(member.owner())
                                .field(r)
                                .filter(f -> f.type() == Money.class)
                                .isPresent());
    }

    /** The path with another last step. */
    private static Drl.Path instead(Drl.Path path, String field) {
        List<Drl.Step> steps =
                new ArrayList<>(path.steps().subList(0, path.steps().size() - 1));
        steps.add(
                new Drl.Step(path.pos(), field, !steps.isEmpty() || !path.root().isEmpty(), List.of()));
        return new Drl.Path(path.pos(), path.root(), List.copyOf(steps));
    }

    /** What a path in a pattern of that type leads to, be it of the pattern's own fact or of one named before. */
    private Optional<FactTypes.Member> found(String type, Drl.Path path) {
        return member(path.root().isEmpty() ? type : type(path.root()), path);
    }

    private Optional<FactTypes.Member> member(String type, Drl.Path path) {
        Optional<FactTypes.Member> function = FactTypes.function(path);
        if (function.isPresent()) {
            return function;
        }
        FactTypes.FactType fact = FactTypes.all().get(type);
        FactTypes.@Nullable Member member = null;
        for (Drl.Step step : path.steps()) {
            if (member != null) {
                member = FactTypes.nested(member.type(), step.name()).orElse(null);
            } else if (fact != null) {
                member = called(fact.members().getOrDefault(step.name(), List.of()), step);
            }
            if (member == null) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(member);
    }

    /** The first of those of that name which takes as many arguments. */
    private static FactTypes.@Nullable Member called(List<FactTypes.Member> named, Drl.Step step) {
        for (FactTypes.Member m : named) {
            if (m.parameters().size() == step.arguments().size()) {
                return Declaring.reads(step) ? Declaring.ofField(m, step) : m;
            }
        }
        return null;
    }

    /** How a printed rule tests that the path is stated. */
    String test(String type, Drl.Path path) {
        if (path.root().isEmpty()
                && member(type, path).filter(Stated::mayBeBlank).isPresent()) {
            return " != \"\"";
        }
        Class<?> of = path.steps().isEmpty() && bound.containsKey(path.root())
                ? member(bound.get(path.root()).type(), bound.get(path.root()).path())
                        .<Class<?>>map(FactTypes.Member::type)
                        .orElse(LocalDate.class)
                : found(type, path).<Class<?>>map(FactTypes.Member::type).orElse(LocalDate.class);
        if (of == String.class) {
            return " != \"unstated\"";
        }
        return of == boolean.class
                ? " == true"
                : of == BigDecimal.class || of == int.class
                        ? " >= 0"
                        : of == LocalDateTime.class ? " != Blank.UNSTATED_AT" : " != Blank.UNSTATED";
    }

    /** The rule's guards and how they are tested. */
    static Stated in(Drl.Rule rule) {
        return new Stated(rule);
    }

    /** Whether a value found at such a path is stated. */
    public static boolean is(Object value) {
        if (value instanceof Boolean known) {
            return known;
        }
        if (value instanceof String code) {
            return !code.isEmpty() && !code.equals("unstated");
        }
        if (value instanceof BigDecimal figure) {
            return figure.signum() >= 0;
        }
        if (value instanceof Integer whole) {
            return whole >= 0;
        }
        if (value instanceof Money money) {
            return money.known();
        }
        return value instanceof LocalDateTime time ? !time.equals(Blank.UNSTATED_AT) : !value.equals(Blank.UNSTATED);
    }
}
