package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.Shipped;
import qiyue.TinyRules;
import qiyue.fact.CaseFile;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.rulebook.Library;

/** What no rule reads beside what is read for another reason: days of a stay, steps, how agreements end; and where no edition governs. */
class UnreadRulesTest {
    @TempDir
    private static Path folder;

    private static Library library;

    @BeforeAll
    static void read() throws Exception {
        TinyRules rules = TinyRules.in(folder);
        rules.write(TinyRules.DRL, """
                package testland.rules2025

                import qiyue.fact.*

                rule "1.1 住院日"
                when
                    $d : StayDay( )
                    $f : Finding( conduct == "bed-hanging", stay == $d.stay )
                then
                    insertLogical( Breach.of( "1.1", $d, $f ) );
                end

                rule "1.2 告知之后"
                when
                    $f : Finding( conduct == "bed-hanging" )
                    $n : Act( act == "written-notice", about == $f.id )
                then
                    insertLogical( Breach.of( "1.2", $n, $f ) );
                end
                """);
        rules.write(TinyRules.LEDGER, """
                clauses:
                  - {id: "1.1", status: encoded, zh: 甲, en: a}
                  - {id: "1.2", status: encoded, zh: 甲, en: a}
                """);
        rules.change(TinyRules.WORDS, "conducts:", """
                parameters:
                  deposit-balance: {zh: 余额, en: balance}
                  in-force-from: {zh: 施行日, en: in force from}
                  average-days: {zh: 平均住院日, en: average days}
                record-kinds:
                  stays: {zh: 住院, en: stays}
                  charges: {zh: 明细, en: charge lines}
                  uploads: {zh: 上传, en: uploads}
                  penalties: {zh: 处罚, en: penalties}
                  handling: {zh: 步骤, en: steps}
                  parameters: {zh: 参数, en: parameters}
                conducts:""");
        rules.change(TinyRules.WORDS, "questions:", """
                questions:
                  agreed: {about: agreement, prolongs: [testland], zh: 续签, en: agreed, answered-by: inspectors, evidence: {zh: 病历, en: files}}
                  over: {about: prior-measure, zh: 终止, en: is it over, answered-by: inspectors, evidence: {zh: 病历, en: files}}
                  idle: {about: prior-measure, zh: 其他, en: another, answered-by: inspectors, evidence: {zh: 病历, en: files}}""");
        rules.change(
                TinyRules.WORDS,
                "measures:",
                "measures:\n  terminate: {zh: 解除, en: termination, weight: 95, level: agreement, needs: in-force, ends: over}");
        rules.change(TinyRules.WORDS, "acts: {", "acts: {repay: {zh: 退回, en: repayment}, ");
        Files.delete(folder.resolve(TinyRules.SHEET));
        try {
            library = Library.load(folder);
        } catch (Problems e) {
            throw new IllegalStateException(Shipped.rendered(e.all(), "en"), e);
        }
    }

    private static List<String> told(String day, String rest, String... counted) throws Problems {
        CaseFile file = InspectionReader.read(
                Sources.json(
                        """
                {"region": "testland", "inspection": {"id": "i1", "inspectedOn": "%s"}, "scope": {},
                 "facility": {"name": "f", "kinds": ["medical"]}, %s%s}
                """.formatted(day, rest.contains("\"agreements\"") ? "" : "\"agreements\": [], ", rest), "t"),
                library,
                "t");
        List<String> told = new ArrayList<>();
        new Unread(
                        file,
                        Docket.of(file, library),
                        library.vocabulary().treatment(file.region()),
                        Set.of(counted),
                        (kind, group, about, details) ->
                                told.add(kind + "/" + group + " " + about + " " + new TreeMap<>(details)))
                .look();
        return told;
    }

    private static List<String> told(String rest) throws Problems {
        return told("2025-06-10", rest);
    }

    private static String steps(String... acts) {
        List<String> all = new ArrayList<>();
        for (String act : acts) {
            all.add("{\"id\": \"h%d\", \"act\": \"%s\", \"date\": \"2025-06-01\", \"actor\": \"agency\"}"
                    .formatted(all.size() + 1, act));
        }
        return "\"handling\": [" + String.join(", ", all) + "]";
    }

    /** Read by a rule, or held against a duty: one of the two is enough. */
    @Test
    void a_step_is_told_that_no_rule_looks_for_and_no_duty_called_for() throws Problems {
        assertThat(told(steps("written-notice", "repay", "repay")))
                .containsExactly("unread-step/repay h2 {act=repay}", "unread-step/repay h3 {act=repay}");
        assertThat(told("2025-06-10", steps("written-notice", "repay", "repay"), "h2"))
                .containsExactly("unread-step/repay h3 {act=repay}");
        assertThat(told(steps("written-notice"))).isEmpty();
    }

