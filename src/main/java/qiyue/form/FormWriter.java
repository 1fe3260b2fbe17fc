package qiyue.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import qiyue.fact.Finding;
import qiyue.form.FormPlan.Child;
import qiyue.form.FormPlan.Entry;
import qiyue.intake.Skeleton;
import qiyue.problem.Program;
import qiyue.rulebook.Library;
import qiyue.rulebook.Sheet;
import qiyue.shape.Field;
import qiyue.shape.Form;
import qiyue.shape.Shape;

/**
 * Writes a workbook that is an inspection: blank for people to fill in, or holding a document. Drop-downs offer what the clauses
 * of the region take up; what stands there otherwise is read all the same.
 */
public final class FormWriter {
    private static final int WIDEST = 46;
    private static final int NARROWEST = 10;
    private static final String EXAMPLE_DAY = "2025-05-06";

    private final Library library;
    private final Headings headings;
    private final FormPlan plan;
    private final Skeleton skeleton;
    private final String region;
    private final String kind;
    private final ObjectNode content;
    private final boolean filled;
    private final Values values;

    private final DropDowns dropDowns = new DropDowns();
    private final CellWriter cells;

    private FormWriter(Library library, Headings headings, String region, String kind, ObjectNode content) {
        this.library = library;
        this.headings = headings;
        this.plan = new FormPlan(library.vocabulary(), headings);
        this.skeleton = Skeleton.of(library, region, kind);
        this.region = region;
        this.kind = kind;
        this.content = content;
        this.filled = !content.isEmpty();
        this.values = new Values(library.vocabulary(), headings, Map.of());
        this.cells = new CellWriter(values);
    }

    /**
     * Writes the workbook.
     *
     * @param kind the kind of facility and agreement; empty: all of the region
     * @param content what it is to hold; an empty document: nothing but an example in each sheet
     */
    public static void write(
            OutputStream out, Library library, Headings headings, String region, String kind, ObjectNode content)
            throws IOException {
        try (Workbook book = new Workbook(out, "Qiyue", Program.VERSION.replaceAll("^(\\d+\\.\\d+).*", "$1"))) {
            new FormWriter(library, headings, region, kind, content).write(book);
        }
    }

    private void write(Workbook book) {
        Set<String> wanted = wanted();
        Map<String, Kind> kinds = new LinkedHashMap<>(plan.kinds());
        kinds.values().removeIf(k -> !wanted.contains(pointer(k)));
        List<String> conducts = conducts();
        Guide.write(book.newWorksheet(FormPlan.GUIDE), title(), kinds, skeleton, !conducts.isEmpty());
        theCase(book.newWorksheet(FormPlan.CASE));
        plan.kinds().forEach((sheet, each) -> {
            if (wanted.contains(pointer(each))) {
                records(book.newWorksheet(sheet), each);
                plan.children().values().stream()
                        .filter(c -> c.parent().equals(each))
                        .forEach(c -> children(book.newWorksheet(c.sheet()), c));
            }
        });
        if (!conducts.isEmpty()) {
            Field conduct = Shape.of(Finding.class).field("conduct").orElseThrow();
            Guide.conducts(book.newWorksheet(FormPlan.CONDUCTS), library.vocabulary(), conducts, values.codes(conduct));
        }
        new AnswerSheet(plan, skeleton, content, dropDowns).write(book.newWorksheet(FormPlan.ANSWERS));
        dropDowns.write(book);
    }

    /** The conducts that the region's clauses take up, by topic. */
    private List<String> conducts() {
        return plan.kinds().values().stream()
                .filter(k -> k.name().equals("findings"))
                .flatMap(k -> plan.layout(k).named("conduct").stream()
                        .flatMap(c -> codes(pointer(k) + "/conduct", c).stream()))
                .toList();
    }

    /** Where the records of a kind stand in the document. */
    static String pointer(Kind kind) {
        return "/" + String.join("/", kind.path());
    }

