package qiyue.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.TinyRules;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Shortlist;
import qiyue.suite.Soundness;

/**
 * Files of a rules folder by a hostile hand: each is refused for what it is, at its place, in bounded time, and of thousands of
 * faults a bounded number is told. What is read by one program and not by another, or not seen by who reviews it, does not pass.
 */
class HostileFilesTest {
    private static final String FILE = TinyRules.BOOK + "/b01-hostile.drl";
    private static final String CASES = TinyRules.BOOK + "/cases/a01-stays.yaml";
    private static final String HEAD = "package testland.rules2025\n\nimport qiyue.fact.*\n\n";
    private static final String WHEN = "rule \"1.1 x\"\nwhen\n    $f : Finding( conduct == \"split-stay\" )\n";
    private static final String THEN = "then\n    insertLogical( Breach.of( \"1.1\", $f ) );\nend\n";

    /** CPU of one thread, so that a busy machine does not matter. */
    private static final long PATIENCE = 15_000_000_000L;

    private static final Map<String, Attack> ATTACKS = attacks();

    @TempDir
    private Path folder;

    @FunctionalInterface
    private interface Edit {
        void in(TinyRules rules) throws IOException;
    }

    /** An edit, the code it is refused with, and the file that is at fault. */
    private record Attack(Edit edit, String code, String file) {}

