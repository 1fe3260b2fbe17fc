package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.problem.Sources;

/** An explanation for people names what the document names, and never what the program called it. */
class ExplainWordsTest {
    @TempDir
    private Path folder;

    @Test
    void a_limit_is_told_by_its_words() throws Exception {
        JsonNode document = Sources.json(Files.readString(Path.of("samples/xilingol-rehabilitation.json")), "sample");
        ((ArrayNode) document.path("parameters"))
                .addObject()
                .put("key", "repayment-due")
                .put("date", "2023-01-15");
        Path file = Files.writeString(folder.resolve("x.json"), document.toString());

        for (String lang : new String[] {"zh", "en"}) {
            Run run = Run.of("explain", file.toString(), "--lang", lang);
            assertThat(run.out()).as(lang).doesNotContainPattern("(parameter|score):\\S");
        }
        assertThat(Run.of("explain", file.toString(), "--clause", "45.8").out()).contains("参数，退款期限，2023-01-15");
        assertThat(Run.of("explain", file.toString(), "--clause", "45.8", "--lang", "en")
                        .out())
                .contains(", last day for repayment, 2023-01-15");
    }
}
