package qiyue.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.Shipped;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** Lists of codes, ids and names hold each once, and a number of a choice says something: for the reader and for the schemas. */
class SetsAndBoundsTest {
    private static final String DOCUMENT = """
            {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {"topics": ["fraud"]},
             "facility": {"name": "医院", "kinds": ["medical"]},
             "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
             "records": {"stays": [{"id": "s1", "worker": "王五", "admittedOn": "2025-05-01"}]},
             "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06",
               "people": ["张三", "李四"], "records": ["s1"]}],
             "choices": [{"measure": "suspend-agreement", "choice": "taken", "months": 3}]}
            """;

    private static void read(String document) throws Problems {
        InspectionReader.read(Sources.json(document, "d.json"), Shipped.library(), "d.json");
    }

    private static String said(Throwable problems) {
        return Shipped.rendered(((Problems) problems).all(), "zh");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"fraud\"]|[\"fraud\", \"fraud\"]|/scope/topics/1",
                "[\"medical\"]|[\"medical\", \"rehabilitation\", \"medical\"]|/facility/kinds/2",
                "[\"张三\", \"李四\"]|[\"张三\", \"李四\", \"张三\"]|/findings/0/people/2",
                "[\"s1\"]|[\"s1\", \"s1\"]|/findings/0/records/1"
            })
    void what_a_list_of_an_inspection_holds_twice_is_named_where_it_is(String once, String twice, String place)
            throws Problems {
        read(DOCUMENT);

        assertThatThrownBy(() -> read(DOCUMENT.replace(once, twice)))
                .satisfies(e ->
                        assertThat(said(e)).contains(place + "：与第 1 项相同，列了两次").doesNotContain("张三，"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, months, 1200",
        "0.00, months, 1200",
        "1201, months, 1200",
        "0, days, 36500",
        "2147483647, days, 36500",
        "0, percent, 100",
        "101, percent, 100",
        "0, times, 1000",
        "1001, times, 1000",
        "0, amount, ''"
    })
    void a_choice_decides_something_within_what_anybody_can_mean(String number, String field, String most) {
        assertThatThrownBy(() -> read(DOCUMENT.replace("\"months\": 3", "\"" + field + "\": " + number)))
                .satisfies(e -> assertThat(said(e))
                        .contains("/choices/0/" + field + "：此处应为大于 0" + (most.isEmpty() ? "" : "、不超过 " + most)));
    }

    @Test
    void the_schemas_say_so_too() throws Exception {
        List<String> loose = new ArrayList<>();
        for (String schema : List.of("inspection", "rulebook", "cases", "vocabulary")) {
            JsonNode tree = Sources.own(Files.readString(Path.of("schemas", schema + ".schema.json")), schema);
            loose(tree, schema, loose);
        }

        assertThat(loose).as("lists of texts that may repeat one").isEmpty();
    }

    /** Records that say the same may stand twice, also where a text may stand for one. */
    @Test
    void lists_that_may_hold_records_may_repeat_one() {
        var record = SchemaNodes.any(SchemaNodes.bool(), SchemaNodes.bool().put("type", "object"));

        assertThat(SchemaNodes.list(record).has("uniqueItems")).isFalse();
        assertThat(SchemaNodes.list(SchemaNodes.any(SchemaNodes.bool(), SchemaNodes.day()))
                        .has("uniqueItems"))
                .isTrue();
    }

    private static void loose(JsonNode node, String place, List<String> loose) {
        boolean list = node.path("type").asText().equals("array");
        JsonNode items = node.path("items");
        if (list && (items.path("type").asText().equals("string") || items.has("enum")) && !node.has("uniqueItems")) {
            loose.add(place);
        }
        node.properties().forEach(f -> loose(f.getValue(), place + "/" + f.getKey(), loose));
        int i = 0;
        for (JsonNode item : node.isArray() ? node : List.<JsonNode>of()) {
            loose(item, place + "/" + i++, loose);
        }
    }
}
