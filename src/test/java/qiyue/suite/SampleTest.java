package qiyue.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.Shipped;

/**
 * A few cases of every rulebook, those with most facts: enough to notice a broken decision, few enough to be asked of every mutant. All cases
 * are run by AgreementCasesTest.
 */
class SampleTest {
    private static final int EACH = 12;

    static List<String> rulebooks() {
        return Shipped.cases().stream().map(Case::rulebook).distinct().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("rulebooks")
    void the_fullest_cases_of_a_rulebook_hold(String rulebook) {
        List<Case> cases = new ArrayList<>(Shipped.cases().stream()
                .filter(c -> c.rulebook().equals(rulebook))
                .toList());
        cases.sort(Comparator.<Case>comparingInt(c -> -c.given().toString().length())
                .thenComparing(Case::name));
        for (Case tested : cases.subList(0, Math.min(EACH, cases.size()))) {
            assertThat(Shipped.suite().run(tested).differences())
                    .as("%s: %s", tested.file(), tested.name())
                    .isEmpty();
        }
    }
}
