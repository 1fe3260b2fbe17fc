package qiyue.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import qiyue.explain.Explanation;
import qiyue.intake.Schemas;
import qiyue.problem.Problems;
import qiyue.problem.Program;
import qiyue.problem.Sources;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
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

    /** Parameters of which each value is known. */
    private static final Map<String, List<String>> CHOICES =
            Map.of("personal", List.of("masked", "shown"), "lang", List.of("zh", "en"));

    private OpenApi() {}

    static ObjectNode of(List<Endpoint> endpoints, Library library) {
        ObjectNode root = NODES.objectNode().put("openapi", "3.1.0");
        root.putObject("info")
                .put("title", "Qiyue 契约")
                .put("version", Program.VERSION)
                .put("summary", "检查文书的处理意见 / decisions on inspections under service agreements")
                .put("description", "只在本机，须带令牌；详见 docs/api.md / on this machine, with a token; see docs/api.md")
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
            path.set(endpoint.method().toLowerCase(java.util.Locale.ROOT), operation(endpoint, Example.of(library)));
        }
        ObjectNode components = root.putObject("components");
        components.set("schemas", schemas(library.vocabulary()));
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer");
        return root;
    }

    private static ObjectNode operation(Endpoint endpoint, ObjectNode example) {
        ObjectNode node =
                NODES.objectNode().put("operationId", endpoint.name()).put("summary", both(endpoint.summary()));
        if (endpoint.open()) {
            node.putArray("security");
        }
        ArrayNode parameters = NODES.arrayNode();
        Map<String, Text> known = new TreeMap<>(endpoint.parameters());
        if (!endpoint.open()) {
            known.put(Endpoint.LANG, new Text("拒绝时用的语言", "the language of refusals"));
        }
        known.forEach((name, says) -> parameters.add(parameter(endpoint, name, says)));
        if (!parameters.isEmpty()) {
            node.set("parameters", parameters);
        }
        if (!endpoint.takes().isEmpty()) {
            ObjectNode body = node.putObject("requestBody").put("required", true);
            ObjectNode content = content(endpoint.takes());
            if (content.path(Decisions.JSON) instanceof ObjectNode json) {
                json.set("example", example);
            }
            body.set("content", content);
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
        boolean path = endpoint.inPath(name);
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
        if (CHOICES.containsKey(name)) {
            CHOICES.get(name).forEach(schema.putArray("enum")::add);
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
        moved(all, "Explanation", Schemas.of(Explanation.class, "为何成立或不成立 / why a clause was met or not"));
        all.putObject("Explanations").put("type", "array").putObject("items").put("$ref", COMPONENTS + "Explanation");
        all.setAll(replies());
        ArrayNode codes = all.withObject("/Problem/properties/code").putArray("enum");
        Arrays.stream(Refusal.values()).map(Refusal::code).sorted().forEach(codes::add);
        return all;
    }

    /** What is answered beside decisions and explanations, whose schemas come from their records. */
    private static ObjectNode replies() {
        try (InputStream in = OpenApi.class.getResourceAsStream("/qiyue/api/replies.json")) {
            if (in == null) {
                throw new IllegalStateException("not in the program: replies.json");
            }
            return (ObjectNode) Sources.own(new String(in.readAllBytes(), StandardCharsets.UTF_8), "replies.json");
        } catch (IOException | Problems e) {
            throw new IllegalStateException("the program cannot be read", e);
        }
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
                if (field.getKey().equals("enumDescriptions")) {
                    // a keyword of editors: in an OpenAPI document by the name that generators know
                    copy.set("x-enum-descriptions", field.getValue());
                    return;
                }
                if (field.getKey().equals("enum") && !object.has("type")) {
                    // generators know one type of a list of values: words, or beside them true and false
                    ArrayNode words = words(field.getValue());
                    boolean both = words.size() < field.getValue().size();
                    ObjectNode worded = both ? copy.putArray("oneOf").addObject() : copy;
                    worded.put("type", "string").set("enum", words);
                    if (both) {
                        copy.withArray("oneOf").addObject().put("type", "boolean");
                    }
                    return;
                }
                if (field.getKey().equals("const") && field.getValue().isTextual()) {
                    // generators that know no constant would take "a day or none" for a day that may be null
                    copy.put("type", "string").putArray("enum").add(field.getValue());
                    return;
                }
                if (field.getKey().equals("anyOf") && bare(field.getValue())) {
                    // of a value that is a number or a text, generators make a class whose entries in maps they cannot
                    // send
                    copy.put("description", types(field.getValue()));
                    return;
                }
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

    /** Whether alternatives say nothing but their types. */
    private static boolean bare(JsonNode alternatives) {
        for (JsonNode each : alternatives) {
            if (each.size() != 1 || !each.has("type")) {
                return false;
            }
        }
        return true;
    }

    private static String types(JsonNode alternatives) {
        List<String> types = new ArrayList<>();
        alternatives.forEach(each -> types.add(each.path("type").asText()));
        return String.join(" | ", types);
    }

    /** Of codes that a document may also write as true and false, the words. */
    private static ArrayNode words(JsonNode codes) {
        ArrayNode words = NODES.arrayNode();
        codes.forEach(code -> {
            if (code.isTextual()) {
                words.add(code);
            }
        });
        return words;
    }
}
