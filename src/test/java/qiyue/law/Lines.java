package qiyue.law;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import qiyue.Shipped;

/** Reads lines of decisions and documents as JSON. */
final class Lines {
    /** The parts of a decision that say what follows. */
    static final List<String> SUBSTANCE = List.of("breaches", "measures", "money", "duties", "questions");

    private Lines() {}

    static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    static Stream<ObjectNode> objects(JsonNode list) {
        return each(list).filter(JsonNode::isObject).map(ObjectNode.class::cast);
    }

    /** The texts of a list. */
    static List<String> texts(JsonNode list) {
        return each(list).map(JsonNode::asText).toList();
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    static BigDecimal sum(JsonNode node, String field) {
        return node.path(field).isNumber() ? node.path(field).decimalValue() : BigDecimal.ZERO;
    }

    /** What stands in one of the two and not in the other, part by part: − only before, + only after. */
    static List<String> differences(JsonNode before, JsonNode after, List<String> parts) {
        List<String> lines = new ArrayList<>();
        for (String part : parts) {
            List<String> old = lines(before.path(part));
            List<String> now = lines(after.path(part));
            old.stream().filter(l -> !now.contains(l)).forEach(l -> lines.add("− " + part + " " + l));
            now.stream().filter(l -> !old.contains(l)).forEach(l -> lines.add("+ " + part + " " + l));
            if (old.size() != now.size()
                    && old.stream().allMatch(now::contains)
                    && now.stream().allMatch(old::contains)) {
                lines.add("± " + part + ": a line more than once");
            }
        }
        return lines;
    }

    private static List<String> lines(JsonNode part) {
        if (part instanceof ArrayNode) {
            return each(part).map(JsonNode::toString).toList();
        }
        List<String> fields = new ArrayList<>();
        part.fields().forEachRemaining(f -> fields.add(f.getKey() + "=" + f.getValue()));
        return fields;
    }

    /** What a breach line says of each time the clause was met: clause, facts, and the instance itself. */
    record Met(String clause, Set<String> facts, JsonNode instance) {
        String certainty() {
            return text(instance, "certainty");
        }

        boolean established() {
            return certainty().equals("established");
        }
    }

    static List<Met> met(JsonNode decision) {
        List<Met> all = new ArrayList<>();
        objects(decision.path("breaches"))
                .forEach(b -> objects(b.path("instances")).forEach(i -> {
                    all.add(new Met(text(b, "clause"), new LinkedHashSet<>(texts(i.path("facts"))), i));
                }));
        return all;
    }

    /** Whether a measure must happen as things stand. */
    static boolean floor(JsonNode measure) {
        return text(measure, "certainty").equals("established")
                && !text(measure, "modality").equals("may")
                && text(measure, "absorbedBy").isEmpty();
    }

    /** Whether a measure takes money: what one takes another may have taken instead. */
    static boolean moves(JsonNode measure) {
        return Set.of("refuse", "recover", "withhold", "multiple", "deposit")
                .contains(Shipped.library().vocabulary().property("measures", text(measure, "kind"), "money"));
    }
}