    /** The kinds of record that the region's clauses look at, and those the document holds. */
    private Set<String> wanted() {
        Set<String> wanted = new LinkedHashSet<>();
        skeleton.parts().forEach(p -> wanted.add("/" + String.join("/", p.place())));
        if (skeleton.sheets().isEmpty()) {
            wanted.remove("/assessments");
        }
        plan.kinds().values().stream()
                .map(FormWriter::pointer)
                .filter(p -> !content.at(p).isEmpty())
                .forEach(wanted::add);
        return wanted;
    }

    private String title() {
        return library.vocabulary().label("regions", region, "zh")
                + (kind.isEmpty() ? "" : "　" + library.vocabulary().label("facility-kinds", kind, "zh"));
    }

    private void theCase(Worksheet sheet) {
        Look.page(sheet, false);
        sheet.width(0, 34);
        sheet.width(1, 36);
        sheet.width(2, 60);
        Look.head(sheet, 0, List.of("项目", "填写", "说明"));
        sheet.freezePane(0, 1);
        Set<String> topics = new LinkedHashSet<>();
        Set<String> extents = new LinkedHashSet<>();
        skeleton.parts().stream()
                .filter(p -> p.path().equals("scope"))
                .flatMap(p -> p.columns().stream())
                .forEach(c -> c.codes()
                        .forEach(code -> (c.field().name().equals("topics")
                                        ? topics
                                        : c.field().name().equals("records") ? extents : new LinkedHashSet<String>())
                                .add(code.code())));
        content.at("/scope/topics").forEach(t -> topics.add(t.asText()));
        content.at("/scope/records").fieldNames().forEachRemaining(extents::add);
        int row = 1;
        for (Entry entry : plan.caseLines()) {
            boolean topic = entry.pointer().equals("/scope/topics");
            boolean extent = entry.pointer().equals("/scope/records");
            if ((topic && !topics.isEmpty() && !topics.contains(entry.code()))
                    || (extent && !extents.isEmpty() && !extents.contains(entry.code()))) {
                continue;
            }
            Column column = entry.column();
            sheet.inlineString(row, 0, entry.label());
            boolean needed = column.required() && !topic && !extent;
            sheet.style(row, 0)
                    .bold()
                    .fillColor(needed ? Look.NEEDED : Look.HEAD)
                    .set();
            JsonNode value = content.at(entry.pointer());
            if (topic) {
                if (contains(value, entry.code())) {
                    sheet.inlineString(row, 1, "是");
                }
                dropDowns.offer(sheet, row, row, 1, List.of("是", "否"));
            } else if (extent) {
                if (value.has(entry.code())) {
                    sheet.inlineString(
                            row, 1, plan.extents().label(value.get(entry.code()).asText()));
                }
                dropDowns.offer(sheet, row, row, 1, plan.extents().labels(List.of()));
            } else {
                JsonNode shown = value.isMissingNode() && !filled ? preset(entry) : value;
                cells.put(sheet, row, 1, column, shown);
                if (column.field().coded() && column.field().form() != Form.LIST) {
                    dropDowns.offer(
                            sheet, row, row, 1, values.codes(column.field()).labels(codes(entry.pointer(), column)));
                }
            }
            sheet.inlineString(
                    row,
                    2,
                    topic
                            ? "这个主题的条款都检查过的选“是”；没有检查的不会当作没有问题"
                            : extent ? "全部：这种数据都在表中；抽样：只有一部分" : note(column, codes(entry.pointer(), column)));
            sheet.style(row, 2).fontColor(Look.GREY).wrapText(true).set();
            row++;
        }
    }

    /** What a blank form already knows. */
    private JsonNode preset(Entry entry) {
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        known.put("region", region);
        if (!kind.isEmpty()) {
            known.withObject("/facility").putArray("kinds").add(kind);
        }
        return known.at(entry.pointer());
    }

    private static boolean contains(JsonNode list, String code) {
        for (JsonNode each : list) {
            if (each.asText().equals(code)) {
                return true;
            }
        }
        return false;
    }

