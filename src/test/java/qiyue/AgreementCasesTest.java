package qiyue;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import qiyue.rulebook.Rulebook;
import qiyue.suite.Case;
import qiyue.suite.Suite;

/** The regression suite of every agreement: what people read off the text against what the rules conclude. */
class AgreementCasesTest {

    /** Fewer than this means that the suite was not found, not that the agreements shrank. Raise them as it grows. */
    private static final int FEWEST_RULEBOOKS = 8;

    private static final int FEWEST_CASES = 1_500;

    @TestFactory
    Stream<DynamicNode> every_case_comes_out_as_it_was_read_from_the_text() {
        return Shipped.cases().stream()
                .collect(groupingBy(Case::file, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(file -> dynamicContainer(
                        file.getKey(), file.getValue().stream().map(c -> dynamicTest(c.name(), () -> assertHolds(c)))));
    }

    private static void assertHolds(Case tested) {
        Suite.Result result = Shipped.suite().run(tested);
        assertThat(result.differences())
                .as("%s: %s%nread from: %s", tested.file(), tested.name(), tested.readFrom())
                .isEmpty();
    }

    @Test
    void no_rulebook_and_no_case_got_lost() {
        assertThat(Shipped.library().rulebooks()).as("rulebooks").hasSizeGreaterThanOrEqualTo(FEWEST_RULEBOOKS);
        assertThat(Shipped.cases()).as("cases").hasSizeGreaterThanOrEqualTo(FEWEST_CASES);
        assertThat(Shipped.cases().stream().map(Case::rulebook).filter(r -> !r.isEmpty()))
                .as("rulebooks with cases of their own")
                .containsAll(Shipped.library().rulebooks().keySet());
    }

    @Test
    void every_rule_file_has_its_case_file_and_every_case_file_its_rules() throws IOException {
        for (Rulebook rulebook : Shipped.library().rulebooks().values()) {
            Set<String> rules = stems(rulebook.folder(), ".drl");
            Set<String> cases = stems(rulebook.folder().resolve("cases"), ".yaml");
            cases.removeAll(rulebook.sheets().keySet());

            assertThat(cases)
                    .as("case files of %s against its rule files", rulebook.id())
                    .containsAll(rules);
            // an article may have further files, named by it
            cases.removeAll(rules);
            assertThat(cases.stream().map(AgreementCasesTest::article))
                    .as("further case files of %s", rulebook.id())
                    .isSubsetOf(rules.stream().map(AgreementCasesTest::article).toList());
        }
    }

    private static String article(String stem) {
        return stem.substring(0, stem.indexOf('-'));
    }

    private static Set<String> stems(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(ending))
                    .map(n -> n.substring(0, n.length() - ending.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void every_case_says_how_a_person_read_it_from_the_text() {
        List<String> silent = Shipped.cases().stream()
                .filter(c -> c.readFrom().isBlank() || c.name().isBlank())
                .map(c -> c.file() + ": " + c.name())
                .toList();

        assertThat(silent).isEmpty();
    }
}
