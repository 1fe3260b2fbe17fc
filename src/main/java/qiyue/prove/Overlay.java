package qiyue.prove;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two documents laid over one another, so that one fact is what both speak of: the first fact of a kind is the same in both, the
 * inspection, the facility and the agreement are, and all else stands side by side. Where they say two things of what is one, each
 * is tried.
 */
final class Overlay {
    private static final int MOST = 8;

    /** A place where the two differ, and what may stand there. */
    private record Choice(ObjectNode holder, String field, List<JsonNode> values) {}

    private final ObjectNode whole;
    private final String place;
    private final Map<String, List<JsonNode>> also;
    private final List<Choice> choices = new ArrayList<>();

    private Overlay(ObjectNode first, String place, Map<String, List<JsonNode>> also) {
        this.whole = first.deepCopy();
        this.place = place;
        this.also = also;
    }

    /**
     * The documents that hold both.
     *
     * @param place the list whose first entry is the one fact, such as {@code /findings}
     * @param also values by field that the shared fact may have besides, where the two differ
     */
    static List<ObjectNode> of(ObjectNode first, ObjectNode second, String place, Map<String, List<JsonNode>> also) {
        Overlay overlay = new Overlay(first, place, also);
        overlay.lay(overlay.apart(second));
        return overlay.all();
    }

    /** The second document with ids of its own, but for what is one with the first. */
    private ObjectNode apart(ObjectNode second) {
        Map<String, String> ids = new HashMap<>();
        collect(second, ids);
        for (String shared : List.of(place, "/agreements")) {
            String theirs = second.at(shared).path(0).path("id").asText();
            String ours = whole.at(shared).path(0).path("id").asText();
            if (!theirs.isEmpty() && !ours.isEmpty()) {
                ids.put(theirs, ours);
            }
        }
        ids.remove(second.at("/inspection/id").asText());
        return (ObjectNode) renamed(second, ids);
    }

    private static void collect(JsonNode node, Map<String, String> ids) {
        if (node.path("id").isTextual()) {
            ids.put(node.path("id").asText(), node.path("id").asText() + "-b");
        }
        node.forEach(n -> collect(n, ids));
    }

    private static JsonNode renamed(JsonNode node, Map<String, String> ids) {
        if (node.isTextual()) {
            return com.fasterxml.jackson.databind.node.TextNode.valueOf(ids.getOrDefault(node.asText(), node.asText()));
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.fields().forEachRemaining(f -> copy.set(f.getKey(), renamed(f.getValue(), ids)));
            return copy;
        }
        if (node instanceof ArrayNode list) {
            ArrayNode copy = list.arrayNode();
            list.forEach(n -> copy.add(renamed(n, ids)));
            return copy;
        }
        return node;
    }

    private void lay(ObjectNode second) {
        lay(whole, second, "");
    }

    private void lay(ObjectNode onto, ObjectNode from, String at) {
        from.fields().forEachRemaining(f -> {
            String here = at + "/" + f.getKey();
            JsonNode there = onto.path(f.getKey());
            JsonNode value = f.getValue();
            if (there.isMissingNode()) {
                onto.set(f.getKey(), value);
            } else if (there instanceof ObjectNode object && value instanceof ObjectNode other) {
                lay(object, other, here);
            } else if (there instanceof ArrayNode list && value instanceof ArrayNode other) {
                lists(list, other, here);
            } else if (!there.equals(value)) {
                Set<JsonNode> values = new LinkedHashSet<>(List.of(there, value));
                values.addAll(also.getOrDefault(f.getKey(), List.of()));
                choices.add(new Choice(onto, f.getKey(), List.copyOf(values)));
            }
        });
    }

    private void lists(ArrayNode onto, ArrayNode from, String at) {
        boolean one = at.equals(place) || at.equals("/agreements");
        for (int i = 0; i < from.size(); i++) {
            JsonNode entry = from.get(i);
            if (one && i == 0 && onto.path(0) instanceof ObjectNode ours && entry instanceof ObjectNode theirs) {
                lay(ours, theirs, at + "/0");
            } else if (!contains(onto, entry)) {
                onto.add(entry);
            }
        }
    }

    private static boolean contains(ArrayNode list, JsonNode entry) {
        for (JsonNode known : list) {
            if (known.equals(entry)) {
                return true;
            }
        }
        return false;
    }

    private List<ObjectNode> all() {
        List<ObjectNode> all = new ArrayList<>();
        choose(0, all);
        return all;
    }

    private void choose(int choice, List<ObjectNode> all) {
        if (all.size() >= MOST) {
            return;
        }
        if (choice == choices.size()) {
            ObjectNode copy = whole.deepCopy();
            Base.agree(copy);
            all.add(copy);
            return;
        }
        Choice each = choices.get(choice);
        for (JsonNode value : each.values()) {
            each.holder().set(each.field(), value);
            choose(choice + 1, all);
        }
    }
}
