package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One document that names somebody in every field of people, in remarks and ids, through every verb that says something of
 * documents: what is masked by default names nobody, on the screen and in files, inside of archives too.
 */
class NamelessOutputsTest {
    private static final List<String> NAMES = List.of(
            "赵钱孙",
            "周吴郑",
            "Li Weiming",
            "冯陈褚",
            "蒋沈韩",
            "尤许何",
            "严华金",
            "孔曹严",
            "33070219900101123X",
            "33070219900101121X",
            "330702199001011234",
            "13812345678");

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String DOCUMENT = """
            {"region": "beijing", "inspection": {"id": "i1", "agency": "甲中心", "inspectedOn": "2025-06-10"},
             "scope": {"records": {"stays": "complete", "charges": "complete", "prescriptions": "complete"}},
             "facility": {"name": "甲医院", "code": "H1", "kinds": ["medical"], "level": "tier-2"},
             "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
             "findings": [
              {"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06", "worker": "赵钱孙",
               "people": ["周吴郑", "Li Weiming"], "stay": "s1", "department": "骨科", "money": {"amount": 120, "paid": 100},
               "note": "赵钱孙称周吴郑未到场，电话13812345678，证号330702199001011234"},
              {"id": "f2", "conduct": "bed-hanging", "status": "suspected", "date": "2025-05-07",
               "worker": "33070219900101123X", "people": ["冯陈褚"], "note": "Li Weiming 说的"},
              {"id": "33070219900101121X", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-08",
               "worker": "赵钱孙", "people": ["周吴郑"]}],
             "records": {
              "stays": [{"id": "s1", "worker": "赵钱孙", "department": "骨科", "admittedOn": "2025-05-01",
               "dischargedOn": "2025-05-20", "identity": "matched"}],
              "charges": [{"id": "c1", "date": "2025-05-06", "stay": "s1", "worker": "赵钱孙", "item": "床位费",
               "category": "other", "money": {"amount": 120, "paid": 100}}],
              "prescriptions": [{"id": "p1", "issuedOn": "2025-05-06", "setting": "outpatient", "worker": "蒋沈韩",
               "drug": "阿司匹林", "days": 9}],
              "penalties": [{"id": "罚1", "kind": "administrative-penalty", "by": "health", "date": "2023-04-28",
               "performed": "yes", "note": "蒋沈韩、周吴郑作证"}]},
             "history": {"measures": [{"id": "h1", "kind": "suspend-staff", "cause": "violation", "decidedOn": "2025-01-12",
              "from": "2025-01-12", "agreement": "a1", "people": ["尤许何"]}]},
             "choices": [{"measure": "suspend-agreement", "choice": "declined", "people": ["孔曹严"], "note": "周吴郑在场"}],
             "applications": [{"id": "ap1", "kind": "medical", "filedOn": "2025-04-01", "leaders": ["严华金"]}],
             "sources": {"f1": "赵钱孙.xlsx 表1!A3"}}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(file("case.json"), DOCUMENT);
        Files.writeString(
                file("wrong.json"),
                DOCUMENT.replace("\"stay\": \"s1\", \"worker\": \"赵钱孙\"", "\"stay\": \"s1\", \"worker\": \"蒋沈韩\""));
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private Run run(String line) {
        return Run.of(Stream.of(line.split(" "))
                .map(w -> w.replace("OUT/", folder + "/"))
                .toArray(String[]::new));
    }

    private static void nobody(String where, String said) {
        assertThat(NAMES).allSatisfy(n -> assertThat(said).as(where).doesNotContain(n));
    }

    /** The text of every file that was written, of what is packed entry by entry. */
    private Map<String, String> written(List<String> but) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(each).toString();
                if (!but.contains(name)) {
                    texts.put(name, new String(Files.readAllBytes(each), StandardCharsets.UTF_8));
                    texts.putAll(Unpacked.texts(each));
                }
            }
        }
        return texts;
    }

    @Test
    void what_is_masked_by_default_names_nobody() throws IOException {
        Map<String, Integer> codes = new LinkedHashMap<>();
        // what the analyst's verbs read is named in full, as JSON is by default
        assertThat(run("evaluate --format ndjson --out OUT/all.ndjson OUT/case.json")
                        .code())
                .isZero();
        assertThat(Files.readString(file("all.ndjson"))).contains("周吴郑");
        // a decision from before, by other rules, so that the measures on persons differ
        Files.writeString(
                file("then.ndjson"),
                Files.readString(file("all.ndjson")).replace("\"people\":[\"周吴郑\"", "\"people\":[\"冯陈褚\",\"周吴郑\""));
        codes.put("evaluate OUT/case.json", Main.DONE);
        codes.put("evaluate --lang en OUT/case.json", Main.DONE);
        codes.put("evaluate --only must OUT/case.json", Main.DONE);
        codes.put("evaluate --format html --out OUT/page.html OUT/case.json", Main.DONE);
        codes.put("evaluate --format json --personal masked OUT/case.json", Main.DONE);
        codes.put("evaluate --receipt OUT/receipts --out OUT/text.txt OUT/case.json", Main.DONE);
        codes.put("evaluate --errors OUT/errors OUT/wrong.json", Main.BAD_INPUT);
        codes.put("verify OUT/receipts", Main.DONE);
        codes.put("explain OUT/case.json", Main.DONE);
        codes.put("explain --format json OUT/case.json", Main.DONE);
        codes.put("compare OUT/case.json", Main.DONE);
        codes.put("report OUT/all.ndjson --out OUT/all.xlsx --out OUT/all.html", Main.DONE);
        codes.put("trend OUT/then.ndjson OUT/all.ndjson", Main.DONE);
        codes.put("upgrade-check --decisions OUT/then.ndjson OUT/case.json", Main.FAILED);
        codes.put("upgrade-check --format json --decisions OUT/then.ndjson OUT/case.json", Main.FAILED);
        codes.put("archive OUT/case.json --out OUT/case.zip", Main.DONE);
        codes.put("verify OUT/case.zip", Main.DONE);
        codes.put("register OUT/cases.db add OUT/case.json", Main.DONE);
        codes.put("register OUT/cases.db list", Main.DONE);
        codes.put("register OUT/cases.db verify", Main.DONE);
        for (String kind : List.of("check", "record", "facts", "defence", "decision", "service")) {
            codes.put("notice OUT/case.json --kind " + kind + " --out OUT/" + kind + ".docx", Main.DONE);
            codes.put("notice OUT/case.json --kind " + kind + " --out OUT/" + kind + ".html", Main.DONE);
        }
        codes.forEach((line, code) -> {
            Run run = run(line);
            assertThat(run.code()).as(line + "\n" + run.err()).isEqualTo(code);
            nobody(line, run.out() + run.err());
        });
        // the archive and the register hold the case itself, and docs/register.md and SECURITY.md say so
        Map<String, String> files = written(List.of(
                "case.json",
                "wrong.json",
                "all.ndjson",
                "then.ndjson",
                "case.zip",
                "cases.db",
                "cases.db-wal",
                "cases.db-shm"));
        assertThat(files)
                .containsKeys(
                        "receipts",
                        "errors",
                        "page.html",
                        "text.txt",
                        "defence.docx!word/document.xml",
                        "all.xlsx!xl/workbook.xml");
        files.forEach(NamelessOutputsTest::nobody);
    }

    /** Whatever is a field of people by the vocabulary, wherever the schema has it, is filled above. */
    @Test
    void every_field_of_people_is_named_in() throws Exception {
        JsonNode schema =
                JSON.readTree(Path.of("schemas/inspection.schema.json").toFile());
        JsonNode fields = new YAMLMapper()
                .readTree(Path.of("rules/vocabulary/personal.yaml").toFile())
                .path("personal-fields");
        Set<String> known = new TreeSet<>();
        for (JsonNode shape : schema.path("$defs")) {
            fields.fieldNames().forEachRemaining(f -> {
                if (shape.path("properties").has(f)) {
                    known.add(shape.path("title").asText() + " " + f);
                }
            });
        }
        Set<String> filled = new TreeSet<>();
        JsonNode document = JSON.readTree(DOCUMENT);
        for (String place : List.of(
                "CaseFile ",
                "Finding /findings",
                "Stay /records/stays",
                "Charge /records/charges",
                "Prescription /records/prescriptions",
                "Penalty /records/penalties",
                "PriorMeasure /history/measures",
                "Choice /choices",
                "Application /applications")) {
            String[] words = place.split(" ", -1);
            JsonNode at = document.at(words[1]);
            Set<String> had = new TreeSet<>();
            (at.isArray() ? at : List.of(at)).forEach(each -> each.fieldNames().forEachRemaining(had::add));
            fields.fieldNames().forEachRemaining(f -> {
                if (had.contains(f)) {
                    filled.add(schema.at("/$defs/" + words[0] + "/title").asText() + " " + f);
                }
            });
        }

        assertThat(filled).isEqualTo(known).hasSizeGreaterThan(10);
    }

    /** Numbers of people without quotes, fields that are none, escapes, signs not seen: mistakes are told and nobody with them. */
    @Test
    void what_is_badly_written_names_nobody() throws IOException {
        Map<String, String> slips = new LinkedHashMap<>();
        slips.put("\"worker\": 77123456", "77123456");
        slips.put("\"people\": [\"Markson\", 77123456], \"status\": 1", "Markson");
        slips.put("\"people\": [\"markson\", 77123456]", "markson");
        slips.put("\"people\": \"MARK123456\"", "MARK123456");
        slips.put("\"worker\": {\"MARK123456\": \"Markson\"}", "Markson");
        slips.put("\"note\": 13812345678", "13812345678");
        slips.put("\"count\": 330702199001011234", "330702199001011234");
        slips.put("\"wroker\": \"标记甲乙\", \"idCard\": \"MARK123456\"", "标记甲乙");
        slips.put("\"worker\": \"标记甲乙\u200b\"", "标记甲乙");
        slips.put("\"worker\": \"\\u6807\\u8bb0\", \"status\": 1", "\\u6807");
        slips.put("\"worker\": \"标记甲乙\", \"wor\\u200bker\": 1", "标记甲乙");
        StringBuilder lines = new StringBuilder();
        for (String slip : slips.keySet()) {
            lines.append("""
                    {"region": "beijing", "inspection": {"id": "i%d", "inspectedOn": "2025-06-10"}, "scope": {},
                     "facility": {"name": "甲医院", "kinds": ["medical"]},
                     "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                     "findings": [{"id": "f1", "conduct": "bed-hanging", "date": "2025-05-06", %s}]}
                    """.formatted(lines.length(), slip).replace("\n", "")).append('\n');
        }
        Files.writeString(file("slips.ndjson"), lines);

        for (String how : List.of("", " --format json", " --format ndjson --errors OUT/errors", " --lang en")) {
            Run run = run("evaluate" + how + " OUT/slips.ndjson");
            String said = run.out() + run.err() + (how.contains("errors") ? Files.readString(file("errors")) : "");
            assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
            assertThat(slips.values()).allSatisfy(n -> assertThat(said).doesNotContain(n));
            assertThat(said).doesNotContain("MARK123456");
        }
        assertThat(run("evaluate --personal shown --errors OUT/shown OUT/slips.ndjson")
                        .code())
                .isEqualTo(Main.BAD_INPUT);
        assertThat(Files.readString(file("shown"))).contains("标记甲乙", "MARK123456");
    }

    /** A document that contradicts itself is refused by every verb, and none repeats whom it names, unless it was asked to. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "evaluate",
                "evaluate --format json",
                "evaluate --format ndjson --receipt OUT/r",
                "explain",
                "compare",
                "compare --format json",
                "upgrade-check",
                "archive --out OUT/case.zip",
                "register OUT/cases.db add",
                "notice --kind decision --out OUT/x.docx"
            })
    void what_is_refused_is_refused_without_names(String verb) {
        Run run = run(verb + " OUT/wrong.json");

        assertThat(run.code()).isNotZero();
        assertThat(run.out() + run.err()).contains("赵某1");
        nobody(verb, run.out() + run.err());
    }

    @Test
    void whoever_asks_for_names_has_them_in_problems_too() {
        for (String verb : List.of("evaluate", "explain")) {
            assertThat(run(verb + " --personal shown OUT/wrong.json").err()).contains("蒋沈韩");
        }
    }
}
