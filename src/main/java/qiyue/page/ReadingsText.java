package qiyue.page;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import qiyue.decision.ClauseOrder;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Readings;
import qiyue.rulebook.Readings.Reading;

/** The readings of a region as a page of Markdown ({@code docs/readings}), each with the clauses that rest on it. */
public final class ReadingsText {
    private ReadingsText() {}

    /** The page; entries in the order of their ids. */
    public static String markdown(Library library, String region) {
        Map<String, TreeSet<String>> cited = citedBy(library, region);
        StringBuilder page = new StringBuilder("# ")
                .append(library.vocabulary().label("regions", region, "zh"))
                .append(" · 解读 Readings: ")
                .append(library.vocabulary().label("regions", region, "en"))
                .append("\n\n")
                .append("源文件 Source: `rules/")
                .append(region)
                .append("/readings.yaml`\n");
        for (Reading r : library.readings(region).all().stream()
                .sorted((a, b) -> ClauseOrder.INSTANCE.compare(a.id(), b.id()))
                .toList()) {
            page.append("\n<a id=\"")
                    .append(r.id().toLowerCase(Locale.ROOT))
                    .append("\"></a>\n\n## ")
                    .append(r.id())
                    .append('　')
                    .append(r.question().zh())
                    .append("\n\n")
                    .append(r.question().en())
                    .append("\n\n");
            line(page, "所采 Taken", r.taken());
            line(page, "另解 Otherwise", r.instead());
            line(page, "理由 Why", r.why());
            if (cited.containsKey(r.id())) {
                page.append("* 条款 Clauses: ")
                        .append(cited.get(r.id()).stream()
                                .map(c -> "`" + c + "`")
                                .collect(Collectors.joining(", ")))
                        .append('\n');
            }
        }
        return page.toString();
    }

    private static void line(StringBuilder page, String name, Text text) {
        if (!text.zh().isEmpty()) {
            page.append("* ")
                    .append(name)
                    .append("：")
                    .append(text.zh())
                    .append(" / ")
                    .append(text.en())
                    .append('\n');
        }
    }

    private static Map<String, TreeSet<String>> citedBy(Library library, String region) {
        Map<String, TreeSet<String>> cited = new TreeMap<>();
        library.rulebooks().values().stream()
                .filter(b -> b.info().region().equals(region))
                .forEach(b -> b.ledger()
                        .values()
                        .forEach(c -> Readings.cited(c.reading())
                                .forEach(id -> cited.computeIfAbsent(id, k -> new TreeSet<>(ClauseOrder.INSTANCE))
                                        .add(b.id() + "#" + c.id()))));
        return cited;
    }
}
