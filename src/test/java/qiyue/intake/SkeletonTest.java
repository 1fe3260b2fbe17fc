package qiyue.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.Shipped;
import qiyue.conduct.ConductMap;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** Skeletons of inspections: what they ask for, and that nobody decides on one that is not filled in. */
class SkeletonTest {
    private static final Library LIBRARY = Shipped.library();

    static Stream<List<String>> forms() {
        return LIBRARY.rulebooks().values().stream()
                .map(Rulebook::info)
                .flatMap(i -> Stream.concat(i.kinds().stream(), Stream.of("")).map(k -> List.of(i.region(), k)))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_skeleton_is_refused_for_what_is_to_be_filled_in_and_nothing_else(List<String> form) {
        for (String lang : List.of("zh", "en")) {
            JsonNode document = SkeletonDocument.of(Skeleton.of(LIBRARY, form.get(0), form.get(1)), lang);

            assertThatThrownBy(() -> InspectionReader.read(document, LIBRARY, "i.json"))
                    .isInstanceOfSatisfying(
                            Problems.class,
                            p -> assertThat(p.all()).extracting(Problem::code).containsOnly("not-filled"));
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void what_is_needed_alone_makes_a_document(List<String> form) throws Problems {
        ObjectNode document = SkeletonDocument.of(Skeleton.of(LIBRARY, form.get(0), form.get(1)), "zh");
        List<String> whole = List.of("region", "inspection", "scope", "facility", "agreements");
        document.retain(whole);
        ((ObjectNode) document.get("inspection")).removeAll();
        ((ObjectNode) document.get("inspection")).put("id", "i1").put("inspectedOn", "2025-06-10");
        ((ObjectNode) document.get("scope")).removeAll();
        ((ObjectNode) document.get("facility")).retain("kinds").put("name", "甲机构");
        if (Unfilled.is(document.at("/facility/kinds/0").asText())) {
            ((ArrayNode) document.at("/facility/kinds")).removeAll().add("medical");
        }
        ObjectNode agreement = (ObjectNode) document.at("/agreements/0");
        agreement.retain("id", "kind").put("from", "2025-01-01").put("to", "2025-12-31");
        agreement.put("kind", document.at("/facility/kinds/0").asText());

        assertThat(InspectionReader.readAsSupposed(document, LIBRARY, "i.json").agreements())
                .hasSize(1);
    }

    @Test
    void a_form_shows_only_the_codes_its_clauses_take_up() {
        List<String> conducts = columns("jinhua", "medical", "findings").get("conduct").codes().stream()
                .map(Skeleton.Code::code)
                .toList();

        assertThat(conducts).contains("items-swapped", "bed-hanging").doesNotHaveDuplicates();
        assertThat(ConductMap.of(LIBRARY).rows())
                .allSatisfy(r -> assertThat(conducts.contains(r.code()))
                        .as(r.code())
                        .isEqualTo(r.cells().stream()
                                .anyMatch(c -> c.rulebook().startsWith("jinhua/")
                                        && !c.clauses().isEmpty())));
        assertThat(Skeleton.of(LIBRARY, "xilingol", "assistive-device").parts())
                .extracting(Skeleton.Part::path)
                .contains("findings", "history.measures", "agreements")
                .doesNotContain("records.prescriptions");
    }

    @Test
    void a_free_text_that_is_only_a_mark_is_no_value() {
        ObjectNode document = SkeletonDocument.of(Skeleton.of(LIBRARY, "beijing", "medical"), "zh");
        document.retain("region", "inspection", "scope", "facility", "agreements");
        ((ObjectNode) document.get("inspection"))
                .retain("agency")
                .put("id", "i1")
                .put("inspectedOn", "2025-06-10");
        ((ObjectNode) document.get("scope")).removeAll();
        ((ObjectNode) document.get("facility")).retain("kinds").put("name", "甲机构");
        ((ObjectNode) document.at("/agreements/0"))
                .retain("id", "kind")
                .put("from", "2025-01-01")
                .put("to", "2025-12-31");

        assertThatThrownBy(() -> InspectionReader.read(document, LIBRARY, "i.json"))
                .isInstanceOfSatisfying(
                        Problems.class,
                        p -> assertThat(p.all())
                                .extracting(Problem::code, Problem::pointer)
                                .containsExactly(org.assertj.core.groups.Tuple.tuple("not-filled", "/inspection")));
    }

    @Test
    void the_notes_tell_every_code() {
        Skeleton skeleton = Skeleton.of(LIBRARY, "jinhua", "");
        String notes = SkeletonNotes.of(skeleton, "zh");

        assertThat(skeleton.parts().stream().flatMap(p -> p.columns().stream()).flatMap(c -> c.codes().stream()))
                .allSatisfy(c -> assertThat(notes).contains("`" + c.code() + "`"));
    }

    private static Map<String, Skeleton.Column> columns(String region, String kind, String path) {
        return Skeleton.of(LIBRARY, region, kind).parts().stream()
                .filter(p -> p.path().equals(path))
                .flatMap(p -> p.columns().stream())
                .collect(java.util.stream.Collectors.toMap(c -> c.field().name(), c -> c));
    }
}
