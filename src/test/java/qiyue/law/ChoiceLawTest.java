package qiyue.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.Shipped;
import qiyue.problem.Problems;

/** A choice that was taken is history the next day, and counts for the same. */
class ChoiceLawTest {
    private static final Set<String> COUNTED = Set.of("suspend-agreement", "suspend-service");

    /**
     * What hangs on the choice of a suspension is met once the choice is taken; entered as an earlier measure, decided on the day of handling,
     * the same suspension meets the same clauses.
     */
    @ParameterizedTest
    @MethodSource("qiyue.law.Trial#regimes")
    void a_suspension_chosen_and_then_entered_as_history_meets_the_same_clauses(Regime regime) {
        Trial.hold(regime, ChoiceLawTest::broken, Trial.number() * 2);
    }

    private static List<String> broken(ObjectNode document) throws Problems {
        ObjectNode free = document.deepCopy();
        free.remove("choices");
        JsonNode before = Judge.decide(free);
        List<String> broken = new ArrayList<>();
        for (String measure : COUNTED) {
            Set<String> hanging = new TreeSet<>();
            Lines.met(before).stream()
                    .filter(m -> m.certainty().equals("conditional")
                            && Lines.texts(m.instance().path("presumes")).equals(List.of(measure)))
                    .forEach(m -> hanging.add(m.clause()));
            if (hanging.isEmpty() || free.path("agreements").size() != 1) {
                continue;
            }
            Set<String> chosen = established(Judge.decide(chosen(free, measure)));
            Set<String> entered = established(Judge.decide(entered(free, measure, Lines.text(before, "today"))));
            for (String clause : hanging) {
                if (!chosen.contains(clause)) {
                    broken.add(clause + " hangs on " + measure + " and is not established once it is taken");
                }
                if (!entered.contains(clause)) {
                    broken.add(clause + " is met by taking " + measure + ", not by the same measure as history");
                }
            }
        }
        return broken;
    }

    /**
     * A termination taken and then entered as history: what presupposes an agreement in force is offered no more, what does not
     * stands as it did beside the termination, and the reader is told what ended the agreement.
     */
    @ParameterizedTest
    @MethodSource("qiyue.law.Trial#regimes")
    void a_termination_taken_and_then_entered_as_history_leaves_only_what_needs_no_agreement(Regime regime) {
        Trial.hold(regime, ChoiceLawTest::brokenByTheEnd, Trial.number() * 2);
    }

    private static final AtomicInteger ENDINGS = new AtomicInteger();

    @AfterAll
    static void some_agreements_were_ended() {
        assertThat(ENDINGS.get()).isPositive();
    }

    private static List<String> brokenByTheEnd(ObjectNode document) throws Problems {
        ObjectNode free = document.deepCopy();
        free.remove(List.of("choices", "applications", "history"));
        if (free.path("agreements").size() != 1
                || Lines.objects(Judge.decide(free).path("measures"))
                        .noneMatch(m -> Lines.text(m, "kind").equals("terminate")
                                && Lines.text(m, "certainty").equals("established")
                                && !m.has("endedBy"))) {
            return List.of();
        }
        ENDINGS.incrementAndGet();
        JsonNode taken = Judge.decide(chosen(free, "terminate"));
        ObjectNode next = free.deepCopy();
        next.withObject("/history")
                .withArray("measures")
                .add(ended(
                        "terminate",
                        Lines.text(taken, "today"),
                        free.path("agreements").path(0)));
        JsonNode later = Judge.decide(next);
        List<String> broken = new ArrayList<>();
        Set<String> stand = standing(later);
        for (String line : stand) {
            if (NEEDING.contains(line.split(" ")[0])) {
                broken.add("still offered after the end: " + line);
            }
        }
        standing(taken).stream()
                .filter(l -> !NEEDING.contains(l.split(" ")[0]) && !stand.contains(l))
                .forEach(l -> broken.add("gone with the agreement: " + l));
        if (Lines.objects(later.path("notes"))
                .noneMatch(n -> Lines.text(n, "kind").equals("strikes-ended"))) {
            broken.add("nobody says what ended the agreement");
        }
        Lines.objects(later.path("duties"))
                .filter(d -> Set.of("negotiate-renewal", "file-renewal", "apply-for-resumption")
                        .contains(Lines.text(d, "act")))
                .filter(d -> Lines.text(d, "state").equals("outstanding"))
                .forEach(d -> broken.add("due after the end: " + d));
        return broken;
    }

