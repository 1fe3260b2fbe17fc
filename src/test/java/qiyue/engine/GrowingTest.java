package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.TinyRules;
import qiyue.decision.Decision;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.DutyLine;
import qiyue.decision.Decision.MeasureLine;
import qiyue.intake.InspectionReader;
import qiyue.problem.Sources;
import qiyue.rulebook.Library;

/** A rule on a measure gives a breach that gives the same measure once more: the united measure grows, and all that hangs on it. */
class GrowingTest {
    private static final String RULES = """

            rule "1.2 已应追回的另有分解住院"
            when
                $m : Measure( clause == "1.p1.a", kind == "recover" )
                $f : Finding( conduct == "split-stay", agreement == $m.agreement )
            then
                insertLogical( Breach.of( "1.2", $f, $m ) );
            end

            rule "1.p1.b 书面告知"
            when
                $m : Measure( clause == "1.p1.a", kind == "recover" )
            then
                insertLogical( Duty.shall( "1.p1.b", "written-notice", $m ).by( "agency" ) );
            end
            """;

    private static Decision decide(Path folder, String first) throws Exception {
        TinyRules rules = TinyRules.in(folder.resolve("rules"));
        rules.append(TinyRules.DRL, RULES);
        rules.append(TinyRules.LEDGER, """
                  - {id: "1.2", status: encoded, zh: 分解住院, en: split stay}
                  - {id: "1.p1.b", status: encoded, zh: 书面告知, en: written notice}
                """);
        Library library = Library.load(rules.root());
        return new Evaluator(library, folder.resolve("models"))
                .evaluate(InspectionReader.read(Sources.json("""
                        {"region": "testland", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                         "facility": {"name": "f", "kinds": ["medical"]},
                         "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                         "findings": [
                           {"id": "f1", "conduct": "%s", "status": "confirmed", "date": "2025-05-06",
                            "money": {"amount": 100, "paid": 100}, "answers": {"serious": "yes"}},
                           {"id": "f2", "conduct": "split-stay", "status": "confirmed", "date": "2025-05-07",
                            "money": {"amount": 30, "paid": 30}}]}
                        """.formatted(first), "test"), library, "test"), "");
    }

    @Test
    void what_came_of_the_smaller_measure_is_withdrawn_and_comes_of_the_larger(@TempDir Path folder) throws Exception {
        Decision decision = decide(folder, "bed-hanging");

        assertThat(decision.breaches())
                .extracting(BreachLine::clause, b -> b.instances().size())
                .containsExactly(tuple("testland/rules-2025#1.1", 1), tuple("testland/rules-2025#1.2", 1));
        assertThat(decision.measures())
                .extracting(MeasureLine::kind, m -> m.amount().toPlainString(), m -> String.join("+", m.facts()))
                .containsExactly(tuple("recover", "130.00", "f1+f2"));
        assertThat(decision.duties())
                .extracting(DutyLine::act, d -> d.measures().size())
                .containsExactly(tuple("written-notice", 1));
    }

    @Test
    void without_the_measure_nothing_hangs_on_it(@TempDir Path folder) throws Exception {
        Decision decision = decide(folder, "split-stay");

        assertThat(decision.breaches()).isEmpty();
        assertThat(decision.measures()).isEmpty();
        assertThat(decision.duties()).isEmpty();
    }
}
