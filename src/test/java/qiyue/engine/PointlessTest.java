package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.drl.Drl;
import qiyue.fact.CaseFile;
import qiyue.fact.Evidence;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** What only a measure would need that comes to nothing anyway is not asked for: under that agreement, and no other. */
class PointlessTest {
    private static CaseFile file(String agreements, String finding) throws Problems {
        return InspectionReader.read(Sources.json("""
                {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                 "facility": {"name": "f", "kinds": ["medical"]}, "agreements": [%s],
                 "findings": [{"id": "f1", %s "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-01"}]}
                """.formatted(agreements, finding), "t"), Shipped.library(), "t");
    }

    private static final String ONE =
            "{\"id\": \"a1\", \"kind\": \"medical\", \"from\": \"2025-01-01\", \"to\": \"2025-12-31\"}";
    private static final String TWO = ONE + ", " + ONE.replace("a1", "a2").replace("medical", "rehabilitation");

    private static Drl.Rule giving(String type, String code) {
        return Shipped.library().rulebooks().get("beijing/rules-2025").rules().stream()
                .filter(r -> r.then().type().equals(type))
                .filter(r -> code.isEmpty()
                        || r.then().steps().get(0).arguments().toString().contains("value=" + code + "]"))
                .findFirst()
                .orElseThrow();
    }

    private static boolean pointless(CaseFile file, Map<String, Set<String>> kinds, Drl.Rule rule, Evidence fact) {
        return new Pointless(file, Shipped.library().vocabulary(), kinds).test(rule, fact);
    }

    @Test
    void a_measure_that_comes_to_nothing_is_pointless_under_its_agreement() throws Problems {
        CaseFile file = file(TWO, "\"agreement\": \"a1\",");
        Drl.Rule suspending = giving("Measure", "suspend-agreement");
        Evidence finding = file.findings().get(0);

        assertThat(pointless(file, Map.of("a1", Set.of("suspend-agreement")), suspending, finding))
                .isTrue();
        assertThat(pointless(file, Map.of("a2", Set.of("suspend-agreement")), suspending, finding))
                .isFalse();
        assertThat(pointless(file, Map.of("a1", Set.of("renew")), suspending, finding))
                .isFalse();
        assertThat(pointless(file, Map.of(), suspending, finding)).isFalse();
        assertThat(pointless(
                        file,
                        Map.of("a2", Set.of("suspend-agreement")),
                        suspending,
                        file.agreements().get(1)))
                .isTrue();
    }

    @Test
    void a_fact_that_names_no_agreement_is_of_the_only_one() throws Problems {
        Drl.Rule suspending = giving("Measure", "suspend-agreement");
        CaseFile one = file(ONE, "");
        CaseFile two = file(TWO, "");

        assertThat(pointless(
                        one,
                        Map.of("a1", Set.of("suspend-agreement")),
                        suspending,
                        one.findings().get(0)))
                .isTrue();
        assertThat(pointless(
                        two,
                        Map.of("a1", Set.of("suspend-agreement")),
                        suspending,
                        two.findings().get(0)))
                .isFalse();
    }

    @Test
    void a_step_towards_a_pointless_measure_is_pointless() throws Problems {
        CaseFile file = file(ONE, "");
        Map<String, Set<String>> kinds = Map.of("a1", Set.of("renew"));

        assertThat(pointless(
                        file,
                        kinds,
                        giving("Duty", "file-renewal"),
                        file.findings().get(0)))
                .isTrue();
        assertThat(pointless(
                        file,
                        Map.of("a1", Set.of("renew")),
                        giving("Duty", "inspect-rectification"),
                        file.findings().get(0)))
                .isFalse();
    }

    /** A breach gives no measure, whatever its facts. */
    @Test
    void a_breach_is_never_pointless() throws Problems {
        CaseFile file = file(ONE, "");

        assertThat(pointless(
                        file,
                        Map.of("a1", Set.of("suspend-agreement", "renew")),
                        giving("Breach", ""),
                        file.findings().get(0)))
                .isFalse();
    }
}
