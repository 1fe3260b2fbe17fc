package qiyue.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import qiyue.problem.Problem;
import qiyue.problem.Text;
import qiyue.table.Place;

/**
 * Lines with a sum below zero take back, wholly or in part, a line of the same table: refunds, returned drugs, red entries. A
 * document holds what was charged in the end, so they are set off, and it is said against which line. Which line it was must be
 * plain; else it is asked.
 */
final class Reversals {
    /** What tells nothing of whether two lines are about the same charge. */
    private static final Set<String> NO_MARK = Set.of("id", "date", "declaredOn", "note");

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** A line that takes back, its numbers as if they were above zero. */
    record Reversal(ObjectNode record, Place place) {}

    /** The lines that are left, what to tell of the others, and what could not be set off. */
    record Settled(List<Imported.Line> lines, List<Text> notes, List<Problem> problems) {}

    private final List<Imported.Line> lines;
    private final Map<Integer, ObjectNode> changed = new HashMap<>();
    private final Map<Integer, List<Place>> takenBack = new HashMap<>();
    private final Map<String, List<Integer>> alike = new HashMap<>();
    private final List<Text> notes = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private Reversals(List<Imported.Line> lines) {
        this.lines = lines;
        for (int i = 0; i < lines.size(); i++) {
            alike.computeIfAbsent(marks(record(i)), m -> new ArrayList<>()).add(i);
        }
    }

    static Settled settle(List<Imported.Line> lines, List<Reversal> reversals) {
        if (reversals.isEmpty()) {
            return new Settled(lines, List.of(), List.of());
        }
        Reversals all = new Reversals(lines);
        reversals.forEach(all::one);
        return new Settled(all.left(), all.notes, all.problems);
    }

    private ObjectNode record(int line) {
        ObjectNode now = changed.get(line);
        try {
            return now == null ? (ObjectNode) JSON.readTree(lines.get(line).json()) : now;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a charge is told by: person, stay, item and the like. */
    private static String marks(ObjectNode record) {
        Map<String, String> marks = new TreeMap<>();
        record.fields().forEachRemaining(f -> {
            if (f.getValue().isTextual() && !NO_MARK.contains(f.getKey())) {
                marks.put(f.getKey(), f.getValue().asText());
            }
        });
        return marks.toString();
    }

    /** Its numbers, by where they stand in it. */
    private static Map<String, BigDecimal> numbers(JsonNode record) {
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        record.fields().forEachRemaining(f -> {
            if (f.getValue().isNumber()) {
                numbers.put("/" + f.getKey(), f.getValue().decimalValue());
            } else if (f.getValue().isObject()) {
                numbers(f.getValue()).forEach((at, n) -> numbers.put("/" + f.getKey() + at, n));
            }
        });
        return numbers;
    }

    private void one(Reversal reversal) {
        Map<String, BigDecimal> back = numbers(reversal.record());
        String day = reversal.record().path("date").asText();
        List<Integer> whole = new ArrayList<>();
        List<Integer> part = new ArrayList<>();
        List<Integer> sameMarks = alike.getOrDefault(marks(reversal.record()), List.of());
        for (int i : sameMarks) {
            ObjectNode line = record(i);
            Map<String, BigDecimal> there = numbers(line);
            if (there.isEmpty()
                    || !there.keySet().equals(back.keySet())
                    || line.path("date").asText().compareTo(day) > 0) {
                continue;
            }
            if (there.entrySet().stream().allMatch(n -> n.getValue().compareTo(taken(back, n.getKey())) == 0)) {
                whole.add(i);
            } else if (there.entrySet().stream().allMatch(n -> n.getValue().compareTo(taken(back, n.getKey())) > 0)) {
                part.add(i);
            }
        }
        List<Integer> fits = whole.isEmpty() ? part : whole;
        List<Integer> same = fits.stream()
                .filter(i -> record(i).path("date").asText().equals(day))
                .toList();
        List<Integer> meant = same.isEmpty() ? fits : same;
        // of several lines that say the same of the same day any may go; else it is not for us to say which was meant
        boolean plain = !meant.isEmpty()
                && (whole.isEmpty()
                        ? meant.size() == 1
                        : meant.stream()
                                        .map(i -> record(i).path("date").asText())
                                        .distinct()
                                        .count()
                                == 1);
        if (!plain) {
            refuse(reversal, meant);
            return;
        }
        int line = meant.get(meant.size() - 1);
        Text row = reversal.place().inWords();
        Text of = lines.get(line).place().inWords();
        if (!whole.isEmpty()) {
            sameMarks.remove((Integer) line);
            takenBack.remove(line);
            changed.put(line, JSON.createObjectNode());
            notes.add(new Text(
                    "冲销：" + row.zh() + " 冲销 " + of.zh() + "，两行都不读入",
                    "taken back: " + row.en() + " takes back " + of.en() + "; neither is read"));
        } else {
            ObjectNode rest = record(line).deepCopy();
            back.forEach((pointer, n) -> {
                int cut = pointer.lastIndexOf('/');
                ObjectNode holder = (ObjectNode) rest.at(pointer.substring(0, cut));
                BigDecimal left = rest.at(pointer).decimalValue().subtract(n).stripTrailingZeros();
                holder.set(pointer.substring(cut + 1), DecimalNode.valueOf(left.scale() < 0 ? left.setScale(0) : left));
            });
            changed.put(line, rest);
            takenBack.computeIfAbsent(line, l -> new ArrayList<>()).add(reversal.place());
            String amount = rest.path("money").path("amount").decimalValue().toPlainString();
            notes.add(new Text(
                    "冲减：" + row.zh() + " 冲减 " + of.zh() + "，后者按余额 " + amount + " 元读入",
                    "taken back in part: " + row.en() + " from " + of.en() + ", of which " + amount
                            + " yuan are read"));
        }
    }

    private static BigDecimal taken(Map<String, BigDecimal> back, String at) {
        return back.getOrDefault(at, BigDecimal.ZERO);
    }

    private void refuse(Reversal reversal, Collection<Integer> several) {
        Text some = Text.listed(several.stream()
                .limit(6)
                .map(i -> lines.get(i).place().inWords())
                .toList());
        problems.add(
                reversal.place()
                        .problem(
                                "reversal",
                                several.isEmpty()
                                        ? new Text(
                                                "这一行金额为负，但表格里没有与它相抵的行（姓名、项目、类别等各列相同，日期不晚于它，金额、数量等都不小于它，一处有数另一处也有）",
                                                "its sum is negative, and no line of the table fits it (the same person, item, category and so on, not later, no sum and no quantity of it smaller, numbers in the same columns)")
                                        : new Text(
                                                "这一行金额为负，它冲销的是哪一行不能确定：" + some.zh(),
                                                "its sum is negative, and it is not plain which line it takes back: "
                                                        + some.en()),
                                new Text(
                                        "整笔冲销的，把它和原来的行都删去；退一部分的，把两行合成一行净额。原来的行在别的月份的，一并导出",
                                        "if all was taken back, remove both lines; if part, write one line with what is left; where the line stands in another month, export that month too")));
    }

    private List<Imported.Line> left() {
        List<Imported.Line> left = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Imported.Line line = lines.get(i);
            ObjectNode now = changed.get(i);
            if (now == null) {
                left.add(line);
            } else if (!now.isEmpty()) {
                left.add(new Imported.Line(
                        now.toString(), line.id(), line.place(), takenBack.getOrDefault(i, List.of())));
            }
        }
        return left;
    }
}
