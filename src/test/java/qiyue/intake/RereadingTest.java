package qiyue.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.fact.Charge;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** What is taken over from one reading to the next, and what is not. */
class RereadingTest {
    private final Rereading rereading = new Rereading(Shipped.library());
    private JsonNode document;
    private List<Charge> read;

    @BeforeEach
    void begun() throws Exception {
        document = Sources.json(Files.readString(Path.of("samples/beijing-quarterly-2025q2.json")), "t");
        read = charges();
    }

    private List<Charge> charges() throws Problems {
        return rereading.read(document, "t").records().charges();
    }

    private ObjectNode charge(int at) {
        return (ObjectNode) document.at("/records/charges/" + at);
    }

    @Test
    void what_stands_is_what_it_was_read_as() throws Problems {
        List<Charge> again = charges();
        for (int i = 0; i < read.size(); i++) {
            assertThat(again.get(i)).isSameAs(read.get(i));
        }
    }

    @Test
    void a_record_altered_in_its_node_is_read_anew() throws Problems {
        charge(3).put("item", "another");
        ((ObjectNode) charge(5).get("money")).put("retained", 1);
        List<Charge> again = charges();
        assertThat(again.get(3).item()).isEqualTo("another");
        assertThat(again.get(5).money().retained()).isEqualByComparingTo("1");
        assertThat(again.get(4)).isSameAs(read.get(4));
    }

    @Test
    void what_is_wrong_is_told_again_where_it_stands_now_and_the_rest_taken_over() throws Problems {
        JsonNode item = charge(3).get("item");
        charge(3).put("item", 1);
        assertThat(pointers()).containsExactly("/records/charges/3/item");
        ((com.fasterxml.jackson.databind.node.ArrayNode) document.at("/records/charges")).remove(0);
        assertThat(pointers()).containsExactly("/records/charges/2/item");
        charge(2).set("item", item);
        assertThat(charges().get(4)).isSameAs(read.get(5));
    }

    private List<String> pointers() {
        try {
            charges();
            return List.of();
        } catch (Problems e) {
            return e.all().stream().map(p -> p.pointer()).toList();
        }
    }
}
