package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A choice taken, served and looked up gives the next decision that the same choice gives as history written by hand. */
class RegisterLawTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path register() {
        return folder.resolve("r.db");
    }

    private static JsonNode json(String... words) throws IOException {
        Run run = Run.of(words);
        assertThat(run.code()).as("%s%n%s", List.of(words), run.err()).isZero();
        return MAPPER.readTree(run.out());
    }

    private String written(String name, ObjectNode document) throws IOException {
        return Files.writeString(folder.resolve(name), document.toString()).toString();
    }

    /** A measure of weight on the facility that the agency may take, not money. */
    private static Optional<JsonNode> offered(JsonNode decision) {
        for (JsonNode m : decision.path("measures")) {
            if (m.path("modality").asText().equals("may")
                    && m.path("certainty").asText().equals("established")
                    && m.path("subject").asText().equals("facility")
                    && !m.has("absorbedBy")
                    && !m.has("actor")
                    && m.path("kind")
                            .asText()
                            .matches("suspend-agreement|suspend-service|suspend-payment|terminate|interview")) {
                return Optional.of(m);
            }
        }
        return Optional.empty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "beijing-second-suspension",
                "beijing-quarterly-2025q2",
                "shanxi-medical",
                "shanxi-assistive-device",
                "xilingol-rehabilitation",
                "xilingol-assistive-device"
            })
    void what_was_chosen_is_history_the_next_time(String sample) throws IOException {
        ObjectNode document = (ObjectNode) MAPPER.readTree(Files.readString(Path.of("samples", sample + ".json")));
        document.remove("choices");
        ((ObjectNode) document.path("facility")).put("code", "F-1");
        if (document.path("scope").path("records").has("history")) {
            ((ObjectNode) document.path("scope").path("records")).put("history", "sample");
        }
        String first = written("first.json", document);
        JsonNode decision = json("evaluate", "--format", "json", first);
        JsonNode measure = offered(decision).orElseThrow();
        String today = decision.path("today").asText();
        String id = document.path("inspection").path("id").asText();
        for (List<String> words : List.of(
                List.of("add", first),
                List.of("choose", id, "--take", measure.path("kind").asText(), "--subject", "facility", "--on", today),
                List.of("deliver", id, "--on", today))) {
            Run run = Run.of(Stream.concat(Stream.of("register", register().toString()), words.stream())
                    .toArray(String[]::new));
            assertThat(run.code()).as("%s%n%s", words, run.err()).isZero();
        }

        ObjectNode next = document.deepCopy();
        ((ObjectNode) next.path("inspection")).put("id", "next");
        JsonNode looked =
                json("evaluate", "--format", "json", "--register", register().toString(), written("next.json", next));
        JsonNode served = json("register", register().toString(), "show", id, "--format", "json")
                .path("served");
        ObjectNode byHand = next.deepCopy();
        boolean there = false;
        for (JsonNode each : served) {
            ObjectNode fact = each.deepCopy();
            fact.remove(List.of("appealed", "withdrawn", "entries", "by"));
            if (fact.path("cause").asText().isEmpty()) {
                continue;
            }
            // a second suspension is itself the termination, which takes its place
            there |= (fact.path("kind").equals(measure.path("kind"))
                            || fact.path("kind").asText().equals("terminate"))
                    && fact.path("decidedOn").asText().equals(today)
                    && fact.path("from").asText().compareTo(today) >= 0;
            byHand.withArray("/history/measures").add(fact);
        }
        assertThat(there).isTrue();
        JsonNode written = json("evaluate", "--format", "json", written("hand.json", byHand));
        assertThat(RegisterLivesTest.plain(looked)).isEqualTo(RegisterLivesTest.plain(written));
    }
}
