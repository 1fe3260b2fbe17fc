package qiyue.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import qiyue.intake.Personal;
import qiyue.intake.Roster;
import qiyue.problem.Problem;
import qiyue.problem.Text;
import qiyue.rulebook.Vocabulary;

/**
 * A case may be an inspection that was: what is told of it names nobody whom its facts or its expectations name, as what is told of
 * inspections does not. What it is called and how it was read are words of who wrote it, and are given as they are.
 */
final class Unnamed {
    private static final Set<String> UNKNOWN = Set.of("unknown-key", "unknown-field");

    private Unnamed() {}

    /** What differs, without the people of the case. */
    static List<Text> told(List<Text> differences, Case tested, Vocabulary vocabulary) {
        if (differences.isEmpty()) {
            return differences;
        }
        UnaryOperator<String> words = Personal.words(all(List.of(tested)), vocabulary, new Roster());
        return differences.stream()
                .map(d -> new Text(words.apply(d.zh()), words.apply(d.en())))
                .toList();
    }

    /** Problems of a file without the people of its cases. */
    static UnaryOperator<Problem> problems(List<Case> cases, Vocabulary vocabulary) {
        UnaryOperator<Problem> unnamed = Personal.problems(all(cases), vocabulary, new Roster());
        // under a name that nobody knows people may stand whom nothing else names
        return p -> unnamed.apply(UNKNOWN.contains(p.code()) ? p.nameless() : p);
    }

    private static JsonNode all(List<Case> cases) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        cases.forEach(c -> all.add(c.given()).add(c.expect()));
        return all;
    }
}
