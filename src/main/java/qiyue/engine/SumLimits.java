package qiyue.engine;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import qiyue.drl.Drl;
import qiyue.drl.FactTypes;
import qiyue.drl.Operands;
import qiyue.fact.Money;

/**
 * The types of fact whose sum some rule holds to something, or works something out from. Whether there is any sum at all is not
 * meant: of a sum that is divided each part is some.
 */
final class SumLimits {
    /** What is no figure of the sum: whether it is known, and to whom it was billed. */
    private static final Set<String> SAID = Set.of("known", "payer");

    private SumLimits() {}

    /** Those of the rules. */
    static Set<String> of(List<Drl.Rule> rules) {
        Set<String> types = new HashSet<>();
        for (Drl.Rule rule : rules) {
            Map<String, String> bound = new HashMap<>();
            rule.patterns().forEach(p -> bound.put(p.binding(), p.type()));
            rule.patterns().forEach(p -> {
                bound.put("", p.type());
                for (Drl.Constraint constraint : p.constraints()) {
                    if (!isAny(constraint)) {
                        Operands.paths(constraint).forEach(path -> read(path, bound, types));
                    }
                }
            });
            bound.put("", "");
            for (Drl.Step step : rule.then().steps()) {
                for (Drl.Operand argument : step.arguments()) {
                    Operands.parts(argument)
                            .filter(Drl.Path.class::isInstance)
                            .forEach(o -> read((Drl.Path) o, bound, types));
                }
            }
        }
        return types;
    }

    /** Whether it only asks if there is anything. */
    private static boolean isAny(Drl.Constraint constraint) {
        return constraint instanceof Drl.Compare c
                && c.right() instanceof Drl.Literal l
                && l.value() instanceof BigDecimal n
                && n.signum() == 0;
    }

    private static void read(Drl.Path path, Map<String, String> bound, Set<String> types) {
        String type = bound.getOrDefault(path.root(), "");
        FactTypes.FactType known = FactTypes.all().get(type);
        if (known == null || path.steps().isEmpty()) {
            return;
        }
        boolean figure = known.members().getOrDefault(path.steps().get(0).name(), List.of()).stream()
                .anyMatch(m -> m.type() == BigDecimal.class || m.type() == Money.class);
        if (figure && !SAID.contains(path.last().name())) {
            types.add(type);
        }
    }
}
