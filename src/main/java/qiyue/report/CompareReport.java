package qiyue.report;

import java.util.List;
import qiyue.decision.Decision;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** One inspection under the rulebooks of every region, side by side: expressly hypothetical. */
public final class CompareReport {
    private CompareReport() {}

    /** A region with the editions supposed to govern, and what they would lead to. */
    public record Column(String region, List<Rulebook> editions, Decision decision) {}

    /**
     * The comparison.
     *
     * @param own the region the inspection itself names
     * @param sheetsDropped whether score sheets of the own region were left out elsewhere
     */
    public record Comparison(String inspection, String own, boolean sheetsDropped, List<Column> columns) {}

    /** The comparison as text, lines ending with LF. */
    public static String text(Comparison comparison, Library library, String lang, int columns) {
        return CompareText.of(comparison, library, lang, columns);
    }

    /** The comparison as JSON, ending with a line feed: the matrix in codes, and each decision in full. */
    public static String json(Comparison comparison, Library library) {
        return CompareJson.of(comparison, library);
    }
}
