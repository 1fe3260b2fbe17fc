package qiyue.prove;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import qiyue.fact.Blank;
import qiyue.fact.Parameter;
import qiyue.rulebook.Rulebook;

/**
 * What every document has: an inspection on a day on which the rulebook is in force, a facility, an agreement of the year.
 *
 * @param year the year all of it lies in
 */
record Base(int year) {
    private static final int USUAL = 2025;

    static Base of(Rulebook book) {
        if (book.info().start() != Rulebook.Start.TEXT) {
            return new Base(USUAL);
        }
        LocalDate from = book.info().from();
        boolean whole = from.getDayOfYear() == 1;
        int year = whole ? from.getYear() : from.getYear() + 1;
        LocalDate to = book.info().to();
        return new Base(Blank.happened(to) ? Math.min(year, Math.max(from.getYear(), to.getYear())) : year);
    }

    LocalDate inspected() {
        return LocalDate.of(year, 6, 10);
    }

    /** The day of whatever happened. */
    LocalDate event() {
        return LocalDate.of(year, 5, 6);
    }

    ObjectNode document(Rulebook book) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        String kind = book.info().kinds().get(0);
        document.put("region", book.info().region());
        document.putObject("inspection")
                .put("id", "i1")
                .put("inspectedOn", inspected().toString());
        document.putObject("scope");
        document.putObject("facility").put("name", "甲机构").putArray("kinds").add(kind);
        document.putArray("agreements")
                .addObject()
                .put("id", "a1")
                .put("kind", kind)
                .put("from", year + "-01-01")
                .put("to", year + "-12-31");
        if (book.info().start() == Rulebook.Start.PARAMETER) {
            document.putArray("parameters")
                    .addObject()
                    .put("key", Parameter.IN_FORCE_FROM)
                    .put("date", (year - 4) + "-01-01");
        }
        return document;
    }

    /** A facility is of the kinds of its agreements and applications. */
    static void agree(ObjectNode document) {
        Set<String> kinds = new TreeSet<>();
        document.path("agreements").forEach(a -> kinds.add(a.path("kind").asText()));
        document.path("applications").forEach(a -> kinds.add(a.path("kind").asText()));
        ArrayNode listed = document.withObject("/facility").putArray("kinds");
        kinds.forEach(listed::add);
    }
}
