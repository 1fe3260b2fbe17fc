package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.fact.Breach;
import qiyue.fact.Conclusion;
import qiyue.fact.Duty;
import qiyue.fact.Evidence;
import qiyue.fact.Idle;
import qiyue.fact.Measure;
import qiyue.fact.OwnSuspension;
import qiyue.fact.PriorMeasure;

/** States that lasted under a text which no longer governs: they bring it, as it saw them on its last day. */
class RunningTest {
    private static final String DAY = "2026-02-01";
    private static final String IDLE = idle("2025-06-01", "none");

    private static String idle(String last, String resumed) {
        return "\"idles\": [{\"id\": \"o1\", \"lastServedOn\": \"%s\", \"resumedOn\": \"%s\"}]"
                .formatted(last, resumed);
    }

    private static String suspension(String from) {
        return """
                "ownSuspensions": [{"id": "o1", "approvedOn": "2025-12-01", "appliedOn": "2025-12-02",
                  "consentedOn": "2025-12-03"%s, "resumedOn": "none"}]
                """.formatted(from.isEmpty() ? "" : ", \"from\": \"" + from + "\"");
    }

    private static Docket docket(String records, String more) {
        return Editions.docket(DAY, "\"records\": {" + records + "}" + more);
    }

    private static Optional<Docket.Group> group(Docket docket, String edition) {
        return docket.groups().stream()
                .filter(g -> Regimes.keys(g.regime()).contains("testland/" + edition))
                .findFirst();
    }

    private static Docket.Group brought() {
        return group(docket(IDLE, ""), "edition-2025").orElseThrow();
    }

    private static Evidence fact(Docket.Group group, String id) {
        return group.facts().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }

    private static List<String> editions(String records) {
        return docket(records, "").groups().stream()
                .flatMap(g -> Regimes.keys(g.regime()).stream())
                .map(k -> k.substring(k.indexOf('/') + 1))
                .toList();
    }

    /** From its first day to the day it was over, or of handling. */
    @Test
    void a_state_brings_the_texts_of_its_days() {
        assertThat(editions(IDLE)).containsExactly("edition-2025");
        assertThat(editions(idle("2024-11-01", "none"))).containsExactly("edition-2024", "edition-2025");
        assertThat(editions(idle("2024-11-01", "2024-12-31"))).containsExactly("edition-2024");
        assertThat(editions(idle("2024-11-01", "2025-01-01"))).containsExactly("edition-2024", "edition-2025");
        assertThat(editions(idle("2023-11-01", "2023-12-31"))).isEmpty();
        assertThat(editions(idle("2025-12-31", "none"))).containsExactly("edition-2025");
        assertThat(editions(idle("2026-01-01", "none"))).isEmpty();
    }

    /** A suspension begins on the day it names, else on that of the consent. */
    @ParameterizedTest
    @CsvSource({"'', edition-2025", "2025-12-31, edition-2025", "2026-01-01, ''"})
    void a_suspension_brings_the_text_it_began_under(String from, String edition) {
        assertThat(editions(suspension(from))).isEqualTo(edition.isEmpty() ? List.of() : List.of(edition));
    }

    @Test
    void only_the_state_is_judged_by_a_text_that_nothing_else_brings() {
        Docket.Group alone = brought();
        Docket.Group beside = group(
                        docket(
                                IDLE,
                                ", \"findings\": [{\"id\": \"f1\", \"conduct\": \"bed-hanging\", \"status\": \"confirmed\", \"date\": \"2025-05-01\"}]"),
                        "edition-2025")
                .orElseThrow();

        assertThat(alone.about()).containsExactly("o1");
        assertThat(alone.judges(fact(alone, "o1"))).isTrue();
        assertThat(alone.judges(fact(alone, "i1"))).isFalse();
        assertThat(beside.about()).isEmpty();
        assertThat(beside.judges(fact(beside, "i1"))).isTrue();
    }

    private static boolean counts(Docket.Group group, Conclusion conclusion) {
        return group.uniting().counts(conclusion);
    }

    private static Duty duty(Evidence on) {
        return Duty.shall("testland/edition-2025#3.2", "written-notice", on).by("agency");
    }

    /** What does not rest on the state comes to nothing, nor does a step that was taken in time. */
    @Test
    void of_such_a_text_what_rests_on_the_state_counts_unless_it_was_done_in_time() {
        Docket.Group group = brought();
        Evidence state = fact(group, "o1");
        LocalDate due = LocalDate.of(2025, 10, 1);

        assertThat(counts(group, Breach.of("testland/edition-2025#1.1", state))).isTrue();
        assertThat(counts(group, Breach.of("testland/edition-2025#1.1", fact(group, "i1"))))
                .isFalse();
        assertThat(counts(group, duty(state).due(due).done(due))).isFalse();
        assertThat(counts(group, duty(state).due(due).done(due.plusDays(1)))).isTrue();
        assertThat(counts(group, duty(state).due(due))).isTrue();
        assertThat(counts(group, duty(state).done(due))).isTrue();
    }

