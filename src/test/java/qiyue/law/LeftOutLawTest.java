package qiyue.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import qiyue.fact.FactKind;
import qiyue.problem.Problems;
import qiyue.shape.Field;
import qiyue.shape.Form;
import qiyue.shape.Shape;
import qiyue.suite.Case;

/**
 * Nothing becomes lighter in silence: a code that a case states and that is then left out takes no clause away without a word. The
 * clause is then asked about, or the decision tells that the code is not stated.
 */
class LeftOutLawTest {
    /** Cases tried of every hundred, in the short run. */
    private static final int OF_HUNDRED = 8;

    /** Codes that say something by being left out, as the schema tells. */
    private static final Map<String, String> SHORT_FORMS = Map.of(
            "by", "this agency took the earlier measure",
            "subject", "an earlier measure struck what it names, or the facility",
            "payer", "the fund");

    @Test
    void a_code_left_out_takes_no_clause_away_without_a_word() {
        List<String> broken = new ArrayList<>();
        int tried = 0;
        for (Case tested : Trial.cases(OF_HUNDRED)) {
            for (FactKind kind : FactKind.all()) {
                JsonNode place = tested.given().at(kind.place());
                int facts = kind.place().isEmpty() ? 0 : place.isObject() ? 1 : place.size();
                for (int i = 0; i < facts; i++) {
                    String at = place.isObject() ? kind.place() : kind.place() + "/" + i;
                    for (Field field : Shape.of(kind.type()).fields()) {
                        if (isCode(field)
                                && tested.given().at(at).has(field.name())
                                && !early(tested.given().at(at), field)
                                && !answered(tested.given().at(at), field)) {
                            tried++;
                            lost((ObjectNode) tested.given(), at, field.name())
                                    .forEach(l -> broken.add(tested.file() + ": " + tested.name() + ": " + l));
                        }
                    }
                }
            }
        }
        assertThat(tried).isPositive();
        assertThat(broken).as(() -> String.join("\n", broken)).isEmpty();
    }

    /** What is said not to be decided, or is asked for, is not said to be examined and not met. */
    @Test
    void a_clause_that_was_not_decided_for_something_left_out_is_not_examined_and_unmet() throws Problems {
        List<String> broken = new ArrayList<>();
        for (Case tested : Trial.cases(OF_HUNDRED)) {
            JsonNode decision = Judge.decide(tested.given());
            Set<String> undecided = new HashSet<>();
            Lines.objects(decision.path("notes"))
                    .filter(n -> Lines.text(n, "kind").equals("not-stated"))
                    .forEach(n -> undecided.addAll(
                            List.of(Lines.text(n.path("details"), "clauses").split(", "))));
            Lines.objects(decision.path("questions"))
                    .filter(q -> Lines.text(q, "question").equals("stated"))
                    .forEach(q -> q.path("clauses").forEach(c -> undecided.add(c.asText())));
            Lines.objects(decision.path("outcomes"))
                    .filter(o -> Lines.text(o, "state").equals("not-established"))
                    .filter(o -> undecided.contains(Lines.text(o, "clause")))
                    .forEach(o -> broken.add(tested.file() + ": " + tested.name() + ": " + Lines.text(o, "clause")));
        }
        assertThat(broken).isEmpty();
    }

    private static boolean isCode(Field field) {
        return field.optional()
                && field.coded()
                && field.form() == Form.TEXT
                && field.pointsAt() == void.class
                && !SHORT_FORMS.containsKey(field.name());
    }

    /** A result left out before any inspection is none yet, as the schema tells. */
    private static boolean early(JsonNode fact, Field field) {
        return field.name().equals("result") && fact.has("orderedOn") && !fact.has("inspectedOn");
    }

    /** Whether leave was arranged may be answered beside the code: then the answer decides, and nothing is silent. */
    private static boolean answered(JsonNode fact, Field field) {
        return field.name().equals("leave") && fact.path("answers").has("leave-done");
    }

    private static List<String> lost(ObjectNode document, String at, String field) {
        ObjectNode less = document.deepCopy();
        ((ObjectNode) less.at(at)).remove(field);
        try {
            Set<String> before = clauses(Judge.decide(document));
            JsonNode after = Judge.decide(less);
            before.removeAll(clauses(after));
            String id = document.at(at).path("id").asText(at.substring(1));
            return before.isEmpty() || told(Judge.decide(document), after, id, field)
                    ? List.of()
                    : List.of("without " + id + "." + field + " nothing is said of " + before);
        } catch (Problems e) {
            // what cannot be left out decides nothing
            return List.of();
        }
    }

    /** Whether the decision asks about the fact or the case what it had not asked, or says that the code is not stated. */
    private static boolean told(JsonNode before, JsonNode after, String id, String field) {
        Set<String> asked = new HashSet<>();
        Lines.objects(before.path("questions")).forEach(q -> asked.add(key(q)));
        return Lines.objects(after.path("questions"))
                        .anyMatch(q ->
                                !asked.contains(key(q)) && Set.of(id, "case").contains(Lines.text(q, "about")))
                || Lines.objects(after.path("notes"))
                        .anyMatch(n -> Lines.text(n, "kind").equals("not-stated")
                                && Lines.text(n.path("details"), "field").equals(field)
                                && List.of(Lines.text(n.path("details"), "facts")
                                                .split(", "))
                                        .contains(id));
    }

    private static String key(JsonNode question) {
        return Lines.text(question, "question") + "@" + Lines.text(question, "about") + "."
                + Lines.text(question, "field");
    }

    private static Set<String> clauses(JsonNode decision) {
        Set<String> clauses = new HashSet<>();
        Lines.met(decision).forEach(m -> clauses.add(m.clause()));
        for (String part : List.of("measures", "duties")) {
            Lines.objects(decision.path(part)).forEach(l -> clauses.addAll(Lines.texts(l.path("clauses"))));
        }
        return clauses;
    }
}
