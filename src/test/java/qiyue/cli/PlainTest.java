package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the plain form reads, the command line library reads alike; what it is unsure of it leaves alone. */
class PlainTest {
    private static final List<String> WORDS = List.of(
            "evaluate",
            "evaluate",
            "a.json",
            "b c.json",
            "-",
            "--format",
            "json",
            "--format=json",
            "--lang",
            "en",
            "--rules",
            "rules",
            "--fail-on",
            "must",
            "--only",
            "--personal",
            "shown",
            "--receipt",
            "--out",
            "--resume",
            "--debug",
            "--help",
            "-h",
            "--",
            "@file",
            "\"a\"",
            "",
            "test",
            "--nothing");

    private final Main main = new Main(
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            false,
            false);

    private EvaluateCommand byLibrary(String... line) {
        CommandLine library = Verbs.reading(main, line);
        library.parseArgs(line);
        return (EvaluateCommand)
                library.getSubcommands().get("evaluate").getCommandSpec().userObject();
    }

    @Test
    void whatever_is_read_plainly_is_read_alike_by_the_library() {
        Random random = new Random(4);
        int plain = 0;
        for (int i = 0; i < 3000; i++) {
            List<String> words = new ArrayList<>(List.of("evaluate"));
            for (int n = random.nextInt(6); n >= 0; n--) {
                words.add(WORDS.get(random.nextInt(WORDS.size())));
            }
            String[] line = words.toArray(String[]::new);
            Optional<EvaluateCommand> read = Plain.evaluate(main, line);
            if (read.isPresent()) {
                plain++;
                assertThat(read.get())
                        .as("%s", words)
                        .usingRecursiveComparison()
                        .isEqualTo(byLibrary(line));
            }
        }
        assertThat(plain).isGreaterThan(100);
    }

    @Test
    void what_is_not_plain_is_left_to_the_library() {
        assertThat(Plain.evaluate(main, "evaluate", "x.json", "--resume")).isEmpty();
        assertThat(Plain.evaluate(main, "evaluate", "@list")).isEmpty();
        assertThat(Plain.evaluate(main, "evaluate", "--lang")).isEmpty();
        assertThat(Plain.evaluate(main, "evaluate", "--lang", "en")).isEmpty();
        assertThat(Plain.evaluate(main, "evaluate", "--lang", "en", "--lang", "en", "x"))
                .isEmpty();
        assertThat(Plain.evaluate(main, "--debug", "evaluate", "x")).isEmpty();
        assertThat(Plain.evaluate(main, "test", "x")).isEmpty();
    }
}
