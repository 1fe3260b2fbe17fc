package qiyue.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.Shipped;
import qiyue.problem.Problems;
import qiyue.suite.Case;

/** What is not said is not decided: a field left out makes nothing certain that was not. */
class SilenceLawTest {
    private static final int FIELDS = 4;

    /** Cases tried of every hundred, in the short run. */
    private static final int OF_HUNDRED = 3;

    /** Fields that say something by being left out, as the schema tells: not silence but a short form. */
    private static final Map<String, String> SHORT_FORMS = Map.ofEntries(
            Map.entry("decidedOn", "the day of handling is then the latest day stated: another day, not silence"),
            Map.entry("feedbackOn", "may be the latest day stated"),
            Map.entry("explainedOn", "may be the latest day stated; of a doubt: see its completeness"),
            Map.entry("noticedOn", "may be the latest day stated"),
            Map.entry("facility", "an earlier measure that names no facility struck this one"),
            Map.entry("subject", "an earlier measure that names nobody struck the facility"),
            Map.entry("department", "of an earlier measure: its subject goes with it"),
            Map.entry("count", "once"),
            Map.entry("irregular", "the whole line"),
            Map.entry("money", "the sum is unknown: measures on it stand with an unknown sum, and the sum is asked"),
            Map.entry("paid", "nothing paid"),
            Map.entry("retained", "nothing retained"),
            Map.entry("phase", "no suspension"),
            Map.entry("by", "this agency took the earlier measure"),
            Map.entry("measure", "of a rectification: of the suspension that its phase states"),
            Map.entry("until", "of a finding: one day"),
            Map.entry("from", "of an earlier measure: from the day of the decision"),
            Map.entry("agreement", "the only one, or asked"),
            Map.entry("duplicates", "a line of its own"),
            Map.entry("charges", "of a finding or an audit: no line named"),
            Map.entry("stay", "on no stay"),
            Map.entry("choice", "required"));

    /** Short forms that say for certain what the field itself would leave to people. */
    private static final Set<String> PLAIN = Set.of("by");

    /**
     * Fields without which another duty is spoken of: what passed is put right, and only with a last day does it matter whether
     * in time, which an inspection after it does not tell; what was put right in no suspension was put right; and what was
     * ordered of nobody else, or with no measure, was ordered of this facility.
     */
    private static final Set<String> OF_ANOTHER_DUTY = Set.of("dueOn", "phase", "facility", "measure");

    /** Clauses that speak until something is known, and why. */
    private static final Map<String, String> UNTIL_KNOWN = Map.of(
            "beijing/rules-2025#18.p2.e",
            "open: a failed inspection ends the agreement although nobody says whether it had resumed before");

    /** A place in a document: the id of the fact, and the field. */
    private record Place(String id, String field) {}

    @ParameterizedTest
    @MethodSource("qiyue.law.Trial#regimes")
    void a_field_left_out_makes_nothing_certain(Regime regime) {
        for (int i = 0; i < Trial.number(); i++) {
            ObjectNode document = Documents.of(regime, Trial.seed() + i);
            List<Place> places = new ArrayList<>();
            places(document, "", places);
            for (Place place : new Dice(Trial.seed() + i)
                    .shuffled(places).stream().limit(FIELDS).toList()) {
                Trial.hold(regime, d -> broken(d, place), Trial.seed() + i, document);
            }
        }
    }

    /** Cases as they stand, each field left out in turn. */
    @Test
    void a_field_left_out_of_a_case_makes_nothing_certain() {
        List<String> broken = new ArrayList<>();
        int tried = 0;
        for (Case tested : Trial.cases(OF_HUNDRED)) {
            for (String line : broken((ObjectNode) tested.given())) {
                broken.add(tested.file() + ": " + tested.name() + ": " + line);
            }
            tried++;
        }
        assertThat(tried).isPositive();
        assertThat(broken).as(() -> String.join("\n", broken)).isEmpty();
    }

    private static List<String> broken(ObjectNode document) {
        List<Place> places = new ArrayList<>();
        places(document, "", places);
        List<String> broken = new ArrayList<>();
        for (Place place : places) {
            try {
                broken.addAll(broken(document, place));
            } catch (Problems e) {
                // what cannot be left out, or what is then an error, decides nothing
            }
        }
        return broken;
    }

