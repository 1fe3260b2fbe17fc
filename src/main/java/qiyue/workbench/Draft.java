package qiyue.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import qiyue.Qiyue;
import qiyue.decision.Decision;
import qiyue.intake.InspectionText;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.serve.Refusal;
import qiyue.serve.Refused;

/**
 * An inspection as far as it was entered: the decision on what is sound of it. A record with something wrong is left out of
 * the decision, and that is said, so that a half-typed line does not take away what stands beside it; what is wrong elsewhere
 * leaves no decision.
 *
 * @param given the document as it was handed in; an empty one where it is no JSON
 * @param text the document decided on
 * @param decision nothing while there is none
 * @param problems all that is wrong, with its place
 * @param aside pointers of records left out
 */
record Draft(
        JsonNode given, InspectionText text, Optional<Decision> decision, List<Problem> problems, List<String> aside) {
    /** A record of a list: what can be left out. */
    private static final Pattern RECORD = Pattern.compile(
            "(/(?:findings|agreements|handling|choices|parameters|sharedAnswers|assessments|applications)/\\d+"
                    + "|/(?:records/[^/]+|history/(?:measures|assessments))/\\d+)(/.*)?");

    /** What is left out can make something else wrong that points at it; no document needs as many rounds. */
    private static final int ROUNDS = 6;

    /** Decides on a document, or on as much of it as is sound. */
    static Draft of(Qiyue qiyue, String name, String body) {
        InspectionText text = new InspectionText(name, body);
        JsonNode tree;
        try {
            tree = text.tree();
        } catch (Problems e) {
            return new Draft(JsonNodeFactory.instance.objectNode(), text, Optional.empty(), e.all(), List.of());
        }
        return of(qiyue::decide, text, tree);
    }

    /** Decides on a document that was read before and is altered entry by entry: what comes of it is shown, and handed on by nobody. */
    static Draft of(Qiyue qiyue, String name, JsonNode tree) {
        return of((text, entered) -> qiyue.sketch(name, entered), InspectionText.of(name, tree), tree);
    }

    /** How a document is decided on. */
    private interface Deciding {
        Decision on(InspectionText text, JsonNode tree) throws Problems;
    }

    private static Draft of(Deciding deciding, InspectionText text, JsonNode tree) {
        try {
            return new Draft(tree, text, Optional.of(deciding.on(text, tree)), List.of(), List.of());
        } catch (Problems e) {
            return partly(deciding, text, tree, e.all());
        }
    }

    /** A document that can be decided on, be it without the records that are wrong. */
    static Draft sound(Qiyue qiyue, String body) throws Refused {
        Draft draft = Draft.of(qiyue, "draft", body);
        if (draft.decision().isEmpty()) {
            throw Refused.because(Refusal.NOT_SOUND, draft.problems());
        }
        return draft;
    }

    private static Draft partly(Deciding deciding, InspectionText whole, JsonNode tree, List<Problem> problems) {
        Pruning pruning = new Pruning(tree);
        List<Problem> found = problems;
        for (int round = 0; round < ROUNDS; round++) {
            if (!pruning.leaveOut(found)) {
                return new Draft(tree, whole, Optional.empty(), problems, List.of());
            }
            InspectionText text = InspectionText.of(whole.name(), pruning.tree);
            try {
                return new Draft(
                        tree, text, Optional.of(deciding.on(text, pruning.tree)), problems, List.copyOf(pruning.aside));
            } catch (Problems e) {
                found = e.all();
            }
        }
        return new Draft(tree, whole, Optional.empty(), problems, List.of());
    }

    /** Takes records out of a document, and knows where those left stood before. */
    private static final class Pruning {
        private final JsonNode tree;
        private final Set<String> aside =
                new TreeSet<>(Comparator.comparing((String p) -> p.substring(0, p.lastIndexOf('/')))
                        .thenComparing(p -> Integer.parseInt(p.substring(p.lastIndexOf('/') + 1))));
        private final java.util.Map<String, List<Integer>> standing = new java.util.HashMap<>();

        Pruning(JsonNode tree) {
            this.tree = lists(tree);
        }

        /** The same, its lists other ones; what they hold is shared with it. */
        private static JsonNode lists(JsonNode node) {
            if (node instanceof ArrayNode list) {
                return JsonNodeFactory.instance.arrayNode(list.size()).addAll(list);
            }
            if (node instanceof ObjectNode object) {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(field -> copy.set(field.getKey(), lists(field.getValue())));
                return copy;
            }
            return node;
        }

        /** Leaves out the records that are wrong; false where something else is wrong too, or nothing can be left out. */
        boolean leaveOut(List<Problem> problems) {
            Set<String> wrong = new TreeSet<>();
            for (Problem problem : problems) {
                Matcher m = RECORD.matcher(problem.pointer());
                if (!m.matches()) {
                    return false;
                }
                wrong.add(m.group(1));
            }
            List<String> last = new ArrayList<>(wrong);
            last.sort(Comparator.comparingInt((String p) -> -Integer.parseInt(p.substring(p.lastIndexOf('/') + 1))));
            boolean some = false;
            for (String pointer : last) {
                String list = pointer.substring(0, pointer.lastIndexOf('/'));
                int index = Integer.parseInt(pointer.substring(pointer.lastIndexOf('/') + 1));
                JsonNode held = tree.at(list);
                if (held instanceof ArrayNode array && index < array.size()) {
                    List<Integer> places = standing.computeIfAbsent(list, l -> places(array.size()));
                    aside.add(list + "/" + places.remove(index));
                    array.remove(index);
                    some = true;
                }
            }
            return some;
        }

        private static List<Integer> places(int size) {
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                places.add(i);
            }
            return places;
        }
    }

    /** The document decided on as a tree. */
    ObjectNode tree() throws Problems {
        return (ObjectNode) text.tree();
    }
}
