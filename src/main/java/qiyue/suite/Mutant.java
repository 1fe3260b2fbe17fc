package qiyue.suite;

import java.util.Optional;
import qiyue.drl.Drl;
import qiyue.problem.Pos;
import qiyue.problem.Text;

/**
 * A rule changed in one place, as a slip of the pen would change it. A suite that guards the rule fails on it.
 *
 * @param kind what was done: {@code removed}, {@code dropped}, {@code bound}, {@code number}, {@code negated}, {@code code},
 *     {@code modality}, {@code amount}
 * @param change what was changed, in words
 * @param at where in the rule file
 * @param rule the rule as changed; empty where it was removed
 */
record Mutant(String kind, Text change, Pos at, Optional<Drl.Rule> rule) {
    /** The same, told from the changes of like words before it. */
    Mutant nth(int nth) {
        return nth == 1
                ? this
                : new Mutant(kind, new Text(change.zh() + "（第" + nth + "处）", change.en() + " (" + nth + ")"), at, rule);
    }
}
