package qiyue.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.Shipped;
import qiyue.drl.Drl;
import qiyue.problem.Problems;
import qiyue.rulebook.Rulebook;
import qiyue.suite.Case;

/** What a duty rests on comes first: a step from before its cause fulfils nothing, whatever the duty. */
class BeforeCauseLawTest {
    /** Cases tried of every hundred, in the short run. */
    private static final int OF_HUNDRED = 1;

    /** Before any fact of any document. */
    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 3);

    /** Steps by which a measure is decided, as the texts say: the days of these are days of decision too. */
    private static final Set<String> DECIDING =
            Set.of("decide", "decide-directly", "district-decision", "consent-termination", "end-negotiation");

    /** Steps that lead up to a decision: proposing, deliberating, asking for consent, giving notice. */
    private static final Set<String> LEADING = Set.of("propose", "deliberate", "authority-consent", "notice-30-days");

    /** Repayment by the limit that a notice set: the document states the limit, and no day of the notice. */
    private static final String ON_A_NOTICE = "repay-by-limit";

    /** Steps that by their text come before what calls for them, however long: whom an adjustment concerns is consulted ahead of it (Beijing 51). */
    private static final Set<String> BEFOREHAND = Set.of("consult-facilities");

    private static final AtomicInteger AFTER_FACTS = new AtomicInteger();
    private static final AtomicInteger AFTER_DECISIONS = new AtomicInteger();

    @ParameterizedTest
    @MethodSource("qiyue.law.Trial#regimes")
    void a_step_from_before_its_cause_fulfils_nothing(Regime regime) {
        Trial.hold(regime, BeforeCauseLawTest::broken, Math.max(1, Trial.number() / 2));
    }

    @Test
    void nor_in_the_cases() {
        List<String> broken = new ArrayList<>();
        for (Case tested : Trial.cases(OF_HUNDRED)) {
            try {
                broken((ObjectNode) tested.given())
                        .forEach(b -> broken.add(tested.file() + ": " + tested.name() + ": " + b));
            } catch (Problems e) {
                // what the reader does not take says nothing of the law
            }
        }
        assertThat(broken).as(() -> String.join("\n", broken)).isEmpty();
    }

    @AfterAll
    static void both_kinds_of_cause_occurred() {
        assertThat(AFTER_FACTS.get()).isPositive();
        assertThat(AFTER_DECISIONS.get()).isPositive();
    }

    private static List<String> broken(ObjectNode document) throws Problems {
        List<String> broken = new ArrayList<>();
        JsonNode plain = Judge.decide(document);
        JsonNode early = Judge.decide(withSteps(document, plain, LONG_AGO, Set.of()));
        Set<String> asked = new TreeSet<>();
        Lines.objects(plain.path("duties")).forEach(d -> asked.add(named(d)));
        Lines.objects(early.path("duties"))
                .filter(d -> asked.contains(named(d)))
                .forEach(duty -> {
                    AFTER_FACTS.addAndGet(counted(duty, "before-cause") ? 1 : 0);
                    String act = Lines.text(duty, "act");
                    if (BEFOREHAND.contains(act)
                            || (act.equals(ON_A_NOTICE) && duty.path("measures").isEmpty())) {
                        return;
                    }
                    if (counted(duty, "fulfils") || counted(duty, "late") || counted(duty, "repeated")) {
                        broken.add("counts from " + LONG_AGO + " on: " + duty);
                    }
                });
        String stated = document.path("inspection").path("decidedOn").asText("none");
        LocalDate decided = stated.equals("none") ? LocalDate.MIN : LocalDate.parse(stated);
        if (decided.isAfter(LONG_AGO)) {
            ObjectNode undecided = document.deepCopy();
            Lines.each(document.path("handling"))
                    .filter(s -> DECIDING.contains(Lines.text(s, "act")))
                    .forEach(s -> without(undecided.withArray("handling"), s));
            JsonNode before =
                    Judge.decide(withSteps(undecided, Judge.decide(undecided), decided.minusDays(1), DECIDING));
            Lines.objects(before.path("duties"))
                    .filter(d -> comesOfADecision(d, before))
                    .forEach(duty -> {
                        AFTER_DECISIONS.addAndGet(counted(duty, "before-cause") ? 1 : 0);
                        if (counted(duty, "fulfils") || counted(duty, "late") || counted(duty, "repeated")) {
                            broken.add("counts before the decision of " + decided + ": " + duty);
                        }
                    });
        }
        return broken;
    }

    private static String named(JsonNode duty) {
        return String.join(
                "|",
                Lines.text(duty, "act"),
                Lines.text(duty, "actor"),
                Lines.text(duty, "ofRecord"),
                Lines.text(duty, "agreement"),
                Lines.text(duty, "due"),
                duty.path("clauses").toString());
    }

    /** The document with a step of each kind that the decision asks for, all of one day, but for some. */
    private static ObjectNode withSteps(ObjectNode document, JsonNode decision, LocalDate day, Set<String> but) {
        ObjectNode more = document.deepCopy();
        TreeMap<String, String> asked = new TreeMap<>();
        Lines.objects(decision.path("duties")).forEach(d -> asked.put(Lines.text(d, "act"), Lines.text(d, "actor")));
        asked.keySet().removeAll(but);
        asked.forEach((act, actor) -> more.withArray("handling")
                .addObject()
                .put("id", "early-" + act)
                .put("act", act)
                .put("actor", actor.isEmpty() ? "agency" : actor)
                .put("date", day.toString()));
        return more;
    }

    private static void without(ArrayNode steps, JsonNode step) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).equals(step)) {
                steps.remove(i);
            }
        }
    }

    private static boolean counted(JsonNode duty, String how) {
        return Lines.objects(duty.path("steps"))
                .anyMatch(s -> Lines.text(s, "act").startsWith("early-")
                        && Lines.text(s, "how").equals(how));
    }

    /** What follows from measures that the agency decides, and neither leads up to the decision nor is it. */
    private static boolean comesOfADecision(JsonNode duty, JsonNode decision) {
        Set<String> kinds = new TreeSet<>(Lines.texts(duty.path("measures")));
        return !kinds.isEmpty()
                && !DECIDING.contains(Lines.text(duty, "act"))
                && !LEADING.contains(Lines.text(duty, "act"))
                && Lines.objects(decision.path("measures"))
                        .filter(m -> kinds.contains(Lines.text(m, "kind"))
                                || Lines.each(m.path("also")).anyMatch(a -> kinds.contains(Lines.text(a, "kind"))))
                        .allMatch(m -> !Lines.text(m, "modality").equals("automatic")
                                && !Lines.text(m, "subject").equals("agency")
                                && !m.has("actor"));
    }

    /** Which steps come of a measure is read off the rules; what each of them is to the decision the vocabulary says. */
    @Test
    void the_vocabulary_says_of_every_step_that_comes_of_a_measure_whether_it_comes_before_or_after() {
        Set<String> unsaid = new TreeSet<>();
        int seen = 0;
        for (Rulebook book : Shipped.library().rulebooks().values()) {
            for (Drl.Rule rule : book.rules()) {
                String act = ofAMeasure(rule);
                seen += act.isEmpty() ? 0 : 1;
                if (!act.isEmpty()
                        && Shipped.library()
                                .vocabulary()
                                .property("acts", act, "stage")
                                .isEmpty()) {
                    unsaid.add(act + ": " + rule.name());
                }
            }
        }
        assertThat(seen).isGreaterThan(40);
        assertThat(unsaid).isEmpty();
    }

    /** The step that a rule calls for where it rests on a measure in the first place; else empty. */
    private static String ofAMeasure(Drl.Rule rule) {
        if (!rule.then().type().equals("Duty")) {
            return "";
        }
        List<Drl.Operand> said = rule.then().steps().get(0).arguments();
        return said.size() > 2
                        && said.get(1) instanceof Drl.Literal act
                        && said.get(2) instanceof Drl.Path fact
                        && rule.patterns()
                                .anyMatch(p -> p.type().equals("Measure")
                                        && p.binding().equals(fact.root()))
                ? act.value().toString()
                : "";
    }
}
