package qiyue.intake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import qiyue.decision.Decision;
import qiyue.fact.CaseFile;
import qiyue.fact.Says;
import qiyue.rulebook.Vocabulary;

/**
 * The JSON Schemas (2020-12) of inspections and decisions, made from the same records the reader and the report use.
 * Beyond structure the reader also checks what {@link Consistency} lists.
 */
public final class Schemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    private final @Nullable Vocabulary vocabulary;
    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    private Schemas(@Nullable Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The schema of an inspection; codes are those of the vocabulary. */
    public static ObjectNode inspection(Vocabulary vocabulary) {
        return new Schemas(vocabulary).root(CaseFile.class, "Qiyue 检查文书 / inspection");
    }

    /** The schema of a decision. */
    public static ObjectNode decision() {
        return new Schemas(null).root(Decision.class, "Qiyue 处理意见 / decision");
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
        String name = type.getSimpleName();
        if (!definitions.containsKey(name)) {
            ObjectNode object = NODES.objectNode();
            definitions.put(name, object);
            object.put("type", "object").put("additionalProperties", false);
            ObjectNode properties = object.putObject("properties");
            ArrayNode required = NODES.arrayNode();
            for (RecordComponent component : type.getRecordComponents()) {
                Says says = component.getAnnotation(Says.class);
                if (says != null && says.derived()) {
                    continue;
                }
                properties.set(component.getName(), schema(component.getGenericType(), says, component.getName()));
                if (vocabulary == null ? always(component) : says != null && !says.optional()) {
                    required.add(component.getName());
                }
            }
            if (!required.isEmpty()) {
                object.set("required", required);
            }
        }
        return NODES.objectNode().put("$ref", "#/$defs/" + name);
    }

    /** In a decision lists, truth values and codes are always there; what is blank is left out. */
    private static boolean always(RecordComponent component) {
        return component.getType() == List.class
                || component.getType() == boolean.class
                || component.getType().isEnum();
    }

    private ObjectNode schema(Type type, @Nullable Says says, String name) {
        ObjectNode node = NODES.objectNode();
        if (says != null && !says.zh().isEmpty()) {
            node.put("description", says.zh() + " / " + says.en());
        }
        if (type instanceof ParameterizedType p && p.getRawType() == List.class) {
            node.put("type", "array").set("items", schema(p.getActualTypeArguments()[0], coded(says), name));
            return node;
        }
        if (type instanceof ParameterizedType p) {
            node.put("type", "object");
            Type element = p.getActualTypeArguments()[1];
            if (element instanceof ParameterizedType) {
                ObjectNode row = node.putObject("additionalProperties")
                        .put("type", "object")
                        .putObject("additionalProperties");
                row.set("type", NODES.arrayNode().add("number").add("string"));
            } else {
                ObjectNode value = NODES.objectNode().put("type", "string");
                if (says != null && says.codes().length > 0) {
                    value.set("enum", texts(List.of(says.codes())));
                }
                if (says != null && !says.code().isEmpty() && vocabulary != null) {
                    node.putObject("propertyNames").set("enum", texts(vocabulary.codes(says.code())));
                }
                node.set("additionalProperties", value);
            }
            return node;
        }
        Class<?> wanted = (Class<?>) type;
        if (wanted.isRecord()) {
            node.setAll(reference(wanted));
        } else if (wanted.isEnum()) {
            node.set(
                    "enum",
                    texts(Arrays.stream(wanted.getEnumConstants())
                            .map(c -> ((Enum<?>) c).name().toLowerCase(Locale.ROOT))
                            .toList()));
        } else if (wanted == String.class) {
            node.put("type", "string");
            Collection<String> codes = says == null
                    ? List.of()
                    : !says.code().isEmpty() && vocabulary != null
                            ? vocabulary.codes(says.code())
                            : List.of(says.codes());
            if (!codes.isEmpty()) {
                node.set("enum", texts(codes));
            }
        } else if (wanted == int.class) {
            node.put("type", "integer").put("minimum", 0);
        } else if (wanted == BigDecimal.class) {
            node.put("type", "number").put("minimum", 0);
            if (Set.of("amount", "paid", "retained").contains(name)) {
                node.put("multipleOf", new BigDecimal("0.01"));
            }
        } else if (wanted == boolean.class) {
            node.put("type", "boolean");
        } else if (wanted == LocalDate.class) {
            node.put("type", "string").put("format", "date");
        } else if (wanted == LocalDateTime.class) {
            node.put("type", "string").put("pattern", "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?$");
        }
        return node;
    }

    private static @Nullable Says coded(@Nullable Says says) {
        return says != null && (!says.code().isEmpty() || says.codes().length > 0) ? says : null;
    }

    private static ArrayNode texts(Collection<String> values) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(array::add);
        return array;
    }
}
