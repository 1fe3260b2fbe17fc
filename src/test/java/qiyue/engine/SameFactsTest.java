package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.TinyRules;
import qiyue.fact.Answer;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.rulebook.Library;

/** A question about a finding and about the one record it names is put once, of the finding, and has one answer. */
class SameFactsTest {
    @TempDir
    private static Path folder;

    private static Library library;

    @BeforeAll
    static void read() throws Exception {
        TinyRules rules = TinyRules.in(folder);
        rules.write(TinyRules.DRL, """
                package testland.rules2025

                import qiyue.fact.*

                rule "1.1 挂床住院情节严重"
                when
                    $f : Finding( conduct == "bed-hanging" )
                    $a : Answer( question == "serious", about == $f.id, answer != "no" )
                then
                    insertLogical( Breach.of( "1.1", $f, $a ) );
                end

                rule "1.2 住院情节严重"
                when
                    $s : Stay( )
                    $a : Answer( question == "stay-serious", about == $s.id, answer != "no" )
                then
                    insertLogical( Breach.of( "1.2", $s, $a ) );
                end
                """);
        rules.write(TinyRules.LEDGER, """
                clauses:
                  - {id: "1.1", status: encoded, zh: 甲, en: a}
                  - {id: "1.2", status: encoded, zh: 乙, en: b}
                """);
        rules.change(TinyRules.WORDS, "questions:", """
                record-kinds: {stays: {zh: 住院, en: stays}}
                questions:
                  stay-serious: {about: stay, same-as: serious, found-as: [bed-hanging], zh: 住院情节是否严重, en: was the stay serious,
                    answered-by: inspectors, evidence: {zh: 卷宗, en: the file}}""");
        Files.delete(folder.resolve(TinyRules.SHEET));
        try {
            library = Library.load(folder);
        } catch (Problems e) {
            throw new IllegalStateException(qiyue.Shipped.rendered(e.all(), "en"), e);
        }
    }

    private static String document(String findings, String stays) {
        return """
                {"region": "testland", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                 "facility": {"name": "f", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                 "findings": [%s], "records": {"stays": [%s]}}
                """.formatted(findings, stays);
    }

    private static String finding(String id, String more) {
        return "{\"id\": \"%s\", \"date\": \"2025-05-06\", %s}".formatted(id, more);
    }

    private static String stay(String id, String answers) {
        return "{\"id\": \"%s\", \"worker\": \"w\", \"admittedOn\": \"2025-05-06\", \"answers\": {%s}}"
                .formatted(id, answers);
    }

    /** Each question, what it is answered, and under what name it is put where it is open. */
    private static List<String> answers(String document) throws Problems {
        var file = InspectionReader.read(Sources.json(document, "t"), library, "t");
        return Docket.of(file, library).groups().get(0).facts().stream()
                .filter(Answer.class::isInstance)
                .map(Answer.class::cast)
                .map(a -> a.id() + " " + a.answer() + " " + a.open())
                .sorted()
                .toList();
    }

    private static final String NAMING =
            "\"conduct\": \"bed-hanging\", \"status\": \"%s\", \"records\": [%s], \"answers\": {%s}";

    @ParameterizedTest
    @CsvSource({
        "'', '', open [serious@f1], open [serious@f1]",
        "'\"serious\": \"yes\"', '', yes [], yes []",
        "'', '\"stay-serious\": \"no\"', no [], no []",
        "'\"serious\": \"open\"', '\"stay-serious\": \"yes\"', yes [], yes []"
    })
    void one_answer_is_that_of_both(String found, String stated, String ofFinding, String ofStay) throws Problems {
        assertThat(answers(document(finding("f1", NAMING.formatted("confirmed", "\"s1\"", found)), stay("s1", stated))))
                .containsExactly("serious@f1 " + ofFinding, "stay-serious@s1 " + ofStay);
    }

    @Test
    void each_is_asked_where_the_finding_names_two_or_two_findings_name_it() throws Problems {
        assertThat(answers(document(
                        finding("f1", NAMING.formatted("confirmed", "\"s1\", \"s2\"", "\"serious\": \"yes\"")),
                        stay("s1", "") + ", " + stay("s2", ""))))
                .containsExactly(
                        "serious@f1 yes []",
                        "stay-serious@s1 open [stay-serious@s1]",
                        "stay-serious@s2 open [stay-serious@s2]");
        assertThat(answers(document(
                        finding("f1", NAMING.formatted("confirmed", "\"s1\"", "\"serious\": \"yes\"")) + ", "
                                + finding("f2", NAMING.formatted("confirmed", "\"s1\"", "")),
                        stay("s1", ""))))
                .containsExactly(
                        "serious@f1 yes []", "serious@f2 open [serious@f2]", "stay-serious@s1 open [stay-serious@s1]");
    }

    /** Two findings of one record were asked each for itself: whatever they are answered stands. */
    @Test
    void of_two_findings_that_name_it_one_may_be_answered_otherwise() throws Problems {
        assertThat(answers(document(
                        finding("f1", NAMING.formatted("confirmed", "\"s1\"", "\"serious\": \"yes\"")) + ", "
                                + finding("f2", NAMING.formatted("confirmed", "\"s1\"", "\"serious\": \"no\"")),
                        stay("s1", "\"stay-serious\": \"yes\""))))
                .containsExactly("serious@f1 yes []", "serious@f2 no []", "stay-serious@s1 yes []");
    }

    @Test
    void a_suspicion_and_another_conduct_say_nothing_of_the_record() throws Problems {
        assertThat(answers(document(
                        finding("f1", NAMING.formatted("suspected", "\"s1\"", "\"serious\": \"yes\"")),
                        stay("s1", ""))))
                .containsExactly("serious@f1 yes []", "stay-serious@s1 open [stay-serious@s1]");
        assertThat(answers(document(
                        finding("f1", "\"conduct\": \"split-stay\", \"status\": \"confirmed\", \"records\": [\"s1\"]"),
                        stay("s1", ""))))
                .containsExactly("stay-serious@s1 open [stay-serious@s1]");
    }

    @Test
    void two_answers_to_one_question_contradict_each_other() {
        String document = document(
                finding("f1", NAMING.formatted("confirmed", "\"s1\"", "\"serious\": \"yes\"")),
                stay("s1", "\"stay-serious\": \"no\""));
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(Problems.class, () -> answers(document))
                        .all())
                .extracting(Problem::code, Problem::pointer)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("contradiction", "/findings/0/answers/serious"));
    }

    @Test
    void what_is_said_of_it_in_the_vocabulary_goes_together(@TempDir Path other) throws Exception {
        for (String wrong : List.of(
                "same-as: serious",
                "found-as: [bed-hanging]",
                "same-as: nothing, found-as: [bed-hanging]",
                "same-as: serious, found-as: [nothing]")) {
            TinyRules rules = TinyRules.in(other);
            rules.change(TinyRules.WORDS, "questions:", """
                    record-kinds: {stays: {zh: 住院, en: stays}}
                    questions:
                      stay-serious: {about: stay, %s, zh: 住院情节是否严重, en: was the stay serious,
                        answered-by: inspectors, evidence: {zh: 卷宗, en: the file}}""".formatted(wrong));
            assertThat(rules.problems()).as(wrong).extracting(Problem::code).contains("unknown-code");
        }
        TinyRules rules = TinyRules.in(other);
        rules.change(TinyRules.WORDS, "about: finding,", "about: finding, same-as: serious, found-as: [bed-hanging],");
        assertThat(rules.problems()).extracting(Problem::code).contains("unknown-code");
    }
}
