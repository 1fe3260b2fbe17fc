package qiyue.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where each agency signs its own agreement (Shanxi, Jinhua), a rule that reads an earlier suspension or end of this facility's
 * agreement says whether another agency's counts (decision 0100).
 */
class WhoseMeasureTest {
    private static final Pattern RULE = Pattern.compile("rule \"(\\S+) [^\"]*\"\\s+when(.*?)\\nthen", Pattern.DOTALL);
    private static final Pattern MEASURE = Pattern.compile("(?:(\\$\\w+)\\s*:\\s*)?PriorMeasure\\((.*)\\)");
    private static final Pattern OF_AN_AGREEMENT =
            Pattern.compile("ends-agreement|\"terminate\"|\"end-agreement\"|\"suspend-agreement\"|\"suspend-payment\"");

    /** Bars on applications look at whoever ended an agreement. */
    private static final Set<String> WHOEVER = Set.of(
            "shanxi/measures-2022#11.4",
            "shanxi/measures-2022#11.5",
            "shanxi/measures-2022#11",
            "jinhua/measures-2020#5.2");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shanxi/measures-2022",
                "shanxi/medical-2022",
                "shanxi/rehabilitation-2022",
                "shanxi/assistive-device-2022",
                "jinhua/measures-2020"
            })
    void an_earlier_measure_of_an_agreement_is_this_agencys(String book) throws IOException {
        List<String> unsaid = new ArrayList<>();
        int seen = 0;
        try (Stream<Path> files = Files.list(Path.of("rules", book))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".drl")).sorted().toList()) {
                Matcher rule = RULE.matcher(Files.readString(file));
                while (rule.find()) {
                    Matcher measure = MEASURE.matcher(rule.group(2));
                    while (measure.find()) {
                        String pattern = measure.group(2);
                        boolean here = pattern.contains(" here") || pattern.contains("nder( ");
                        if (here && OF_AN_AGREEMENT.matcher(pattern).find()) {
                            seen++;
                            if (!pattern.contains("byAnother")
                                    && !exempted(rule.group(2), measure.group(1))
                                    && !WHOEVER.contains(book + "#" + rule.group(1))) {
                                unsaid.add(rule.group(1) + ": " + pattern);
                            }
                        }
                    }
                }
            }
        }
        assertThat(seen).isPositive();
        assertThat(unsaid).as(book).isEmpty();
    }

    /** Whether the rule waits for an exemption of that measure; that those which grant it say whose it is, {@code check} demands. */
    private static boolean exempted(String conditions, @Nullable String measure) {
        return measure != null
                && conditions
                        .lines()
                        .anyMatch(l ->
                                l.strip().startsWith("exists Exempt(") && l.contains("about == " + measure + ".id "));
    }
}
