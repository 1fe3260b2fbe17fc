package qiyue.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.Shipped;
import qiyue.drl.Drl;
import qiyue.problem.Problems;
import qiyue.suite.Case;

/**
 * Every open question, decided both ways. What is established stays so whatever the answer; what follows from either answer was
 * established before; where the answers differ, they differ in what the question was said to bear on; and where they give the
 * same, it was not asked.
 */
class AnswerLawTest {
    /** Cases tried of every hundred, in the short run. */
    private static final int OF_HUNDRED = 5;

    /** Questions that are not answered in {@code answers}. */
    private static final Set<String> ASKED_OTHERWISE = Set.of("amount", "stated", "lapsed");

    @ParameterizedTest
    @MethodSource("qiyue.law.Trial#regimes")
    void made_up_documents(Regime regime) {
        Trial.hold(regime, AnswerLawTest::broken);
    }

    /** Cases as they stand, and with every answer taken out of them. */
    @Test
    void cases_of_every_rulebook() {
        held(Trial.cases(OF_HUNDRED));
    }

    /** All of those about suspensions where there are several agreements, whatever the dice say. */
    @Test
    void cases_of_suspensions_of_several_agreements() {
        held(Shipped.cases().stream()
                .filter(c ->
                        c.file().contains("suspensions-of-several") || c.name().contains("两份协议期满延续以后"))
                .toList());
    }

    private static void held(List<Case> cases) {
        List<String> broken = new ArrayList<>();
        int tried = 0;
        for (Case tested : cases) {
            for (ObjectNode document : List.of((ObjectNode) tested.given(), unanswered(tested.given()))) {
                try {
                    for (String line : broken(document)) {
                        broken.add(tested.file() + ": " + tested.name() + ": " + line);
                    }
                    tried++;
                } catch (Problems e) {
                    // what a case takes for granted may be an error without its answers
                }
            }
        }
        assertThat(tried).isPositive();
        assertThat(broken).as(() -> String.join("\n", broken)).isEmpty();
    }

    private static List<String> broken(ObjectNode document) throws Problems {
        return broken(document, "");
    }

    /** What breaks the law, of one question or, where that is empty, of each. */
    static List<String> broken(ObjectNode document, String only) throws Problems {
        JsonNode before = Judge.decide(document);
        List<String> broken = new ArrayList<>();
        for (JsonNode question : before.path("questions")) {
            String code = Lines.text(question, "question");
            String about = Lines.text(question, "about");
            ObjectNode yes = document.deepCopy();
            ObjectNode no = document.deepCopy();
            if (Set.of("", code).contains(only)
                    && !ASKED_OTHERWISE.contains(code)
                    && answer(yes, about, code, "yes")
                    && answer(no, about, code, "no")) {
                compare(before, Judge.decide(yes), Judge.decide(no), question, broken);
            }
        }
        return broken;
    }

    private static void compare(JsonNode before, JsonNode yes, JsonNode no, JsonNode question, List<String> broken) {
        String key = Lines.text(question, "question") + "@" + Lines.text(question, "about");
        Map<String, Set<String>> now = established(before);
        Map<String, Set<String>> ifYes = established(yes);
        Map<String, Set<String>> ifNo = established(no);
        Set<String> said = said(before, question, key);
        Map<String, Set<String>> all = new TreeMap<>(now);
        all.putAll(ifNo);
        all.putAll(ifYes);
        boolean waited = waitedFor(Lines.text(before, "region"), Lines.text(question, "question"));
        all.forEach((outcome, clauses) -> {
            boolean either = ifYes.containsKey(outcome) && ifNo.containsKey(outcome);
            if (now.containsKey(outcome) && !either) {
                broken.add(key + ": certain now, not after " + (ifYes.containsKey(outcome) ? "no" : "yes") + ": "
                        + outcome);
            } else if (waited) {
                return;
            } else if (!now.containsKey(outcome) && either) {
                broken.add(key + ": certain either way, but not before: " + outcome);
            } else if (!now.containsKey(outcome)
                    && !said.contains(outcome)
                    && clauses.stream().noneMatch(said::contains)) {
                broken.add(key + ": decided by the answer, but not said to hang on it: " + outcome);
            }
        });
        // a clause met anyway may be met once more: what rests on its united measures cannot be told apart, nor can a
        // duty that
        // another fact may bring as well
        Set<String> certain = new TreeSet<>();
        now.values().forEach(certain::addAll);
        Lines.objects(no.path("questions"))
                .filter(q -> !Lines.text(q, "about").equals(Lines.text(question, "about")))
                .forEach(q -> certain.addAll(Lines.texts(q.path("clauses"))));
        if (same(yes, no) && !certain.containsAll(Lines.texts(question.path("clauses")))) {
            broken.add(key + ": asked, but both answers give the same");
        }
    }