    private static List<String> broken(ObjectNode document, Place place) throws Problems {
        ObjectNode less = document.deepCopy();
        if (answersItself(document, place) || !leave(less, "", place)) {
            return List.of();
        }
        boolean shortForm = SHORT_FORMS.containsKey(place.field());
        JsonNode before = Judge.decide(document);
        JsonNode after = Judge.decide(less);
        List<String> broken = new ArrayList<>();
        Set<String> certain = new HashSet<>();
        Set<String> doubtful = new HashSet<>();
        Lines.met(before).forEach(m -> (m.established() ? certain : doubtful).add(m.clause()));
        Lines.met(after).stream()
                .filter(m -> m.established() && !certain.contains(m.clause()))
                .filter(m -> !shortForm || (doubtful.contains(m.clause()) && !PLAIN.contains(place.field())))
                .forEach(m -> broken.add("established without " + place + ": " + m.clause() + " " + m.instance()));
        if (!shortForm) {
            Set<String> was = new HashSet<>();
            Lines.objects(before.path("measures"))
                    .filter(SilenceLawTest::required)
                    .forEach(m -> Lines.texts(m.path("clauses")).forEach(was::add));
            Lines.objects(after.path("measures"))
                    .filter(m -> Lines.floor(m) && !Lines.moves(m))
                    .filter(m -> Lines.texts(m.path("clauses")).stream()
                            .noneMatch(c -> was.contains(c) || UNTIL_KNOWN.containsKey(c)))
                    .forEach(m -> broken.add("must happen without " + place + ": " + m));
        }
        Set<String> fulfilled = duties(before, Set.of("done", "late"));
        duties(after, Set.of("done", "late")).stream()
                .filter(d -> !fulfilled.contains(d) && !OF_ANOTHER_DUTY.contains(place.field()))
                .forEach(d -> broken.add("fulfilled without " + place + ": " + d));
        if (!shortForm) {
            Set<String> overdue = duties(before, Set.of("overdue"));
            duties(after, Set.of("overdue")).stream()
                    .filter(d -> !overdue.contains(d))
                    .forEach(d -> broken.add("overdue without " + place + ": " + d));
        }
        return broken;
    }

    /** Whether the field holds an answer that a conduct which costs nothing gives by itself: left out it is no, not silence. */
    private static boolean answersItself(JsonNode document, Place place) {
        for (JsonNode finding : document.path("findings")) {
            if (finding.path("id").asText().equals(place.id())) {
                Iterable<String> answered = () -> finding.path("answers").fieldNames();
                for (String question : answered) {
                    if (Set.of("answers", question).contains(place.field())
                            && !Shipped.library()
                                    .vocabulary()
                                    .answerWithoutMoney(
                                            question, finding.path("conduct").asText())
                                    .isEmpty()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** What is called for for certain, be it absorbed by something heavier. */
    private static boolean required(JsonNode measure) {
        return Lines.text(measure, "certainty").equals("established")
                && !Lines.text(measure, "modality").equals("may");
    }

    /** Duties that are certain and in one of these states. */
    private static Set<String> duties(JsonNode decision, Set<String> states) {
        Set<String> found = new HashSet<>();
        Lines.objects(decision.path("duties"))
                .filter(d -> states.contains(Lines.text(d, "state"))
                        && Lines.text(d, "certainty").equals("established"))
                .forEach(d -> Lines.texts(d.path("clauses"))
                        .forEach(c -> found.add(c + " " + Lines.text(d, "act") + " " + Lines.text(d, "actor"))));
        return found;
    }

    private static String id(JsonNode node, String above) {
        return node.has("id")
                ? node.path("id").asText()
                : node.has("key") ? node.path("key").asText() : above;
    }

    /** Every field but those that name the fact; what must be there the reader asks for. */
    private static void places(JsonNode node, String above, List<Place> places) {
        if (node instanceof ArrayNode array) {
            array.forEach(n -> places(n, above, places));
        } else if (node instanceof ObjectNode object) {
            String id = id(object, above);
            object.fields().forEachRemaining(f -> {
                if (!Set.of("id", "key", "assessments", "rows").contains(f.getKey())) {
                    if (!f.getValue().isArray() || !Lines.each(f.getValue()).allMatch(JsonNode::isObject)) {
                        places.add(new Place(id, f.getKey()));
                    }
                    places(f.getValue(), id, places);
                }
            });
        }
    }

    private static boolean leave(JsonNode node, String above, Place place) {
        if (node instanceof ObjectNode object) {
            String id = id(object, above);
            if (id.equals(place.id()) && object.has(place.field())) {
                object.remove(place.field());
                return true;
            }
            return Lines.each(object).anyMatch(n -> leave(n, id, place));
        }
        return node instanceof ArrayNode && Lines.each(node).anyMatch(n -> leave(n, above, place));
    }
}
