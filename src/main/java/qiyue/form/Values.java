package qiyue.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import qiyue.problem.Text;
import qiyue.problem.Visible;
import qiyue.rulebook.Vocabulary;
import qiyue.shape.Field;
import qiyue.shape.Form;
import qiyue.table.Cell;
import qiyue.table.Cell.Kind;

/** Cells as values of fields. What cannot be told for sure is no value but the reason why. */
final class Values {
    private static final Pattern PARTED = Pattern.compile("\\s*[;；\\n]\\s*");
    private static final Pattern LOOSELY = Pattern.compile("\\s*[、,，]\\s*");
    /** Written where a day would stand: it has expressly not happened. */
    private static final Set<String> NONE = Set.of("none", "无", "未发生", "没有");

    /** Written where the day something ended would stand, while it has not. */
    private static final Set<String> NOT_YET = Set.of("在院", "住院中", "未出院", "尚未出院", "仍在院", "至今", "未结束");

    private static final Pattern YEAR_LAST =
            Pattern.compile("^\\d{1,2}\\s*[-/.]\\s*\\d{1,2}\\s*[-/.]\\s*\\d{4}(?!\\d)");

    /** Three numbers of two digits at most: any of them could be the year. */
    private static final Pattern SHORT_YEAR = Pattern.compile(
            "\\d{1,2}\\s*(?:[-/.]\\s*\\d{1,2}\\s*[-/.]\\s*\\d{1,2}|年\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日?)(?!\\d).*");

    private static final Pattern DASH = Pattern.compile("[-－‐‑–—―─/／\\\\]+");

    private static final Set<Form> DASHED = Set.of(Form.FIGURE, Form.WHOLE_NUMBER, Form.DAY, Form.TIME);

    private static final int MOST_DIGITS = 15;
    private static final int LONGEST = 20_000;

    private final Vocabulary vocabulary;
    private final Headings headings;

    /** What a mapping says of words beside the headings file: field, word, code. */
    private final Map<String, Map<String, String>> further;

    private final Map<Field, Codes> codes = new HashMap<>();

    /** What coded cells were taken for: field, what was written, code. */
    private final Map<String, Map<String, String>> taken = new TreeMap<>();

    private boolean counted;

    /** Whether a dash in a cell that may be empty says no more than an empty one, and how many said it. */
    private final boolean dashes;

    private int dashed;

    private final Figures figures;

    Values(Vocabulary vocabulary, Headings headings, Map<String, Map<String, String>> further) {
        this(vocabulary, headings, further, false, false);
    }

    /** Those of a table of another system, where a dash says that there is nothing. */
    static Values ofTable(
            Vocabulary vocabulary, Headings headings, Map<String, Map<String, String>> further, boolean round) {
        return new Values(vocabulary, headings, further, round, true);
    }

    private Values(
            Vocabulary vocabulary,
            Headings headings,
            Map<String, Map<String, String>> further,
            boolean round,
            boolean dashes) {
        this.dashes = dashes;
        this.figures = new Figures(round);
        this.vocabulary = vocabulary;
        this.headings = headings;
        this.further = further;
    }

    /** What became of a cell. */
    sealed interface Taken {
        /** A value. */
        record Value(JsonNode node) implements Taken {}

        /** Nothing stands there. */
        record Nothing() implements Taken {}

        /** No value: what was found, what would be one, what to do; the code of the problem; a word that is not known. */
        record Wrong(String code, Text found, Text expected, Text fix, String word) implements Taken {
            Wrong(String code, Text found, Text expected, Text fix) {
                this(code, found, expected, fix, "");
            }
        }
    }

    private static final Taken NOTHING = new Taken.Nothing();

    /** What the cell says of the field. */
    Taken take(Column column, Cell cell) {
        Field field = column.field();
        if (dashes
                && !column.required()
                && DASHED.contains(field.form())
                && DASH.matcher(cell.text()).matches()) {
            dashed++;
            return NOTHING;
        }
        return switch (cell.kind()) {
            case EMPTY -> NOTHING;
            case UNCOMPUTED ->
                wrong(
                        field,
                        new Text("没有结果的公式", "a formula without its result"),
                        new Text("在 Excel 中打开并保存，或改为数值", "open and save it in Excel, or write the value itself"));
            case ERROR ->
                wrong(
                        field,
                        new Text("出错的公式 " + cell.text(), "a formula that failed, " + cell.text()),
                        new Text("改为数值", "write the value itself"));
            case TEXT, NUMBER, DAY, TIME, TRUTH -> {
                int hidden = Visible.firstHidden(cell.text());
                yield hidden >= 0
                        ? wrong(
                                field,
                                new Text(
                                        "看不见的符号 " + Visible.sign(cell.text().codePointAt(hidden)),
                                        "a sign that is not seen: "
                                                + Visible.sign(cell.text().codePointAt(hidden))),
                                new Text("把这一格重新输入", "type this cell anew"))
                        : field.form() == Form.LIST ? list(column, cell) : one(column, field.form(), cell);
            }
        };
    }