    private static Map<String, Attack> attacks() {
        Map<String, Attack> all = new LinkedHashMap<>();
        for (String attribute : List.of(
                "salience 100",
                "salience( $f.count )",
                "agenda-group \"x\"",
                "activation-group \"x\"",
                "ruleflow-group \"x\"",
                "auto-focus true",
                "enabled false",
                "date-effective \"01-Jan-2099\"",
                "lock-on-active true",
                "duration 1000",
                "calendars \"weekday\"",
                "no-loop",
                "extends \"1.1 x\"",
                "@Propagation(EAGER)")) {
            rule(
                    all,
                    "outside-profile",
                    attribute,
                    HEAD + WHEN.replace("\nwhen", "\n    " + attribute + "\nwhen") + THEN);
        }
        for (String top : List.of(
                "unit X",
                "import accumulate java.util.List list",
                "import qiyue.rulebook.*",
                "declare window W Finding() over window:length(1) end",
                "declare trait T end",
                "dialect \"java\"")) {
            rule(all, "outside-profile", top, HEAD + top + "\n\n" + WHEN + THEN);
        }
        rule(all, "stray-text", "an include", HEAD + "include \"../../../x\"\n" + WHEN + THEN);
        rule(all, "stray-text", "an expander", HEAD + "expander x.dsl\n" + WHEN + THEN);
        rule(all, "extra", "a second package", HEAD + HEAD + WHEN + THEN);
        rule(all, "hidden-sign", "a rule behind a remark", HEAD + "// x\rrule \"1.1 w\" when then end\n" + WHEN + THEN);
        for (String line : List.of(
                "Finding( this.class.name == \"x\" )",
                "Finding( hashCode > 1 )",
                "Object()",
                "Finding( \u0441onduct == \"split-stay\" )",
                "Find\u0456ng( conduct == \"split-stay\" )",
                "Finding( conduct == \"split-st\u0430y\" )",
                "Finding( note matches \"(a+)+$\" )",
                "Finding( conduct ~= \"x\" )",
                "java.util.Map( this[\"x\"] == 1 )",
                "Finding( count > 0x7f )",
                "Finding( count > 1e9 )",
                "Finding( count == ( true ? 1 : 2 ) )",
                "if ( $f.count > 1 ) break[x]")) {
            rule(all, "", line, HEAD + WHEN + "    " + line + "\n" + THEN);
        }
        rule(all, "outside-profile", "a deep not", HEAD + WHEN + "not(\n".repeat(20_000) + THEN);
        rule(all, "syntax", "signs that are none", "\\".repeat(19_000));
        rule(all, "too-many", "signs that are none, in every line", "\\\n".repeat(900_000));
        rule(
                all,
                "too-many",
                "one or after another",
                HEAD + WHEN + "Finding( " + "count == 1 ||\n".repeat(130_000) + THEN);
        rule(all, "too-many", "full-width signs throughout", "（；，“\n".repeat(380_000));
        rule(all, "too-many", "rules without names", "rule \"1.1\" when\n".repeat(110_000));
        rule(all, "too-many", "two thousand rules of a clause", HEAD + rules(2_000));
        rule(all, "too-long", "three megabytes of remarks", "// x\n".repeat(700_000));
        rule(
                all,
                "too-long",
                "a line of five million signs",
                HEAD + "// " + "x".repeat(5_000_000) + "\n" + WHEN + THEN);
        // YAML: numbers that are another number to who reads them, lists without end, labels that draw lines
        for (String number : List.of("0144", "0x64", "1_00", "+100", "0b1100100", "100.", "01.5")) {
            change(all, "number", TinyRules.SHEET, "cap: 100", "cap: " + number);
        }
        change(all, "number", TinyRules.SHEET, "each: 5", "each: 010");
        change(all, "yaml-syntax", TinyRules.SHEET, "cap: 100", "cap: .inf");
        change(all, "yaml-syntax", TinyRules.SHEET, "cap: 100", "cap: 100\n? [a, b]\n: x");
        change(all, "yaml-syntax", TinyRules.SHEET, "cap: 100", "cap: 100\n? {a: b}\n: x");
        write(all, "missing", "calendar/2025.yaml", "year: 2025\n");
        change(all, "number", TinyRules.SHEET, "cap: 100", "cap: 1e99999999");
        change(all, "code", TinyRules.SHEET, "key: missing", "key: \"missing*/ x\"");
        change(all, "code", TinyRules.SHEET, "id: row1", "id: \"../x\"");
        change(all, "hidden-sign", TinyRules.LEDGER, "zh: 追回,", "zh: \"追\\n1. 必须\",");
        change(all, "hidden-sign", TinyRules.WORDS, "zh: 分解住院", "zh: \"分解\\n住院\"");
        change(all, "hidden-sign", TinyRules.LEDGER, "zh: 追回,", "zh: \"追\\u202e回\",");
        change(all, "yaml-syntax", TinyRules.LEDGER, "zh: 追回,", "zh: \"追\\UFFFFFFFF\",");
        for (String sign : List.of("\\n1. 必须", "\\t可以", "\\n")) {
            change(all, "hidden-sign", TinyRules.LEDGER, "why: 定义", "why: \"定义" + sign + "\\n\"");
            change(all, "hidden-sign", TinyRules.WORDS, "en: split stay", "en: \"split" + sign + "\\n\"");
            change(all, "hidden-sign", TinyRules.WORDS, "zh: 病历", "zh: \"病历" + sign + "\\n\"");
            change(all, "hidden-sign", TinyRules.INFO, "zh: 试验协议", "zh: \"试验" + sign + "\\n\"");
            change(all, "hidden-sign", TinyRules.SHEET, "zh: 每缺一份", "zh: \"每缺" + sign + "\\n\"");
        }
        change(all, "hidden-sign", TinyRules.INFO, "region: testland", "kinds: [] # x\rregion: testland");
        change(all, "yaml-syntax", TinyRules.LEDGER, "clauses:\n", "x: &x {a: 1}\n<<: *x\nclauses:\n");
        write(all, "too-long", TinyRules.LEDGER, "clauses:\n" + "  - {id: \"9\"}\n".repeat(5_001));
        write(all, "too-long", TinyRules.INFO, lines(100_000, "k%d: x\n"));
        write(
                all,
                "too-long",
                "vocabulary/more.yaml",
                "conducts:\n" + lines(20_000, "  c%d: {topic: stays, zh: %1$d, en: x}\n"));
        write(all, "too-long", "vocabulary/more.yaml", "topics:\n" + "  # x\n".repeat(400_000));
        write(
                all,
                "too-long",
                CASES,
                "base: {a: [" + lines(4_000, "%d,\n") + "x]}\ncases:\n" + "  - {name: x}\n".repeat(4_999));
        write(all, "too-long", CASES, "base: {}\ncases:\n" + "  - {name: x}\n".repeat(20_000));
        // names of files and what lies in the folder
        for (String name :
                List.of("b\n1", "b\u001b[2J", "b\u202elrd", "b\u00a01", "b\u0301", "\u0430", "b$1", "b*", "\ue000")) {
            String file = TinyRules.BOOK + "/" + name + ".drl";
            all.put(
                    "a file called " + qiyue.problem.Visible.line(name),
                    new Attack(r -> r.write(file, HEAD + WHEN + THEN), "name-syntax", file));
        }
        for (String file : List.of(
                TinyRules.BOOK + "/.b01.drl",
                "vocabulary/.more.yaml",
                "testland/.hidden/cases/x.yaml",
                TinyRules.BOOK + "/a/b/c/d/e.drl")) {
            all.put("a file out of sight, " + file, new Attack(r -> r.write(file, "x: 1\n"), "stray-file", file));
        }
        return all;
    }

    private static void rule(Map<String, Attack> all, String code, String name, String text) {
        all.put(name, new Attack(r -> r.write(FILE, text), code, FILE));
    }

