package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Ground;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.SheetLine;
import qiyue.fact.Conclusion;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.report.JsonReport;

/** Money in whole decisions: sources, editions, linked records, and what is not known. */
class MoneyDecisionTest {

    private static Decision decide(String json) throws Problems {
        return Shipped.evaluator()
                .evaluate(InspectionReader.read(Sources.json(json, "test"), Shipped.library(), "test"), "");
    }

    /** A stay of 1,200 of which 900 are drugs, 660 beyond the fifth; and the whole of it after the period approved. */
    private static String stay(String from, String findings) {
        return """
                {"region": "xilingol", "inspection": {"id": "i1", "inspectedOn": "2023-06-20", "decidedOn": "2023-06-28"},
                 "scope": {}, "facility": {"name": "甲", "kinds": ["rehabilitation"]},
                 "agreements": [{"id": "a1", "kind": "rehabilitation", "from": "%s", "to": "2023-12-31"}],
                 "findings": [%s],
                 "records": {
                   "stays": [{"id": "s1", "worker": "乙", "admittedOn": "2023-05-20", "dischargedOn": "2023-06-10",
                              "identity": "matched", "answers": {"drug-excess-excluded": "yes"}}],
                   "charges": [
                     {"id": "c1", "stay": "s1", "date": "2023-05-22", "category": "treatment", "money": {"amount": 300, "paid": 300}},
                     {"id": "c2", "stay": "s1", "date": "2023-05-22", "category": "drug", "catalogue": "in", "money": {"amount": 700, "paid": 700}},
                     {"id": "c3", "stay": "s1", "date": "2023-06-05", "category": "drug", "catalogue": "in", "money": {"amount": 200, "paid": 200}}]}}
                """.formatted(from, findings);
    }

    @Test
    void a_lump_and_an_excess_recover_no_more_than_the_stay_cost() throws Problems {
        Decision decision = decide(stay("2023-01-01", """
                {"id": "f1", "conduct": "beyond-rehab-period", "status": "confirmed", "date": "2023-06-01", "stay": "s1",
                 "money": {"amount": 1200, "paid": 1200}}
                """));

        assertThat(decision.money().recover()).isEqualByComparingTo("1200");
        assertThat(decision.measures())
                .filteredOn(m -> m.kind().equals("recover") && m.floor())
                .singleElement()
                .satisfies(m -> assertThat(m.breaches())
                        .containsExactly("xilingol/rehabilitation-2022#11.s1b", "xilingol/rehabilitation-2022#13.s1b"));
    }

    /** The agreement begins on June 1: of the stay it governs one line, all of it drugs; four fifths of 200 are beyond. */
    @Test
    void a_stay_is_worked_out_from_the_lines_an_edition_governs() throws Problems {
        assertThat(decide(stay("2023-01-01", "")).money().recover()).isEqualByComparingTo("660");
        assertThat(decide(stay("2023-06-01", "")).money().recover()).isEqualByComparingTo("160");
    }

    @Test
    void a_finding_has_the_money_of_the_record_it_names() throws Problems {
        Decision decision = decide("""
                {"region": "shanxi", "inspection": {"id": "i1", "inspectedOn": "2023-07-20"},
                 "scope": {}, "facility": {"name": "丙", "kinds": ["assistive-device"]},
                 "agreements": [{"id": "a1", "kind": "assistive-device", "from": "2023-03-15", "to": "2024-03-14"}],
                 "findings": [{"id": "f1", "conduct": "other-irregular-cost", "status": "confirmed", "date": "2023-06-15", "records": ["u1"]}],
                 "records": {"sampleAudits": [{"id": "u1", "date": "2023-07-18", "claims": 40, "sampled": 8,
                                               "nonconforming": {"amount": 2500}, "declared": 60000}]}}
                """);

        assertThat(decision.money().refuse()).isEqualByComparingTo("2500");
        assertThat(decision.questions()).noneMatch(q -> q.question().equals("amount"));
        assertThat(decision.breaches()).flatExtracting(b -> b.instances()).allMatch(Decision.Instance::amountKnown);
    }

