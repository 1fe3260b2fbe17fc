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

    /** What entries of lists are called by: places among them are numbers, which tell a reader nothing. */
    private static final List<String> NAMES = List.of("id", "clause", "kind", "act", "question", "sheet", "code");

    /**
     * A place, as JSON pointer into the first value (or the second, where the first has none), with both values; empty: not there.
     *
     * @param of what the entry of a list in which it lies is called, as {@code vocabulary}; empty where it lies in none, or in one
     *     without a name
     */
    public record Difference(String pointer, String of, String then, String now) {
        /** The place with what it belongs to. */
        public String place() {
            return of.isEmpty() ? pointer : pointer + " [" + of + "]";
        }
    }

    /** All places where they differ. */
    public static List<Difference> between(JsonNode then, JsonNode now) {
        Differences differences = new Differences();
        differences.compare("", "", then, now);
        return List.copyOf(differences.found);
    }

    private void compare(String at, String of, JsonNode then, JsonNode now) {
        if (then.equals(now)) {
            return;
        }
        if (then.isObject() && now.isObject()) {
            Set<String> names = new TreeSet<>();
            then.fieldNames().forEachRemaining(names::add);
            now.fieldNames().forEachRemaining(names::add);
            names.forEach(n -> compare(at + "/" + n, of, then.path(n), now.path(n)));
        } else if (then.isArray() && now.isArray()) {
            lists(at, of, then, now);
        } else {
            found.add(new Difference(at, of, text(then), text(now)));
        }
    }

    private void lists(String at, String of, JsonNode then, JsonNode now) {
        List<JsonNode> added = new ArrayList<>();
        now.forEach(added::add);
        List<Integer> gone = new ArrayList<>();
        for (int i = 0; i < then.size(); i++) {
            if (!added.remove(then.get(i))) {
                gone.add(i);
            }
        }
        for (int i = 0; i < Math.max(gone.size(), added.size()); i++) {
            JsonNode before = i < gone.size() ? then.get(gone.get(i)) : MissingNode.getInstance();
            JsonNode after = i < added.size() ? added.get(i) : MissingNode.getInstance();
            compare(
                    at + "/" + (i < gone.size() ? gone.get(i).toString() : "-"),
                    called(before.isMissingNode() ? after : before, of),
                    before,
                    after);
        }
        if (gone.isEmpty() && added.isEmpty()) {
            found.add(new Difference(at, of, text(then), text(now)));
        }
    }

    /** What an entry is called; what it stands in where it has no name of its own. */
    private static String called(JsonNode entry, String within) {
        for (String name : NAMES) {
            if (entry.path(name).isTextual()) {
                return entry.path(name).asText();
            }
        }
        return within;
    }

    private static String text(JsonNode value) {
        return value.isContainerNode() ? Canonical.text(value) : value.asText();
    }
}
