package qiyue.intake;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.drl.Declaring;
import qiyue.drl.Drl;
import qiyue.drl.Stated;
import qiyue.fact.FactKind;
import qiyue.shape.Field;
import qiyue.shape.Says;

/** The fields of records that some rules look at, and whether they speak of departments. */
final class ReadFields {
    private static final String DEPARTMENT = "department";

    private final Set<String> read;
    private final boolean departments;

    /**
     * Those of rules.
     *
     * @param written every text they write
     */
    ReadFields(List<Drl.Rule> rules, Set<String> written) {
        this.read = rules.stream().flatMap(ReadFields::of).collect(Collectors.toCollection(TreeSet::new));
        this.departments = written.contains(DEPARTMENT);
    }

    /**
     * Whether a field can bear on anything: a rule looks at it, or the program itself may; a department where people stay as
     * patients too.
     *
     * @param stays whether there are stays
     */
    boolean bears(Class<?> type, Field field, boolean stays) {
        if (field.name().equals(DEPARTMENT)) {
            return stays || departments;
        }
        return !field.forRules()
                || FactKind.of(type)
                        .map(k -> read.contains(k.examined() + "." + field.name()))
                        .orElse(true);
    }

    /** What a rule looks at, each as kind of record and field. */
    private static Stream<String> of(Drl.Rule rule) {
        return rule.patterns()
                .flatMap(p -> FactKind.named(p.type()).stream()
                        .flatMap(k -> Stream.concat(Stated.events(rule, p).stream(), named(rule, p))
                                .flatMap(f -> Stream.concat(Stream.of(f), known(k.type(), f)))
                                .map(f -> k.examined() + "." + f)));
    }

    /** What a method that speaks of stated days alone looks at. */
    private static Stream<String> known(Class<?> type, String method) {
        return Stream.of(type.getMethods())
                .filter(m -> m.getName().equals(method) && m.isAnnotationPresent(Says.class))
                .map(m -> m.getAnnotation(Says.class))
                .filter(Says::known)
                .flatMap(says -> Stream.of(says.reads()));
    }

    /** What a rule calls by its name of the fact of a pattern. */
    private static Stream<String> named(Drl.Rule rule, Drl.Pattern pattern) {
        Stream<Drl.Operand> everywhere = Stream.concat(
                rule.patterns().flatMap(p -> p.constraints().stream()).flatMap(ReadFields::operands),
                rule.then().steps().stream().flatMap(s -> s.arguments().stream()));
        return Stream.concat(
                        paths(pattern.constraints().stream().flatMap(ReadFields::operands), ""),
                        pattern.binding().isEmpty() ? Stream.empty() : paths(everywhere, pattern.binding()))
                .flatMap(p -> p.steps().stream().limit(1))
                // a checked rule reads a declared field by a call
                .map(Declaring::written)
                .map(Drl.Step::name);
    }

    private static Stream<Drl.Path> paths(Stream<Drl.Operand> operands, String root) {
        return operands.flatMap(ReadFields::within).filter(p -> p.root().equals(root));
    }

    private static Stream<Drl.Operand> operands(Drl.Constraint constraint) {
        return constraint.operands().stream();
    }

    private static Stream<Drl.Path> within(Drl.Operand operand) {
        return operand instanceof Drl.Path p
                ? Stream.concat(
                        Stream.of(p),
                        p.steps().stream().flatMap(s -> s.arguments().stream()).flatMap(ReadFields::within))
                : Stream.empty();
    }
}
