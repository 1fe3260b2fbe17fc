package qiyue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/guarantees.md promises nothing without a test, and forgets no law. */
class GuaranteesTest {
    @Test
    void every_promise_names_tests_there_are_and_every_law_is_promised() throws Exception {
        Set<String> named = new TreeSet<>();
        Matcher test =
                Pattern.compile("`([A-Z][A-Za-z]+Test)`").matcher(Files.readString(Path.of("docs/guarantees.md")));
        while (test.find()) {
            named.add(test.group(1));
        }
        Set<String> there;
        Set<String> laws;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            there = files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith("Test.java"))
                    .map(f -> f.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        laws = there.stream().filter(t -> t.endsWith("LawTest")).collect(Collectors.toCollection(TreeSet::new));

        assertThat(there).containsAll(named);
        assertThat(named).containsAll(laws);
    }

    @Test
    void every_line_of_the_table_names_one() throws Exception {
        assertThat(Files.readAllLines(Path.of("docs/guarantees.md")).stream()
                        .filter(l -> l.startsWith("| ") && !l.startsWith("| What holds")))
                .allMatch(l -> l.matches(".*\\| (`[A-Z][A-Za-z]+Test`(, )?)+ \\|"));
    }
}