    /** 18.7 knows both routes: as finding, as record, and as both linked it concerns the 40 above what was allowed. */
    @Test
    void a_record_says_itself_how_much_of_it_a_clause_concerns() throws Problems {
        for (String finding : new String[] {
            "",
            "{\"id\": \"f1\", \"conduct\": \"overcharging\", \"status\": \"confirmed\", \"date\": \"2025-05-06\", \"records\": [\"c1\"]}"
        }) {
            Decision decision = decide("""
                    {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"},
                     "scope": {}, "facility": {"name": "甲", "kinds": ["medical"]},
                     "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                     "findings": [%s],
                     "records": {"charges": [{"id": "c1", "date": "2025-05-06", "category": "treatment", "catalogue": "in",
                                              "money": {"amount": 140}, "allowed": 100}]}}
                    """.formatted(finding));

            assertThat(decision.money().refuse()).as(finding).isEqualByComparingTo("40");
            assertThat(decision.money().known()).as(finding).isTrue();
        }
    }

    /** Costs of a suspension, handed in all the same: 18.p2 bars their settlement, 19.5 refuses them. */
    @Test
    void a_ground_whose_money_another_took_is_shown_beside_it() throws Problems {
        Decision decision = decide("""
                {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2025-09-10"},
                 "scope": {}, "facility": {"name": "甲", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                 "records": {"charges": [{"id": "c1", "date": "2025-08-04", "category": "treatment", "catalogue": "in", "purpose": "injury",
                                          "channel": "network", "declaredOn": "2025-08-06", "agreement": "a1", "money": {"amount": 820}}]},
                 "history": {"measures": [{"id": "h1", "kind": "suspend-agreement", "cause": "violation", "decidedOn": "2025-07-01",
                                           "from": "2025-07-01", "until": "2025-10-31", "agreement": "a1"}]}}
                """);

        assertThat(decision.money().refuse()).isEqualByComparingTo("820");
        assertThat(decision.measures())
                .filteredOn(m -> m.amount().signum() > 0)
                .singleElement()
                .satisfies(m -> assertThat(m.also())
                        .extracting(
                                Ground::kind, Ground::clauses, g -> g.amount().intValueExact())
                        .containsExactly(tuple("not-settled", java.util.List.of("beijing/rules-2025#18.p2.a"), 820)));
    }

    @Test
    void an_unknown_amount_is_absent_from_json() throws Problems {
        Decision decision = decide("""
                {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"},
                 "scope": {}, "facility": {"name": "甲", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                 "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06"}]}
                """);

        assertThat(decision.measures())
                .filteredOn(m -> !m.amountKnown())
                .isNotEmpty()
                .extracting(MeasureLine::amount)
                .containsOnly(Conclusion.UNSTATED);
        assertThat(JsonReport.line(decision)).doesNotContain("\"amount\":").doesNotContain("\"refuse\":");
    }

    @Test
    void a_vetoed_sheet_totals_nothing_and_an_incomplete_one_has_no_total() throws Problems {
        String sheet = """
                {"region": "shanxi", "inspection": {"id": "i1", "inspectedOn": "2024-01-10"},
                 "scope": {}, "facility": {"name": "丙", "kinds": ["assistive-device"]},
                 "agreements": [{"id": "a1", "kind": "assistive-device", "from": "2023-03-15", "to": "2024-03-14"}],
                 "assessments": [{"sheet": "admission-prosthetics", "year": 2023, "agreement": "a1", "rows": {%s}}]}
                """;

        SheetLine vetoed =
                decide(sheet.formatted("\"row4\": {\"met\": \"yes\"}")).scores().get(0);
        SheetLine unfinished = decide(sheet.formatted("")).scores().get(0);

        assertThat(vetoed.total()).isEqualByComparingTo("0");
        assertThat(unfinished.total()).isEqualTo(Conclusion.UNSTATED);
    }
}
