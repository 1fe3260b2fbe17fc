package qiyue.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** Which suspension a rectification belongs to that says it was ordered during one and not during which. */
class AttachmentTest {
    private static final String MEASURE = """
            {"id": "%s", "kind": "suspend-agreement", "cause": "violation", "agreement": "a1",
             "decidedOn": "2025-03-01", "from": "2025-03-03", "until": "2025-05-02"%s}""";
    private static final String ONE = MEASURE.formatted("m1", "");

    /** The measure of a rectification ordered that day, beside those earlier measures. */
    private static String measureOf(String orderedOn, String more, String... measures) throws Problems {
        String json = """
                {"region": "beijing", "scope": {},
                 "inspection": {"id": "i1", "inspectedOn": "2025-09-10", "agency": "市医保中心"},
                 "facility": {"name": "甲", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                                {"id": "a2", "kind": "rehabilitation", "from": "2025-01-01", "to": "2025-12-31"}],
                 "history": {"measures": [%s]},
                 "records": {"rectifications": [{"id": "r1", "orderedOn": "%s"%s}]}}
                """.formatted(String.join(", ", measures), orderedOn, more);
        CaseFile file = InspectionReader.read(Sources.json(json, "t"), Shipped.library(), "t");
        return Derivation.of(
                        file,
                        Shipped.library().calendar(),
                        c -> "",
                        new Effects((a, d) -> false, Shipped.library().vocabulary()::suspends),
                        Placed.ONCE)
                .facts()
                .stream()
                .filter(Rectification.class::isInstance)
                .map(f -> ((Rectification) f).measure())
                .findFirst()
                .orElseThrow();
    }

    private static String during(String orderedOn, String... measures) throws Problems {
        return measureOf(orderedOn, ", \"phase\": \"suspension\"", measures);
    }

    @Test
    void from_the_decision_to_the_last_day_it_is_that_suspensions() throws Problems {
        assertThat(during("2025-02-28", ONE)).isEmpty();
        assertThat(during("2025-03-01", ONE)).isEqualTo("m1");
        assertThat(during("2025-05-02", ONE)).isEqualTo("m1");
        assertThat(during("2025-05-03", ONE)).isEmpty();
    }

    @Test
    void what_was_ordered_after_it_resumed_is_not() throws Problems {
        String resumed = MEASURE.formatted("m1", ", \"resumedOn\": \"2025-04-10\"");

        assertThat(during("2025-04-09", resumed)).isEqualTo("m1");
        assertThat(during("2025-04-10", resumed)).isEmpty();
    }

    @Test
    void of_two_nobody_said_which() throws Problems {
        String resumed =
                MEASURE.formatted("m2", ", \"resumedOn\": \"2025-04-10\"").replace("2025-03-01", "2025-02-20");

        assertThat(during("2025-04-09", ONE, resumed)).isEmpty();
        assertThat(during("2025-04-10", ONE, resumed)).isEqualTo("m1");
    }

    @Test
    void only_a_suspension_of_the_facility_for_a_violation_counts() throws Problems {
        assertThat(during("2025-03-03", ONE.replace("\"violation\"", "\"own-request\"")))
                .isEmpty();
        assertThat(during("2025-03-03", ONE.replace("suspend-agreement", "suspend-payment")))
                .isEmpty();
        assertThat(during("2025-03-03", MEASURE.formatted("m1", ", \"facility\": \"丙医院\"")))
                .isEmpty();
        assertThat(during("2025-03-03", MEASURE.formatted("m1", ", \"subject\": \"person\", \"people\": [\"王某\"]")))
                .isEmpty();
    }

    @Test
    void another_agreements_suspension_is_another() throws Problems {
        String other = ", \"phase\": \"suspension\", \"agreement\": \"a2\"";

        assertThat(measureOf("2025-03-03", other, ONE)).isEmpty();
        assertThat(measureOf(
                        "2025-03-03", other, ONE, MEASURE.formatted("m2", "").replace("a1", "a2")))
                .isEqualTo("m2");
    }

    @Test
    void what_does_not_say_that_it_was_during_one_is_left_alone() throws Problems {
        assertThat(measureOf("2025-03-03", "", ONE)).isEmpty();
        assertThat(measureOf("2025-03-03", ", \"phase\": \"plain\"", ONE)).isEmpty();
    }
}
