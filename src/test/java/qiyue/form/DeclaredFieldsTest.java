package qiyue.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.Shipped;
import qiyue.TinyRules;
import qiyue.intake.InspectionText;
import qiyue.problem.Sources;
import qiyue.rulebook.Library;
import qiyue.table.Table;
import qiyue.table.Tables;

/** What a vocabulary declares stands in tables and forms by what people call it: kinds of record, fields of any kind, hours. */
class DeclaredFieldsTest {
    @TempDir
    private Path folder;

    private Library library;
    private Headings headings;

    @BeforeEach
    void words() throws Exception {
        TinyRules rules = TinyRules.in(folder.resolve("rules"));
        rules.write("vocabulary/more.yaml", """
                record-kinds:
                  complaints:
                    zh: 投诉记录
                    en: complaints
                    called: Complaint
                    fields:
                      channel: {type: code, required: true, zh: 渠道, en: channel, codes: {phone: {zh: 电话, en: telephone}, letter: {zh: 信函, en: letter}}}
                      minutes: {type: number, zh: 通话时长（分钟）, en: "length of the call, minutes"}
                      heardAt: {type: time, zh: 来电时间, en: time of the call}
                      upheld: {type: yes-no, zh: 是否属实, en: whether upheld}
                record-fields:
                  facility:
                    rooms: {type: whole, zh: 诊室数, en: number of rooms}
                    band: {type: code, zh: 等次, en: band, codes: {high: {zh: 高, en: high}, low: {zh: 低, en: low}}}
                """);
        library = Library.load(rules.root());
        headings = Headings.of(Shipped.RULES);
    }

    /** 投诉编号 is the number of a complaint, whatever the list of headings knows. */
    @Test
    void a_table_of_a_declared_kind_is_read_by_what_its_columns_are_called() throws Exception {
        Path table = folder.resolve("投诉.csv");
        Files.writeString(
                table,
                "投诉编号,日期,渠道,通话时长（分钟）,来电时间,是否属实\n"
                        + "T-1,2025-05-06,电话,3.6,2025-05-06 8:05,是\nT-2,2025/5/7,信函,,2025年5月7日14时30分,否\n");

        Imported imported = Importer.read(
                table,
                java.util.List.of(),
                Kind.named("complaints", library.vocabulary()).orElseThrow(),
                library.vocabulary(),
                headings,
                Mapping.NONE,
                "投诉",
                false);

        assertThat(imported.problems()).isEmpty();
        assertThat(imported.records())
                .containsExactly(
                        "{\"id\":\"T-1\",\"date\":\"2025-05-06\",\"channel\":\"phone\",\"minutes\":3.6,"
                                + "\"heardAt\":\"2025-05-06T08:05:00\",\"upheld\":\"yes\"}",
                        "{\"id\":\"T-2\",\"date\":\"2025-05-07\",\"channel\":\"letter\",\"heardAt\":\"2025-05-07T14:30:00\",\"upheld\":\"no\"}");
    }

    @Test
    void a_form_holds_what_is_declared_of_the_facility_and_of_records() throws Exception {
        ObjectNode document = (ObjectNode) Sources.json("""
                {"region": "testland", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                 "facility": {"name": "f", "kinds": ["medical"], "rooms": 3, "band": "high"},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                 "records": {"complaints": [{"id": "p1", "date": "2025-05-06", "channel": "letter", "heardAt": "2025-05-06T08:05:00"}]}}
                """, "i.json");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FormWriter.write(bytes, library, headings, "testland", "medical", document);
        Path book = Files.write(folder.resolve("检查表.xlsx"), bytes.toByteArray());

        InspectionText again = FormReader.read(book, "检查表.xlsx", library, headings);

        assertThat(again.tree().path("facility")).isEqualTo(document.path("facility"));
        assertThat(again.tree().at("/records/complaints")).isEqualTo(document.at("/records/complaints"));
        StringBuilder shown = new StringBuilder();
        try (Table table = Tables.open(book, "检查表.xlsx")) {
            for (String sheet : java.util.List.of("检查", "投诉记录")) {
                table.rows(sheet, row -> shown.append(row.words()).append('\n').length() > 0);
            }
        }
        assertThat(shown)
                .contains("诊室数", "等次", "高", "渠道", "信函", "来电时间")
                .doesNotContainPattern("rooms|band|channel|heardAt|letter|high");
    }
}
