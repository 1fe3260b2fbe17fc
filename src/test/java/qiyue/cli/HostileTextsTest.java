package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import qiyue.TinyRules;
import qiyue.problem.Visible;

/**
 * One document whose texts are formulas, markup, fields of Word and lines of other outputs, through every form the program
 * writes: they are texts there too. Signs that are not seen do not come so far (HostileInputTest); names of files can hold them.
 */
class HostileTextsTest {
    private static final String FORMULA = "=cmd|' /C calc'!A0";
    private static final String MARKUP = "</w:t><script>alert(1)</script><img src=x onerror=y>]]>&amp;\\\"' onload=z";
    private static final String FIELD = "@SUM(1)+HYPERLINK {{文号}} {INCLUDETEXT x} ${x} %s%n";
    private static final String LINES = "一\\nnot ok 1 - x\\n    2. 可以解除服务协议\\n::error::x";

    private static final String DOCUMENT = """
            {"region": "beijing", "inspection": {"id": "%1$s", "agency": "%2$s", "inspectedOn": "2025-06-10"},
             "scope": {}, "facility": {"name": "%1$s", "code": "-1+%1$s", "kinds": ["medical"]},
             "agreements": [{"id": "+1%1$s", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
             "findings": [
              {"id": "%1$s-f", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06", "worker": "%2$s",
               "people": ["%1$s", "%3$s"], "department": "%2$s", "stay": "\\tx", "money": {"amount": 120, "paid": 100}, "note": "%4$s"},
              {"id": "<script>f2", "conduct": "bed-hanging", "status": "suspected", "date": "2025-05-07", "department": "%1$s",
               "note": "%2$s"}],
             "records": {"stays": [{"id": "\\tx", "worker": "%2$s", "department": "%2$s", "admittedOn": "2025-05-01"}],
              "charges": [{"id": "%1$s-c", "date": "2025-05-06", "stay": "\\tx", "item": "%3$s", "category": "other",
               "money": {"amount": 120, "paid": 100}}]}}
            """.replace("\\tx", "-2+3").formatted(FORMULA, MARKUP, FIELD, LINES);

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private Run run(String line) {
        Run run = Run.of(Stream.of(line.split(" "))
                .map(w -> w.replace("OUT/", folder + "/"))
                .toArray(String[]::new));
        for (String said : List.of(run.out(), run.err())) {
            assertThat(said.codePoints().filter(c -> c != '\n' && c != '\t' && Visible.hidden(c)))
                    .as(line)
                    .isEmpty();
            assertThat(said.lines().map(String::strip))
                    .as(line)
                    .noneMatch(l ->
                            l.startsWith("2. 可以解除服务协议") || l.startsWith("::error::x") || l.startsWith("not ok 1 - x"));
        }
        return run;
    }

    private String written(String line, String file) throws IOException {
        assertThat(run(line + " --out OUT/" + file)).as(line).returns(Main.DONE, Run::code);
        return Files.readString(folder.resolve(file));
    }

    /** Each entry of the file is XML as it should be; a workbook computes nothing, a paper has no field and no hidden link. */
    private void inert(String file) throws Exception {
        for (var entry : Unpacked.texts(folder.resolve(file)).entrySet()) {
            if (entry.getKey().matches(".*\\.(xml|rels)")) {
                Document xml = xml(entry.getValue());
                for (String acting : List.of("f", "w:instrText", "w:fldSimple", "w:hyperlink", "script")) {
                    NodeList found = xml.getElementsByTagName(acting);
                    for (int i = 0; i < found.getLength(); i++) {
                        assertThat(found.item(i).getTextContent())
                                .as(entry.getKey() + " " + acting)
                                .doesNotContain("cmd|", "INCLUDETEXT", "HYPERLINK", "alert");
                    }
                }
            }
        }
    }

