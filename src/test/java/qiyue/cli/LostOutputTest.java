package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.OwnJava;
import qiyue.TinyRules;

/** A result that was not written whole never looks like one that was: exit 5 and words, for every verb; files are whole or not there. */
class LostOutputTest {
    private static final String SAMPLE = "samples/jinhua-bill-mismatch.json";

    @TempDir
    private Path folder;

    /** Every verb that writes to standard output, in each of its ways to do so. */
    static Stream<List<String>> verbs() {
        String sample = first();
        return Stream.of(
                        "--help",
                        "--version",
                        "evaluate --help",
                        "evaluate " + sample,
                        "evaluate --format json " + sample,
                        "evaluate --format ndjson " + sample,
                        "evaluate --format html " + sample,
                        "notice --help",
                        "texts --help",
                        "explain " + sample,
                        "explain --format json " + sample,
                        "compare " + sample,
                        "test --rules RULES --format json",
                        "test --rules RULES --format tap",
                        "test --rules RULES --format junit",
                        "test --rules RULES",
                        "check --rules RULES --format json",
                        "check --rules RULES --format sarif",
                        "diff RULES RULES",
                        "diff RULES RULES --format json",
                        "report DECISIONS --out OUT/all.xlsx --out OUT/all.html",
                        "trend DECISIONS DECISIONS",
                        "trend DECISIONS DECISIONS --format json",
                        "trend DECISIONS DECISIONS --format tsv",
                        "docs --rules RULES --out OUT/pages",
                        "archive " + sample + " --out OUT/case.zip",
                        "verify RECEIPT",
                        "upgrade-check " + sample,
                        "register REGISTER list",
                        "register REGISTER verify",
                        "register REGISTER export",
                        "rules pack --rules RULES --out OUT/pack",
                        "mutate jinhua --each 300",
                        "rulebooks",
                        "conducts jinhua",
                        "codes measures",
                        "check --pairs --seconds 0 --rules RULES",
                        "clauses jinhua/measures-2020",
                        "schema",
                        "schema facts",
                        "new region example --zh 示例 --rules RULES",
                        "new calendar 2027 --rules RULES",
                        "new inspection --region testland --rules RULES",
                        "new case testland/rules-2025 1.1 --rules RULES",
                        "import src/test/resources/tables/hospital-gbk.csv --as charges",
                        "watch --rules RULES --rounds 1",
                        "serve --api --port 0 --seconds 0 --rules RULES",
                        "completion",
                        "warm")
                .map(v -> List.of(v.split(" ")));
    }

    private static String first() {
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            return files.map(Path::toString)
                    .filter(f -> f.matches(".*jinhua.*\\.json"))
                    .sorted()
                    .findFirst()
                    .orElse(SAMPLE);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> placed(List<String> words) throws IOException {
        Path rules = folder.resolve("rules");
        if (!Files.exists(rules)) {
            TinyRules.in(rules).write(TinyRules.BOOK + "/cases/a01-stays.yaml", """
                    base:
                      region: testland
                      inspection: {id: i1, inspectedOn: 2025-06-10}
                      scope: {}
                      facility: {name: 甲机构, kinds: [medical]}
                      agreements: [{id: a1, kind: medical, from: 2025-01-01, to: 2025-12-31}]
                    cases:
                      - name: 挂床
                        given:
                          findings: [{id: f1, conduct: bed-hanging, status: confirmed, date: 2025-05-06}]
                          answers: [{question: serious, about: f1, answer: "yes"}]
                        expect:
                          breaches: {1.1: established}
                          measures: [{kind: recover, modality: shall}]
                        read-from: 1.1
                    """);
        }
        Path receipt = folder.resolve("receipt");
        if (words.contains("RECEIPT")) {
            Run.of("evaluate", first(), "--receipt", receipt.toString());
        }
        Path decisions = folder.resolve("decisions.ndjson");
        if (words.contains("DECISIONS")) {
            Run.of("evaluate", first(), "--format", "ndjson", "--out", decisions.toString());
        }
        Path register = folder.resolve("register.db");
        if (words.contains("REGISTER")) {
            Run.of("register", register.toString(), "add", first(), "--facility", "1");
        }
        return words.stream()
                .map(w -> w.replace("DECISIONS", decisions.toString()))
                .map(w -> w.replace("REGISTER", register.toString()))
                .map(w -> w.replace("RECEIPT", receipt.toString()))
                .map(w -> w.replace("RULES", rules.toString()).replace("OUT", folder.toString()))
                .toList();
    }

    private static Run to(OutputStream out, List<String> words) {
        StringWriter err = new StringWriter();
        int code = Main.run(
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(out, false, StandardCharsets.UTF_8),
                new PrintWriter(err),
                words.toArray(String[]::new));
        return new Run(code, "", err.toString());
    }

    @ParameterizedTest
    @MethodSource("verbs")
    @EnabledOnOs(OS.LINUX)
    void a_full_device_is_exit_5_with_words(List<String> words) throws IOException {
        try (OutputStream full = new FileOutputStream("/dev/full")) {
            Run run = to(full, placed(words));

            assertThat(run.code()).as("%s%n%s", words, run.err()).isEqualTo(Main.LOST);
            assertThat(run.err()).containsOnlyOnce("没有写完").doesNotContain("could not");
        }
    }

    @Test
    void every_verb_is_tried() {
        List<String> tried = verbs().map(v -> v.get(0)).toList();

        assertThat(tried)
                .containsAll(Verbs.all(new Main(
                                new ByteArrayInputStream(new byte[0]),
                                new PrintWriter(new StringWriter()),
                                new PrintWriter(new StringWriter()),
                                false,
                                false))
                        .getSubcommands()
                        .keySet()
                        .stream()
                        .toList());
    }

    @Test
    void a_pipe_that_closes_is_exit_5() throws IOException {
        OutputStream head = new OutputStream() {
            private int left = 1000;

            @Override
            public void write(int b) throws IOException {
                if (left-- <= 0) {
                    throw new IOException("Broken pipe");
                }
            }
        };

        assertThat(to(head, List.of("schema")).code()).isEqualTo(Main.LOST);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void the_program_itself_says_so() throws Exception {
        List<String> command = OwnJava.command(List.of("-Dqiyue.home=."), "qiyue.cli.Main", "schema", "facts");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(Path.of("/dev/full").toFile())
                .redirectError(err.toFile())
                .start();

        assertThat(process.waitFor()).isEqualTo(Main.LOST);
        assertThat(Files.readString(err)).contains("没有写完");
    }

    @Test
    void pages_that_cannot_be_written_are_exit_5_and_leave_nothing_half() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "x");

        Run run = Run.of(placed(List.of(
                        "docs",
                        "--rules",
                        "RULES",
                        "--out",
                        blocked.resolve("pages").toString()))
                .toArray(String[]::new));

        assertThat(run.code()).isEqualTo(Main.LOST);
        assertThat(run.err()).contains("写不了").doesNotContain("cannot write");
        assertThat(Files.readString(blocked)).isEqualTo("x");
    }

    @Test
    void schemas_that_cannot_be_written_are_exit_5() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "x");

        assertThat(Run.of("schema", "--write", blocked.toString()).code()).isEqualTo(Main.LOST);
    }
}
