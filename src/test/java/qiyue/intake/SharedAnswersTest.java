package qiyue.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Note;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** One answer for many facts decides as the same answer written into each of them; an exception is written into its own fact. */
class SharedAnswersTest {
    private static ObjectNode bill(String... others) throws IOException, Problems {
        ObjectNode document = (ObjectNode)
                Sources.json(Files.readString(Path.of("samples", "beijing-combined.json")), "beijing-combined");
        for (int i = 1; i <= 6; i++) {
            ObjectNode line =
                    document.withObject("/records").withArray("charges").addObject();
            line.put("id", "自" + i)
                    .put("date", "2025-07-0" + i)
                    .put("stay", "住院1")
                    .put("worker", "王志刚");
            line.put("item", i <= 4 ? "人血白蛋白" : "参苓白术散").put("category", "drug").put("catalogue", "out");
            line.put("purpose", "injury")
                    .put("channel", "network")
                    .putObject("money")
                    .put("amount", 300);
            line.putObject("answers").put("signer-entitled", "yes");
        }
        for (String other : others) {
            document.withArray("sharedAnswers").add(Sources.json(other, "answer"));
        }
        return document;
    }

    private static Decision decide(ObjectNode document) throws Problems {
        return Shipped.evaluator().evaluate(InspectionReader.read(document, Shipped.library(), "bill"), "");
    }

    private static void answer(ObjectNode document, String line, String answer) {
        document.at("/records/charges").forEach(c -> {
            if (c.path("id").asText().equals(line)) {
                ((ObjectNode) c).withObject("/answers").put("consent-signed", answer);
            }
        });
    }

    @Test
    void by_item() throws IOException, Problems {
        ObjectNode each = bill();
        for (String line : List.of("自1", "自2", "自3", "自4")) {
            answer(each, line, "no");
        }
        assertThat(decide(bill("{\"question\": \"consent-signed\", \"answer\": \"no\", \"item\": \"人血白蛋白\"}")))
                .isEqualTo(decide(each));
    }

    @Test
    void by_id() throws IOException, Problems {
        ObjectNode each = bill();
        answer(each, "自2", "yes");
        answer(each, "自5", "yes");
        assertThat(decide(bill("{\"question\": \"consent-signed\", \"answer\": \"yes\", \"facts\": [\"自2\", \"自5\"]}")))
                .isEqualTo(decide(each));
    }

    @Test
    void for_all_but_what_says_otherwise() throws IOException, Problems {
        ObjectNode each = bill();
        for (String line : List.of("自1", "自2", "自4", "自5", "自6")) {
            answer(each, line, "no");
        }
        answer(each, "自3", "yes");
        ObjectNode shared = bill("{\"question\": \"consent-signed\", \"answer\": \"no\"}");
        answer(shared, "自3", "yes");
        Decision decision = decide(shared);
        assertThat(decision.measures()).isEqualTo(decide(each).measures());
        assertThat(decision.breaches()).isEqualTo(decide(each).breaches());
        assertThat(decision.notes())
                .as("that it is read for some lines only is no slip")
                .extracting(Note::kind)
                .doesNotContain("unread-answer");
    }
}