    /** The codes of a field that the region's clauses take up; none: all. */
    private List<String> codes(String pointer, Column column) {
        List<String> codes = skeleton.parts().stream()
                .flatMap(p -> p.columns().stream()
                        .filter(c -> ("/" + String.join("/", p.place()) + "/"
                                        + c.field().name())
                                .replace("//", "/")
                                .equals(pointer))
                        .flatMap(c -> c.codes().stream()))
                .map(Skeleton.Code::code)
                .toList();
        if (column.field().code().equals("sheets")) {
            return skeleton.sheets().stream().map(Sheet::name).sorted().toList();
        }
        if (!column.field().code().equals("conducts")) {
            return codes;
        }
        List<String> topics = List.copyOf(library.vocabulary().codes("topics"));
        return codes.stream()
                .sorted(Comparator.comparingInt(
                        c -> topics.indexOf(library.vocabulary().property("conducts", c, "topic"))))
                .toList();
    }

    private String note(Column column, Collection<String> codes) {
        Field field = column.field();
        String meaning = meaning(field);
        StringBuilder note = new StringBuilder(meaning);
        if (field.form() == Form.LIST) {
            note.append("；几项用“；”隔开");
            List<String> labels = field.coded() ? values.codes(field).labels(codes) : List.of();
            if (!labels.isEmpty() && labels.size() <= 12) {
                note.append("：").append(String.join("；", labels));
            }
        }
        switch (field.form()) {
            case DAY ->
                note.append((field.optional() || field.event()) && !meaning.contains("“无”") ? "；日期，没有发生的写“无”" : "；日期");
            case TIME -> note.append("；写到时分，如 2025-05-06 14:30");
            default -> {
                // the meaning says enough
            }
        }
        return note.toString();
    }

    /** What a field means, in the words of the form where documents have codes. */
    private String meaning(Field field) {
        String text = field.zh().replace("（true 或 false）", "").replaceAll("写 none(?![A-Za-z])", "写“无”");
        if (field.coded()) {
            Codes known = values.codes(field);
            return Pattern.compile("([a-z][a-z-]*)(（[^）]*）)?")
                    .matcher(text)
                    .replaceAll(m -> Matcher.quoteReplacement(
                            field.codes().contains(m.group(1)) ? "“" + known.label(m.group(1)) + "”" : m.group()));
        }
        return text;
    }

