package qiyue.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** Of lines that name one another as what they repeat, one is the first. */
class RepetitionTest {
    private static CaseFile file(String... lines) throws Problems {
        String text = """
                {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                 "facility": {"name": "甲", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}], "records": {"charges": [%s]}}
                """.formatted(String.join(", ", lines));
        return InspectionReader.read(Sources.json(text, "t"), Shipped.library(), "t");
    }

    private static String line(String id, String date, String repeats) {
        return """
                {"id": "%s", "date": "%s", "category": "bed", "money": {"amount": 35}%s}
                """.formatted(id, date, repeats.isEmpty() ? "" : ", \"duplicates\": \"" + repeats + "\"");
    }

    private static List<List<String>> circles(String... lines) throws Problems {
        return Repetition.circles(file(lines).records().charges()).stream()
                .map(c -> c.stream().map(Charge::id).toList())
                .toList();
    }

    @Test
    void the_earliest_line_counts_as_the_first_then_the_lowest_id() throws Problems {
        assertThat(circles(line("c1", "2025-05-07", "c2"), line("c2", "2025-05-06", "c1")))
                .containsExactly(List.of("c2", "c1"));
        assertThat(circles(line("c10", "2025-05-06", "c9"), line("c9", "2025-05-06", "c10")))
                .containsExactly(List.of("c9", "c10"));
    }

    @Test
    void a_chain_is_no_circle_and_one_may_lead_into_it() throws Problems {
        assertThat(circles(
                        line("c1", "2025-05-06", ""), line("c2", "2025-05-06", "c1"), line("c3", "2025-05-06", "c2")))
                .isEmpty();
        assertThat(circles(
                        line("c1", "2025-05-06", "c2"), line("c2", "2025-05-06", "c3"), line("c3", "2025-05-06", "c2")))
                .containsExactly(List.of("c2", "c3"));
    }

    @Test
    void only_the_first_of_a_circle_repeats_no_other() throws Problems {
        CaseFile settled = Repetition.settled(
                file(line("c1", "2025-05-06", "c2"), line("c2", "2025-05-06", "c1"), line("c3", "2025-05-06", "c1")));

        assertThat(settled.records().charges()).extracting(Charge::repeats).containsExactly(false, true, true);
    }

    @Test
    void a_ring_of_many_lines_is_one_circle() throws Problems {
        String[] lines = IntStream.range(0, 3000)
                .mapToObj(i -> line("c" + i, "2025-05-06", "c" + (i + 1) % 3000))
                .toArray(String[]::new);

        assertThat(circles(lines))
                .singleElement()
                .satisfies(c -> assertThat(c).hasSize(3000).startsWith("c0", "c1"));
    }
}
