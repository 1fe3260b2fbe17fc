package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.TinyRules;
import qiyue.fact.Answer;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.rulebook.Library;

/** Questions as the document answers them, as the opposite question does, or as the days of the text do by which something came about. */
class AnsweringTest {
    @TempDir
    private static Path folder;

    private static Library library;

    @BeforeAll
    static void read() throws Exception {
        TinyRules rules = TinyRules.in(folder);
        rules.write(TinyRules.DRL, """
                package testland.rules2025

                import qiyue.fact.*

                rule "1.1 已终止"
                when
                    $o : OwnSuspension( )
                    $e : Answer( question == "ended", about == $o.id, answer != "no" )
                then
                    insertLogical( Breach.of( "1.1", $o, $e ) );
                end

                rule "1.2 没有申请"
                when
                    $o : OwnSuspension( )
                    $a : Answer( question == "applied", about == $o.id, answer != "yes" )
                then
                    insertLogical( Breach.of( "1.2", $o, $a ) );
                end
                """);
        rules.write(TinyRules.LEDGER, """
                clauses:
                  - {id: "1.1", status: encoded, zh: 甲, en: a}
                  - {id: "1.2", status: encoded, zh: 乙, en: b}
                """);
        rules.change(TinyRules.WORDS, "questions:", """
                record-kinds: {ownSuspensions: {zh: 自请中止, en: suspensions on request}}
                questions:
                  ended: {about: own-suspension, under: testland/rules-2025, after-days: 10, zh: 是否终止, en: did it end,
                    answered-by: inspectors, evidence: {zh: 卷宗, en: the file}}
                  applied: {about: own-suspension, opposite-of: ended, zh: 是否申请, en: was it applied for,
                    answered-by: inspectors, evidence: {zh: 卷宗, en: the file}}""");
        for (int year : List.of(2024, 2025)) {
            rules.write(
                    "calendar/" + year + ".yaml",
                    "year: %d\nnotice: n\nissued: %d-11-12\noff: []\nwork: []\n".formatted(year, year - 1));
        }
        Files.delete(folder.resolve(TinyRules.SHEET));
        try {
            library = Library.load(folder);
        } catch (Problems e) {
            throw new IllegalStateException(qiyue.Shipped.rendered(e.all(), "en"), e);
        }
    }

    private static List<String> answers(String consented, String stated) throws Problems {
        var file = InspectionReader.read(Sources.json("""
                {"region": "testland", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                 "facility": {"name": "f", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2024-01-01", "to": "2025-12-31"}],
                 "records": {"ownSuspensions": [{"id": "o1", "approvedOn": "2024-12-02", "appliedOn": "2024-12-02",
                   "consentedOn": "%s", "resumedOn": "none", "answers": {%s}}]}}
                """.formatted(consented, stated), "t"), library, "t");
        return Docket.of(file, library).groups().get(0).facts().stream()
                .filter(Answer.class::isInstance)
                .map(a -> a.id() + " " + ((Answer) a).answer())
                .sorted()
                .toList();
    }

    /** The text is in force from 1 January 2025: the day after ten days is one of its days, or it is not. */
    @ParameterizedTest
    @CsvSource({
        "2024-12-20, '', open, no",
        "2024-12-21, '', open, open",
        "2024-12-21, '\"ended\": \"no\"', yes, no",
        "2024-12-21, '\"ended\": \"yes\"', no, yes",
        "2024-12-21, '\"applied\": \"yes\", \"ended\": \"open\"', yes, open",
        "2024-12-20, '\"ended\": \"yes\"', no, yes",
        "none, '', open, open"
    })
    void what_is_stated_goes_before_what_follows(String consented, String stated, String applied, String ended)
            throws Problems {
        assertThat(answers(consented, stated)).containsExactly("applied@o1 " + applied, "ended@o1 " + ended);
    }
}
