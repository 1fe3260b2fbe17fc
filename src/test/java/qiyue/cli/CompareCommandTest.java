package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code compare}: hypothetical, and says so. */
class CompareCommandTest {
    private static final String MEDICAL = "samples/beijing-combined.json";

    @Test
    void the_head_says_that_it_is_hypothetical_and_why_and_names_the_editions() {
        Run run = Run.of("compare", MEDICAL);

        assertThat(run.err()).isEmpty();
        // what was broken for the page is one line again
        assertThat(run.out().replaceAll("\n {4}(?! )", "").lines().limit(9))
                .anyMatch(l -> l.contains("假设"))
                .anyMatch(l -> l.contains("这不是处理意见"))
                .anyMatch(l -> l.contains("beijing/rules-2025"))
                .anyMatch(l -> l.contains("jinhua/measures-2020"))
                .anyMatch(l -> l.contains("shanxi/measures-2022") && l.contains("shanxi/medical-2022"));
        assertThat(run.out())
                .as("no medical agreement in Xilingol")
                .doesNotContain("xilingol/")
                .contains("锡林郭勒盟：没有列入，这里收录的文本中没有适用于这类机构的");
        assertThat(run.code()).isZero();
    }

    @Test
    void the_own_region_comes_out_as_evaluate_has_it() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode compared = mapper.readTree(
                        Run.of("compare", MEDICAL, "--format", "json").out())
                .at("/regions/0/decision");
        JsonNode decided =
                mapper.readTree(Run.of("evaluate", MEDICAL, "--format", "json").out());

        assertThat(compared).isEqualTo(decided);
    }

    @Test
    void a_text_that_lapsed_is_applied_all_the_same() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(Run.of("compare", MEDICAL, "--format", "json").out());
        List<String> notes = json.findValuesAsText("kind");

        assertThat(json.at("/hypothetical").asBoolean()).isTrue();
        assertThat(notes).doesNotContain("lapsed", "ungoverned");
    }

    @Test
    void one_inspection_at_a_time() {
        assertThat(Run.of("compare", "samples").code()).isEqualTo(Main.BAD_INPUT);
        assertThat(Run.of("compare", "samples/none.json").code()).isEqualTo(Main.BAD_INPUT);
    }

    @ParameterizedTest
    @CsvSource({"explain, zh", "explain, en", "compare, zh", "compare, en", "diff, zh", "diff, en"})
    void no_line_is_wider_than_the_page(String verb, String lang) {
        String sample = "samples/beijing-second-suspension.json";
        String[] line = verb.equals("diff")
                ? new String[] {
                    verb,
                    "--rulebooks",
                    "shanxi/medical-2022",
                    "shanxi/rehabilitation-2022",
                    "--on",
                    "samples",
                    "--lang",
                    lang
                }
                : new String[] {verb, sample, "--lang", lang};

        Run run = Run.of(line);

        assertThat(run.out()).as(run.err()).isNotEmpty();
        assertThat(run.out().lines())
                .allSatisfy(l -> assertThat(l.codePoints()
                                .map(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN ? 2 : 1)
                                .sum())
                        .as(l)
                        .isLessThanOrEqualTo(80));
    }
}
