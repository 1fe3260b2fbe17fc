package qiyue.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import qiyue.change.DecisionLines.Line;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision;
import qiyue.decision.Decision.MeasureLine;

/** Two decisions on one inspection, compared field by field. Digests are not compared: they always differ. */
public final class DecisionDiff {
    /** The part of the decision that changed. */
    public enum Part {
        /** A clause met. */
        BREACH,
        /** A measure. */
        MEASURE,
        /** A head of the money that must move. */
        MONEY,
        /** A duty or step of procedure. */
        DUTY,
        /** An open question. */
        QUESTION,
        /** Whether a clause that was not met was examined. */
        OUTCOME,
        /** A score sheet. */
        SCORE,
        /** Something the reader must know. */
        NOTE,
        /** The rulebooks applied. */
        RULEBOOK
    }

    /** What became of it. */
    public enum How {
        /** Only in the second decision. */
        ADDED,
        /** Only in the first. */
        REMOVED,
        /** In both, with other particulars. */
        CHANGED
    }

    /** One particular that differs; values as codes, empty where there is none. */
    public record FieldChange(String field, String before, String after) {}

    /**
     * One thing that changed.
     *
     * @param key what it is, in codes: a clause, a head of money, {@code question@about} …
     * @param fields the particulars; for what was added or removed, all of them
     * @param own the clauses that give it or are it, before or after
     * @param clauses these and the clauses breached behind it
     * @param before the measure as it was
     * @param after the measure as it is
     */
    public record Change(
            Part part,
            How how,
            String key,
            List<FieldChange> fields,
            List<String> own,
            List<String> clauses,
            Optional<MeasureLine> before,
            Optional<MeasureLine> after) {
        /** Whether it only concerns what the decision says beside its substance: clauses not met, doubts of the text. */
        public boolean remark() {
            return part == Part.OUTCOME || (part == Part.NOTE && key.startsWith("doubt "));
        }
    }

    private final List<Change> changes = new ArrayList<>();

    private DecisionDiff() {}

    /** What changed from one decision to the other, in the order of {@link Part}. */
    public static List<Change> between(Decision before, Decision after) {
        return between(before, after, c -> c);
    }

    /** The same, with clause ids compared as the function writes them (for editions whose articles correspond). */
    public static List<Change> between(Decision before, Decision after, UnaryOperator<String> clauses) {
        DecisionDiff diff = new DecisionDiff();
        DecisionLines lines = new DecisionLines(clauses);
        diff.part(Part.BREACH, before, after, lines::breaches);
        diff.part(Part.MEASURE, before, after, lines::measures);
        diff.part(Part.MONEY, before, after, DecisionLines::money);
        diff.part(Part.DUTY, before, after, lines::duties);
        diff.part(Part.QUESTION, before, after, lines::questions);
        diff.part(Part.OUTCOME, before, after, lines::outcomes);
        diff.part(Part.SCORE, before, after, DecisionLines::scores);
        diff.part(Part.NOTE, before, after, lines::notes);
        diff.part(Part.RULEBOOK, before, after, lines::rulebooks);
        Set<String> met = diff.changes.stream()
                .filter(c -> c.part() == Part.BREACH)
                .map(Change::key)
                .collect(Collectors.toSet());
        return diff.changes.stream()
                .filter(c -> c.part() != Part.OUTCOME || !met.contains(c.key()))
                .toList();
    }

    private void part(Part part, Decision before, Decision after, Function<Decision, List<Line>> lines) {
        List<Line> old = new ArrayList<>(lines.apply(before));
        List<Line> now = new ArrayList<>(lines.apply(after));
        for (Line line : List.copyOf(old)) {
            if (now.remove(line)) {
                old.remove(line);
            }
        }
        List<Change> found = new ArrayList<>();
        for (boolean loose : new boolean[] {false, true}) {
            for (Line line : List.copyOf(old)) {
                Optional<Line> like = now.stream()
                        .filter(n -> loose ? akin(part, line, n) : n.identity().equals(line.identity()))
                        .max(Comparator.comparingLong(n -> likeness(line, n)));
                like.ifPresent(n -> {
                    old.remove(line);
                    now.remove(n);
                    found.add(changed(part, line, n));
                });
            }
        }
        old.forEach(l -> found.add(alone(part, How.REMOVED, l)));
        now.forEach(l -> found.add(alone(part, How.ADDED, l)));
        found.sort(Comparator.comparing(Change::key, ClauseOrder.INSTANCE).thenComparing(Change::how));
        changes.addAll(found);
    }

    /** A measure of another kind under the same clauses for the same subject counts as one that changed its kind. */
    private static boolean akin(Part part, Line before, Line after) {
        return part == Part.MEASURE
                && before.fields().get("by") != null
                && before.fields().get("by").equals(after.fields().get("by"))
                && before.fields().getOrDefault("on", "").equals(after.fields().getOrDefault("on", ""));
    }

    private static long likeness(Line a, Line b) {
        long same = a.fields().entrySet().stream()
                .filter(e -> e.getValue().equals(b.fields().get(e.getKey())))
                .count();
        return same + 10 * a.clauses().stream().filter(b.clauses()::contains).count();
    }

    private static Change changed(Part part, Line before, Line after) {
        TreeSet<String> names = new TreeSet<>(before.fields().keySet());
        names.addAll(after.fields().keySet());
        List<FieldChange> fields = names.stream()
                .map(n -> new FieldChange(
                        n, before.fields().getOrDefault(n, ""), after.fields().getOrDefault(n, "")))
                .filter(f -> !f.before().equals(f.after()))
                .toList();
        return new Change(
                part,
                How.CHANGED,
                before.key(),
                fields,
                union(before.own(), after.own()),
                union(before.clauses(), after.clauses()),
                before.of(),
                after.of());
    }

    private static List<String> union(TreeSet<String> some, TreeSet<String> others) {
        TreeSet<String> all = new TreeSet<>(ClauseOrder.INSTANCE);
        all.addAll(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    private static Change alone(Part part, How how, Line line) {
        List<FieldChange> fields = line.fields().entrySet().stream()
                .map(f -> new FieldChange(
                        f.getKey(), how == How.REMOVED ? f.getValue() : "", how == How.ADDED ? f.getValue() : ""))
                .toList();
        return new Change(
                part,
                how,
                line.key(),
                fields,
                union(line.own(), line.own()),
                union(line.clauses(), line.clauses()),
                how == How.REMOVED ? line.of() : Optional.empty(),
                how == How.ADDED ? line.of() : Optional.empty());
    }
}
