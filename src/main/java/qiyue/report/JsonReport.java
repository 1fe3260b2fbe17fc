package qiyue.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import qiyue.decision.Decision;
import qiyue.fact.Blank;
import qiyue.fact.Conclusion;
import qiyue.shape.Shape;

/** A decision as JSON: its records as objects; what is blank (no day, no figure, no text) is left out. */
public final class JsonReport {
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

    private JsonReport() {}

    /** The decision on several lines, ending with a line feed. */
    public static String of(Decision decision) {
        return pretty(node(decision).orElseThrow());
    }

    /** The decision on one line, without a line feed. */
    public static String line(Decision decision) {
        return write(node(decision).orElseThrow(), false);
    }

    /** A list of records, indented. */
    public static String ofAll(List<? extends Record> records) {
        return pretty(node(records).orElseThrow());
    }

    /** A decision or a line of one as a tree. */
    static JsonNode tree(Record part) {
        return node(part).orElseThrow();
    }

    /** Any tree, indented by two, LF, ending with a line feed. */
    public static String pretty(JsonNode tree) {
        return write(tree, true) + "\n";
    }

    private static String write(JsonNode tree, boolean pretty) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        try {
            return pretty ? MAPPER.writer(printer).writeValueAsString(tree) : MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private static Optional<JsonNode> node(Object value) {
        if (value instanceof String s) {
            return s.isEmpty() ? Optional.empty() : Optional.of(NODES.textNode(s));
        }
        if (value instanceof LocalDate d) {
            return Blank.happened(d) ? Optional.of(NODES.textNode(d.toString())) : Optional.empty();
        }
        if (value instanceof BigDecimal n) {
            return n.compareTo(Conclusion.UNSTATED) == 0 ? Optional.empty() : Optional.of(NODES.numberNode(n));
        }
        if (value instanceof Integer i) {
            return i == Blank.UNKNOWN ? Optional.empty() : Optional.of(NODES.numberNode(i));
        }
        if (value instanceof Boolean b) {
            return Optional.of(NODES.booleanNode(b));
        }
        if (value instanceof Enum<?> e) {
            return Optional.of(NODES.textNode(e.name().toLowerCase(Locale.ROOT)));
        }
        if (value instanceof List<?> list) {
            var array = NODES.arrayNode();
            list.forEach(item -> node(item).ifPresent(array::add));
            return Optional.of(array);
        }
        ObjectNode object = NODES.objectNode();
        if (value instanceof Map<?, ?> map) {
            new TreeMap<>(map).forEach((k, v) -> node(v).ifPresent(n -> object.set(k.toString(), n)));
            return Optional.of(object);
        }
        Shape.of((Record) value).fields().forEach(f -> node(f.in(value)).ifPresent(n -> object.set(f.name(), n)));
        return object.isEmpty() ? Optional.empty() : Optional.of(object);
    }
}