    /** What presupposes an agreement in force, or one that was not ended. */
    private static final Set<String> NEEDING = needing();

    private static Set<String> needing() {
        Set<String> needing = new TreeSet<>();
        Shipped.library().vocabulary().measureKinds().forEach((code, kind) -> {
            if (!kind.needs().isEmpty()) {
                needing.add(code);
            }
        });
        return needing;
    }

    private static ObjectNode ended(String measure, String today, JsonNode agreement) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", "the-end")
                .put("kind", measure)
                .put("cause", "violation")
                .put("decidedOn", today)
                .put("agreement", agreement.path("id").asText());
    }

    /** What stands by itself; what the termination brought with it was decided with it. */
    private static Set<String> standing(JsonNode decision) {
        Set<String> lines = new TreeSet<>();
        Lines.objects(decision.path("measures"))
                .filter(m -> !m.has("absorbedBy") && !m.has("presumes"))
                .filter(m -> !Set.of("bar-application", "deduct-deposit", "return-deposit")
                        .contains(Lines.text(m, "kind")))
                .forEach(m -> lines.add(Lines.text(m, "kind") + " " + Lines.text(m, "subject") + " "
                        + Lines.text(m, "certainty") + " " + m.path("amount").asText("")));
        return lines;
    }

    private static Set<String> established(JsonNode decision) {
        Set<String> clauses = new TreeSet<>();
        Lines.met(decision).stream().filter(Lines.Met::established).forEach(m -> clauses.add(m.clause()));
        return clauses;
    }

    private static ObjectNode chosen(ObjectNode document, String measure) {
        ObjectNode chosen = document.deepCopy();
        chosen.putArray("choices").addObject().put("measure", measure).put("choice", "taken");
        return chosen;
    }

    /** The findings have been dealt with by the measure: they are no longer there the next time. */
    private static ObjectNode entered(ObjectNode document, String measure, String today) {
        ObjectNode next = document.deepCopy();
        if (next.path("findings") instanceof ArrayNode findings) {
            Iterator<JsonNode> items = findings.iterator();
            while (items.hasNext()) {
                if (!Lines.text(items.next(), "conduct").equals("rectification-failed")) {
                    items.remove();
                }
            }
        }
        next.withObject("/history")
                .withArray("measures")
                .addObject()
                .put("id", "today")
                .put("kind", measure)
                .put("cause", "violation")
                .put("decidedOn", today)
                .put("agreement", next.path("agreements").path(0).path("id").asText());
        return next;
    }

    /** Jinhua 5.2: the bar follows from the termination chosen, and from the same termination when the facility applies again. */
    @Test
    void a_termination_chosen_bars_as_the_same_termination_in_history_does() throws Problems {
        ObjectNode case_ = (ObjectNode) Made.document("jinhua", "medical", "2025-03-03", "2025-01-01", "2025-12-31");
        Made.finding(case_, "services-invented", "2025-02-10")
                .putObject("answers")
                .put("serious", "yes")
                .put("fund-loss", "yes")
                .put("fund-defrauded", "yes");
        JsonNode taken = Judge.decide(chosen(case_, "terminate"));
        ObjectNode next = entered(case_, "terminate", "2025-03-03");
        next.putArray("applications")
                .addObject()
                .put("id", "x1")
                .put("kind", "medical")
                .put("filedOn", "2025-03-03");
        JsonNode later = Judge.decide(next);

        assertThat(bars(taken)).isNotEmpty().isEqualTo(bars(later));
    }

    private static Set<String> bars(JsonNode decision) {
        Set<String> kinds = new TreeSet<>();
        Lines.objects(decision.path("measures"))
                .filter(m -> Lines.floor(m) && Lines.text(m, "kind").equals("bar-application"))
                .forEach(m -> kinds.add(Lines.text(m, "kind") + " " + Lines.text(m, "subject")));
        return kinds;
    }
}
