package qiyue.intake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import qiyue.decision.Decision;
import qiyue.fact.CaseFile;
import qiyue.fact.FactKind;
import qiyue.fact.Records;
import qiyue.problem.Text;
import qiyue.rulebook.Vocabulary;
import qiyue.shape.Field;
import qiyue.shape.Form;
import qiyue.shape.Shape;

/**
 * The JSON Schemas (2020-12) of inspections and decisions, made from the same records the reader and the report use.
 * Beyond structure the reader also checks what {@link Consistency} lists.
 */
public final class Schemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int FORMAT = 1;
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    private final @Nullable Vocabulary vocabulary;
    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    private Schemas(@Nullable Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Every schema by name: inspection, decision and those of the files of a rules folder. */
    public static Map<String, ObjectNode> all(Vocabulary vocabulary) {
        Map<String, ObjectNode> schemas = new TreeMap<>(FileSchemas.all(vocabulary));
        schemas.put("inspection", inspection(vocabulary));
        schemas.put("decision", decision());
        schemas.replaceAll(Schemas::named);
        return schemas;
    }

    /** With what it is called by, for ever: the version of the format is raised only by what breaks it. */
    private static ObjectNode named(String name, ObjectNode schema) {
        ObjectNode named = NODES.objectNode();
        named.set("$schema", schema.get("$schema"));
        named.put("$id", "urn:qiyue:schema:" + name + ":" + FORMAT)
                .put("$comment", "格式版本 / version of the format: " + FORMAT);
        named.setAll(schema);
        return named;
    }

    /** The schema of an inspection; codes are those of the vocabulary. */
    public static ObjectNode inspection(Vocabulary vocabulary) {
        return new Schemas(vocabulary).root(CaseFile.class, "Qiyue 检查文书 / inspection");
    }

    /** The schema of a decision. */
    public static ObjectNode decision() {
        ObjectNode schema = new Schemas(null).root(Decision.class, "Qiyue 处理意见 / decision");
        ObjectNode fields = (ObjectNode) schema.at("/$defs/Decision/properties");
        fields.putObject("source")
                .put("type", "string")
                .put("description", "检查文书的出处（ndjson）/ the file of the inspection (ndjson)");
        fields.putObject("line")
                .put("type", "integer")
                .put("description", "在该文件中的行（ndjson）/ its line in that file (ndjson)");
        fields.putObject("basis")
                .put("type", "string")
                .put(
                        "description",
                        "除文书外所依据的一切的摘要：程序、规则册及其共用部分（ndjson）/ digest of all it rests on but the inspection: program, rulebooks and what they share (ndjson)");
        return schema;
    }

    /** The schema of what the program writes of a record, whatever it is. */
    public static ObjectNode of(Class<? extends Record> type, String title) {
        return new Schemas(null).root(type, title);
    }

    private ObjectNode root(Class<?> type, String title) {
        reference(type);
        ObjectNode root = NODES.objectNode();
        root.put("$schema", DRAFT).put("title", title).put("$ref", "#/$defs/" + type.getSimpleName());
        ObjectNode all = root.putObject("$defs");
        definitions.forEach(all::set);
        return root;
    }

    private ObjectNode reference(Class<?> type) {
        Vocabulary words = vocabulary;
        ObjectNode reference = reference(
                type.getSimpleName(),
                words == null ? Shape.of(type) : words.own().of(type),
                type == CaseFile.class
                        ? "case"
                        : FactKind.of(type).map(FactKind::asks).orElse(""));
        ObjectNode records = definitions.get(type.getSimpleName());
        if (words != null && records != null && type == Records.class) {
            ObjectNode places = (ObjectNode) records.path("properties");
            words.own()
                    .shapes()
                    .forEach((kind, shape) -> places.putObject(kind)
                            .put("type", "array")
                            .put("description", shape.zh() + " / " + shape.en())
                            .set("items", reference(kind, shape, words.own().askedAs(kind))));
        }
        return reference;
    }

    /** @param asked the word by which questions are asked about it; empty where none are */
    private ObjectNode reference(String name, Shape shape, String asked) {
        if (!definitions.containsKey(name)) {
            ObjectNode object = NODES.objectNode();
            definitions.put(name, object);
            title(name, shape).ifPresent(title -> object.put("title", title));
            object.put("type", "object").put("additionalProperties", false);
            ObjectNode properties = object.putObject("properties");
            ArrayNode required = NODES.arrayNode();
            for (Field field : shape.fields()) {
                if (field.derived()) {
                    continue;
                }
                properties.set(field.name(), schema(field, asked));
                if (vocabulary == null ? always(field) : !field.optional()) {
                    required.add(field.name());
                }
            }
            if (!required.isEmpty()) {
                object.set("required", required);
            }
        }
        return NODES.objectNode().put("$ref", "#/$defs/" + name);
    }

    /** In a decision lists, truth values and codes are always there; what is blank is left out. */
    private static boolean always(Field field) {
        return field.form() == Form.LIST || field.form() == Form.TRUTH || field.form() == Form.CODE;
    }

    /** What the records of this kind are called, in both languages. */
    private Optional<String> title(String name, Shape shape) {
        String place = FactKind.named(name).map(FactKind::examined).orElse(name);
        Optional<Text> kind = vocabulary == null
                ? Optional.empty()
                : vocabulary.entry("record-kinds", place).map(Vocabulary.Entry::label);
        return kind.map(k -> k.zh() + " / " + k.en())
                .or(() -> shape.zh().isEmpty() ? Optional.empty() : Optional.of(shape.zh() + " / " + shape.en()));
    }

    private ObjectNode schema(Field field, String asked) {
        ObjectNode node = NODES.objectNode();
        if (!field.zh().isEmpty()) {
            node.put("description", field.zh() + " / " + field.en());
        }
        switch (field.form()) {
            case LIST -> {
                node.put("type", "array").set("items", of(field.elementForm(), field, NODES.objectNode()));
                if (field.elementForm() == Form.TEXT && vocabulary != null) {
                    node.put("uniqueItems", true);
                }
            }
            case MAP -> map(field, node.put("type", "object"), asked);
            default -> of(field.form(), field, node);
        }
        return node;
    }

    private void map(Field field, ObjectNode node, String asked) {
        if (field.elementForm() == Form.MAP) {
            ObjectNode row =
                    node.putObject("additionalProperties").put("type", "object").putObject("additionalProperties");
            row.putArray("anyOf")
                    .add(NODES.objectNode().put("type", "number"))
                    .add(NODES.objectNode().put("type", "string"));
            return;
        }
        ObjectNode value = NODES.objectNode().put("type", "string");
        if (!field.codes().isEmpty()) {
            value.set("enum", texts(field.codes()));
        }
        if (!field.code().isEmpty() && vocabulary != null) {
            Vocabulary words = vocabulary;
            List<String> codes = words.codes(field.code()).stream()
                    .filter(code -> !field.code().equals("questions") || askedOf(words, code, asked))
                    .toList();
            if (codes.isEmpty()) {
                node.put("maxProperties", 0);
            } else {
                node.putObject("propertyNames").set("enum", texts(codes));
            }
        }
        node.set("additionalProperties", value);
    }

    /** A question is answered where what it asks about stands. */
    private static boolean askedOf(Vocabulary words, String question, String asked) {
        String about = words.property("questions", question, "about");
        return about.isEmpty() || about.equals(asked);
    }

    private ObjectNode of(Form form, Field field, ObjectNode node) {
        switch (form) {
            case RECORD -> node.setAll(reference(field.element()));
            case CODE ->
                node.set(
                        "enum",
                        texts(Arrays.stream(field.element().getEnumConstants())
                                .map(c -> ((Enum<?>) c).name().toLowerCase(Locale.ROOT))
                                .toList()));
            case TEXT -> {
                node.put("type", "string");
                // a decision may hold whatever code a vocabulary has
                Collection<String> codes = vocabulary != null
                        ? vocabulary.codes(field)
                        : field.code().isEmpty() ? field.codes() : List.of();
                if (!codes.isEmpty()) {
                    ArrayNode allowed = texts(codes);
                    if (vocabulary != null && codes.containsAll(Leaves.TRUTHS)) {
                        allowed.add(true).add(false);
                        node.remove("type");
                        node.put(
                                "description",
                                node.path("description").asText().replaceFirst(" / ", "；true 即 yes、false 即 no / ")
                                        + "; true: yes, false: no");
                    }
                    node.set("enum", allowed);
                    if (!field.code().isEmpty() && vocabulary != null) {
                        node.set("enumDescriptions", described(field.code(), codes, vocabulary));
                    }
                }
            }
            case WHOLE_NUMBER -> {
                bounds(field, node.put("type", "integer"));
                if (Leaves.isYear(field) && vocabulary != null) {
                    node.put("minimum", Leaves.FIRST_YEAR).put("maximum", Leaves.LAST_YEAR);
                }
            }
            case FIGURE -> bounds(field, node.put("type", "number"));
            case TRUTH -> node.put("type", "boolean");
            case DAY -> day(field, node).put("format", "date");
            case TIME -> day(field, node).put("pattern", "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?$");
            case LIST, MAP, OTHER -> {
                // what a list of lists or a foreign object may hold is not said
            }
        }
        return node;
    }

    /** Zero may be left out of an inspection; a decision writes it where nothing was decided. */
    private void bounds(Field field, ObjectNode node) {
        if (field.some() && vocabulary != null) {
            node.put("exclusiveMinimum", 0);
        } else {
            node.put("minimum", 0);
        }
        if (field.most() > 0 && vocabulary != null) {
            node.put("maximum", field.most());
        }
    }

    /** Where the form of a day goes; an inspection may also say that it has expressly not happened. */
    private ObjectNode day(Field field, ObjectNode node) {
        if (vocabulary == null || !(field.optional() || field.event())) {
            return node.put("type", "string");
        }
        ObjectNode form = NODES.objectNode().put("type", "string");
        node.putArray("anyOf").add(form).add(NODES.objectNode().put("const", Leaves.NONE));
        return form;
    }

    /** What editors show beside each code, in the order of the codes: its labels; of a conduct also when to take it. */
    private static ArrayNode described(String list, Collection<String> codes, Vocabulary vocabulary) {
        return texts(codes.stream()
                .map(c -> vocabulary.entry(list, c).orElse(new Vocabulary.Entry(c, new Text(c, c), Map.of(), Map.of())))
                .map(e -> e.label().zh() + " / " + e.label().en() + (list.equals("conducts") ? use(e, vocabulary) : ""))
                .toList());
    }

    private static String use(Vocabulary.Entry conduct, Vocabulary vocabulary) {
        String money = switch (conduct.money()) {
            case "claim" -> "；金额应写明";
            case "none" -> "；不涉及金额";
            default -> "";
        };
        return vocabulary
                        .entry("uses", conduct.code())
                        .map(u -> "。" + u.label().zh() + " / " + u.label().en())
                        .orElse("")
                + money;
    }

    private static ArrayNode texts(Collection<String> values) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(array::add);
        return array;
    }
}
