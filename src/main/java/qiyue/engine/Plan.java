package qiyue.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import qiyue.drl.Drl;
import qiyue.rulebook.Rulebook;

/**
 * What is worked out once of a rulebook's rules for all inspections.
 *
 * @param questions the questions its rules name; empty if some rule looks at answers without naming the question
 */
record Plan(Optional<Set<String>> questions) {
    private static final Map<String, Plan> KNOWN = new ConcurrentHashMap<>();

    /** The plan of a rulebook. */
    static Plan of(Rulebook rulebook) {
        return KNOWN.computeIfAbsent(rulebook.digest() + rulebook.key(), k -> new Plan(questions(rulebook.rules())));
    }

    /** The questions rules of the regime name; empty if any may matter. */
    static Optional<Set<String>> questions(Iterable<Rulebook> regime) {
        Set<String> all = new HashSet<>();
        for (Rulebook rulebook : regime) {
            Optional<Set<String>> own = of(rulebook).questions();
            if (own.isEmpty()) {
                return own;
            }
            all.addAll(own.get());
        }
        return Optional.of(all);
    }

    private static Optional<Set<String>> questions(List<Drl.Rule> rules) {
        Set<String> named = new HashSet<>();
        List<Drl.Pattern> patterns = rules.stream()
                .flatMap(Drl.Rule::patterns)
                .filter(p -> p.type().equals("Answer"))
                .toList();
        for (Drl.Pattern pattern : patterns) {
            List<String> asked =
                    pattern.constraints().stream().flatMap(Plan::named).toList();
            if (asked.isEmpty()) {
                return Optional.empty();
            }
            named.addAll(asked);
        }
        return Optional.of(Set.copyOf(named));
    }

    private static Stream<String> named(Drl.Constraint constraint) {
        if (constraint instanceof Drl.OneOf o && !o.negated() && question(o.left())) {
            return o.values().stream().map(v -> v.value().toString());
        }
        return constraint instanceof Drl.Compare c
                        && c.operator().equals("==")
                        && question(c.left())
                        && c.right() instanceof Drl.Literal l
                ? Stream.of(l.value().toString())
                : Stream.of();
    }

    private static boolean question(Drl.Operand operand) {
        return operand instanceof Drl.Path p
                && p.root().isEmpty()
                && p.steps().size() == 1
                && p.steps().get(0).name().equals("question");
    }
}
