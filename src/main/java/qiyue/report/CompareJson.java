package qiyue.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import qiyue.report.CompareReport.Column;
import qiyue.report.CompareReport.Comparison;
import qiyue.report.CompareRows.Row;
import qiyue.rulebook.Library;

/** Regions compared as JSON: the matrix in codes, and each decision in full. */
final class CompareJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private CompareJson() {}

    static String of(Comparison of, Library library) {
        CompareRows rows = new CompareRows(of, library, "en");
        ObjectNode root = NODES.objectNode();
        root.put("hypothetical", true);
        root.put(
                "why",
                "the region is replaced and days in force are ignored; agreements, history, answers and choices stay as stated");
        root.put("inspection", of.inspection()).put("region", of.own()).put("sheetsDropped", of.sheetsDropped());
        ArrayNode columns = root.putArray("regions");
        for (Column c : of.columns()) {
            ObjectNode column = columns.addObject();
            column.put("region", c.region());
            ArrayNode editions = column.putArray("rulebooks");
            c.editions().forEach(b -> editions.add(b.id()));
            ArrayNode unmet = column.putArray("factsNotMet");
            rows.unmet(c).forEach(unmet::add);
            column.set("decision", JsonReport.tree(c.decision()));
        }
        ArrayNode measures = root.putArray("measures");
        for (Row row : rows.measures()) {
            ObjectNode node = measures.addObject();
            node.put("measure", row.key().split(" ")[0])
                    .put("on", row.key().split(" ")[1])
                    .put("differs", row.differs());
            ObjectNode cells = node.putObject("regions");
            for (int i = 0; i < of.columns().size(); i++) {
                Column c = of.columns().get(i);
                ArrayNode lines = cells.putArray(c.region());
                c.decision().measures().stream()
                        .filter(m -> CompareRows.key(m).equals(row.key()))
                        .forEach(m -> lines.add(JsonReport.tree(m)));
            }
        }
        return JsonReport.pretty(root);
    }
}
