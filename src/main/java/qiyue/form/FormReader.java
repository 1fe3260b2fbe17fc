package qiyue.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import qiyue.form.FormPlan.Child;
import qiyue.intake.InspectionReader;
import qiyue.intake.InspectionText;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.table.Cell;
import qiyue.table.Place;
import qiyue.table.Row;
import qiyue.table.Table;
import qiyue.table.Tables;

/** Reads a workbook that was filled in as an inspection: a document, and for each problem in it the cell. */
public final class FormReader {
    private final Library library;
    private final FormPlan plan;
    private final CellWords words;
    private final String shown;
    private final Entered entered;
    private final Map<String, String> sources = new LinkedHashMap<>();

    /** The column of the sheet in hand that says where its records came from; below 0: there is none. */
    private int noted = -1;

    private FormReader(Library library, Headings headings, String shown) {
        this.library = library;
        this.plan = new FormPlan(library.vocabulary(), headings);
        this.words = new CellWords(plan);
        this.shown = shown;
        this.entered = new Entered(
                new Values(library.vocabulary(), headings, Map.of()), new Place(shown, FormPlan.CASE, 1, 1));
    }

    /** Whether a file is packed as workbooks are and holds the sheet of a case. */
    public static boolean isForm(Path file) {
        try (Table table = Tables.open(file, file.toString())) {
            return table.sheets().contains(FormPlan.CASE);
        } catch (Problems e) {
            return false;
        }
    }

    /** Reads a file; {@code shown} is what to call it. Of the rules only the vocabulary is needed. */
    public static InspectionText read(Path file, String shown, Library library, Headings headings) throws Problems {
        try (Table table = Tables.open(file, shown)) {
            return new FormReader(library, headings, shown).read(table);
        }
    }

    private InspectionText read(Table table) throws Problems {
        if (!table.sheets().contains(FormPlan.CASE)) {
            throw Problems.one(
                    "no-headings",
                    shown,
                    new Text("工作簿里没有“检查”表，不是检查表", "the workbook has no sheet '检查'; it is no inspection"),
                    new Text(
                            "检查表用 qiyue new inspection --format xlsx 新建；数据表用 qiyue import 读",
                            "begin one with qiyue new inspection --format xlsx; read tables of data with qiyue import"));
        }
        for (String sheet : table.sheets()) {
            if (!plan.sheets().contains(sheet) && !sheet.startsWith(FormPlan.DRAFT)) {
                entered.unread().add("");
                entered.problems()
                        .add(new Place(shown, sheet, 1, 1)
                                .problem(
                                        "unknown-key",
                                        new Text("不认识的工作表“" + sheet + "”", "an unknown sheet '" + sheet + "'"),
                                        new Text(
                                                "自己用的表，名称以“草稿”开头；"
                                                        + Suggest.fix(sheet, plan.sheets())
                                                                .zh(),
                                                "call sheets of your own 草稿…; "
                                                        + Suggest.fix(sheet, plan.sheets())
                                                                .en())));
            }
        }
        CaseLines lines = new CaseLines(plan, entered);
        table.rows(FormPlan.CASE, row -> {
            lines.take(row);
            return true;
        });
        for (Map.Entry<String, Kind> each : plan.kinds().entrySet()) {
            if (table.sheets().contains(each.getKey())) {
                records(table, each.getKey(), each.getValue());
            }
        }
        for (Child child : plan.children().values()) {
            if (table.sheets().contains(child.sheet())) {
                children(table, child);
            }
        }
        if (table.sheets().contains(FormPlan.ANSWERS)) {
            AnswerLines answers = new AnswerLines(plan, library.vocabulary(), entered);
            table.rows(FormPlan.ANSWERS, row -> {
                if (!aside(row) && row.place().row() > 1) {
                    answers.take(row);
                }
                return true;
            });
        }
        if (!entered.problems().isEmpty()) {
            throw new Problems(withMissing());
        }
        if (!sources.isEmpty()) {
            ObjectNode noted = entered.document().putObject("sources");
            sources.forEach(noted::put);
        }
        return new InspectionText(shown, DocumentText.of(entered.document()), this::placed);
    }

    /** Cells that could not be read, what else the sheets lack, and what contradicts each other: all is mended in one go. */
    private List<Problem> withMissing() throws Problems {
        Set<String> told = entered.problems().stream().map(Problem::pointer).collect(Collectors.toSet());
        List<Problem> all = new ArrayList<>(entered.problems());
        // read as it will be once the cells are mended: a number of cells is no number of JSON until it is written
        JsonNode rest = new InspectionText(shown, DocumentText.of(entered.document())).tree();
        placed(InspectionReader.lacking(rest, entered.unread(), library, shown)).stream()
                .filter(p -> !told.contains(p.pointer()))
                .forEach(all::add);
        return all;
    }

    /** The problems with their cells, in the words of the form. */
    private List<Problem> placed(List<Problem> found) {
        // what was found in another file, such as a table imported into the form, has its place already
        return found.stream()
                .map(p -> p.pointer().isEmpty() || p.pointer().startsWith("/")
                        ? entered.cells().moved(words.of(p))
                        : p)
                .toList();
    }

    /** Whether people were told that the row is not read. */
    private static boolean aside(Row row) {
        for (Cell cell : row.cells()) {
            if (!cell.empty()) {
                return cell.text().startsWith(FormPlan.NOTE) || cell.text().startsWith(FormPlan.EXAMPLE);
            }
        }
        return true;
    }

