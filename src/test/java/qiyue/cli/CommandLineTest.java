package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qiyue.TinyRules;

/** The program as its user meets it: arguments and streams in, streams and an exit code out. */
class CommandLineTest {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}|[，。；：（）“”、]");

    /**
     * What English output may hold of Chinese: document numbers, titles of rules, terms of a text in brackets; and, until they are translated,
     * what a ledger says only in Chinese (why a clause has no effect, the doubt it leaves) and the yes and no of explain.
     */
    private static final Pattern NOT_TRANSLATED = Pattern.compile("晋人社厅发|\\(终止\\)|\\(中止\\)|\\(解除\\)|\\(一律解除\\)"
            + "|\\t(no-effect|pending)\\t.*\\(.*\\)$|^  · .*\\]: .* \\[reading |^  rule \"|<- [是否]$");

    /** Names without Chinese, so that English output may hold none at all. */
    private static final String DOCUMENT = """
            {
              "region": "beijing",
              "inspection": {"id": "i1", "inspectedOn": "2025-06-10"},
              "scope": {},
              "facility": {"name": "Hospital One", "kinds": ["medical"]},
              "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
              "findings": [
                {"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06",
                 "money": {"amount": 1000.00, "paid": 900.00, "retained": 100.00}}
              ]
            }
            """;

    private static final String BROKEN = DOCUMENT.replace("bed-hanging", "bed-hangin");

    @TempDir
    private Path folder;

    private record Run(int code, String out, String err) {}

    private static Run run(String in, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err),
                args);
        Run run = new Run(code, out.toString(), err.toString());
        assertThat(run.out() + run.err())
                .as("never a stack trace: %s", List.of(args))
                .doesNotContain("\tat ")
                .doesNotContain("Exception");
        return run;
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void an_inspection_is_decided_and_the_exit_code_is_0() throws IOException {
        Run run = run("", "evaluate", file("x.json", DOCUMENT));

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("处理意见").contains("追回").contains("900.00");
    }

    @Test
    void the_same_document_comes_out_the_same_from_a_file_and_from_standard_input_and_twice() throws IOException {
        String name = file("x.json", DOCUMENT);
        String first = run("", "evaluate", "--format", "json", name).out();

        assertThat(run("", "evaluate", "--format", "json", name).out()).isEqualTo(first);
        assertThat(run(DOCUMENT, "evaluate", "--format", "json", "-").out()).isEqualTo(first);
    }

    @Test
    void the_language_of_the_machine_changes_nothing() throws IOException {
        String name = file("x.json", DOCUMENT);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ROOT);
            Run expected = run("", "evaluate", name);
            for (String tag : List.of("tr", "zh-CN", "ar-EG")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(run("", "evaluate", name)).as(tag).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void folders_and_lines_are_many_documents_and_one_that_is_broken_does_not_hide_the_others() throws IOException {
        file("a.json", DOCUMENT);
        file("b.json", BROKEN);
        file("c.ndjson", (DOCUMENT.replace("\n", " ") + "\n").repeat(2));

        Run run = run("", "evaluate", "--format", "ndjson", folder.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out().lines()).hasSize(3).allMatch(l -> l.startsWith("{\"inspection\":\"i1\""));
        assertThat(run.err()).contains("b.json").contains("是不是 bed-hanging");
    }

    @Test
    void byte_order_marks_and_windows_line_ends_are_read() throws IOException {
        String plain = run("", "evaluate", file("x.json", DOCUMENT)).out();

        assertThat(run("", "evaluate", file("y.json", "\uFEFF" + DOCUMENT.replace("\n", "\r\n")))
                        .out())
                .isEqualTo(plain);
    }

    @Test
    void another_encoding_is_named() throws IOException {
        Path file = folder.resolve("gbk.json");
        Files.write(file, DOCUMENT.replace("Hospital One", "甲医院").getBytes(Charset.forName("GBK")));

        Run run = run("", "evaluate", file.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("GBK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evaluate",
                "evaluate nowhere.json",
                "evalute x",
                "evaluate --format xml x.json",
                "evaluate --fail-on never x.json",
                "evaluate --lang",
                "schema nothing",
                "--nothing"
            })
    void wrong_usage_is_exit_2(String line) {
        Run run = run("", line.split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isNotBlank();
    }

    @Test
    void errors_of_a_document_are_all_reported_and_nothing_else_is_printed() {
        Run run = run(BROKEN.replace("\"confirmed\"", "\"confirmd\""), "evaluate", "-", "--lang", "en");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("/findings/0/conduct")
                .contains("/findings/0/status")
                .contains("2 problem(s)");
    }

    @Test
    void fail_on_makes_a_measure_an_exit_code() throws IOException {
        String name = file("x.json", DOCUMENT);
        String clear = file("y.json", DOCUMENT.replace("confirmed", "cleared"));

        assertThat(run("", "evaluate", "--fail-on", "must", name).code()).isEqualTo(1);
        assertThat(run("", "evaluate", "--fail-on", "any", name).code()).isEqualTo(1);
        assertThat(run("", "evaluate", "--fail-on", "must", clear).code()).isZero();
    }

    @Test
    void rules_that_do_not_load_are_exit_3() throws IOException {
        TinyRules rules = TinyRules.in(folder.resolve("rules"));
        rules.change(TinyRules.DRL, "conduct ==", "conduct =");

        Run run = run(DOCUMENT, "evaluate", "-", "--rules", rules.root().toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("a01-stays.drl:7:27");
        assertThat(run("", "check", "--rules", rules.root().toString()).code()).isEqualTo(1);
        assertThat(run("", "rulebooks", "--rules", "nowhere").code()).isEqualTo(3);
    }

    @Test
    void check_is_content_with_a_sound_folder() throws IOException {
        Run run = run(
                "",
                "check",
                "--rules",
                TinyRules.in(folder.resolve("rules")).root().toString(),
                "--lang",
                "en");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void json_output_is_what_the_schema_says() {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(run("", "schema", "decision").out());

        assertThat(schema.validate(
                        run(DOCUMENT, "evaluate", "--format", "json", "-").out(), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluate FILE", "rulebooks", "clauses", "schema facts", "explain FILE"})
    void english_output_holds_no_Chinese(String line) throws IOException {
        Run run = run("", (line.replace("FILE", file("x.json", DOCUMENT)) + " --lang en").split(" "));

        assertThat(run.code()).isZero();
        assertThat((run.out() + run.err())
                        .lines()
                        .filter(l -> CHINESE.matcher(l).find())
                        .filter(l -> !NOT_TRANSLATED.matcher(l).find())
                        .limit(10))
                .isEmpty();
    }

    @Test
    void every_verb_explains_itself() {
        for (String verb : List.of("evaluate", "explain", "test", "check", "rulebooks", "clauses", "schema")) {
            Run run = run("", verb, "--help");
            assertThat(run.code()).as(verb).isZero();
            assertThat(run.out()).as(verb).contains("--lang");
        }
    }
}