    @Test
    void a_text_that_other_facts_bring_judges_all() {
        Docket.Group group = group(
                        docket(
                                IDLE,
                                ", \"findings\": [{\"id\": \"f1\", \"conduct\": \"bed-hanging\", \"status\": \"confirmed\", \"date\": \"2025-05-01\"}]"),
                        "edition-2025")
                .orElseThrow();
        LocalDate due = LocalDate.of(2025, 10, 1);

        assertThat(counts(group, Breach.of("testland/edition-2025#1.1", fact(group, "f1"))))
                .isTrue();
        assertThat(counts(group, duty(fact(group, "o1")).due(due).done(due))).isTrue();
    }

    /** What comes about by the text itself begins on its last day at the latest; what is to be decided may begin later. */
    @Test
    void what_comes_about_by_a_text_comes_about_while_it_is_in_force() {
        Docket.Group group = brought();
        Evidence state = fact(group, "o1");
        LocalDate last = LocalDate.of(2025, 12, 31);
        String clause = "testland/edition-2025#3.3";

        assertThat(counts(group, Measure.automatic(clause, "rectify", state).from(last)))
                .isTrue();
        assertThat(counts(group, Measure.automatic(clause, "rectify", state).from(last.plusDays(1))))
                .isFalse();
        assertThat(counts(group, Measure.automatic(clause, "rectify", state))).isTrue();
        assertThat(counts(group, Measure.shall(clause, "rectify", state).from(last.plusDays(1))))
                .isTrue();
    }

    @Test
    void nor_before_it_came_into_force() {
        Docket.Group group = brought();
        Evidence state = fact(group, "o1");
        LocalDate first = LocalDate.of(2025, 1, 1);
        String clause = "testland/edition-2025#3.3";

        assertThat(counts(group, Measure.automatic(clause, "rectify", state).from(first)))
                .isTrue();
        assertThat(counts(group, Measure.automatic(clause, "rectify", state).from(first.minusDays(1))))
                .isFalse();
        assertThat(counts(group, Measure.shall(clause, "rectify", state).from(first.minusDays(1))))
                .isTrue();
        assertThat(counts(group, Breach.of("testland/edition-2025#1.1", state))).isTrue();
    }

    /** What began on the first day of a text or later no day bounds, nor any day what a text without a first day looks at. */
    @Test
    void only_what_began_before_a_text_knows_its_first_day() {
        LocalDate first = LocalDate.of(2025, 1, 1);

        assertThat(since(suspension("2025-01-01"), "")).isEmpty();
        assertThat(since(suspension("2024-12-31"), "")).isEqualTo(Map.of("testland/edition-2025", first));
        assertThat(since(suspension("2024-12-31").replace("\"o1\"", "\"o1\", \"agreement\": \"a1\""), """
                , "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                                 {"id": "a2", "kind": "rehabilitation", "from": "2025-01-01", "to": "2025-12-31"}]
                """))
                .isEqualTo(Map.of("testland/edition-2025", first));
    }

    private static Map<String, LocalDate> since(String records, String more) {
        Docket now = Editions.docket("2025-12-31", "\"records\": {" + records + "}" + more);
        return ((OwnSuspension) Editions.fact(now, "edition-2025", "o1"))
                .clock()
                .since();
    }

    /** An entry of the history counts as a record does: from the first day of the text, and to its last. */
    @Test
    void an_entry_of_the_history_knows_the_days_of_the_text_as_well() {
        String measure = "\"kind\": \"%s\", \"cause\": \"%s\", \"decidedOn\": \"2024-12-01\", \"from\": \"%s\"";
        Map<String, LocalDate> first = Map.of("testland/edition-2025", LocalDate.of(2025, 1, 1));

        PriorMeasure asked = entry("2025-12-31", measure.formatted("pause", "own-request", "2024-12-31"));
        assertThat(asked.clock().since()).isEqualTo(first);
        assertThat(asked.clock().today()).isEqualTo(LocalDate.of(2025, 12, 31));
        PriorMeasure other = entry("2025-12-31", measure.formatted("rectify", "violation", "2024-12-31"));
        assertThat(other.clock().since()).isEqualTo(first);
        PriorMeasure over = entry(DAY, measure.formatted("pause", "own-request", "2025-01-01"));
        assertThat(over.clock().since()).isEmpty();
        assertThat(over.clock().today()).isEqualTo(LocalDate.of(2025, 12, 31));
    }

    private static PriorMeasure entry(String today, String measure) {
        Docket docket = Editions.docket(
                today, "\"findings\": [], \"history\": {\"measures\": [{\"id\": \"o1\", " + measure + "}]}");
        return (PriorMeasure) fact(group(docket, "edition-2025").orElseThrow(), "o1");
    }

