package qiyue.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.rulebook.Vocabulary;
import qiyue.table.Cell;
import qiyue.table.Place;
import qiyue.table.Row;
import qiyue.table.Table;
import qiyue.table.Tables;

/** Reads the rows of any table as records of a kind. Nothing is guessed in silence: what was taken for what is in {@link Imported}. */
public final class Importer {
    private static final String AMOUNT = "money.amount";

    /** So many errors are enough to see what is wrong. */
    private static final int MOST = 500;

    private final Kind kind;
    private final Layout layout;
    private final Headings headings;
    private final Mapping mapping;
    private final String prefix;
    private final Values values;
    private final Carried carried;
    private final List<Text> told = new ArrayList<>();
    private Groups groups;

    private final List<Imported.Line> lines = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Imported.Skipped> skipped = new ArrayList<>();
    private final List<Place> hidden = new ArrayList<>();
    private final Subtotals sums = new Subtotals();
    private BigDecimal total = BigDecimal.ZERO;
    private final Map<String, UnknownWord> unknown = new TreeMap<>();
    private int faults;
    private final List<Reversals.Reversal> reversals = new ArrayList<>();
    private final Map<String, Place> seen = new HashMap<>();
    private final Map<String, JsonNode> fixed = new TreeMap<>();

    private Importer(
            Kind kind, Vocabulary vocabulary, Headings headings, Mapping mapping, String prefix, boolean round) {
        this.kind = kind;
        this.layout = Layout.of(kind.name(), kind.shape(), headings);
        this.headings = headings;
        this.mapping = mapping;
        this.prefix = prefix;
        this.values = Values.ofTable(vocabulary, headings, mapping.words(), round);
        this.carried = new Carried(layout, fixed);
        this.groups = new Groups(values, List.of());
    }

    /**
     * Reads a file.
     *
     * @param sheets the sheets to read; none named: the one that holds such a table
     * @param prefix what begins the ids of rows that have none of their own; its row follows
     * @param round whether sums with more than two decimals are rounded; else they are refused
     */
    public static Imported read(
            Path file,
            List<String> sheets,
            Kind kind,
            Vocabulary vocabulary,
            Headings headings,
            Mapping mapping,
            String prefix,
            boolean round)
            throws Problems {
        Path name = file.getFileName();
        String shown = name == null ? file.toString() : name.toString();
        try (Table table = Tables.open(file, shown)) {
            return new Importer(kind, vocabulary, headings, mapping, prefix, round).read(table, sheets, shown);
        }
    }

    private Imported read(Table table, List<String> sheets, String file) throws Problems {
        fixed();
        SheetSearch.Sheets chosen =
                new SheetSearch(kind, layout, headings, mapping, fixed.keySet(), values).in(table, sheets, file);
        List<Found> found = chosen.found();
        Cells cells = new Cells(null);
        for (Found each : found) {
            problems.addAll(Units.problems(each, file));
            problems.addAll(Twins.problems(each, layout, mapping, file));
            carried.begin(each);
            groups = new Groups(values, SheetSearch.without(layout, each, fixed.keySet()));
            table.rows(each.sheet(), row -> {
                if (row.place().row() > each.row()) {
                    row(row, each, found.size() > 1);
                }
                return problems.size() < MOST;
            });
            cells.columns(list(), each.sheet(), each.columns());
            told.addAll(groups.notes());
            unseen(table, each);
        }
        told.addAll(0, carried.notes());
        Reversals.Settled settled = Reversals.settle(lines, reversals);
        problems.addAll(settled.problems());
        unknown.values().forEach(u -> problems.add(u.problem()));
        Map<String, List<String>> words = new TreeMap<>();
        unknown.values()
                .forEach(u -> words.computeIfAbsent(u.column().name(), c -> new ArrayList<>())
                        .add(u.wrong().word()));
        return new Imported(new Imported.Reading(
                kind,
                layout,
                headings,
                mapping,
                table.manner(),
                found,
                chosen.left(),
                settled.lines(),
                settled.notes(),
                told,
                problems,
                words,
                skipped,
                hidden,
                sums,
                total,
                values,
                cells));
    }

