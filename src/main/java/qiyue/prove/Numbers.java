package qiyue.prove;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import qiyue.drl.Drl;

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
