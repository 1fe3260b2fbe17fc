package qiyue.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.Shipped;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** A measure served ends by the length its clause fixes, whatever the unit. */
class ServedTest {
    private static final LocalDate SERVED = LocalDate.of(2025, 9, 29);

    private static JsonNode json(String text) throws Problems {
        return Sources.json(text, "test");
    }

    private static Optional<LocalDate> until(LocalDate served, int number, String unit) throws Problems {
        return Proceeding.of(List.of())
                .with(
                        new Register.Subject("i1", "beijing", "BJ-1"),
                        List.of(
                                new Register.Draft(EntryKind.INSPECTION, served, json("""
                                        {"document": {"agreements": [{"id": "a1"}], "inspection": {}}}""")),
                                new Register.Draft(EntryKind.DECISION, served, json("""
                                        {"measures": [{"kind": "rectify", "floor": true, "breach": true,
                                         "clauses": ["beijing/rules-2025#17.p1"],
                                         "terms": {"least": %1$d, "most": %1$d, "unit": "%2$s"}}]}""".formatted(number, unit))),
                                new Register.Draft(EntryKind.SERVICE, served, json("{\"notice\": \"decision\"}"))),
                        served)
                .taken(LocalDate.MAX, Shipped.library().calendar())
                .get(0)
                .until();
    }

    /** Over National Day 2025: the 29th and 30th are worked, then the 9th, the 10th and the Saturday of the 11th. */
    @ParameterizedTest
    @CsvSource({
        "3, working-days, 2025-10-09",
        "5, working-days, 2025-10-11",
        "10, days, 2025-10-08",
        "2, months, 2025-11-28",
        "1, years, 2026-09-28"
    })
    void a_fixed_length_ends_by_its_unit(int number, String unit, LocalDate last) throws Problems {
        assertThat(until(SERVED, number, unit)).contains(last);
    }

    @Test
    void beyond_the_calendar_there_is_no_end() throws Problems {
        assertThat(until(LocalDate.of(2026, 12, 30), 5, "working-days")).isEmpty();
    }
}
