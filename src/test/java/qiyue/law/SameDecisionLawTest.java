package qiyue.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.Shipped;
import qiyue.engine.Evaluator;
import qiyue.engine.WholeSession;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.report.JsonReport;

/**
 * On documents made up at random, rules that facts cannot meet left out and sessions used again, the decision is the one there is without
 * any short cut, byte for byte: when such facts are first seen and when they are seen again.
 */
class SameDecisionLawTest {
    private static final int MANY = System.getProperty("qiyue.same", "").equals("all") ? 200 : 4;

    private static final Evaluator PLAIN = WholeSession.evaluator(Shipped.library());

    @ParameterizedTest
    @MethodSource("qiyue.law.Trial#regimes")
    void short_cuts_change_nothing(Regime regime) throws Problems {
        for (int i = 0; i < MANY; i++) {
            ObjectNode document = Documents.of(regime, 7_000 + i);
            String plain = decided(PLAIN, document);
            // a set of rules gets a base of its own only when it is wanted often enough
            for (int time = 0; time < 5; time++) {
                assertThat(decided(Shipped.evaluator(), document))
                        .as("%s, seed %d, time %d", regime, 7_000 + i, time)
                        .isEqualTo(plain);
            }
        }
    }

    private static String decided(Evaluator evaluator, ObjectNode document) throws Problems {
        return JsonReport.of(evaluator.evaluate(InspectionReader.read(document, Shipped.library(), "law"), ""));
    }
}
