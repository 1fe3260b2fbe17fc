package qiyue.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Reads a JSON document as a tree: no name twice on one level, nothing after its end, decimals exactly. The library's own
 * mapper would do the same; a start takes longer to set it up, calendars and formats of days among it, than to read the document.
 */
final class JsonTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private final JsonFactory factory;
    private final long digits;

    /**
     * A reader.
     *
     * @param values so many names and values may a document have
     * @param digits so many digits may a number have before its point, and so many behind it, however it is written
     */
    JsonTree(long values, long digits) {
        this.digits = digits;
        this.factory = JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxTokenCount(values).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /** The document; an empty object where there is none. */
    JsonNode read(String text) throws JacksonException {
        try (JsonParser in = factory.createParser(text)) {
            if (in.nextToken() == null) {
                return NODES.objectNode();
            }
            JsonNode tree = value(in);
            if (in.nextToken() != null) {
                throw new JsonParseException(in, "Trailing token", in.currentTokenLocation());
            }
            return tree;
        } catch (JacksonException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("a text can be read", e);
        }
    }

    private JsonNode value(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> object(in);
            case START_ARRAY -> array(in);
            case VALUE_STRING -> NODES.textNode(in.getText());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(bounded(in.getDecimalValue(), in));
            case VALUE_NUMBER_INT ->
                switch (in.getNumberType()) {
                    case INT -> NODES.numberNode(in.getIntValue());
                    case LONG -> NODES.numberNode(in.getLongValue());
                    default ->
                        NODES.numberNode(bounded(new BigDecimal(in.getBigIntegerValue()), in)
                                .toBigInteger());
                };
            default -> throw new JsonParseException(in, "expected a value", in.currentTokenLocation());
        };
    }

    private BigDecimal bounded(BigDecimal number, JsonParser in) throws IOException {
        if (number.scale() > digits || number.precision() - (long) number.scale() > digits) {
            throw new JsonParseException(in, "exponent", in.currentTokenLocation());
        }
        return number;
    }

    private JsonNode object(JsonParser in) throws IOException {
        ObjectNode object = NODES.objectNode();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            object.set(name, value(in));
        }
        return object;
    }

    private JsonNode array(JsonParser in) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(in));
        }
        return array;
    }
}
