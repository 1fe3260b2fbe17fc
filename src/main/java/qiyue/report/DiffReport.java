package qiyue.report;

import java.util.List;
import qiyue.change.DecisionDiff.Change;
import qiyue.change.LibraryDiff.Entry;
import qiyue.problem.Problem;
import qiyue.rulebook.Library;

/** What a change of the rules does to a body of inspections: the summary first, then decision by decision. */
public final class DiffReport {
    private DiffReport() {}

    /**
     * One inspection under both versions.
     *
     * @param changes what changed in its decision
     * @param because the differences of the rules whose clauses appear in it
     * @param before why it cannot be judged under the old version; empty if it can
     * @param after why it cannot be judged under the new version; empty if it can
     */
    public record Item(
            String name, List<Change> changes, List<Entry> because, List<Problem> before, List<Problem> after) {
        /** Whether its decision says something else, or there is one under one version only. */
        public boolean changed() {
            return oneSided() || changes.stream().anyMatch(c -> !c.remark());
        }

        /** Whether it can be judged under one version only. */
        public boolean oneSided() {
            return before.isEmpty() != after.isEmpty();
        }

        /** Whether it can be judged under neither. */
        public boolean unreadable() {
            return !before.isEmpty() && !after.isEmpty();
        }

        boolean remarksOnly() {
            return !changed() && !changes.isEmpty();
        }
    }

    /**
     * The comparison of two versions.
     *
     * @param supposed whether two rulebooks were compared as if each governed every inspection
     */
    public record Comparison(
            String before,
            String after,
            boolean supposed,
            Library oldLibrary,
            Library newLibrary,
            List<Entry> rules,
            List<Item> items) {}

    /** The comparison as text, lines ending with LF. */
    public static String text(Comparison comparison, boolean details, String lang, int columns) {
        return DiffText.of(comparison, details, lang, columns);
    }

    /**
     * A change of one decision in words.
     *
     * @param sign {@code +} came, {@code -} went, {@code ~} changed
     */
    public record Said(String sign, String text) {}

    /** What changed in one decision under rules that stay the same, remarks left out. */
    public static List<Said> said(List<Change> changes, Library library, String lang) {
        return said(changes, library, lang, false);
    }

    /** The same for whoever reads decisions: clauses as those cite them, questions in words. */
    public static List<Said> cited(List<Change> changes, Library library, String lang) {
        return said(changes, library, lang, true);
    }

    private static List<Said> said(List<Change> changes, Library library, String lang, boolean cited) {
        DiffSentences sentences = new DiffSentences(
                new DiffWords(new Comparison("", "", false, library, library, List.of(), List.of()), lang), cited);
        return changes.stream()
                .filter(c -> !c.remark())
                .map(c -> new Said(DiffText.sign(c.how()), sentences.sentence(c)))
                .toList();
    }

    /** The comparison as JSON, ending with a line feed; the details always included. */
    public static String json(Comparison comparison) {
        return DiffJson.of(comparison);
    }
}
