package qiyue.drl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import qiyue.drl.Drl.Literal;
import qiyue.fact.Entry;
import qiyue.shape.Field;

/**
 * Writes out what a vocabulary declares: kinds of record as what they are, declared fields as the calls that read them. What texts
 * see differently is asked by the text of the rule.
 */
public final class OwnFieldCalls {
    private final Map<String, FactTypes.FactType> types;
    private final String text;
    private final Map<String, FactTypes.FactType> bound = new HashMap<>();

    private OwnFieldCalls(Map<String, FactTypes.FactType> types, String text, Drl.Rule rule) {
        this.types = types;
        this.text = text;
        rule.patterns().filter(p -> !p.binding().isEmpty()).forEach(p -> {
            FactTypes.FactType type = types.get(p.type());
            if (type != null) {
                bound.put(p.binding(), type);
            }
        });
    }

    /**
     * The file written out.
     *
     * @param text the id of its text
     */
    public static Drl.RuleFile writtenOut(Drl.RuleFile file, Map<String, FactTypes.FactType> types, String text) {
        return new Drl.RuleFile(
                file.name(),
                file.packageName(),
                file.rules().stream().map(r -> writtenOut(r, types, text)).toList());
    }

    /** A rule that speaks of no fact of which something has to be written out stays as it is. */
    private static Drl.Rule writtenOut(Drl.Rule rule, Map<String, FactTypes.FactType> types, String text) {
        OwnFieldCalls calls = new OwnFieldCalls(types, text, rule);
        boolean some = rule.patterns().anyMatch(p -> calls.some(p.type()));
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
                                        .map(s -> calls.step(s, ""))
                                        .toList()),
                        rule.endLine());
    }

    private boolean some(String type) {
        FactTypes.FactType known = types.get(type);
        return known != null
                && (known.declaring() != Declaring.NOTHING
                        || known.members().values().stream()
                                .anyMatch(same -> same.stream().anyMatch(FactTypes.Member::byText)));
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
                Stream.concat(kind, p.constraints().stream().map(c -> constraint(c, p.type())))
                        .toList());
    }

    private Drl.Constraint constraint(Drl.Constraint constraint, String own) {
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

    private Drl.Operand operand(Drl.Operand operand, String own) {
        return operand instanceof Drl.Path p ? path(p, own) : operand;
    }

    private Drl.Path path(Drl.Path path, String own) {
        FactTypes.FactType first = path.root().isEmpty() ? types.get(own) : bound.get(path.root());
        return new Drl.Path(
                path.pos(),
                path.root(),
                path.steps().stream().map(s -> step(s, own, first)).toList());
    }

    private Drl.Step step(Drl.Step step, String own, FactTypes.@Nullable FactType of) {
        if (of == null) {
            return step(step, own);
        }
        Optional<Field> field = step.call() ? Optional.empty() : of.declaring().field(step.name());
        boolean byText = step.call()
                && of.members().getOrDefault(step.name(), List.of()).stream().anyMatch(FactTypes.Member::byText);
        return field.map(f -> Declaring.call(step, f))
                .orElseGet(() -> step(step, own).by(byText ? text : ""));
    }

    private Drl.Step step(Drl.Step step, String own) {
        return step.with(step.arguments().stream().map(a -> operand(a, own)).toList());
    }
}
