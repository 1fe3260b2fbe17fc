package qiyue.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Suggest;
import qiyue.problem.Text;

/**
 * That this document was decided so, under these rules: one line of a chain. The document is kept without names of people and
 * free text, and the decision is that on the document as kept, so that anybody can decide it again.
 *
 * @param number 1 for the first of its chain
 * @param previous the digest of the one before it; empty for the first
 * @param original SHA-256 of the document as it was handed in, hexadecimal
 * @param document the document, masked
 * @param decision what was decided on it
 */
public record Receipt(int number, String previous, String original, JsonNode document, JsonNode decision) {
    private static final String FORMAT = "qiyue-receipt/1";
    private static final Set<String> MEMBERS =
            Set.of("format", "number", "previous", "original", "document", "decision", "digest");

    /** The receipt as one line of canonical JSON, without a line feed; its own digest is the last thing worked out. */
    public String line() {
        ObjectNode body = body();
        body.put("digest", Canonical.digest(body));
        return Canonical.text(body);
    }

    /** The digest of all it says, by which the next one names it. */
    public String digest() {
        return Canonical.digest(body());
    }

    /** The one form of a JSON value, on one line: what receipts hold documents in. */
    public static String canonical(JsonNode value) {
        return Canonical.text(value);
    }

    private ObjectNode body() {
        ObjectNode body = JsonNodeFactory.withExactBigDecimals(true).objectNode();
        body.put("format", FORMAT);
        body.put("number", number);
        if (!previous.isEmpty()) {
            body.put("previous", previous);
        }
        body.put("original", original);
        body.set("document", document);
        body.set("decision", decision);
        return body;
    }

    /**
     * Reads a line back.
     *
     * @param place what to call it in problems
     */
    static Receipt read(String line, String place) throws Problems {
        JsonNode tree = Sources.own(line, place);
        Set<String> wrong = new TreeSet<>();
        tree.fieldNames().forEachRemaining(n -> {
            if (!MEMBERS.contains(n)) {
                wrong.add(n);
            }
        });
        if (!wrong.isEmpty()
                || !tree.path("format").asText().equals(FORMAT)
                || !tree.path("document").isObject()
                || !tree.path("decision").isObject()
                || !tree.path("number").canConvertToInt()) {
            throw Problems.one(
                    "not-a-receipt",
                    place,
                    new Text(
                            "这一行不是处理回执" + (wrong.isEmpty() ? "" : "：多出 " + String.join("、", wrong)),
                            "this line is not a receipt"
                                    + (wrong.isEmpty() ? "" : ": it also holds " + String.join(", ", wrong))),
                    wrong.isEmpty()
                            ? new Text("回执由 evaluate --receipt 写出", "receipts are written by evaluate --receipt")
                            : Suggest.fix(wrong.iterator().next(), MEMBERS));
        }
        Receipt receipt = new Receipt(
                tree.path("number").asInt(),
                tree.path("previous").asText(""),
                tree.path("original").asText(""),
                tree.path("document"),
                tree.path("decision"));
        if (!receipt.digest().equals(tree.path("digest").asText())) {
            throw Problems.one(
                    "receipt-altered",
                    place,
                    new Text(
                            "回执的内容与其摘要不符：写出之后被改动过",
                            "the receipt does not have the digest it states: it was altered after it was written"),
                    new Text("取原件", "get the original"));
        }
        return receipt;
    }
}
