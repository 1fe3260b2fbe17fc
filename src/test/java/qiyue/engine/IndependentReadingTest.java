package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.explain.Firings;
import qiyue.intake.InspectionReader;
import qiyue.rulebook.Library;
import qiyue.suite.Case;
import qiyue.suite.Suite;

/** Two readings of the same rules that share no code from the parsed form on must agree on every case. */
class IndependentReadingTest {
    @Test
    void the_engine_and_the_plain_reading_conclude_the_same_on_every_case(@TempDir Path cache) throws Exception {
        Library library = Library.load(Path.of("rules"));
        RuleSession session = new RuleSession(new Models(cache));
        List<Case> cases = new Suite(library, new Evaluator(library, cache)).cases();
        int compared = 0;
        for (Case tested : cases) {
            Docket docket = Docket.of(InspectionReader.read(tested.given(), library, tested.file()), library);
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
