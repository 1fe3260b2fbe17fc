package qiyue.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The JDK calls itself once for every round of a repeated group, so that a long text of a stranger ends the stack, and tries a
 * failing one over and over. A group is repeated as often as a number says, or for good ({@code *+}, {@code ++}): those go round in
 * a loop and give nothing back.
 */
class PatternsTest {
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*+\"");
    private static final Pattern REPEATED = Pattern.compile("(?<!\\\\)\\)(?:[*+](?!\\+)|\\{\\d+,\\})");
    private static final Pattern EXPRESSION = Pattern.compile("\\(\\?|\\[\\^?[^\\]]+\\]|\\\\\\\\[dwsbpDWSBP.]");

    @Test
    void no_group_is_repeated_without_end_and_tried_again() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            // what a JSON Schema says is for its readers, whose expressions have no such sign
            for (Path file : files.filter(f -> f.toString().endsWith(".java") && !f.endsWith("FileSchemas.java"))
                    .toList()) {
                Matcher literal = LITERAL.matcher(Files.readString(file));
                while (literal.find()) {
                    String text = literal.group();
                    if (EXPRESSION.matcher(text).find()
                            && REPEATED.matcher(text).find()) {
                        found.add(file + " " + text);
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
