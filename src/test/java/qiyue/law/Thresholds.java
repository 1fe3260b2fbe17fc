package qiyue.law;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import qiyue.drl.Drl;
import qiyue.rulebook.Rulebook;

/** The numbers the rules of a text compare facts with: {@code Type.field number}, {@code Type.method number}, {@code Type.count number}. */
final class Thresholds {
    private static final Set<String> CONCLUSIONS = Set.of("Breach", "Measure", "Duty", "Exempt");

    private Thresholds() {}

    static Set<String> of(Rulebook book) {
        Set<String> all = new TreeSet<>();
        for (Drl.Rule rule : book.rules()) {
            Map<String, String> bound = new TreeMap<>();
            rule.patterns().forEach(p -> bound.put(p.binding(), p.type()));
            rule.patterns()
                    .filter(p -> !CONCLUSIONS.contains(p.type()))
                    .forEach(p -> p.constraints().forEach(c -> constraint(p.type(), bound, c, all)));
            rule.when().forEach(c -> {
                if (c instanceof Drl.Accumulate a) {
                    all.add(a.members().get(0).type() + "." + a.function() + " "
                            + a.number().value());
                }
            });
        }
        return all;
    }

    private static void constraint(String type, Map<String, String> bound, Drl.Constraint constraint, Set<String> all) {
        if (constraint instanceof Drl.Compare c) {
            operand(type, bound, c.left(), all);
            operand(type, bound, c.right(), all);
            if (c.right() instanceof Drl.Literal l
                    && l.value() instanceof BigDecimal
                    && c.left() instanceof Drl.Path p) {
                all.add(type + "." + name(p) + " " + l.value());
            }
        } else if (constraint instanceof Drl.Flag f) {
            operand(type, bound, f.path(), all);
        }
    }

    private static void operand(String type, Map<String, String> bound, Drl.Operand operand, Set<String> all) {
        if (operand instanceof Drl.Path p) {
            p.steps()
                    .forEach(s -> s.arguments().stream()
                            .flatMap(a -> a instanceof Drl.Literal l && l.value() instanceof BigDecimal
                                    ? Stream.of(l.value())
                                    : Stream.of())
                            .forEach(n -> all.add((p.root().isEmpty() ? type : bound.getOrDefault(p.root(), p.root()))
                                    + "." + s.name() + " " + n)));
        }
    }

    private static String name(Drl.Path path) {
        return String.join(".", path.steps().stream().map(Drl.Step::name).toList());
    }
}
