package qiyue.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.stream.StreamSupport;

/** The pieces that schemas of YAML files are put together from. */
final class SchemaNodes {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String DRAFT = "http://json-schema.org/draft-07/schema#";

    private SchemaNodes() {}

    static ObjectNode root(String title) {
        ObjectNode root = NODES.objectNode().put("$schema", DRAFT).put("title", "Qiyue " + title);
        root.setAll(object());
        return root;
    }

    static ObjectNode object() {
        ObjectNode node = NODES.objectNode().put("type", "object").put("additionalProperties", false);
        node.putObject("properties");
        return node;
    }

    static void field(ObjectNode object, String name, ObjectNode schema, String words) {
        if (!schema.has("$ref")) {
            schema.put("description", words);
        }
        ((ObjectNode) object.path("properties")).set(name, schema);
    }

    static ObjectNode needs(ObjectNode object, String... names) {
        ArrayNode required = object.putArray("required");
        for (String name : names) {
            required.add(name);
        }
        return object;
    }

    static ObjectNode both() {
        ObjectNode node = object();
        field(node, "zh", text(), "中文 / Chinese");
        field(node, "en", text(), "英文 / English");
        return needs(node, "zh", "en");
    }

    static ObjectNode text() {
        return NODES.objectNode().put("type", "string");
    }

    static ObjectNode number() {
        return NODES.objectNode().put("type", "number");
    }

    static ObjectNode bool() {
        return NODES.objectNode().put("type", "boolean");
    }

    static ObjectNode day() {
        return NODES.objectNode().put("type", "string").put("pattern", "^\\d{4}-\\d{2}-\\d{2}$");
    }

    static ObjectNode list(ObjectNode items) {
        ObjectNode node = NODES.objectNode().put("type", "array");
        node.set("items", items);
        if (!records(items)) {
            node.put("uniqueItems", true);
        }
        return node;
    }

    /** Whether it may be a record: two that say the same are two. */
    private static boolean records(JsonNode items) {
        return items.has("properties")
                || items.has("$ref")
                || items.path("type").asText().equals("object")
                || StreamSupport.stream(items.path("anyOf").spliterator(), false)
                        .anyMatch(SchemaNodes::records);
    }

    static ObjectNode any(ObjectNode... schemas) {
        ObjectNode node = NODES.objectNode();
        ArrayNode all = node.putArray("anyOf");
        for (ObjectNode schema : schemas) {
            all.add(schema);
        }
        return node;
    }

    static ObjectNode oneOf(Collection<String> codes) {
        ObjectNode node = NODES.objectNode().put("type", "string");
        ArrayNode values = node.putArray("enum");
        codes.forEach(values::add);
        return node;
    }
}
