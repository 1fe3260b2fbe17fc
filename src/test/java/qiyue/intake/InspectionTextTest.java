package qiyue.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;

class InspectionTextTest {
    private static final String WRITTEN = "{\"region\":\"beijing\",\"facility\":{\"name\":\"甲医院\"}}";

    /** Whoever has a document and no text gets the text it would be written as, with the digest of that. */
    @Test
    void a_document_without_a_text_is_told_as_one_with_it() throws Exception {
        JsonNode document = Sources.json(WRITTEN, "draft");
        InspectionText beside = InspectionText.of("draft", document);
        InspectionText written = new InspectionText("draft", WRITTEN);

        assertThat(beside.name()).isEqualTo("draft");
        assertThat(beside.text()).isEqualTo(WRITTEN);
        assertThat(beside.digest()).isEqualTo(written.digest()).hasSize(64);
        assertThat(beside.tree()).isEqualTo(document);
        assertThat(line(beside)).isEqualTo(line(written)).isEqualTo(1);
    }

    @Test
    void under_another_name_it_is_the_same() throws Exception {
        InspectionText one = new InspectionText("one", WRITTEN, problems -> List.of());
        InspectionText other = one.named("other");

        assertThat(other.name()).isEqualTo("other");
        assertThat(other.text()).isEqualTo(one.text());
        assertThat(other.digest()).isEqualTo(one.digest());
        assertThat(other.placed(problem()).all()).isEmpty();
    }

    private static int line(InspectionText text) {
        return text.placed(problem()).all().get(0).line();
    }

    private static Problems problem() {
        Text said = new Text("误", "wrong");
        return new Problems(List.of(new Problem("value", "draft", 0, 0, "/facility/name", "", said, said)));
    }
}
