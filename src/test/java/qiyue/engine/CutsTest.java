package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.fact.Accident;
import qiyue.fact.Evidence;
import qiyue.fact.Finding;
import qiyue.fact.Portion;
import qiyue.fact.Stay;

/** What of a record, a finding or a stay is left where nothing governs some of its lines, and of which agreement a part is. */
class CutsTest {
    private static final String LINES = """
            "charges": [
              {"id": "c25", "date": "2025-12-31", "category": "bed", "money": {"amount": 30}},
              {"id": "c26", "date": "2026-01-01", "category": "bed", "money": {"amount": 40}}]
            """;

    private static Accident accident(String more) {
        Docket docket = Editions.docket(
                "2026-02-01",
                "\"records\": {\"accidents\": [{\"id\": \"x1\", \"kind\": \"medical-accident\", \"date\": \"2025-12-31\"%s}], %s}"
                        .formatted(more, LINES));
        return (Accident) Editions.fact(docket, "edition-2025", "x1");
    }

    private static List<String> sources(Evidence fact) {
        return fact.portions().stream().map(Portion::source).toList();
    }

    @Test
    void a_record_keeps_the_lines_that_something_governs() {
        assertThat(sources(accident(", \"charges\": [\"c25\", \"c26\"]"))).containsExactly("c25");
        assertThat(sources(accident(", \"charges\": [\"c25\"]"))).containsExactly("c25");
    }

    /** Its sum lies among the lines that are left. */
    @Test
    void a_sum_of_a_record_lies_among_the_lines_that_are_left() {
        Accident some = accident(", \"charges\": [\"c25\", \"c26\"], \"money\": {\"amount\": 50}");

        assertThat(some.portions()).singleElement().satisfies(p -> {
            assertThat(p.source()).isEqualTo("x1");
            assertThat(p.pool()).containsExactly("c25");
            assertThat(p.money().amount()).isEqualByComparingTo("50");
        });
    }

    @Test
    void a_record_of_which_no_line_is_governed_costs_nothing() {
        for (String money : List.of("", ", \"money\": {\"amount\": 50}")) {
            Accident none = accident(", \"charges\": [\"c26\"]" + money);

            assertThat(none.money().known()).isTrue();
            assertThat(none.money().amount()).isZero();
            assertThat(none.charges()).isEmpty();
            assertThat(none.portions()).singleElement().satisfies(p -> {
                assertThat(p.source()).isEqualTo("x1");
                assertThat(p.money().known()).isTrue();
                assertThat(p.money().amount()).isZero();
                assertThat(p.pool()).isEmpty();
            });
        }
    }

    @Test
    void a_record_without_lines_keeps_its_sum() {
        assertThat(accident(", \"money\": {\"amount\": 50}").money().amount()).isEqualByComparingTo("50");
        assertThat(accident("").money().known()).isFalse();
    }

    private static final String TWO = """
            "agreements": [{"id": "a1", "kind": "medical", "from": "2024-01-01", "to": "2024-12-31"},
                           {"id": "a2", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
            """;

    /** A part is of the agreement the document names, else of that of its first day, or of the last day before with one. */
    @Test
    void a_part_is_of_the_agreement_of_its_first_day() {
        Docket docket = Editions.docket("2026-02-01", TWO + """
                "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2024-12-20", "until": "2025-01-10"},
                             {"id": "f2", "conduct": "bed-hanging", "status": "confirmed", "date": "2024-12-20", "until": "2025-01-10", "agreement": "a1"}],
                "records": {"stays": [{"id": "s1", "worker": "乙", "admittedOn": "2024-12-20", "dischargedOn": "2025-01-10"}]}
                """);

        assertThat(List.of("edition-2024", "edition-2025"))
                .extracting(e -> ((Finding) Editions.fact(docket, e, "f1")).agreement())
                .containsExactly("a1", "a2");
        assertThat(List.of("edition-2024", "edition-2025"))
                .extracting(e -> ((Finding) Editions.fact(docket, e, "f2")).agreement())
                .containsExactly("a1", "a1");
        assertThat(List.of("edition-2024", "edition-2025"))
                .extracting(e -> ((Stay) Editions.fact(docket, e, "s1")).agreement())
                .containsExactly("a1", "a2");
    }

    /** How a sum on no line divides by days nobody knows: beyond the texts that govern it is unknown; else see {@link LumpsTest}. */
    @Test
    void a_sum_that_lies_on_no_line_is_unknown_where_days_are_no_text_s() {
        Docket docket = Editions.docket("2026-02-01", """
                "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2024-12-20", "until": "2026-01-10",
                              "money": {"amount": 9}},
                             {"id": "f2", "conduct": "bed-hanging", "status": "confirmed", "date": "2024-12-20", "until": "2026-01-10",
                              "money": {"amount": 0}}]
                """);

        assertThat(List.of("edition-2024", "edition-2025"))
                .extracting(
                        e -> ((Finding) Editions.fact(docket, e, "f1")).money().known())
                .containsOnly(false);
        assertThat(docket.notes())
                .filteredOn(n -> n.kind().equals("split"))
                .extracting(n -> n.about())
                .containsExactly("f1");
        assertThat(docket.notes())
                .filteredOn(n -> n.kind().equals("split"))
                .extracting(n -> n.details())
                .containsExactly(java.util.Map.of("from", "2024-12-20"));
    }
}
