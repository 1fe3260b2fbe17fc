package qiyue.decision;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map that goes on from another one without copying it: what either writes from then on the other does not see. */
final class Layer<K, V> {
    private Map<K, V> own = new HashMap<>();
    private @Nullable Layer<K, V> before;

    /** What was written last; if nothing was, the other. */
    V get(K key, V none) {
        for (Layer<K, V> at = this; at != null; at = at.before) {
            V value = at.own.get(key);
            if (value != null) {
                return value;
            }
        }
        return none;
    }

    void put(K key, V value) {
        own.put(key, value);
    }

    /** Another that goes on from here. What is here by now is shared, and neither writes into it any more. */
    Layer<K, V> after() {
        if (!own.isEmpty()) {
            Layer<K, V> shared = new Layer<>();
            shared.own = own;
            shared.before = before;
            own = new HashMap<>();
            before = shared;
        }
        Layer<K, V> after = new Layer<>();
        after.before = before;
        return after;
    }
}
