package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.Shipped;
import qiyue.fact.CaseFile;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** Which rulebooks govern on the days on which something changes; every gap is meant. */
class EditionCoverageTest {

    private static CaseFile file(String region, String kind) throws Problems {
        return InspectionReader.read(
                Sources.json("""
                        {"region": "%s", "inspection": {"id": "i1", "inspectedOn": "2026-06-10"}, "scope": {},
                         "facility": {"name": "f", "kinds": ["%s"]},
                         "agreements": [{"id": "a1", "kind": "%s", "from": "2023-03-01", "to": "2024-02-29"}],
                         "parameters": [{"key": "in-force-from", "date": "2020-12-01"}]}
                        """.formatted(region, kind, kind), "test"), Shipped.library(), "test");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                // Beijing: what was in force before 2025 is not held here (gap meant)
                "beijing, medical, 2024-12-31, none",
                "beijing, medical, 2025-01-01, rules-2025",
                "beijing, rehabilitation, 2025-01-01, rules-2025",
                "beijing, assistive-device, 2026-12-31, rules-2025",
                // Jinhua: from the day the inspection states; the text leaves it blank
                "jinhua, medical, 2020-11-30, none",
                "jinhua, medical, 2020-12-01, measures-2020",
                "jinhua, assistive-device, 2026-01-01, measures-2020",
                // Shanxi: agreement and Measures, from 2024-08-08 on the agreement alone
                "shanxi, medical, 2022-08-07, none",
                "shanxi, medical, 2022-08-08, measures-2022 medical-2022",
                "shanxi, medical, 2024-08-07, measures-2022 medical-2022",
                "shanxi, medical, 2024-08-08, medical-2022",
                "shanxi, rehabilitation, 2024-08-07, measures-2022 rehabilitation-2022",
                "shanxi, rehabilitation, 2024-08-08, rehabilitation-2022",
                "shanxi, assistive-device, 2024-08-07, assistive-device-2022 measures-2022",
                "shanxi, assistive-device, 2024-08-08, assistive-device-2022",
                // Xilingol: the term of the agreement; no medical agreement is held here (gap meant)
                "xilingol, rehabilitation, 2023-02-28, none",
                "xilingol, rehabilitation, 2023-03-01, rehabilitation-2022",
                "xilingol, rehabilitation, 2024-02-29, rehabilitation-2022",
                "xilingol, rehabilitation, 2024-03-01, none",
                "xilingol, assistive-device, 2023-03-01, assistive-device-2022",
                "xilingol, medical, 2023-06-01, none"
            })
    void on_a_boundary_day_exactly_these_rulebooks_govern(String region, String kind, LocalDate day, String books)
            throws Problems {
        Set<String> expected = books == null
                ? Set.of()
                : Stream.of(books.split(" ")).map(b -> region + "/" + b).collect(Collectors.toCollection(TreeSet::new));

        Set<String> governing = new TreeSet<>();
        Regimes.inForce(Shipped.library(), file(region, kind)).on(day).forEach(r -> governing.add(r.id()));

        assertThat(governing).isEqualTo(expected);
    }

    @Test
    void there_is_no_rulebook_this_test_does_not_know() {
        assertThat(Shipped.library().rulebooks().keySet())
                .containsExactlyInAnyOrder(
                        "beijing/rules-2025",
                        "jinhua/measures-2020",
                        "shanxi/assistive-device-2022",
                        "shanxi/measures-2022",
                        "shanxi/medical-2022",
                        "shanxi/rehabilitation-2022",
                        "xilingol/assistive-device-2022",
                        "xilingol/rehabilitation-2022");
    }
}
