package qiyue.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes one point of a document: takes a field away, adds one, changes a type, spoils a code or a day. */
final class Mutations {
    private Mutations() {}

    /** What was changed, and the document so changed. */
    record Mutant(String what, JsonNode document) {}

    static Mutant mutate(JsonNode sound, Random random) {
        JsonNode document = sound.deepCopy();
        List<ObjectNode> objects = new ArrayList<>();
        collect(document, objects);
        ObjectNode target = objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>();
        target.fieldNames().forEachRemaining(names::add);
        String name = names.get(random.nextInt(names.size()));
        JsonNode value = target.get(name);
        switch (random.nextInt(6)) {
            case 0 -> {
                target.remove(name);
                return new Mutant("without " + name, document);
            }
            case 1 -> {
                target.put(name + "x", 1);
                return new Mutant("with " + name + "x", document);
            }
            case 2 -> {
                target.putNull(name);
                return new Mutant(name + " null", document);
            }
            case 3 -> {
                if (value.isContainerNode()) {
                    target.put(name, "text");
                } else if (value.isTextual()) {
                    target.put(name, 1);
                } else {
                    target.put(name, value.asText());
                }
                return new Mutant(name + " of another type", document);
            }
            case 4 -> {
                String spoilt = value.isTextual() ? value.textValue() + "-x" : "1";
                target.put(name, spoilt);
                return new Mutant(name + " = " + spoilt, document);
            }
            default -> {
                if (value.isNumber()) {
                    target.put(name, value.decimalValue().negate().subtract(new java.math.BigDecimal("0.001")));
                } else if (value.isTextual() && value.textValue().matches("\\d{4}-\\d{2}-\\d{2}.*")) {
                    target.put(name, "2025-02-30" + value.textValue().substring(10));
                } else {
                    target.put(name, false);
                }
                return new Mutant(name + " impossible: " + target.get(name), document);
            }
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            objects.add(object);
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(child -> collect(child, objects));
        }
    }
}
