package qiyue.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import qiyue.fact.Breach;
import qiyue.fact.Conclusion;
import qiyue.fact.Measure;

/**
 * One fact stated as a finding, with its sum, and as the record it names, without: the sum of the record is that of the finding where the
 * same clause takes both, and is not asked for once more. A measure that rests on nothing but such a record, and that the sum of the finding
 * does not call for (recovery where nothing was paid), is none.
 */
final class SameSum {
    /** What states its sum, by what it says and by each fact it rests on. */
    private final Map<String, List<Conclusion>> stated = new HashMap<>();

    private SameSum() {}

    /** The conclusions, in their order, those without money of their own whose sum another states. */
    static Collection<Conclusion> of(Collection<Conclusion> conclusions) {
        boolean some = false;
        for (Conclusion c : conclusions) {
            some |= !c.moneyKnown();
        }
        if (!some) {
            return conclusions;
        }
        SameSum same = new SameSum();
        for (Conclusion c : conclusions) {
            same.take(c);
        }
        Set<Conclusion> known = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<String> told = new HashSet<>();
        for (Conclusion c : conclusions) {
            if (same.states(c)) {
                known.add(c);
                if (c instanceof Breach) {
                    told.add(c.fullClause() + " " + c.roots());
                }
            }
        }
        List<Conclusion> settled = new ArrayList<>(conclusions.size());
        for (Conclusion c : conclusions) {
            if (known.contains(c)) {
                settled.add(Choices.regrounded(c, c.grounds().withoutMoney()));
            } else if (!(c instanceof Measure m && uncalled(m, told))) {
                settled.add(c);
            }
        }
        return settled;
    }

    private static boolean uncalled(Measure m, Set<String> told) {
        List<String> clauses = m.grounds().clauses();
        if (m.moneyKnown() || !m.portions().isEmpty() || clauses.isEmpty()) {
            return false;
        }
        for (String clause : clauses) {
            if (!told.contains(clause + " " + m.roots())) {
                return false;
            }
        }
        return true;
    }

    private void take(Conclusion c) {
        if (c.moneyKnown() && !c.portions().isEmpty() && c.roots().size() > 1) {
            for (String root : c.roots()) {
                stated.computeIfAbsent(key(c, root), k -> new ArrayList<>()).add(c);
            }
        }
    }

    private static String key(Conclusion c, String root) {
        String what = c instanceof Measure m ? m.kind() + " " + m.modality() : "";
        return root + " " + c.fullClause() + " " + what;
    }

    /** Whether another, no less sure, rests on all that it rests on and more, and states the sum. */
    private boolean states(Conclusion c) {
        if (c.moneyKnown() || !c.portions().isEmpty() || c.roots().isEmpty()) {
            return false;
        }
        for (Conclusion other : stated.getOrDefault(key(c, c.roots().get(0)), List.of())) {
            if (other.roots().size() > c.roots().size()
                    && new HashSet<>(other.roots()).containsAll(c.roots())
                    && other.certainty().compareTo(c.certainty()) <= 0) {
                return true;
            }
        }
        return false;
    }
}
