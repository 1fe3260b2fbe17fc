package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** One part of decisions: what is shown, and that nothing is left out without being counted. */
class OnlyTest {
    private static final String SAMPLE = "samples/beijing-second-suspension.json";

    private static JsonNode json(String... words) throws IOException {
        return new ObjectMapper().readTree(Run.of(words).out());
    }

    @Test
    void every_measure_is_in_one_part_or_counted_as_left_out() throws IOException {
        int all = json("evaluate", SAMPLE, "--format", "json").path("measures").size();
        int shown = 0;
        for (String part : new String[] {"must", "may", "open"}) {
            JsonNode only = json("evaluate", SAMPLE, "--format", "json", "--only", part);
            int here = only.path("measures").size();
            int away = 0;
            for (JsonNode count : only.path("leftOut")) {
                away += count.asInt();
            }
            assertThat(here + away).as(part).isEqualTo(all);
            assertThat(only.path("only").asText()).isEqualTo(part);
            assertThat(only.path("questions").size() > 0).isEqualTo(part.equals("open"));
            shown += here;
        }
        assertThat(shown).isEqualTo(all);
    }

    @Test
    void the_text_says_first_that_it_is_a_part() {
        assertThat(Run.of("evaluate", SAMPLE, "--only", "must").out())
                .startsWith("只列“必须”的措施")
                .contains("略去的措施：可以 2、尚未确定 2。", "应当限期整改")
                .doesNotContain("可以中止（暂停）服务协议\n", "待认定：");
        assertThat(Run.of("evaluate", SAMPLE, "--only", "may", "--lang", "en").out())
                .startsWith("Only shown: measures that may be chosen")
                .contains("Measures left out: must happen 2, are not settled 2.");
    }

    @Test
    void inspections_without_that_part_are_counted_not_printed() {
        Run run = Run.of("evaluate", SAMPLE, "samples/shanxi-admission.json", "--only", "may", "--format", "ndjson");
        assertThat(run.out().lines()).hasSize(1);
        assertThat(run.out()).doesNotContain("\"basis\"");
        assertThat(run.err()).contains("其中 1 份没有 --only may 所要的部分，没有输出");
    }

    @Test
    void another_word_is_refused() {
        assertThat(Run.of("evaluate", SAMPLE, "--only", "all").code()).isEqualTo(Main.BAD_INPUT);
    }
}
