package qiyue.register;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import qiyue.decision.Decision;
import qiyue.shape.Shape;

/**
 * A document with what the register adds to it.
 *
 * @param document the document as a person would have written it who had looked everything up
 * @param notes what was taken from where, and what was not
 */
public record Brought(JsonNode document, List<Decision.Note> notes) {
    /** The kind of note that says what was taken. */
    public static final String TAKEN = "from-register";

    /** The kind of note that says what was looked at and not taken, and why. */
    public static final String LEFT = "not-from-register";

    /** The decision on the document, saying what was taken. */
    public Decision onto(Decision decision) {
        List<Decision.Note> all = new ArrayList<>(decision.notes());
        all.addAll(notes);
        all.sort(Comparator.comparing(Decision.Note::kind));
        return Shape.with(decision, "notes", List.copyOf(all));
    }
}
