package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.decision.Decision.Note;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.rulebook.Readings;
import qiyue.rulebook.Rulebook;

/** A doubt the ledger keeps is told to whoever reads a decision that touches its clause. */
class DoubtsTest {

    @Test
    void every_doubt_stands_at_a_clause_that_a_decision_can_name() throws Problems {
        List<String> dead = new ArrayList<>();
        for (Rulebook book : Shipped.library().rulebooks().values()) {
            book.ledger().values().stream()
                    .filter(c -> !c.ask().zh().isEmpty())
                    .filter(c -> !named(book, c.id()))
                    .forEach(c -> dead.add(book.id() + "#" + c.id()));
        }
        assertThat(dead).as("doubts no decision can show").isEmpty();
    }

    private static boolean named(Rulebook book, String clause) {
        return book.rules().stream()
                        .anyMatch(r -> r.clause().equals(clause)
                                && Set.of("Breach", "Measure", "Duty")
                                        .contains(r.then().type()))
                || book.sheets().entrySet().stream()
                        .anyMatch(s ->
                                s.getValue().rows().stream().anyMatch(r -> clause.equals(s.getKey() + "." + r.id())));
    }

    /** Ledgers ask in Chinese; what an English decision says of a doubt is the question of its reading. */
    @Test
    void every_doubt_cites_a_reading() throws Problems {
        List<String> bare = new ArrayList<>();
        for (Rulebook book : Shipped.library().rulebooks().values()) {
            book.ledger().values().stream()
                    .filter(c -> !c.ask().zh().isEmpty())
                    .filter(c -> Readings.cited(c.reading()).isEmpty())
                    .forEach(c -> bare.add(book.id() + "#" + c.id()));
        }
        assertThat(bare).as("doubts without a reading").isEmpty();
    }

    @Test
    void the_doubt_of_a_clause_that_only_grounds_a_duty_is_shown() throws Problems {
        assertThat(doubts(Map.of())).doesNotContain("beijing/rules-2025#7.b");
        assertThat(doubts(Map.of("materials-incomplete", "yes"))).contains("beijing/rules-2025#7.b");
    }

    private static List<String> doubts(Map<String, String> answers) throws Problems {
        String given = answers.entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\": \"" + e.getValue() + "\"")
                .findFirst()
                .orElse("\"materials-incomplete\": \"no\"");
        String document = """
                {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                 "facility": {"name": "甲医院", "kinds": ["medical"]}, "agreements": [],
                 "applications": [{"id": "p1", "kind": "medical", "filedOn": "2025-06-03", "answers": {%s}}]}
                """.formatted(given);
        var file = InspectionReader.read(Sources.json(document, "d"), Shipped.library(), "d");
        return Shipped.evaluator().evaluate(file, "").notes().stream()
                .filter(n -> n.kind().equals("doubt"))
                .map(Note::about)
                .toList();
    }
}
