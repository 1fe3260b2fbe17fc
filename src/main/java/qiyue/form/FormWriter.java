package qiyue.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import qiyue.fact.Finding;
import qiyue.fact.Parameter;
import qiyue.form.FormPlan.Child;
import qiyue.intake.Skeleton;
import qiyue.problem.Program;
import qiyue.rulebook.Library;
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
    private final Wants wants;

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
        this.wants = new Wants(library.vocabulary(), skeleton, values);
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
        new CaseSheet(plan, skeleton, wants, dropDowns, cells)
                .write(book.newWorksheet(FormPlan.CASE), filled ? content : preset());
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
                        .flatMap(c -> wants.codes(pointer(k) + "/conduct", c).stream()))
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

    /** What a blank form already knows. */
    private ObjectNode preset() {
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        known.put("region", region);
        if (!kind.isEmpty()) {
            known.withObject("/facility").putArray("kinds").add(kind);
        }
        return known;
    }

    /** The first row names the columns, the second says what they want; examples and records follow. */
    private int columns(Worksheet sheet, String pointer, List<Column> columns, int from) {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            int at = from + i;
            Collection<String> codes =
                    wants.codes(pointer + "/" + column.field().name(), column);
            sheet.inlineString(0, at, column.heading());
            sheet.style(0, at)
                    .bold()
                    .fillColor(column.required() ? Look.NEEDED : Look.HEAD)
                    .set();
            sheet.inlineString(
                    1,
                    at,
                    (at == 0 ? FormPlan.NOTE : "") + (column.required() ? "必填。" : "") + wants.note(column, codes));
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
        List<Column> columns = columns(each);
        int row = columns(sheet, pointer(each), columns, 0);
        if (!filled) {
            example(sheet, row, pointer(each), columns);
            if (each.name().equals("parameters") && Guide.startsBlank(skeleton)) {
                ObjectNode start = JsonNodeFactory.instance.objectNode().put("key", Parameter.IN_FORCE_FROM);
                line(sheet, ++row, 0, columns, start);
            }
        }
        JsonNode sources = content.path("sources");
        boolean noted = false;
        for (JsonNode record : content.at(pointer(each))) {
            String from = sources.path(record.path("id").asText()).asText();
            if (!from.isEmpty()) {
                sheet.inlineString(row, columns.size(), from);
                noted = true;
            }
            line(sheet, row++, 0, columns, record);
        }
        if (noted) {
            sheet.inlineString(0, columns.size(), FormPlan.SOURCE);
            sheet.style(0, columns.size()).bold().fillColor(Look.HEAD).set();
        }
    }

    /**
     * The columns that can be meant in the region and kind in hand, and those the document fills; all of them where no clause
     * looks at the kind and the document alone has records of it.
     */
    private List<Column> columns(Kind each) {
        List<Skeleton.Part> parts = skeleton.parts().stream()
                .filter(p -> p.place().equals(each.path()))
                .toList();
        if (parts.isEmpty()) {
            return plan.layout(each).columns();
        }
        Set<String> offered = parts.stream()
                .flatMap(p -> p.columns().stream())
                .map(c -> c.field().name())
                .collect(Collectors.toSet());
        return plan.layout(each).columns().stream()
                .filter(c -> offered.contains(c.path().get(0)) || states(each, c))
                .toList();
    }

    private boolean states(Kind each, Column column) {
        for (JsonNode record : content.at(pointer(each))) {
            if (record.has(column.path().get(0))) {
                return true;
            }
        }
        return false;
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
                                    ? shown(field, wants.codes(pointer + "/" + field.name(), column))
                                    : field.name().equals("id") ? "1" : "甲";
                    };
            if (!shown.isEmpty() || i == 0) {
                sheet.inlineString(row, i, (i == 0 ? FormPlan.EXAMPLE : "") + shown);
                sheet.style(row, i).italic().fontColor(Look.GREY).set();
            }
        }
    }

    /** A word for the example: of the region and the kind of facility in hand; none where its rules have none yet. */
    private String shown(Field field, List<String> codes) {
        Codes known = values.codes(field);
        boolean own = field.code().equals("facility-kinds") && !kind.isEmpty();
        return own
                ? known.label(kind)
                : known.labels(codes).stream().findFirst().orElse("");
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
