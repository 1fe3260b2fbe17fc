package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/commands.md names every verb, in both languages. */
class CommandsPageTest {
    static Set<String> verbs() {
        return new TreeSet<>(Verbs.all(new Main(
                        InputStream.nullInputStream(),
                        new PrintWriter(Writer.nullWriter()),
                        new PrintWriter(Writer.nullWriter()),
                        false,
                        false))
                .getSubcommands()
                .keySet());
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void a_verb_stands_there_twice(String verb) throws IOException {
        assertThat(Files.readAllLines(Path.of("docs/commands.md")).stream()
                        .filter(l -> l.startsWith("| `./qiyue " + verb)))
                .as("lines for %s in docs/commands.md: one Chinese, one English", verb)
                .hasSizeGreaterThanOrEqualTo(2);
    }
}