    private static Docket earlier(String measure) {
        return Editions.docket(DAY, "\"history\": {\"measures\": [{\"id\": \"o1\", " + measure + "}]}");
    }

    private static List<String> editionsOf(String measure) {
        return earlier(measure).groups().stream()
                .flatMap(g -> Regimes.keys(g.regime()).stream())
                .map(k -> k.substring(k.indexOf('/') + 1))
                .toList();
    }

    /** What was suspended on request lasts as well where only the history says so. */
    @Test
    void a_suspension_on_request_in_the_history_is_such_a_state() {
        String request = "\"kind\": \"pause\", \"cause\": \"own-request\", ";
        String ran = "\"decidedOn\": \"2024-05-01\", \"until\": \"2024-08-01\"";

        assertThat(editionsOf(request + ran)).containsExactly("edition-2024");
        assertThat(editionsOf(request
                        + "\"decidedOn\": \"2023-12-01\", \"from\": \"2025-05-01\", \"resumedOn\": \"2025-06-01\""))
                .containsExactly("edition-2025");
        assertThat(editionsOf(request + "\"decidedOn\": \"2024-05-01\""))
                .containsExactly("edition-2024", "edition-2025");
        assertThat(editionsOf(request
                        + "\"decidedOn\": \"2024-05-01\", \"until\": \"2025-08-01\", \"resumedOn\": \"2024-06-01\""))
                .containsExactly("edition-2024");
        assertThat(editionsOf("\"kind\": \"pause\", \"cause\": \"violation\", " + ran))
                .isEmpty();
        assertThat(editionsOf("\"kind\": \"rectify\", \"cause\": \"own-request\", " + ran))
                .isEmpty();
        assertThat(editionsOf(request + ran + ", \"facility\": \"丁医院\"")).isEmpty();
    }

    /** Each application looks at states by the text of its own day, as it does where it is the only one. */
    @Test
    void beside_several_applications_a_text_sees_states_as_it_does_alone() {
        Docket docket = docket(
                "\"idles\": [{\"id\": \"o1\", \"lastServedOn\": \"2025-06-01\", \"resumedOn\": \"none\"},"
                        + " {\"id\": \"o2\", \"lastServedOn\": \"2026-01-01\", \"resumedOn\": \"none\"}]",
                """
                , "applications": [{"id": "p1", "kind": "medical", "filedOn": "2025-11-03"},
                                   {"id": "p2", "kind": "medical", "filedOn": "2025-12-02"}]
                """);

        for (Docket.Group group : docket.groups()) {
            assertThat(group.facts().stream().map(Evidence::id).toList())
                    .as("%s", group.regime())
                    .doesNotContain("o2");
        }
        assertThat(docket.groups())
                .anySatisfy(g ->
                        assertThat(g.facts()).anySatisfy(f -> assertThat(f.id()).isEqualTo("p2")));
    }

    /** Of texts that govern together each has its own last day, though one stops governing with an agreement. */
    @Test
    void of_several_texts_each_has_its_own_last_day() {
        Docket docket = Editions.docket(DAY, """
                "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                               {"id": "a2", "kind": "rehabilitation", "from": "2025-03-01", "to": "2025-06-30"}],
                "records": {%s}
                """.formatted(
                        idle("2025-04-01", "2025-05-01").replace("\"o1\",", "\"o1\", \"agreement\": \"a1\",")));
        Docket.Group group = docket.groups().stream()
                .filter(g -> Regimes.keys(g.regime()).equals(List.of("testland/edition-2025", "testland/pact")))
                .findFirst()
                .orElseThrow();
        Evidence state = fact(group, "o1");
        String clause = "testland/edition-2025#3.3";

        assertThat(counts(group, Measure.automatic(clause, "rectify", state).from(LocalDate.of(2025, 12, 31))))
                .isTrue();
        assertThat(counts(group, Measure.automatic(clause, "rectify", state).from(LocalDate.of(2026, 1, 1))))
                .isFalse();
    }

    /** For the text the clock stopped on its last day; a state that began after it is none of its matters. */
    @Test
    void a_text_sees_states_as_they_were_on_its_last_day() {
        assertThat(((Idle) fact(brought(), "o1")).clock().today()).isEqualTo(LocalDate.of(2025, 12, 31));
        Docket later = docket(
                "\"idles\": [{\"id\": \"o1\", \"lastServedOn\": \"2025-06-01\", \"resumedOn\": \"none\"},"
                        + " {\"id\": \"o2\", \"lastServedOn\": \"2026-01-01\", \"resumedOn\": \"none\"}]",
                "");
        assertThat(Editions.ids(later, "edition-2025")).contains("o1").doesNotContain("o2");
        Docket now = Editions.docket("2025-12-31", "\"records\": {" + IDLE + "}");
        assertThat(((Idle) Editions.fact(now, "edition-2025", "o1")).clock().today())
                .as("it still governs")
                .isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(Editions.ids(now, "edition-2025")).contains("o1");
    }
}
