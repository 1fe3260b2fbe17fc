package qiyue.decision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums laid on the lines among which they lie, as much as there is room for: a greatest flow from sums to lines, some through purses. */
final class Flow {
    private static final int SOURCE = 0;
    private static final int SINK = 1;

    private final Map<String, Integer> lines = new HashMap<>();
    private final List<List<Integer>> edges = new ArrayList<>(List.of(new ArrayList<>(), new ArrayList<>()));
    private final List<Integer> to = new ArrayList<>();
    private final List<Long> left = new ArrayList<>();

    /** A line with room for so many cents; the first word on a line counts. */
    void line(String id, long room) {
        if (!lines.containsKey(id)) {
            int node = node();
            lines.put(id, node);
            edge(node, SINK, room);
        }
    }

    /** A sum that lies among those lines. */
    void sum(List<String> among, long cents) {
        if (cents > 0) {
            int node = node();
            edge(SOURCE, node, cents);
            lay(node, among, cents);
        }
    }

    /** A purse out of which sums are laid that take no more than so many cents together. */
    int purse(long cents) {
        int node = node();
        edge(SOURCE, node, cents);
        return node;
    }

    /** A sum that lies among those lines and comes out of any of these purses. */
    void sum(List<String> among, long cents, List<Integer> purses) {
        int in = node();
        int out = node();
        purses.forEach(purse -> edge(purse, in, cents));
        edge(in, out, cents);
        lay(out, among, cents);
    }

    private void lay(int node, List<String> among, long cents) {
        among.forEach(line -> edge(node, lines.getOrDefault(line, SINK), cents));
    }

    /** Cents that find a place. */
    long most() {
        long all = 0;
        int[] level = levels();
        while (level[SINK] >= 0) {
            int[] next = new int[edges.size()];
            long more = push(SOURCE, Long.MAX_VALUE, level, next);
            while (more > 0) {
                all += more;
                more = push(SOURCE, Long.MAX_VALUE, level, next);
            }
            level = levels();
        }
        return all;
    }

    private int[] levels() {
        int[] level = new int[edges.size()];
        Arrays.fill(level, -1);
        level[SOURCE] = 0;
        Deque<Integer> queue = new ArrayDeque<>(List.of(SOURCE));
        while (!queue.isEmpty()) {
            int node = queue.remove();
            for (int edge : edges.get(node)) {
                if (left.get(edge) > 0 && level[to.get(edge)] < 0) {
                    level[to.get(edge)] = level[node] + 1;
                    queue.add(to.get(edge));
                }
            }
        }
        return level;
    }

    /** Along edges that lead one level on; {@code next} remembers the edges already used up. */
    private long push(int node, long cents, int[] level, int[] next) {
        if (node == SINK) {
            return cents;
        }
        for (; next[node] < edges.get(node).size(); next[node]++) {
            int edge = edges.get(node).get(next[node]);
            int target = to.get(edge);
            if (left.get(edge) > 0 && level[target] == level[node] + 1) {
                long pushed = push(target, Math.min(cents, left.get(edge)), level, next);
                if (pushed > 0) {
                    left.set(edge, left.get(edge) - pushed);
                    left.set(edge ^ 1, left.get(edge ^ 1) + pushed);
                    return pushed;
                }
            }
        }
        return 0;
    }

    private int node() {
        edges.add(new ArrayList<>());
        return edges.size() - 1;
    }

    private void edge(int from, int target, long room) {
        edges.get(from).add(to.size());
        to.add(target);
        left.add(room);
        edges.get(target).add(to.size());
        to.add(from);
        left.add(0L);
    }
}
