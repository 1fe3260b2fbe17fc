package qiyue.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.change.DecisionDiff.Change;
import qiyue.change.DecisionDiff.How;
import qiyue.change.DecisionDiff.Part;
import qiyue.decision.ClauseOrder;
import qiyue.report.DiffReport.Comparison;
import qiyue.report.DiffReport.Item;

/** How many things appear, disappear and change: by clause, and by kind. */
final class DiffTallies {
    private final Comparison of;
    private final DiffWords words;
    private final Consumer<String> out;

    /** Writes its lines to {@code out}. */
    DiffTallies(Comparison of, DiffWords words, Consumer<String> out) {
        this.of = of;
        this.words = words;
        this.out = out;
    }

    void byClause() {
        Map<String, List<Item>> items = new TreeMap<>(ClauseOrder.INSTANCE);
        Map<String, int[][]> counts = new TreeMap<>(ClauseOrder.INSTANCE);
        for (Item item : of.items()) {
            TreeSet<String> touched = new TreeSet<>();
            for (Change change : item.changes()) {
                int row = List.of(Part.BREACH, Part.MEASURE, Part.DUTY).indexOf(change.part());
                if (row >= 0) {
                    for (String clause : change.own()) {
                        touched.add(clause);
                        counts.computeIfAbsent(clause, c -> new int[3][3])[row][
                                change.how().ordinal()]++;
                    }
                }
            }
            touched.forEach(
                    c -> items.computeIfAbsent(c, x -> new ArrayList<>()).add(item));
        }
        if (counts.isEmpty()) {
            return;
        }
        out.accept("");
        out.accept(words.t("按条款（＋ 新增　－ 减少　～ 改变）", "By clause (+ appears, - disappears, ~ changes)"));
        counts.forEach((clause, rows) ->
                out.accept("  " + clause + " " + words.citation(clause) + words.t("　", "  ") + words.meaning(clause)
                        + words.t("：" + sizeOf(items, clause) + " 份", ": " + sizeOf(items, clause) + " inspection(s)")
                        + tally(words.t("；违约 ", "; breach "), rows[0])
                        + tally(words.t("；措施 ", "; measures "), rows[1])
                        + tally(words.t("；程序 ", "; duties "), rows[2])));
    }

    private static int sizeOf(Map<String, List<Item>> items, String clause) {
        return items.getOrDefault(clause, List.of()).size();
    }

    private String tally(String title, int[] counts) {
        String all = Stream.of(
                        counts[0] == 0 ? "" : words.t("＋", "+") + counts[0],
                        counts[1] == 0 ? "" : words.t("－", "-") + counts[1],
                        counts[2] == 0 ? "" : words.t("～", "~") + counts[2])
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" "));
        return all.isEmpty() ? "" : title + all;
    }

    void byKind() {
        List<Change> changes =
                of.items().stream().flatMap(i -> i.changes().stream()).toList();
        if (changes.isEmpty()) {
            return;
        }
        out.accept("");
        out.accept(words.t("按变化种类", "By kind of change"));
        for (Part part : Part.values()) {
            List<Change> some = changes.stream().filter(c -> c.part() == part).toList();
            if (some.isEmpty()) {
                continue;
            }
            int[] hows = new int[3];
            Map<String, Integer> fields = new TreeMap<>();
            some.forEach(c -> {
                hows[c.how().ordinal()]++;
                if (c.how() == How.CHANGED) {
                    c.fields().forEach(f -> fields.merge(f.field(), 1, Integer::sum));
                }
            });
            String detail = fields.isEmpty()
                    ? ""
                    : fields.entrySet().stream()
                            .map(f -> words.field(f.getKey()) + " " + f.getValue())
                            .collect(Collectors.joining(words.t("、", ", "), words.t("（", " ("), words.t("）", ")")));
            out.accept("  " + words.part(part) + tally(words.t("：", ": "), hows) + detail);
        }
    }
}
