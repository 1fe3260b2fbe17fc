package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.decision.Decision;
import qiyue.intake.InspectionReader;
import qiyue.problem.Sources;
import qiyue.rulebook.Readings;

/** A decision says by itself how an unclear text was read: the text of every reading its clauses cite, in both languages. */
class CitingTest {
    @Test
    void every_reading_cited_is_there_in_full() throws Exception {
        Decision decision = Shipped.evaluator()
                .evaluate(
                        InspectionReader.read(
                                Sources.json(Files.readString(Path.of("samples/shanxi-medical.json")), "s"),
                                Shipped.library(),
                                "s"),
                        "");
        Readings readings = Shipped.library().readings("shanxi");

        assertThat(decision.readings()).hasSizeGreaterThan(10).allSatisfy(r -> {
            Readings.Reading known = readings.of(r.id()).orElseThrow();
            assertThat(r.question())
                    .isEqualTo(Map.of(
                            "zh", known.question().zh(), "en", known.question().en()));
            assertThat(r.taken())
                    .isEqualTo(
                            Map.of("zh", known.taken().zh(), "en", known.taken().en()));
        });
        assertThat(decision.readings())
                .extracting(Decision.Cited::id)
                .containsAll(decision.notes().stream()
                        .filter(n -> n.kind().equals("doubt"))
                        .flatMap(n -> Readings.cited(n.details().getOrDefault("reading", "")).stream())
                        .toList());
    }
}
