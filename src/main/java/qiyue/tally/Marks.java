package qiyue.tally;

import java.util.Arrays;

/** How often a facility met which clauses: few numbers, held closely, for there may be many facilities. */
final class Marks {
    private static final int FIRST = 6;
    private static final int EACH = 3;

    private int[] held = new int[0];
    private int size;

    /** Takes note of so many times, established and not settled. */
    void add(int clause, int firm, int unsettled) {
        int at = 0;
        while (at < size && held[at * EACH] != clause) {
            at++;
        }
        if (at == size) {
            if (held.length < (size + 1) * EACH) {
                held = Arrays.copyOf(held, Math.max(FIRST * EACH, held.length * 2));
            }
            held[at * EACH] = clause;
            held[at * EACH + 1] = 0;
            held[at * EACH + 2] = 0;
            size++;
        }
        held[at * EACH + 1] += firm;
        held[at * EACH + 2] += unsettled;
    }

    int size() {
        return size;
    }

    int clause(int at) {
        return held[at * EACH];
    }

    int firm(int at) {
        return held[at * EACH + 1];
    }

    int unsettled(int at) {
        return held[at * EACH + 2];
    }
}
