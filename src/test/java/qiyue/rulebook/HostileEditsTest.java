package qiyue.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static qiyue.rulebook.Edits.bytes;
import static qiyue.rulebook.Edits.change;
import static qiyue.rulebook.Edits.put;
import static qiyue.rulebook.Edits.write;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.EveryFile;
import qiyue.Golden;
import qiyue.TinyRules;
import qiyue.problem.Problem;
import qiyue.rulebook.Edits.Edit;

/**
 * Edits of every kind of file a rules folder has, by a hostile hand or an unlucky one: what each is answered with stands in a list
 * that was read, and in no answer is anything of the program's inside. What passes stands there too: it says no other thing to who
 * reviews it than to the program.
 */
class HostileEditsTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "hostile-edits.txt");
    private static final String SCALE = "testland/templates/discretion.yaml";
    private static final String CUSTOMS = "testland/templates/notices.yaml";
    /** CPU of one thread, so that a busy machine does not matter. */
    private static final long PATIENCE = 15_000_000_000L;

    @TempDir
    private Path folder;

    private static Map<String, Edit> attacks() {
        Map<String, Edit> all = new LinkedHashMap<>();
        RuleEdits.all(all);
        TwoBooks.all(all);
        YamlEdits.all(all);
        vocabularies(all);
        ledgers(all);
        sheets(all);
        calendars(all);
        CaseEdits.all(all);
        papers(all);
        return all;
    }

    private static void vocabularies(Map<String, Edit> all) {
        for (String code : List.of(
                "../x",
                "x/y",
                "X",
                "__proto__",
                "x\"*/",
                "\"\"",
                "true",
                "null",
                "~",
                "7",
                "\"x y\"",
                "x".repeat(10_000),
                "\u0430b")) {
            change(all, TinyRules.WORDS, "conducts:\n", "conducts:\n  " + code + ": {topic: stays, zh: 甲, en: x}\n");
        }
        for (String label : List.of(
                "zh: 7",
                "zh: [甲]",
                "zh: null",
                "zh: \"\"",
                "zh: {a: b}",
                "zh: true",
                "zh: \" \"",
                "zh: \"{{甲}}\"",
                "zh: " + "甲".repeat(19_000))) {
            change(all, TinyRules.WORDS, "zh: 分解住院", label);
        }
        change(all, TinyRules.WORDS, "money: recover", "money: \"recover*/ x\"");
        change(all, TinyRules.WORDS, "money: recover", "absorbs: [recover]");
        change(all, TinyRules.WORDS, "money: recover", "absorbs: recover");
        change(all, TinyRules.WORDS, "money: recover", "absorbs: [[rectify]]");
        change(all, TinyRules.WORDS, "zh: 限期整改,", "zh: 限期整改, absorbs: [recover],");
        put(all, TinyRules.WORDS + ": two measures that absorb each other", r -> {
            r.change(TinyRules.WORDS, "money: recover", "absorbs: [rectify]");
            r.change(TinyRules.WORDS, "zh: 限期整改,", "zh: 限期整改, absorbs: [recover],");
        });
        change(all, TinyRules.WORDS, "answered-by: inspectors", "answered-by: [inspectors]");
        change(all, TinyRules.WORDS, "about: finding", "about: java.lang.Runtime");
        change(all, TinyRules.WORDS, "topics: {", "classes: {a: {zh: 甲, en: a}}\ntopics: {");
        change(
                all,
                TinyRules.WORDS,
                "topics: {",
                "personal-fields: {worker: {mask: none}, people: {mask: \"\"}}\ntopics: {");
        change(
                all,
                TinyRules.WORDS,
                "topics: {",
                "record-fields: {charges: {class: {zh: 类, en: class, type: text}}}\ntopics: {");
        change(
                all,
                TinyRules.WORDS,
                "topics: {",
                "record-fields: {charges: {getClass: {zh: 类, en: class, type: java.lang.Runtime}}}\ntopics: {");
        change(all, TinyRules.WORDS, "topics: {", "record-kinds: {\"x;}\": {zh: 甲, en: a, fields: {}}}\ntopics: {");
        change(
                all,
                TinyRules.WORDS,
                "topics: {",
                "agreement-terms: {hashCode: {zh: 甲, en: a, type: number}}\ntopics: {");
    }

    private static void ledgers(Map<String, Edit> all) {
        change(all, TinyRules.LEDGER, "id: \"3\"", "id: \"2\"");
        change(all, TinyRules.LEDGER, "id: \"3\"", "id: 3");
        change(all, TinyRules.LEDGER, "id: \"3\"", "id: [3]");
        change(all, TinyRules.LEDGER, "id: \"3\"", "id: \"../3\"");
        change(all, TinyRules.LEDGER, "status: pending", "status: Encoded");
        change(all, TinyRules.LEDGER, "status: pending", "status: [pending]");
        change(all, TinyRules.LEDGER, "why: 尚未编码", "why: \"\"");
        change(all, TinyRules.LEDGER, "why: 尚未编码", "why: 尚未编码, ask: {zh: 问}");
        change(all, TinyRules.LEDGER, "why: 尚未编码", "why: 尚未编码, reading: [\"../x\"]");
        write(all, TinyRules.LEDGER, "clauses: {a: b}\n");
        write(all, TinyRules.LEDGER, "clauses: none\n");
        write(all, TinyRules.LEDGER, "");
        for (String day : List.of(
                "0000-00-00",
                "2025-02-30",
                "99999999999-01-01",
                "2025-01-01T00:00:00Z",
                "2025-01-01 00:00",
                "[2025-01-01]",
                "20250101",
                "")) {
            change(all, TinyRules.INFO, "from: 2025-01-01", "from: " + day);
        }
        change(all, TinyRules.INFO, "from: 2025-01-01", "from: 2025-01-01\nto: 2024-01-01");
        change(all, TinyRules.INFO, "region: testland", "region: ../testland");
        change(all, TinyRules.INFO, "region: testland", "region: [testland]");
        change(all, TinyRules.INFO, "kinds: [medical]", "kinds: [[medical]]");
        change(all, TinyRules.INFO, "kinds: [medical]", "kinds: medical");
        change(all, TinyRules.INFO, "kinds: [medical]", "kinds: []");
        change(all, TinyRules.INFO, "kinds: [medical]", "kinds: [medical]\nreplaces: testland/rules-2025");
        change(all, TinyRules.INFO, "kinds: [medical]", "kinds: [medical]\nclass: java.lang.Runtime");
        change(all, TinyRules.INFO, "title: {zh: 试验协议, en: Test agreement}", "title: 试验");
        write(all, TinyRules.INFO, "[]\n");
        write(all, "testland/readings.yaml", "readings: [x]\n");
        write(all, "testland/readings.yaml", "readings: {B01: {clauses: [\"9.9\"]}}\n");
        write(
                all,
                "testland/readings.yaml",
                "readings: {\"../B01\": {question: {zh: a, en: b}, taken: {zh: a, en: b}, why: {zh: a, en: b}}}\n");
    }

    private static void sheets(Map<String, Edit> all) {
        change(all, TinyRules.SHEET, "points: 60", "points: -60");
        change(all, TinyRules.SHEET, "points: 60", "points: 1e9999");
        change(all, TinyRules.SHEET, "points: 60", "points: 60.000000000000000000000000001");
        change(all, TinyRules.SHEET, "each: 5", "each: -5");
        change(all, TinyRules.SHEET, "each: 5", "each: 0");
        change(all, TinyRules.SHEET, "each: 5", "each: \"5\"");
        change(all, TinyRules.SHEET, "each: 5", "each: 5, once: 5");
        change(all, TinyRules.SHEET, "cap: 100", "cap: 0");
        change(all, TinyRules.SHEET, "cap: 100", "cap: \"100\"");
        change(all, TinyRules.SHEET, "cap: 100", "cap: 100\nsum: -1");
        change(all, TinyRules.SHEET, "id: row2", "id: row1");
        change(all, TinyRules.SHEET, "discretion: true", "discretion: yes");
        change(
                all,
                TinyRules.SHEET,
                "discretion: true",
                "bands: {key: rate, of: [{from: 90, points: 40}, {from: 90, points: 20}]}");
        change(all, TinyRules.SHEET, "discretion: true", "bands: {key: rate, of: []}");
        change(all, TinyRules.SHEET, "discretion: true", "bands: {key: rate, of: [{from: 1e999, points: 1e999}]}");
        change(all, TinyRules.SHEET, "discretion: true", "choice: {key: rate, of: {}}");
        change(all, TinyRules.SHEET, "discretion: true", "choice: {key: \"../x\", of: {a: -1}}");
        change(all, TinyRules.SHEET, "sheet: annual", "sheet: ../annual");
        change(all, TinyRules.SHEET, "sheet: annual", "sheet: [annual]");
        write(all, TinyRules.SHEET, "sheet: annual\ntitle: {zh: 甲, en: a}\ncap: 1\nrows: []\n");
        write(all, TinyRules.BOOK + "/pom.yaml", "sheet: pom\n");
    }

    private static void calendars(Map<String, Edit> all) {
        for (String day : List.of(
                "2025-02-30",
                "2024-12-31",
                "2025-01-01T00:00",
                "[2025-10-01]",
                "{a: b}",
                "7",
                "null",
                "+999999999-01-01")) {
            write(all, "calendar/2025.yaml", year("2025", "[" + day + "]"));
        }
        write(all, "calendar/2025.yaml", year("2025", "2025-10-01"));
        write(all, "calendar/2025.yaml", year("2025", "{2025-10-01: x}"));
        write(all, "calendar/2025.yaml", year("\"2025\"", "[2025-10-01]"));
        write(all, "calendar/2025.yaml", year("2025.0", "[2025-10-01]"));
        write(all, "calendar/2025.yaml", year("2025e0", "[2025-10-01]"));
        write(all, "calendar/2025.yaml", year("2026", "[2026-10-01]"));
        write(all, "calendar/99999.yaml", year("99999", "[]"));
        write(all, "calendar/0.yaml", year("0", "[]"));
        write(all, "calendar/-1.yaml", year("-1", "[]"));
        write(all, "calendar/99999999999.yaml", year("99999999999", "[]"));
        write(all, "calendar/2025.yml", year("2025", "[2025-10-01]"));
        write(all, "calendar/2025.YAML", year("2025", "[2025-10-01]"));
        write(all, "calendar/x/2025.yaml", year("2025", "[2025-10-01]"));
        write(all, "calendar/2025.yaml", year("2025", "[2025-10-01, 2025-10-01]"));
        write(
                all,
                "calendar/2025.yaml",
                year(
                        "2025",
                        "["
                                + IntStream.range(0, 366)
                                        .mapToObj(d -> java.time.LocalDate.of(2025, 1, 1)
                                                .plusDays(d % 365)
                                                .toString())
                                        .collect(Collectors.joining(", "))
                                + "]"));
        write(all, "calendar/2025.yaml", "- 2025-10-01\n");
    }

    private static String year(String year, String off) {
        return "year: " + year + "\nnotice: 通知\nissued: 2024-11-12\noff: " + off + "\nwork: []\n";
    }

    private static void papers(Map<String, Edit> all) {
        String scale = "title: 裁量基准\nadopted-by: 甲中心\nadopted-on: 2025-03-01\nscale:\n";
        String may = "  - measure: recover\n    grades: [{grade: 一般, propose: take}]\n";
        write(all, SCALE, scale + may);
        write(all, SCALE, "title: 裁量基准\n");
        write(all, SCALE, scale.replace("2025-03-01", "+999999999-12-31") + may);
        write(all, SCALE, scale.replace("裁量基准", "\"裁\\n量\"") + may);
        write(all, SCALE, scale.replace("裁量基准", "[裁量基准]") + may);
        write(all, SCALE, scale.replace("scale:\n", "scale: none\n"));
        write(all, SCALE, scale + "  - measure: \"../recover\"\n");
        write(all, SCALE, scale + "  - measure: recover\n    grades: all\n");
        write(all, SCALE, scale + "  - measure: recover\n    grades: [{grade: 一般, months: 1e400}]\n");
        write(all, SCALE, scale + "  - measure: recover\n    grades: [{grade: 一般, months: -1}]\n");
        write(all, SCALE, scale + "  - measure: recover\n    grades: [{grade: 一般, months: 3, days: 3}]\n");
        write(
                all,
                SCALE,
                scale + "  - measure: recover\n    clauses: \"1.p1.a\"\n    grades: [{grade: 一般, propose: take}]\n");
        write(all, SCALE, scale + "  - measure: [recover]\n    grades: [[1]]\n");
        write(all, SCALE, "[]\n");
        write(all, CUSTOMS, "needs-length: [recover]\n");
        write(all, CUSTOMS, "needs-length: nothing\n");
        write(all, CUSTOMS, "needs-length: [\"../x\"]\n");
        write(all, CUSTOMS, "statement: {days: 1e9, unit: days, set-by: x}\n");
        write(all, CUSTOMS, "statement: {days: -3, unit: days, set-by: x}\n");
        write(all, CUSTOMS, "statement: {days: 2147483647, unit: working-days, set-by: x}\n");
        write(all, CUSTOMS, "statement: {days: \"5\", unit: days, set-by: x}\n");
        write(all, CUSTOMS, "statement: 5\n");
        write(all, CUSTOMS, "remedies: {testland/rules-2025: [{clause: \"9\", way: x}]}\n");
        write(all, CUSTOMS, "remedies: {testland/rules-2025: {clause: \"2\", way: x}}\n");
        write(all, CUSTOMS, "remedies: {testland/rules-2025: [{clause: \"2\", way: \"x\\u001b[2J\"}]}\n");
        write(all, CUSTOMS, "remedies: [x]\n");
        write(all, CUSTOMS, "template: ../../../../etc/passwd\n");
        write(all, CUSTOMS, "[]\n");
        write(all, "headings.yaml", "headings: {all: {id: [\"(a+)+$\", \".*\"]}}\n");
        write(all, "headings.yaml", "headings: [x]\n");
        write(all, "headings.yaml", "headings: {all: {class: [类]}}\n");
        write(all, "headings.yaml", "headings: {all: {id: 编号}}\n");
        bytes(all, "no Word file", "testland/templates/check.docx", "x".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void each_edit_has_its_answer() throws IOException {
        StringBuilder answers = new StringBuilder();
        int number = 0;
        for (Map.Entry<String, Edit> attack : attacks().entrySet()) {
            TinyRules rules = TinyRules.in(folder.resolve("r" + number++));
            attack.getValue().in(rules);
            answers.append(attack.getKey())
                    .append("\n    ")
                    .append(answer(attack.getKey(), rules.root()))
                    .append('\n');
        }

        Golden.assertSame(GOLDEN, answers.toString());
    }

    /** An attack that is refused for want of something else says nothing of whether it would be refused for itself. */
    @Test
    void rules_are_refused_for_what_is_hostile_in_them() throws IOException {
        assertThat(Files.readString(GOLDEN).lines().map(String::strip))
                .noneMatch(l -> l.startsWith("unbound-join ") || l.startsWith("suspicion-lost "));
    }

    private static String answer(String name, Path root) {
        var threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        List<Problem> problems;
        try {
            problems = EveryFile.errors(root);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(name, e);
        }
        long took = threads.getCurrentThreadCpuTime() - began;
        assertThat(took).as(name).isLessThan(PATIENCE);
        assertThat(problems).as(name).allSatisfy(p -> {
            assertThat(p.code()).isNotIn("engine", "internal");
            assertThat(p.message().toString() + p.fix()).doesNotContain("Exception", "com.fasterxml", "org.yaml");
            assertThat(p.render("zh") + p.render("en"))
                    .doesNotContain("\u001b", "\u202e")
                    .hasSizeLessThan(20_000);
            assertThat(p.message().zh()).isNotEqualTo(p.message().en());
        });
        return problems.isEmpty()
                ? "passes"
                : problems.stream()
                        .map(p -> p.code() + " " + p.file() + (p.line() > 0 ? ":" + p.line() : "") + p.pointer())
                        .limit(3)
                        .collect(Collectors.joining("\n    "));
    }
}