    /** Columns that were read and that nobody sees who looks at the table. */
    private void unseen(Table table, Found found) {
        List<Text> columns = found.columns().keySet().stream()
                .sorted()
                .filter(at -> table.isHidden(found.sheet(), at + 1))
                .map(found::heading)
                .toList();
        if (!columns.isEmpty()) {
            Text all = Text.listed(columns);
            told.add(new Text(
                    "隐藏的列也读入了：" + all.zh() + "；不要的请删去，或用 --map 写明读哪一列",
                    "columns that are hidden were read too: "
                            + all.en()
                            + "; delete those not wanted, or say with --map which column to read"));
        }
    }

    /** Where the records of the kind stand in a document. */
    private String list() {
        return "/" + String.join("/", kind.path());
    }

    private void fixed() throws Problems {
        List<Problem> wrong = new ArrayList<>();
        mapping.fixed().forEach((name, text) -> {
            Column column = layout.named(name).orElseThrow();
            Values.Taken taken = values.take(column, new Cell(Cell.Kind.TEXT, text, false));
            if (taken instanceof Values.Taken.Value v) {
                fixed.put(name, v.node());
            } else if (taken instanceof Values.Taken.Wrong w) {
                wrong.add(Problem.at("mapping", "--set", column.heading(), said(column, w), w.fix()));
            }
        });
        mapping.words().forEach((name, said) -> words(layout.named(name).orElseThrow(), said, wrong));
        if (!wrong.isEmpty()) {
            throw new Problems(wrong);
        }
    }

    /** What a mapping takes words for must itself be known: else its entry is at fault, not the cells that have the word. */
    private void words(Column column, Map<String, String> said, List<Problem> wrong) {
        said.forEach((word, meaning) -> values.unknown(column, meaning)
                .ifPresent(fix -> wrong.add(Problem.at(
                        "mapping",
                        "--map",
                        "/词/" + column.heading() + "/" + word,
                        new Text(
                                "对照表把“" + word + "”取作“" + meaning + "”，后者不是可用的写法（" + column.heading() + "）",
                                "the mapping takes '" + word + "' for '" + meaning + "', which is no known word ("
                                        + column.name() + ")"),
                        fix))));
    }

    private void row(Row row, Found found, boolean several) {
        if (row.empty()) {
            return;
        }
        if (found.again(row)) {
            skip(row, "heading", "");
            return;
        }
        String adds = RowSense.adds(row, found);
        int amount = found.column(AMOUNT);
        if (!adds.isEmpty()) {
            sums.add(row.place(), adds, amount < 0 ? Cell.EMPTY : row.at(amount));
            return;
        }
        if (!RowSense.holdsDay(row, found) && (groups.read(row) || carried.read(row, found))) {
            return;
        }
        if (!RowSense.isLine(row, found)) {
            skip(row, "remark", row.words());
            return;
        }
        if (row.hidden()) {
            hidden.add(row.place());
        }
        boolean takesBack = amount >= 0 && values.figures().negative(row.at(amount));
        BigDecimal counted = amount < 0 ? BigDecimal.ZERO : values.figures().exact(row.at(amount));
        if (counted == null) {
            sums.unread(row.place());
        } else {
            sums.line(counted);
        }
        int before = faults;
        line(takesBack ? values.figures().turned(row, found) : row, found, several, takesBack);
        if (faults > before) {
            sums.faulty(row.place());
        }
    }

