package qiyue.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import qiyue.change.DecisionDiff.Change;
import qiyue.change.LibraryDiff.Entry;
import qiyue.problem.Problem;
import qiyue.report.DiffReport.Comparison;
import qiyue.report.DiffReport.Item;

/** A comparison of two versions as JSON. */
final class DiffJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DiffJson() {}

    static String of(Comparison of) {
        ObjectNode root = NODES.objectNode();
        root.put("before", of.before()).put("after", of.after()).put("hypothetical", of.supposed());
        ObjectNode summary = root.putObject("summary");
        summary.put("inspections", of.items().size())
                .put("changed", count(of.items().stream().filter(Item::changed)))
                .put("remarksOnly", count(of.items().stream().filter(Item::remarksOnly)))
                .put("oneSided", count(of.items().stream().filter(Item::oneSided)))
                .put("unreadable", count(of.items().stream().filter(Item::unreadable)));
        ArrayNode rules = root.putArray("rules");
        of.rules()
                .forEach(e -> rules.add(entry(e).put(
                                "inspections",
                                count(of.items().stream()
                                        .filter(i -> i.changed() && i.because().contains(e))))
                        .put("before", e.before())
                        .put("after", e.after())));
        ArrayNode items = root.putArray("inspections");
        for (Item item : of.items()) {
            if (!item.changed() && !item.remarksOnly() && !item.unreadable()) {
                continue;
            }
            ObjectNode node = items.addObject();
            node.put("inspection", item.name());
            node.put("changed", item.changed());
            problems(node, "problemsBefore", item.before());
            problems(node, "problemsAfter", item.after());
            ArrayNode changes = node.putArray("changes");
            item.changes().forEach(c -> changes.add(change(c)));
            ArrayNode because = node.putArray("because");
            item.because().forEach(e -> because.add(entry(e)));
        }
        return JsonReport.pretty(root);
    }

    private static long count(Stream<?> stream) {
        return stream.count();
    }

    private static ObjectNode entry(Entry e) {
        ObjectNode node = NODES.objectNode();
        node.put("kind", code(e.kind())).put("how", code(e.how()));
        Map<String, String> named = new LinkedHashMap<>();
        named.put("rulebook", e.rulebook());
        named.put("clause", e.clause());
        named.put("name", e.name());
        named.forEach((k, v) -> {
            if (!v.isEmpty()) {
                node.put(k, v);
            }
        });
        return node;
    }

    private static ObjectNode change(Change c) {
        ObjectNode node = NODES.objectNode();
        node.put("part", code(c.part())).put("how", code(c.how())).put("key", c.key());
        if (!c.clauses().isEmpty()) {
            ArrayNode clauses = node.putArray("clauses");
            c.clauses().forEach(clauses::add);
        }
        ObjectNode fields = node.putObject("fields");
        c.fields()
                .forEach(f ->
                        fields.putObject(f.field()).put("before", f.before()).put("after", f.after()));
        return node;
    }

    private static void problems(ObjectNode node, String name, List<Problem> problems) {
        if (!problems.isEmpty()) {
            ArrayNode array = node.putArray(name);
            problems.forEach(p -> array.addObject()
                    .put("code", p.code())
                    .put("pointer", p.pointer())
                    .put("zh", p.message().zh())
                    .put("en", p.message().en()));
        }
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
