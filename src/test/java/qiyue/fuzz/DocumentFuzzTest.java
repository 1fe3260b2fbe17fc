package qiyue.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import qiyue.Qiyue;
import qiyue.Shipped;
import qiyue.intake.InspectionText;
import qiyue.problem.Problems;
import qiyue.receipt.Chain;
import qiyue.report.JsonReport;
import qiyue.report.TextReport;
import qiyue.suite.Case;

/** Documents of the cases, spoilt: read, decided, explained, compared, written, or refused in words. */
class DocumentFuzzTest {
    private static Qiyue qiyue;
    private static List<JsonNode> documents;

    @BeforeAll
    static void open() throws Problems {
        qiyue = Qiyue.open(Path.of("rules"));
        documents = Stream.of(Shipped.cases())
                .flatMap(List::stream)
                .map(Case::given)
                .toList();
    }

    @Test
    void a_spoilt_document_is_decided_or_refused() {
        Fuzz.all(100, seed -> {
            Spoiler spoiler = new Spoiler(seed);
            String text = spoiler.spoil(spoiler.pick(documents)).toString();
            return new Fuzz.Attempt(text, () -> decide(seed, text));
        });
    }

    @Test
    void a_spoilt_text_is_decided_or_refused() {
        Fuzz.all(50, seed -> {
            Spoiler spoiler = new Spoiler(seed);
            String text = spoiler.spoil(spoiler.pick(documents).toPrettyString());
            return new Fuzz.Attempt(text, () -> decide(seed, text));
        });
    }

    private static Object decide(long seed, String text) throws Problems {
        InspectionText document = new InspectionText("fuzz.json", text);
        var decision = (seed % 2 == 0 ? qiyue : qiyue.masked()).decide(document);
        String shown = TextReport.of(decision, qiyue.library(), seed % 3 == 0 ? "en" : "zh") + JsonReport.of(decision);
        if (seed % 10 == 0) {
            qiyue.explain(document, List.of());
            qiyue.compare(document);
            qiyue.verify(qiyue.receipt(document, new Chain()));
        }
        return shown;
    }
}
