package qiyue.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.problem.Problems;

/** The day of the written notice says the same whether the inspection states it or a step does. */
class NoticeLawTest {
    private static final List<String> CONCLUDED = List.of("breaches", "measures", "money", "questions");

    private static final List<String> DAYS =
            List.of("inspectedOn", "feedbackOn", "explainedOn", "decidedOn", "noticedOn");

    private int tried;

    @ParameterizedTest
    @MethodSource("qiyue.law.Trial#regimes")
    void notice_by_a_step_and_by_the_field_decide_alike(Regime regime) {
        Trial.hold(regime, this::apart);
        assertThat(tried).as("documents tried").isPositive();
    }

    private List<String> apart(ObjectNode document) throws Problems {
        // decided on the day it is handled on, so that nothing else moves
        Optional<LocalDate> last = DAYS.stream()
                .map(d -> document.path("inspection").path(d).asText())
                .filter(d -> d.startsWith("20"))
                .map(LocalDate::parse)
                .max(LocalDate::compareTo);
        if (last.isEmpty()) {
            return List.of();
        }
        LocalDate decided = last.get();
        tried++;
        ((ObjectNode) document.get("inspection")).put("decidedOn", decided.toString());
        String day = decided.plusDays(decided.getDayOfMonth() % 4).toString();
        ObjectNode field = without(document);
        ((ObjectNode) field.get("inspection")).put("noticedOn", day);
        ObjectNode step = without(document);
        step.withArray("handling")
                .addObject()
                .put("id", "notice")
                .put("act", "written-notice")
                .put("actor", "agency")
                .put("date", day);
        return Lines.differences(Judge.decide(field), Judge.decide(step), CONCLUDED);
    }

    /** The document without a notice of either kind. */
    private static ObjectNode without(ObjectNode document) {
        ObjectNode bare = document.deepCopy();
        ((ObjectNode) bare.get("inspection")).remove("noticedOn");
        if (bare.get("handling") instanceof ArrayNode steps) {
            for (Iterator<JsonNode> i = steps.iterator(); i.hasNext(); ) {
                if (i.next().path("act").asText().equals("written-notice")) {
                    i.remove();
                }
            }
        }
        return bare;
    }
}
