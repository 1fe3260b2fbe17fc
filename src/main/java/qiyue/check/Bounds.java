package qiyue.check;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import qiyue.drl.Drl;

/** What a pattern's constraints leave of one field: a stretch of numbers, some codes, yes or no. */
public final class Bounds {
    private @Nullable BigDecimal low;
    private @Nullable BigDecimal high;
    private boolean lowOpen;
    private boolean highOpen;
    private @Nullable Set<Object> among;
    private final Set<Object> without = new HashSet<>();
    private @Nullable Boolean flag;
    private boolean empty;

    /** The fields of a fact that its constraints compare with plain values, and what they leave of each. */
    static Map<String, Bounds> of(List<Drl.Constraint> constraints) {
        Map<String, Bounds> all = new HashMap<>();
        constraints.forEach(c -> add(all, c));
        return all;
    }

    /** Adds a constraint; whether its field is left with no value at all by it. */
    static boolean add(Map<String, Bounds> all, Drl.Constraint constraint) {
        if (constraint instanceof Drl.Flag f) {
            return at(all, f.path()).flag(!f.negated());
        }
        if (constraint instanceof Drl.OneOf o && o.left() instanceof Drl.Path p) {
            Set<Object> values = o.values().stream().map(v -> plain(v.value())).collect(Collectors.toSet());
            return o.negated() ? at(all, p).none(values) : at(all, p).some(values);
        }
        if (constraint instanceof Drl.Compare c
                && c.left() instanceof Drl.Path p
                && c.right() instanceof Drl.Literal literal) {
            return at(all, p).compare(c.operator(), literal.value());
        }
        return false;
    }

    private static Bounds at(Map<String, Bounds> all, Drl.Path path) {
        return all.computeIfAbsent(path.text(), k -> new Bounds());
    }

    private static Object plain(Object value) {
        return value instanceof BigDecimal n ? n.stripTrailingZeros() : value;
    }

    private boolean flag(boolean wanted) {
        boolean clash = flag != null && flag != wanted;
        flag = wanted;
        return left(clash);
    }

    private boolean some(Set<Object> values) {
        Set<Object> rest = new HashSet<>(values);
        if (among != null) {
            rest.retainAll(among);
        }
        rest.removeAll(without);
        rest.removeIf(v -> v instanceof BigDecimal n && !holds(n));
        among = rest;
        return left(rest.isEmpty());
    }

    private boolean none(Set<Object> values) {
        without.addAll(values);
        return among != null && some(among);
    }

    private boolean compare(String operator, Object value) {
        switch (operator) {
            case "==" -> {
                return some(Set.of(plain(value)));
            }
            case "!=" -> {
                return none(Set.of(plain(value)));
            }
            default -> {
                if (!(value instanceof BigDecimal n)) {
                    return false;
                }
                if (operator.startsWith(">")) {
                    boolean open = operator.equals(">");
                    int order = low == null ? 1 : n.compareTo(low);
                    if (order > 0 || (order == 0 && open)) {
                        low = n;
                        lowOpen = open;
                    }
                } else {
                    boolean open = operator.equals("<");
                    int order = high == null ? -1 : n.compareTo(high);
                    if (order < 0 || (order == 0 && open)) {
                        high = n;
                        highOpen = open;
                    }
                }
                if (among != null) {
                    return some(among);
                }
                boolean crossed = low != null
                        && high != null
                        && (low.compareTo(high) > 0 || (low.compareTo(high) == 0 && (lowOpen || highOpen)));
                return left(crossed);
            }
        }
    }

    private boolean left(boolean nothing) {
        boolean first = nothing && !empty;
        empty |= nothing;
        return first;
    }

    /** Whether a number is within the stretch. */
    boolean holds(BigDecimal n) {
        return (low == null || n.compareTo(low) > (lowOpen ? 0 : -1))
                && (high == null || n.compareTo(high) < (highOpen ? 0 : 1))
                && !without.contains(n.stripTrailingZeros())
                && (among == null || among.contains(n.stripTrailingZeros()));
    }

    /** Whether a code is left. */
    boolean admits(Object code) {
        return !without.contains(code) && (among == null || among.contains(code));
    }

    /** The ends of the stretch. */
    List<BigDecimal> ends() {
        Set<BigDecimal> ends = new HashSet<>();
        if (low != null) {
            ends.add(low);
        }
        if (high != null) {
            ends.add(high);
        }
        return List.copyOf(ends);
    }

    /** The codes left; nothing if any. */
    Set<Object> codes() {
        return among == null ? Set.of() : among;
    }

    /** Whether no fact meets both patterns' constraints on some field of its own. */
    public static boolean disjoint(Drl.Pattern a, Drl.Pattern b) {
        Map<String, Bounds> both = of(own(a));
        return own(b).stream().anyMatch(c -> add(both, c));
    }

    /** The constraints that do not speak of other facts. */
    private static List<Drl.Constraint> own(Drl.Pattern pattern) {
        return pattern.constraints().stream()
                .filter(c -> !(c instanceof Drl.Flag f && !f.path().root().isEmpty()))
                .filter(c -> !(c instanceof Drl.Compare x
                        && x.left() instanceof Drl.Path p
                        && !p.root().isEmpty()))
                .filter(c -> !(c instanceof Drl.OneOf o
                        && o.left() instanceof Drl.Path p
                        && !p.root().isEmpty()))
                .toList();
    }
}
