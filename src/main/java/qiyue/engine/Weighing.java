package qiyue.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import qiyue.drl.Drl;
import qiyue.drl.Operands;
import qiyue.drl.Stated;
import qiyue.drl.Values;

/** One rule beside facts that were chosen for all its patterns, one of which is seen with this or that in a field. */
final class Weighing {
    /** Stands for a conclusion that is taken to be there. */
    static final Object TAKEN = new Object();

    /** What a comparison says that cannot be told. */
    private static final int OPEN = 9;

    private final Looks.Look look;
    private final List<Object> chosen;

    Weighing(Looks.Look look, List<Object> chosen) {
        this.look = look;
        this.chosen = chosen;
    }

    /** Whether the rule is met with the fact seen so. */
    boolean met(Object fact) {
        Map<String, Object> names = new LinkedHashMap<>();
        for (int i = 0; i < chosen.size(); i++) {
            if (chosen.get(i) != TAKEN) {
                names = Joining.meets(look.positive().get(i), at(i, fact), names, look.guards());
                if (names == null) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What each comparison says of the fact seen so: of two that have an order, which is greater. */
    int[] says(Object fact) {
        List<Integer> says = new ArrayList<>();
        each(fact, (constraint, own, names) -> says.add(side(constraint, own, names)));
        return says.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The figures and days that are compared, and those they are made of. */
    List<Object> near(Object fact) {
        List<Object> near = new ArrayList<>();
        each(fact, (constraint, own, names) -> {
            if (constraint instanceof Drl.Compare c) {
                for (Drl.Operand side : List.of(c.left(), c.right())) {
                    Operands.parts(side)
                            .filter(o -> Values.bound(o, names))
                            .map(o -> Values.of(o, own, names))
                            .filter(Weighing::ordered)
                            .forEach(near::add);
                }
            }
        });
        return near;
    }

    private interface Each {
        void at(Drl.Constraint constraint, Object own, Map<String, Object> names);
    }

    private void each(Object fact, Each each) {
        Map<String, Object> names = new LinkedHashMap<>();
        for (int i = 0; i < chosen.size(); i++) {
            if (chosen.get(i) == TAKEN) {
                continue;
            }
            Drl.Pattern pattern = look.positive().get(i);
            Object own = at(i, fact);
            if (!pattern.binding().isEmpty()) {
                names.put(pattern.binding(), own);
            }
            for (Drl.Constraint constraint : pattern.constraints()) {
                if (constraint instanceof Drl.Bind b) {
                    if (Values.bound(b.path(), names)) {
                        names.put(b.name(), Values.of(b.path(), own, names));
                    }
                } else {
                    each.at(constraint, own, names);
                }
            }
        }
    }

    private int side(Drl.Constraint constraint, Object own, Map<String, Object> names) {
        if (!Values.bound(constraint, names)
                || !Stated.all(look.guards().get().getOrDefault(constraint, List.of()), own, names)) {
            return OPEN;
        }
        if (constraint instanceof Drl.Compare c) {
            Object left = Values.of(c.left(), own, names);
            Object right = Values.of(c.right(), own, names);
            if (ordered(left) && ordered(right)) {
                return Values.compare(left, "<", right) ? -1 : Values.same(left, right) ? 0 : 1;
            }
        }
        return Values.holds(constraint, own, names) ? 1 : -1;
    }

    private static boolean ordered(Object value) {
        return value instanceof BigDecimal || value instanceof Integer || value instanceof LocalDate;
    }

    private Object at(int i, Object fact) {
        return look.positive().get(i) == look.own() ? fact : chosen.get(i);
    }
}
