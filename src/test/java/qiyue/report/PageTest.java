package qiyue.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.Shipped;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Taken;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** The text of a decision keeps to its page, says one thing once, and its sums add up. */
class PageTest {
    private static final List<String> SECTIONS = List.of("一、", "二、", "三、", "四、", "五、", "六、", "七、", "八、");

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
    }

    private static Decision decision(Path sample) throws IOException, Problems {
        var tree = Sources.json(Files.readString(sample), sample.toString());
        return Shipped.evaluator().evaluate(InspectionReader.read(tree, Shipped.library(), sample.toString()), "");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void no_line_runs_past_the_page(Path sample) throws IOException, Problems {
        Decision decision = decision(sample);
        for (int columns : new int[] {48, 80, 120}) {
            for (String lang : List.of("zh", "en")) {
                assertThat(TextReport.of(decision, Shipped.library(), lang, columns)
                                .lines())
                        .as("%s, %d columns", sample, columns)
                        .allSatisfy(line -> assertThat(Width.of(line)).as(line).isLessThanOrEqualTo(columns));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sections_keep_their_numbers(Path sample) throws IOException, Problems {
        assertThat(TextReport.of(decision(sample), Shipped.library(), "zh")
                        .lines()
                        .filter(l -> SECTIONS.stream().anyMatch(l::startsWith))
                        .map(l -> l.substring(0, 2)))
                .containsExactlyElementsOf(SECTIONS);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_must_happen_stands_once(Path sample) throws IOException, Problems {
        Decision decision = decision(sample);
        List<Folding.Entry> entries = new Folding(Shipped.library().vocabulary(), decision).of(decision.measures());
        assertThat(entries.stream().mapToLong(e -> 1 + e.further().size()).sum())
                .as("no line is lost")
                .isEqualTo(decision.measures().size());
        assertThat(entries.stream()
                        .map(Folding.Entry::measure)
                        .filter(m -> m.floor() && m.amountKnown() && m.amount().signum() < 0)
                        .map(m -> List.of(m.kind(), m.subject(), m.department(), m.agreement(), m.people(), m.terms())))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_lines_of_a_sum_add_up_to_the_fen(Path sample) throws IOException, Problems {
        assertThat(decision(sample).measures())
                .filteredOn(m -> !m.taken().isEmpty())
                .allSatisfy(
                        m -> assertThat(m.taken().stream().map(Taken::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                                .isEqualByComparingTo(m.amount()));
    }
}
