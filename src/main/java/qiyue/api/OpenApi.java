package qiyue.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import qiyue.intake.Schemas;
import qiyue.problem.Program;
import qiyue.problem.Text;
import qiyue.rulebook.Vocabulary;
import qiyue.serve.Refusal;

/** The OpenAPI 3.1 document of a list of endpoints. */
final class OpenApi {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String COMPONENTS = "#/components/schemas/";
    private static final String DEFINITIONS = "#/$defs/";

    /** What every request may get that needs a token. */
    private static final List<Refusal> ALWAYS = List.of(
            Refusal.BAD_REQUEST,
            Refusal.NO_TOKEN,
            Refusal.FOREIGN,
            Refusal.HEADERS_TOO_LARGE,
            Refusal.INTERNAL,
            Refusal.BUSY,
            Refusal.STOPPING);

    private static final List<Refusal> ALWAYS_OPEN =
            List.of(Refusal.BAD_REQUEST, Refusal.FOREIGN, Refusal.HEADERS_TOO_LARGE, Refusal.INTERNAL);

    private OpenApi() {}

    static ObjectNode of(List<Endpoint> endpoints, Vocabulary vocabulary) {
        ObjectNode root = NODES.objectNode().put("openapi", "3.1.0");
        root.putObject("info")
                .put("title", "Qiyue 契约")
                .put("version", Program.VERSION)
                .put("summary", "检查文书的处理意见 / decisions on inspections under service agreements")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        root.putArray("servers").addObject().put("url", "/");
        root.putArray("security").addObject().putArray("token");
        ObjectNode paths = root.putObject("paths");
        for (Endpoint endpoint : endpoints) {
            ObjectNode path = paths.has(endpoint.path())
                    ? (ObjectNode) paths.get(endpoint.path())
                    : paths.putObject(endpoint.path());
            path.set(endpoint.method().toLowerCase(java.util.Locale.ROOT), operation(endpoint));
        }
        ObjectNode components = root.putObject("components");
        components.set("schemas", schemas(vocabulary));
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer");
        return root;
    }

    private static ObjectNode operation(Endpoint endpoint) {
        ObjectNode node =
                NODES.objectNode().put("operationId", endpoint.name()).put("summary", both(endpoint.summary()));
        if (endpoint.open()) {
            node.putArray("security");
        }
        ArrayNode parameters = NODES.arrayNode();
        new TreeMap<>(endpoint.parameters()).forEach((name, says) -> parameters.add(parameter(endpoint, name, says)));
        if (!parameters.isEmpty()) {
            node.set("parameters", parameters);
        }
        if (!endpoint.takes().isEmpty()) {
            ObjectNode body = node.putObject("requestBody").put("required", true);
            body.set("content", content(endpoint.takes()));
        }
        ObjectNode responses = node.putObject("responses");
        responses
                .putObject("200")
                .put("description", both(endpoint.summary()))
                .set("content", content(endpoint.gives()));
        Map<String, Set<String>> refusals = new TreeMap<>();
        List<Refusal> all = new ArrayList<>(endpoint.open() ? ALWAYS_OPEN : ALWAYS);
        all.addAll(endpoint.refusals());
        for (Refusal refusal : all) {
            refusals.computeIfAbsent(Integer.toString(refusal.status()), s -> new LinkedHashSet<>())
                    .add(refusal.code() + ": " + both(refusal.title()));
        }
        refusals.forEach((status, says) -> {
            ObjectNode response = responses.putObject(status).put("description", String.join("; ", says));
            if (endpoint.open() && status.equals("503")) {
                response.set("content", content(endpoint.gives()));
            } else {
                response.set("content", content(Map.of("application/problem+json", "Problem")));
            }
        });
        return node;
    }

    private static ObjectNode parameter(Endpoint endpoint, String name, Text says) {
        boolean path = endpoint.path().contains("{" + name + "}");
        ObjectNode parameter = NODES.objectNode()
                .put("name", name)
                .put("in", path ? "path" : "query")
                .put("description", both(says))
                .put("required", path);
        ObjectNode schema = parameter.putObject("schema");
        if (name.equals("clause")) {
            schema.put("type", "array").putObject("items").put("type", "string");
        } else {
            schema.put("type", "string");
        }
        if (name.equals("personal")) {
            schema.putArray("enum").add("masked").add("shown");
        }
        return parameter;
    }