    private void line(Row row, Found found, boolean several, boolean takesBack) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        int before = faults;
        carried.into(record);
        groups.into(record);
        fixed.forEach((name, node) -> put(record, layout.named(name).orElseThrow(), node));
        found.columns().forEach((at, column) -> cell(row, at, column, record));
        if (!record.has("id") && layout.named("id").isPresent()) {
            record.put(
                    "id",
                    prefix + "-" + (several ? found.sheet() + "-" : "")
                            + row.place().row());
        }
        for (Column column : layout.columns()) {
            if (column.required() && faults == before && !has(record, column)) {
                int at = found.column(column.name());
                problem(
                        at < 0 ? row.place() : row.place(at),
                        "missing",
                        new Text("没有填" + column.heading(), column.name() + " is not filled in"),
                        new Text(
                                "填写" + column.field().zh(),
                                "fill in: " + column.field().en()));
            }
        }
        if (faults > before) {
            return;
        }
        BigDecimal amount = record.path("money").path("amount").decimalValue();
        total = takesBack ? total.subtract(amount) : total.add(amount);
        if (takesBack) {
            reversals.add(new Reversals.Reversal(record, row.place()));
        } else {
            keep(row, found, record);
        }
    }

    private void keep(Row row, Found found, ObjectNode record) {
        String id = record.path("id").asText();
        if (!id.isEmpty()) {
            Place earlier = seen.putIfAbsent(id, row.place());
            if (earlier != null) {
                int at = found.column("id");
                problem(
                        at < 0 ? row.place() : row.place(at),
                        "id-twice",
                        new Text(
                                "编号 " + id + " 在 " + earlier.shown() + " 已经用过",
                                "id " + id + " was used in " + earlier.shown()),
                        new Text(
                                "这一列不是每行都不同的，写进对照表的“不用”，编号就按行号编",
                                "if the column is not different for each row, list it under unused in a mapping; ids are then made of rows"));
                return;
            }
        }
        lines.add(new Imported.Line(record.toString(), id, row.place(), List.of()));
    }

    private void skip(Row row, String why, String text) {
        skipped.add(new Imported.Skipped(row.place(), why, text));
    }

    private void cell(Row row, int at, Column column, ObjectNode record) {
        Values.Taken taken = values.take(column, row.at(at));
        if (taken instanceof Values.Taken.Value v) {
            put(record, column, v.node());
        } else if (taken instanceof Values.Taken.Wrong w && w.code().equals("unknown-code")) {
            unknown.computeIfAbsent(
                            column.name() + "\n" + w.found().zh(), k -> new UnknownWord(column, w, new ArrayList<>()))
                    .places()
                    .add(row.place(at));
            faults++;
        } else if (taken instanceof Values.Taken.Wrong w) {
            problem(row.place(at), w.code(), said(column, w), w.fix());
        }
    }

    /** A word that stands for nothing known is asked about once, however many rows have it. */
    private record UnknownWord(Column column, Values.Taken.Wrong wrong, List<Place> places) {
        Problem problem() {
            Text said = said(column, wrong);
            int more = places.size();
            return places.get(0)
                    .problem(
                            wrong.code(),
                            more == 1
                                    ? said
                                    : new Text(said.zh() + "，共 " + more + " 行", said.en() + ", in " + more + " rows"),
                            new Text(
                                    ended(wrong.fix().zh()) + "取作什么，写进对照表（--save-map 写出，--map 用）的“词”",
                                    wrong.fix().en()
                                            + "; say what it is under words in a mapping (--save-map writes one, --map takes it)"));
        }
    }

    private static String ended(String zh) {
        return zh.endsWith("？") ? zh : zh + "。";
    }

    /** What is wrong with a cell, in a sentence. */
    static Text said(Column column, Values.Taken.Wrong wrong) {
        if (wrong.code().equals("unknown-code")) {
            return new Text(
                    wrong.found().zh() + "不是可用的写法（" + column.heading() + "）",
                    wrong.found().en() + " is no known word (" + column.name() + ")");
        }
        return new Text(
                column.heading() + "应为" + wrong.expected().zh() + "，却是"
                        + wrong.found().zh(),
                column.name() + ": expected " + wrong.expected().en() + ", found "
                        + wrong.found().en());
    }

    private void problem(Place at, String code, Text message, Text fix) {
        faults++;
        problems.add(at.problem(code, message, fix));
    }

    static void put(ObjectNode record, Column column, JsonNode value) {
        ObjectNode holder = record;
        for (String name : column.path().subList(0, column.path().size() - 1)) {
            JsonNode inner = holder.get(name);
            holder = inner instanceof ObjectNode known ? known : holder.putObject(name);
        }
        holder.set(column.path().get(column.path().size() - 1), value);
    }

    static boolean has(ObjectNode record, Column column) {
        JsonNode at = record;
        for (String name : column.path()) {
            at = at.path(name);
        }
        return !at.isMissingNode();
    }
}
