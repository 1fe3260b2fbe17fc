package qiyue.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import qiyue.form.FormPlan.Entry;
import qiyue.intake.InspectionReader;
import qiyue.intake.InspectionText;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Vocabulary;
import qiyue.table.Cell;
import qiyue.table.Place;
import qiyue.table.Row;
import qiyue.table.Table;
import qiyue.table.Tables;

/** Reads a workbook that was filled in as an inspection: a document, and for each problem in it the cell. */
public final class FormReader {
    private static final int MOST = 500;
    private final Library library;
    private final Vocabulary vocabulary;
    private final FormPlan plan;
    private final CellWords words;
    private final Values values;
    private final String shown;
    private final Cells cells;
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final List<Problem> problems = new ArrayList<>();

    /** Every record that has an id, by it. */
    private final Map<String, ObjectNode> byId = new HashMap<>();

    private final Map<String, String> sources = new LinkedHashMap<>();

    private FormReader(Library library, Headings headings, String shown) {
        this.library = library;
        this.vocabulary = library.vocabulary();
        this.plan = new FormPlan(vocabulary, headings);
        this.words = new CellWords(plan);
        this.values = new Values(vocabulary, headings, Map.of());
        this.shown = shown;
        this.cells = new Cells(new Place(shown, FormPlan.CASE, 1, 1));
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
                problems.add(new Place(shown, sheet, 1, 1)
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
        document.putObject("inspection");
        document.putObject("scope");
        document.putObject("facility");
        document.putArray("agreements");
        table.rows(FormPlan.CASE, this::caseLine);
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
            answers(table);
        }
        if (!problems.isEmpty()) {
            throw new Problems(withMissing());
        }
        if (!sources.isEmpty()) {
            ObjectNode noted = document.putObject("sources");
            sources.forEach(noted::put);
        }
        return new InspectionText(shown, DocumentText.of(document), this::placed);
    }

    /** Cells that could not be read, and what else the sheets lack: both are mended in one go. */
    private List<Problem> withMissing() {
        Set<String> told = problems.stream().map(Problem::pointer).collect(Collectors.toSet());
        List<Problem> all = new ArrayList<>(problems);
        placed(InspectionReader.lacking(document, library, shown)).stream()
                .filter(p -> !told.contains(p.pointer()))
                .forEach(all::add);
        return all;
    }

    /** The problems with their cells, in the words of the form. */
    private List<Problem> placed(List<Problem> found) {
        return found.stream().map(words::of).map(cells::moved).toList();
    }

    private void problem(Place at, String code, Text message, Text fix) throws Problems {
        problems.add(at.problem(code, message, fix));
        if (problems.size() >= MOST) {
            throw new Problems(problems);
        }
    }

    private Optional<JsonNode> value(Row row, int at, Column column) throws Problems {
        Values.Taken taken = values.take(column, row.at(at));
        if (taken instanceof Values.Taken.Wrong w) {
            problem(row.place(at), w.code(), Importer.said(column, w), w.fix());
        }
        return taken instanceof Values.Taken.Value v ? Optional.of(v.node()) : Optional.empty();
    }