    private static void change(Map<String, Attack> all, String code, String file, String from, String to) {
        all.put(file + ": " + to.replace('\r', ' '), new Attack(r -> r.change(file, from, to), code, file));
    }

    private static void write(Map<String, Attack> all, String code, String file, String text) {
        all.put(file + " of " + text.length(), new Attack(r -> r.write(file, text), code, file));
    }

    private static String rules(int count) {
        return lines(count, WHEN.replace("1.1 x", "1.1 x%d") + THEN);
    }

    private static String lines(int count, String line) {
        return IntStream.range(0, count).mapToObj(line::formatted).collect(Collectors.joining());
    }

    static List<String> names() {
        return List.copyOf(ATTACKS.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void what_is_hostile_is_refused_for_what_it_is(String name) throws IOException {
        Attack attack = ATTACKS.get(name);
        TinyRules rules = TinyRules.in(folder);
        attack.edit().in(rules);

        List<Problem> problems = errors(rules.root());

        assertThat(problems).as("refused").isNotEmpty();
        assertThat(problems)
                .extracting(Problem::code)
                .as("" + problems.get(0))
                .contains(attack.code().isEmpty() ? problems.get(0).code() : attack.code());
        assertThat(problems).extracting(Problem::file).as("where").contains(attack.file());
        assertThat(problems).hasSizeLessThan(5_000).allSatisfy(p -> {
            assertThat(p.code()).isNotIn("engine", "internal");
            assertThat(p.render("zh") + p.render("en"))
                    .doesNotContain("Exception", "com.fasterxml", "org.yaml", "\u001b", "\u202e");
        });
        assertThat(String.join("", Shortlist.of(problems, "zh")).length())
                .as("what is told")
                .isLessThan(100_000);
    }

    /** All that {@code check} calls an error, in bounded time. */
    private static List<Problem> errors(Path root) {
        var threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        List<Problem> problems;
        try {
            problems = Soundness.of(root).problems();
        } catch (Problems e) {
            problems = e.all();
        }
        assertThat(threads.getCurrentThreadCpuTime() - began).as("time").isLessThan(PATIENCE);
        return problems.stream().filter(p -> !p.warning()).toList();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void names_that_differ_in_capitals_only_are_one_file_elsewhere() throws IOException {
        TinyRules rules = TinyRules.in(folder);
        rules.write("vocabulary/Words.yaml", "topics: {}\n");

        assertThat(errors(folder)).extracting(Problem::code).containsExactly("name-syntax");
    }

    /** A long text may be folded: what it then ends with is no line end of its own. */
    @Test
    void a_folded_text_is_one_line() throws Exception {
        TinyRules rules = TinyRules.in(folder);
        rules.change(
                TinyRules.INFO, "{zh: 试验协议, en: Test agreement}", "\n  en: Test agreement\n  zh: >\n    试验\n    协议");

        assertThat(errors(folder)).isEmpty();
        assertThat(Library.load(folder)
                        .rulebooks()
                        .values()
                        .iterator()
                        .next()
                        .info()
                        .title()
                        .zh())
                .isEqualTo("试验 协议");
    }

    @Test
    void ordinary_names_of_files_are_names() throws IOException {
        TinyRules rules = TinyRules.in(folder);
        rules.move(TinyRules.WORDS, "vocabulary/词汇 (第2版)_a.yaml");

        assertThat(errors(folder)).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_pipe_where_cases_lie_is_told() throws Exception {
        TinyRules rules = TinyRules.in(folder);
        Files.createDirectories(rules.root().resolve(CASES).getParent());
        String pipe = rules.root().resolve(CASES).toString();
        assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();

        assertThat(errors(folder))
                .singleElement()
                .matches(p -> p.code().equals("unreadable") && p.file().equals(CASES));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_name_that_is_no_text_is_told() throws Exception {
        TinyRules rules = TinyRules.in(folder);
        Path list = rules.root().resolve(TinyRules.BOOK);
        String copy = "cp a01-stays.drl $'b\\xff.drl'";
        assertThat(new ProcessBuilder("bash", "-c", copy)
                        .directory(list.toFile())
                        .start()
                        .waitFor())
                .isZero();

        assertThat(errors(folder)).extracting(Problem::code).contains("name-syntax");
    }

    @Test
    void five_thousand_files_are_no_rules_folder() throws IOException {
        TinyRules rules = TinyRules.in(folder);
        Path list = Files.createDirectories(rules.root().resolve("vocabulary"));
        for (int i = 0; i < 5_001; i++) {
            Files.write(list.resolve("x" + i + ".yaml"), "topics: {}\n".getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(errors(folder)).singleElement().matches(p -> p.code().equals("too-many"));
    }
}
