package qiyue.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.table.Place;
import qiyue.table.Row;

/** What was read of a workbook so far: the document, where each part of it stands, and what is wrong. */
final class Entered {
    private static final int MOST = 500;

    private final Values values;
    private final Cells cells;
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> unread = new TreeSet<>();
    private final Map<String, ObjectNode> byId = new HashMap<>();

    /** {@code whole}: the place of what stands nowhere else. */
    Entered(Values values, Place whole) {
        this.values = values;
        this.cells = new Cells(whole);
        document.putObject("inspection");
        document.putObject("scope");
        document.putObject("facility");
        document.putArray("agreements");
    }

    ObjectNode document() {
        return document;
    }

    Cells cells() {
        return cells;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Where something could not be read: pointers to records, to whole lists, to entries of the case; empty: to what nobody knows. */
    Set<String> unread() {
        return unread;
    }

    /** Every record that has an id, by it. */
    Map<String, ObjectNode> byId() {
        return byId;
    }

    void problem(Place at, String code, Text message, Text fix) throws Problems {
        problems.add(at.problem(code, message, fix));
        if (problems.size() >= MOST) {
            throw new Problems(problems);
        }
    }

    /** What a cell holds for a column; nothing where it is empty or wrong. */
    Optional<JsonNode> value(Row row, int at, Column column) throws Problems {
        Values.Taken taken = values.take(column, row.at(at));
        if (taken instanceof Values.Taken.Wrong w) {
            problem(row.place(at), w.code(), Importer.said(column, w), w.fix());
        }
        return taken instanceof Values.Taken.Value v ? Optional.of(v.node()) : Optional.empty();
    }
}
