package qiyue.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import qiyue.fact.CaseFile;
import qiyue.fact.FactKind;
import qiyue.fact.SharedAnswer;
import qiyue.problem.Text;
import qiyue.rulebook.Vocabulary;

/**
 * Answers given once for many facts are laid into each of them before the document is read, so that nothing after it has to
 * know of two ways to answer. Two that say different things of one fact are an error.
 */
final class SharedAnswers {
    private final Vocabulary vocabulary;

    SharedAnswers(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The document with them laid in; the same one where there are none. What is no such answer is left to the reader. */
    JsonNode laidIn(JsonNode document) {
        if (!document.path("sharedAnswers").isArray()) {
            return document;
        }
        JsonNode answered = document.deepCopy();
        for (JsonNode shared : answered.path("sharedAnswers")) {
            String question = shared.path("question").asText();
            if (shared.path("answer").isTextual()) {
                for (JsonNode fact : asked(answered, question)) {
                    lay(shared, question, (ObjectNode) fact);
                }
            }
        }
        return answered;
    }

    private static void lay(JsonNode shared, String question, ObjectNode fact) {
        List<String> ids = new ArrayList<>();
        shared.path("facts").forEach(id -> ids.add(id.asText()));
        JsonNode own = fact.path("answers");
        if (new SharedAnswer(question, "", ids, shared.path("item").asText()).answersFor(id(fact), what(fact))
                && !own.has(question)
                && (own.isMissingNode() || own.isObject())) {
            fact.withObject("/answers").put(question, shared.path("answer").asText());
        }
    }

    /** The facts of the kind that is asked, as they stand in the document. */
    private List<JsonNode> asked(JsonNode document, String question) {
        List<JsonNode> facts = new ArrayList<>();
        String about = vocabulary.property("questions", question, "about");
        List<FactKind> kinds = new ArrayList<>(FactKind.all());
        vocabulary
                .own()
                .shapes()
                .keySet()
                .forEach(k -> kinds.add(FactKind.declared(k, vocabulary.own().askedAs(k))));
        for (FactKind kind : kinds) {
            if (!about.isEmpty() && kind.asks().equals(about) && !kind.place().isEmpty()) {
                document.at(kind.place()).forEach(f -> {
                    if (f.isObject()) {
                        facts.add(f);
                    }
                });
            }
        }
        return facts;
    }

    private static String id(JsonNode fact) {
        return fact.path("id").asText();
    }

    private static String what(JsonNode fact) {
        return fact.path("item").asText(fact.path("drug").asText());
    }

    /** What is wrong with them beside codes and ids: asked of the whole case, of nothing, or answered twice. */
    void check(CaseFile file, JsonNode document, Slips slips) {
        for (int i = 0; i < file.sharedAnswers().size(); i++) {
            SharedAnswer shared = file.sharedAnswers().get(i);
            String at = "/sharedAnswers/" + i;
            String label = vocabulary.label("questions", shared.question(), "zh");
            String english = vocabulary.label("questions", shared.question(), "en");
            List<JsonNode> answered = asked(document, shared.question()).stream()
                    .filter(f -> shared.answersFor(id(f), what(f)))
                    .toList();
            if (vocabulary.property("questions", shared.question(), "about").equals("case")) {
                slips.report(
                        "question-place",
                        at + "/question",
                        new Text("“" + label + "”问的是整个案件", "'" + english + "' is asked of the whole case"),
                        new Text("写到文书最外层的 answers 中", "put it into the outermost answers"));
            } else if (answered.isEmpty()) {
                slips.report(
                        "question-place",
                        at,
                        new Text("“" + label + "”没有可以回答的事实", "there is no fact of which '" + english + "' is asked"),
                        new Text("核对 facts 与 item，或删去这一项", "check facts and item, or remove this entry"));
            }
            for (int k = 0; k < i; k++) {
                SharedAnswer other = file.sharedAnswers().get(k);
                if (other.question().equals(shared.question()) && !Objects.equals(other.answer(), shared.answer())) {
                    String before = "/sharedAnswers/" + k;
                    answered.stream()
                            .filter(f -> other.answersFor(id(f), what(f)))
                            .findFirst()
                            .ifPresent(f -> slips.report(
                                    "contradiction",
                                    at,
                                    new Text(
                                            "“" + label + "”对 " + id(f) + " 这里答 " + shared.answer() + "，" + before
                                                    + " 却答 " + other.answer(),
                                            "'" + english + "' is answered " + shared.answer() + " here for " + id(f)
                                                    + ", but " + other.answer() + " in " + before),
                                    new Text(
                                            "用 facts 或 item 分清，或写到该事实自己的 answers 中",
                                            "tell them apart by facts or item, or answer in the fact itself")));
                }
            }
        }
    }
}
