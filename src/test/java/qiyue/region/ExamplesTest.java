package qiyue.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.Folders;
import qiyue.check.Coherence;
import qiyue.engine.Evaluator;
import qiyue.problem.Problem;
import qiyue.rulebook.Library;
import qiyue.suite.Case;
import qiyue.suite.Suite;

/** The worked examples of docs/examples: laid into a copy of the shipped rules they are sound, and their cases hold. */
class ExamplesTest {
    @TempDir
    private Path folder;

    @Test
    void every_example_is_sound_and_its_cases_hold() throws Exception {
        Path rules = folder.resolve("rules");
        Folders.copy(Path.of("rules"), rules);
        List<Path> examples;
        try (Stream<Path> all = Files.list(Path.of("docs/examples"))) {
            examples = all.filter(Files::isDirectory).sorted().toList();
        }
        List<String> regions = new ArrayList<>();
        for (Path example : examples) {
            Folders.copy(example, rules);
            regions.addAll(regions(example));
        }

        Library library = Library.load(rules);
        Suite suite = new Suite(library, new Evaluator(library, folder.resolve("models")));
        List<Case> cases = suite.cases().stream()
                .filter(c -> regions.stream().anyMatch(r -> c.file().startsWith(r + "/")))
                .toList();

        Coherence.Found found = Coherence.of(library, book -> true);
        assertThat(found.own()).extracting(Problem::message).isEmpty();
        assertThat(Coherence.among(library, found.usable(), true))
                .extracting(Problem::message)
                .isEmpty();
        assertThat(regions)
                .allSatisfy(r -> assertThat(cases)
                        .as("cases of %s", r)
                        .filteredOn(c -> c.file().startsWith(r + "/"))
                        .hasSizeGreaterThan(10));
        assertThat(cases.stream().map(suite::run).filter(r -> !r.passed()))
                .extracting(r -> r.tested().name() + " " + r.differences())
                .isEmpty();
    }

    /** The folders of an example beside its vocabulary; the example itself may be named otherwise. */
    private static List<String> regions(Path example) throws IOException {
        try (Stream<Path> all = Files.list(example)) {
            return all.map(p -> p.getFileName().toString())
                    .filter(name -> !name.equals("vocabulary"))
                    .sorted()
                    .toList();
        }
    }
}
