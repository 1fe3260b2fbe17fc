package qiyue.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** A document as people read it: each field and each record in a line of its own. */
public final class DocumentText {
    private static final List<String> HOLDERS = List.of("records", "history");

    private final StringBuilder text = new StringBuilder();
    private final String list;
    private final List<String> more;

    private DocumentText(String list, List<String> more) {
        this.list = list;
        this.more = more;
    }

    /** The document. */
    public static String of(ObjectNode document) {
        return of(document, "", List.of());
    }

    /**
     * The document with more records.
     *
     * @param list the pointer of the list they are added to
     * @param more records as JSON
     */
    public static String of(ObjectNode document, String list, List<String> more) {
        DocumentText written = new DocumentText(list, more);
        written.object(document, "", 1);
        return written.text.append('\n').toString();
    }

    private void object(ObjectNode node, String pointer, int depth) {
        text.append('{');
        boolean first = true;
        for (Iterator<Map.Entry<String, JsonNode>> all = node.fields(); all.hasNext(); ) {
            Map.Entry<String, JsonNode> each = all.next();
            line(first, depth);
            first = false;
            String at = pointer + "/" + each.getKey();
            text.append(com.fasterxml.jackson.databind.node.TextNode.valueOf(each.getKey()))
                    .append(": ");
            if (each.getValue() instanceof ObjectNode inner && HOLDERS.contains(each.getKey())) {
                object(inner, at, depth + 1);
            } else if (each.getValue() instanceof ArrayNode array && (at.equals(list) || holdsRecords(array))) {
                array(array, at.equals(list) ? more : List.of(), depth + 1);
            } else {
                text.append(each.getValue());
            }
        }
        end(first, depth);
        text.append('}');
    }

    private static boolean holdsRecords(ArrayNode array) {
        return !array.isEmpty() && array.get(0).isObject();
    }

    private void array(ArrayNode array, List<String> further, int depth) {
        text.append('[');
        boolean first = true;
        for (JsonNode each : array) {
            line(first, depth);
            first = false;
            text.append(each);
        }
        for (String each : further) {
            line(first, depth);
            first = false;
            text.append(each);
        }
        end(first, depth);
        text.append(']');
    }

    private void line(boolean first, int depth) {
        text.append(first ? "\n" : ",\n").append("  ".repeat(depth));
    }

    private void end(boolean empty, int depth) {
        if (!empty) {
            text.append('\n').append("  ".repeat(depth - 1));
        }
    }
}
