package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.Shipped;
import qiyue.fact.Charge;
import qiyue.fact.Evidence;
import qiyue.fact.Finding;
import qiyue.fact.Stay;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** Facts of days within, between and after the terms of several agreements. */
class DocketTermsTest {
    private static final String TWO = """
            "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-03-31"},
                           {"id": "a2", "kind": "medical", "from": "2025-04-01", "to": "2025-12-31"}]
            """;

    private static List<String> parts(String finding) {
        Docket docket = Editions.docket("2025-06-10", TWO + """
                , "findings": [{"id": "f1", "conduct": "bed-hanging", "date": "2025-03-20", "until": "2025-04-10", %s}],
                "records": {"charges": [
                  {"id": "c1", "date": "2025-03-25", "agreement": "a1", "category": "bed", "money": {"amount": 1}},
                  {"id": "c2", "date": "2025-04-05", "agreement": "a2", "category": "bed", "money": {"amount": 2}}]}
                """.formatted(finding));
        return Editions.facts(docket, "edition-2025").stream()
                .filter(Finding.class::isInstance)
                .map(f -> f.agreement() + " " + ((Finding) f).date())
                .toList();
    }

    /** Only what is certain and lies on lines is of each agreement by itself. */
    @Test
    void a_finding_is_divided_by_agreements_only_where_it_is_certain_and_its_money_lies_on_lines() {
        String lines = "\"charges\": [{\"id\": \"c1\"}, {\"id\": \"c2\"}]";

        assertThat(parts("\"status\": \"confirmed\", " + lines)).containsExactly("a1 2025-03-20", "a2 2025-04-01");
        assertThat(parts("\"status\": \"suspected\", " + lines)).containsExactly("a1 2025-03-20");
        assertThat(parts("\"status\": \"confirmed\", \"money\": {\"amount\": 3}"))
                .containsExactly("a1 2025-03-20");
        assertThat(parts("\"status\": \"confirmed\", \"money\": {\"amount\": 0}"))
                .containsExactly("a1 2025-03-20");
        assertThat(parts("\"status\": \"confirmed\"")).containsExactly("a1 2025-03-20");
    }

    /** It begins between two agreements: of it, only the days and lines of the second are judged. */
    @Test
    void of_a_stay_that_reaches_into_an_agreement_only_its_days_there_are_judged() {
        Docket docket = Editions.docket("2025-06-10", """
                "agreements": [{"id": "a1", "kind": "rehabilitation", "from": "2025-01-01", "to": "2025-02-28"},
                               {"id": "a2", "kind": "rehabilitation", "from": "2025-04-01", "to": "2025-12-31"}],
                "records": {
                  "stays": [{"id": "s1", "worker": "乙", "admittedOn": "2025-03-15", "dischargedOn": "2025-04-20"}],
                  "charges": [
                    {"id": "c1", "stay": "s1", "date": "2025-03-20", "category": "bed", "money": {"amount": 1}},
                    {"id": "c2", "stay": "s1", "date": "2025-04-05", "category": "bed", "money": {"amount": 2}}]}
                """);

        assertThat(Editions.facts(docket, "pact").stream()
                        .filter(Stay.class::isInstance)
                        .map(Evidence::portions))
                .singleElement()
                .satisfies(p -> assertThat(p).extracting(s -> s.source()).containsExactly("c2"));
        assertThat(Editions.facts(docket, "pact").stream().filter(Charge.class::isInstance))
                .extracting(Evidence::id)
                .containsExactly("c1", "c2");
    }

    /** A sheet for devices says nothing of a medical agreement, whatever other agreement it would be for. */
    @ParameterizedTest
    @CsvSource({
        "annual-medical-rehabilitation, a1, no",
        "annual-assistive-device, a1, open",
        "annual-medical-rehabilitation, a2, open"
    })
    void an_assessment_rules_a_renewal_out_only_with_a_sheet_for_that_agreement(
            String sheet, String agreement, String answer) throws Problems {
        Docket docket = Docket.of(
                InspectionReader.read(Sources.json("""
                                {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2026-01-10"}, "scope": {},
                                 "facility": {"name": "甲", "kinds": ["medical", "assistive-device"]},
                                 "agreements": [
                                  {"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                                  {"id": "a2", "kind": "assistive-device", "from": "2025-01-01", "to": "2025-12-31"}],
                                 "assessments": [{"sheet": "%s", "year": 2025, "agreement": "%s", "total": 50}]}
                                """.formatted(sheet, agreement), "test"), Shipped.library(), "test"),
                Shipped.library());

        assertThat(docket.renewals().answer(docket.file().agreements().get(0))).isEqualTo(answer);
    }

    /** An application looks back on a finding of its own regime once, as on any other of it. */
    @Test
    void what_an_application_looks_back_on_is_judged_once() {
        Docket docket = Editions.docket("2025-06-10", """
                "applications": [{"id": "b1", "kind": "medical", "filedOn": "2025-06-01"}],
                "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-01"},
                             {"id": "f2", "conduct": "bed-hanging", "status": "confirmed", "date": "2024-05-01"}]
                """);

        assertThat(docket.groups())
                .allSatisfy(g -> assertThat(g.facts().stream().filter(Finding.class::isInstance))
                        .extracting(Evidence::id)
                        .doesNotHaveDuplicates());
        assertThat(docket.groups().stream().flatMap(g -> g.facts().stream()).filter(Finding.class::isInstance))
                .extracting(Evidence::id)
                .contains("f1", "f2");
    }
}
