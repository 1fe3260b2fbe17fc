package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.Golden;
import qiyue.problem.Visible;

/**
 * Small documents by a hostile or an unlucky hand, a file each: what each is answered with stands in a list that was read. Some are
 * decided, being odd and no more.
 */
class HostileDocumentsTest {
    private static final Path DOCUMENTS = Path.of("src", "test", "resources", "hostile-documents");
    private static final Path GOLDEN = Path.of("src", "test", "resources", "hostile-documents.txt");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 3;

    @TempDir
    private Path folder;

    @Test
    void each_document_has_its_answer() throws IOException {
        Map<String, List<String>> answers = new TreeMap<>();
        try (Stream<Path> files = Files.list(DOCUMENTS)) {
            files.forEach(f -> answers.put(name(f.toString()), new ArrayList<>()));
        }
        Path errors = folder.resolve("errors");
        Run run = Run.of("evaluate", "--format", "ndjson", "--errors", errors.toString(), DOCUMENTS.toString());

        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.out() + run.err()).doesNotContain("Exception");
        for (String line : Files.readAllLines(errors)) {
            JsonNode problem = JSON.readTree(line);
            String words = problem.path("zh").asText() + problem.path("en").asText();
            assertThat(words.codePoints().noneMatch(Visible::hidden)).as(line).isTrue();
            assertThat(problem.path("zh").asText())
                    .as(line)
                    .isNotEmpty()
                    .isNotEqualTo(problem.path("en").asText());
            assertThat(problem.path("fixZh").asText()).as(line).isNotEmpty();
            assertThat(problem.path("code").asText()).as(line).isNotEqualTo("internal");
            said(answers, problem)
                    .add(problem.path("code").asText() + " "
                            + Visible.line(problem.path("pointer").asText())
                            + (problem.path("warning").asBoolean() ? " (a warning)" : ""));
        }
        for (String line : run.out().lines().toList()) {
            said(answers, JSON.readTree(line)).add("decided");
        }

        StringBuilder text = new StringBuilder();
        answers.forEach((file, said) -> text.append(file)
                .append(": ")
                .append(String.join("; ", said.subList(0, Math.min(SHOWN, said.size()))))
                .append(said.size() > SHOWN ? "; and " + (said.size() - SHOWN) + " more" : "")
                .append('\n'));
        assertThat(answers.values()).allSatisfy(said -> assertThat(said).isNotEmpty());
        Golden.assertSame(GOLDEN, text.toString());
    }

    private static List<String> said(Map<String, List<String>> answers, JsonNode line) {
        return answers.getOrDefault(name(line.path("source").asText()), new ArrayList<>());
    }

    private static String name(String path) {
        return String.valueOf(Path.of(path).getFileName());
    }
}
