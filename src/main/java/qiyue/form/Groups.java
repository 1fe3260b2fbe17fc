package qiyue.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.shape.Form;
import qiyue.table.Cell;
import qiyue.table.Row;
import qiyue.table.Table;

/**
 * Rows of one word above the lines it holds for, as bills have 西药费 above the drugs and no column that says so: the word is known
 * for a coded field that every line must have. Any other row of one text ends it: what it means is not known, so the lines below
 * are no longer taken for what the last known word said.
 */
final class Groups {
    private final Values values;
    private final List<Column> columns;
    private final Map<Column, JsonNode> now = new LinkedHashMap<>();
    private final List<Text> notes = new ArrayList<>();

    /** @param lacking columns that every line must have, and the table has not */
    Groups(Values values, List<Column> lacking) {
        this.values = values;
        this.columns = lacking.stream()
                .filter(c -> c.field().coded() && c.field().form() == Form.TEXT)
                .toList();
    }

    /** Of the columns a sheet lacks, the names of those that rows between its lines say. */
    static Set<String> said(Table table, Found found, List<Column> lacking, Values values) throws Problems {
        Groups groups = new Groups(values, lacking);
        Set<String> said = new TreeSet<>();
        if (!groups.columns.isEmpty()) {
            table.rows(found.sheet(), row -> {
                if (row.place().row() > found.row() && groups.read(row)) {
                    groups.now.keySet().forEach(c -> said.add(c.name()));
                }
                return said.size() < groups.columns.size();
            });
        }
        return said;
    }

    /** Whether the row says what the lines below it are. */
    boolean read(Row row) {
        List<String> texts = columns.isEmpty()
                ? List.of()
                : row.cells().stream()
                        .filter(c -> !c.empty())
                        .map(Cell::text)
                        .distinct()
                        .toList();
        if (texts.size() != 1) {
            return false;
        }
        now.clear();
        for (Column column : columns) {
            if (values.take(column, new Cell(Cell.Kind.TEXT, texts.get(0), false)) instanceof Values.Taken.Value v) {
                now.put(column, v.node());
                notes.add(new Text(
                        row.place().inWords().zh() + " 写的 " + column.heading() + " = " + texts.get(0) + "，用于其下各行",
                        row.place().inWords().en() + " says " + column.name() + " = " + texts.get(0)
                                + "; it holds for the rows below"));
            }
        }
        return !now.isEmpty();
    }

    void into(ObjectNode record) {
        now.forEach((column, node) -> Importer.put(record, column, node));
    }

    List<Text> notes() {
        return notes;
    }
}
