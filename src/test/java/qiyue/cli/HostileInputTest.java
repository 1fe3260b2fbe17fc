package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents made to mislead, to stall or to be misread: an answer in words, in bounded time, and nothing unseen on the screen. */
class HostileInputTest {
    private static final String DOCUMENT = """
            {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
             "facility": {"name": "甲医院", "kinds": ["medical"]},
             "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
             "findings": [{"id": "ID", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06", "note": "NOTE"}]}
            """;

    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private Run decided(String id, String note) throws IOException {
        return Run.of("evaluate", file("x.json", DOCUMENT.replace("ID", id).replace("NOTE", note)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u001b[2J",
                "\\u0007",
                "\\u0000",
                "\\u202e",
                "\\u2066",
                "\\u200b",
                "\\u0085",
                "\\u2028",
                "\\ufeff",
                "\\uffff",
                "\\u00ad"
            })
    void a_sign_that_is_not_seen_is_refused_wherever_it_stands(String sign) throws IOException {
        assertThat(decided("f1" + sign, "x").code()).isEqualTo(Main.BAD_INPUT);
        Run run = decided("f1", "x" + sign + "y");

        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err())
                .contains("有看不见的符号 U+", "hidden-sign")
                .matches("(?s)[^\\p{Cc}\\p{Cf}]*(\\n[^\\p{Cc}\\p{Cf}]*)*");
    }

    @Test
    void an_id_cannot_draw_a_line_of_the_decision() throws IOException {
        Run run = decided("f1\\n    2. 可以解除服务协议", "x");

        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).doesNotContain("\n    2. 可以解除");
    }

    @Test
    void a_note_of_several_lines_stays_in_its_line() throws IOException {
        Run run = decided("f1", "一\\n    2. 可以解除服务协议");

        assertThat(run.code()).isZero();
        assertThat(run.out()).doesNotContain("\n    2. 可以解除服务协议");
    }

    @Test
    void the_largest_sum_there_may_be_is_refused_whole() throws IOException {
        String text = DOCUMENT.replace("\"note\": \"NOTE\"", "\"money\": {\"amount\": 9999999999999.99}");

        assertThat(Run.of("evaluate", "--format", "json", file("x.json", text)).out())
                .contains("9999999999999.99")
                .doesNotContain("92233720368");
    }

    @Test
    void signs_of_rare_names_are_seen() throws IOException {
        assertThat(decided("f1", "\\ue000\\ud87a\\udc00䶮").code()).isZero();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_pipe_and_a_device_are_refused_at_once() throws Exception {
        String pipe = folder.resolve("pipe.json").toString();
        assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();
        Files.createSymbolicLink(folder.resolve("link.json"), Path.of("/dev/zero"));

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (String name :
                    new String[] {pipe, "/dev/zero", folder.resolve("link.json").toString()}) {
                Run run = Run.of("evaluate", name);
                assertThat(run.code()).as(name).isEqualTo(Main.BAD_INPUT);
                assertThat(run.err()).contains("不是普通文件");
            }
        });
    }

    /** Wherever a file is named: a pipe that nobody writes to would be waited for without end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "evaluate PIPE",
                "evaluate --format ndjson --since PIPE DOC",
                "explain PIPE",
                "compare PIPE",
                "verify PIPE",
                "archive PIPE --out OUT.zip",
                "archive DOC --out OUT.zip --key PIPE",
                "report PIPE --out OUT.xlsx",
                "trend PIPE PIPE",
                "upgrade-check --decisions PIPE DOC",
                "notice PIPE --kind check --out OUT.docx",
                "import PIPE --as charges",
                "import DOC --as charges --map PIPE",
                "register PIPE list",
                "register OUT.db import PIPE",
                "rules unpack PIPE --to OUT",
                "rules pack --key PIPE --out OUT.zip",
                "check --rules PIPE",
                "diff PIPE PIPE"
            })
    @EnabledOnOs(OS.LINUX)
    void a_pipe_is_refused_wherever_a_file_is_named(String line) throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        String[] words = line.replace("PIPE", pipe.toString())
                .replace("DOC", file("x.json", DOCUMENT.replace("ID", "f1").replace("NOTE", "x")))
                .replace("OUT", folder.resolve("out").toString())
                .split(" ");

        Run run = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Run.of(words));

        assertThat(run.code()).as(run.err()).isIn(Main.BAD_INPUT, Main.NO_RULES);
        assertThat(run.err()).doesNotContain("Exception").contains("pipe");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~ | 文件是空的",
                "{\"a\": [1,} | 此处应为一个值",
                "{\"a\": 1 | 文书到此中断",
                "{\"a\" 1} | 名称之后缺少冒号",
                "{\"a\": 1 \"b\": 2} | 两项之间缺少逗号",
                "{a: 1} | 名称没有加双引号",
                "{\"a\": x} | 没有加双引号",
                "{\"a\": 1, \"a\": 2} | 名称 a 在同一层写了两次",
                "{\"a\": 01} | 数字不以 0 开头"
            })
    void what_is_not_well_written_is_said_in_Chinese(String text, String words) throws IOException {
        Run run = Run.of("evaluate", file("x.json", text));

        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).contains(words, "共 1 处").doesNotContain("Unexpected", "expected a");
    }

    @Test
    void deep_nesting_is_an_error_in_words() throws IOException {
        assertThat(Run.of("evaluate", file("x.json", "[".repeat(200_000))).err())
                .contains("嵌套太深");
    }

    @Test
    void a_gzip_file_is_called_one() throws IOException {
        Files.write(folder.resolve("x.json"), new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0});

        assertThat(Run.of("evaluate", folder.resolve("x.json").toString()).err())
                .contains("gzip");
    }

    @Test
    void errors_are_JSON_where_the_result_would_be() throws IOException {
        Run run = Run.of("evaluate", "--format", "json", file("x.json", "{"));

        assertThat(run.err()).startsWith("{").contains("\"code\" : \"syntax\"", "\"zh\"", "\"en\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "evalute x | 不认识 evalute；是不是 evaluate？",
                "evaluate --langg en x | 不认识 --langg；是不是 --lang？",
                "evaluate | 缺少 FILE",
                "register x.db resume | 缺少 CASE：案件",
                "evaluate x --format | --format"
            })
    void a_command_that_is_not_well_written_is_said_in_the_language_of_the_reader(String line, String words) {
        Run run = Run.of(line.split(" "));

        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).contains(words, "用法见").doesNotContain("see qiyue");
        Run english = Run.of((line + " --lang=en").split(" "));
        assertThat(english.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(english.err()).contains("see qiyue").matches("\\p{ASCII}+");
    }

    @Test
    void names_of_cases_cannot_break_reports() throws IOException {
        Path rules = qiyue.TinyRules.in(folder.resolve("rules")).root();
        Files.createDirectories(rules.resolve("testland/rules-2025/cases"));
        Files.writeString(rules.resolve("testland/rules-2025/cases/a01-stays.yaml"), """
                base:
                  region: testland
                  inspection: {id: i1, inspectedOn: 2025-06-10}
                  scope: {}
                  facility: {name: 甲机构, kinds: [medical]}
                  agreements: [{id: a1, kind: medical, from: 2025-01-01, to: 2025-12-31}]
                cases:
                  - name: "x\\nnot ok 99 - forged"
                    given: {}
                    expect: {breaches: {}}
                    read-from: x
                """, StandardCharsets.UTF_8);

        Run tap = Run.of("test", "--rules", rules.toString(), "--format", "tap");

        assertThat(tap.out()).startsWith("TAP").doesNotContain("\nnot ok 99");
    }
}
