package qiyue.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Derivation;
import qiyue.fact.Entry;
import qiyue.fact.Finding;
import qiyue.fact.History;
import qiyue.fact.Money;
import qiyue.fact.Records;
import qiyue.problem.Repeats;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.problem.Visible;
import qiyue.rulebook.Vocabulary;
import qiyue.shape.Field;
import qiyue.shape.Form;
import qiyue.shape.Shape;

/** Reads what stands in a document part by part, each by itself, strictly: whatever is wrong with one is reported. */
class RecordReader {
    private final Vocabulary vocabulary;
    private final Slips slips;
    private final Leaves leaves;

    RecordReader(Vocabulary vocabulary, Slips slips) {
        this.vocabulary = vocabulary;
        this.slips = slips;
        this.leaves = new Leaves(vocabulary, slips);
    }

    /** The record written at a place; nothing if something is wrong with it. */
    @Nullable
    Record record(Shape shape, JsonNode node, At pointer) {
        if (!node.isObject()) {
            slips.report(
                    "type",
                    pointer,
                    new Text("此处应为对象 { … }", "an object { … } is needed here"),
                    new Text("写成 {\"字段\": 值}", "write {\"field\": value}"));
            return null;
        }
        int before = slips.count();
        List<Field> fields = shape.fields();
        @Nullable JsonNode[] written = new JsonNode[fields.size()];
        List<String> strange = new ArrayList<>();
        for (Iterator<Map.Entry<String, JsonNode>> all = node.fields(); all.hasNext(); ) {
            Map.Entry<String, JsonNode> each = all.next();
            int at = shape.index(each.getKey());
            if (at < 0 || fields.get(at).derived()) {
                strange.add(each.getKey());
            } else {
                written[at] = each.getValue();
            }
        }
        if (!strange.isEmpty()) {
            unknown(shape, node, pointer);
        }
        Object[] values = new Object[written.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = written[i] == null && meant(fields.get(i), strange)
                    ? Blank.of(fields.get(i))
                    : value(fields.get(i), written[i], pointer);
        }
        List<Entry> entries = shape.type() == Records.class ? entries(node, pointer) : List.of();
        if (slips.count() > before) {
            return null;
        }
        Record made = shape.make(values);
        if (made instanceof Records records) {
            return Shape.with(records, "entries", entries);
        }
        return made instanceof Money m ? m.stated() : made instanceof Finding f ? withoutMoney(f) : made;
    }

    /** The same of one in a list. */
    @Nullable
    Record listed(Shape shape, JsonNode node, At pointer) {
        return record(shape, node, pointer);
    }

    /** What records of a class are made of, the fields the vocabulary declares included. */
    private Shape shape(Class<?> type) {
        return vocabulary.own().of(type);
    }

    /** The records of kinds the vocabulary declares. */
    private List<Entry> entries(JsonNode records, At pointer) {
        List<Entry> entries = new ArrayList<>();
        vocabulary.own().shapes().forEach((kind, shape) -> {
            JsonNode list = records.get(kind);
            if (list != null && !list.isArray()) {
                slips.report(
                        "type",
                        pointer.in(kind),
                        new Text("此处应为列表 [ … ]", "a list [ … ] is needed here"),
                        new Text("写成 [ … ]", "write [ … ]"));
            }
            for (int i = 0; list != null && i < list.size(); i++) {
                Entry entry =
                        (Entry) listed(shape, list.get(i), pointer.in(kind).at(i));
                if (entry != null) {
                    entries.add(Shape.with(
                            Shape.with(entry, "kind", kind),
                            "asks",
                            vocabulary.own().askedAs(kind)));
                }
            }
        });
        return List.copyOf(entries);
    }

    /** A conduct that has nothing to do with money has none, where none is stated: nobody is asked for a sum. */
    private Finding withoutMoney(Finding finding) {
        boolean none = vocabulary
                .entry("conducts", finding.conduct())
                .map(Vocabulary.Entry::money)
                .orElse("")
                .equals("none");
        return none && !finding.money().known() && finding.charges().isEmpty()
                ? Derivation.with(finding, "money", Money.unsettled(BigDecimal.ZERO))
                : finding;
    }

