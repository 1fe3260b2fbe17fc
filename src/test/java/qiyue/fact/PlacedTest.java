package qiyue.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** What of a document is the same fact as a moment ago, and what is not though its record is. */
class PlacedTest {
    private static final Placed AGAIN = Placed.again();

    private static CaseFile file() throws Problems {
        return InspectionReader.read(Sources.json("""
                {"region": "beijing",
                 "inspection": {"id": "i1", "inspectedOn": "2026-06-10", "agency": "市医保中心"},
                 "facility": {"name": "甲", "kinds": ["medical"]}, "scope": {},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                                {"id": "a2", "kind": "medical", "from": "2026-01-01", "to": "2026-12-31"}],
                 "records": {"charges": [
                   {"id": "c1", "date": "2025-05-06", "item": "床位费", "category": "treatment", "money": {"amount": 40}},
                   {"id": "c2", "date": "2026-05-06", "item": "床位费", "category": "treatment", "money": {"amount": 50}}]}}
                """, "t"), Shipped.library(), "t");
    }

    private static List<Evidence> facts(CaseFile file, Placed placed) {
        return Derivation.of(
                        file,
                        Shipped.library().calendar(),
                        conduct -> "",
                        new Effects((a, d) -> false, Shipped.library().vocabulary()::suspends),
                        placed)
                .facts();
    }

    private static Evidence fact(List<Evidence> facts, String id) {
        return facts.stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void a_record_that_stands_is_the_same_fact_again() throws Problems {
        CaseFile file = file();
        List<Evidence> first = facts(file, AGAIN);
        List<Evidence> second = facts(file, AGAIN);

        assertThat(fact(second, "c1")).isSameAs(fact(first, "c1"));
        assertThat(second).isEqualTo(first).isEqualTo(facts(file, Placed.ONCE));
    }

    @Test
    void nothing_is_kept_of_a_document_that_is_derived_once() throws Problems {
        CaseFile file = file();

        assertThat(fact(facts(file, Placed.ONCE), "c1")).isNotSameAs(fact(facts(file, Placed.ONCE), "c1"));
    }

    @Test
    void a_record_that_stands_under_another_agreement_is_another_fact() throws Problems {
        CaseFile file = file();
        facts(file, AGAIN);
        CaseFile entered = Derivation.with(
                file,
                "agreements",
                List.of(
                        file.agreements().get(0),
                        Derivation.with(file.agreements().get(1), "from", LocalDate.of(2026, 6, 1))));

        List<Evidence> facts = facts(entered, AGAIN);

        assertThat(((Charge) fact(facts, "c2")).agreement()).isNotEqualTo("a2");
        assertThat(facts).isEqualTo(facts(entered, Placed.ONCE));
    }

    @Test
    void on_another_day_of_handling_every_fact_has_another_clock() throws Problems {
        CaseFile file = file();
        facts(file, AGAIN);
        CaseFile entered = Derivation.with(
                file, "inspection", Derivation.with(file.inspection(), "today", LocalDate.of(2026, 6, 11)));

        List<Evidence> facts = facts(entered, AGAIN);

        assertThat(((Agreement) fact(facts, "a1")).clock().today()).isEqualTo("2026-06-11");
        assertThat(facts).isEqualTo(facts(entered, Placed.ONCE));
    }

    @Test
    void a_record_that_is_gone_is_placed_anew_when_it_comes_back() throws Problems {
        CaseFile file = file();
        Evidence before = fact(facts(file, AGAIN), "c1");
        facts(Derivation.with(file, "records", Derivation.with(file.records(), "charges", List.of())), AGAIN);

        assertThat(fact(facts(file, AGAIN), "c1")).isEqualTo(before).isNotSameAs(before);
    }
}
