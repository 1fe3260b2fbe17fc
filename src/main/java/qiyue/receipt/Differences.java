package qiyue.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where two JSON values differ, place by place. Of lists, what both hold is passed over and the rest compared in order. */
public final class Differences {
    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    /** A place, as JSON pointer into the first value (or the second, where the first has none), with both values; empty: not there. */
    public record Difference(String pointer, String then, String now) {}

    /** All places where they differ. */
    public static List<Difference> between(JsonNode then, JsonNode now) {
        Differences differences = new Differences();
        differences.compare("", then, now);
        return List.copyOf(differences.found);
    }

    private void compare(String at, JsonNode then, JsonNode now) {
        if (then.equals(now)) {
            return;
        }
        if (then.isObject() && now.isObject()) {
            Set<String> names = new TreeSet<>();
            then.fieldNames().forEachRemaining(names::add);
            now.fieldNames().forEachRemaining(names::add);
            names.forEach(n -> compare(at + "/" + n, then.path(n), now.path(n)));
        } else if (then.isArray() && now.isArray()) {
            lists(at, then, now);
        } else {
            found.add(new Difference(at, text(then), text(now)));
        }
    }

    private void lists(String at, JsonNode then, JsonNode now) {
        List<JsonNode> added = new ArrayList<>();
        now.forEach(added::add);
        List<Integer> gone = new ArrayList<>();
        for (int i = 0; i < then.size(); i++) {
            if (!added.remove(then.get(i))) {
                gone.add(i);
            }
        }
        for (int i = 0; i < Math.max(gone.size(), added.size()); i++) {
            compare(
                    at + "/" + (i < gone.size() ? gone.get(i).toString() : "-"),
                    i < gone.size() ? then.get(gone.get(i)) : MissingNode.getInstance(),
                    i < added.size() ? added.get(i) : MissingNode.getInstance());
        }
        if (gone.isEmpty() && added.isEmpty()) {
            found.add(new Difference(at, text(then), text(now)));
        }
    }

    private static String text(JsonNode value) {
        return value.isContainerNode() ? Canonical.text(value) : value.asText();
    }
}
