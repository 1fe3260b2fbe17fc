package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.TinyRules;
import qiyue.decision.Decision.Note;
import qiyue.fact.Breach;
import qiyue.fact.Conclusion;
import qiyue.fact.Evidence;
import qiyue.fact.Measure;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.rulebook.Library;

/** Money of a breach that no measure takes is told with what it lacks; here conclusions are written by hand. */
class UntakenNotesTest {
    private static final String BOOK = "testland/rules-2025#";
    private static final String RULES = """
            package testland.rules2025

            import qiyue.fact.*

            rule "1.1 挂床"
            when
                $f : Finding( conduct == "bed-hanging" )
            then
                insertLogical( Breach.of( "1.1", $f ) );
            end

            rule "1.2 已付的追回"
            when
                $b : Breach( clause == "1.1", paid )
            then
                insertLogical( Measure.shall( "1.2", "recover", $b ) );
            end

            rule "1.3 情节严重的不付"
            when
                $b : Breach( clause == "1.4" )
                $a : Answer( question == "serious", about == "case", answer == "yes" )
            then
                insertLogical( Measure.shall( "1.3", "refuse", $b, $a ) );
            end

            rule "1.4 分解"
            when
                $f : Finding( conduct == "split-stay" )
            then
                insertLogical( Breach.of( "1.4", $f ) );
            end
            """;

    @TempDir
    private static Path folder;

    private static Library library;

    @BeforeAll
    static void read() throws Exception {
        TinyRules rules = TinyRules.in(folder);
        rules.write(TinyRules.DRL, RULES);
        StringBuilder ledger = new StringBuilder("clauses:\n");
        for (int i = 1; i <= 5; i++) {
            String status = i == 5 ? "no-effect, why: 无" : "encoded";
            ledger.append("  - {id: \"1.%d\", status: %s, zh: 甲, en: a}%n".formatted(i, status));
        }
        rules.write(TinyRules.LEDGER, ledger.toString());
        rules.change(TinyRules.WORDS, "serious: {about: finding,", "serious: {about: case,");
        rules.change(
                TinyRules.WORDS,
                "rectify: {zh: 限期整改, en: rectification}",
                "rectify: {zh: 限期整改, en: rectification}\n  refuse: {zh: 拒付, en: refusal, money: refuse}");
        Files.delete(folder.resolve(TinyRules.SHEET));
        try {
            library = Library.load(folder);
        } catch (Problems e) {
            throw new IllegalStateException(qiyue.Shipped.rendered(e.all(), "en"), e);
        }
    }

    private static String finding(String id, String money) {
        return """
                {"id": "%s", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-01", "money": {%s}}
                """.formatted(id, money);
    }

    private static List<Note> notes(String findings, Function<Map<String, Evidence>, List<Conclusion>> concluding)
            throws Problems {
        var file = InspectionReader.read(Sources.json("""
                {"region": "testland", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                 "facility": {"name": "f", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                 "findings": [%s]}
                """.formatted(findings), "t"), library, "t");
        return new Evaluator(library, group -> {
                    Map<String, Evidence> facts = new java.util.TreeMap<>();
                    group.facts().forEach(f -> facts.put(f.id(), f));
                    return concluding.apply(facts);
                })
                .evaluate(file, "").notes().stream()
                        .filter(n -> n.kind().equals("no-measure") || n.kind().equals("part-untaken"))
                        .toList();
    }

    private static Breach breach(String clause, Evidence... facts) {
        return Breach.of(BOOK + clause, facts);
    }

    private static Map<String, String> lacks(String facts, String amount, String clauses, String lacking) {
        return amount.isEmpty()
                ? Map.of("facts", facts, "clauses", clauses, "lacking", lacking)
                : Map.of("facts", facts, "amount", amount, "clauses", clauses, "lacking", lacking);
    }

    @Test
    void what_is_not_paid_is_told_with_the_clause_that_recovers_what_was() throws Problems {
        assertThat(notes(finding("f1", "\"amount\": 100"), f -> List.of(breach("1.1", f.get("f1")))))
                .containsExactly(new Note("no-measure", BOOK + "1.1", lacks("f1", "100.00", BOOK + "1.2", "paid")));
    }

    @Test
    void a_breach_of_which_no_clause_makes_anything_is_told_without_one() throws Problems {
        assertThat(notes(finding("f1", "\"amount\": 100"), f -> List.of(breach("1.5", f.get("f1")))))
                .containsExactly(new Note("no-measure", BOOK + "1.5", lacks("f1", "100.00", "", "")));
    }

    /** Where nothing else stands in the way the answer does that the clause needs. */
    @Test
    void what_only_an_answer_keeps_away_is_told_with_the_question() throws Problems {
        assertThat(notes(finding("f1", "\"amount\": 100"), f -> List.of(breach("1.4", f.get("f1")))))
                .containsExactly(new Note(
                        "no-measure",
                        BOOK + "1.4",
                        Map.of(
                                "facts", "f1",
                                "amount", "100.00",
                                "clauses", BOOK + "1.3",
                                "lacking", "",
                                "asked", "serious")));
    }

