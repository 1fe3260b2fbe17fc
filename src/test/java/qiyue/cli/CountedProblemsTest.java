package qiyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However many places share one fault, all of them are counted where the problems end. */
class CountedProblemsTest {
    @TempDir
    private Path folder;

    private Path document(String name, int faults) throws Exception {
        StringBuilder findings = new StringBuilder();
        for (int i = 0; i < faults; i++) {
            findings.append(i == 0 ? "" : ",\n")
                    .append("{\"id\": \"f")
                    .append(i)
                    .append("\", \"conduct\": \"bed-hangin\", \"status\": \"confirmed\", \"date\": \"2025-05-06\"}");
        }
        return Files.writeString(folder.resolve(name), """
                {"region": "beijing", "inspection": {"id": "%s", "inspectedOn": "2025-06-10"}, "scope": {},
                 "facility": {"name": "甲医院", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                 "findings": [%s]}
                """.formatted(name, findings));
    }

    @Test
    void one_fault_in_more_than_a_thousand_places_is_counted_whole() throws Exception {
        for (int faults : new int[] {1000, 1001}) {
            Path file = document("x" + faults + ".json", faults);

            assertThat(Run.of("evaluate", file.toString()).err())
                    .as("%s faults", faults)
                    .contains("共 " + faults + " 处")
                    .doesNotContain("处未列出；用 --errors");
        }
        assertThat(Run.of("evaluate", document("x.json", 2500).toString(), "--lang", "en")
                        .err())
                .contains("2500 problem(s)")
                .doesNotContain("--errors FILE");
    }

    @Test
    void what_is_not_shown_of_later_documents_is_counted_whole_too() throws Exception {
        document("1.json", 1200);
        document("2.json", 1500);

        assertThat(Run.of("evaluate", folder.toString()).err()).contains("共 1200 处", "另有 1500 处未列出；用 --errors");
    }
}
