package qiyue.law;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Alters a tree in place, whether what comes of it makes sense or not. */
final class Altering {
    private Altering() {}

    /** One object or list of the tree holds something else; how that is taken back. */
    static Runnable one(JsonNode tree, Dice dice) {
        List<JsonNode> nodes = new ArrayList<>();
        all(tree, nodes);
        List<JsonNode> holding =
                nodes.stream().filter(n -> n.isContainerNode() && !n.isEmpty()).toList();
        JsonNode other = dice.pick(nodes);
        if (dice.pick(holding) instanceof ArrayNode list) {
            ArrayNode before = list.arrayNode().addAll(list);
            alter(list, dice, other);
            return () -> list.removeAll().addAll(before);
        }
        ObjectNode object = (ObjectNode)
                dice.pick(holding.stream().filter(JsonNode::isObject).toList());
        Map<String, JsonNode> before = new LinkedHashMap<>();
        object.properties().forEach(e -> before.put(e.getKey(), e.getValue()));
        alter(object, dice, other);
        return () -> object.removeAll().setAll(before);
    }

    private static void all(JsonNode node, List<JsonNode> nodes) {
        nodes.add(node);
        node.forEach(n -> all(n, nodes));
    }

    private static void alter(ArrayNode list, Dice dice, JsonNode other) {
        int at = dice.between(0, list.size() - 1);
        switch (dice.between(0, 4)) {
            case 0 -> list.remove(at);
            case 1 -> list.add(list.remove(at));
            case 2 -> list.insert(0, list.get(at));
            case 3 -> list.add(list.get(at).deepCopy());
            default -> list.set(at, apart(other, list));
        }
    }

    private static void alter(ObjectNode object, Dice dice, JsonNode other) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = dice.pick(names);
        switch (dice.between(0, 5)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(dice.pick(names), object.remove(name));
            case 2 -> object.set(name + "x", object.remove(name));
            case 3 -> object.set(name, object.get(dice.pick(names)));
            case 4 -> object.set(name, apart(other, object));
            default ->
                object.set(
                        name,
                        dice.pick(List.of(
                                TextNode.valueOf("2025-02-03"),
                                TextNode.valueOf("yes"),
                                DecimalNode.valueOf(BigDecimal.valueOf(dice.between(0, 99), 1)),
                                BooleanNode.TRUE,
                                NullNode.instance)));
        }
    }

    /** A node of the tree, or its like where it would hold itself. */
    private static JsonNode apart(JsonNode node, JsonNode into) {
        List<JsonNode> below = new ArrayList<>();
        all(node, below);
        return below.stream().anyMatch(n -> n == into) ? node.deepCopy() : node;
    }
}
