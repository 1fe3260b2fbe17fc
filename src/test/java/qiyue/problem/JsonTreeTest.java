package qiyue.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents are read as the library's own mapper would read them, and refused where it would refuse them. */
class JsonTreeTest {
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    private final JsonTree ours = new JsonTree(1_000, 300);

    @Test
    void samples_are_the_same_tree() throws IOException {
        JsonTree large = new JsonTree(1_000_000, 300);
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                String text = Files.readString(file);
                assertThat(large.read(text)).as(file.toString()).isEqualTo(MAPPER.readTree(text));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "true",
                "\"x\"",
                "[1, -0, 2147483647, 2147483648, -2147483649, 9223372036854775807, 9223372036854775808]",
                "[1.0, 1.00, 0.10, 1e2, 1E-7, 123456789012345678901234567890.50]",
                "{\"a\": {\"b\": [[], {}, [{\"c\": null}]]}, \"\": \"\\u4e2d\\n\"}"
            })
    void what_is_sound_is_the_same_tree(String text) throws IOException {
        JsonNode theirs = MAPPER.readTree(text);
        JsonNode read = ours.read(text);

        assertThat(read).isEqualTo(theirs);
        assertThat(read.toString()).isEqualTo(theirs.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[1, 2",
                "{\"a\": 1} x",
                "{} {}",
                "[1] 2",
                "{\"a\": 1, \"a\": 2}",
                "{\"a\" 1}",
                "{\"a\": 1,}",
                "[1,]",
                "{a: 1}",
                "[01]",
                "[NaN]",
                "}",
                "]",
                "[1e99999999999]",
                "nul"
            })
    void what_is_not_sound_is_refused_at_the_same_place(String text) {
        assertThat(refused(ours::read, text)).isNotEmpty().isEqualTo(refused(MAPPER::readTree, text));
    }

    private interface Reading {
        JsonNode read(String text) throws JacksonException;
    }

    /** Where and, but for what the mapper adds, why; nothing if the document is read. */
    private static String refused(Reading reading, String text) {
        try {
            reading.read(text);
            return "";
        } catch (JacksonException e) {
            String why = e.getOriginalMessage().lines().findFirst().orElse("").replaceAll("^(Trailing token).*", "$1");
            return e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr() + " " + why;
        } catch (NumberFormatException | ArithmeticException e) {
            return "exponent";
        }
    }
}