    private boolean caseLine(Row row) throws Problems {
        Entry entry = plan.line(row.at(0).text()).orElse(null);
        if (row.at(1).empty()) {
            if (entry != null) {
                cells.put(entry.pointer(), row.place(1));
            }
            return true;
        }
        if (entry == null) {
            if (row.place().row() > 2) {
                problem(
                        row.place(0),
                        "unknown-field",
                        new Text(
                                "不认识的项目“" + row.at(0).text() + "”",
                                "an unknown entry '" + row.at(0).text() + "'"),
                        Suggest.fix(
                                row.at(0).text(),
                                plan.caseLines().stream().map(Entry::label).toList()));
            }
            return true;
        }
        if (entry.pointer().equals("/scope/records")) {
            Optional<String> extent = plan.extents().code(row.at(1).text());
            if (extent.isEmpty()) {
                List<String> labels = plan.extents().labels(List.of());
                problem(
                        row.place(1),
                        "value",
                        new Text(
                                "此处只能写 " + String.join("、", labels),
                                "only " + String.join(", ", labels) + " may stand here"),
                        Suggest.fix(row.at(1).text(), labels));
            } else {
                document.withObject("/scope/records").put(entry.code(), extent.get());
                cells.put("/scope/records/" + entry.code(), row.place(1));
            }
            return true;
        }
        Optional<JsonNode> value = value(row, 1, entry.column());
        if (value.isEmpty()) {
            return true;
        }
        if (entry.code().isEmpty()) {
            int cut = entry.pointer().lastIndexOf('/');
            ObjectNode holder =
                    cut == 0 ? document : document.withObject(entry.pointer().substring(0, cut));
            holder.set(entry.pointer().substring(cut + 1), value.get());
            cells.put(entry.pointer(), row.place(1));
        } else if (value.get().asBoolean()) {
            ArrayNode topics = document.withArray(entry.pointer());
            cells.put(entry.pointer() + "/" + topics.size(), row.place(1));
            topics.add(entry.code());
        }
        return true;
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

    private void sheet(Table table, String sheet, Layout layout, int own, Taker taker) throws Problems {
        Map<Integer, Column> columns = new LinkedHashMap<>();
        table.rows(sheet, row -> {
            if (aside(row)) {
                return true;
            }
            if (columns.isEmpty()) {
                headings(row, layout, own, columns);
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
            Column column = layout.headed(heading).orElse(null);
            Integer twice = column == null ? null : before.put(column.name(), i);
            if (column == null || twice != null) {
                problem(
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
            Optional<JsonNode> value = value(row, each.getKey(), each.getValue());
            if (value.isPresent()) {
                Importer.put(record, each.getValue(), value.get());
            }
        }
        return record;
    }

    private void records(Table table, String sheet, Kind kind) throws Problems {
        String pointer = "/" + String.join("/", kind.path());
        sheet(table, sheet, plan.layout(kind), 0, (row, columns) -> {
            cells.columns(pointer, sheet, columns);
            ObjectNode record = record(row, columns);
            ArrayNode list = document.withArray(pointer);
            cells.put(pointer + "/" + list.size(), row.place());
            list.add(record);
            String id = record.path("id").asText();
            if (!id.isEmpty()) {
                byId.putIfAbsent(id, record);
                sources.put(id, row.place().shown());
            }
        });
    }

    /** The record a row of a further sheet belongs to: by its id, where its kind has none by its number. */
    private Optional<ObjectNode> parent(Row row, Kind kind) throws Problems {
        String named = row.at(0).text();
        ArrayNode list = document.withArray("/" + String.join("/", kind.path()));
        for (int i = 0; i < list.size(); i++) {
            String id = list.get(i).path("id").asText();
            if (named.equals(id.isEmpty() ? String.valueOf(i + 1) : id)) {
                return Optional.of((ObjectNode) list.get(i));
            }
        }
        problem(
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
        sheet(table, child.sheet(), plan.layout(child), 1, (row, columns) -> {
            Optional<ObjectNode> parent = parent(row, child.parent());
            if (parent.isPresent()) {
                parent.get().withArray("/" + name).add(record(row, columns));
            }
        });
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static JsonNode figure(Cell cell) {
        return cell.kind() == Cell.Kind.NUMBER
                ? com.fasterxml.jackson.databind.node.DecimalNode.valueOf(new java.math.BigDecimal(cell.text()))
                : com.fasterxml.jackson.databind.node.TextNode.valueOf(cell.text());
    }

    private void answers(Table table) throws Problems {
        Codes questions = plan.questions();
        Codes given = plan.answers();
        table.rows(FormPlan.ANSWERS, row -> {
            if (aside(row) || row.place().row() == 1) {
                return true;
            }
            Optional<String> question = questions.code(row.at(0).text());
            Optional<String> answer = given.code(row.at(3).text());
            if (question.isEmpty()) {
                problem(
                        row.place(0),
                        "unknown-code",
                        new Text(
                                "没有问题“" + row.at(0).text() + "”",
                                "there is no question '" + row.at(0).text() + "'"),
                        Suggest.fix(row.at(0).text(), questions.labels(List.of())));
            } else if (answer.isEmpty()) {
                problem(
                        row.place(3),
                        "value",
                        new Text(
                                "此处只能写 " + String.join("、", given.labels(List.of())),
                                "only yes, no or open may stand here"),
                        new Text("改正，或删去这一行", "correct it, or remove the row"));
            } else {
                answer(row, question.get(), answer.get());
            }
            return true;
        });
    }

    private void answer(Row row, String question, String answer) throws Problems {
        String about = row.at(1).text();
        String item = row.at(2).text();
        boolean ofCase = vocabulary.property("questions", question, "about").equals("case");
        if (about.equals(FormPlan.WHOLE_CASE) || about.equals("case") || (about.isEmpty() && ofCase)) {
            document.withObject("/answers").put(question, answer);
            cells.put("/answers/" + question, row.place(0));
        } else if (about.equals(FormPlan.EVERY) || !item.isEmpty()) {
            shared(row, question, answer, about.equals(FormPlan.EVERY) ? List.of() : ids(about), item);
        } else if (byId.containsKey(about)) {
            byId.get(about).withObject("/answers").put(question, answer);
        } else if (ids(about).size() > 1 && byId.keySet().containsAll(ids(about))) {
            shared(row, question, answer, ids(about), "");
        } else {
            problem(
                    row.place(1),
                    "no-such-id",
                    about.isEmpty()
                            ? new Text("没有写明就什么作答", "it is not said what is answered")
                            : new Text("没有编号为 " + about + " 的事实", "there is no fact with the id " + about),
                    new Text(
                            "写事实的编号（几个用；分开）、“整个案件”或“全部”",
                            "write ids (several with ;), 整个案件 for the whole case, or 全部 for every fact"));
        }
    }

    private static List<String> ids(String about) {
        return List.of(about.split("\\s*[;；\\n]\\s*")).stream()
                .filter(i -> !i.isEmpty())
                .toList();
    }

    private void shared(Row row, String question, String answer, List<String> facts, String item) {
        ArrayNode all = document.withArray("/sharedAnswers");
        cells.put("/sharedAnswers/" + all.size(), row.place(0));
        ObjectNode shared = all.addObject().put("question", question).put("answer", answer);
        if (!facts.isEmpty()) {
            ArrayNode named = shared.putArray("facts");
            facts.forEach(named::add);
        }
        if (!item.isEmpty()) {
            shared.put("item", item);
        }
    }
}
