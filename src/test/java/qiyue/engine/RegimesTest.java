package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.fact.Blank;
import qiyue.rulebook.Rulebook;

/** Which texts govern which day: by edition, by agreement, by a day the document says; an applicant is bound by a part only. */
class RegimesTest {
    private static final String PACT = """
            "agreements": [{"id": "a1", "kind": "rehabilitation", "from": "2025-03-01", "to": "2025-08-31"}]
            """;
    private static final String DECREE = """
            "agreements": [{"id": "a1", "kind": "medical", "from": "2020-01-01", "to": "2029-12-31"}],
            "parameters": [{"key": "in-force-from", "date": "2025-02-01"}]
            """;

    private static Regimes regimes(String rest) {
        return Regimes.inForce(Editions.library(), Editions.file("2025-06-10", rest));
    }

    private static List<String> on(Regimes regimes, String day) {
        return keys(regimes.on(LocalDate.parse(day)));
    }

    private static List<String> keys(List<Rulebook> regime) {
        return Regimes.keys(regime).stream().map(k -> k.replaceAll("^.*/", "")).toList();
    }

    private static List<String> over(Regimes regimes, String first, String last) {
        return regimes.over(LocalDate.parse(first), LocalDate.parse(last), day -> "").stream()
                .map(s -> s.from() + " " + s.to() + " "
                        + String.join(
                                ",",
                                Regimes.keys(s.regime()).stream()
                                        .map(k -> k.replaceAll("^.*/", ""))
                                        .toList()))
                .toList();
    }

    @Test
    void an_edition_governs_from_its_first_day_to_its_last() {
        Regimes regimes = regimes("\"findings\": []");

        assertThat(on(regimes, "2023-12-31")).isEmpty();
        assertThat(on(regimes, "2024-01-01")).containsExactly("edition-2024");
        assertThat(on(regimes, "2024-12-31")).containsExactly("edition-2024");
        assertThat(on(regimes, "2025-01-01")).containsExactly("edition-2025");
        assertThat(on(regimes, "2025-12-31")).containsExactly("edition-2025");
        assertThat(on(regimes, "2026-01-01")).isEmpty();
        assertThat(on(regimes, "2027-01-01")).containsExactly("edition-2027");
    }

    @Test
    void after_the_last_agreement_its_text_still_says_what_becomes_of_it() {
        Regimes pact = regimes(PACT);

        assertThat(keys(pact.lasting(LocalDate.parse("2025-02-28")))).isEmpty();
        assertThat(keys(pact.lasting(LocalDate.parse("2025-08-31")))).containsExactly("pact");
        assertThat(keys(pact.lasting(LocalDate.parse("2025-09-01")))).containsExactly("pact");
        assertThat(on(pact, "2025-09-01")).isEmpty();
        assertThat(keys(regimes("\"findings\": []").lasting(LocalDate.parse("2026-01-01"))))
                .as("a text with a last day of its own does not outlast it")
                .isEmpty();
    }

    @Test
    void a_text_that_was_in_force_of_itself_does_not_outlast_the_agreement_under_it() {
        Regimes medical = regimes("""
                "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-02-28"}]
                """);

        assertThat(keys(medical.lasting(LocalDate.parse("2026-02-01")))).isEmpty();
    }

    @Test
    void the_kinds_of_the_agreements_count_before_those_of_the_facility() {
        Regimes regimes = regimes(PACT);

        assertThat(on(regimes, "2025-02-28")).isEmpty();
        assertThat(on(regimes, "2025-03-01")).containsExactly("pact");
        assertThat(on(regimes, "2025-08-31")).containsExactly("pact");
        assertThat(on(regimes, "2025-09-01")).isEmpty();
    }

    @Test
    void texts_of_another_region_or_kind_never_govern() {
        Regimes medical = regimes("""
                "agreements": [{"id": "a1", "kind": "medical", "from": "2025-03-01", "to": "2025-08-31"}]
                """);

        assertThat(on(medical, "2025-06-01")).containsExactly("edition-2025");
    }

    @Test
    void a_text_without_a_first_day_governs_from_the_one_stated() {
        Regimes said = regimes(DECREE);

        assertThat(on(said, "2025-01-31")).isEmpty();
        assertThat(on(said, "2025-02-01")).containsExactly("decree");
        assertThat(on(said, "2026-06-01")).containsExactly("decree");
    }

    /** Before its agreement begins an applicant is bound by the articles on applications alone; expiry binds on. */
    @Test
    void an_applicant_is_bound_by_its_part_until_an_agreement_of_the_kind_has_begun() {
        String application = "\"applications\": [{\"id\": \"p1\", \"kind\": \"medical\", \"filedOn\": \"2025-05-01\"}]";
        Regimes none = regimes(application);
        Regimes later = regimes(application + ", " + """
                "agreements": [{"id": "a1", "kind": "medical", "from": "2025-03-01", "to": "2025-04-30"}]
                """);

        assertThat(on(none, "2025-06-01")).containsExactly("edition-2025 applicants");
        assertThat(on(none, "2024-06-01")).containsExactly("edition-2024");
        assertThat(none.on(LocalDate.parse("2025-06-01")).get(0).rules()).hasSize(1);
        assertThat(on(later, "2025-02-28")).containsExactly("edition-2025 applicants");
        assertThat(on(later, "2025-03-01")).containsExactly("edition-2025");
        assertThat(on(later, "2025-06-01")).containsExactly("edition-2025");
    }