    private static ObjectNode content(Map<String, String> types) {
        ObjectNode content = NODES.objectNode();
        new TreeMap<>(types)
                .forEach((type, schema) ->
                        content.putObject(type).putObject("schema").put("$ref", COMPONENTS + schema));
        return content;
    }

    private static String both(Text text) {
        return text.zh() + " / " + text.en();
    }

    private static ObjectNode schemas(Vocabulary vocabulary) {
        ObjectNode all = NODES.objectNode();
        moved(all, "Inspection", Schemas.inspection(vocabulary));
        moved(all, "Decision", Schemas.decision());
        all.putObject("Any").put("type", "object");
        all.putObject("Text").put("type", "string");
        ObjectNode explanations = all.putObject("Explanations").put("type", "array");
        explanations
                .putObject("items")
                .put("type", "object")
                .putArray("required")
                .add("clause")
                .add("state");
        object(all, "Comparison", "hypothetical", "inspection", "region", "regions");
        object(all, "Rulebooks", "program", "programDigest", "rulebooks", "shared");
        all.putObject("Conducts");
        object(all, "Schemas", "schemas");
        problem(all);
        ArrayNode line = all.putObject("Line").putArray("anyOf");
        line.addObject().put("$ref", COMPONENTS + "Decision");
        ObjectNode refused = line.addObject().put("type", "object");
        refused.putObject("properties").putObject("line").put("type", "integer");
        ((ObjectNode) refused.get("properties")).putObject("problem").put("$ref", COMPONENTS + "Problem");
        refused.putArray("required").add("line").add("problem");
        return all;
    }

    private static void object(ObjectNode all, String name, String... fields) {
        ArrayNode required = all.putObject(name).put("type", "object").putArray("required");
        for (String field : fields) {
            required.add(field);
        }
    }

    private static void problem(ObjectNode all) {
        ObjectNode problem = all.putObject("Problem").put("type", "object");
        ObjectNode fields = problem.putObject("properties");
        for (String text : List.of("type", "title", "detail", "instance")) {
            fields.putObject(text).put("type", "string");
        }
        fields.putObject("status").put("type", "integer");
        ArrayNode codes = fields.putObject("code").put("type", "string").putArray("enum");
        Set<String> sorted = new TreeSet<>();
        for (Refusal refusal : Refusal.values()) {
            sorted.add(refusal.code());
        }
        sorted.forEach(codes::add);
        ObjectNode error = fields.putObject("errors")
                .put("type", "array")
                .putObject("items")
                .put("type", "object");
        ObjectNode parts = error.putObject("properties");
        for (String text : List.of("code", "pointer", "detail", "page")) {
            parts.putObject(text).put("type", "string");
        }
        parts.putObject("warning").put("type", "boolean");
        parts.putObject("line").put("type", "integer");
        parts.putObject("column").put("type", "integer");
        parts.putObject("message").put("type", "object");
        parts.putObject("fix").put("type", "object");
        error.putArray("required").add("code").add("pointer").add("detail");
        problem.putArray("required").add("type").add("title").add("status").add("code");
    }

    /** A schema with its definitions as components of their own, under its name. */
    private static void moved(ObjectNode all, String name, ObjectNode schema) {
        String prefix = name + ".";
        schema.path("$defs")
                .properties()
                .forEach(definition -> all.set(prefix + definition.getKey(), moved(definition.getValue(), prefix)));
        all.putObject(name)
                .put("title", schema.path("title").asText())
                .put("$ref", COMPONENTS + prefix + schema.path("$ref").asText().substring(DEFINITIONS.length()));
    }

    private static JsonNode moved(JsonNode node, String prefix) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = NODES.objectNode();
            object.properties().forEach(field -> {
                boolean reference =
                        field.getKey().equals("$ref") && field.getValue().isTextual();
                copy.set(
                        field.getKey(),
                        reference
                                ? TextNode.valueOf(COMPONENTS
                                        + prefix
                                        + field.getValue().asText().substring(DEFINITIONS.length()))
                                : moved(field.getValue(), prefix));
            });
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = NODES.arrayNode();
            array.forEach(item -> copy.add(moved(item, prefix)));
            return copy;
        }
        return node;
    }
}
