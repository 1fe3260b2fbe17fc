package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.decision.Decision;
import qiyue.fact.Certainty;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;

class UntakenTest {
    private static final Path SAMPLES = Path.of("samples");

    private static Decision decided(Path file) throws IOException, Problems {
        return Shipped.evaluator()
                .evaluate(
                        InspectionReader.read(
                                new ObjectMapper().readTree(file.toFile()), Shipped.library(), file.toString()),
                        "");
    }

    @Test
    void money_paid_before_is_named_where_a_text_only_refuses() throws Exception {
        Decision decision = decided(SAMPLES.resolve("jinhua-investigation.json"));
        String refusing = "jinhua/measures-2020#16.p1";
        assertThat(decision.notes())
                .filteredOn(n -> n.kind().equals("no-measure"))
                .extracting(Decision.Note::about, Decision.Note::details)
                .containsExactly(
                        tuple(
                                "jinhua/measures-2020#16.3",
                                Map.of("facts", "费2", "amount", "5400.00", "clauses", refusing, "lacking", "unpaid")),
                        tuple(
                                "jinhua/measures-2020#16.6",
                                Map.of("facts", "稽3", "amount", "318.00", "clauses", refusing, "lacking", "unpaid")));
    }

    @Test
    void the_part_that_was_paid_is_named_with_its_sum() throws Exception {
        ObjectNode document = (ObjectNode) new ObjectMapper()
                .readTree(SAMPLES.resolve("jinhua-investigation.json").toFile());
        document.putArray("findings")
                .addObject()
                .put("id", "f1")
                .put("conduct", "overcharging")
                .put("status", "confirmed")
                .put("date", "2023-05-06")
                .putObject("money")
                .put("amount", 1000)
                .put("paid", 900)
                .put("refunded", 50);
        document.remove("records");
        document.remove("choices");
        Decision decision =
                Shipped.evaluator().evaluate(InspectionReader.read(document, Shipped.library(), "paid in part"), "");
        assertThat(decision.notes())
                .filteredOn(n -> n.kind().equals("part-untaken"))
                .extracting(
                        Decision.Note::about,
                        n -> n.details().get("facts"),
                        n -> n.details().get("paid"),
                        n -> n.details().get("unpaid"),
                        n -> n.details().get("clauses"))
                .containsExactly(
                        tuple("jinhua/measures-2020#16.6", "f1", "850.00", "100.00", "jinhua/measures-2020#16.p1"));
    }

    @Test
    void an_established_breach_with_money_is_behind_a_measure_or_has_a_note() throws Exception {
        List<Path> samples;
        try (Stream<Path> files = Files.list(SAMPLES)) {
            samples = files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
        assertThat(samples).isNotEmpty();
        for (Path sample : samples) {
            Decision decision = decided(sample);
            decision.breaches()
                    .forEach(b -> b.instances().stream()
                            .filter(i -> i.certainty() == Certainty.ESTABLISHED
                                    && i.amount().signum() > 0)
                            .forEach(i -> assertThat(told(decision, b.clause(), i.facts()))
                                    .as("%s: %s of %s", sample, b.clause(), i.facts())
                                    .isTrue()));
        }
    }

    private static boolean told(Decision decision, String clause, List<String> facts) {
        return decision.measures().stream()
                        .anyMatch(m -> on(m.breaches(), m.facts(), clause, facts)
                                || m.also().stream().anyMatch(g -> on(g.breaches(), g.facts(), clause, facts)))
                || decision.notes().stream()
                        .anyMatch(n -> n.kind().equals("no-measure")
                                && n.about().equals(clause)
                                && !Collections.disjoint(
                                        List.of(n.details()
                                                .getOrDefault("facts", "")
                                                .split(", ")),
                                        facts));
    }

    private static boolean on(List<String> breaches, List<String> rest, String clause, List<String> facts) {
        return breaches.contains(clause) && !Collections.disjoint(rest, facts);
    }
}
