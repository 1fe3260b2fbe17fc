package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.TinyRules;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** What a document leaves out is not asked for by a rule that something stated keeps away; a doubt keeps nothing away. */
class BarredTest {
    private static final String RULES = """
            package testland.rules2025

            import qiyue.fact.*

            rule "1.1 没有申报也没有整改"
            when
                $c : Change( matter == "address", unfiled )
                not Rectification( agreement == $c.agreement, result == "passed" )
            then
                insertLogical( Breach.of( "1.1", $c ) );
            end

            rule "1.2 没有申报"
            when
                $c : Change( matter == "name", unfiled )
                not Exempt( clause == "1.2", about == $c.id )
            then
                insertLogical( Breach.of( "1.2", $c ) );
            end

            rule "1.2 已整改的除外"
            when
                $c : Change( matter == "name" )
                exists Rectification( agreement == $c.agreement, result == "passed" )
            then
                insertLogical( Exempt.of( "1.2", $c ) );
            end

            rule "1.3 没有申报"
            when
                $c : Change( matter == "phone", unfiled )
                not Exempt( clause == "1.3", about == $c.id )
            then
                insertLogical( Breach.of( "1.3", $c ) );
            end

            rule "1.3 没有整改不合格的除外"
            when
                $c : Change( matter == "phone" )
                not Rectification( result == "failed" )
            then
                insertLogical( Exempt.of( "1.3", $c ) );
            end

            rule "1.4 整改不合格而没有申报"
            when
                $c : Change( matter == "bed-count", unfiled )
                exists Rectification( result == "failed" )
            then
                insertLogical( Breach.of( "1.4", $c ) );
            end

            rule "1.5 申报以前没有整改"
            when
                $c : Change( matter == "qualification", $filed : filedOn )
                $d : Inspection( today >= $filed )
                not Rectification( orderedOn <= $filed )
            then
                insertLogical( Breach.of( "1.5", $c ) );
            end

            rule "1.6 没有按时申报"
            when
                $c : Change( matter == "bank-account" )
                not Change( id == $c.id, laterThanDays( 10 ) )
            then
                insertLogical( Breach.of( "1.6", $c ) );
            end

            rule "1.7 整改合格而有变更没有申报"
            when
                $r : Rectification( result == "passed" )
                exists Change( matter == "seal", unfiled )
            then
                insertLogical( Breach.of( "1.7", $r ) );
            end

            rule "1.8 没有申报"
            when
                $c : Change( matter == "logo", unfiled )
                not Exempt( clause == "1.8", about == $c.id )
            then
                insertLogical( Breach.of( "1.8", $c ) );
            end

            rule "1.8 没有别类协议的除外"
            when
                $c : Change( matter == "logo" )
                not Agreement( to > $c.changedOn, from > $c.changedOn )
            then
                insertLogical( Exempt.of( "1.8", $c ) );
            end

            rule "1.9 没有申报"
            when
                $c : Change( matter == "sign", unfiled )
                not Exempt( clause == "1.9", about == $c.id )
            then
                insertLogical( Breach.of( "1.9", $c ) );
            end

            rule "1.9 没有医疗协议的除外"
            when
                $c : Change( matter == "sign" )
                not Agreement( to > $c.changedOn )
            then
                insertLogical( Exempt.of( "1.9", $c ) );
            end
            """;

    @TempDir
    private static Path folder;

    private static Library library;
    private static Rulebook book;

    @BeforeAll
    static void read() throws Exception {
        TinyRules rules = TinyRules.in(folder);
        rules.write(TinyRules.DRL, RULES);
        StringBuilder ledger = new StringBuilder("clauses:\n");
        for (int i = 1; i <= 9; i++) {
            ledger.append("  - {id: \"1.").append(i).append("\", status: encoded, zh: 甲, en: a}\n");
        }
        rules.write(TinyRules.LEDGER, ledger.toString());
        rules.change(TinyRules.WORDS, "conducts:", """
                record-kinds: {changes: {zh: 变更, en: changes}, rectifications: {zh: 整改, en: rectifications}}
                change-matters:
                  address: {zh: 地址, en: address}
                  name: {zh: 名称, en: name}
                  phone: {zh: 电话, en: phone}
                  bed-count: {zh: 床位, en: beds}
                  qualification: {zh: 资质, en: qualification}
                  bank-account: {zh: 账户, en: account}
                  seal: {zh: 印章, en: seal}
                  logo: {zh: 标志, en: logo}
                  sign: {zh: 招牌, en: sign}
                conducts:""");
        rules.write("calendar/2025.yaml", "year: 2025\nnotice: n\nissued: 2024-11-12\noff: []\nwork: []\n");
        Files.delete(folder.resolve(TinyRules.SHEET));
        try {
            library = Library.load(folder);
        } catch (Problems e) {
            throw new IllegalStateException(qiyue.Shipped.rendered(e.all(), "en"), e);
        }
        book = library.rulebooks().values().iterator().next();
    }

