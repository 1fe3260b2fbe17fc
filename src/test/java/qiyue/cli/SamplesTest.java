package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample prints what stands beside it. The digests of rulebooks, which change with any edit, are left out. */
class SamplesTest {
    private static final Path SAMPLES = Path.of("samples");

    static List<String> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(".json"))
                    .map(n -> n.replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_prints_the_text_beside_it(String name) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int code = Main.run(
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(out),
                new PrintWriter(err),
                "evaluate",
                SAMPLES.resolve(name + ".json").toString());

        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(plain(out.toString()))
                .isEqualTo(plain(Files.readString(SAMPLES.resolve(name + ".expected.txt"), StandardCharsets.UTF_8)));
    }

    @Test
    void there_are_samples_of_every_region_and_no_text_without_one() throws IOException {
        List<String> names = samples();
        assertThat(names).hasSizeGreaterThanOrEqualTo(17);
        for (String region : List.of("beijing", "jinhua", "shanxi", "xilingol")) {
            assertThat(names).anyMatch(n -> n.startsWith(region + "-"));
        }
        try (Stream<Path> files = Files.list(SAMPLES)) {
            assertThat(files.map(f -> f.getFileName().toString())
                            .filter(n -> n.endsWith(".expected.txt"))
                            .map(n -> n.replace(".expected.txt", "")))
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").replaceAll("(?m)^规则册 (\\S+) [0-9a-f]{16}$", "规则册 $1");
    }
}
