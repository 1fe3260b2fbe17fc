package qiyue.prove;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import qiyue.problem.Sources;

/** Around a document stand those with a fact more, less, or another one named. */
class DecoysTest {
    private static ObjectNode document() throws Exception {
        JsonNode read = Sources.json("""
                {"facility": {}, "answers": {"loss": "yes"},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01"}, {"id": "a2", "kind": "medical", "from": "2026-01-01"}],
                 "findings": [{"id": "f1", "conduct": "fraud", "agreement": "a1"}]}
                """, "x");
        return (ObjectNode) read;
    }

    private static List<ObjectNode> around(String... places) throws Exception {
        return Decoys.of(
                document(),
                Set.of(places),
                name -> name.equals("conduct") ? List.of(TextNode.valueOf("kickbacks")) : List.of());
    }

    @Test
    void a_fact_stands_beside_another_that_differs_in_one_thing() throws Exception {
        assertThat(around("/findings"))
                .anySatisfy(d -> assertThat(d.path("findings")).isEmpty())
                .anySatisfy(d -> {
                    assertThat(d.at("/findings/0")).isEqualTo(document().at("/findings/0"));
                    assertThat(d.at("/findings/1/id").asText()).isEqualTo("f1-2");
                    assertThat(d.at("/findings/1/conduct").asText()).isEqualTo("kickbacks");
                    assertThat(d.at("/findings/1/agreement").asText()).isEqualTo("a1");
                })
                .anySatisfy(d -> assertThat(d.at("/findings/1").has("conduct")).isFalse());
    }

    @Test
    void a_fact_names_another_one() throws Exception {
        assertThat(around())
                .anySatisfy(
                        d -> assertThat(d.at("/findings/0/agreement").asText()).isEqualTo("a2"));
    }

    @Test
    void what_is_no_list_is_left_as_it_is() throws Exception {
        assertThat(around("/answers", "/nothing"))
                .allSatisfy(
                        d -> assertThat(d.path("answers")).isEqualTo(document().path("answers")));
    }

    @Test
    void the_document_itself_stays_as_it_was() throws Exception {
        ObjectNode document = document();
        Decoys.of(document, Set.of("/findings", "/agreements"), name -> List.of());
        assertThat(document).isEqualTo(document());
    }
}