    /** Whether one of the unknown names is this field misspelt: that is told, and that the field is missing follows from it. */
    private static boolean meant(Field field, List<String> strange) {
        return !strange.isEmpty()
                && strange.stream()
                        .anyMatch(name ->
                                !Suggest.near(name, List.of(field.name())).isEmpty());
    }

    private void unknown(Shape shape, JsonNode node, At pointer) {
        for (Iterator<String> written = node.fieldNames(); written.hasNext(); ) {
            String name = written.next();
            Field known = shape.field(name).orElse(null);
            Set<String> kinds =
                    shape.type() == Records.class ? vocabulary.own().shapes().keySet() : Set.of();
            if ((known == null || known.derived()) && !kinds.contains(name)) {
                List<String> names = Stream.concat(
                                shape.fields().stream()
                                        .filter(f -> !f.derived())
                                        .map(Field::name),
                                kinds.stream())
                        .toList();
                slips.report(
                        "unknown-field",
                        pointer.in(name),
                        new Text("不认识的字段 " + name, "unknown field " + name),
                        elsewhere(name).orElseGet(() -> Suggest.fix(name, names)));
            }
        }
    }

    /** Where a document has a part of exactly that name; nothing if nowhere. */
    private Optional<Text> elsewhere(String name) {
        String place = holds(CaseFile.class, name)
                ? ""
                : holds(Records.class, name) || vocabulary.own().shapes().containsKey(name)
                        ? "records"
                        : holds(History.class, name) ? "history" : name;
        return place.equals(name)
                ? Optional.empty()
                : Optional.of(
                        place.isEmpty()
                                ? new Text(
                                        name + " 写在文书的最外层，与 inspection、records 并列",
                                        name + " stands at the top of the document, beside inspection and records")
                                : new Text(
                                        name + " 写在 " + place + " 里：\"" + place + "\": {\"" + name + "\": …}",
                                        name + " stands in " + place + ": \"" + place + "\": {\"" + name + "\": …}"));
    }

    private static boolean holds(Class<?> part, String name) {
        return Shape.of(part).field(name).filter(f -> !f.derived()).isPresent();
    }

    /** What a field holds, or its blank if it is not written. */
    private @Nullable Object value(Field field, @Nullable JsonNode value, At pointer) {
        if (value == null && (field.derived() || field.optional())) {
            return Blank.of(field);
        }
        At at = pointer.in(field.name());
        if (value == null) {
            missing(field, at);
            return null;
        }
        if (value.isNull()) {
            slips.report(
                    "null",
                    at,
                    new Text("不写 null", "null is not used"),
                    new Text("不知道就不写此字段；认定写 open", "leave the field out; for an answer write open"));
            return null;
        }
        return value(field, field.form(), value, at);
    }

    private void missing(Field field, At at) {
        boolean list = field.form() == Form.LIST;
        slips.report(
                "missing",
                at,
                new Text(
                        "缺少" + (list ? "列表 " : "字段 ") + field.name() + "（" + field.zh() + "）",
                        (list ? "list " : "field ") + field.name() + " is missing (" + field.en() + ")"),
                WhatToFillIn.of(field, leaves.codes(field), vocabulary));
    }

    private @Nullable Object value(Field field, Form form, JsonNode node, At at) {
        return switch (form) {
            case TEXT -> leaves.text(field, node, at);
            case WHOLE_NUMBER -> leaves.wholeNumber(field, node, at);
            case FIGURE -> leaves.figure(field, node, at);
            case TRUTH -> leaves.truth(node, at);
            case DAY -> leaves.day(field, node, at);
            case TIME -> leaves.time(field, node, at);
            case RECORD -> record(shape(field.element()), node, at);
            case LIST -> list(field, node, at);
            case MAP -> map(field, node, at);
            case CODE, OTHER -> throw new IllegalStateException(field.name() + " is not for documents");
        };
    }

