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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.Shipped;
import qiyue.fact.ChargePart;
import qiyue.fact.FactKind;
import qiyue.fact.Money;
import qiyue.problem.Problems;
import qiyue.shape.Field;
import qiyue.shape.Shape;
import qiyue.suite.Case;

/** What is not said is not decided: a field left out makes nothing certain that was not. */
class SilenceLawTest {
    private static final int FIELDS = 4;

    /** Cases tried of every hundred, in the short run. */
    private static final int OF_HUNDRED = 3;

    /** Fields that say something by being left out, and whose text in the schema says what: not silence but a short form. */
    private static final Map<String, String> SAID = Map.ofEntries(
            Map.entry(
                    "decidedOn",
                    "of an inspection: the day of handling is then the latest day stated, another day and no silence"),
            Map.entry("facility", "an earlier measure that names no facility struck this one"),
            Map.entry("subject", "an earlier measure struck what it names, or the facility"),
            Map.entry("count", "once"),
            Map.entry("declaredOn", "of a line of which some is paid or retained: it was submitted"),
            Map.entry("irregular", "the whole line"),
            Map.entry("paid", "nothing paid"),
            Map.entry("payer", "billed to the fund"),
            Map.entry("retained", "nothing retained"),
            Map.entry("by", "this agency took the earlier measure"),
            Map.entry("measure", "of a rectification: of the suspension that its phase states"),
            Map.entry("until", "of a finding: one day; of an earlier measure: without end"),
            Map.entry("from", "of an earlier measure: from the day of the decision"));

    /** Fields without which a fact names nothing, its sum is unknown, or the case is handled on another day. */
    private static final Set<String> NAMES_NOTHING = Set.of(
            "feedbackOn",
            "explainedOn",
            "noticedOn",
            "department",
            "money",
            "agreement",
            "application", // as every finding that names none, it is then of the agreement of its day (0150)
            "duplicates",
            "charges",
            "stay",
            "choice");

    /** Short forms that say for certain what the field itself would leave to people: on another day of handling it is not asked yet. */
    private static final Set<String> PLAIN = Set.of("by", "subject", "decidedOn");

    /**
     * Fields without which another duty is spoken of: what passed is put right, and only with a last day does it matter whether
     * in time, which an inspection after it does not tell; what was ordered of nobody else was ordered of this facility, and what no
     * other agency took this one took, so that what was applied for is its own.
     */
    private static final Set<String> OF_ANOTHER_DUTY = Set.of("dueOn", "facility", "measure", "by");

    /** Short forms of some kinds of fact, and where these stand: left out elsewhere a field of that name is silence. */
    private static final Map<String, Set<String>> ONLY_OF =
            Map.of("decidedOn", Set.of("/inspection"), "until", Set.of("/findings", "/history/measures"));

    /**
     * Clauses that take a field left out for certain, and were decided to: a line that says nothing of its channel was settled by the
     * institution, as the Shanxi Measures have all cost settled (0191, 0207).
     */
    private static final Map<String, String> DECIDED = Map.of(
            "shanxi/medical-2022#43.5",
            "channel",
            "shanxi/rehabilitation-2022#35.5",
            "channel",
            "shanxi/measures-2022#32.p1.e",
            "channel");

    /** Answers on which it hangs whether an evaluation has ended: until it has for certain its steps stay listed (a09-admission, 9.p1). */
    private static final Set<String> ENDS_EVALUATION = Set.of("counts-as-handling", "penalty-counts-as-handling");

    /** A place in a document: the id of the fact, or what of the document it is where that has none, and the field. */
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

    /** What a field says by being left out is in the schema, in both languages. */
    @Test
    void what_a_field_left_out_says_is_told_where_the_field_is() {
        for (String name : SAID.keySet()) {
            assertThat(fields().filter(f -> f.name().equals(name)))
                    .as(name)
                    .anyMatch(f -> f.en().contains("if left out") && (f.zh().contains("缺省") || f.zh().contains("默认")));
        }
    }

