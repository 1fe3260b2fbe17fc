package qiyue.prove;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.TinyRules;
import qiyue.drl.Drl;
import qiyue.explain.Probe;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.suite.Scaffold;
import qiyue.suite.Soundness;

/** Every rule has a smallest document, and what is written for it waits for a person. */
class SmallestTest {
    @TempDir
    private Path folder;

    @Test
    void every_rule_of_a_real_text_is_met_by_a_small_document() throws Problems {
        Library library = Library.load(Path.of("rules"), Set.of("jinhua"));
        Smallest alone = new Smallest(library, region -> List.of());
        Smallest all = new Smallest(library);
        List<String> unmet = new ArrayList<>();
        int drafted = 0;
        Rulebook book = library.rulebooks().get("jinhua/measures-2020");
        for (Drl.Rule rule : book.rules()) {
            var found = alone.of(book, rule);
            drafted += found.isPresent() ? 1 : 0;
            found = found.or(() -> all.of(book, rule));
            if (found.isEmpty()) {
                unmet.add(rule.name());
            } else {
                assertThat(Reach.of(library, found.get(), List.of(new Goal(book, rule)), new Probe.Rules(Set.of()))
                                .met())
                        .as(rule.name())
                        .isTrue();
                assertThat(found.get().toString().length()).as(rule.name()).isLessThan(1200);
            }
        }
        assertThat(unmet).isEmpty();
        assertThat(drafted)
                .as("written from the rule alone")
                .isGreaterThan(book.rules().size() * 9 / 10);
    }

    /** Two days that nothing else in the document names: both have to be found at once, and neither may lie ahead. */
    @Test
    void two_days_of_a_record_of_its_own_are_found() throws IOException, Problems {
        TinyRules rules = TinyRules.in(folder);
        rules.write("vocabulary/more.yaml", """
                record-kinds:
                  claims:
                    {zh: 申报, en: claims, called: MonthlyClaim, fields: {
                      amount: {type: number, required: true, zh: 金额, en: sum}, submittedOn: {type: day, zh: 申报日, en: submitted},
                      paidOn: {type: day, zh: 支付日, en: paid}}}
                """);
        rules.append(TinyRules.LEDGER, "  - {id: \"4\", status: encoded, zh: 条款, en: clause}\n");
        rules.append(TinyRules.DRL, """

                rule "4 逾期支付"
                when
                    $i : Inspection()
                    $m : MonthlyClaim( amount > 0, paidOn > daysLater( submittedOn, 30 ), paidOn <= $i.today )
                then
                    insertLogical( Breach.of( "4", $m ) );
                end
                """);
        Library library = Library.load(folder);
        Rulebook book = library.rulebooks().get(TinyRules.BOOK);

        for (Drl.Rule rule : book.rules()) {
            if (rule.clause().equals("4")) {
                assertThat(new Smallest(library, region -> List.of()).of(book, rule))
                        .isPresent();
            }
        }
    }

    @Test
    void a_document_holds_nothing_but_what_the_rule_needs() throws IOException, Problems {
        TinyRules.in(folder);
        Library library = Library.load(folder);
        Rulebook book = library.rulebooks().get(TinyRules.BOOK);
        Drl.Rule recovery = book.rules().get(1);

        ObjectNode document =
                new Smallest(library, region -> List.of()).of(book, recovery).orElseThrow();

        assertThat(document.path("findings")).hasSize(1);
        assertThat(document.at("/findings/0/conduct").asText()).isEqualTo("bed-hanging");
        assertThat(document.at("/findings/0/answers/serious").asText()).isEqualTo("yes");
        assertThat(document.has("records")).isFalse();
    }

    @Test
    void a_case_made_of_it_is_found_by_check_until_a_person_has_gone_through_it() throws IOException, Problems {
        TinyRules rules = TinyRules.in(folder);
        Library library = Library.load(folder);
        Rulebook book = library.rulebooks().get(TinyRules.BOOK);
        Scaffold scaffold = new Scaffold(folder, library);
        for (Drl.Rule rule : book.rules()) {
            scaffold.addCase(
                    book,
                    rule.clause(),
                    rule.name(),
                    new Smallest(library, region -> List.of()).of(book, rule).orElseThrow());
        }
        String file = TinyRules.BOOK + "/cases/a01-stays.yaml";

        assertThat(scaffold.written()).containsExactly(folder.resolve(file));
        assertThat(codes(file)).containsOnly("to-fill");
        rules.write(
                file,
                Files.readString(folder.resolve(file))
                        .replace("expect: {} ", "expect: {breaches: {1.1: established}} ")
                        .replace("read-from: \"\"", "read-from: 第一条"));
        assertThat(codes(file)).containsOnly("to-fill").hasSize(2);
    }

    private List<String> codes(String file) throws Problems {
        return Soundness.of(folder).problems().stream()
                .filter(p -> p.file().equals(file))
                .map(Problem::code)
                .toList();
    }
}
