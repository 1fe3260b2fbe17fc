package qiyue.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The document as JSON. */
    public JsonNode tree() throws Problems {
        return Sources.json(text, name);
    }
}
