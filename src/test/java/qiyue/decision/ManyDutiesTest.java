package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.decision.Decision.DutyLine;
import qiyue.fact.Conclusion;

/** Ten thousand records, each with a clock and a step of its own; asked of no mutant, for each would take as long. */
class ManyDutiesTest {
    private static final Treatment BEIJING = Shipped.library().vocabulary().treatment("beijing");

    @Test
    void many_records_find_their_steps_fast() {
        List<Conclusion> many = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            String id = "r" + i;
            many.add(Basis.on(id)
                    .dutyOf(id, "x/y#18.a", "pay-month")
                    .by("agency")
                    .within(10, "days", LocalDate.of(2025, 1, 1).plusDays(i % 150)));
            steps.add("{\"id\": \"p%d\", \"act\": \"pay-month\", \"actor\": \"agency\", \"date\": \"%s\"}"
                    .formatted(i, LocalDate.of(2025, 1, 5).plusDays(i % 150)));
        }
        Document document = Document.of("""
                "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                "handling": [%s]
                """.formatted(String.join(", ", steps)));

        List<DutyLine> lines = Assertions.assertTimeout(
                Duration.ofSeconds(20),
                () -> new Duties(
                                document.file(),
                                Shipped.library().calendar(),
                                BEIJING,
                                new Struck(BEIJING, document.file()),
                                new Conclusions(many),
                                List.of(),
                                false)
                        .lines());

        assertThat(lines).hasSize(10_000).allMatch(d -> d.state().equals("done"));
    }
}