    /**
     * Whether some rule waits for the answer ({@code answer == "yes"}): its clause takes up any conduct whatever, and silence
     * is not to raise the question about each. What it would give is then shown once it is answered.
     */
    private static boolean waitedFor(String region, String question) {
        return Shipped.library().rulebooks().values().stream()
                .filter(b -> b.info().region().equals(region))
                .flatMap(b -> b.rules().stream())
                .flatMap(Drl.Rule::positive)
                .filter(p -> p.type().equals("Answer"))
                .filter(p -> Read.values(p, "question").anyMatch(question::equals))
                .anyMatch(p -> Read.values(p, "answer").findAny().isPresent());
    }

    private static boolean same(JsonNode yes, JsonNode no) {
        return Stream.of("breaches", "measures", "duties", "money", "scores")
                .allMatch(part -> yes.path(part).equals(no.path(part)));
    }

    /** What is certain, each with its clauses: each clause met, each measure that moves no money and can still be taken, each duty. */
    private static Map<String, Set<String>> established(JsonNode decision) {
        Map<String, Set<String>> outcomes = new TreeMap<>();
        Lines.met(decision).stream()
                .filter(m -> m.established() && m.instance().path("presumes").isEmpty())
                .forEach(m -> outcomes.put("breach " + m.clause(), Set.of(m.clause())));
        Lines.objects(decision.path("measures"))
                .filter(m -> certain(m)
                        && !Lines.moves(m)
                        && Lines.text(m, "endedBy").isEmpty())
                .forEach(m -> outcomes.computeIfAbsent(measure(m), k -> new TreeSet<>())
                        .addAll(Lines.texts(m.path("clauses"))));
        Lines.objects(decision.path("duties"))
                .filter(AnswerLawTest::required)
                .forEach(d -> duties(d)
                        .forEach((k, v) -> outcomes.computeIfAbsent(k, x -> new TreeSet<>())
                                .addAll(v)));
        return outcomes;
    }

    private static boolean certain(JsonNode line) {
        return Lines.text(line, "certainty").equals("established")
                && line.path("presumes").isEmpty();
    }

    /** A duty that follows from what the agency only may take is not certain. */
    private static boolean required(JsonNode duty) {
        return certain(duty)
                && (duty.path("ifTaken").isEmpty()
                        || duty.path("measures").size() > duty.path("ifTaken").size());
    }

    private static String measure(JsonNode m) {
        List<String> parts = new ArrayList<>();
        parts.add("measure");
        Stream.of("kind", "modality", "subject", "department", "agreement", "people", "terms")
                .forEach(f -> parts.add(m.path(f).toString()));
        return String.join(" ", parts);
    }

    private static Map<String, Set<String>> duties(JsonNode d) {
        Map<String, Set<String>> outcomes = new TreeMap<>();
        Lines.texts(d.path("clauses"))
                .forEach(c -> outcomes.put(
                        "duty " + c + " " + Lines.text(d, "act") + " " + Lines.text(d, "actor"), Set.of(c)));
        return outcomes;
    }

    /** What is said to hang on the question: clauses, measures, and duties that are not certain. */
    private static Set<String> said(JsonNode decision, JsonNode question, String key) {
        Set<String> said = new TreeSet<>(Lines.texts(question.path("clauses")));
        Lines.met(decision).stream()
                .filter(m -> Lines.texts(m.instance().path("open")).contains(key))
                .forEach(m -> said.add(m.clause()));
        Lines.objects(decision.path("measures"))
                .filter(m -> Lines.texts(m.path("open")).contains(key))
                .forEach(m -> said.add(measure(m)));
        Lines.objects(decision.path("duties"))
                .filter(d -> !required(d))
                .forEach(d -> said.addAll(duties(d).keySet()));
        return said;
    }

    private static ObjectNode unanswered(JsonNode document) {
        ObjectNode without = document.deepCopy();
        strip(without);
        return without;
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("answers");
        }
        node.forEach(AnswerLawTest::strip);
    }

    /** Writes the answer at the fact it is about; false where no such fact is written in the document. */
    private static boolean answer(ObjectNode document, String about, String question, String answer) {
        if (about.equals("case")) {
            document.withObject("/answers").put(question, answer);
            return true;
        }
        return answerWithin(document, about, question, answer);
    }

    private static boolean answerWithin(JsonNode node, String about, String question, String answer) {
        if (node instanceof ObjectNode object && Lines.text(object, "id").equals(about) && !object.has("inspectedOn")) {
            object.withObject("/answers").put(question, answer);
            return true;
        }
        return (node instanceof ObjectNode || node instanceof ArrayNode)
                && Lines.each(node).anyMatch(n -> answerWithin(n, about, question, answer));
    }
}
