package qiyue.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import qiyue.fact.CaseFile;
import qiyue.fact.Facility;
import qiyue.fact.Inspection;
import qiyue.fact.Parameter;
import qiyue.fact.Scope;
import qiyue.rulebook.Vocabulary;
import qiyue.shape.Field;
import qiyue.shape.Form;
import qiyue.shape.Shape;

/** The sheets of a workbook that is an inspection, from the shapes of documents; who writes and who reads it ask here. */
final class FormPlan {
    static final String GUIDE = "说明";
    static final String CASE = "检查";
    static final String ANSWERS = "认定";
    static final String LISTS = "词表";

    /** The conducts there are, to look them up; it is not read. */
    static final String CONDUCTS = "行为一览";

    /** Sheets called so are people's own. */
    static final String DRAFT = "草稿";

    static final String NOTE = "说明：";
    static final String EXAMPLE = "例：";
    static final String WHOLE_CASE = "整个案件";
    static final String EVERY = "全部";
    static final List<String> ANSWER_HEADINGS = List.of("问题", "就什么作答", "项目名称", "认定");
    static final List<String> ROW_HEADINGS = List.of("所属", "行号", "项", "值");
    static final String PARENT = "所属";

    /** The heading of a last column that says where a record was imported from. */
    static final String SOURCE = "出处";

    private static final String TOPIC = "已检查的主题：";
    private static final String EXTENT = "完整程度：";
    private static final int LONGEST_NAME = 31;

    private final Vocabulary vocabulary;
    private final Headings headings;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, Child> children = new LinkedHashMap<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Layout> layouts = new LinkedHashMap<>();

    /**
     * A line of the sheet of the case.
     *
     * @param pointer where its value goes
     * @param code what is put into the list, or under that name, at the pointer; empty: the value itself
     */
    record Entry(String label, String pointer, Column column, String code) {}

    /** A sheet of what single records hold many of. */
    record Child(String sheet, Kind parent, Field field) {
        /** Whether its rows are entries of rows, as of a score sheet, rather than records. */
        boolean rows() {
            return field.form() == Form.MAP;
        }
    }

    FormPlan(Vocabulary vocabulary, Headings headings) {
        this.vocabulary = vocabulary;
        this.headings = headings;
        for (Kind kind : Kind.all(vocabulary)) {
            kinds.put(name(kind.label().zh()), kind);
            Layout layout = Layout.of(kind.name(), kind.shape(), headings);
            layouts.put(kind.name(), layout);
            for (Field field : layout.nested()) {
                if (!field.code().equals("questions")) {
                    String sheet = name(kind.label().zh() + "－" + called(kind.name(), field));
                    children.put(sheet, new Child(sheet, kind, field));
                    if (field.form() == Form.LIST) {
                        String within = kind.name() + "." + field.name();
                        layouts.put(within, Layout.of(within, Shape.of(field.element()), headings));
                    }
                }
            }
        }
        entries();
    }

    private static String name(String label) {
        String name = label.replaceAll("[\\[\\]:*?/\\\\]", " ");
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    private String called(String kind, Field field) {
        List<String> known = headings.of(kind, field.name());
        return known.isEmpty() ? field.zh() : known.get(0);
    }

    private void entries() {
        Field region = Shape.of(CaseFile.class).field("region").orElseThrow();
        add(new Entry("地区", "/region", new Column(List.of("region"), region, true, List.of("地区")), ""));
        fields("inspection", Shape.of(Inspection.class));
        fields("facility", vocabulary.own().of(Facility.class));
        Shape scope = Shape.of(Scope.class);
        Field topics = scope.field("topics").orElseThrow();
        Field truth = Shape.of(qiyue.fact.BedCheck.class).field("present").orElseThrow();
        vocabulary
                .codes("topics")
                .forEach(t -> add(new Entry(
                        TOPIC + vocabulary.label("topics", t, "zh"),
                        "/scope/topics",
                        new Column(List.of("topics"), truth, false, List.of(topics.zh())),
                        t)));
        Field conducts = scope.field("conducts").orElseThrow();
        add(new Entry(
                called("scope", conducts),
                "/scope/conducts",
                new Column(List.of("conducts"), conducts, false, List.of(conducts.zh())),
                ""));
        Field records = scope.field("records").orElseThrow();
        vocabulary
                .codes("record-kinds")
                .forEach(k -> add(new Entry(
                        EXTENT + vocabulary.label("record-kinds", k, "zh"),
                        "/scope/records",
                        new Column(List.of("records"), records, false, List.of("completeness")),
                        k)));
    }

    private void fields(String name, Shape shape) {
        for (Column column : Layout.of(name, shape, headings).columns()) {
            add(new Entry(column.heading(), "/" + name + "/" + String.join("/", column.path()), column, ""));
        }
    }

    private void add(Entry entry) {
        entries.put(Headings.plain(entry.label()), entry);
    }

    /** The lines of the sheet of the case, in order. */
    List<Entry> caseLines() {
        return List.copyOf(entries.values());
    }

    /** The line that a label means. */
    Optional<Entry> line(String label) {
        return Optional.ofNullable(entries.get(Headings.plain(label)));
    }

    /** The kinds of record by the names of their sheets, in order. */
    Map<String, Kind> kinds() {
        return kinds;
    }

    /** The sheets of what records hold, by name. */
    Map<String, Child> children() {
        return children;
    }

    Layout layout(Kind kind) {
        return Objects.requireNonNull(layouts.get(kind.name()));
    }

    Layout layout(Child child) {
        return Objects.requireNonNull(
                layouts.get(child.parent().name() + "." + child.field().name()));
    }

    /** The codes of the extent to which a kind of record is there. */
    Codes extents() {
        return Codes.of(List.of("complete", "sample"), "", "completeness", vocabulary, headings);
    }

    Codes questions() {
        return Codes.of(vocabulary.codes("questions"), "questions", "questions", vocabulary, headings);
    }

    Codes answers() {
        return Codes.of(List.of("yes", "no", "open"), "", "answer", vocabulary, headings);
    }

    /** What the parameter is called by which a document states the day a text leaves blank. */
    String startDay() {
        return vocabulary.label("parameters", Parameter.IN_FORCE_FROM, "zh");
    }

    /** The names of all sheets that are read. */
    List<String> sheets() {
        List<String> names = new ArrayList<>(List.of(GUIDE, CASE, CONDUCTS, ANSWERS));
        names.addAll(kinds.keySet());
        names.addAll(children.keySet());
        return names;
    }
}