    /** Several alike are one note, which adds nothing up; what lacks something else has its own. */
    @Test
    void alike_are_told_together_in_the_order_of_their_ids() throws Problems {
        String three = finding("f10", "\"amount\": 100") + ", " + finding("f2", "\"amount\": 50") + ", "
                + finding("f3", "\"amount\": 7, \"paid\": 7");

        assertThat(notes(
                        three,
                        f -> List.of(
                                breach("1.1", f.get("f10")), breach("1.1", f.get("f2")), breach("1.1", f.get("f3")))))
                .containsExactlyInAnyOrder(
                        new Note("no-measure", BOOK + "1.1", lacks("f2, f10", "", BOOK + "1.2", "paid")),
                        new Note("no-measure", BOOK + "1.1", lacks("f3", "7.00", BOOK + "1.2", "")));
    }

    @Test
    void nothing_is_told_of_what_a_measure_takes_or_what_is_in_doubt_or_costs_nothing() throws Problems {
        String paid = finding("f1", "\"amount\": 100, \"paid\": 100");

        assertThat(notes(paid, f -> {
                    Breach b = breach("1.1", f.get("f1"));
                    return List.of(b, Measure.shall(BOOK + "1.2", "recover", b));
                }))
                .isEmpty();
        assertThat(notes(paid.replace("confirmed", "suspected"), f -> List.of(breach("1.1", f.get("f1")))))
                .isEmpty();
        assertThat(notes(paid, f -> List.of(breach("1.4", f.get("f1"), f.get("serious@case")))))
                .as("open")
                .isEmpty();
        assertThat(notes(finding("f1", "\"amount\": 0"), f -> List.of(breach("1.1", f.get("f1")))))
                .isEmpty();
    }

    /** A measure on another breach of the same fact, or on the same clause for another fact, takes nothing of it. */
    @Test
    void a_measure_takes_what_rests_on_both_clause_and_fact() throws Problems {
        String two =
                finding("f1", "\"amount\": 100, \"paid\": 100") + ", " + finding("f2", "\"amount\": 30, \"paid\": 30");

        assertThat(notes(two, f -> {
                    Breach one = breach("1.1", f.get("f1"));
                    return List.of(one, breach("1.1", f.get("f2")), Measure.shall(BOOK + "1.2", "recover", one));
                }))
                .containsExactly(new Note("no-measure", BOOK + "1.1", lacks("f2", "30.00", BOOK + "1.2", "")));
        assertThat(notes(two, f -> {
                    Breach one = breach("1.1", f.get("f1"));
                    return List.of(one, breach("1.5", f.get("f1")), Measure.shall(BOOK + "1.2", "recover", one));
                }))
                .containsExactly(new Note("no-measure", BOOK + "1.5", lacks("f1", "100.00", "", "")));
    }

    private static List<Note> part(String measure, String money, String... further) throws Problems {
        return notes(finding("f1", money), f -> {
            Breach b = breach("1.1", f.get("f1"));
            List<Conclusion> all = new ArrayList<>(List.of(b, Measure.shall(BOOK + "1.2", measure, b)));
            for (String other : further) {
                all.add(Measure.shall(BOOK + "1.3", other, b));
            }
            return all;
        });
    }

    private static Map<String, String> parts(String reached, String paid, String unpaid) {
        return Map.of(
                "facts",
                "f1",
                "amount",
                "1000.00",
                "paid",
                paid,
                "unpaid",
                unpaid,
                "lacking",
                reached,
                "clauses",
                BOOK + "1.2");
    }

    /** Of money that was paid in part a measure reaches only one part: the other is told. */
    @Test
    void the_part_that_no_measure_reaches_is_told() throws Problems {
        String money = "\"amount\": 1000, \"paid\": 900, \"refunded\": 50";

        assertThat(part("recover", money))
                .containsExactly(new Note("part-untaken", BOOK + "1.1", parts("paid", "850.00", "100.00")));
        assertThat(part("refuse", money))
                .containsExactly(new Note("part-untaken", BOOK + "1.1", parts("unpaid", "850.00", "100.00")));
        assertThat(part("recover", money, "refuse")).as("both are reached").isEmpty();
        assertThat(part("recover", "\"amount\": 1000, \"paid\": 1000")).isEmpty();
        assertThat(part("refuse", "\"amount\": 1000")).isEmpty();
    }

    /** Of several alike the parts are added up. */
    @Test
    void parts_of_several_are_added() throws Problems {
        String two =
                finding("f10", "\"amount\": 1000, \"paid\": 900") + ", " + finding("f2", "\"amount\": 10, \"paid\": 4");

        assertThat(notes(two, f -> {
                    Breach one = breach("1.1", f.get("f10"));
                    Breach other = breach("1.1", f.get("f2"));
                    return List.of(one, other, Measure.shall(BOOK + "1.2", "recover", one, other));
                }))
                .containsExactly(new Note(
                        "part-untaken",
                        BOOK + "1.1",
                        Map.of(
                                "facts", "f2, f10",
                                "amount", "1010.00",
                                "paid", "904.00",
                                "unpaid", "106.00",
                                "lacking", "paid",
                                "clauses", BOOK + "1.2")));
    }
}
