package qiyue.workbench;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The documents that pages sent last, so that an entry into a large one need send no more than what stands in another's stead. Each
 * is held for the next entry into it and for no other: whoever names one that is not held any more sends the whole.
 */
final class Standing {
    /** So many pages are entered into at once. */
    private static final int HELD = 4;

    private final Map<String, JsonNode> documents = new LinkedHashMap<>();

    /** Holds a document; what to call it by. */
    synchronized String hold(JsonNode document) {
        String name = UUID.randomUUID().toString();
        documents.put(name, document);
        while (documents.size() > HELD) {
            documents.remove(documents.keySet().iterator().next());
        }
        return name;
    }

    /**
     * The document, and what was entered in the stead of what stood there.
     *
     * @param entered by pointers to what the document has
     * @return nothing where it is not held, has nothing at a pointer, or nothing can be told of what was entered
     */
    Optional<JsonNode> with(String name, JsonNode entered) {
        JsonNode document = take(name);
        if (!entered.isObject()) {
            return Optional.empty();
        }
        try {
            for (Map.Entry<String, JsonNode> value : entered.properties()) {
                document = in(document, JsonPointer.compile(value.getKey()), value.getValue());
            }
            return Optional.of(document).filter(d -> !d.isMissingNode());
        } catch (IllegalArgumentException nowhere) {
            return Optional.empty();
        }
    }

    private synchronized JsonNode take(String name) {
        JsonNode document = documents.remove(name);
        return document == null ? JsonNodeFactory.instance.missingNode() : document;
    }

    /** What does not change is shared with the document as it was, which stays as it is. */
    private static JsonNode in(JsonNode node, JsonPointer at, JsonNode value) {
        if (at.matches()) {
            return value;
        }
        if (node instanceof ObjectNode object && object.has(at.getMatchingProperty())) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            copy.setAll(object);
            copy.set(at.getMatchingProperty(), in(object.path(at.getMatchingProperty()), at.tail(), value));
            return copy;
        }
        if (node instanceof ArrayNode array && array.has(at.getMatchingIndex())) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
            copy.addAll(array);
            copy.set(at.getMatchingIndex(), in(array.get(at.getMatchingIndex()), at.tail(), value));
            return copy;
        }
        throw new IllegalArgumentException("nothing stands at " + at);
    }
}
