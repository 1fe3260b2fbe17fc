package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file holds what the ending of its name promises. */
class EndingTest {
    private static final String SAMPLE = "samples/jinhua-application.json";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(textBlock = """
            page.html, <!doctype html
            PAGE.HTM, <!doctype html
            all.json, {
            all.ndjson, '{"'
            all.jsonl, '{"'
            text.txt, 处理意见
            text, 处理意见
            """)
    void without_a_format_the_name_says_it(String name, String begins) throws IOException {
        Path file = folder.resolve(name);

        Run run = Run.of("evaluate", SAMPLE, "--lang", "zh", "--out", file.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readString(file).lines().limit(8))
                .anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith(begins));
    }

    @ParameterizedTest
    @CsvSource({
        "evaluate samples/jinhua-application.json, decision.xlsx",
        "evaluate samples/jinhua-application.json, decision.docx",
        "evaluate samples/jinhua-application.json, decision.pdf",
        "evaluate samples/jinhua-application.json --format json, decision.html",
        "evaluate samples/jinhua-application.json --format html, decision.json",
        "evaluate samples/jinhua-application.json --format ndjson, decisions.ndjson.gz",
        "new inspection --region jinhua --format json, form.xlsx",
        "new inspection --region jinhua, form.docx",
        "new inspection --region jinhua --format xlsx, form.json"
    })
    void a_name_that_promises_another_thing_is_refused(String words, String name) {
        Path file = folder.resolve(name);

        Run run = Run.of((words + " --lang en --out " + file).split(" "));

        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).contains("the name ends with", "endings:");
        assertThat(file).doesNotExist();
    }

    @Test
    void a_name_without_a_dot_promises_nothing() {
        for (String name : List.of("json", "pdf", "a.json/text")) {
            Ending ending = Ending.of("", Optional.of(Path.of(name)), "text", Map.of("json", "json"));

            assertThat(ending).isEqualTo(new Ending("text", Optional.empty()));
        }
    }

    @Test
    void a_form_named_as_a_workbook_is_one() throws IOException {
        Path file = folder.resolve("form.xlsx");

        Run run = Run.of("new", "inspection", "--region", "jinhua", "--out", file.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readAllBytes(file)).startsWith('P', 'K');
    }
}