    /** Rules on days of a stay read the lines the days are made of; what no rule reads has its kind and question with it. */
    @Test
    void lines_are_read_with_the_days_they_make() throws Problems {
        String records = """
                "records": {"charges": [{"id": "c1", "stay": "s1", "date": "2025-05-02", "category": "bed", "money": {"amount": 10}}],
                 "stays": [{"id": "s1", "worker": "乙", "admittedOn": "2025-05-01", "dischargedOn": "2025-05-20"}],
                 "uploads": [{"id": "u1", "servedAt": "2025-05-06T10:00"}]}
                """;

        assertThat(told(records)).containsExactly("unread-record/Upload u1 {kind=Upload}");
    }

    /** A rule reads the finding, which names the upload, which names the stay. */
    @Test
    void what_is_pointed_at_from_afar_is_read() throws Problems {
        String records = """
                "records": {"stays": [{"id": "s1", "worker": "乙", "admittedOn": "2025-05-01", "dischargedOn": "2025-05-20"}],
                 "uploads": [{"id": "u1", "stay": "s1", "servedAt": "2025-05-06T10:00"}]}
                """;
        String finding =
                "\"findings\": [{\"id\": \"f1\", \"conduct\": \"bed-hanging\", \"status\": \"confirmed\", \"date\": \"2025-05-06\", \"records\": [\"u1\"]}], ";

        assertThat(told(finding + records)).isEmpty();
        assertThat(told(records))
                .containsExactlyInAnyOrder(
                        "unread-record/Upload u1 {kind=Upload}", "unread-record/Stay s1 {kind=Stay}");
    }

    /** A decision of another authority is known twice, as it is and as what is looked back on; told of is the record. */
    @Test
    void a_record_that_is_known_twice_is_told_once() throws Problems {
        assertThat(
                        told(
                                "\"records\": {\"penalties\": [{\"id\": \"p1\", \"date\": \"2025-05-05\", \"by\": \"卫健委\", \"kind\": \"warning\"}]}"))
                .containsExactly("unread-record/Penalty p1 {kind=Penalty}");
    }

    /** What no edition governs is judged nowhere; that its answer is read by nobody is told all the same. */
    @Test
    void an_answer_about_what_no_edition_governs_is_told() throws Problems {
        assertThat(
                        told(
                                "\"findings\": [{\"id\": \"f1\", \"conduct\": \"bed-hanging\", \"status\": \"confirmed\", \"date\": \"2024-05-01\", \"answers\": {\"serious\": \"yes\"}}]"))
                .containsExactly("unread-answer/serious f1 {question=serious}");
    }

    /** The deposit and the first day of the edition are read by the program; so is what ends an agreement. */
    @Test
    void what_the_program_reads_by_itself_is_not_told() throws Problems {
        assertThat(told("\"parameters\": [{\"key\": \"deposit-balance\", \"amount\": 1}]"))
                .isEmpty();
        assertThat(told("\"parameters\": [{\"key\": \"in-force-from\", \"date\": \"2025-01-01\"}]"))
                .isEmpty();
        assertThat(told("\"parameters\": [{\"key\": \"average-days\", \"amount\": 1}]"))
                .containsExactly("unread-record/Parameter parameter:average-days {kind=Parameter}");
        assertThat(told(measure("terminate", ""))).isEmpty();
        assertThat(told(measure("rectify", ""))).containsExactly("unread-record/PriorMeasure m1 {kind=PriorMeasure}");
    }

    private static String measure(String kind, String more) {
        return "\"history\": {\"measures\": [{\"id\": \"m1\", \"kind\": \"%s\", \"cause\": \"violation\", \"decidedOn\": \"2025-02-01\"%s}]}"
                .formatted(kind, more);
    }

    @Test
    void an_answer_that_tells_whether_an_agreement_is_over_is_read() throws Problems {
        String answers = ", \"answers\": {\"%s\": \"no\"}";
        String agreement =
                "\"agreements\": [{\"id\": \"a1\", \"kind\": \"medical\", \"from\": \"2025-01-01\", \"to\": \"2025-12-31\"%s}]";

        assertThat(told(measure("terminate", answers.formatted("over")))).isEmpty();
        assertThat(told(measure("terminate", answers.formatted("idle"))))
                .containsExactly("unread-answer/idle m1 {question=idle}");
        assertThat(told(measure("rectify", answers.formatted("over"))))
                .contains("unread-answer/over m1 {question=over}");
        assertThat(told(agreement.formatted(answers.formatted("agreed")))).isEmpty();
    }

    /** Nothing governs the day: what has no day is named in one note, in order; findings and the frame are dealt with elsewhere. */
    @Test
    void where_no_edition_governs_what_has_no_day_is_named_once() throws Problems {
        String rest = """
                "parameters": [{"key": "average-days", "amount": 1}, {"key": "deposit-balance", "amount": 1}],
                "handling": [{"id": "h10", "act": "repay", "date": "2024-06-01", "actor": "agency"},
                             {"id": "h9", "act": "repay", "date": "2024-06-01", "actor": "agency"}],
                "records": {"uploads": [{"id": "u1", "servedAt": "2024-05-06T10:00"}]},
                "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2024-05-01"}]
                """;

        assertThat(told("2024-06-10", rest))
                .containsExactly("no-edition/ i1 {day=2024-06-10, facts=h9, h10, parameter:average-days}");
    }
}
