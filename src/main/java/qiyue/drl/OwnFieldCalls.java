package qiyue.drl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import qiyue.drl.Drl.Literal;
import qiyue.fact.Entry;
import qiyue.shape.Field;

/** Writes out what a vocabulary declares: kinds of record as what they are, declared fields as the calls that read them. */
public final class OwnFieldCalls {
    private final Map<String, FactTypes.FactType> types;
    private final Map<String, Declaring> bound = new HashMap<>();

    private OwnFieldCalls(Map<String, FactTypes.FactType> types, Drl.Rule rule) {
        this.types = types;
        rule.patterns().filter(p -> !p.binding().isEmpty()).forEach(p -> bound.put(p.binding(), declaring(p.type())));
    }

    /** The file written out; one that names nothing declared as it is. */
    public static Drl.RuleFile writtenOut(Drl.RuleFile file, Map<String, FactTypes.FactType> types) {
        return new Drl.RuleFile(
                file.name(),
                file.packageName(),
                file.rules().stream().map(r -> writtenOut(r, types)).toList());
    }

    private static Drl.Rule writtenOut(Drl.Rule rule, Map<String, FactTypes.FactType> types) {
        OwnFieldCalls calls = new OwnFieldCalls(types, rule);
        boolean some = rule.patterns().anyMatch(p -> !calls.declaring(p.type()).equals(Declaring.NOTHING));
        return !some
                ? rule
                : new Drl.Rule(
                        rule.pos(),
                        rule.clause(),
                        rule.title(),
                        rule.when().stream().map(calls::condition).toList(),
                        new Drl.Conclusion(
                                rule.then().pos(),
                                rule.then().type(),
                                rule.then().steps().stream()
                                        .map(s -> calls.step(s, Declaring.NOTHING))
                                        .toList()),
                        rule.endLine());
    }

    private Declaring declaring(String type) {
        FactTypes.FactType known = types.get(type);
        return known == null ? Declaring.NOTHING : known.declaring();
    }

    private Drl.Condition condition(Drl.Condition condition) {
        if (condition instanceof Drl.Group g) {
            return new Drl.Group(
                    g.pos(),
                    g.negated(),
                    g.members().stream().map(this::pattern).toList());
        }
        if (condition instanceof Drl.Accumulate a) {
            return new Drl.Accumulate(
                    a.pos(),
                    a.members().stream().map(this::pattern).toList(),
                    a.result(),
                    a.function(),
                    a.argument(),
                    a.operator(),
                    a.number());
        }
        return pattern((Drl.Pattern) condition);
    }

    private Drl.Pattern pattern(Drl.Pattern p) {
        Declaring own = declaring(p.type());
        Stream<Drl.Constraint> kind = own.kind().isEmpty()
                ? Stream.of()
                : Stream.of(new Drl.Compare(
                        p.pos(),
                        new Drl.Path(p.pos(), "", List.of(new Drl.Step(p.pos(), "kind", false, List.of()))),
                        "==",
                        new Literal(p.pos(), own.kind())));
        return new Drl.Pattern(
                p.pos(),
                p.binding(),
                own.kind().isEmpty() ? p.type() : Entry.class.getSimpleName(),
                Stream.concat(kind, p.constraints().stream().map(c -> constraint(c, own)))
                        .toList());
    }

    private Drl.Constraint constraint(Drl.Constraint constraint, Declaring own) {
        if (constraint instanceof Drl.Compare c) {
            return new Drl.Compare(c.pos(), operand(c.left(), own), c.operator(), operand(c.right(), own));
        }
        if (constraint instanceof Drl.OneOf o) {
            return new Drl.OneOf(o.pos(), operand(o.left(), own), o.negated(), o.values(), o.named());
        }
        if (constraint instanceof Drl.Contains c) {
            return new Drl.Contains(c.pos(), path(c.list(), own), operand(c.value(), own));
        }
        if (constraint instanceof Drl.Bind b) {
            return new Drl.Bind(b.pos(), b.name(), path(b.path(), own));
        }
        Drl.Flag f = (Drl.Flag) constraint;
        return new Drl.Flag(f.pos(), path(f.path(), own), f.negated());
    }

    private Drl.Operand operand(Drl.Operand operand, Declaring own) {
        return operand instanceof Drl.Path p ? path(p, own) : operand;
    }

    private Drl.Path path(Drl.Path path, Declaring own) {
        Declaring first = path.root().isEmpty() ? own : bound.getOrDefault(path.root(), Declaring.NOTHING);
        return new Drl.Path(
                path.pos(),
                path.root(),
                path.steps().stream().map(s -> step(s, own, first)).toList());
    }

    private Drl.Step step(Drl.Step step, Declaring own, Declaring of) {
        Optional<Field> field = step.call() ? Optional.empty() : of.field(step.name());
        return field.map(f -> Declaring.call(step, f)).orElseGet(() -> step(step, own));
    }

    private Drl.Step step(Drl.Step step, Declaring own) {
        return new Drl.Step(
                step.pos(),
                step.name(),
                step.call(),
                step.arguments().stream().map(a -> operand(a, own)).toList());
    }
}