    private List<Object> list(Field field, JsonNode node, At at) {
        List<Object> items = new ArrayList<>();
        if (!node.isArray()) {
            slips.report(
                    "type",
                    at,
                    new Text("此处应为列表 [ … ]", "a list [ … ] is needed here"),
                    new Text("写成 [ … ]", "write [ … ]"));
            return items;
        }
        if (field.elementForm() == Form.TEXT) {
            Repeats.of(node)
                    .forEach((again, first) ->
                            slips.report(Repeats.CODE, at.at(again), Repeats.said(first), Repeats.FIX));
        }
        for (int i = 0; i < node.size(); i++) {
            if (named(field)
                    && node.get(i).isTextual()
                    && Visible.blank(node.get(i).textValue())) {
                slips.report(
                        "value",
                        at.at(i),
                        new Text("这一项是空白", "this one is blank"),
                        new Text("写明，或删去这一项", "say what it is, or take it out"));
            }
            Object item = field.elementForm() == Form.RECORD
                    ? listed(shape(field.element()), node.get(i), at.at(i))
                    : value(field, field.elementForm(), node.get(i), at.at(i));
            if (item != null) {
                items.add(item);
            }
        }
        return List.copyOf(items);
    }

    /** Whether it names people or things: no code tells that one is blank, nor a fact that is not there. */
    private boolean named(Field field) {
        return field.elementForm() == Form.TEXT
                && field.pointsAt() == void.class
                && leaves.codes(field).isEmpty();
    }

    private Map<String, Object> map(Field field, JsonNode node, At at) {
        Map<String, Object> entries = new TreeMap<>();
        if (!node.isObject()) {
            slips.report(
                    "type",
                    at,
                    new Text("此处应为对象 { … }", "an object { … } is needed here"),
                    new Text("写成 {\"代码\": 值}", "write {\"code\": value}"));
            return entries;
        }
        node.fields().forEachRemaining(f -> {
            At below = at.in(f.getKey());
            entries.put(
                    f.getKey(),
                    field.elementForm() == Form.MAP
                            ? row(f.getValue(), below)
                            : coded(field, f.getKey(), f.getValue(), below));
        });
        return entries;
    }

    private String coded(Field field, String key, JsonNode node, At at) {
        if (!field.code().isEmpty() && !vocabulary.codes(field.code()).contains(key)) {
            slips.report(
                    "unknown-code",
                    at,
                    new Text(
                            "“" + key + "”不是" + label(field.code()).zh() + "的代码",
                            "'" + key + "' is no code for a "
                                    + label(field.code()).en()),
                    vocabulary.meant(key, field.code(), vocabulary.codes(field.code())));
        }
        String value = node.isTextual() ? node.textValue() : node.toString();
        if (field.codes().isEmpty() && !node.isTextual()) {
            slips.report(
                    "type",
                    at,
                    new Text("此处应为文字，加双引号", "a text in double quotes is needed here"),
                    new Text("改为文字", "write a text"));
        } else if (!field.codes().isEmpty()
                && (!node.isTextual() || !field.codes().contains(value))) {
            List<String> allowed = field.codes().stream().sorted().toList();
            slips.report(
                    "value",
                    at,
                    new Text(
                            "此处只能写 " + String.join("、", allowed),
                            "only " + String.join(", ", allowed) + " may stand here"),
                    Suggest.fix(value, allowed));
        } else {
            leaves.oneLine(value, at);
        }
        return value;
    }

    private Map<String, String> row(JsonNode node, At at) {
        Map<String, String> entry = new TreeMap<>();
        if (!node.isObject()) {
            slips.report(
                    "type",
                    at,
                    new Text("此处应为 { … }；没有可记的写 {}", "{ … } is needed here; {} if there is nothing to note"),
                    new Text("写成 {\"项\": 数}", "write {\"entry\": number}"));
            return entry;
        }
        node.fields()
                .forEachRemaining(f -> entry.put(
                        f.getKey(),
                        f.getValue().isNumber()
                                ? leaves.written(f.getValue(), at.in(f.getKey()))
                                : f.getValue().asText()));
        return entry;
    }

    private static Text label(String list) {
        return switch (list) {
            case "questions" -> new Text("问题", "question");
            case "record-kinds" -> new Text("数据种类", "kind of record");
            default -> new Text(list, list);
        };
    }
}
