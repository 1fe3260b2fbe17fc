package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.explain.Firings;
import qiyue.intake.InspectionReader;
import qiyue.suite.Case;

/** Two readings of the same rules that share no code from the parsed form on must agree on every case. */
class IndependentReadingTest {
    @Test
    void the_engine_and_the_plain_reading_conclude_the_same_on_every_case() throws Exception {
        RuleSession session = new RuleSession(new Models(Shipped.MODELS));
        int compared = 0;
        for (Case tested : Shipped.cases()) {
            Docket docket = Docket.of(
                    InspectionReader.read(tested.given(), Shipped.library(), tested.file()), Shipped.library());
            for (Docket.Group group : docket.groups()) {
                assertThat(new HashSet<>(session.run(group)))
                        .as("%s: %s", tested.file(), tested.name())
                        .isEqualTo(Firings.conclusions(group));
                compared++;
            }
        }
        assertThat(compared).as("groups compared").isGreaterThan(1000);
    }
}
