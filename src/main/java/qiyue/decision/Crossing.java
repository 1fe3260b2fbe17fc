package qiyue.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * What claims take whose pools cross, in cents: the most of what is taken where for some excesses the claims inside give way to the excess,
 * and for the others the excess to the claims. One that is no less than what is inside takes its place in any case. Of the others no
 * choice is tried that cannot come to more: a pool not decided on is given what is inside for both together,
 * of which the excess may lie anywhere in it, and no choice lays more than that.
 *
 * <p>To choose among many is as hard as to make up a sum of given ones, so of very many that bound is what is taken. It never
 * falls with a further claim either, nor goes beyond what any of them asks for or a line holds.
 */
final class Crossing {
    /** Among so many excesses it is chosen. Their number, too, only rises with further claims. */
    static final int CHOSEN = 10;

    private final Map<String, Long> single;
    private final Map<List<String>, Long> sums;
    private final Map<List<String>, Long> excesses;
    private final ToLongFunction<String> line;
    private final ToLongFunction<List<String>> inside;
    private final List<List<String>> pools = new ArrayList<>();
    private long best;

    /**
     * @param single what is asked of single lines
     * @param sums what lies somewhere among lines
     * @param excesses what goes beyond caps on lines, no more than those hold
     * @param line what a line holds
     * @param inside what is taken of claims wholly inside such lines alone
     */
    Crossing(
            Map<String, Long> single,
            Map<List<String>, Long> sums,
            Map<List<String>, Long> excesses,
            ToLongFunction<String> line,
            ToLongFunction<List<String>> inside) {
        this.single = single;
        this.sums = sums;
        this.excesses = excesses;
        this.line = line;
        this.inside = inside;
        Set<List<String>> all = new HashSet<>(sums.keySet());
        all.addAll(excesses.keySet());
        pools.addAll(all);
        pools.sort(Comparator.<List<String>>comparingInt(List::size).thenComparing(List::toString));
    }

    /**
     * A pool with an excess that is not decided on.
     *
     * @param inside what is inside, or the excess where that is more
     */
    private record Open(List<String> pool, Set<String> lines, long inside) {}

    long most() {
        return excesses.size() > CHOSEN ? bound() : chosen();
    }

    /** No less than however it is chosen. */
    long bound() {
        List<Open> open = new ArrayList<>();
        excesses.forEach(
                (pool, cents) -> open.add(new Open(pool, Set.copyOf(pool), Math.max(cents, inside.applyAsLong(pool)))));
        return laid(List.of(), open);
    }

    private long chosen() {
        List<List<String>> over = new ArrayList<>();
        List<Open> less = new ArrayList<>();
        for (List<String> pool : pools) {
            if (excesses.containsKey(pool)) {
                long within = inside.applyAsLong(pool);
                if (excess(pool) >= within) {
                    over.add(pool);
                } else {
                    less.add(new Open(pool, Set.copyOf(pool), within));
                }
            }
        }
        best = laid(over);
        choose(over, less);
        return best;
    }

    private static List<List<String>> with(List<List<String>> over, Open one) {
        List<List<String>> more = new ArrayList<>(over);
        more.add(one.pool());
        return more;
    }

    private void choose(List<List<String>> over, List<Open> open) {
        if (open.isEmpty() || laid(over, open) <= best) {
            return;
        }
        List<List<String>> more = with(over, open.get(0));
        List<Open> rest = open.subList(1, open.size());
        best = Math.max(best, laid(more));
        choose(more, rest);
        choose(over, rest);
    }

    private long excess(List<String> pool) {
        return excesses.getOrDefault(pool, 0L);
    }

    /** What finds room on the lines where these excesses stand, and no other, for all that lies inside them. */
    long laid(List<List<String>> over) {
        return laid(over, List.of());
    }

    /**
     * What finds room on the lines where these excesses stand for all that lies inside them; where some are open, no less than
     * however they are decided.
     */
    private long laid(List<List<String>> over, List<Open> open) {
        List<Set<String>> lines = new ArrayList<>();
        over.forEach(pool -> lines.add(new HashSet<>(pool)));
        Flow flow = new Flow();
        List<Integer> purses = new ArrayList<>();
        open.forEach(less -> purses.add(flow.purse(less.inside())));
        long alone = 0;
        for (Map.Entry<String, Long> one : single.entrySet()) {
            List<String> where = List.of(one.getKey());
            if (covered(where, lines, -1)) {
                continue;
            }
            List<Integer> out = out(where, open, purses);
            if (out.isEmpty()) {
                flow.line(one.getKey(), line.applyAsLong(one.getKey()) - one.getValue());
                alone += one.getValue();
            } else {
                flow.line(one.getKey(), line.applyAsLong(one.getKey()));
                flow.sum(where, one.getValue(), out);
            }
        }
        for (List<String> pool : pools) {
            pool.forEach(l -> flow.line(l, line.applyAsLong(l)));
            long sum = sums.getOrDefault(pool, 0L);
            if (sum > 0 && !covered(pool, lines, -1)) {
                List<Integer> out = out(pool, open, purses);
                if (out.isEmpty()) {
                    flow.sum(pool, sum);
                } else {
                    flow.sum(pool, sum, out);
                }
            }
        }
        for (int k = 0; k < over.size(); k++) {
            if (!covered(over.get(k), lines, k)) {
                flow.sum(over.get(k), excess(over.get(k)));
            }
        }
        for (int k = 0; k < open.size(); k++) {
            flow.sum(open.get(k).pool(), excess(open.get(k).pool()), List.of(purses.get(k)));
        }
        return flow.most() + alone;
    }

    /** The purses of what is open and has those lines inside. */
    private static List<Integer> out(List<String> some, List<Open> open, List<Integer> purses) {
        List<Integer> out = new ArrayList<>();
        for (int k = 0; k < open.size(); k++) {
            if (open.get(k).lines().containsAll(some)) {
                out.add(purses.get(k));
            }
        }
        return out;
    }

    /** Whether lines lie wholly in one of the sets, but for the one at that place. */
    private static boolean covered(List<String> some, List<Set<String>> sets, int but) {
        for (int k = 0; k < sets.size(); k++) {
            if (k != but && sets.get(k).containsAll(some)) {
                return true;
            }
        }
        return false;
    }
}