    private Taken one(Column column, Form form, Cell cell) {
        return switch (form) {
            case DAY -> day(column.field(), cell, false);
            case TIME -> day(column.field(), cell, true);
            case FIGURE, WHOLE_NUMBER -> figures.take(column, cell, form == Form.WHOLE_NUMBER);
            case TRUTH ->
                cell.kind() == Kind.TRUTH
                        ? new Taken.Value(BooleanNode.valueOf(cell.text().equals("true")))
                        : code(column, cell.text())
                                .<Taken>map(c -> new Taken.Value(BooleanNode.valueOf(c.equals("true"))))
                                .orElseGet(() -> wrong(column.field(), cell));
            case TEXT -> text(column, cell);
            case CODE, RECORD, LIST, MAP, OTHER ->
                throw new IllegalStateException(column.name() + " does not fit into a cell");
        };
    }

    private Taken text(Column column, Cell cell) {
        Field field = column.field();
        if (field.coded()) {
            String written = cell.kind() == Kind.TRUTH ? cell.text().equals("true") ? "yes" : "no" : cell.text();
            return code(column, written)
                    .<Taken>map(c -> new Taken.Value(TextNode.valueOf(c)))
                    .orElseGet(() -> unknown(field, cell.text()));
        }
        String text = cell.text();
        if (cell.kind() == Kind.NUMBER && text.length() >= MOST_DIGITS && !text.contains(".")) {
            return wrong(
                    field,
                    new Text("存成了数字的号码，末几位已经丢失", "a number of identity kept as a figure: its last digits are lost"),
                    new Text("把这一列设为文本格式后重新填写", "set the column to text and write it anew"));
        }
        if (text.length() > LONGEST) {
            return wrong(field, new Text("超过两万字", "more than 20,000 signs"), new Text("写短一些", "write less"));
        }
        return new Taken.Value(TextNode.valueOf(
                field.name().equals("note") || text.indexOf('\n') < 0 ? text : text.replaceAll("\\s*\\n\\s*", " ")));
    }

    /** What a field wants. */
    private static Text wanted(Field field) {
        return switch (field.form()) {
            case DAY -> new Text("日期，如 2025-05-06", "a day such as 2025-05-06");
            case TIME -> new Text("日期和时间，如 2025-05-06 14:30", "a day and an hour, such as 2025-05-06 14:30");
            case WHOLE_NUMBER -> new Text("整数", "a whole number");
            case FIGURE -> new Text("数字，如 1234.50", "a number such as 1234.50");
            case TRUTH -> new Text("是或否", "yes or no");
            case TEXT, LIST, CODE, RECORD, MAP, OTHER -> new Text("文字", "a text");
        };
    }

    static Taken wrong(Field field, Text found, Text fix) {
        return new Taken.Wrong("type", found, wanted(field), fix);
    }

    static Taken wrong(Field field, Cell cell) {
        Text wanted = wanted(field);
        return wrong(field, quoted(cell.text()), new Text("改为" + wanted.zh(), "write " + wanted.en()));
    }

    private static Text quoted(String text) {
        String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return new Text("“" + shown + "”", "'" + shown + "'");
    }

    private Taken unknown(Field field, String text) {
        return new Taken.Wrong(
                "unknown-code",
                quoted(text),
                new Text("一个认得的写法", "a word that is known"),
                codes(field).meant(text),
                text);
    }

    /** What to do about a word that is none of a coded field's; nothing if it is one, or the field takes any text. */
    Optional<Text> unknown(Column column, String word) {
        Field field = column.field();
        return (field.coded() || field.form() == Form.TRUTH)
                        && codes(field).code(word).isEmpty()
                ? Optional.of(codes(field).meant(word))
                : Optional.empty();
    }

