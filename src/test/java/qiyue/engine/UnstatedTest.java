package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.TinyRules;
import qiyue.decision.Decision.Note;
import qiyue.fact.Breach;
import qiyue.fact.Evidence;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** A field left out is asked for where some rule could then apply, with its clauses, and nowhere else. */
class UnstatedTest {
    private static final String RULES = """
            package testland.rules2025

            import qiyue.fact.*

            rule "1.1 上传超过二十四小时"
            when
                $u : Upload( laterThanHours( 24 ) )
            then
                insertLogical( Breach.of( "1.1", $u ) );
            end

            rule "1.2 地址变更超过十日申报"
            when
                $c : Change( matter == "address", laterThanDays( 10 ) )
            then
                insertLogical( Breach.of( "1.2", $c ) );
            end

            rule "1.10 地址变更至今未申报"
            when
                $c : Change( matter == "address", unfiled )
            then
                insertLogical( Breach.of( "1.10", $c ) );
            end

            rule "1.3 名称变更之后挂床的"
            when
                $c : Change( matter == "name", unfiled, $on : changedOn )
                $f : Finding( conduct == "bed-hanging", agreement == $c.agreement, date >= $on )
            then
                insertLogical( Breach.of( "1.3", $c, $f ) );
            end

            rule "1.4 情节严重的事故逾期报告"
            when
                $c : Change( matter == "bed-count", unfiled )
                $a : Answer( question == "serious", about == $c.id, answer != "no" )
            then
                insertLogical( Breach.of( "1.4", $c, $a ) );
            end

            rule "1.5 到期前三十日以后申请续签"
            when
                $a : Agreement( kind == "rehabilitation", renewalAppliedOn > from )
            then
                insertLogical( Breach.of( "1.5", $a ) );
            end

            rule "1.6 未申请续签"
            when
                $a : Agreement( kind == "rehabilitation", unrenewed )
            then
                insertLogical( Breach.of( "1.6", $a ) );
            end

            rule "1.7 床位不足二十"
            when
                $s : Application( beds < 20, kind == "medical" )
            then
                insertLogical( Breach.of( "1.7", $s ) );
            end

            rule "1.8 床位超过二千"
            when
                $s : Application( beds > 2000, kind == "rehabilitation" )
            then
                insertLogical( Breach.of( "1.8", $s ) );
            end

            rule "1.9 追回之后仍不申报"
            when
                $m : Measure( kind == "recover" )
                $c : Change( matter == "bank-account", unfiled, agreement == $m.agreement )
            then
                insertLogical( Measure.may( "1.9", "rectify", $c, $m ) );
            end

            rule "1.11 多次更换"
            when
                $c : Change( matter == "phone", $day : changedOn, $filed : filedOn )
                $d : Change( matter == "phone", agreement == $c.agreement, id != $c.id, changedOn < $filed )
            then
                insertLogical( Breach.of( "1.11", $c, $d ) );
            end

            rule "1.12 治疗其他疾病的明细"
            when
                $c : Charge( purpose == "other-illness", channel in ( "network", "cross-province" ) )
            then
                insertLogical( Breach.of( "1.12", $c ) );
            end

            rule "1.12 治疗其他疾病，渠道不明"
            when
                $c : Charge( purpose == "other-illness", channel == "unstated" )
                $a : Answer( question == "settled", about == $c.id, answer != "no" )
            then
                insertLogical( Breach.of( "1.12", $c, $a ) );
            end

            rule "1.13 公立机构"
            when
                $h : Facility( ownership == "public" )
                $c : Change( matter == "qualification" )
            then
                insertLogical( Breach.of( "1.13", $c, $h ) );
            end

            rule "1.14 两次以上事故"
            when
                $c : Change( matter == "qualification" )
                accumulate( Accident( determined ); $n : count(); $n >= 2 )
            then
                insertLogical( Breach.of( "1.14", $c ) );
            end

            rule "1.15 没有合格的整改"
            when
                $c : Change( matter == "qualification" )
                $i : Inspection()
                not Rectification( inspectedOn <= $i.today )
            then
                insertLogical( Breach.of( "1.15", $c ) );
            end
            """;

    private static final String AGREEMENT =
            "\"agreements\": [{\"id\": \"a1\", \"kind\": \"%s\", \"from\": \"2025-01-01\", \"to\": \"2025-12-31\"%s}]";

    @TempDir
    private static Path folder;

    private static Library library;
    private static Rulebook book;

