package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import qiyue.Shipped;
import qiyue.fact.Evidence;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/**
 * Documents of real size are within bounds by mere counting: to read each of thousands of answers by the constraints of every rule
 * once took two fifths of a decision.
 */
class CrowdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "beijing-quarterly-2025q2",
                "shanxi-medical-2023q3",
                "jinhua-two-months",
                "xilingol-rehabilitation-2023q2"
            })
    void no_rule_is_walked_for_a_quarter_of_charges(String name) throws IOException, Problems {
        var document = Sources.json(Files.readString(Path.of("samples", name + ".json")), name);
        Docket docket = Docket.of(InspectionReader.read(document, Shipped.library(), name), Shipped.library());

        for (Docket.Group group : docket.groups()) {
            Slices.Slice slice = group.slice();
            List<Evidence> facts = slice.of(group.facts());
            Work work = new Work(group, slice, Crowd.of(facts));
            work.demandBounded();

            assertThat(work.walked()).isZero();
        }
        assertThat(docket.groups().stream()
                        .mapToInt(g -> g.facts().size())
                        .max()
                        .orElse(0))
                .isGreaterThan(500);
    }
}
