package qiyue.prove;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Takes out of a document whatever is not needed for what it shows: whole entries first, then single values. */
final class Shrinking {
    private Shrinking() {}

    /** The document with as little as the test still holds of. */
    static ObjectNode of(ObjectNode document, Predicate<ObjectNode> holds) {
        ObjectNode smallest = document;
        boolean less = true;
        while (less) {
            less = false;
            for (List<String> path : paths(smallest)) {
                ObjectNode without = without(smallest, path);
                if (holds.test(without)) {
                    smallest = without;
                    less = true;
                    break;
                }
            }
        }
        return smallest;
    }

    private static List<List<String>> paths(ObjectNode document) {
        List<List<String>> paths = new ArrayList<>();
        collect(document, List.of(), paths);
        return paths;
    }

    private static ObjectNode without(ObjectNode document, List<String> path) {
        ObjectNode copy = document.deepCopy();
        JsonNode at = copy;
        for (String step : path.subList(0, path.size() - 1)) {
            at = at.isArray() ? at.path(Integer.parseInt(step)) : at.path(step);
        }
        String last = path.get(path.size() - 1);
        if (at instanceof ArrayNode list) {
            list.remove(Integer.parseInt(last));
        } else {
            ((ObjectNode) at).remove(last);
        }
        return copy;
    }

    private static void collect(JsonNode node, List<String> at, List<List<String>> paths) {
        List<List<String>> below = new ArrayList<>();
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(n -> below.add(plus(at, n)));
        } else if (node.isArray()) {
            for (int i = node.size() - 1; i >= 0; i--) {
                below.add(plus(at, String.valueOf(i)));
            }
        }
        below.stream().filter(p -> !kept(p)).forEach(paths::add);
        for (List<String> path : below) {
            String last = path.get(path.size() - 1);
            collect(node.isArray() ? node.path(Integer.parseInt(last)) : node.path(last), path, paths);
        }
    }

    /** What a person expects of every document. */
    private static boolean kept(List<String> path) {
        String first = path.get(0);
        return List.of("region", "inspection", "scope", "facility").contains(first) && path.size() < 2
                || first.equals("facility")
                || (first.equals("agreements")
                        && (path.size() < 2 || (path.size() == 2 && path.get(1).equals("0"))));
    }

    private static List<String> plus(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
