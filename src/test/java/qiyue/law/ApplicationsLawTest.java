package qiyue.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.problem.Problems;

/** Each application on its own: what concerns one is no concern of another, nor of an agreement. */
class ApplicationsLawTest {
    private static final List<String> CONDUCTS = List.of(
            "false-application",
            "qualification-by-deceit",
            "past-deceit-found",
            "contributions-unpaid",
            "leaders-listed",
            "quality-incident",
            "law-bars-application",
            "condition-insurance-law",
            "evaluation-team-irregular",
            "site-check-failed",
            "past-handling",
            "reported-in-publicity");

    private static final Set<String> DECEIT = Set.of("false-application", "qualification-by-deceit");

    private int held;
    private int told;

    @Test
    void two_applications_decide_as_two_documents_would() {
        each((regime, seed) -> {
            ObjectNode whole = applying(regime, seed, List.of("q1", "q2"));
            if (Documents.taken(whole)) {
                held++;
                Trial.hold(regime, this::broken, seed, whole);
            }
        });
        assertThat(held).as("documents tried").isGreaterThan(10);
        assertThat(told)
                .as("findings that a clause took up for their application")
                .isGreaterThan(5);
    }

    @Test
    void what_concerns_an_application_changes_nothing_that_does_not_rest_on_it() {
        each((regime, seed) -> {
            ObjectNode whole = applying(regime, seed, List.of("q1"));
            if (Documents.taken(whole)) {
                held++;
                Trial.hold(regime, ApplicationsLawTest::leaking, seed, whole);
            }
        });
        assertThat(held).as("documents tried").isGreaterThan(10);
    }

    private interface Made {
        void of(Regime regime, long seed);
    }

    private void each(Made made) {
        for (Regime regime : Regime.all()) {
            for (int i = 0; i < Trial.number(); i++) {
                made.of(regime, Trial.seed() + i);
            }
        }
    }

    /** A made-up document with these applications and findings that name them. */
    private static ObjectNode applying(Regime regime, long seed, List<String> applications) {
        return applying(Documents.of(regime, seed), regime, seed, applications);
    }

    /** The document with these applications, none else, and findings that name them. */
    static ObjectNode applying(ObjectNode whole, Regime regime, long seed, List<String> applications) {
        whole.remove("applications");
        Dice dice = new Dice(seed * 17 + regime.name().hashCode());
        List<String> kinds = Shipped.library().rulebooks().values().stream()
                .filter(b -> b.info().region().equals(regime.region()))
                .flatMap(b -> b.info().kinds().stream())
                .distinct()
                .sorted()
                .toList();
        for (String id : applications) {
            LocalDate filed = dice.day(regime.from(), regime.to());
            whole.withArray("applications")
                    .addObject()
                    .put("id", id)
                    .put("kind", dice.pick(kinds))
                    .put("filedOn", filed.toString());
            for (String conduct : dice.some(CONDUCTS, 25)) {
                whole.withArray("findings")
                        .addObject()
                        .put("id", "of-" + id + "-" + conduct)
                        .put("conduct", conduct)
                        .put("status", dice.chance(70) ? "confirmed" : "suspected")
                        .put(
                                "date",
                                dice.day(filed.minusMonths(2), filed.plusMonths(2))
                                        .toString())
                        .put("application", id);
            }
        }
        return whole;
    }

    private List<String> broken(ObjectNode whole) throws Problems {
        List<String> ids = new ArrayList<>();
        Lines.objects(whole.path("applications")).forEach(a -> ids.add(Lines.text(a, "id")));
        if (ids.size() < 2) {
            return List.of();
        }
        Map<String, Set<String>> together = said(Judge.decide(whole));
        Map<String, Set<String>> apart = new TreeMap<>();
        for (String id : ids) {
            said(Judge.decide(alone(whole, id)))
                    .forEach((line, facts) ->
                            apart.computeIfAbsent(line, k -> new TreeSet<>()).addAll(facts));
        }
        together.forEach((line, facts) -> told += facts.stream().anyMatch(f -> f.startsWith("of-q")) ? 1 : 0);
        return differences(apart, together);
    }

    private static List<String> leaking(ObjectNode whole) throws Problems {
        ObjectNode without = whole.deepCopy();
        remove(without.path("findings"), f -> f.has("application"));
        return differences(besides(Judge.decide(without)), besides(Judge.decide(whole)));
    }

    /** What is said of other facts than the application and what names it. */
    private static Map<String, Set<String>> besides(JsonNode decision) {
        Map<String, Set<String>> besides = said(decision);
        besides.values().removeIf(facts -> {
            Set<String> left = new TreeSet<>(facts);
            boolean rests = left.removeIf(f -> f.equals("q1") || f.startsWith("of-q1"));
            facts.retainAll(left);
            return rests && left.isEmpty();
        });
        return besides;
    }

    static List<String> differences(Map<String, Set<String>> apart, Map<String, Set<String>> together) {
        List<String> broken = new ArrayList<>();
        apart.forEach((line, facts) -> {
            if (!facts.equals(together.get(line))) {
                broken.add(line + ": apart " + facts + ", together " + together.get(line));
            }
        });
        together.forEach((line, facts) -> {
            if (!apart.containsKey(line)) {
                broken.add("only together: " + line + " " + facts);
            }
        });
        return broken;
    }

    /** Each time a clause was met, and of measures, duties and questions what is one, with the facts behind it. */
    static Map<String, Set<String>> said(JsonNode decision) {
        Map<String, Set<String>> said = new TreeMap<>();
        Lines.met(decision)
                .forEach(m -> said.computeIfAbsent(m.clause() + " " + m.certainty(), k -> new TreeSet<>())
                        .addAll(m.facts()));
        Lines.objects(decision.path("measures")).forEach(m -> {
            String line = String.join(
                    " ",
                    Lines.text(m, "modality"),
                    Lines.text(m, "kind"),
                    Lines.text(m, "subject"),
                    Lines.text(m, "agreement"),
                    Lines.text(m, "certainty"),
                    m.path("terms").toString());
            said.computeIfAbsent(line, k -> new TreeSet<>()).addAll(Lines.texts(m.path("facts")));
        });
        Lines.objects(decision.path("questions"))
                .forEach(q -> said.computeIfAbsent(
                                "asked " + Lines.text(q, "question") + "@" + Lines.text(q, "about")
                                        + Lines.text(q, "field"),
                                k -> new TreeSet<>())
                        .add(Lines.text(q, "about")));
        return said;
    }

    /** The document without the other applications and what names them; their deceit, found by then, is past to this one. */
    private static ObjectNode alone(ObjectNode whole, String id) {
        ObjectNode part = whole.deepCopy();
        remove(part.path("applications"), a -> !Lines.text(a, "id").equals(id));
        String filed = Lines.text(part.path("applications").path(0), "filedOn");
        Lines.objects(part.path("findings"))
                .filter(f -> DECEIT.contains(Lines.text(f, "conduct"))
                        && f.has("application")
                        && !Lines.text(f, "application").equals(id)
                        && Lines.text(f, "date").compareTo(filed) <= 0)
                .forEach(f -> f.put("conduct", "past-deceit-found").put("application", id));
        remove(
                part.path("findings"),
                f -> f.has("application") && !Lines.text(f, "application").equals(id));
        return part;
    }

    private static void remove(JsonNode list, Predicate<ObjectNode> which) {
        Iterator<JsonNode> items = list.iterator();
        while (items.hasNext()) {
            if (items.next() instanceof ObjectNode item && which.test(item)) {
                items.remove();
            }
        }
    }
}
