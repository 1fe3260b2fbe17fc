package qiyue.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A problem that is made of another one is the same mistake still, in as many places: what differs from place to place goes with it. */
class ProblemCopiesTest {
    /** A problem with the code of another one. */
    private static final Pattern COPY =
            Pattern.compile("(?:new Problem\\(|Problem\\.at\\(|\\.problem\\()\\s*+\\w++\\.code\\(\\)");

    /** Whose problem stands for several: what varies is in its words already. */
    private static final Set<String> UNITING = Set.of("Importer.java", "Once.java");

    @Test
    void whoever_makes_a_problem_of_another_says_what_varies() throws IOException {
        List<String> without = new ArrayList<>();
        int seen = 0;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                for (Matcher m = COPY.matcher(text); m.find(); ) {
                    seen++;
                    String statement = text.substring(m.start(), text.indexOf(';', m.start()));
                    if (!(statement.contains("varying") && statement.contains("more"))
                            && !UNITING.contains(String.valueOf(file.getFileName()))) {
                        without.add(file + ": " + statement);
                    }
                }
            }
        }
        assertThat(seen).as("copies in the program").isGreaterThan(1);
        assertThat(without).isEmpty();
    }

    @Test
    void a_problem_moved_elsewhere_is_the_same_mistake() {
        List<Problem> found = IntStream.range(0, 7)
                .mapToObj(
                        i -> Problem.at("no-such-id", "case", "/" + i, new Text("没有 " + i, "no " + i), new Text("", ""))
                                .differing(new Problem.Varying(String.valueOf(i), new Text("没有 …", "no …"))))
                .map(p -> p.moved("cases.yaml", "/cases" + p.pointer()))
                .toList();

        assertThat(Shortlist.of(found, "en"))
                .singleElement()
                .asString()
                .startsWith("cases.yaml /cases/0: no 0")
                .contains("the same in 6 more places");
    }
}
