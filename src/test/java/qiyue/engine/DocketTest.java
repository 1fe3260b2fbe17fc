package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision.Note;
import qiyue.fact.Blank;
import qiyue.fact.ChargePart;
import qiyue.fact.Evidence;
import qiyue.fact.Finding;
import qiyue.fact.Portion;
import qiyue.fact.SampleAudit;
import qiyue.fact.Score;
import qiyue.fact.Stay;

/** Facts dealt to the texts of their days: what crosses a border is cut, and no line that nothing governs is counted. */
class DocketTest {
    /** Lines on both sides of the end of 2025, after which nothing governs, and of its beginning. */
    private static final String LINES = """
            "charges": [
              {"id": "c24", "stay": "s1", "date": "2024-12-31", "category": "bed", "money": {"amount": 10}},
              {"id": "c25", "stay": "s1", "date": "2025-01-01", "category": "bed", "money": {"amount": 20}},
              {"id": "c25b", "stay": "s1", "date": "2025-12-31", "category": "bed", "money": {"amount": 30}},
              {"id": "c26", "stay": "s1", "date": "2026-01-01", "category": "bed", "money": {"amount": 40}}]
            """;

    private static String stay(String from, String to) {
        return "\"stays\": [{\"id\": \"s1\", \"worker\": \"乙\", \"admittedOn\": \"%s\"%s}]"
                .formatted(from, to.isEmpty() ? "" : ", \"dischargedOn\": \"" + to + "\"");
    }

    private static String finding(String from, String more) {
        return """
                "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "%s"%s}]
                """.formatted(from, more.isEmpty() ? "" : ", " + more);
    }

    private static Docket docket(String... parts) {
        return Editions.docket("2026-02-01", String.join(", ", parts));
    }

    private static Docket lasting(String from, String to, String more, String... records) {
        String until = "\"until\": \"" + to + "\"" + (more.isEmpty() ? "" : ", " + more);
        return records.length == 0
                ? docket(finding(from, until))
                : docket(finding(from, until), "\"records\": {" + String.join(", ", records) + "}");
    }

    private static Finding f1(Docket docket, String edition) {
        return (Finding) Editions.fact(docket, edition, "f1");
    }

    private static String sum(Evidence fact) {
        return String.join(
                " ",
                fact.portions().stream()
                        .map(p -> p.source() + ":" + p.money().amount().toPlainString()
                                + (p.pool().isEmpty() ? "" : p.pool().toString()))
                        .toList());
    }

    private static List<String> notes(Docket docket, String kind) {
        return docket.notes().stream()
                .filter(n -> n.kind().equals(kind))
                .map(n -> n.about() + " "
                        + n.details().getOrDefault("from", "") + " "
                        + n.details().getOrDefault("to", ""))
                .toList();
    }

    @Test
    void a_day_goes_to_its_edition_and_what_has_none_to_every_one() {
        Docket docket = docket("""
                "findings": [
                  {"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2024-12-31"},
                  {"id": "f2", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-01-01"}],
                "handling": [{"id": "h1", "act": "written-notice", "date": "2026-01-15", "actor": "agency"}]
                """);

        assertThat(docket.groups().stream().map(g -> Regimes.keys(g.regime())))
                .containsExactly(List.of("testland/edition-2024"), List.of("testland/edition-2025"));
        assertThat(Editions.ids(docket, "edition-2024"))
                .contains("f1", "h1", "i1", "serious@f1")
                .doesNotContain("f2", "serious@f2");
        assertThat(Editions.ids(docket, "edition-2025"))
                .contains("f2", "h1", "i1")
                .doesNotContain("f1");
        assertThat(docket.facts().stream().map(Evidence::id)).contains("f1", "f2", "h1", "i1");
        assertThat(docket.isSupposed()).isFalse();
    }

