package qiyue.fact;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Facts as they were placed last, of an inspection that is derived again and again while it is entered: one that is the same record
 * under the same agreement and clock is the same fact again, so that whoever holds it need not look at all it states. Records are never
 * altered, so nothing else can tell. One generation is kept.
 */
public final class Placed {
    /** Keeps nothing: of a document that is derived once. */
    public static final Placed ONCE = new Placed(false);

    /** The facts of one document by the records they were made of, and the clock they all have. */
    private record Generation(Clock clock, Map<Evidence, Evidence> facts) {}

    private final boolean keeps;
    private volatile Generation last = new Generation(Clock.UNSET, Map.of());

    private Placed(boolean keeps) {
        this.keeps = keeps;
    }

    /** For a document that is derived again and again. */
    public static Placed again() {
        return new Placed(true);
    }

    /** The facts of one document. */
    final class Placing {
        private final Generation before = last;
        private final Generation now;
        private final boolean stands;

        private Placing(Clock clock) {
            this.stands = before.clock().equals(clock);
            this.now = new Generation(stands ? before.clock() : clock, new IdentityHashMap<>());
        }

        Clock clock() {
            return now.clock();
        }

        /** The fact that the record was under that agreement a moment ago, if it stands. */
        @Nullable
        Evidence known(Evidence record, String agreement) {
            Evidence known = stands ? before.facts().get(record) : null;
            return known != null && known.agreement().equals(agreement) ? known : null;
        }

        /** What came of a record, as the next document finds it. */
        Evidence kept(Evidence record, Evidence placed) {
            if (keeps) {
                now.facts().put(record, placed);
            }
            return placed;
        }

        /** All are placed: those of the next document are held against them. */
        void done() {
            if (keeps) {
                last = now;
            }
        }
    }

    Placing by(Clock clock) {
        return new Placing(clock);
    }
}
