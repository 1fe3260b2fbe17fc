package qiyue.law;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import qiyue.Shipped;
import qiyue.decision.Decision;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.report.JsonReport;

/** Decides documents; the last few decisions are kept, for several laws ask about the same document. */
final class Judge {
    private static final int KEPT = 3_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, String> DECIDED = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > KEPT;
        }
    };

    private Judge() {}

    /** The decision as JSON, in the words of the decision schema. */
    static ObjectNode decide(JsonNode document) throws Problems {
        return tree(text(document));
    }

    /** The same as text. */
    static String text(JsonNode document) throws Problems {
        String key = document.toString();
        String known = DECIDED.get(key);
        if (known == null) {
            known = afresh(document);
            DECIDED.put(key, known);
        }
        return known;
    }

    /** The same, decided once more. */
    static String afresh(JsonNode document) throws Problems {
        return JsonReport.of(decision(document));
    }

    static Decision decision(JsonNode document) throws Problems {
        return Shipped.evaluator().evaluate(InspectionReader.read(document, Shipped.library(), "law"), "");
    }

    private static ObjectNode tree(String text) {
        try {
            return (ObjectNode) MAPPER.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
