package qiyue.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.Shipped;
import qiyue.problem.Problems;
import qiyue.rulebook.Vocabulary;

/**
 * A finding of which nothing more is known is taken up by some clause, were it open, or the decision says that none takes it up. A step
 * that somebody may have to take beside is not enough: what the conduct itself breaks is still to be said.
 */
class TakenUpLawTest {
    /** What is no breach by the facility, and of which the texts say who must take a step, and nothing else. */
    private static final Set<String> STEPS_ALONE = Set.of(
            "administrative-rules-broken",
            "crime-suspected",
            "closure-reported",
            "closure-not-reported",
            "facility-dissolved",
            "force-majeure",
            "device-damaged-by-quality");

    @ParameterizedTest
    @MethodSource("qiyue.law.Trial#regimes")
    void no_confirmed_finding_passes_in_silence(Regime regime) throws Problems {
        List<String> conducts = Shipped.library().vocabulary().entries("conducts").stream()
                .filter(c -> !c.properties().getOrDefault("topic", "").equals("agency"))
                .map(Vocabulary.Entry::code)
                .filter(c -> !STEPS_ALONE.contains(c))
                .toList();

        assertThat(told(Judge.decide(document(regime, conducts)))).containsAll(conducts);
    }

    private static Set<String> told(JsonNode decision) {
        Set<String> told = new TreeSet<>();
        Stream.concat(
                        Lines.objects(decision.path("measures")),
                        Lines.objects(decision.path("breaches")).flatMap(b -> Lines.objects(b.path("instances"))))
                .forEach(line -> told.addAll(Lines.texts(line.path("facts"))));
        Lines.objects(decision.path("notes"))
                .filter(n -> Lines.text(n, "kind").equals("no-clause"))
                .forEach(n -> told.add(Lines.text(n, "about")));
        return told;
    }

    /** One finding of every conduct, with the conduct as its id. */
    private static ObjectNode document(Regime regime, List<String> conducts) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("region", regime.region());
        document.putObject("inspection")
                .put("id", "i1")
                .put("agency", "甲经办机构")
                .put("inspectedOn", regime.from().plusDays(40).toString());
        document.putObject("scope");
        String kind = regime.kinds().get(0);
        document.putObject("facility").put("name", "甲机构").putArray("kinds").add(kind);
        document.putArray("agreements")
                .addObject()
                .put("id", "a1")
                .put("kind", kind)
                .put("from", regime.from().toString())
                .put("to", regime.from().plusYears(1).minusDays(1).toString());
        ArrayNode findings = document.putArray("findings");
        for (String conduct : conducts) {
            findings.addObject()
                    .put("id", conduct)
                    .put("conduct", conduct)
                    .put("status", "confirmed")
                    .put("date", regime.from().plusDays(20).toString())
                    .putObject("money")
                    .put("amount", 1000);
        }
        if (regime.region().equals("jinhua")) {
            document.putArray("parameters")
                    .addObject()
                    .put("key", "in-force-from")
                    .put("date", "2020-09-01");
        }
        return document;
    }
}