    /** The day of handling is governed whether anything happened on it or not. */
    @Test
    void the_texts_of_the_day_of_handling_have_a_group_of_their_own() {
        Docket docket = Editions.docket("2025-06-10", finding("2024-05-01", ""));

        assertThat(docket.groups().stream().map(g -> Regimes.keys(g.regime())))
                .containsExactly(List.of("testland/edition-2024"), List.of("testland/edition-2025"));
        assertThat(docket(finding("2024-05-01", "")).groups()).hasSize(1);
    }

    /** History alone on a day without an edition: nothing is decided, and that is said. */
    @Test
    void a_document_that_nothing_governs_says_so_even_without_a_fact_of_a_day() {
        Docket docket =
                docket("\"history\": {\"assessments\": [{\"id\": \"p1\", \"year\": 2025, \"result\": \"passed\"}]}");

        assertThat(docket.groups()).isEmpty();
        assertThat(notes(docket, "ungoverned")).containsExactly("i1 2026-02-01 2026-02-01");
        assertThat(notes(Editions.docket("2025-06-10", "\"history\": {}"), "ungoverned"))
                .isEmpty();
    }

    private static final String APPLIES =
            "\"applications\": [{\"id\": \"b1\", \"kind\": \"medical\", \"filedOn\": \"2025-06-01\"}]";

    /** What an applicant did before there was any text is judged by the one applied under; a line of that time is not. */
    @Test
    void an_application_looks_back_on_findings_before_every_edition_and_on_nothing_else() {
        String line =
                "\"charges\": [{\"id\": \"c1\", \"date\": \"2023-05-01\", \"category\": \"bed\", \"money\": {\"amount\": 1}}]";
        Docket applying = Editions.docket(
                "2025-06-10", String.join(", ", finding("2023-05-01", ""), APPLIES, "\"records\": {" + line + "}"));
        Docket party = Editions.docket("2025-06-10", finding("2023-05-01", ""));

        assertThat(applying.groups().stream().flatMap(g -> g.facts().stream()).map(Evidence::id))
                .contains("f1")
                .doesNotContain("c1");
        assertThat(notes(applying, "ungoverned")).containsExactly("c1 2023-05-01 2023-05-01");
        assertThat(notes(party, "ungoverned")).containsExactly("f1 2023-05-01 2023-05-01");
    }

    private static final String TWO = """
            "applications": [{"id": "b1", "kind": "medical", "filedOn": "2024-12-31"},
                             {"id": "b2", "kind": "medical", "filedOn": "2025-01-01"}],
            "findings": [
              {"id": "f0", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-01-05"},
              {"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-01-05", "application": "b1"},
              {"id": "f2", "conduct": "bed-hanging", "status": "confirmed", "date": "2024-12-01", "application": "b2"}],
            "handling": [{"id": "h0", "act": "written-notice", "date": "2025-02-01", "actor": "agency"},
                         {"id": "h2", "act": "written-notice", "date": "2025-02-01", "actor": "agency", "about": "b2"}]
            """;

    private static List<String> with(Docket docket, String application) {
        return docket.groups().stream()
                .map(g -> g.facts().stream().map(Evidence::id).toList())
                .filter(ids -> ids.contains(application))
                .map(ids -> String.join(
                        " ",
                        ids.stream()
                                .filter(List.of("b1", "b2", "f0", "f1", "f2", "h0", "h2")::contains)
                                .sorted()
                                .toList()))
                .toList();
    }

    /** Beside an application of several is what concerns it or none, by the texts of its own day; among all the rest, what names none. */
    @Test
    void each_of_several_applications_is_a_group_of_its_own() {
        Docket docket = Editions.docket("2025-06-10", TWO);

        assertThat(with(docket, "b1")).containsExactlyInAnyOrder("b1 h0 h2", "b1 f1 h0");
        assertThat(with(docket, "b2")).containsExactlyInAnyOrder("b2 f0 h0 h2", "b2 f0 f2 h0 h2");
    }

