package qiyue.drl;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the constraints of a pattern leave of one coded field of its own fact.
 *
 * @param only the codes it must be one of; empty if any
 * @param except the codes it may not be
 */
public record Restriction(Optional<Set<String>> only, Set<String> except) {
    /** What the pattern leaves of the field. */
    public static Restriction of(Drl.Pattern pattern, String field) {
        Set<String> except = new TreeSet<>();
        @Nullable Set<String> only = null;
        for (Drl.Constraint c : pattern.constraints()) {
            if (c instanceof Drl.Compare k && names(k.left(), field) && k.right() instanceof Drl.Literal l) {
                String value = l.value().toString();
                if (k.operator().equals("==")) {
                    only = both(only, Set.of(value));
                } else if (k.operator().equals("!=")) {
                    except.add(value);
                }
            } else if (c instanceof Drl.OneOf o && names(o.left(), field)) {
                Set<String> values = o.negated() ? except : new TreeSet<>();
                for (Drl.Literal value : o.values()) {
                    values.add(value.value().toString());
                }
                if (!o.negated()) {
                    only = both(only, values);
                }
            }
        }
        return new Restriction(Optional.ofNullable(only), except);
    }

    private static Set<String> both(@Nullable Set<String> before, Set<String> values) {
        Set<String> both = new TreeSet<>(values);
        if (before != null) {
            both.retainAll(before);
        }
        return both;
    }

    /** Whether the pattern takes what other rules leave. */
    public static boolean takesRest(Drl.Pattern pattern) {
        return calls(pattern, Drl.Sort.REST);
    }

    /** Whether its conducts are told by what other rules name, so that it names none itself. */
    public static boolean leansOnOthers(Drl.Pattern pattern) {
        return takesRest(pattern) || calls(pattern, Drl.Sort.ITEMS);
    }

    /** Whether it calls a set of that kind by name. */
    public static boolean calls(Drl.Pattern pattern, Drl.Sort sort) {
        return pattern.constraints().stream()
                .anyMatch(c -> c instanceof Drl.OneOf o && o.named().sort() == sort);
    }

    /** Whether the operand is that field of the pattern's own fact. */
    public static boolean names(Drl.Operand operand, String field) {
        return operand instanceof Drl.Path p
                && p.root().isEmpty()
                && p.steps().size() == 1
                && p.steps().get(0).name().equals(field);
    }

    /** Whether it restricts the field at all. */
    public boolean restricts() {
        return only.isPresent() || !except.isEmpty();
    }

    /** Whether the field may have the code. */
    public boolean admits(String code) {
        return (only.isEmpty() || only.get().contains(code)) && !except.contains(code);
    }
}
