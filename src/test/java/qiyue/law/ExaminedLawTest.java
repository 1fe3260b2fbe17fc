package qiyue.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.drl.Drl;
import qiyue.problem.Problems;
import qiyue.rulebook.Rulebook;

/** What nobody looked at is never said to be examined, not in part and not "not met". */
class ExaminedLawTest {
    /** Conducts of several topics, of which few clauses speak. */
    private static final Set<String> CONDUCTS =
            Set.of("advertising", "complaints-not-handled", "overcharging", "rectification-failed", "fraud");

    static Stream<Regime> regimes() {
        return Regime.all().stream().filter(r -> !r.name().endsWith("-across"));
    }

    @ParameterizedTest
    @MethodSource("regimes")
    void of_a_document_in_which_nothing_was_examined_no_clause_is_said_to_be(Regime regime) throws Problems {
        assertThat(claimed(document(regime))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("regimes")
    void of_one_finding_only_clauses_that_some_rule_reads_it_for_are_examined(Regime regime) throws Problems {
        for (String conduct : CONDUCTS) {
            ObjectNode document = document(regime);
            Made.finding(document, conduct, regime.from().plusDays(20).toString())
                    .putObject("money")
                    .put("amount", 0);

            assertThat(reading(regime, conduct)).as(conduct).containsAll(claimed(document));
        }
    }

    private static ObjectNode document(Regime regime) {
        return Made.document(
                regime.region(),
                regime.kinds().get(0),
                regime.from().plusDays(40).toString(),
                regime.from().toString(),
                regime.from().plusDays(300).toString());
    }

    /** The clauses said to be examined, wholly or in part, and not met. */
    private static Set<String> claimed(JsonNode document) throws Problems {
        Set<String> claimed = new TreeSet<>();
        Lines.objects(Judge.decide(document).path("outcomes"))
                .filter(o -> Set.of("not-established", "partly-examined").contains(Lines.text(o, "state")))
                .forEach(o -> claimed.add(Lines.text(o, "clause")));
        return claimed;
    }

    /** Clauses some rule finds met by a finding of the conduct, or by what was concluded from anything. */
    private static Set<String> reading(Regime regime, String conduct) {
        Set<String> clauses = new TreeSet<>();
        for (Rulebook book : regime.rulebooks()) {
            for (Drl.Rule rule : book.rules()) {
                if (rule.then().type().equals("Breach")
                        && rule.positive()
                                .anyMatch(p -> (p.type().equals("Finding")
                                                && Read.values(p, "conduct").anyMatch(conduct::equals))
                                        || Set.of("Breach", "Measure").contains(p.type()))) {
                    clauses.add(book.id() + "#" + rule.clause());
                }
            }
        }
        return clauses;
    }
}