    /** What takes the rows of a sheet once its headings are known. */
    private interface Taker {
        void take(Row row, Map<Integer, Column> columns) throws Problems;
    }

    /** Reads a sheet of records of the list; {@code own}: so many columns before them are no fields. */
    private void sheet(Table table, String sheet, String list, Layout layout, int own, Taker taker) throws Problems {
        Map<Integer, Column> columns = new LinkedHashMap<>();
        noted = -1;
        table.rows(sheet, row -> {
            if (aside(row)) {
                return true;
            }
            if (columns.isEmpty()) {
                int before = entered.problems().size();
                headings(row, layout, own, columns);
                if (entered.problems().size() > before) {
                    entered.unread().add(list);
                }
            } else {
                taker.take(row, columns);
            }
            return true;
        });
    }

    private void headings(Row row, Layout layout, int own, Map<Integer, Column> columns) throws Problems {
        Map<String, Integer> before = new HashMap<>();
        for (int i = own; i < row.cells().size(); i++) {
            if (row.at(i).empty()) {
                continue;
            }
            String heading = row.at(i).text();
            if (own == 0 && noted < 0 && heading.equals(FormPlan.SOURCE)) {
                noted = i;
                continue;
            }
            Column column = layout.headed(heading).orElse(null);
            Integer twice = column == null ? null : before.put(column.name(), i);
            if (column == null || twice != null) {
                entered.problem(
                        row.place(i),
                        "unknown-field",
                        column == null
                                ? new Text("不认识的列“" + heading + "”", "an unknown column '" + heading + "'")
                                : new Text(
                                        "“" + heading + "”这一列有两个", "the column '" + heading + "' stands there twice"),
                        Suggest.fix(
                                heading,
                                layout.columns().stream().map(Column::heading).toList()));
            } else {
                columns.put(i, column);
            }
        }
    }

    private ObjectNode record(Row row, Map<Integer, Column> columns) throws Problems {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<Integer, Column> each : columns.entrySet()) {
            Optional<JsonNode> value = entered.value(row, each.getKey(), each.getValue());
            if (value.isPresent()) {
                Importer.put(record, each.getValue(), value.get());
            }
        }
        return record;
    }

    private void records(Table table, String sheet, Kind kind) throws Problems {
        String pointer = "/" + String.join("/", kind.path());
        sheet(table, sheet, pointer, plan.layout(kind), 0, (row, columns) -> {
            entered.cells().columns(pointer, sheet, columns);
            int before = entered.problems().size();
            ObjectNode record = record(row, columns);
            ArrayNode list = entered.document().withArray(pointer);
            if (entered.problems().size() > before) {
                entered.unread().add(pointer + "/" + list.size());
            }
            entered.cells().put(pointer + "/" + list.size(), row.place());
            list.add(record);
            String id = record.path("id").asText();
            if (!id.isEmpty()) {
                entered.byId().putIfAbsent(id, record);
                String from = noted < 0 ? "" : row.at(noted).text();
                sources.put(id, from.isEmpty() ? row.place().shown() : from);
            }
        });
    }

    /** The record a row of a further sheet belongs to: by its id, where its kind has none by its number. */
    private Optional<ObjectNode> parent(Row row, Kind kind) throws Problems {
        String named = row.at(0).text();
        ArrayNode list = entered.document().withArray("/" + String.join("/", kind.path()));
        for (int i = 0; i < list.size(); i++) {
            String id = list.get(i).path("id").asText();
            if (named.equals(id.isEmpty() ? String.valueOf(i + 1) : id)) {
                return Optional.of((ObjectNode) list.get(i));
            }
        }
        entered.problem(
                row.place(0),
                "no-such-id",
                new Text(
                        "“" + kind.label().zh() + "”表中没有 " + (named.isEmpty() ? "（空）" : named),
                        "there is no " + (named.isEmpty() ? "(blank)" : named) + " in the sheet of "
                                + kind.label().en()),
                new Text("写该表中的编号；没有编号的表写第几行数据", "write its id; where there are no ids, its number among the rows"));
        return Optional.empty();
    }

    private void children(Table table, Child child) throws Problems {
        String name = child.field().name();
        if (child.rows()) {
            table.rows(child.sheet(), row -> {
                if (!aside(row) && row.place().row() > 1) {
                    Optional<ObjectNode> parent = parent(row, child.parent());
                    if (parent.isPresent()) {
                        ObjectNode entry = parent.get()
                                .withObject("/" + name)
                                .withObject("/" + escaped(row.at(1).text()));
                        if (!row.at(2).empty()) {
                            entry.set(row.at(2).text(), figure(row.at(3)));
                        }
                    }
                }
                return true;
            });
            return;
        }
        String list = "/" + String.join("/", child.parent().path());
        sheet(table, child.sheet(), list, plan.layout(child), 1, (row, columns) -> {
            int before = entered.problems().size();
            Optional<ObjectNode> parent = parent(row, child.parent());
            if (parent.isPresent()) {
                parent.get().withArray("/" + name).add(record(row, columns));
            }
            if (entered.problems().size() > before) {
                entered.unread().add(list);
            }
        });
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static JsonNode figure(Cell cell) {
        return cell.kind() == Cell.Kind.NUMBER
                ? DecimalNode.valueOf(new BigDecimal(cell.text()))
                : TextNode.valueOf(cell.text());
    }
}