    @BeforeAll
    static void read() throws Exception {
        TinyRules rules = TinyRules.in(folder);
        rules.write(TinyRules.DRL, RULES.replace("unrenewed", "renewalOrganised == \"no\""));
        StringBuilder ledger = new StringBuilder("clauses:\n");
        for (int i = 1; i <= 15; i++) {
            ledger.append("  - {id: \"1.").append(i).append("\", status: encoded, zh: 甲, en: a}\n");
        }
        rules.write(TinyRules.LEDGER, ledger.toString());
        rules.change(TinyRules.WORDS, "conducts:", """
                record-kinds: {changes: {zh: 变更, en: changes}, charges: {zh: 明细, en: charges}, accidents: {zh: 事故, en: accidents}, rectifications: {zh: 整改, en: rectifications}, uploads: {zh: 上传, en: uploads}, applications: {zh: 申请, en: applications}}
                change-matters:
                  address: {zh: 地址, en: address}
                  name: {zh: 名称, en: name}
                  phone: {zh: 电话, en: phone}
                  bed-count: {zh: 床位, en: beds}
                  qualification: {zh: 资质, en: qualification}
                  bank-account: {zh: 账户, en: account}
                conducts:""");
        rules.change(
                TinyRules.WORDS,
                "serious: {about: finding",
                "settled: {about: charge, zh: 是否申报, en: was it billed, answered-by: inspectors, evidence: {zh: 病历, en: medical records}}\n  serious: {about: change");
        rules.change(
                TinyRules.WORDS,
                "facility-kinds: {",
                "facility-kinds: {rehabilitation: {zh: 康复, en: rehabilitation}, ");
        rules.change(TinyRules.INFO, "[medical]", "[medical, rehabilitation]");
        rules.write("calendar/2025.yaml", "year: 2025\nnotice: n\nissued: 2024-11-12\noff: []\nwork: []\n");
        java.nio.file.Files.delete(folder.resolve(TinyRules.SHEET));
        try {
            library = Library.load(folder);
        } catch (Problems e) {
            throw new IllegalStateException(qiyue.Shipped.rendered(e.all(), "en"), e);
        }
        book = library.rulebooks().values().iterator().next();
    }

    /** What is asked, as field and clauses, where no rule is pointless but those for facts named so. */
    private static List<String> asked(String rest, String... pointless) throws Problems {
        return missing(rest, pointless).questions().stream()
                .map(q -> q.key() + " "
                        + String.join(
                                " ",
                                q.clauses().stream()
                                        .map(c -> c.replaceAll(".*#", ""))
                                        .toList()))
                .toList();
    }

    private static Silence.Missing missing(String rest, String... pointless) throws Problems {
        return missing(rest, Map.of(), pointless);
    }

    /** What is missing where these clauses are established on these facts. */
    private static Silence.Missing missing(String rest, Map<String, String> established, String... pointless)
            throws Problems {
        var file = InspectionReader.read(
                Sources.json(
                        """
                {"region": "testland", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                 "facility": {"name": "f", "kinds": ["medical"]}, %s %s}
                """.formatted(
                                rest.contains("\"agreements\"") ? "" : AGREEMENT.formatted("medical", "") + ", ", rest),
                        "t"),
                library,
                "t");
        Docket docket = Docket.supposed(file, library, List.of(book));
        return Silence.missing(
                docket.groups(),
                docket.plans(),
                docket.facts().stream()
                        .filter(f -> established.containsKey(f.id()))
                        .map(f -> Breach.of("testland/rules-2025#" + established.get(f.id()), f))
                        .toList(),
                LocalDateTime.of(2025, 6, 10, 23, 59),
                (rule, fact) -> List.of(pointless).contains(rule.clause() + "@" + fact.id()));
    }

    private static String change(String id, String matter, String more) {
        return "{\"id\": \"%s\", \"matter\": \"%s\", \"changedOn\": \"2025-05-06\"%s}"
                .formatted(id, matter, more.isEmpty() ? "" : ", " + more);
    }

    private static String changes(String... all) {
        return "\"records\": {\"changes\": [" + String.join(", ", all) + "]}";
    }

    @Test
    void a_day_that_decides_is_asked_for_with_every_clause_that_looks_at_it() throws Problems {
        assertThat(asked(changes(change("g1", "address", "")))).containsExactly("stated@g1.filedOn 1.2 1.10");
        assertThat(asked(changes(change("g1", "address", "\"filedOn\": \"2025-05-07\""))))
                .isEmpty();
        assertThat(asked(changes(change("g1", "address", "\"filedOn\": \"none\""))))
                .isEmpty();
        assertThat(asked("\"findings\": []")).isEmpty();
    }