    private static Stream<Field> fields() {
        return Stream.concat(FactKind.all().stream().map(FactKind::type), Stream.of(Money.class, ChargePart.class))
                .flatMap(t -> Shape.of(t).fields().stream());
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
        if (notRaised(place)
                || answersItself(document, place)
                || toldByCompleteness(document, place)
                || !leave(less, "", place)) {
            return List.of();
        }
        boolean shortForm = (SAID.containsKey(place.field()) || NAMES_NOTHING.contains(place.field()))
                && ONLY_OF.getOrDefault(place.field(), Set.of("")).stream().anyMatch(w -> stands(document, w, place));
        JsonNode before = Judge.decide(document);
        JsonNode after = Judge.decide(less);
        List<String> broken = new ArrayList<>();
        Set<String> certain = new HashSet<>();
        List<Lines.Met> doubtful = new ArrayList<>();
        Lines.met(before).forEach(m -> {
            if (m.established()) {
                certain.add(m.clause());
            } else {
                doubtful.add(m);
            }
        });
        Lines.met(after).stream()
                .filter(m -> m.established() && !certain.contains(m.clause()))
                .filter(m -> !place.field().equals(DECIDED.get(m.clause())))
                .filter(m -> !shortForm || (settles(doubtful, m, place) && !plain(document, place)))
                .forEach(m -> broken.add("established without " + place + ": " + m.clause() + " " + m.instance()));
        if (!shortForm) {
            Set<String> was = new HashSet<>();
            Lines.objects(before.path("measures"))
                    .filter(SilenceLawTest::required)
                    .forEach(m -> Lines.texts(m.path("clauses")).forEach(was::add));
            Lines.objects(after.path("measures"))
                    .filter(m -> Lines.floor(m) && !Lines.moves(m))
                    .filter(m -> Lines.texts(m.path("clauses")).stream().noneMatch(was::contains))
                    .forEach(m -> broken.add("must happen without " + place + ": " + m));
        }
        Set<String> fulfilled = acts(before);
        acts(after).stream()
                .filter(d -> !fulfilled.contains(d)
                        && !OF_ANOTHER_DUTY.contains(place.field())
                        && !withoutEnd(document, place)
                        && !ofAllApplications(document, place)
                        && !endsEvaluation(document, place))
                .forEach(d -> broken.add("fulfilled without " + place + ": " + d));
        if (!shortForm) {
            Set<String> overdue = duties(before, Set.of("overdue"));
            duties(after, Set.of("overdue")).stream()
                    .filter(d -> !overdue.contains(d))
                    .forEach(d -> broken.add("overdue without " + place + ": " + d));
        }
        return broken;
    }

    /**
     * Whether what is certain now was in doubt before. A fact that had no part in what was in doubt, and counts now as its short form
     * says, brings a certainty of its own.
     */
    private static boolean settles(List<Lines.Met> doubtful, Lines.Met now, Place place) {
        return doubtful.stream()
                .filter(m -> m.clause().equals(now.clause()))
                .anyMatch(m -> !now.facts().contains(place.id()) || m.facts().contains(place.id()));
    }

    private static boolean plain(ObjectNode document, Place place) {
        return PLAIN.contains(place.field()) || withoutEnd(document, place);
    }

    /**
     * An earlier measure without a last day ran until the agreement resumed: nothing lies between that asks to be judged, and it is
     * held to the days within which service has to be resumed.
     */
    private static boolean withoutEnd(ObjectNode document, Place place) {
        return place.field().equals("until") && stands(document, "/history/measures", place);
    }

    /** Whether what is left out says, as one answer or among them, whether an evaluation has ended. */
    private static boolean endsEvaluation(ObjectNode document, Place place) {
        return ENDS_EVALUATION.contains(place.field())
                || (place.field().equals("answers")
                        && document.findParents("id").stream()
                                .filter(f -> Lines.text(f, "id").equals(place.id()))
                                .anyMatch(f -> ENDS_EVALUATION.stream()
                                        .anyMatch(q -> f.path("answers").has(q))));
    }

