package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.Shipped;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;

/** Whatever can change a decision changes a digest that the decision carries; nothing else does. */
class DigestTest {
    @TempDir
    private Path copy;

    @ParameterizedTest
    @CsvSource({
        "calendar/2025.yaml, calendar",
        "vocabulary/measures.yaml, vocabulary",
        "beijing/readings.yaml, beijing/readings"
    })
    void an_edit_changes_its_digest_and_no_other(String file, String digest) throws IOException, Problems {
        copy();
        Map<String, String> before = Library.load(copy).shared("beijing");

        Files.writeString(copy.resolve(file), Files.readString(copy.resolve(file)) + "# x\n");
        Map<String, String> after = Library.load(copy).shared("beijing");

        assertThat(before.keySet()).containsExactly("beijing/readings", "calendar", "vocabulary");
        assertThat(before.keySet().stream().filter(k -> !before.get(k).equals(after.get(k))))
                .containsExactly(digest);
    }

    @Test
    void another_region_does_not_change_it() throws IOException, Problems {
        copy();
        Map<String, String> before = Library.load(copy).shared("beijing");

        Files.writeString(copy.resolve("jinhua/readings.yaml"), "\n# x\n", java.nio.file.StandardOpenOption.APPEND);

        assertThat(Library.load(copy).shared("beijing")).isEqualTo(before);
    }

    private void copy() throws IOException {
        try (Stream<Path> files = Files.walk(Shipped.RULES)) {
            for (Path file : files.filter(f -> !f.toString().contains("cases"))
                    .filter(f -> f.toString().matches(".*(calendar|vocabulary|beijing|jinhua).*"))
                    .filter(Files::isRegularFile)
                    .toList()) {
                Path target = copy.resolve(Shipped.RULES.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
