package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.Qiyue;
import qiyue.Shipped;
import qiyue.check.Coherence;
import qiyue.problem.Problems;
import qiyue.report.JsonReport;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.suite.Case;
import qiyue.suite.Suite;

/**
 * However the rules come to be there, the decision is the same, byte for byte: read and checked or kept, compiled before or
 * anew, all of them or those the facts can meet, in a session of its own or one used before, by one thread or many. The build asks some cases;
 * {@code mvn test -Dtest=SameDecisionsTest -Dqiyue.same=all} asks all.
 */
class SameDecisionsTest {
    private static final boolean ALL = System.getProperty("qiyue.same", "").equals("all");

    @TempDir
    private Path folder;

    private static List<Case> some(int number) {
        List<Case> cases = new ArrayList<>(Shipped.cases());
        Collections.shuffle(cases, new Random(11));
        return ALL ? cases : cases.subList(0, number);
    }

    private static String decided(Suite suite, Case tested) {
        try {
            return JsonReport.of(suite.decide(tested));
        } catch (Problems e) {
            throw new IllegalStateException(tested.name(), e);
        }
    }

    private static String expected(Case tested) {
        return JsonReport.of(Shipped.decision(tested));
    }

    private static Suite suite(Library library, Path models) {
        return new Suite(library, new Evaluator(library, models));
    }

    @Test
    void a_kept_library_decides_as_one_that_was_read() throws Problems {
        Library.load(Shipped.RULES, Set.of(), folder, Coherence::demand);
        Suite kept = suite(Library.load(Shipped.RULES, Set.of(), folder, Coherence::demand), Shipped.MODELS);

        for (Case tested : some(60)) {
            assertThat(decided(kept, tested)).as(tested.name()).isEqualTo(expected(tested));
        }
    }

    @Test
    void the_rules_that_facts_can_meet_decide_as_all_of_them() {
        for (Case tested : some(24)) {
            // a session that has seen no other inspection
            assertThat(decided(suite(Shipped.library(), Shipped.MODELS), tested))
                    .as(tested.name())
                    .isEqualTo(expected(tested));
        }
    }

    @Test
    void sessions_used_again_decide_as_fresh_ones_of_all_rules() throws Problems {
        Suite plain = new Suite(Shipped.library(), WholeSession.evaluator(Shipped.library()));
        Suite used = suite(Shipped.library(), Shipped.MODELS);
        List<Case> asked = new ArrayList<>();
        for (Case tested : some(30)) {
            asked.addAll(Collections.nCopies(4, tested));
        }
        Collections.shuffle(asked, new Random(12));
        Map<String, String> expected = new TreeMap<>();
        for (Case tested : asked) {
            String name = tested.file() + tested.name();
            if (!expected.containsKey(name)) {
                expected.put(name, decided(plain, tested));
            }
            assertThat(decided(used, tested)).as(tested.name()).isEqualTo(expected.get(name));
        }
    }

    @Test
    void a_region_opened_alone_decides_as_among_all() throws Problems {
        Map<String, Suite> alone = new TreeMap<>();
        for (Case tested : some(12)) {
            String region = tested.given().path("region").asText();
            if (!alone.containsKey(region)) {
                Qiyue opened = Qiyue.open(Shipped.RULES, Shipped.MODELS, Set.of(region));
                alone.put(region, suite(opened.library(), Shipped.MODELS));
            }
            assertThat(decided(alone.get(region), tested)).as(tested.name()).isEqualTo(expected(tested));
        }
    }

    @Test
    void many_threads_decide_as_one() {
        Suite shared = suite(Shipped.library(), Shipped.MODELS);
        Map<String, String> found = new ConcurrentHashMap<>();
        List<Case> asked = some(60);
        asked.parallelStream().forEach(c -> found.put(c.file() + c.name(), decided(shared, c)));

        for (Case tested : asked) {
            assertThat(found.get(tested.file() + tested.name()))
                    .as(tested.name())
                    .isEqualTo(expected(tested));
        }
    }

    /** What a comment leaves as it was, and what is then mended where rules were written otherwise with the same meaning. */
    @Test
    void rules_edited_without_a_change_of_meaning_decide_the_same() throws IOException, Problems {
        Path copy = folder.resolve("rules");
        copy(Shipped.RULES, copy);
        // compiled anew, which takes long: the region with the fewest rules
        String region = smallest(Library.load(copy));
        Set<String> regions = ALL ? Set.of() : Set.of(region);
        decides_as_shipped(Library.load(copy, regions), region);
        int edited = 0;
        try (Stream<Path> files = Files.walk(copy)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".drl")).toList()) {
                String text = Files.readString(file);
                // a condition that always holds, in one rule of each file
                String other = text.replaceFirst("Finding\\( ", "Finding( id != \"\", ");
                edited += other.equals(text) ? 0 : 1;
                Files.writeString(file, other);
            }
        }
        assertThat(edited).isGreaterThan(5);
        decides_as_shipped(Library.load(copy, regions), region);
    }

    private void decides_as_shipped(Library library, String region) {
        Suite edited = suite(library, folder.resolve("models"));
        int asked = 0;
        for (Case tested : Shipped.cases()) {
            boolean meant = ALL || tested.given().path("region").asText().equals(region);
            if (meant && (ALL || asked++ < 60)) {
                assertThat(withoutDigests(decided(edited, tested)))
                        .as(tested.name())
                        .isEqualTo(withoutDigests(expected(tested)));
            }
        }
        assertThat(asked > 0 || ALL).isTrue();
    }

    private static String smallest(Library library) {
        Map<String, Integer> rules = new TreeMap<>();
        for (Rulebook book : library.rulebooks().values()) {
            rules.merge(book.info().region(), book.rules().size(), Integer::sum);
        }
        return Collections.min(rules.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    /** Every rule file with a comment before its first line. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copied = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copied.getParent());
                if (file.toString().endsWith(".drl")) {
                    Files.writeString(copied, "// edited\n" + Files.readString(file));
                } else {
                    Files.copy(file, copied);
                }
            }
        }
    }

    private static String withoutDigests(String decision) {
        return decision.replaceAll("\"digest\" : \"[0-9a-f]{64}\"", "\"digest\"");
    }
}
