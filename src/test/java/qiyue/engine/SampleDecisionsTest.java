package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.Shipped;
import qiyue.intake.InspectionReader;
import qiyue.intake.Personal;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.report.TextReport;

/** The samples once more, with the rules run but once: quick enough to be asked of every mutant of what comes after them. */
class SampleDecisionsTest {
    private static final Path SAMPLES = Path.of("samples");
    private static final Evaluator EVALUATOR = new Evaluator(Shipped.library(), new KeptSession());

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(".json"))
                    .map(n -> n.substring(0, n.length() - ".json".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_sample_comes_out_as_it_was_read(String name) throws IOException, Problems {
        var document = Personal.masked(
                Sources.json(Files.readString(SAMPLES.resolve(name + ".json")), name),
                Shipped.library().vocabulary(),
                Personal.Texts.PSEUDONYMS);
        var file = InspectionReader.read(document, Shipped.library(), name);
        String text = TextReport.of(EVALUATOR.evaluate(file, ""), Shipped.library(), "zh");

        assertThat(undigested(text)).isEqualTo(undigested(Files.readString(SAMPLES.resolve(name + ".expected.txt"))));
    }

    private static String undigested(String text) {
        return text.lines()
                .filter(l -> !l.matches("(输入摘要|程序|规则册|词汇|工作日历|解读)( .*)?"))
                .collect(Collectors.joining("\n"));
    }
}
