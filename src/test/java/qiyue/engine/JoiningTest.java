package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.drl.Drl;
import qiyue.drl.DrlParser;
import qiyue.fact.Answer;
import qiyue.fact.Breach;
import qiyue.fact.Evidence;
import qiyue.fact.Measure;

/** Whether a rule could be met with one fact supposed: by the facts beside it, by what is answered, by what was concluded. */
class JoiningTest {
    private static final Docket DOCKET = Editions.docket("2025-06-10", """
            "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-03-31"},
                           {"id": "a2", "kind": "medical", "from": "2025-04-01", "to": "2025-12-31"}],
            "history": {"measures": [{"id": "h1", "kind": "recover", "cause": "violation", "decidedOn": "2025-02-01"}]},
            "findings": [
              {"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-02-01"},
              {"id": "f2", "conduct": "split-stay", "status": "confirmed", "date": "2025-05-02"}]
            """);

    private static Evidence fact(String id) {
        return DOCKET.facts().stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Drl.Rule rule(String when) {
        return DrlParser.parse(
                        "x.drl",
                        "package t.x\nimport qiyue.fact.*\nrule \"1 x\"\nwhen\n" + when
                                + "\nthen\n    insertLogical( Breach.of( \"1\", $x ) );\nend\n",
                        new ArrayList<>())
                .file()
                .rules()
                .get(0);
    }

    /** Whether the rule could be met, with the fact supposed as what its line of that number matches. */
    private static boolean met(Joining joining, String when, int own, Evidence supposed) {
        Drl.Rule rule = rule(when);
        List<Drl.Pattern> patterns = rule.positive().toList();
        return joining.join(patterns, 0, patterns.get(own), supposed, new LinkedHashMap<>(), new Looks.Guards(rule));
    }

    @Test
    void the_same_is_answered_of_facts_of_which_the_same_is_answered() {
        Joining joining = new Joining(
                List.of(
                        new Answer("serious", "f1", "yes"),
                        new Answer("serious", "f2", "yes"),
                        new Answer("serious", "f3", "no"),
                        new Answer("odd", "f4", "yes")),
                List.of());

        assertThat(joining.answered("f1")).isEqualTo(joining.answered("f2")).isEqualTo(joining.answered("f1"));
        assertThat(joining.answered("f1"))
                .isNotEqualTo(joining.answered("f3"))
                .isNotEqualTo(joining.answered("f4"))
                .isNotEqualTo(joining.answered("f5"));
        assertThat(joining.facts()).containsOnlyKeys("Answer");
    }

    @Test
    void an_answer_counts_for_the_fact_it_is_about() {
        String asked = "$x : Finding( )\n$a : Answer( question == \"serious\", about == $x.id, answer != \"no\" )";
        Joining joining = new Joining(
                List.of(
                        fact("f1"),
                        fact("f2"),
                        new Answer("serious", "f1", "no"),
                        new Answer("serious", "f2", "open"),
                        new Answer("serious", "case", "yes")),
                List.of());

        assertThat(met(joining, asked, 0, fact("f1"))).isFalse();
        assertThat(met(joining, asked, 0, fact("f2"))).isTrue();
        assertThat(met(joining, asked.replace("$x.id", "\"case\""), 0, fact("f1")))
                .isTrue();
        assertThat(met(joining, asked.replace("about == $x.id, ", ""), 0, fact("f1")))
                .isTrue();
        assertThat(met(joining, asked.replace("serious", "odd"), 0, fact("f2"))).isFalse();
    }

    /** What rules conclude is taken to be there, but not what stands beside it. */
    @Test
    void conclusions_are_taken_to_be_there() {
        Joining joining = new Joining(List.of(fact("f1"), fact("f2")), List.of());
        String after = "$m : Measure( kind == \"recover\" )\n$x : Finding( conduct == \"split-stay\" )";

        assertThat(met(joining, after, 1, fact("f2"))).isTrue();
        assertThat(met(joining, after, 1, fact("f1"))).isFalse();
        assertThat(met(joining, after + "\n$y : Finding( conduct == \"bed-hanging\" )", 1, fact("f2")))
                .isTrue();
        assertThat(met(joining, after + "\n$y : Finding( conduct == \"other\" )", 1, fact("f2")))
                .isFalse();
    }

    /** An agreement stands in every document: of it only what was concluded under it, or under none, calls for anything. */
    @Test
    void beside_an_agreement_stands_what_was_concluded_under_it() {
        String called = "$x : Agreement( )\n$m : Measure( kind == \"recover\" )";
        Measure first = Measure.shall("testland/edition-2025#3.1", "recover", fact("f1"));
        Breach breach = Breach.of("testland/edition-2025#1.1", fact("f1"));

        assertThat(first.agreement()).isEqualTo("a1");
        Joining under = new Joining(DOCKET.facts(), List.of(first, breach));
        assertThat(met(under, called, 0, fact("a1"))).isTrue();
        assertThat(met(under, called, 0, fact("a2"))).isFalse();
        assertThat(met(under, called.replace("recover", "rectify"), 0, fact("a1")))
                .isFalse();
        assertThat(met(new Joining(DOCKET.facts(), List.of(breach)), called, 0, fact("a1")))
                .isFalse();
    }

    /** An earlier measure stands in many documents: of it only what was concluded, under whatever agreement, calls for anything. */
    @Test
    void beside_an_earlier_measure_stands_all_that_was_concluded() {
        String called = "$x : PriorMeasure( )\n$m : Measure( kind == \"recover\", beside( $x.agreement ) )";
        Measure own = Measure.shall("testland/edition-2025#3.1", "recover", fact("f1"));
        Measure others = Measure.shall("testland/edition-2025#3.1", "recover", fact("f2"));

        assertThat(fact("h1").agreement()).isEqualTo("a1");
        assertThat(met(new Joining(DOCKET.facts(), List.of(own)), called, 0, fact("h1")))
                .isTrue();
        assertThat(met(new Joining(DOCKET.facts(), List.of(others)), called, 0, fact("h1")))
                .isFalse();
        assertThat(met(
                        new Joining(DOCKET.facts(), List.of(others)),
                        called.replace(", beside( $x.agreement )", ""),
                        0,
                        fact("h1")))
                .isTrue();
        assertThat(met(new Joining(DOCKET.facts(), List.of()), called, 0, fact("h1")))
                .isFalse();
    }
}
