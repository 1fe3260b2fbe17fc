package qiyue.drl;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import qiyue.drl.Drl.Literal;
import qiyue.fact.Declared;
import qiyue.shape.Field;

/**
 * What a vocabulary declares of a type of fact. Rules name a declared field like any other; once they are checked, what stands
 * for it is the call that reads it, so that the engine and all who read rules meet plain facts.
 *
 * @param called what rules call the type; empty: by the name of its class
 * @param kind the kind of record such a fact must be; empty: any of its class
 * @param asks the word by which questions are asked about it
 * @param fields the declared fields
 */
public record Declaring(String called, String kind, String asks, List<Field> fields) {
    static final Declaring NOTHING = new Declaring("", "", "", List.of());

    /** What reads a declared field, by the class of its values. */
    private static final Map<Class<?>, String> CALLS = Map.of(
            BigDecimal.class,
            "figureOf",
            int.class,
            "wholeOf",
            LocalDate.class,
            "dayOf",
            LocalDateTime.class,
            "timeOf",
            String.class,
            "codeOf");

    /** What the program keeps of a declared kind for itself. */
    private static final Set<String> HIDDEN = hidden();

    public Declaring {
        fields = List.copyOf(fields);
    }

    private static Set<String> hidden() {
        Set<String> hidden = new HashSet<>(Set.of("kind", "asks", "own"));
        Arrays.stream(Declared.class.getDeclaredMethods()).forEach(m -> hidden.add(m.getName()));
        return Set.copyOf(hidden);
    }

    Optional<Field> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** The members of its class that rules see, and the declared fields. */
    Map<String, List<FactTypes.Member>> among(Map<String, List<FactTypes.Member>> members) {
        if (this == NOTHING) {
            return members;
        }
        Map<String, List<FactTypes.Member>> all = new TreeMap<>(members);
        all.keySet().removeIf(m -> HIDDEN.contains(m) && !(m.equals("kind") && kind.isEmpty()));
        fields.forEach(f -> all.put(f.name(), List.of(member(f))));
        return Collections.unmodifiableMap(all);
    }

    private static FactTypes.Member member(Field field) {
        return FactTypes.Member.declared(
                Declared.class,
                field.name(),
                field.type(),
                field.codes(),
                field.zh(),
                field.en(),
                field.optional() ? List.of(field.name()) : List.of(),
                field.optional() && isNumber(field.type()));
    }

    private static boolean isNumber(Class<?> type) {
        return type == BigDecimal.class || type == int.class;
    }

    /** The call that reads a declared field. */
    static Drl.Step call(Drl.Step named, Field field) {
        return new Drl.Step(
                named.pos(),
                CALLS.getOrDefault(field.type(), "codeOf"),
                true,
                List.of(new Literal(named.pos(), field.name())));
    }

    /** Whether a method of that name only reads declared fields, which rules call by their own names. */
    public static boolean isReader(String name) {
        return CALLS.containsValue(name);
    }

    /** Whether the step reads a declared field; which one is its only argument. */
    static boolean reads(Drl.Step step) {
        return step.call() && CALLS.containsValue(step.name());
    }

    /** The declared fields that a rule reads. */
    public static Stream<String> fieldsRead(Drl.Rule rule) {
        Stream<Drl.Operand> tested =
                rule.patterns().flatMap(p -> p.constraints().stream()).flatMap(Operands::of);
        Stream<Drl.Operand> concluded = rule.then().steps().stream()
                .flatMap(s -> s.arguments().stream())
                .flatMap(Operands::parts);
        return Stream.concat(tested, concluded)
                .filter(Drl.Path.class::isInstance)
                .flatMap(o -> ((Drl.Path) o).steps().stream())
                .filter(Declaring::reads)
                .map(s -> ((Literal) s.arguments().get(0)).value().toString());
    }

    /** The step as its author wrote it. */
    public static Drl.Step written(Drl.Step step) {
        return reads(step) && step.arguments().get(0) instanceof Literal l
                ? new Drl.Step(step.pos(), l.value().toString(), false, List.of())
                : step;
    }

    /** The last step of the path as its author named it. */
    public static String name(Drl.Path path) {
        return written(path.last()).name();
    }

    /** The method that reads a declared field, as a member that stands for the field. */
    static FactTypes.Member ofField(FactTypes.Member method, Drl.Step step) {
        String field = ((Literal) step.arguments().get(0)).value().toString();
        return FactTypes.Member.declared(
                method.owner(),
                field,
                method.type(),
                method.type() == String.class ? List.of("unstated") : List.of(),
                "",
                "",
                List.of(field),
                isNumber(method.type()));
    }
}
