package qiyue.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import qiyue.drl.Drl;
import qiyue.drl.FactTypes;
import qiyue.drl.Joins;
import qiyue.drl.Values;
import qiyue.fact.Evidence;

/**
 * What ties the fact of a line to one before it: something of its own that equals what is told of the other, or a day in a stretch
 * both ends of which the other tells. What is told may be worked out by a function.
 *
 * @param own what of the line's own fact
 * @param name the name that tells the other
 * @param first what it equals, or where the stretch begins
 * @param last where the stretch ends; null: it equals {@code first}
 */
record Tie(Drl.Path own, String name, Drl.Compare first, Drl.@Nullable Compare last) {
    /** The ties of a pattern to others than itself. */
    static List<Tie> of(Drl.Pattern pattern) {
        List<Tie> ties = new ArrayList<>();
        for (Drl.Constraint c : pattern.constraints()) {
            if (c instanceof Drl.Compare k
                    && k.operator().equals("==")
                    && k.left() instanceof Drl.Path own
                    && Values.bound(own, Map.of())) {
                add(pattern, own, k, null, ties);
            }
        }
        for (Joins.Stretch s : Joins.stretches(pattern)) {
            if (Values.bound(s.own(), Map.of())) {
                add(pattern, s.own(), s.first(), s.last(), ties);
            }
        }
        return List.copyOf(ties);
    }

    private static void add(
            Drl.Pattern pattern, Drl.Path own, Drl.Compare first, Drl.@Nullable Compare last, List<Tie> ties) {
        Set<String> roots = new HashSet<>();
        roots(first.right(), roots);
        if (last != null) {
            roots(last.right(), roots);
        }
        String name = roots.size() == 1 ? roots.iterator().next() : "";
        if (!name.isEmpty() && !pattern.names().contains(name)) {
            ties.add(new Tie(own, name, first, last));
        }
    }

    /** The names the operand speaks of; the pattern's own fact has an empty one. */
    private static void roots(Drl.Operand operand, Set<String> roots) {
        if (operand instanceof Drl.Path path) {
            if (FactTypes.function(path).isEmpty()) {
                roots.add(path.root());
            }
            path.steps().forEach(s -> s.arguments().forEach(a -> roots(a, roots)));
        }
    }

    /** Whether it is a field of the line's own fact that is equal. */
    boolean ofField() {
        return last == null && own.steps().size() == 1 && !own.steps().get(0).call();
    }

    /**
     * How many of the facts go with each of the others; never too few.
     *
     * @param others what stands for the name in each
     */
    int[] counts(List<Evidence> facts, List<Map<String, Object>> others) {
        int[] counts = new int[others.size()];
        Drl.Compare end = last;
        if (end == null) {
            Map<Object, Integer> alike = Crowd.alike(facts, own);
            for (int i = 0; i < counts.length; i++) {
                counts[i] = alike.getOrDefault(Crowd.plain(Values.of(first.right(), "", others.get(i))), 0);
            }
            return counts;
        }
        long[] days = new long[facts.size()];
        for (int i = 0; i < days.length; i++) {
            if (!(Values.of(own, facts.get(i), Map.of()) instanceof LocalDate day)) {
                Arrays.fill(counts, facts.size());
                return counts;
            }
            days[i] = day.toEpochDay();
        }
        Arrays.sort(days);
        for (int i = 0; i < counts.length; i++) {
            LocalDate from = (LocalDate) Values.of(first.right(), "", others.get(i));
            LocalDate to = (LocalDate) Values.of(end.right(), "", others.get(i));
            int before = earlier(days, from.toEpochDay() + (first.operator().equals(">") ? 1 : 0));
            counts[i] =
                    Math.max(0, earlier(days, to.toEpochDay() + (end.operator().equals("<") ? 0 : 1)) - before);
        }
        return counts;
    }

    /** How many days are earlier than that one. */
    private static int earlier(long[] sorted, long day) {
        int at = 0;
        int end = sorted.length;
        while (at < end) {
            int middle = (at + end) >>> 1;
            if (sorted[middle] < day) {
                at = middle + 1;
            } else {
                end = middle;
            }
        }
        return at;
    }
}