    /** Too early for ten days to have run out, and not yet known to be unfiled: never is supposed, and the day of handling. */
    @Test
    void a_time_is_supposed_never_and_now() throws Problems {
        assertThat(asked("\"records\": {\"uploads\": [{\"id\": \"u1\", \"servedAt\": \"2025-05-06T10:00\"}]}"))
                .containsExactly("stated@u1.uploadedAt 1.1");
        assertThat(asked("\"records\": {\"uploads\": [{\"id\": \"u1\", \"servedAt\": \"2025-06-10T10:00\"}]}"))
                .isEmpty();
        assertThat(asked("\"records\": {\"uploads\": [{\"id\": \"u1\", \"servedAt\": \"2025-06-09T10:00\"}]}"))
                .containsExactly("stated@u1.uploadedAt 1.1");
    }

    @ParameterizedTest
    @CsvSource({"2025-05-06, true", "2025-05-05, false"})
    void what_stands_beside_it_has_to_be_there(String found, boolean asked) throws Problems {
        String finding = """
                "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "%s"}], """.formatted(found);

        assertThat(asked(finding + changes(change("g1", "name", ""))))
                .isEqualTo(asked ? List.of("stated@g1.filedOn 1.3") : List.of());
        assertThat(asked(changes(change("g1", "name", "")))).isEmpty();
    }

    @Test
    void an_answer_that_closes_the_rule_closes_the_question() throws Problems {
        assertThat(asked(changes(change("g1", "bed-count", "")))).containsExactly("stated@g1.filedOn 1.4");
        assertThat(asked(changes(change("g1", "bed-count", "\"answers\": {\"serious\": \"yes\"}"))))
                .containsExactly("stated@g1.filedOn 1.4");
        assertThat(asked(changes(change("g1", "bed-count", "\"answers\": {\"serious\": \"no\"}"))))
                .isEmpty();
    }

    /** An agreement stands in every document: only that something was not done, or not so, is supposed of it. */
    @Test
    void of_an_agreement_only_what_was_left_undone_is_asked() throws Problems {
        assertThat(asked(AGREEMENT.formatted("medical", ""))).isEmpty();
        assertThat(asked(AGREEMENT.formatted("rehabilitation", "")))
                .containsExactly("stated@a1.renewalAppliedOn 1.5", "stated@a1.renewalOrganised 1.6");
        assertThat(asked(AGREEMENT.formatted(
                        "rehabilitation", ", \"renewalOrganised\": \"yes\", \"renewalAppliedOn\": \"2025-02-01\"")))
                .isEmpty();
    }

    /** A figure is supposed nothing and plenty. */
    @Test
    void a_figure_is_supposed_both_ways() throws Problems {
        String application = "\"applications\": [{\"id\": \"p1\", \"kind\": \"%s\", \"filedOn\": \"2025-05-06\"%s}]";

        assertThat(asked(application.formatted("medical", ""))).containsExactly("stated@p1.beds 1.7");
        assertThat(asked(application.formatted("rehabilitation", ""))).containsExactly("stated@p1.beds 1.8");
        assertThat(asked(application.formatted("medical", ", \"beds\": 30"))).isEmpty();
    }

    /** What rules conclude is taken to be concluded, and a code that hangs on it as met. */
    @Test
    void a_rule_on_conclusions_asks_as_if_they_were_there() throws Problems {
        assertThat(asked(changes(change("g1", "bank-account", "")))).containsExactly("stated@g1.filedOn 1.9");
    }

    @Test
    void what_gives_nothing_any_more_is_not_asked_for() throws Problems {
        String two = changes(change("g1", "address", ""), change("g2", "address", ""));

        assertThat(asked(two, "1.2@g1")).containsExactly("stated@g1.filedOn 1.10", "stated@g2.filedOn 1.2 1.10");
        assertThat(asked(two, "1.2@g1", "1.10@g1")).containsExactly("stated@g2.filedOn 1.2 1.10");
    }

    /** The field is bound and another fact of the type compared with it; what the rule excludes is tried too. */
    @Test
    void a_bound_field_that_another_fact_is_compared_with_is_asked_for() throws Problems {
        String other = change("g2", "phone", "\"filedOn\": \"2025-05-06\"");

        assertThat(asked(changes(change("g1", "phone", "")))).isEmpty();
        assertThat(asked(changes(change("g1", "phone", ""), other))).containsExactly("stated@g1.filedOn 1.11");
    }

    /** What each line of a bill treated is not asked line by line: one note names the lines and the clauses that passed them over. */
    @Test
    void a_code_of_many_records_is_told_once() throws Problems {
        String line =
                "{\"id\": \"%s\", \"date\": \"2025-05-06\", \"category\": \"drug\", \"money\": {\"amount\": 10}%s}";
        String lines = "\"records\": {\"charges\": ["
                + String.join(
                        ", ",
                        line.formatted("c1", ", \"channel\": \"network\""),
                        line.formatted("c2", ", \"channel\": \"manual\""),
                        line.formatted("c3", ", \"channel\": \"network\""),
                        line.formatted("c4", ", \"channel\": \"network\", \"purpose\": \"injury\""))
                + "]}";

        assertThat(missing(lines).questions()).isEmpty();
        assertThat(missing(lines).notes())
                .containsExactly(new Note(
                        "not-stated",
                        "c1",
                        Map.of(
                                "kind", "Charge",
                                "field", "purpose",
                                "clauses", "testland/rules-2025#1.12",
                                "count", "2",
                                "facts", "c1, c3")));
    }

