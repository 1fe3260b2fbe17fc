package qiyue.drl;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a rule supposes of the answers it passes on. A rule tests what would defeat its clause; {@code answer != "no"}
 * supposes yes, {@code answer != "yes"} supposes no.
 */
public final class Suppositions {
    private Suppositions() {}

    /** The answers a rule binds, by name, with what it supposes of them; a name is missing where it supposes nothing. */
    public static Map<String, String> of(Drl.Rule rule) {
        Map<String, String> supposed = new TreeMap<>();
        rule.positive()
                .filter(p -> p.type().equals("Answer"))
                .forEach(p -> p.constraints().stream()
                        .flatMap(c -> value(c).stream())
                        .findFirst()
                        .ifPresent(v -> supposed.put(p.binding(), v)));
        return supposed;
    }

    private static Optional<String> value(Drl.Constraint constraint) {
        if (!(constraint instanceof Drl.Compare c)
                || !(c.left() instanceof Drl.Path p)
                || !p.root().isEmpty()
                || !p.steps().get(0).name().equals("answer")
                || !(c.right() instanceof Drl.Literal l)) {
            return Optional.empty();
        }
        return switch (c.operator() + l.value()) {
            case "!=no" -> Optional.of("yes");
            case "!=yes" -> Optional.of("no");
            default -> Optional.empty();
        };
    }
}
