package qiyue.law;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Cuts a document down while it still has a property: facts first, then fields, until nothing more can go. */
final class Shrinker {
    private static final int ATTEMPTS = 1_500;

    private final Predicate<ObjectNode> property;
    private ObjectNode least;
    private int attempts;

    private Shrinker(ObjectNode document, Predicate<ObjectNode> property) {
        this.least = document;
        this.property = property;
    }

    static ObjectNode shrink(ObjectNode document, Predicate<ObjectNode> property) {
        Shrinker shrinker = new Shrinker(document, property);
        while (shrinker.attempts < ATTEMPTS && (shrinker.without(true) | shrinker.without(false))) {
            // once more: what went may let something else go
        }
        return shrinker.least;
    }

    /** Tries to take away everything of its kind, from the end; true if something went. */
    private boolean without(boolean items) {
        boolean went = false;
        List<String> places = new ArrayList<>();
        places(least, "", items, places);
        for (int i = places.size() - 1; i >= 0 && attempts < ATTEMPTS; i--) {
            ObjectNode less = least.deepCopy();
            if (remove(less, places.get(i))) {
                attempts++;
                if (property.test(less)) {
                    least = less;
                    went = true;
                }
            }
        }
        return went;
    }

    /** JSON pointers of items of lists, or of fields. */
    private static void places(JsonNode node, String at, boolean items, List<String> places) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (items) {
                    places.add(at + "/" + i);
                }
                places(array.get(i), at + "/" + i, items, places);
            }
        } else if (node instanceof ObjectNode object) {
            object.fields().forEachRemaining(f -> {
                if (!items) {
                    places.add(at + "/" + f.getKey());
                }
                places(f.getValue(), at + "/" + f.getKey(), items, places);
            });
        }
    }

    /** Takes the place away; false if it is no longer there. */
    static boolean remove(ObjectNode document, String pointer) {
        int at = pointer.lastIndexOf('/');
        JsonNode parent = at == 0 ? document : document.at(pointer.substring(0, at));
        String name = pointer.substring(at + 1);
        if (parent instanceof ObjectNode object) {
            return object.remove(name) != null;
        }
        return parent instanceof ArrayNode array && array.remove(Integer.parseInt(name)) != null;
    }
}