    /** A line that falls under the clause for another reason is not said to be undecided; the clause is, for the others. */
    @Test
    void a_line_on_which_the_clause_is_established_is_not_told_of_it() throws Problems {
        String line =
                "{\"id\": \"%s\", \"date\": \"2025-05-06\", \"category\": \"drug\", \"channel\": \"network\", \"money\": {\"amount\": 10}}";
        String lines = "\"records\": {\"charges\": [" + line.formatted("c1") + ", " + line.formatted("c2") + "]}";

        assertThat(missing(lines, Map.of("c1", "1.12")).notes())
                .extracting(n -> n.details().get("facts"))
                .containsExactly("c2");
        assertThat(missing(lines, Map.of("c1", "1.12")).fields())
                .containsExactly(Map.entry("testland/rules-2025#1.12", List.of("Charge.purpose")));
        assertThat(missing(lines, Map.of("c1", "1.12", "c2", "1.12")).notes()).isEmpty();
        assertThat(missing(lines, Map.of("c1", "1.12", "c2", "1.12")).fields()).isEmpty();
        assertThat(missing(lines, Map.of("c1", "1.13")).notes())
                .extracting(n -> n.details().get("facts"))
                .containsExactly("c1, c2");
    }

    /** Two clauses look at the field; the line on which one is established is told of the other alone. */
    @Test
    void lines_on_which_one_of_the_clauses_is_established_have_a_note_of_their_own() {
        Evidence c1 = Editions.file("2025-06-10", """
                "findings": [{"id": "c1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-01"}]""").findings().get(0);
        PassedOver passed = new PassedOver(List.of(Breach.of("b#1", c1)));
        passed.add("Charge.purpose", "c1", "b#2");
        passed.add("Charge.purpose", "c2", "b#1");

        assertThat(passed.notes())
                .extracting(n -> n.details().get("facts") + ": " + n.details().get("clauses"))
                .containsExactly("c1: b#2", "c2: b#1, b#2");
    }

    /** A rule that reads the code where it is left out asks by itself. */
    @Test
    void a_code_that_a_rule_of_the_clause_takes_up_is_not_told_again() throws Problems {
        String line =
                "\"records\": {\"charges\": [{\"id\": \"c1\", \"date\": \"2025-05-06\", \"category\": \"drug\", \"money\": {\"amount\": 10}, \"purpose\": \"%s\"}]}";

        assertThat(missing(line.formatted("other-illness")).notes()).isEmpty();
        assertThat(missing(line.formatted("injury")).notes()).isEmpty();
    }

    @Test
    void a_code_of_the_facility_is_asked_where_a_rule_could_apply() throws Problems {
        assertThat(asked(changes(change("g1", "qualification", "")))).contains("stated@facility.ownership 1.13");
        assertThat(asked(changes(change("g1", "address", "")))).noneMatch(q -> q.contains("ownership"));
    }

    /** One accident of which two are needed cannot be enough, stated or not. */
    @Test
    void what_is_counted_is_asked_for_where_there_are_enough() throws Problems {
        String accident = "{\"id\": \"%s\", \"kind\": \"medical-accident\", \"date\": \"2025-05-01\"%s}";
        String one = changes(change("g1", "qualification", ""))
                .replace("]}", "], \"accidents\": [" + accident.formatted("e1", "") + "]}");
        String two = changes(change("g1", "qualification", ""))
                .replace(
                        "]}",
                        "], \"accidents\": [" + accident.formatted("e1", "") + ", "
                                + accident.formatted("e2", ", \"determinedOn\": \"2025-05-20\"") + "]}");

        assertThat(asked(one)).noneMatch(q -> q.contains("determinedOn"));
        assertThat(asked(two)).contains("stated@e1.determinedOn 1.14").noneMatch(q -> q.contains("e2"));
    }

    @Test
    void what_may_not_be_there_is_asked_for_where_it_is_not_stated() throws Problems {
        String rectification = changes(change("g1", "qualification", ""))
                .replace("]}", "], \"rectifications\": [{\"id\": \"r1\", \"orderedOn\": \"2025-05-01\"%s}]}");

        assertThat(asked(rectification.formatted(""))).contains("stated@r1.inspectedOn 1.15");
        assertThat(asked(rectification.formatted(", \"inspectedOn\": \"2025-05-05\"")))
                .noneMatch(q -> q.contains("r1"));
    }
}
