package qiyue.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.shape.Form;

/** What a form offers is words people know, never a code. */
class CodeLabelsTest {
    @Test
    void the_result_of_a_reinspection_is_offered_in_words() throws Exception {
        var vocabulary = Shipped.library().vocabulary();
        Headings headings = Headings.of(Shipped.RULES);
        Kind kind = Kind.named("rectifications", vocabulary).orElseThrow();
        Column result =
                Layout.of(kind.name(), kind.shape(), headings).named("result").orElseThrow();

        assertThat(result.field().form()).isEqualTo(Form.TEXT);
        assertThat(new Values(vocabulary, headings, Map.of())
                        .codes(result.field())
                        .labels(List.of()))
                .contains("未说明")
                .noneMatch(label -> label.matches("[a-z-]+"));
    }
}
