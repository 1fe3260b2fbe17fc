package qiyue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision;
import qiyue.explain.Explanation;
import qiyue.intake.InspectionText;
import qiyue.problem.Problems;
import qiyue.report.CompareReport;
import qiyue.report.JsonReport;

/** The facade as another program uses it: opened once, asked from many threads. */
class QiyueTest {
    private static final int THREADS = 4;

    @Test
    void many_threads_get_the_decisions_that_one_gets() throws Exception {
        Map<String, String> alone = new TreeMap<>();
        Qiyue one = open();
        for (InspectionText document : samples()) {
            alone.put(document.name(), JsonReport.line(one.decide(document)));
        }

        // opened afresh, so that the threads meet while the first regimes are being made ready
        Qiyue shared = open();
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Map<String, String>>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                List<InspectionText> order = new ArrayList<>(samples());
                Collections.shuffle(order, new Random(i));
                tasks.add(() -> {
                    Map<String, String> decided = new TreeMap<>();
                    for (InspectionText document : order) {
                        decided.put(document.name(), JsonReport.line(shared.decide(document)));
                    }
                    return decided;
                });
            }
            for (Future<Map<String, String>> decided : pool.invokeAll(tasks)) {
                assertThat(decided.get()).isEqualTo(alone);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void a_decision_is_explained_and_compared() throws Exception {
        Qiyue qiyue = open();
        InspectionText document = samples().get(0);

        Decision decision = qiyue.decide(document);
        Qiyue.Explained explained = qiyue.explain(document, List.of());
        CompareReport.Comparison compared = qiyue.compare(document);

        assertThat(JsonReport.line(explained.decision())).isEqualTo(JsonReport.line(decision));
        assertThat(explained.clauses()).isNotEmpty();
        assertThat(compared.columns().get(0).region()).isEqualTo(decision.region());
        assertThat(compared.columns()).hasSizeGreaterThan(1);
    }

    /** A fault of before the text is looked back on for an application; no clause on the party to an agreement judges it. */
    @Test
    void a_clause_that_comes_to_nothing_for_what_is_only_looked_back_on_is_not_explained_as_met() throws Exception {
        String clause = "shanxi/measures-2022#38.1";
        Explanation before = explained("2022-05-01", clause);
        Explanation within = explained("2023-05-01", clause);

        assertThat(within.standing()).containsExactly("established");
        assertThat(within.applications()).hasSize(1);
        assertThat(before.standing()).doesNotContain("established", "applied");
        assertThat(before.applications()).isEmpty();
        assertThat(before.stops()).anySatisfy(s -> {
            assertThat(s.kind()).isEqualTo("looked-back");
            assertThat(s.fact()).isEqualTo("f1");
        });
    }

    private static Explanation explained(String day, String clause) throws Problems {
        return open().explain(new InspectionText("applies.json", """
                        {"region": "shanxi", "inspection": {"id": "i1", "inspectedOn": "2023-07-01", "decidedOn": "2023-07-10"},
                         "scope": {}, "facility": {"name": "甲", "kinds": ["medical"]},
                         "agreements": [{"id": "a1", "kind": "medical", "from": "2023-01-01", "to": "2023-12-31"}],
                         "applications": [{"id": "q1", "kind": "medical", "filedOn": "2023-06-10"}],
                         "findings": [{"id": "f1", "conduct": "fund-safety-risk", "status": "confirmed", "date": "%s"}]}
                        """.formatted(day)), List.of(clause))
                .clauses()
                .get(0);
    }

    @Test
    void what_is_wrong_has_its_line() throws Exception {
        Qiyue qiyue = open();
        InspectionText document = samples().get(0);
        InspectionText misspelt =
                new InspectionText("mine.json", document.text().replaceFirst("\"inspection\"", "\"inspektion\""));

        Problems problems = catchThrowableOfType(Problems.class, () -> qiyue.decide(misspelt));

        assertThat(problems.all()).isNotEmpty().allSatisfy(p -> {
            assertThat(p.file()).isEqualTo("mine.json");
            assertThat(p.line()).isPositive();
        });
    }

    private static Qiyue open() throws Problems {
        return Qiyue.open(Shipped.RULES, Shipped.MODELS, Set.of());
    }

    private static List<InspectionText> samples() throws IOException {
        List<InspectionText> samples = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                samples.add(new InspectionText(file.toString(), Files.readString(file)));
            }
        }
        assertThat(samples).hasSizeGreaterThan(4);
        return samples;
    }
}
