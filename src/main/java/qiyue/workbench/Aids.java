package qiyue.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import qiyue.Qiyue;
import qiyue.decision.Decision;
import qiyue.intake.InspectionText;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;

/**
 * What the user lends the workbench beside the rules.
 *
 * @param texts own copies of the instruments, shown beside a rule
 * @param history what is known of a facility's earlier cases
 * @param archiving how a case is packed with all it was decided by
 */
public record Aids(Optional<Texts> texts, Optional<History> history, Optional<Archiving> archiving) {
    /** Nothing. */
    public static final Aids NONE = new Aids(Optional.empty(), Optional.empty(), Optional.empty());

    /** Own copies of the instruments. */
    @FunctionalInterface
    public interface Texts {
        /** By full id, the text of each clause that is found for certain. */
        Map<String, List<String>> of(Library library) throws Problems;
    }

    /** What is known of earlier cases. */
    @FunctionalInterface
    public interface History {
        /** The document with what is known. */
        Laid onto(JsonNode document, Qiyue qiyue) throws Problems;
    }

    /**
     * A document with what was laid onto it.
     *
     * @param notes what was taken from where, and what was not
     */
    public record Laid(JsonNode document, List<Decision.Note> notes) {}

    /** One file with the document, the decision and all it rests on. */
    @FunctionalInterface
    public interface Archiving {
        /** The bytes of the file. */
        byte[] of(Qiyue qiyue, InspectionText document) throws Problems, IOException;
    }
}