    /** The first row names the columns, the second says what they want; examples and records follow. */
    private int columns(Worksheet sheet, String pointer, List<Column> columns, int from) {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            int at = from + i;
            Collection<String> codes = codes(pointer + "/" + column.field().name(), column);
            sheet.inlineString(0, at, column.heading());
            sheet.style(0, at)
                    .bold()
                    .fillColor(column.required() ? Look.NEEDED : Look.HEAD)
                    .set();
            sheet.inlineString(
                    1, at, (at == 0 ? FormPlan.NOTE : "") + (column.required() ? "必填。" : "") + note(column, codes));
            sheet.style(1, at)
                    .fontColor(Look.GREY)
                    .fontSize(9)
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
            List<String> labels = column.field().coded() || column.field().form() == Form.TRUTH
                    ? values.codes(column.field()).labels(codes)
                    : List.of();
            int longest = labels.stream().mapToInt(FormWriter::width).max().orElse(0);
            sheet.width(at, Math.min(WIDEST, Math.max(NARROWEST, Math.max(width(column.heading()), longest)) + 2));
            if (!labels.isEmpty() && column.field().form() != Form.LIST) {
                dropDowns.offer(sheet, 2, DropDowns.ROWS, at, labels);
            }
        }
        sheet.freezePane(0, 1);
        Look.page(sheet, true);
        sheet.repeatRows(0);
        return 2;
    }

    private static int width(String text) {
        return text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
    }

    private void records(Worksheet sheet, Kind each) {
        List<Column> columns = plan.layout(each).columns();
        int row = columns(sheet, pointer(each), columns, 0);
        if (!filled) {
            example(sheet, row, pointer(each), columns);
            if (each.name().equals("parameters") && Guide.startsBlank(skeleton)) {
                ObjectNode start = JsonNodeFactory.instance.objectNode().put("key", FormPlan.START);
                line(sheet, ++row, 0, columns, start);
            }
        }
        for (JsonNode record : content.at(pointer(each))) {
            line(sheet, row++, 0, columns, record);
        }
    }

    private void line(Worksheet sheet, int row, int from, List<Column> columns, JsonNode record) {
        for (int i = 0; i < columns.size(); i++) {
            JsonNode value = record.at("/" + String.join("/", columns.get(i).path()));
            cells.put(sheet, row, from + i, columns.get(i), value);
        }
    }

    private void example(Worksheet sheet, int row, String pointer, List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Field field = column.field();
            String shown = !column.required() && i > 0
                    ? ""
                    : switch (field.form()) {
                        case DAY -> EXAMPLE_DAY;
                        case TIME -> EXAMPLE_DAY + " 14:30";
                        case FIGURE -> "100.00";
                        case WHOLE_NUMBER -> field.name().equals("year") ? EXAMPLE_DAY.substring(0, 4) : "1";
                        case TRUTH -> "是";
                        default ->
                            field.coded()
                                    ? shown(field, codes(pointer + "/" + field.name(), column))
                                    : field.name().equals("id") ? "1" : "甲";
                    };
            if (!shown.isEmpty() || i == 0) {
                sheet.inlineString(row, i, (i == 0 ? FormPlan.EXAMPLE : "") + shown);
                sheet.style(row, i).italic().fontColor(Look.GREY).set();
            }
        }
    }

    /** A word for the example: of the region and the kind of facility in hand. */
    private String shown(Field field, List<String> codes) {
        Codes known = values.codes(field);
        boolean own = field.code().equals("facility-kinds") && !kind.isEmpty();
        return own ? known.label(kind) : known.labels(codes).get(0);
    }

    private void children(Worksheet sheet, Child child) {
        String name = child.field().name();
        String of = "所属的" + child.parent().label().zh();
        boolean ids = plan.layout(child.parent()).named("id").isPresent();
        String what = of + (ids ? "的编号" : "：写它是第几行数据，从 1 数起");
        Look.page(sheet, true);
        if (child.rows()) {
            Look.head(sheet, 0, FormPlan.ROW_HEADINGS);
            sheet.inlineString(1, 0, FormPlan.NOTE + what);
            sheet.inlineString(1, 1, "评分表的行号");
            sheet.inlineString(1, 2, "填写的项；没有可填的空着");
            sheet.inlineString(1, 3, "数");
        } else {
            sheet.inlineString(0, 0, FormPlan.PARENT);
            sheet.style(0, 0).bold().fillColor(Look.NEEDED).set();
            columns(sheet, "", plan.layout(child).columns(), 1);
            sheet.inlineString(1, 0, FormPlan.NOTE + what);
        }
        sheet.style(1, 0).fontColor(Look.GREY).fontSize(9).wrapText(true).set();
        sheet.width(0, 20);
        int row = 2;
        int number = 0;
        for (JsonNode record : content.at(pointer(child.parent()))) {
            number++;
            String parent = ids ? record.path("id").asText() : String.valueOf(number);
            row = child.rows()
                    ? rows(sheet, row, parent, record.path(name))
                    : nested(
                            sheet,
                            row,
                            parent,
                            record.path(name),
                            plan.layout(child).columns());
        }
    }

    private int nested(Worksheet sheet, int from, String parent, JsonNode all, List<Column> columns) {
        int row = from;
        for (JsonNode record : all) {
            sheet.inlineString(row, 0, parent);
            line(sheet, row++, 1, columns, record);
        }
        return row;
    }

    private static int rows(Worksheet sheet, int from, String parent, JsonNode all) {
        int[] row = {from};
        all.fields().forEachRemaining(line -> {
            Map<String, JsonNode> entries = new LinkedHashMap<>();
            line.getValue().fields().forEachRemaining(e -> entries.put(e.getKey(), e.getValue()));
            if (entries.isEmpty()) {
                sheet.inlineString(row[0], 0, parent);
                sheet.inlineString(row[0]++, 1, line.getKey());
            }
            entries.forEach((entry, value) -> {
                sheet.inlineString(row[0], 0, parent);
                sheet.inlineString(row[0], 1, line.getKey());
                sheet.inlineString(row[0], 2, entry);
                if (value.isNumber()) {
                    sheet.value(row[0]++, 3, value.decimalValue());
                } else {
                    sheet.inlineString(row[0]++, 3, value.asText());
                }
            });
        });
        return row[0];
    }
}
