package qiyue.prove;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import qiyue.drl.Drl;
import qiyue.drl.FactTypes;

/** The numbers that stand in the conditions of a rule. */
final class Numbers {
    private Numbers() {}

    static List<BigDecimal> of(Drl.Rule rule) {
        return rule.patterns()
                .flatMap(p -> p.constraints().stream())
                .flatMap(Numbers::of)
                .distinct()
                .toList();
    }

    static Stream<BigDecimal> of(Drl.Constraint constraint) {
        if (constraint instanceof Drl.Compare c) {
            return Stream.concat(of(c.left()), of(c.right()));
        }
        return constraint instanceof Drl.Flag f
                ? of(f.path())
                : constraint instanceof Drl.Bind b ? of(b.path()) : Stream.of();
    }

    /** The numbers that a figure worked out of others is compared with, or is made with: bounds of what several fields give. */
    static List<BigDecimal> worked(Drl.Rule rule) {
        return rule.patterns()
                .flatMap(p -> p.constraints().stream())
                .filter(c -> c instanceof Drl.Compare k && (works(k.left()) || works(k.right())))
                .flatMap(Numbers::of)
                .distinct()
                .toList();
    }

    /** Whether some condition compares a figure worked out of several. */
    static boolean work(Drl.Rule rule) {
        return rule.patterns()
                .flatMap(p -> p.constraints().stream())
                .anyMatch(c -> c instanceof Drl.Compare k && (works(k.left()) || works(k.right())));
    }

    private static boolean works(Drl.Operand operand) {
        return operand instanceof Drl.Path p
                && FactTypes.function(p)
                        .filter(f -> f.type() == BigDecimal.class && !f.name().endsWith("Between"))
                        .isPresent();
    }

    /** The texts a constraint compares with. */
    static List<String> codes(Drl.Constraint constraint) {
        if (constraint instanceof Drl.OneOf o) {
            return o.values().stream().map(v -> v.value().toString()).toList();
        }
        return constraint instanceof Drl.Compare c
                        && c.right() instanceof Drl.Literal l
                        && l.value() instanceof String s
                ? List.of(s)
                : List.of();
    }

    private static Stream<BigDecimal> of(Drl.Operand operand) {
        if (operand instanceof Drl.Literal l) {
            return l.value() instanceof BigDecimal n ? Stream.of(n) : Stream.of();
        }
        return ((Drl.Path) operand)
                .steps().stream().flatMap(s -> s.arguments().stream()).flatMap(Numbers::of);
    }
}
