package qiyue.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the three agreements of Shanxi use the same words, their rules say the same (decision 0071). */
class ShanxiTwinsTest {
    private static final List<String> BOOKS = List.of("medical", "rehabilitation", "assistive-device");

    /** Clauses of the medical, rehabilitation and device agreement of like words; a dash where one has none. */
    private static final List<Twin> TWINS = List.of(
            new Twin("changes", true, "4.p4", "4.p4", "-"),
            new Twin("forms kept", true, "19.p2.b", "16.b", "-"),
            new Twin("feedback", true, "40", "32", "-"),
            new Twin("ordered to settle", true, "41.a", "33.a", "-"),
            new Twin("may leave unpaid", false, "41.b", "33.b", "40.b"),
            new Twin("dishonesty list", true, "45", "37", "38"),
            new Twin("policy changed", true, "47", "39", "39"),
            new Twin("ending published", true, "48.p1", "40.p1", "42.p1"),
            new Twin("thirty days", true, "48.p2", "40.p2", "42.p2"),
            new Twin("letters", true, "50", "42", "44"),
            new Twin("term", true, "51", "43", "45"));

    private static final Pattern RULE =
            Pattern.compile("rule \"(\\S+) [^\"]*\"\\s+when(.*?)\\nthen(.*?)\\nend", Pattern.DOTALL);

    static Stream<Twin> twins() {
        return TWINS.stream().filter(Twin::whole);
    }

    @ParameterizedTest
    @MethodSource("twins")
    void clauses_of_like_words_have_like_rules(Twin twin) throws IOException {
        Set<String> first = rules(twin, 0);

        assertThat(first).isNotEmpty();
        for (int book = 1; book < BOOKS.size(); book++) {
            if (!twin.clause(book).equals("-")) {
                assertThat(rules(twin, book)).as(BOOKS.get(book)).isEqualTo(first);
            }
        }
    }

    private static Set<String> rules(Twin twin, int book) throws IOException {
        Set<String> found = new TreeSet<>();
        Path folder = Path.of("rules/shanxi", BOOKS.get(book) + "-2022");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".drl")).toList()) {
                Matcher rule = RULE.matcher(Files.readString(file));
                while (rule.find()) {
                    if (rule.group(1).equals(twin.clause(book))) {
                        found.add(plain(rule.group(2) + "\n=>" + rule.group(3), book));
                    }
                }
            }
        }
        return found;
    }

    /** The rule without what only tells the agreements apart: clause ids, the kind of agreement, spaces. */
    private static String plain(String rule, int book) {
        String said = rule.replaceAll("\\s+", " ").replace("\"" + BOOKS.get(book) + "\"", "\"kind\"");
        for (Twin twin : TWINS) {
            said = said.replace("\"" + twin.clause(book) + "\"", "\"" + twin.name() + "\"");
        }
        return said;
    }

    private record Twin(String name, boolean whole, String medical, String rehabilitation, String device) {
        String clause(int book) {
            return List.of(medical, rehabilitation, device).get(book);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