    @Test
    void what_concerns_one_application_is_judged_by_its_text_and_no_agreement() {
        Docket docket = Editions.docket("2025-06-10", """
                "agreements": [{"id": "a1", "kind": "medical", "from": "2024-01-01", "to": "2026-12-31"}],
                "applications": [{"id": "b1", "kind": "medical", "filedOn": "2024-12-31"}],
                "findings": [
                  {"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-01-05", "application": "b1"},
                  {"id": "f2", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-01-05", "application": "b1",
                   "agreement": "a1"}]
                """);

        assertThat(docket.facts().stream().filter(Finding.class::isInstance).map(Evidence::agreement))
                .containsExactly("", "a1");
        assertThat(Editions.ids(docket, "edition-2024")).contains("b1", "f1", "f2");
        assertThat(Editions.ids(docket, "edition-2025")).contains("f2").doesNotContain("f1");
        assertThat(f1(docket, "edition-2024").roots()).containsExactly("f1", "b1");
        assertThat(Editions.fact(docket, "edition-2024", "f2").roots()).containsExactly("f2");
    }

    /** An application that no text governs: what concerns it is governed by none either, and that is said. */
    @Test
    void what_concerns_an_application_of_no_text_is_told() {
        Docket docket = Editions.docket("2026-02-01", """
                "applications": [{"id": "b1", "kind": "medical", "filedOn": "2026-01-05"}],
                "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-01-05", "application": "b1"}]
                """);

        assertThat(notes(docket, "ungoverned")).contains("b1 2026-01-05 2026-01-05", "f1 2025-01-05 2025-01-05");
    }

    /** The text of an agreement that has run out still says what becomes of lines and stays after it; conduct it does not judge. */
    @Test
    void after_the_last_agreement_lines_and_stays_are_of_its_text_and_findings_of_none() {
        Docket docket = Editions.docket("2025-12-10", """
                "agreements": [{"id": "a1", "kind": "rehabilitation", "from": "2025-01-01", "to": "2025-06-30"}],
                "findings": [{"id": "f1", "conduct": "split-stay", "status": "confirmed", "date": "2025-07-01"}],
                "records": {
                  "charges": [{"id": "c1", "date": "2025-07-01", "category": "bed", "money": {"amount": 1}}],
                  "stays": [{"id": "s1", "worker": "乙", "admittedOn": "2025-07-02", "dischargedOn": "2025-07-20"}]}
                """);

        assertThat(Editions.ids(docket, "pact")).contains("c1", "s1").doesNotContain("f1");
        assertThat(notes(docket, "ungoverned")).containsExactly("f1 2025-07-01 2025-07-01");
    }

    @Test
    void a_vetoed_sheet_is_a_score_that_says_so() {
        Docket docket = docket("""
                "agreements": [{"id": "a1", "kind": "medical", "from": "2024-01-01", "to": "2026-12-31"}],
                "assessments": [{"sheet": "annual", "year": 2025, "rows": {"row3": {"met": "yes"}}}]
                """);

        assertThat(docket.facts().stream()
                        .filter(Score.class::isInstance)
                        .map(Score.class::cast)
                        .toList())
                .singleElement()
                .satisfies(s -> assertThat(s.vetoes()).containsExactly("row3"));
    }

    @Test
    void what_no_edition_governs_is_noted_with_its_days() {
        Docket docket = lasting("2026-01-03", "2026-01-05", "");

        assertThat(docket.groups()).isEmpty();
        assertThat(notes(docket, "ungoverned")).containsExactly("f1 2026-01-03 2026-01-05");
    }

    @Test
    void a_finding_partly_governed_is_noted_for_the_other_part() {
        Docket docket = lasting("2025-12-30", "2026-01-05", "");

        assertThat(notes(docket, "ungoverned")).containsExactly("f1 2026-01-01 2026-01-05");
        assertThat(f1(docket, "edition-2025").date()).isEqualTo(LocalDate.of(2025, 12, 30));
        assertThat(f1(docket, "edition-2025").until()).isEqualTo(LocalDate.of(2025, 12, 31));
    }