    private static Document xml(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void harmless(String page) {
        assertThat(page)
                .doesNotContain("<script>alert", "<img src=x", "<script>f2")
                .contains("&lt;script&gt;");
    }

    @Test
    void one_document_through_every_form() throws Exception {
        Files.writeString(folder.resolve("case.json"), DOCUMENT);
        for (String personal : List.of("masked", "shown")) {
            String how = " --personal " + personal + " OUT/case.json";
            harmless(written("evaluate --format html" + how, personal + ".html"));
            JSON.readTree(written("evaluate --format json" + how, personal + ".json"));
            assertThat(written("evaluate --format ndjson" + how, personal + ".ndjson")
                            .lines())
                    .hasSize(1);
            assertThat(run("evaluate" + how).code()).isZero();
            assertThat(run("explain" + how).code()).isZero();
            for (String kind : List.of("check", "record", "facts", "defence", "decision", "service")) {
                run("notice --kind " + kind + how + " --out OUT/" + kind + ".docx");
                inert(kind + ".docx");
                assertThat(written("notice --kind " + kind + how, kind + ".html"))
                        .doesNotContain("<script", "<img src=x");
            }
        }
        assertThat(run("compare OUT/case.json").code()).isZero();
        assertThat(run("report OUT/shown.ndjson --out OUT/all.xlsx --out OUT/all.html")
                        .code())
                .isZero();
        inert("all.xlsx");
        assertThat(Files.readString(folder.resolve("all.html"))).doesNotContain("<script", "<img src=x");
        Files.writeString(folder.resolve("none.ndjson"), "");
        run("trend OUT/none.ndjson OUT/shown.ndjson");
        assertThat(run("trend OUT/none.ndjson OUT/shown.ndjson --format tsv")
                        .out()
                        .lines()
                        .flatMap(l -> Stream.of(l.split("\t"))))
                .anyMatch(c -> c.contains("cmd|"))
                .noneMatch(c -> c.matches("(?s)[=@+\\-].*[(|+].*"));
        assertThat(run("register OUT/cases.db add OUT/case.json").code()).isZero();
        assertThat(run("register OUT/cases.db list").out()).contains("cmd|");
        assertThat(run("archive OUT/case.json --out OUT/case.zip").code()).isZero();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void names_of_cases_and_files_draw_nothing_in_reports_for_other_tools() throws Exception {
        TinyRules rules = TinyRules.in(folder.resolve("rules"));
        rules.write(TinyRules.BOOK + "/cases/a01-stays.yaml", """
                base:
                  region: testland
                  inspection: {id: i1, inspectedOn: 2025-06-10}
                  scope: {}
                  facility: {name: 甲机构, kinds: [medical]}
                  agreements: [{id: a1, kind: medical, from: 2025-01-01, to: 2025-12-31}]
                cases:
                  - name: "x # SKIP ]]></testcase><script>%s"
                    given:
                      findings: [{id: "=cmd|x", conduct: bed-hanging, status: confirmed, date: 2025-05-06}]
                    expect:
                      measures: [{kind: rectify, modality: shall}]
                    read-from: "1.1"
                """);
        Run junit = run("test --format junit --rules OUT/rules");
        assertThat(xml(junit.out()).getElementsByTagName("script").getLength()).isZero();
        assertThat(xml(junit.out()).getElementsByTagName("testcase").getLength())
                .isPositive();
        Run tap = run("test --format tap --rules OUT/rules");
        assertThat(tap.out().lines())
                .anyMatch(l -> l.startsWith("not ok"))
                .noneMatch(l -> l.matches("(not )?ok[^#]* # SKIP.*"));
        JSON.readTree(run("test --format json --rules OUT/rules").out());

        rules.change(TinyRules.DRL, "conduct ==", "conductt ==");
        rules.write(TinyRules.BOOK + "/a\u202e\u001b[2J.drl", "rule");
        for (String format : List.of("sarif", "json", "github", "text")) {
            Run run = run("check --format " + format + " --rules OUT/rules");
            assertThat(run.code()).isNotZero();
            if (format.equals("sarif") || format.equals("json")) {
                JSON.readTree(run.out());
            }
        }
    }
}