    Codes codes(Field field) {
        return codes.computeIfAbsent(field, f -> Codes.of(f, vocabulary, headings));
    }

    private Optional<String> code(Column column, String text) {
        String before = taken.getOrDefault(column.name(), Map.of()).get(text);
        return before != null ? Optional.of(before) : meant(column, text);
    }

    private Optional<String> meant(Column column, String text) {
        String named = further.getOrDefault(column.name(), Map.of()).get(Headings.plain(text));
        Optional<String> code = named != null
                ? codes(column.field()).code(named)
                : codes(column.field()).code(text);
        code.ifPresent(
                c -> taken.computeIfAbsent(column.name(), n -> new TreeMap<>()).put(text, c));
        return code;
    }

    private Taken list(Column column, Cell cell) {
        Field field = column.field();
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        Set<String> given = new HashSet<>();
        for (String part : parts(column, cell.text())) {
            if (!field.coded()) {
                list.add(part);
                continue;
            }
            Optional<String> code = code(column, part);
            if (code.isEmpty()) {
                return unknown(field, part);
            }
            // two words may mean one code; the reader would find it listed twice
            if (given.add(code.get())) {
                list.add(code.get());
            }
        }
        return list.isEmpty() ? NOTHING : new Taken.Value(list);
    }

    /** Several in one cell: parted by semicolons; where there is none by commas, unless the whole is one that is known. */
    private List<String> parts(Column column, String text) {
        boolean whole = PARTED.matcher(text).find()
                || (column.field().coded() && codes(column.field()).code(text).isPresent());
        return java.util.Arrays.stream((whole ? PARTED : LOOSELY).split(text))
                .filter(p -> !p.isEmpty())
                .toList();
    }

    private Taken day(Field field, Cell cell, boolean timed) {
        if ((field.optional() || field.event()) && NONE.contains(cell.text())) {
            return new Taken.Value(TextNode.valueOf("none"));
        }
        Days.Read read = Days.read(cell).orElse(null);
        if (read == null || read.at().getYear() < 1950 || read.at().getYear() > 2200) {
            return notYet(field, cell) ? stillThere(field, cell) : noDay(field, cell, timed);
        }
        if (timed && !read.timed() && !read.counted()) {
            return wrong(field, cell);
        }
        counted |= read.counted();
        return new Taken.Value(TextNode.valueOf(timed ? read.time() : read.day()));
    }

    private static boolean notYet(Field field, Cell cell) {
        return field.optional() && NOT_YET.contains(cell.text().strip());
    }

    private static Taken stillThere(Field field, Cell cell) {
        return wrong(
                field, quoted(cell.text()), new Text("还没有发生的，这一格空着", "leave the cell empty while it has not happened"));
    }

    /** A day that cannot be told; where it is because the year stands last or has two digits, that is said. */
    private static Taken noDay(Field field, Cell cell, boolean timed) {
        String text = Normalizer.normalize(cell.text(), Normalizer.Form.NFKC).strip();
        String example = timed ? "2025-05-06 14:30" : "2025-05-06";
        if (SHORT_YEAR.matcher(text).matches()) {
            return wrong(
                    field,
                    quoted(cell.text()),
                    new Text(
                            "年份只写了两位，分不清哪个是年、月、日：按年-月-日写，年写四位，如 " + example + "；整列都这样的，在表格软件中改这一列的日期格式",
                            "the year has two digits, so that year, month and day cannot be told apart: write year-month-day, "
                                    + "the year with four, such as " + example
                                    + "; if the whole column is so, change its format in the spreadsheet"));
        }
        if (!YEAR_LAST.matcher(text).find()) {
            return wrong(field, cell);
        }
        return wrong(
                field,
                quoted(cell.text()),
                new Text(
                        "分不清哪个是月、哪个是日：按年-月-日写，如 " + example + "；整列都这样的，在表格软件中改这一列的日期格式",
                        "day or month first cannot be told: write year-month-day, such as " + example
                                + "; if the whole column is so, change its format in the spreadsheet"));
    }

    /** Numbers in cells. */
    Figures figures() {
        return figures;
    }

    /** What coded cells were taken for, by column: what was written, the code. */
    Map<String, Map<String, String>> taken() {
        return taken;
    }

    /** How many cells held nothing but a dash, and were taken for empty. */
    int dashed() {
        return dashed;
    }

    /** Whether any day was written as a spreadsheet counts days. */
    boolean counted() {
        return counted;
    }
}