    @Test
    void lasting_conduct_is_cut_at_the_border_of_two_editions() {
        Docket docket = lasting(
                "2024-12-30",
                "2025-01-02",
                "\"charges\": [{\"id\": \"c24\"}, {\"id\": \"c25\"}]",
                stay("2024-12-01", "2025-12-31"),
                LINES);

        Finding before = f1(docket, "edition-2024");
        Finding after = f1(docket, "edition-2025");
        assertThat(List.of(before.date(), before.until()))
                .containsExactly(LocalDate.of(2024, 12, 30), LocalDate.of(2024, 12, 31));
        assertThat(List.of(after.date(), after.until()))
                .containsExactly(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 2));
        assertThat(sum(before)).isEqualTo("c24:10.00");
        assertThat(before.charges()).extracting(ChargePart::id).containsExactly("c24");
        assertThat(sum(after)).isEqualTo("c25:20.00");
        assertThat(after.charges()).extracting(ChargePart::id).containsExactly("c25");
        assertThat(notes(docket, "split")).isEmpty();
        assertThat(notes(docket, "ungoverned")).containsExactly("c26 2026-01-01 2026-01-01");
    }

    @Test
    void conduct_of_one_day_is_not_touched() {
        Finding whole = f1(docket(finding("2025-01-01", "\"money\": {\"amount\": 5}")), "edition-2025");

        assertThat(whole.until()).isEqualTo(Blank.NEVER);
        assertThat(whole.money().amount()).isEqualByComparingTo("5");
    }

    /** How a sum divides among the days is not known: where days are no text's, each part has one it does not state, and a note says so. */
    @Test
    void a_lump_that_crosses_into_days_of_no_text_is_unknown() {
        Docket docket = lasting("2025-12-30", "2026-01-02", "\"money\": {\"amount\": 100}");

        assertThat(f1(docket, "edition-2025").money().known()).isFalse();
        assertThat(f1(docket, "edition-2025").portions()).isEmpty();
        assertThat(f1(docket, "edition-2025").moneyKnown()).isFalse();
        assertThat(notes(docket, "split")).containsExactly("f1 2025-12-30 ");
    }

    /** Texts that govern all of its days each have the whole, until it is seen what they say of it. */
    @Test
    void a_lump_that_crosses_a_border_of_texts_is_not_unknown_yet() {
        Docket docket = lasting("2024-12-30", "2025-01-02", "\"money\": {\"amount\": 100}");

        for (String edition : List.of("edition-2024", "edition-2025")) {
            assertThat(sum(f1(docket, edition))).as(edition).isEqualTo("f1:100.00");
        }
        assertThat(notes(docket, "split")).isEmpty();
    }

    @Test
    void nothing_divides_without_being_known() {
        Docket docket = lasting("2024-12-30", "2025-01-02", "\"money\": {\"amount\": 0}");

        assertThat(notes(docket, "split")).isEmpty();
        assertThat(f1(docket, "edition-2024").moneyKnown()).isTrue();
    }

    @Test
    void a_lump_within_one_edition_is_not_split() {
        Docket docket = lasting("2025-01-01", "2025-01-02", "\"money\": {\"amount\": 100}");

        assertThat(notes(docket, "split")).isEmpty();
        assertThat(sum(f1(docket, "edition-2025"))).isEqualTo("f1:100.00");
    }

    @Test
    void lines_that_no_edition_governs_are_not_the_finding_s() {
        Docket docket = docket(
                finding("2025-12-31", "\"stay\": \"s1\", \"charges\": [{\"id\": \"c25b\"}, {\"id\": \"c26\"}]"),
                "\"records\": {" + stay("2025-12-01", "2026-01-10") + ", "
                        + LINES.replace("\"c24\"", "\"x\"").replace("2024-12-31", "2025-12-05") + "}");

        Finding left = f1(docket, "edition-2025");
        assertThat(sum(left)).isEqualTo("c25b:30.00");
        assertThat(left.charges()).extracting(ChargePart::id).containsExactly("c25b");
        assertThat(left.moneyKnown()).isTrue();
    }

    /** A line of another edition is governed, though not by this one: it stays where it was named. */
    @Test
    void lines_of_another_edition_stay() {
        Docket docket = docket(
                finding("2025-01-01", "\"charges\": [{\"id\": \"c24\"}, {\"id\": \"c25\"}]"),
                "\"records\": {" + stay("2024-12-01", "2025-12-31") + ", " + LINES + "}");

        assertThat(sum(f1(docket, "edition-2025"))).isEqualTo("c24:10.00 c25:20.00");
    }

    @Test
    void a_finding_on_ungoverned_lines_alone_concerns_no_money() {
        Docket docket = docket(
                finding("2025-12-31", "\"charges\": [{\"id\": \"c26\"}]"),
                "\"records\": {" + stay("2025-12-01", "2026-01-10") + ", " + LINES + "}");

        Finding left = f1(docket, "edition-2025");
        assertThat(left.portions()).isEmpty();
        assertThat(left.money().known()).isTrue();
        assertThat(left.money().amount()).isEqualByComparingTo("0");
    }

    /** Of a sum that lies somewhere in a stay, the lines nothing governs are not among which it lies. */
    @Test
    void a_lump_of_a_stay_lies_among_the_governed_lines() {
        Docket docket = docket(
                finding("2025-12-31", "\"stay\": \"s1\", \"money\": {\"amount\": 15}"),
                "\"scope\": {\"records\": {\"charges\": \"complete\"}}",
                "\"records\": {" + stay("2024-12-31", "2026-01-10") + ", " + LINES + "}");

        assertThat(sum(f1(docket, "edition-2025"))).isEqualTo("f1:15.00[c24, c25, c25b]");
    }

    @Test
    void a_lump_of_a_stay_that_nothing_governs_is_none() {
        Docket docket = docket(
                finding("2025-12-31", "\"stay\": \"s1\", \"money\": {\"amount\": 15}"),
                "\"scope\": {\"records\": {\"charges\": \"complete\"}}",
                """
                "records": {
                  "stays": [{"id": "s1", "worker": "乙", "admittedOn": "2025-12-31", "dischargedOn": "2026-01-10"}],
                  "charges": [{"id": "c26", "stay": "s1", "date": "2026-01-01", "category": "bed", "money": {"amount": 40}}]}
                """);

        assertThat(f1(docket, "edition-2025").portions()).isEmpty();
        assertThat(f1(docket, "edition-2025").money().amount()).isEqualByComparingTo("0");
    }

    /** A sum apart from all lines is not touched by lines that nothing governs. */
    @Test
    void a_sum_of_its_own_stays_what_it_is() {
        Docket docket = docket(
                finding("2025-12-31", "\"money\": {\"amount\": 15}"),
                "\"records\": {" + stay("2024-12-01", "2026-01-10") + ", " + LINES + "}");

        assertThat(sum(f1(docket, "edition-2025"))).isEqualTo("f1:15.00");
    }

    @Test
    void a_stay_is_cut_into_the_lines_of_each_edition() {
        Docket docket = docket("\"records\": {" + stay("2024-12-01", "2026-01-10") + ", " + LINES + "}");

        assertThat(sum(Editions.fact(docket, "edition-2024", "s1"))).isEqualTo("c24:10.00");
        assertThat(sum(Editions.fact(docket, "edition-2025", "s1"))).isEqualTo("c25:20.00 c25b:30.00");
        assertThat(((Stay) Editions.fact(docket, "edition-2025", "s1")).money().amount())
                .isEqualByComparingTo("50");
        assertThat(notes(docket, "ungoverned")).containsExactly("c26 2026-01-01 2026-01-01");
    }

    /** All its lines lie in 2024: what the days of 2025 cost is not known. */
    @Test
    void a_part_of_a_stay_without_lines_has_no_known_cost() {
        Docket docket = docket("""
                "records": {
                  "stays": [{"id": "s1", "worker": "乙", "admittedOn": "2024-12-20", "dischargedOn": "2025-01-10",
                    "money": {"amount": 500}}],
                  "charges": [{"id": "c1", "stay": "s1", "date": "2024-12-25", "category": "bed", "money": {"amount": 40}}]}
                """);

        Stay after = (Stay) Editions.fact(docket, "edition-2025", "s1");
        assertThat(after.portions()).isEmpty();
        assertThat(after.money().known()).isFalse();
        assertThat(sum(Editions.fact(docket, "edition-2024", "s1"))).isEqualTo("c1:40.00");
    }

    @Test
    void a_stay_that_begins_when_nothing_governs_any_more_is_noted() {
        Docket docket = docket("\"records\": {" + stay("2026-01-05", "2026-01-10") + "}");

        assertThat(notes(docket, "ungoverned")).containsExactly("s1 2026-01-05 2026-01-10");
    }

    /** One still in the house is known up to the day of handling. */
    @Test
    void an_unfinished_stay_reaches_to_the_day_of_handling() {
        Docket docket = docket("\"records\": {" + stay("2026-01-05", "") + "}");

        assertThat(notes(docket, "ungoverned")).containsExactly("s1 2026-01-05 2026-02-01");
    }

    @Test
    void days_of_a_stay_are_dealt_to_their_edition_and_not_noted() {
        Docket docket = docket("\"records\": {" + stay("2024-12-01", "2026-01-10") + ", " + LINES + "}");

        assertThat(Editions.ids(docket, "edition-2025")).anyMatch(i -> i.contains("2025-01-01"));
        assertThat(Editions.ids(docket, "edition-2025"))
                .noneMatch(i -> i.contains("2024-12-31") || i.contains("2026-01-01"));
        assertThat(docket.notes()).extracting(Note::about).containsExactly("c26");
    }

    @Test
    void a_sample_counts_the_lines_that_something_governs() {
        String audit = """
                "sampleAudits": [{"id": "p1", "date": "2025-12-31", "claims": 10, "sampled": 5,
                  "nonconforming": {"amount": 50}, "charges": [%s]}]
                """;
        String lines = LINES.replace("\"stay\": \"s1\", ", "");

        Docket some = docket("\"records\": {" + audit.formatted("\"c25b\", \"c26\"") + ", " + lines + "}");
        Docket none = docket("\"records\": {" + audit.formatted("\"c26\"") + ", " + lines + "}");
        Docket all = docket("\"records\": {" + audit.formatted("\"c25\", \"c25b\"") + ", " + lines + "}");

        assertThat(((SampleAudit) Editions.fact(some, "edition-2025", "p1")).charges())
                .containsExactly("c25b");
        assertThat(sum(Editions.fact(some, "edition-2025", "p1"))).isEqualTo("p1:50.00[c25b]");
        assertThat(sum(Editions.fact(none, "edition-2025", "p1"))).isEqualTo("p1:0.00");
        assertThat(sum(Editions.fact(all, "edition-2025", "p1"))).isEqualTo("p1:50.00[c25, c25b]");
    }

    /** A text that looks back at decisions of other authorities reads them whatever governed their day. */
    @Test
    void a_decision_of_another_authority_is_not_noted_where_a_text_looks_back_at_it() {
        String penalty = """
                "records": {"penalties": [{"id": "p1", "date": "%s", "by": "卫健委", "kind": "warning"}]}
                """;

        assertThat(notes(Editions.docket("2025-06-10", penalty.formatted("2023-05-01")), "ungoverned"))
                .isEmpty();
        assertThat(notes(Editions.docket("2024-06-10", penalty.formatted("2023-05-01")), "ungoverned"))
                .containsExactly("p1 2023-05-01 2023-05-01");
    }

    @Test
    void questions_of_a_regime_are_open_unless_answered() {
        Docket docket = docket("""
                "findings": [
                  {"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-01", "answers": {"serious": "no"}},
                  {"id": "f2", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-01"},
                  {"id": "f3", "conduct": "split-stay", "status": "confirmed", "date": "2025-05-01"}]
                """);
        Docket answered = docket("\"answers\": {\"as-a-whole\": \"yes\"}", finding("2025-05-01", ""));

        assertThat(answers(docket, "edition-2025"))
                .containsExactlyInAnyOrder(
                        tuple("serious@f1", "no"), tuple("serious@f2", "open"), tuple("as-a-whole@case", "open"));
        assertThat(answers(answered, "edition-2025"))
                .containsExactlyInAnyOrder(tuple("serious@f1", "open"), tuple("as-a-whole@case", "yes"));
        assertThat(answers(docket(finding("2024-05-01", "")), "edition-2024"))
                .containsExactly(tuple("serious@f1", "open"));
    }

    private static List<org.assertj.core.groups.Tuple> answers(Docket docket, String edition) {
        return Editions.facts(docket, edition).stream()
                .filter(f -> f instanceof qiyue.fact.Answer)
                .map(f -> tuple(f.id(), ((qiyue.fact.Answer) f).answer()))
                .toList();
    }

    @Test
    void sheets_are_in_order_and_only_a_total_makes_a_score() {
        Docket docket = docket("""
                "agreements": [{"id": "a1", "kind": "medical", "from": "2024-01-01", "to": "2026-12-31"}],
                "assessments": [
                  {"sheet": "annual", "year": 2026, "rows": {"row3": {"met": "yes"}}},
                  {"sheet": "annual", "year": 2025, "rows": {"row1": {"missing": 2}}},
                  {"sheet": "annual", "year": 2024, "agreement": "a1", "rows": {"row1": {"missing": 1}, "row2": {"points": 30}, "row3": {"met": "no"}}},
                  {"sheet": "annual", "year": 2024, "rows": {"row1": {"missing": 3}, "row2": {"points": 40}, "row3": {"met": "no"}}}]
                """);

        assertThat(docket.scores())
                .extracting(
                        s -> s.year(),
                        s -> s.agreement(),
                        s -> s.total().toPlainString(),
                        s -> s.missing().isEmpty())
                .containsExactly(
                        tuple(2024, "", "85", true),
                        tuple(2024, "a1", "85", true),
                        tuple(2025, "", "-1", false),
                        tuple(2026, "", "0", false));
        assertThat(docket.facts().stream().filter(f -> f instanceof qiyue.fact.Score))
                .hasSize(3)
                .allSatisfy(s -> assertThat(s.agreement()).isEqualTo("a1"));
    }

    @Test
    void without_sheets_there_are_no_scores() {
        assertThat(docket(finding("2025-05-01", "")).scores()).isEmpty();
    }

    @Test
    void supposed_texts_judge_whatever_the_day() {
        Docket docket = Docket.supposed(
                Editions.file("2026-02-01", finding("2026-01-03", "")),
                Editions.library(),
                List.of(Editions.book("edition-2025")));

        assertThat(docket.isSupposed()).isTrue();
        assertThat(docket.notes()).isEmpty();
        assertThat(Editions.ids(docket, "edition-2025")).contains("f1");
        assertThat(docket.groups().get(0).judgedBy(List.of()).facts())
                .isEqualTo(docket.groups().get(0).facts());
    }

    @Test
    void a_group_knows_which_rules_its_facts_can_meet() {
        Docket docket = docket(finding("2025-05-01", ""));

        assertThat(docket.groups().get(0).slice().rules())
                .singleElement()
                .satisfies(s -> assertThat(s.stream()).containsExactly(0, 7, 8, 9));
        assertThat(docket.plans()).isSameAs(Plans.of(Editions.library()));
    }

    /** Beyond the calendar no working days can be counted. */
    @Test
    void records_the_calendar_does_not_reach_are_noted() {
        Docket docket = docket("""
                "records": {"prescriptions": [], "changes": [{"id": "g1", "matter": "address", "changedOn": "2024-03-03"}]}
                """);

        assertThat(docket.notes()).containsExactly(new Note("unjudged", "g1", Map.of()));
    }

    @Test
    void portions_keep_their_order() {
        assertThat(Portion.lump("a", qiyue.fact.Money.UNKNOWN, List.of("b", "a"))
                        .pool())
                .containsExactly("a", "b");
    }
}
