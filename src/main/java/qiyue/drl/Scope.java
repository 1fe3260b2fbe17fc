package qiyue.drl;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be named at a place of a rule.
 *
 * @param own the fact whose constraints are read; {@link Value#NONE} in a conclusion
 * @param foreign whether the pattern names a rulebook, so that its clauses may be those of any
 * @param lenient whether the rule was not read whole, so that what it lacks is not wrong
 */
record Scope(Map<String, Value> bound, Value own, boolean foreign, boolean lenient) {

    /** The beginning of a rule. */
    static Scope empty(boolean lenient) {
        return new Scope(new HashMap<>(), Value.NONE, false, lenient);
    }

    /** The constraints of a fact; what they bind is known after them. */
    Scope within(Value fact, boolean foreign) {
        return new Scope(bound, fact, foreign, lenient);
    }

    /** The inside of a group; what it binds is not known after it. */
    Scope inner() {
        return new Scope(new HashMap<>(bound), own, foreign, lenient);
    }

    /** The same, lacking what is reported already. */
    Scope forgiving() {
        return new Scope(bound, own, foreign, true);
    }

    @Nullable
    Value get(String name) {
        return bound.get(name);
    }

    boolean has(String name) {
        return bound.containsKey(name);
    }

    /** Binds the name; whether it was bound before. */
    boolean bind(String name, Value value) {
        return bound.put(name, value) != null;
    }

    Set<String> names() {
        return bound.keySet();
    }
}
