package qiyue.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import qiyue.problem.Digest;
import qiyue.problem.Places;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/**
 * The text of one inspection.
 *
 * @param name what to call it in problems, such as its file
 * @param text one JSON document
 * @param placing gives problems the places people know: lines of the text, or cells of the workbook it was read from
 */
public record InspectionText(String name, String text, UnaryOperator<List<Problem>> placing) {
    /** A text that people wrote themselves. */
    public InspectionText(String name, String text) {
        this(name, text, problems -> Places.json(text, problems));
    }

    /** SHA-256 of the text, in hexadecimal. */
    public String digest() {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The document as JSON. */
    public JsonNode tree() throws Problems {
        return Sources.json(text, name);
    }

    /** The problems of the document, each with its place. */
    public Problems placed(Problems found) {
        return new Problems(placing.apply(found.all()));
    }
}
