package qiyue.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every note that a decision can carry is put into words: one without them is told in JSON alone. */
class NoteKindsTest {
    private static final Path MAIN = Path.of("src/main/java/qiyue");

    private static final Pattern MADE =
            Pattern.compile("(?:new (?:Decision\\.)?Note|remark)\\(\\s*+\"([a-z-]++)\"", Pattern.DOTALL);

    private static final Pattern WORDED = Pattern.compile("\"([a-z-]++)\"");

    @Test
    void each_kind_has_its_words() throws IOException {
        Set<String> made = new TreeSet<>();
        Set<String> worded = new TreeSet<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                find(MADE, text, made);
                if (file.startsWith(MAIN.resolve("report"))) {
                    find(WORDED, text, worded);
                }
            }
        }

        assertThat(made).contains("choice-parted", "lapsed", "no-clause", "suspension-running");
        assertThat(worded).containsAll(made);
    }

    private static void find(Pattern pattern, String text, Set<String> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
    }
}
