package qiyue.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** A day of a stay is under the agreement of the stay, be that named or told by its term. */
class StayDayTest {
    @Test
    void a_day_is_under_the_agreement_of_its_stay() throws Problems {
        String json = """
                {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2026-03-10"}, "scope": {},
                 "facility": {"name": "甲", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                   {"id": "a2", "kind": "rehabilitation", "from": "2025-01-01", "to": "2026-12-31"}],
                 "records": {"stays": [
                     {"id": "named", "worker": "张某", "admittedOn": "2025-05-01", "dischargedOn": "2025-05-20", "agreement": "a1"},
                     {"id": "told", "worker": "李某", "admittedOn": "2026-02-01", "dischargedOn": "2026-02-20"},
                     {"id": "unclear", "worker": "王某", "admittedOn": "2025-05-01", "dischargedOn": "2025-05-20"}],
                   "bedChecks": [{"id": "b1", "stay": "named", "date": "2025-05-06", "present": false},
                     {"id": "b2", "stay": "told", "date": "2026-02-06", "present": false},
                     {"id": "b3", "stay": "unclear", "date": "2025-05-06", "present": false}]}}
                """;
        CaseFile file = InspectionReader.read(Sources.json(json, "t"), Shipped.library(), "t");

        assertThat(Derivation.of(
                                file,
                                Shipped.library().calendar(),
                                conduct -> "",
                                new Effects((a, d) -> false, m -> false),
                                Placed.ONCE)
                        .facts())
                .filteredOn(StayDay.class::isInstance)
                .extracting(Evidence::id, Evidence::agreement)
                .containsExactlyInAnyOrder(
                        tuple("named@2025-05-06", "a1"),
                        tuple("told@2026-02-06", "a2"),
                        tuple("unclear@2025-05-06", ""));
    }
}