    /** Whether the fact stands there: in a list, as that part of the document, or anywhere where no place is named. */
    private static boolean stands(ObjectNode document, String where, Place place) {
        JsonNode there = document.at(where);
        return where.isEmpty()
                || Lines.text(there, "id").equals(place.id())
                || Lines.objects(there).anyMatch(f -> Lines.text(f, "id").equals(place.id()));
    }

    /** Whether the field says when something happened, of a kind of record declared complete: left out it says that it did not. */
    private static boolean toldByCompleteness(JsonNode document, Place place) {
        Iterable<String> kinds = () -> document.path("records").fieldNames();
        for (String kind : kinds) {
            if (document.path("scope").path("records").path(kind).asText().equals("complete")
                    && Lines.objects(document.path("records").path(kind))
                            .anyMatch(r -> Lines.text(r, "id").equals(place.id()))) {
                return fields().anyMatch(f -> f.name().equals(place.field()) && f.event());
            }
        }
        return false;
    }

    /** Whether the field names the application a step answers: a step that names none answers for all of them (0117). */
    private static boolean ofAllApplications(JsonNode document, Place place) {
        return place.field().equals("about")
                && Lines.objects(document.path("handling"))
                        .filter(s -> Lines.text(s, "id").equals(place.id()))
                        .anyMatch(s -> Lines.objects(document.path("applications"))
                                .anyMatch(a -> Lines.text(a, "id").equals(Lines.text(s, "about"))));
    }

    /** Whether the field answers a question that arises only when raised: left out, nobody raised it (docs/drl-profile.md, 0128). */
    private static boolean notRaised(Place place) {
        return Shipped.library()
                .vocabulary()
                .property("questions", place.field(), "asked")
                .equals("when-raised");
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

    /** What was done for certain: the step and who took it, whichever clause asks for it. */
    private static Set<String> acts(JsonNode decision) {
        Set<String> acts = new HashSet<>();
        duties(decision, Set.of("done", "late", "repeated")).forEach(d -> acts.add(d.substring(d.indexOf(' ') + 1)));
        return acts;
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

    /** The fact a field is in; outside of facts the part of the document: what is complete of the history is not the history. */
    private static String inside(String id, String field) {
        return id.isEmpty() ? field : id;
    }

    /** Every field but those that name the fact; what must be there the reader asks for. */
    private static void places(JsonNode node, String above, List<Place> places) {
        if (node instanceof ArrayNode array) {
            array.forEach(n -> places(n, above, places));
        } else if (node instanceof ObjectNode object) {
            String id = id(object, above);
            object.fields().forEachRemaining(f -> {
                if (!Set.of("id", "key", "assessments", "rows").contains(f.getKey())) {
                    if (!factsAlone(f.getValue())) {
                        places.add(new Place(id, f.getKey()));
                    }
                    places(f.getValue(), inside(id, f.getKey()), places);
                }
            });
        }
    }

    /** Lists of facts, and what holds nothing but such lists (the history): without them facts are gone, no field is silent. */
    private static boolean factsAlone(JsonNode value) {
        return value.isArray()
                ? Lines.each(value).allMatch(JsonNode::isObject)
                : value.isObject() && !value.isEmpty() && Lines.each(value).allMatch(v -> v.isArray() && factsAlone(v));
    }

    private static boolean leave(JsonNode node, String above, Place place) {
        if (node instanceof ObjectNode object) {
            String id = id(object, above);
            if (id.equals(place.id()) && object.has(place.field())) {
                object.remove(place.field());
                return true;
            }
            Iterable<String> names = object::fieldNames;
            for (String name : names) {
                if (leave(object.get(name), inside(id, name), place)) {
                    return true;
                }
            }
            return false;
        }
        return node instanceof ArrayNode && Lines.each(node).anyMatch(n -> leave(n, above, place));
    }
}
