package qiyue.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.Shipped;
import qiyue.conduct.ConductMap;
import qiyue.drl.Drl;
import qiyue.drl.Restriction;
import qiyue.fact.FactKind;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Sheet;
import qiyue.suite.Case;

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
                        .isEqualTo(r.occurs("medical")
                                && r.cells().stream()
                                        .anyMatch(c -> c.rulebook().startsWith("jinhua/") && c.takenUp("medical"))));
        assertThat(Skeleton.of(LIBRARY, "xilingol", "assistive-device").parts())
                .extracting(Skeleton.Part::path)
                .contains("findings", "history.measures", "agreements")
                .doesNotContain("records.prescriptions");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_has_no_field_for_ids_of_records_it_has_no_place_for(List<String> form) {
        List<Skeleton.Part> parts =
                Skeleton.of(LIBRARY, form.get(0), form.get(1)).parts();
        Set<String> places =
                parts.stream().map(p -> "/" + String.join("/", p.place())).collect(Collectors.toSet());

        assertThat(parts.stream().flatMap(p -> p.columns().stream()))
                .allSatisfy(c -> assertThat(FactKind.of(c.field().pointsAt())
                                .filter(k -> k.place().startsWith("/records/"))
                                .map(FactKind::place))
                        .as(c.field().name())
                        .satisfiesAnyOf(
                                p -> assertThat(p).isEmpty(),
                                p -> assertThat(places).contains(p.orElseThrow())));
    }

    /** What a form leaves out decides nothing: no case nor sample of that kind of facility comes out differently without it. */
    @Test
    void a_field_that_a_form_leaves_out_decides_nothing() throws Exception {
        Map<String, Skeleton> forms = new HashMap<>();
        int tried = 0;
        for (Case tested : Shipped.cases()) {
            JsonNode kinds = tested.given().at("/facility/kinds");
            if (kinds.size() != 1 || !kindred(tested.given(), kinds.get(0).asText())) {
                continue;
            }
            Skeleton form = forms.computeIfAbsent(
                    tested.given().path("region").asText() + "/" + kinds.get(0).asText(),
                    k -> Skeleton.of(LIBRARY, k.split("/")[0], k.split("/")[1]));
            ObjectNode without = tested.given().deepCopy();
            if (trim(without, form)) {
                tried++;
                assertThat(measures(new Case(
                                tested.file(), tested.rulebook(), tested.name(), without, tested.expect(), "")))
                        .as("%s: %s", tested.file(), tested.name())
                        .isEqualTo(measures(tested));
            }
        }

        assertThat(tried).isPositive();
    }

    /** Whether nothing is agreed on or applied for but the kind itself. */
    private static boolean kindred(JsonNode document, String kind) {
        return Stream.of("agreements", "applications")
                .flatMap(l -> document.path(l).findValuesAsText("kind").stream())
                .allMatch(kind::equals);
    }

    private static String measures(Case tested) throws Exception {
        JsonNode decision = new ObjectMapper()
                .readTree(qiyue.report.JsonReport.of(Shipped.suite().decide(tested)));
        return decision.path("measures") + " " + decision.path("breaches") + " " + decision.path("duties");
    }

    private static boolean trim(ObjectNode document, Skeleton form) {
        boolean[] any = {false};
        for (Skeleton.Part part : form.parts()) {
            Set<String> offered =
                    part.columns().stream().map(c -> c.field().name()).collect(Collectors.toSet());
            for (JsonNode record : document.at("/" + String.join("/", part.place()))) {
                if (part.list() && !part.place().get(0).equals("assessments") && record instanceof ObjectNode o) {
                    any[0] |= o.properties().removeIf(e -> !offered.contains(e.getKey()));
                }
            }
        }
        return any[0];
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_offers_what_can_occur_in_the_kind_and_all_of_it(List<String> form) {
        Set<String> offered = offered(form.get(0), form.get(1));
        Set<String> possible = new TreeSet<>();
        for (Rulebook book : governing(form)) {
            for (Drl.Rule rule : book.rules()) {
                List<Drl.Pattern> findings =
                        rule.positive().filter(p -> p.type().equals("Finding")).toList();
                boolean met = rule.patterns().noneMatch(p -> otherKind(p, form.get(1)));
                findings.stream()
                        .map(p -> Restriction.of(p, "conduct"))
                        .filter(r -> met)
                        .flatMap(r -> r.only().stream().flatMap(Set::stream).filter(r::admits))
                        .forEach(possible::add);
            }
        }
        possible.removeIf(c -> !occurs(c, form.get(1)));

        assertThat(offered).allMatch(c -> occurs(c, form.get(1)));
        assertThat(offered).as("nothing is lost").containsAll(possible);
    }

    @Test
    void what_the_samples_of_a_kind_tell_of_is_offered() throws IOException {
        try (Stream<Path> samples = Files.list(Path.of("samples"))) {
            for (Path sample :
                    samples.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                JsonNode given = new ObjectMapper().readTree(sample.toFile());
                Set<String> offered = new TreeSet<>();
                given.at("/facility/kinds")
                        .forEach(
                                k -> offered.addAll(offered(given.path("region").asText(), k.asText())));
                given.path("findings")
                        .forEach(f -> assertThat(offered)
                                .as(sample.toString())
                                .contains(f.path("conduct").asText()));
            }
        }
    }

    /** A text for one kind of facility that makes a breach of a conduct by its name says itself that it occurs there. */
    @Test
    void no_kind_is_left_out_whose_own_text_names_the_conduct() {
        List<String> leftOut = new ArrayList<>();
        for (Rulebook book : LIBRARY.rulebooks().values()) {
            if (book.info().kinds().size() == 1) {
                String kind = book.info().kinds().get(0);
                book.rules().stream()
                        .filter(r -> r.then().type().equals("Breach"))
                        .flatMap(Drl.Rule::patterns)
                        .filter(p -> p.type().equals("Finding"))
                        .flatMap(p -> p.on("conduct").stream())
                        .flatMap(SkeletonTest::writtenOut)
                        .filter(c -> !occurs(c, kind))
                        .forEach(c -> leftOut.add(c + " in " + book.id()));
            }
        }

        assertThat(leftOut).isEmpty();
    }

    @Test
    void score_sheets_are_those_of_the_kind() {
        assertThat(Skeleton.of(LIBRARY, "shanxi", "assistive-device").sheets())
                .extracting(Sheet::name)
                .containsExactlyInAnyOrder(
                        "admission-eye",
                        "admission-hearing",
                        "admission-optical",
                        "admission-prosthetics",
                        "annual-assistive-device");
        assertThat(columns("beijing", "rehabilitation", "assessments")
                        .get("sheet")
                        .codes())
                .extracting(Skeleton.Code::code)
                .containsExactly("annual-medical-rehabilitation");
        assertThat(Skeleton.of(LIBRARY, "shanxi", "").sheets()).hasSize(8);
    }

    /** A person who fills in a sheet sees of each entry what it is about and what may be written there. */
    @Test
    void each_entry_of_a_score_sheet_says_what_may_be_written() {
        Skeleton skeleton = Skeleton.of(LIBRARY, "shanxi", "medical");
        JsonNode written = SkeletonDocument.of(skeleton, "zh").path("assessments");
        for (int i = 0; i < skeleton.sheets().size(); i++) {
            for (Sheet.Row row : skeleton.sheets().get(i).rows()) {
                for (String key : row.keys()) {
                    assertThat(written.at("/" + i + "/rows/" + row.id() + "/" + key)
                                    .asText())
                            .contains(row.about(key).zh())
                            .endsWith(row.wanted(key).zh());
                }
            }
        }
        assertThat(SkeletonNotes.of(skeleton, "en")).contains("how often (a whole number, 0 or more)");
    }

    private static Set<String> offered(String region, String kind) {
        return columns(region, kind, "findings").get("conduct").codes().stream()
                .map(Skeleton.Code::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Rulebook> governing(List<String> form) {
        return LIBRARY.rulebooks().values().stream()
                .filter(b -> b.info().region().equals(form.get(0)))
                .filter(b -> form.get(1).isEmpty() || b.info().kinds().contains(form.get(1)))
                .toList();
    }

    private static boolean otherKind(Drl.Pattern pattern, String kind) {
        return !kind.isEmpty()
                && Set.of("Agreement", "Application").contains(pattern.type())
                && !Restriction.of(pattern, "kind").admits(kind);
    }

    private static boolean occurs(String conduct, String kind) {
        List<String> kinds =
                LIBRARY.vocabulary().entry("conducts", conduct).orElseThrow().named("kinds");
        return kind.isEmpty() || kinds.isEmpty() || kinds.contains(kind);
    }

    private static Stream<String> writtenOut(Drl.Constraint constraint) {
        if (constraint instanceof Drl.Compare c
                && c.operator().equals("==")
                && c.right() instanceof Drl.Literal l
                && l.value() instanceof String text) {
            return Stream.of(text);
        }
        return constraint instanceof Drl.OneOf o && !o.negated() && !o.named().present()
                ? o.values().stream().map(v -> v.value().toString())
                : Stream.empty();
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
