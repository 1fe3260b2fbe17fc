package qiyue.law;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The order in which things are written down says nothing: not of facts, not of fields. And the same asked twice is answered alike. */
class OrderLawTest {
    private static final List<String> LISTS_OF_CODES =
            List.of("kinds", "topics", "conducts", "people", "leaders", "records", "stipulates", "contents");

    @ParameterizedTest
    @MethodSource("qiyue.law.Trial#regimes")
    void the_order_of_facts_and_fields_never_matters(Regime regime) {
        Trial.hold(regime, document -> {
            String expected = Judge.text(document);
            JsonNode other = shuffled(document, new Dice(document.toString().hashCode()), "");
            String actual = Judge.text(other);
            return expected.equals(actual)
                    ? List.of()
                    : Lines.differences(Judge.decide(document), Judge.decide(other), fields(Judge.decide(document)));
        });
    }

    @ParameterizedTest
    @MethodSource("qiyue.law.Trial#regimes")
    void the_same_document_gives_the_same_bytes_twice(Regime regime) {
        Trial.hold(regime, document -> {
            String first = Judge.text(document);
            return first.equals(Judge.afresh(document)) ? List.of() : List.of("other bytes the second time");
        });
    }

    private static List<String> fields(ObjectNode decision) {
        List<String> names = new ArrayList<>();
        decision.fieldNames().forEachRemaining(names::add);
        return names;
    }

    static JsonNode shuffled(JsonNode node, Dice dice, String name) {
        if (node instanceof ArrayNode array) {
            List<JsonNode> items = new ArrayList<>();
            array.forEach(item -> items.add(shuffled(item, dice, "")));
            boolean free = items.stream().allMatch(JsonNode::isObject) || LISTS_OF_CODES.contains(name);
            return JsonNodeFactory.instance.arrayNode().addAll(free ? dice.shuffled(items) : items);
        }
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            dice.shuffled(names).forEach(n -> copy.set(n, shuffled(object.get(n), dice, n)));
            return copy;
        }
        return node;
    }
}
