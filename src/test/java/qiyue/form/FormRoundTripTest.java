package qiyue.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.Qiyue;
import qiyue.intake.InspectionText;
import qiyue.problem.Problems;
import qiyue.report.JsonReport;
import qiyue.table.Table;
import qiyue.table.Tables;

/** A workbook that holds an inspection, read again, decides the same; a blank one has a column for every field. */
class FormRoundTripTest {
    private static Qiyue qiyue;
    private static Headings headings;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() throws Problems {
        qiyue = Qiyue.open(Path.of("rules"));
        headings = Headings.of(Path.of("rules"));
    }

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
    }

    private Path written(ObjectNode document, String region) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FormWriter.write(bytes, qiyue.library(), headings, region, "", document);
        return Files.write(folder.resolve("检查表.xlsx"), bytes.toByteArray());
    }

    private static InspectionText read(Path book) throws Problems {
        return FormReader.read(book, "检查表.xlsx", qiyue.library(), headings);
    }

    /** What was decided, without what names the text it was read from. */
    private static String decided(InspectionText document) throws Problems {
        return JsonReport.of(qiyue.decide(document))
                .replaceAll("\"inputDigest\" : \"[^\"]*\"", "")
                .replaceAll(",\\s*\"source\" : \"[^\"]*\"", "");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_laid_out_as_a_workbook_decides_the_same(Path sample) throws Exception {
        InspectionText document = new InspectionText("检查表.xlsx", Files.readString(sample));
        ObjectNode tree = (ObjectNode) document.tree();
        InspectionText again = read(written(tree, tree.path("region").asText()));

        assertThat(decided(again)).isEqualTo(decided(document));
    }

    @Test
    void headings_of_a_sheet_are_all_different_and_known_again() {
        FormPlan plan = new FormPlan(qiyue.library().vocabulary(), headings);
        plan.kinds().forEach((sheet, kind) -> {
            Set<String> before = new HashSet<>();
            for (Column column : plan.layout(kind).columns()) {
                assertThat(before.add(Headings.plain(column.heading())))
                        .as("%s: %s twice", sheet, column.heading())
                        .isTrue();
                assertThat(plan.layout(kind).headed(column.heading()))
                        .as("%s: %s", sheet, column.heading())
                        .contains(column);
            }
        });
        assertThat(plan.caseLines())
                .allSatisfy(e -> assertThat(plan.line(e.label())).contains(e));
    }

    /** People choose from words: no code may be offered to them bare. */
    @Test
    void every_code_of_every_field_has_a_word() {
        FormPlan plan = new FormPlan(qiyue.library().vocabulary(), headings);
        Set<String> bare = new HashSet<>();
        plan.kinds()
                .values()
                .forEach(k -> plan.layout(k)
                        .columns()
                        .forEach(c -> c.field().codes().forEach(code -> {
                            if (Codes.of(c.field(), qiyue.library().vocabulary(), headings)
                                    .label(code)
                                    .equals(code)) {
                                bare.add(c.field().name() + ": " + code);
                            }
                        })));
        assertThat(bare).isEmpty();
    }

    /** What a form shows is of the region and the kind of facility in hand, and comes out on the paper people have. */
    @Test
    void a_form_shows_nothing_of_other_kinds_and_prints_on_a4() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FormWriter.write(bytes, qiyue.library(), headings, "jinhua", "medical", JsonNodeFactory.instance.objectNode());
        Path book = Files.write(folder.resolve("金华.xlsx"), bytes.toByteArray());
        try (Table table = Tables.open(book, "金华.xlsx")) {
            assertThat(table.sheets()).contains("说明", "行为一览").doesNotContain("评分表", "辅助器具");
            for (String sheet : table.sheets()) {
                if (!List.of("行为一览", "认定").contains(sheet)) {
                    table.rows(sheet, row -> {
                        assertThat(row.words()).as("%s %s", sheet, row.place()).doesNotContain("辅助器具配置机构", "假眼");
                        assertThat(row.words()).doesNotContain("true 或 false", "写 none");
                        return true;
                    });
                }
            }
        }
        try (java.util.zip.ZipFile parts = new java.util.zip.ZipFile(book.toFile())) {
            assertThat(parts.stream().filter(p -> p.getName().matches("xl/worksheets/sheet\\d+.xml")))
                    .allSatisfy(p -> {
                        String text = new String(
                                parts.getInputStream(p).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                        assertThat(text.contains("paperSize=\"9\"")
                                        || p.getName().endsWith(last(parts)))
                                .as(p.getName())
                                .isTrue();
                    });
        }
    }

    /** No clause of device providers looks at stays: what the document holds of them is shown whole. */
    @Test
    void a_sheet_only_the_document_asks_for_has_all_columns() throws Exception {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.withObject("/records")
                .putArray("stays")
                .addObject()
                .put("id", "s1")
                .put("admittedOn", "2025-05-06");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FormWriter.write(bytes, qiyue.library(), headings, "jinhua", "assistive-device", document);
        Path book = Files.write(folder.resolve("金华.xlsx"), bytes.toByteArray());
        FormPlan plan = new FormPlan(qiyue.library().vocabulary(), headings);
        Kind stays = Kind.named("stays", qiyue.library().vocabulary()).orElseThrow();
        try (Table table = Tables.open(book, "金华.xlsx")) {
            String sheet = plan.kinds().entrySet().stream()
                    .filter(k -> k.getValue().path().equals(stays.path()))
                    .map(java.util.Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();
            Set<String> shown = new HashSet<>();
            table.rows(sheet, row -> shown.add(row.words()));
            assertThat(String.join(" ", shown))
                    .contains(plan.layout(stays).columns().stream()
                            .map(Column::heading)
                            .toList());
        }
    }

    /** Nobody stays the night at a provider of devices. */
    @Test
    void a_form_has_no_sheet_of_records_that_cannot_be_there() throws Exception {
        for (String region : List.of("beijing", "shanxi")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            FormWriter.write(
                    bytes,
                    qiyue.library(),
                    headings,
                    region,
                    "assistive-device",
                    JsonNodeFactory.instance.objectNode());
            Path book = Files.write(folder.resolve(region + ".xlsx"), bytes.toByteArray());
            try (Table table = Tables.open(book, region)) {
                assertThat(table.sheets()).contains("收费明细").doesNotContain("住院", "在院检查", "处方");
                table.rows("行为一览", row -> {
                    assertThat(row.words()).doesNotContain("执业许可证，也非", "康复技术未达");
                    return true;
                });
            }
        }
    }

    /** The hidden sheet of words, which nobody prints. */
    private static String last(java.util.zip.ZipFile parts) {
        return "sheet"
                + parts.stream()
                        .filter(p -> p.getName().startsWith("xl/worksheets/sheet"))
                        .count()
                + ".xml";
    }

    @Test
    void a_blank_form_is_read_and_what_it_lacks_is_told_by_cell() throws Exception {
        for (String region : List.of("beijing", "jinhua", "shanxi", "xilingol")) {
            InspectionText blank = read(written(JsonNodeFactory.instance.objectNode(), region));
            Problems lacking = catchThrowableOfType(Problems.class, () -> qiyue.decide(blank));

            assertThat(lacking.all())
                    .as(region)
                    .allSatisfy(p ->
                            assertThat(p.render("zh")).contains("检查表.xlsx ").containsPattern("[^!]+![A-Z]+\\d+"));
            assertThat(lacking.all().stream().map(p -> p.render("zh")))
                    .anySatisfy(p -> assertThat(p).contains("检查!B").contains("没有填“机构名称”"));
        }
    }

    /** Nobody mends a workbook twice: what cannot be read and what contradicts each other is told in one round, each by its cell. */
    @Test
    void everything_wrong_with_a_workbook_is_told_at_once() throws Exception {
        ObjectNode document = (ObjectNode) new InspectionText("t", """
                {"region": "xilingol", "inspection": {"id": "i1", "inspectedOn": "2025-05-10"}, "scope": {},
                 "facility": {"name": "甲医院", "kinds": ["rehabilitation"]},
                 "agreements": [{"id": "a1", "kind": "rehabilitation", "from": "2025-01-01", "to": "2024-12-31"}],
                 "records": {
                   "stays": [{"id": "z1", "worker": "赵六", "admittedOn": "2025-03-03"},
                             {"id": "z2", "worker": "孙七", "admittedOn": "1902-03-05"}],
                   "charges": [{"id": "c1", "stay": "z1", "worker": "孙七", "date": "2025-03-04", "category": "bed",
                                "money": {"amount": 1}},
                               {"id": "c2", "stay": "z2", "date": "2025-03-04", "category": "bed", "money": {"amount": 1}},
                               {"id": "c3", "stay": "z9", "date": "2025-03-04", "category": "bed", "money": {"amount": 1}}]}}
                """).tree();
        Path book = written(document, "xilingol");

        Problems wrong = catchThrowableOfType(Problems.class, () -> qiyue.decide(read(book)));
        assertThat(wrong.all().stream().map(p -> p.pointer() + " " + p.code()))
                .containsExactlyInAnyOrder(
                        "住院!E4 type", "服务协议!D3 dates", "收费明细!E3 contradiction", "收费明细!C5 no-such-id");
        assertThat(wrong.all()).anySatisfy(p -> assertThat(p.message().zh()).contains("z1（住院!A3）"));
    }
}
