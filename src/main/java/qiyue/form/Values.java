package qiyue.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashMap;
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
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

    private static final Pattern AROUND = Pattern.compile("[\\s¥$￥元]+|RMB|CNY");

    /** Written where a day would stand: it has expressly not happened. */
    private static final Set<String> NONE = Set.of("none", "无", "未发生", "没有");

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

    Values(Vocabulary vocabulary, Headings headings, Map<String, Map<String, String>> further) {
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

        /** No value: what was found, what would be one, what to do; the code of the problem. */
        record Wrong(String code, Text found, Text expected, Text fix) implements Taken {}
    }

    private static final Taken NOTHING = new Taken.Nothing();

    /** What the cell says of the field. */
    Taken take(Column column, Cell cell) {
        Field field = column.field();
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
            case FIGURE, WHOLE_NUMBER -> number(column, cell, form == Form.WHOLE_NUMBER);
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

    private static Taken wrong(Field field, Text found, Text fix) {
        return new Taken.Wrong("type", found, wanted(field), fix);
    }

    private static Taken wrong(Field field, Cell cell) {
        Text wanted = wanted(field);
        return wrong(field, quoted(cell.text()), new Text("改为" + wanted.zh(), "write " + wanted.en()));
    }

    private static Text quoted(String text) {
        String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return new Text("“" + shown + "”", "'" + shown + "'");
    }

    private Taken unknown(Field field, String text) {
        Text choices = choices(field);
        return new Taken.Wrong(
                "unknown-code",
                quoted(text),
                new Text("一个认得的写法", "a word that is known"),
                new Text("写" + choices.zh(), "write " + choices.en()));
    }

    /** What may stand in a coded field, as far as a person reads it. */
    private Text choices(Field field) {
        Codes known = codes(field);
        List<String> labels = known.labels(List.of());
        String some = String.join("；", labels.subList(0, Math.min(12, labels.size())));
        String more = labels.size() > 12 ? "……" : "";
        return new Text(
                "下列之一：" + some + more,
                "one of: "
                        + (field.code().isEmpty() ? String.join(", ", field.codes()) : "the codes of " + field.code()));
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
        for (String part : parts(column, cell.text())) {
            if (!field.coded()) {
                list.add(part);
                continue;
            }
            Optional<String> code = code(column, part);
            if (code.isEmpty()) {
                return unknown(field, part);
            }
            list.add(code.get());
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
            return wrong(field, cell);
        }
        if (timed && !read.timed() && !read.counted()) {
            return wrong(field, cell);
        }
        counted |= read.counted();
        return new Taken.Value(TextNode.valueOf(timed ? read.time() : read.day()));
    }

    private Taken number(Column column, Cell cell, boolean whole) {
        String text = plain(cell.text());
        if (cell.kind() == Kind.DAY
                || cell.kind() == Kind.TIME
                || !NUMBER.matcher(text).matches()) {
            return wrong(column.field(), cell);
        }
        if (cell.merged() && !whole) {
            return wrong(
                    column.field(),
                    new Text("几行合并为一格的 " + cell.text(), cell.text() + " in one cell merged over several rows"),
                    new Text("取消合并，各行分别填写", "unmerge the cell and write each row's own"));
        }
        BigDecimal number = new BigDecimal(text);
        if (number.signum() < 0) {
            return wrong(
                    column.field(),
                    new Text("负数 " + cell.text(), "a negative number, " + cell.text()),
                    new Text("退费、冲销的行先与原来的行相抵", "set off reversals against their lines first"));
        }
        number = number.stripTrailingZeros();
        if (number.scale() < 0) {
            number = number.setScale(0, java.math.RoundingMode.UNNECESSARY);
        }
        if (whole && number.scale() > 0) {
            return wrong(column.field(), cell);
        }
        return new Taken.Value(DecimalNode.valueOf(number));
    }

    /** The number without what people write around and into it. */
    private static String plain(String written) {
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-') {
                String text = AROUND.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
                        .replaceAll("");
                return GROUPED.matcher(text).matches() ? text.replace(",", "") : text;
            }
        }
        return written;
    }

    /** What coded cells were taken for, by column: what was written, the code. */
    Map<String, Map<String, String>> taken() {
        return taken;
    }

    /** Whether any day was written as a spreadsheet counts days. */
    boolean counted() {
        return counted;
    }
}
