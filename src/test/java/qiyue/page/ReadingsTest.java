package qiyue.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qiyue.Golden;
import qiyue.Shipped;

/** Every reading cited has its entry, and docs/readings shows what the rules hold. */
class ReadingsTest {
    private static final Map<String, String> IDS =
            Map.of("beijing", "B\\d\\d", "jinhua", "J\\d\\d", "shanxi", "[A-E]\\d{1,2}", "xilingol", "X\\d\\d");

    @ParameterizedTest
    @ValueSource(strings = {"beijing", "jinhua", "shanxi", "xilingol"})
    void a_reading_that_a_rule_file_a_ledger_or_a_case_cites_has_an_entry(String region) throws IOException {
        Pattern id = Pattern.compile("(?<![A-Za-z0-9_-])" + IDS.get(region) + "(?![A-Za-z0-9.])");
        TreeSet<String> cited = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Shipped.RULES.resolve(region))) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(drl|yaml)"))
                    .filter(f -> !f.endsWith("readings.yaml"))
                    .toList()) {
                Files.readAllLines(file).stream()
                        .filter(l -> l.matches("\\s*(//|#|read-from:|zh:).*|.*(reading:|ask:).*"))
                        .forEach(l -> {
                            for (Matcher m = id.matcher(l); m.find(); ) {
                                cited.add(m.group());
                            }
                        });
            }
        }
        assertThat(cited).isNotEmpty();
        assertThat(Shipped.library().readings(region).ids()).containsAll(cited);
    }

    @ParameterizedTest
    @ValueSource(strings = {"beijing", "jinhua", "shanxi", "xilingol"})
    void the_page_of_a_region_shows_them(String region) throws IOException {
        Golden.assertSame(
                Path.of("docs", "readings", region + ".md"), ReadingsText.markdown(Shipped.library(), region));
    }

    @ParameterizedTest
    @ValueSource(strings = {"beijing", "jinhua", "shanxi", "xilingol"})
    void nothing_is_left_blank(String region) {
        assertThat(Shipped.library().readings(region).all())
                .allSatisfy(r -> assertThat(List.of(
                                r.question().zh(),
                                r.question().en(),
                                r.taken().zh(),
                                r.taken().en(),
                                r.why().zh(),
                                r.why().en()))
                        .doesNotContain(""));
    }
}
