package qiyue.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.problem.Problems;
import qiyue.suite.Case;

/**
 * Where a suspension names none of several agreements, what is certain stays certain whichever of those in force on its first day
 * it is then said to have been of.
 */
class WhichAgreementLawTest {
    private static final List<String> WHOSE =
            List.of("charge-under-suspended", "charge-under-terminated", "stay-under-suspended");
    private static final Set<String> END = Set.of("terminate", "end-agreement", "dissolve", "release");
    private static final Set<String> SUSPEND = Set.of("suspend-agreement", "suspend-service", "suspend-for-evaluation");

    @Test
    void what_is_certain_stays_so_whichever_agreement_was_suspended() {
        List<String> broken = new ArrayList<>();
        int tried = 0;
        for (Case tested : Shipped.cases()) {
            ObjectNode document = unsaid(tested.given());
            if (document.path("region").asText().equals("shanxi")) {
                for (String suspension : unnamed(document)) {
                    tried++;
                    for (String line : broken(document, suspension)) {
                        broken.add(tested.file() + ": " + tested.name() + ": " + line);
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(20);
        assertThat(broken).as(() -> String.join("\n", broken)).isEmpty();
    }

    /** Without answers that say of a line whether it was under what was suspended: they say what naming it says. */
    private static ObjectNode unsaid(JsonNode document) {
        ObjectNode unsaid = document.deepCopy();
        Lines.objects(unsaid.at("/records/charges"))
                .filter(c -> c.path("answers") instanceof ObjectNode)
                .forEach(c -> ((ObjectNode) c.path("answers")).remove(WHOSE));
        return unsaid;
    }

    /** The suspensions that name no agreement where several of a kind cover their first day. */
    private static List<String> unnamed(ObjectNode document) {
        List<String> found = new ArrayList<>();
        suspensions(document)
                .filter(s -> Lines.text(s, "agreement").isEmpty()
                        && agreements(document, s).size() > 1)
                .forEach(s -> found.add(Lines.text(s, "id")));
        return found;
    }

    private static Stream<ObjectNode> suspensions(JsonNode document) {
        return Stream.concat(
                Lines.objects(document.at("/records/ownSuspensions"))
                        .filter(s -> !Set.of("", "none").contains(Lines.text(s, "consentedOn"))),
                Lines.objects(document.at("/history/measures"))
                        .filter(s -> SUSPEND.contains(Lines.text(s, "kind"))
                                && Lines.text(s, "department").isEmpty()
                                && Lines.text(s, "facility").isEmpty()));
    }

    private static Set<String> agreements(JsonNode document, JsonNode suspension) {
        String first = Stream.of("from", "consentedOn", "decidedOn")
                .map(f -> Lines.text(suspension, f))
                .filter(d -> !d.isEmpty())
                .findFirst()
                .orElse("");
        Set<String> covering = new TreeSet<>();
        Set<String> kinds = new TreeSet<>();
        Lines.objects(document.path("agreements"))
                .filter(a -> Lines.text(a, "from").compareTo(first) <= 0
                        && Lines.text(a, "to").compareTo(first) >= 0
                        && !over(document, Lines.text(a, "id"), first))
                .forEach(a -> {
                    covering.add(Lines.text(a, "id"));
                    kinds.add(Lines.text(a, "kind"));
                });
        return kinds.size() == 1 ? covering : Set.of();
    }

    /** Whether the agreement had been ended before that day: then there was nothing of it to suspend. */
    private static boolean over(JsonNode document, String agreement, String day) {
        return Lines.objects(document.at("/history/measures"))
                .anyMatch(m -> END.contains(Lines.text(m, "kind"))
                        && Lines.text(m, "agreement").equals(agreement)
                        && Lines.text(m, "decidedOn").compareTo(day) < 0);
    }

    private static List<String> broken(ObjectNode document, String id) {
        List<String> broken = new ArrayList<>();
        try {
            Map<String, BigDecimal> now = certain(Judge.decide(document));
            for (String agreement : agreements(document, named(document, id))) {
                ObjectNode said = document.deepCopy();
                named(said, id).put("agreement", agreement);
                Map<String, BigDecimal> then = certain(Judge.decide(said));
                now.forEach((what, amount) -> {
                    if (then.getOrDefault(what, BigDecimal.ONE.negate()).compareTo(amount) < 0) {
                        broken.add(id + " of " + agreement + ": certain until that was said: " + what + " " + amount);
                    }
                });
            }
        } catch (Problems e) {
            // what a case takes for granted may be an error once the agreement is named
        }
        return broken;
    }

    private static ObjectNode named(JsonNode document, String id) {
        return suspensions(document)
                .filter(s -> Lines.text(s, "id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What happens to money and to agreements for certain, and the steps that are certain, with how much it comes to in all. */
    private static Map<String, BigDecimal> certain(JsonNode decision) {
        Map<String, BigDecimal> certain = new TreeMap<>();
        Stream.of("measures", "duties")
                .flatMap(part -> Lines.objects(decision.path(part)))
                .filter(l -> Lines.text(l, "certainty").equals("established"))
                .forEach(l -> certain.merge(
                        Lines.text(l, "kind") + Lines.text(l, "act"),
                        l.path("amount").isNumber() ? l.path("amount").decimalValue() : BigDecimal.ZERO,
                        BigDecimal::add));
        return certain;
    }
}
