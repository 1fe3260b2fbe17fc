package qiyue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.intake.InspectionReader;
import qiyue.intake.Personal;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.report.TextReport;

/** The samples come out, names masked, as the texts beside them, which were read against the agreements by hand. They are never written by a program. */
class SamplesTest {

    private static final Path SAMPLES = Path.of("samples");

    /** Raise it as samples are added. */
    private static final int FEWEST = 10;

    /** Samples whose decision nobody has read against the text yet. Only ever to be shortened. */
    private static final Set<String> UNREAD = Set.of();

    static List<String> names() throws IOException {
        return stems(".json");
    }

    private static List<String> stems(String ending) throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(ending))
                    .map(n -> n.substring(0, n.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_sample_comes_out_as_it_was_read(String name) throws IOException, Problems {
        Path sample = SAMPLES.resolve(name + ".json");
        String text = Files.readString(sample);
        var masked =
                Personal.masked(Sources.json(text, name), Shipped.library().vocabulary(), Personal.Texts.PSEUDONYMS);
        var file = InspectionReader.read(masked, Shipped.library(), name);
        String decision = TextReport.of(Shipped.evaluator().evaluate(file, ""), Shipped.library(), "zh");
        Path expected = SAMPLES.resolve(name + ".expected.txt");

        if (!UNREAD.contains(name)) {
            assertThat(expected).as("the decision on %s", sample).exists();
        }
        if (Files.exists(expected)) {
            assertThat(withoutDigests(decision))
                    .as("the decision on %s", sample)
                    .isEqualTo(withoutDigests(Files.readString(expected)));
        }
    }

    /** The digests at the end change with every edit of a rulebook; the decision need not. */
    private static String withoutDigests(String text) {
        return text.lines()
                .filter(l -> !l.matches("(输入摘要|程序|规则册|词汇|工作日历|解读)( .*)?"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void every_text_has_its_sample_and_no_sample_got_lost() throws IOException {
        assertThat(names()).hasSizeGreaterThanOrEqualTo(FEWEST).containsAll(stems(".expected.txt"));
        try (Stream<Path> files = Files.list(SAMPLES)) {
            assertThat(files.map(f -> f.getFileName().toString())
                            .filter(n ->
                                    !n.endsWith(".json") && !n.endsWith(".expected.txt") && !n.equals("README.md")))
                    .as("files that are neither sample nor decision")
                    .isEmpty();
        }
        Set<String> missing = new TreeSet<>(names());
        missing.removeAll(stems(".expected.txt"));
        assertThat(missing).as("samples without a decision").isEqualTo(new TreeSet<>(UNREAD));
    }
}
