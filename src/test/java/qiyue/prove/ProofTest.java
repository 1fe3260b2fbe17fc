package qiyue.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.TinyRules;
import qiyue.engine.Evaluator;
import qiyue.explain.Firings;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;

/** Which way a clause turned is found without any case, and shown on a document that both versions decide. */
class ProofTest {
    private static final String RULE = "$f : Finding( conduct == \"bed-hanging\" )";
    private static final String RECOVER = "Measure.shall( \"1.p1.a\", \"recover\", $b )";

    @TempDir
    private Path before;

    @TempDir
    private Path after;

    @Test
    void what_says_the_same_turns_no_clause() throws IOException, Problems {
        Proof proof = proof(RULE, RULE + "   // 说明");
        assertThat(proof.clauses()).isEmpty();
        assertThat(proof.bounded()).isEmpty();
    }

    @Test
    void a_conduct_more_is_stricter_on_that_conduct() throws IOException, Problems {
        Proof proof = proof(RULE, "$f : Finding( conduct in ( \"bed-hanging\", \"split-stay\" ) )");
        assertThat(turns(proof))
                .containsOnly(
                        Map.entry("testland/rules-2025#1.1", List.of(Proof.Turn.STRICTER)),
                        Map.entry("testland/rules-2025#1.p1.a", List.of(Proof.Turn.STRICTER)));
        assertThat(proof.clauses()
                        .get("testland/rules-2025#1.1")
                        .get(0)
                        .document()
                        .toString())
                .contains("split-stay");
    }

    @Test
    void one_conduct_for_another_is_both() throws IOException, Problems {
        Proof proof = proof(RULE, "$f : Finding( conduct == \"split-stay\" )");
        assertThat(turns(proof))
                .containsEntry("testland/rules-2025#1.1", List.of(Proof.Turn.STRICTER, Proof.Turn.MORE_LENIENT));
    }

    @Test
    void a_bound_is_crossed_where_it_moved() throws IOException, Problems {
        Proof proof = proof(RULE, "$f : Finding( conduct == \"bed-hanging\", count >= 3 )");
        assertThat(turns(proof)).containsEntry("testland/rules-2025#1.1", List.of(Proof.Turn.MORE_LENIENT));
    }

    @Test
    void may_for_shall_is_more_lenient_and_nothing_else_turns() throws IOException, Problems {
        Proof proof = proof(RECOVER, RECOVER.replace("shall", "may"));
        assertThat(turns(proof))
                .containsOnly(Map.entry("testland/rules-2025#1.p1.a", List.of(Proof.Turn.MORE_LENIENT)));
    }

    @Test
    void what_is_no_plain_conjunction_is_named() throws IOException, Problems {
        Proof proof = proof(RULE, RULE + "\n    not Finding( conduct == \"split-stay\", status == \"confirmed\" )");
        assertThat(proof.bounded())
                .contains(new Proof.Bounded("testland/rules-2025#1.1 挂床住院情节严重", Proof.Why.NO_PLAIN_CONJUNCTION));
    }

    /** A share of two figures: both are moved, and what no document shows is named instead of called proved. */
    @Test
    void a_bound_of_a_share_is_crossed_where_it_moved() throws IOException, Problems {
        TinyRules now = TinyRules.in(after);
        for (TinyRules rules : List.of(TinyRules.in(before), now)) {
            rules.write("vocabulary/more.yaml", """
                    record-kinds:
                      registers:
                        {zh: 名册, en: registers, called: Register, fields: {
                          absent: {type: whole, zh: 不在岗, en: absent}, listed: {type: whole, zh: 在册, en: listed}}}
                    """);
            rules.append(TinyRules.LEDGER, "  - {id: \"4\", status: encoded, zh: 条款, en: clause}\n");
            rules.append(TinyRules.DRL, """

                    rule "4 不在岗达到三成"
                    when
                        $r : Register( percentOf( absent, listed ) >= 30 )
                    then
                        insertLogical( Breach.of( "4", $r ) );
                    end
                    """);
        }
        now.change(TinyRules.DRL, ">= 30", ">= 25");
        Proof proof = proof();

        assertThat(turns(proof)).containsEntry("testland/rules-2025#4", List.of(Proof.Turn.STRICTER));
        assertThat(proof.bounded())
                .containsExactly(new Proof.Bounded("testland/rules-2025#4 不在岗达到三成", Proof.Why.WORKED_OUT));
    }

    /** A condition that every document meets: the rule was changed, and nothing shows it. */
    @Test
    void a_rule_of_which_no_document_shows_a_change_is_named() throws IOException, Problems {
        Proof proof = proof(RULE, "$f : Finding( conduct == \"bed-hanging\", count > 0 )");

        assertThat(proof.clauses()).isEmpty();
        assertThat(proof.bounded()).extracting(Proof.Bounded::why).containsExactly(Proof.Why.NOTHING_DIFFERENT);
    }

    private Proof proof(String was, String is) throws IOException, Problems {
        TinyRules.in(before);
        TinyRules.in(after).change(TinyRules.DRL, was, is);
        return proof();
    }

    private Proof proof() throws Problems {
        Library old = Library.load(before);
        Library now = Library.load(after);
        return Proof.of(old, now, new Evaluator(old, Firings::conclusions), new Evaluator(now, Firings::conclusions));
    }

    private static Map<String, List<Proof.Turn>> turns(Proof proof) {
        return proof.clauses().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> e.getValue().stream().map(Proof.Witness::turn).toList()));
    }
}