    private static List<String> asked(String matter, String rectification) throws Problems {
        return asked(matter, rectification, "");
    }

    private static List<String> asked(String matter, String rectification, String more) throws Problems {
        String put = rectification.equals("none")
                ? ""
                : """
                {"id": "r1", "agreement": "a1", "orderedOn": "2025-05-01"%s}""".formatted(
                                rectification.equals("unstated")
                                        ? ", \"inspectedOn\": \"2025-05-20\""
                                        : ", \"inspectedOn\": \"2025-05-20\", \"result\": \"" + rectification + "\"");
        var file = InspectionReader.read(Sources.json("""
                {"region": "testland", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                 "facility": {"name": "f", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                 "records": {"changes": [{"id": "g1", "matter": "%s", "changedOn": "2025-05-06"}%s], "rectifications": [%s]}}
                """.formatted(matter, more, put), "t"), library, "t");
        Docket docket = Docket.supposed(file, library, List.of(book));
        return Silence.missing(
                        docket.groups(),
                        docket.plans(),
                        List.of(),
                        LocalDateTime.of(2025, 6, 10, 23, 59),
                        (rule, fact) -> false)
                .questions()
                .stream()
                .filter(q -> q.about().equals("g1"))
                .map(q -> q.clauses().toString().replaceAll("[^#]*#|\\]", ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        // what may not be there is there, or may be
        "address, none, 1.1",
        "address, passed, ",
        "address, failed, 1.1",
        "address, unstated, 1.1",
        // so it is with an exemption that rests on what is there
        "name, none, 1.2",
        "name, passed, ",
        "name, failed, 1.2",
        "name, unstated, 1.2",
        // one that rests on what is not there may fall away
        "phone, none, 1.3",
        "phone, passed, 1.3",
        "phone, failed, 1.3",
        // what must be there is not, or may be
        "bed-count, none, ",
        "bed-count, passed, ",
        "bed-count, failed, 1.4",
        "bed-count, unstated, 1.4",
        // what hangs on the very day that is left out keeps nothing away
        "qualification, none, 1.5",
        "qualification, passed, 1.5",
        "bank-account, none, 1.6",
        // of what must only be there, what is left out is asked as of anything else, where the rest is there
        "seal, none, ",
        "seal, passed, 1.7",
        "seal, failed, "
    })
    void a_question_is_put_unless_something_stated_keeps_the_rule_away(
            String matter, String rectification, String clause) throws Problems {
        assertThat(asked(matter, rectification)).isEqualTo(clause == null ? List.of() : List.of(clause));
    }

    /** One that is there is enough: a second of which something is left out needs no asking; one that does not do leaves it open. */
    @ParameterizedTest
    @CsvSource({"none, ", "2025-05-07, 1.7"})
    void nothing_is_asked_of_what_is_there_already(String filed, String clause) throws Problems {
        String other = """
                , {"id": "g2", "matter": "seal", "changedOn": "2025-05-06", "filedOn": "%s"}""".formatted(filed);

        assertThat(asked("seal", "passed", other)).isEqualTo(clause == null ? List.of() : List.of(clause));
    }

    /** Agreements stand in the document, all of them; what is exempt because there is no such one is so for certain. */
    @ParameterizedTest
    @CsvSource({"logo, ", "sign, 1.9"})
    void an_exemption_for_want_of_an_agreement_counts_where_there_is_none(String matter, String clause)
            throws Problems {
        assertThat(asked(matter, "none")).isEqualTo(clause == null ? List.of() : List.of(clause));
    }
}
