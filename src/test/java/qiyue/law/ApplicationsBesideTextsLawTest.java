package qiyue.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import qiyue.problem.Problems;

/** An application beside agreements under different texts: each is decided as in a document without the others. */
class ApplicationsBesideTextsLawTest {
    private static final Map<String, String> SHEETS = Map.of(
            "medical", "admission-medical",
            "rehabilitation", "admission-rehabilitation",
            "assistive-device", "admission-optical");

    private int answered;

    @Test
    void agreements_and_applications_decide_as_separate_documents_would() {
        int held = 0;
        for (Regime one : Regime.all()) {
            for (Regime other : Regime.all()) {
                if (one.name().compareTo(other.name()) < 0 && TextsLawTest.comparable(one, other)) {
                    for (int i = 0; i < Trial.number(); i++) {
                        long seed = Trial.seed() + i;
                        ObjectNode first = Documents.of(one, seed);
                        ObjectNode second = Documents.of(other, seed);
                        if (!first.path("agreements").isEmpty()
                                && !second.path("agreements").isEmpty()) {
                            ObjectNode whole = ApplicationsLawTest.applying(
                                    TextsLawTest.whole(first, second), one, seed, List.of("q1", "q2"));
                            evaluated(whole, new Dice(seed));
                            if (Documents.taken(whole)) {
                                held++;
                                Trial.hold(one, this::broken, seed, whole);
                            }
                        }
                    }
                }
            }
        }
        assertThat(held).as("documents that could be put together").isGreaterThan(4);
        assertThat(answered).as("lines that answer an application").isGreaterThan(10);
    }

    /** Only sheets of evaluations of the applications: one of a year suits its kind of agreement alone. */
    private static void evaluated(ObjectNode whole, Dice dice) {
        whole.remove("assessments");
        Lines.objects(whole.path("applications"))
                .filter(a -> dice.chance(50) && SHEETS.containsKey(Lines.text(a, "kind")))
                .forEach(a -> whole.withArray("assessments")
                        .addObject()
                        .put("sheet", SHEETS.get(Lines.text(a, "kind")))
                        .put("year", 2023)
                        .put("application", Lines.text(a, "id"))
                        .put("total", dice.chance(50) ? 95 : 80));
    }

    private List<String> broken(ObjectNode whole) throws Problems {
        Set<String> kinds = new TreeSet<>();
        Lines.objects(whole.path("agreements")).forEach(a -> kinds.add(Lines.text(a, "kind")));
        JsonNode together = Judge.decide(whole);
        Map<String, Set<String>> apart = new TreeMap<>();
        for (String kind : kinds) {
            said(Judge.decide(TextsLawTest.half(whole, kind)), f -> !ofApplication(f))
                    .forEach((line, facts) ->
                            apart.computeIfAbsent(line, k -> new TreeSet<>()).addAll(facts));
        }
        List<String> broken =
                new ArrayList<>(ApplicationsLawTest.differences(apart, said(together, f -> !ofApplication(f))));
        Map<String, Set<String>> answers = said(together, ApplicationsBesideTextsLawTest::ofApplication);
        answered += answers.size();
        ObjectNode alike = underOneText(whole);
        if (Documents.taken(alike)) {
            broken.addAll(ApplicationsLawTest.differences(
                    said(Judge.decide(alike), ApplicationsBesideTextsLawTest::ofApplication), answers));
        }
        return broken;
    }

    /** What is said of facts all of which, or one of which if they are of applications, are such. */
    private static Map<String, Set<String>> said(JsonNode decision, Predicate<String> which) {
        ObjectNode unnamed = decision.deepCopy();
        Lines.objects(unnamed.path("measures")).forEach(m -> m.remove("agreement"));
        Map<String, Set<String>> said = ApplicationsLawTest.said(unnamed);
        boolean applications = which.test("q1");
        said.values()
                .removeIf(facts -> applications
                        ? facts.stream().noneMatch(which)
                        : !facts.stream().allMatch(which));
        return said;
    }

    private static boolean ofApplication(String fact) {
        return fact.matches("(of-)?q[12]\\b.*") || fact.matches("score:.*:q[12]");
    }

    /** The same document with all agreements of one kind, so that an application stands beside one text. */
    private static ObjectNode underOneText(ObjectNode whole) {
        ObjectNode alike = whole.deepCopy();
        String kind = Lines.text(alike.path("agreements").path(0), "kind");
        Lines.objects(alike.path("agreements")).forEach(a -> a.put("kind", kind));
        alike.remove(List.of("choices", "parameters"));
        return alike;
    }
}
