package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.TinyRules;
import qiyue.fact.Breach;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** Which clauses give a measure for breaches of a clause: read off the rules once for each clause, however many breaches there are. */
class GivingTest {
    @TempDir
    private static Path folder;

    private static Plan plan;
    private static Rulebook book;

    @BeforeAll
    static void read() throws Exception {
        TinyRules rules = TinyRules.in(folder);
        rules.write(TinyRules.DRL, """
                package testland.rules2025

                import qiyue.fact.*

                rule "1.1 挂床"
                when
                    $f : Finding( conduct == "bed-hanging" )
                then
                    insertLogical( Breach.of( "1.1", $f ) );
                end

                rule "1.2 其他"
                when
                    $f : Finding( conduct == "split-stay" )
                then
                    insertLogical( Breach.of( "1.2", $f ) );
                end

                rule "3.1 追回"
                when
                    $b : Breach( clause in ( "1.1", "1.2" ) )
                    $a : Answer( question == "serious", about == "case", answer != "no" )
                then
                    insertLogical( Measure.shall( "3.1", "recover", $b, $a ) );
                end

                rule "3.2 其他追回"
                when
                    $b : Breach( clause not in ( "1.1" ), article == 1 )
                then
                    insertLogical( Measure.shall( "3.2", "recover", $b ) );
                end
                """);
        rules.write(TinyRules.LEDGER, """
                clauses:
                  - {id: "1.1", status: encoded, zh: 甲, en: a}
                  - {id: "1.2", status: encoded, zh: 甲, en: a}
                  - {id: "3.1", status: encoded, zh: 甲, en: a}
                  - {id: "3.2", status: encoded, zh: 甲, en: a}
                """);
        rules.change(TinyRules.WORDS, "about: finding,", "about: case,");
        rules.move(TinyRules.SHEET, "testland/annual.txt");
        Files.delete(folder.resolve("testland/annual.txt"));
        Library library = Library.load(folder);
        book = library.rulebooks().values().iterator().next();
        plan = Plans.of(library).of(book);
    }

    private static Breach breach(String rulebook, String clause) {
        return Breach.of(rulebook + "#" + clause);
    }

    @Test
    void the_rules_that_look_for_the_clause_give_with_what_they_ask() {
        List<Giving> giving = plan.giving(breach(book.id(), "1.1"));

        assertThat(giving).extracting(Giving::clause).containsExactly(book.id() + "#3.1");
        assertThat(giving.get(0).asked()).isEqualTo(Set.of("serious"));
        assertThat(plan.giving(breach(book.id(), "1.2")))
                .extracting(Giving::clause)
                .containsExactly(book.id() + "#3.1", book.id() + "#3.2");
    }

    @Test
    void a_breach_under_another_rulebook_is_given_nothing() {
        assertThat(plan.giving(breach("testland/other-2025", "1.1"))).isEmpty();
    }

    @Test
    void a_clause_is_looked_up_once() {
        assertThat(plan.giving(breach(book.id(), "1.1"))).isSameAs(plan.giving(breach(book.id(), "1.1")));
    }
}
