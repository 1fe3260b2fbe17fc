package qiyue.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Inspection;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;
import qiyue.shape.Shape;

/**
 * Reads an inspection, strictly: what is unknown, missing, doubled, of the wrong type, no real day or no known code is
 * reported, all of it at once, each with its JSON pointer. What an inspection looks like is the {@link Shape} of the
 * records in {@code qiyue.fact}.
 */
public final class InspectionReader {
    private InspectionReader() {}

    /** The inspection in a parsed document, or everything that is wrong with it. */
    public static CaseFile read(JsonNode document, Library library, String file) throws Problems {
        return read(document, library, file, true);
    }

    /** The same for an inspection that is only supposed to fall under some rulebook: days the text leaves blank are not asked for. */
    public static CaseFile readAsSupposed(JsonNode document, Library library, String file) throws Problems {
        return read(document, library, file, false);
    }

    /**
     * Everything else that is wrong with a document of which some places could not be read.
     *
     * @param unread pointers to what was left out of it; to a list where something of each of its records was
     */
    public static List<Problem> lacking(JsonNode document, Collection<String> unread, Library library, String file) {
        Slips slips = new Slips(file);
        try {
            parts(document, library, reader(library, slips));
        } catch (Slips.Enough e) {
            return slips.all();
        }
        List<Problem> all = new ArrayList<>(slips.all());
        all.addAll(remaining(document, unread, slips, library, true));
        return all;
    }

    /** What is wrong between the records that are sound by themselves, where others are not. */
    private static List<Problem> remaining(
            JsonNode document, Collection<String> unread, Slips slips, Library library, boolean blanks) {
        Set<String> wrong = new TreeSet<>(unread);
        wrong.addAll(slips.pointers());
        Remainder rest = new Remainder(document, wrong);
        Slips further = new Slips(slips.file());
        try {
            CaseFile read = parts(rest.tree(), library, reader(library, further));
            if (further.count() > 0 || read == null) {
                return List.of();
            }
            check(read, rest.tree(), library, further, blanks, rest.dayless());
        } catch (Slips.Enough e) {
            // as many as anybody mends at once
        }
        return rest.inTheWhole(further.all());
    }

    /**
     * Holds the parts of an inspection against each other.
     *
     * @param dayless whether its day of handling is not known, so that no day is after it
     */
    private static CaseFile check(
            CaseFile read, JsonNode document, Library library, Slips slips, boolean blanks, boolean dayless) {
        Inspection inspection = read.inspection();
        LocalDate today = dayless ? Blank.UNSTATED : today(inspection);
        CaseFile complete = Shape.with(read, "inspection", Shape.with(inspection, "today", today));
        Consistency.check(complete, library, slips, blanks);
        new SharedAnswers(library.vocabulary()).check(complete, document, slips);
        return complete;
    }

    private static CaseFile read(JsonNode document, Library library, String file, boolean blanks) throws Problems {
        return read(document, library, file, blanks, slips -> reader(library, slips));
    }

    /** @param readers what reads the parts of the document, reporting to these */
    static CaseFile read(
            JsonNode document, Library library, String file, boolean blanks, Function<Slips, RecordReader> readers)
            throws Problems {
        Slips slips = new Slips(file);
        try {
            return read(document, library, slips, blanks, readers.apply(slips));
        } catch (Slips.Enough e) {
            throw wrong(document, slips, List.of());
        }
    }

    private static CaseFile read(JsonNode document, Library library, Slips slips, boolean blanks, RecordReader reader)
            throws Problems {
        CaseFile read = parts(document, library, reader);
        if (slips.count() > 0 || read == null) {
            throw wrong(document, slips, remaining(document, List.of(), slips, library, blanks));
        }
        CaseFile complete = check(read, document, library, slips, blanks, false);
        if (slips.count() > 0) {
            throw new Problems(slips.all());
        }
        return complete;
    }

    /** Of a skeleton that is still to be filled in only that is said. */
    private static Problems wrong(JsonNode document, Slips slips, List<Problem> further) {
        List<Problem> open = Unfilled.in(document, slips.file());
        if (!open.isEmpty()) {
            return new Problems(open);
        }
        List<Problem> all = new ArrayList<>(slips.all());
        all.addAll(further);
        return new Problems(all);
    }

    private static LocalDate today(Inspection i) {
        return Inspection.today(
                i.decidedOn(), List.of(i.inspectedOn(), i.feedbackOn(), i.explainedOn(), i.noticedOn()));
    }

    /** Each part of a document by itself; nothing if something is wrong with one. */
    private static @Nullable CaseFile parts(JsonNode document, Library library, RecordReader reader) {
        JsonNode answered = new SharedAnswers(library.vocabulary()).laidIn(document);
        return (CaseFile) reader.record(Shape.of(CaseFile.class), answered, At.TOP);
    }

    private static RecordReader reader(Library library, Slips slips) {
        return new RecordReader(library.vocabulary(), slips);
    }
}
