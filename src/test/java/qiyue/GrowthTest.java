package qiyue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import qiyue.decision.Decision;
import qiyue.engine.Docket;
import qiyue.engine.Dockets;
import qiyue.engine.Evaluator;
import qiyue.explain.Explanation;
import qiyue.fact.CaseFile;
import qiyue.intake.InspectionReader;
import qiyue.problem.Sources;

/** Documents of real size are decided, and twice the size takes about twice the time. Measured by {@link Growth}. */
class GrowthTest {
    private static final Evaluator EVALUATOR = new Evaluator(Shipped.library(), Shipped.MODELS);

    private static Decision decide(Growth kind, int size) throws Exception {
        return EVALUATOR.evaluate(
                InspectionReader.read(Sources.json(kind.document(size), "growth"), Shipped.library(), "growth"), "");
    }

    /** The least of three, or of as many as it takes to be no more than is enough. */
    private static long nanos(Growth kind, int size, long enough) throws Exception {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3 && least > enough; i++) {
            long start = Growth.cpu();
            decide(kind, size);
            least = Math.min(least, Growth.cpu() - start);
        }
        return least;
    }

    @ParameterizedTest
    @EnumSource
    void four_times_the_document_takes_far_less_than_sixteen_times_as_long(Growth kind) throws Exception {
        decide(kind, kind.full() / 16);
        long small = nanos(kind, kind.full() / 16, 0);
        long large = nanos(kind, kind.full() / 4, 9 * small);

        assertThat(large / (double) small)
                .as("%s: %d and %d ns", kind, small, large)
                .isLessThan(10);
        assertThat(Duration.ofNanos(large)).isLessThan(Duration.ofSeconds(30));
    }

    /** What grows by the square only among thousands hides in smaller documents. */
    @Test
    void findings_by_the_thousands_take_no_square_either() throws Exception {
        decide(Growth.FINDINGS, 1_000);
        long small = nanos(Growth.FINDINGS, 1_500, 0);
        long large = nanos(Growth.FINDINGS, 6_000, 9 * small);

        assertThat(large / (double) small).as("%d and %d ns", small, large).isLessThan(10);
    }

    @Test
    void explaining_four_times_the_findings_takes_far_less_than_sixteen_times_as_long() throws Exception {
        explained(100, 0);
        long small = explained(300, 0);
        long large = explained(1_200, 9 * small);

        assertThat(large / (double) small).as("%d and %d ns", small, large).isLessThan(10);
        assertThat(Duration.ofNanos(large)).isLessThan(Duration.ofSeconds(30));
    }

    /** Nanoseconds of explaining a decision once it is made: the least of three, or of as many as it takes to be no more than is enough. */
    private static long explained(int size, long enough) throws Exception {
        CaseFile file = InspectionReader.read(
                Sources.json(Growth.FINDINGS.document(size), "growth"), Shipped.library(), "growth");
        Decision decision = EVALUATOR.evaluate(file, "");
        List<Docket> dockets = Dockets.of(file, Shipped.library());
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3 && least > enough; i++) {
            long start = Growth.cpu();
            assertThat(Explanation.of(
                            dockets, decision, List.of(), Shipped.library().vocabulary()))
                    .isNotEmpty();
            least = Math.min(least, Growth.cpu() - start);
        }
        return least;
    }

    @Test
    void every_overbilled_line_is_recovered_once() throws Exception {
        Decision decision = decide(Growth.LINES, 1_000);

        assertThat(decision.money().recover()).isEqualByComparingTo("50000");
    }
}
