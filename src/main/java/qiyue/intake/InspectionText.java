package qiyue.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import qiyue.problem.Digest;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/**
 * The text of one inspection.
 *
 * @param name what to call it in problems, such as its file
 * @param text one JSON document
 */
public record InspectionText(String name, String text) {
    /** SHA-256 of the text, in hexadecimal. */
    public String digest() {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The document as JSON. */
    public JsonNode tree() throws Problems {
        return Sources.json(text, name);
    }
}
