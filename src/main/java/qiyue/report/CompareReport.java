package qiyue.report;

import java.util.List;
import qiyue.decision.Decision;
import qiyue.problem.Text;
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

    /** Measures, money or duties of all regions, side by side. */
    public record Table(String title, List<Line> lines) {}

    /** One thing and what each region says of it; nothing where it says nothing. */
    public record Line(String label, boolean differs, List<List<String>> cells) {}

    /** The comparison as tables: the regions are its columns. */
    public static List<Table> tables(Comparison comparison, Library library, String lang) {
        CompareRows rows = new CompareRows(comparison, library, lang);
        return List.of(
                table(rows.t("处理措施", "Measures"), rows.measures()),
                table(rows.t("必须处理的金额", "Money that must move"), rows.money()),
                table(rows.t("程序与义务", "Procedure and duties"), rows.duties()));
    }

    /** Why a region is not among the columns; empty if all are. */
    public static List<String> without(Comparison comparison, Library library, String lang) {
        List<String> compared =
                comparison.columns().stream().map(Column::region).toList();
        return library.rulebooks().values().stream()
                .map(b -> b.info().region())
                .distinct()
                .filter(r -> !compared.contains(r))
                .map(r -> library.vocabulary().label("regions", r))
                .map(r -> new Text(
                                r.zh() + "：没有列入，这里收录的文本中没有适用于这类机构的",
                                r.en() + ": left out, none of its texts held here is for this kind of facility")
                        .in(lang))
                .toList();
    }

    private static Table table(String title, List<CompareRows.Row> rows) {
        return new Table(
                title,
                rows.stream()
                        .map(r -> new Line(r.label(), r.differs(), r.cells()))
                        .toList());
    }

    /** The comparison as text, lines ending with LF. */
    public static String text(Comparison comparison, Library library, String lang, int columns) {
        return CompareText.of(comparison, library, lang, columns);
    }

    /** The comparison as JSON, ending with a line feed: the matrix in codes, and each decision in full. */
    public static String json(Comparison comparison, Library library) {
        return CompareJson.of(comparison, library);
    }
}