    @Test
    void what_is_supposed_governs_every_day_and_everybody() {
        var file = Editions.file(
                "2025-06-10",
                "\"applications\": [{\"id\": \"p1\", \"kind\": \"medical\", \"filedOn\": \"2025-05-01\"}]");
        Regimes supposed = Regimes.supposed(
                Editions.library(), List.of(Editions.book("edition-2025"), Editions.book("pact")), file);

        assertThat(supposed.isSupposed()).isTrue();
        assertThat(regimes("\"findings\": []").isSupposed()).isFalse();
        assertThat(on(supposed, "1999-01-01")).containsExactly("edition-2025", "pact");
        assertThat(on(supposed, "2026-01-01")).containsExactly("edition-2025", "pact");
        assertThat(supposed.today()).isEqualTo(LocalDate.of(2025, 6, 10));
    }

    @Test
    void days_of_one_regime_have_the_same_list() {
        Regimes regimes = regimes("\"findings\": []");

        assertThat(regimes.on(LocalDate.of(2025, 2, 1))).isSameAs(regimes.on(LocalDate.of(2025, 3, 1)));
    }

    @Test
    void days_are_cut_where_the_regime_changes_and_nowhere_else() {
        Regimes regimes = regimes("\"findings\": []");

        assertThat(over(regimes, "2025-02-01", "2025-02-01")).containsExactly("2025-02-01 2025-02-01 edition-2025");
        assertThat(over(regimes, "2024-12-31", "2025-01-01"))
                .containsExactly("2024-12-31 2024-12-31 edition-2024", "2025-01-01 2025-01-01 edition-2025");
        assertThat(over(regimes, "2023-12-30", "2027-01-01"))
                .containsExactly(
                        "2023-12-30 2023-12-31 ",
                        "2024-01-01 2024-12-31 edition-2024",
                        "2025-01-01 2025-12-31 edition-2025",
                        "2026-01-01 2026-12-31 ",
                        "2027-01-01 2027-01-01 edition-2027");
        assertThat(over(regimes, "2025-01-01", "2025-12-31")).containsExactly("2025-01-01 2025-12-31 edition-2025");
        assertThat(over(regimes, "2027-01-01", Blank.NEVER.toString()))
                .containsExactly("2027-01-01 9999-12-31 edition-2027");
    }

    /** The second agreement changes nothing for a text that does not run with agreements; the days stay together. */
    @Test
    void an_agreement_cuts_the_days_of_a_text_that_runs_with_it() {
        Regimes regimes = regimes("""
                "agreements": [{"id": "a1", "kind": "rehabilitation", "from": "2025-03-01", "to": "2025-04-30"},
                  {"id": "a2", "kind": "rehabilitation", "from": "2025-05-01", "to": "2025-05-31"}]
                """);

        assertThat(over(regimes, "2025-02-01", "2025-06-10"))
                .containsExactly("2025-02-01 2025-02-28 ", "2025-03-01 2025-05-31 pact", "2025-06-01 2025-06-10 ");
    }

    @Test
    void a_parameter_cuts_the_days() {
        Regimes regimes = regimes(DECREE);

        assertThat(over(regimes, "2025-01-15", "2025-02-15"))
                .containsExactly("2025-01-15 2025-01-31 ", "2025-02-01 2025-02-15 decree");
    }

    @Test
    void what_has_a_day_of_its_own_is_dated() {
        Docket docket = Editions.docket("2025-06-10", """
                "findings": [{"id": "f1", "conduct": "split-stay", "status": "confirmed", "date": "2025-05-01"}],
                "handling": [{"id": "h1", "act": "written-notice", "date": "2025-06-01", "actor": "agency"}]
                """);

        assertThat(docket.facts())
                .extracting(f -> f.id(), Regimes::isDated)
                .contains(tuple("f1", true), tuple("h1", false), tuple("i1", false));
    }

    @Test
    void keys_are_sorted() {
        assertThat(Regimes.keys(List.of(Editions.book("pact"), Editions.book("edition-2025"))))
                .containsExactly("testland/edition-2025", "testland/pact");
    }

    /** Within its term the text of an agreement judges by itself; what it says of the time after is another matter. */
    @Test
    void a_text_governs_after_its_agreement_only_on_days_of_no_term() {
        Regimes pact = regimes(PACT);

        assertThat(keys(pact.after(LocalDate.parse("2025-08-31")))).isEmpty();
        assertThat(keys(pact.after(LocalDate.parse("2025-09-01")))).containsExactly("pact");
    }

    private static List<String> stretches(java.util.function.Function<LocalDate, String> agreement) {
        Regimes medical = regimes("""
                "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-02-28"},
                               {"id": "a2", "kind": "medical", "from": "2025-04-01", "to": "2025-12-31"}]
                """);
        return medical.over(LocalDate.parse("2025-01-10"), LocalDate.parse("2025-05-10"), agreement).stream()
                .map(s -> s.from() + " " + s.to() + " " + s.agreement())
                .toList();
    }

    /** March has no agreement: its days are with those before; days before the first agreement are with that. */
    @Test
    void days_without_an_agreement_are_with_those_before_or_with_the_first() {
        LocalDate march = LocalDate.parse("2025-03-01");
        LocalDate april = LocalDate.parse("2025-04-01");

        assertThat(stretches(d -> d.isBefore(march) ? "a1" : d.isBefore(april) ? "" : "a2"))
                .containsExactly("2025-01-10 2025-03-31 a1", "2025-04-01 2025-05-10 a2");
        assertThat(stretches(d -> d.isBefore(april) ? "" : "a2")).containsExactly("2025-01-10 2025-05-10 a2");
    }
}
