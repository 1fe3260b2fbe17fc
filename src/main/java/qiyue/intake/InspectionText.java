package qiyue.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import qiyue.problem.Digest;
import qiyue.problem.Places;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** The text of one inspection. */
public final class InspectionText {
    private final String name;
    private final Supplier<String> text;
    private final Supplier<String> digest;
    private final UnaryOperator<List<Problem>> placing;
    private @Nullable String taken;

    private InspectionText(
            String name, Supplier<String> text, Supplier<String> digest, UnaryOperator<List<Problem>> placing) {
        this.name = name;
        this.text = text;
        this.digest = digest;
        this.placing = placing;
    }

    /**
     * A text that was written from elsewhere.
     *
     * @param name what to call it in problems, such as its file
     * @param text one JSON document
     * @param placing gives problems the places people know: lines of the text, or cells of the workbook it was read from
     */
    public InspectionText(String name, String text, UnaryOperator<List<Problem>> placing) {
        this(name, () -> text, () -> digest(text), placing);
    }

    /** A text that people wrote themselves. */
    public InspectionText(String name, String text) {
        this(name, text, problems -> Places.json(text, problems));
    }

    /** A document that is there without a text: it is written when somebody asks for one, so nobody may alter it. */
    public static InspectionText of(String name, JsonNode document) {
        Supplier<String> text = document::toString;
        return new InspectionText(name, text, () -> digest(text.get()), problems -> Places.json(text.get(), problems));
    }

    /** The same text under another name. */
    public InspectionText named(String other) {
        return new InspectionText(other, text, digest, placing);
    }

    /** What to call it in problems. */
    public String name() {
        return name;
    }

    /** One JSON document. */
    public String text() {
        return text.get();
    }

    /** SHA-256 of the text, in hexadecimal; worked out once. */
    public String digest() {
        String known = taken;
        if (known == null) {
            known = digest.get();
            taken = known;
        }
        return known;
    }

    private static String digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The document as JSON. */
    public JsonNode tree() throws Problems {
        return Sources.json(text(), name);
    }

    /** The problems of the document, each with its place. */
    public Problems placed(Problems found) {
        return new Problems(placing.apply(found.all()));
    }
}
