package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.Shipped;
import qiyue.suite.Case;
import qiyue.suite.Suite;

/** The fullest cases of every rulebook, with the rules run but once: for mutants of what comes after them. All cases: AgreementCasesTest. */
class CaseDecisionsTest {
    private static final int EACH = 25;
    private static final Suite SUITE =
            new Suite(Shipped.library(), new Evaluator(Shipped.library(), new KeptSession()));

    static List<String> rulebooks() {
        return Shipped.cases().stream().map(Case::rulebook).distinct().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("rulebooks")
    void the_fullest_cases_of_a_rulebook_hold(String rulebook) {
        List<Case> fullest = Shipped.cases().stream()
                .filter(c -> c.rulebook().equals(rulebook))
                .sorted(Comparator.<Case>comparingInt(
                                c -> -(c.given().toString().length()
                                        + c.expect().toString().length()))
                        .thenComparing(Case::file)
                        .thenComparing(Case::name))
                .limit(EACH)
                .toList();
        for (Case tested : fullest) {
            assertThat(SUITE.run(tested).differences())
                    .as("%s: %s", tested.file(), tested.name())
                    .isEmpty();
        }
    }
}
