package qiyue.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusedTest {
    /** A detail that repeats the title tells nobody what to do. */
    @ParameterizedTest
    @EnumSource(Refusal.class)
    void the_detail_says_more_than_the_title(Refusal refusal) {
        for (Refused refused : List.of(Refused.because(refusal), Refused.because(refusal, List.of()))) {
            for (String lang : List.of("zh", "en")) {
                ObjectNode json = refused.json(lang, "1");
                assertThat(json.path("detail").asText())
                        .isNotBlank()
                        .isNotEqualTo(json.path("title").asText());
            }
        }
    }
}
