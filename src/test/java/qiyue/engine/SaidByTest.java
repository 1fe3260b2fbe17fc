package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.TinyRules;
import qiyue.fact.Answer;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.rulebook.Library;

/** What a confirmed finding says by itself of the record it names is not asked of the record. */
class SaidByTest {
    @TempDir
    private Path folder;

    private Library library(String denied) throws Exception {
        TinyRules rules = TinyRules.in(folder);
        rules.write(TinyRules.DRL, """
                package testland.rules2025

                import qiyue.fact.*

                rule "1.1 挂床住院"
                when
                    $s : Stay( )
                    $a : Answer( question == "stay-hung", about == $s.id, answer != "no" )
                then
                    insertLogical( Breach.of( "1.1", $s, $a ) );
                end
                """);
        rules.write(TinyRules.LEDGER, """
                clauses:
                  - {id: "1.1", status: encoded, zh: 甲, en: a}
                """);
        rules.change(TinyRules.WORDS, "questions:", """
                record-kinds: {stays: {zh: 住院, en: stays}}
                questions:
                  stay-hung: {about: stay, said-by: [bed-hanging], zh: 是否挂床, en: was the bed hung,
                    answered-by: inspectors, evidence: {zh: 卷宗, en: the file}}""");
        rules.change(TinyRules.WORDS, "bed-hanging: {", "bed-hanging: {" + denied);
        Files.delete(folder.resolve(TinyRules.SHEET));
        return Library.load(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "confirmed, '\"s1\"', '', yes",
        "suspected, '\"s1\"', '', open",
        "cleared, '\"s1\"', '', open",
        "confirmed, '', '', open",
        "confirmed, '\"s1\"', '\"stay-hung\": \"open\"', yes",
    })
    void a_confirmed_finding_answers_for_the_record_it_names(String status, String records, String answers, String said)
            throws Exception {
        Library library = library("denied-by: stay.stay-hung = no, ");
        var file = InspectionReader.read(Sources.json("""
                {"region": "testland", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                 "facility": {"name": "f", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                 "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "%s", "date": "2025-05-06", "records": [%s]}],
                 "records": {"stays": [{"id": "s1", "worker": "w", "admittedOn": "2025-05-06", "answers": {%s}}]}}
                """.formatted(status, records, answers), "t"), library, "t");

        assertThat(Docket.of(file, library).groups().get(0).facts().stream()
                        .filter(Answer.class::isInstance)
                        .map(a -> a.id() + " " + ((Answer) a).answer())
                        .toList())
                .isEqualTo(List.of("stay-hung@s1 " + said));
    }

    @Test
    void a_conduct_that_no_answer_denies_says_none() {
        assertThatThrownBy(() -> library("")).isInstanceOf(Problems.class);
    }
}
