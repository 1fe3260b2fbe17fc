package qiyue.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.engine.Evaluator;
import qiyue.rulebook.Library;
import qiyue.suite.Soundness;
import qiyue.suite.Suite;

/**
 * Sound texts that read unlike the shipped ones: what cannot be proved counts as not done, the later of two days, all items but
 * one, lengths in working days, a deadline fixed by the calendar year, so much a day up to a limit, two actors in one paragraph,
 * sums by the size of the facility. Check says nothing of them, and their cases hold.
 */
class OddTextsTest {
    private static final Path ODD = Path.of("src/test/resources/odd");

    @TempDir
    private Path folder;

    @Test
    void they_are_sound_and_their_cases_hold() throws Exception {
        assertThat(Soundness.of(ODD).problems()).isEmpty();

        Library library = Library.load(ODD);
        Suite suite = new Suite(library, new Evaluator(library, folder.resolve("models")));
        assertThat(suite.cases()).hasSizeGreaterThan(14);
        assertThat(suite.cases().stream().map(suite::run).filter(r -> !r.passed()))
                .extracting(r -> r.tested().name() + " " + r.differences())
                .isEmpty();
    }
}
