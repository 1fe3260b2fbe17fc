package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import qiyue.fact.CaseFile;

/** Answers and records that no rule reads: told of each, but for what bears on something that is read. Edition 2025 of {@link Editions}. */
class UnreadTest {
    /** The question is asked of bed hanging only, not of split stays. */
    private static final String FINDINGS = """
            "findings": [
              {"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-01"%s},
              {"id": "f2", "conduct": "split-stay", "status": "confirmed", "date": "2025-05-02"%s}]
            """;

    private static List<String> told(String... parts) {
        return toldOn("2025-06-10", parts);
    }

    private static List<String> toldOn(String day, String... parts) {
        CaseFile file = Editions.file(day, String.join(", ", parts));
        List<String> told = new ArrayList<>();
        new Unread(
                        file,
                        Docket.of(file, Editions.library()),
                        Editions.library().vocabulary().treatment(file.region()),
                        Set.of(),
                        (kind, group, about, details) -> told.add(kind + " " + about))
                .look();
        return told;
    }

    private static String answered(String answer) {
        return ", \"answers\": {\"serious\": \"" + answer + "\"}";
    }

    private static String forMany(String answer, String... facts) {
        return "\"sharedAnswers\": [{\"question\": \"serious\", \"answer\": \"%s\", \"facts\": [\"%s\"]}]"
                .formatted(answer, String.join("\", \"", facts));
    }

    @Test
    void an_answer_is_told_where_no_rule_asks_it_of_the_fact() {
        assertThat(told(FINDINGS.formatted(answered("yes"), answered("yes")))).containsExactly("unread-answer f2");
        assertThat(told(FINDINGS.formatted(answered("yes"), ""))).isEmpty();
    }

    /** What is answered for many at once need not bear on each of them, if only on one. */
    @Test
    void an_answer_for_many_is_told_only_where_it_bears_on_none() {
        assertThat(told(FINDINGS.formatted("", ""), forMany("yes", "f1", "f2"))).isEmpty();
        assertThat(told(FINDINGS.formatted("", ""), forMany("yes", "f2"))).containsExactly("unread-answer f2");
        assertThat(told(FINDINGS.formatted("", answered("no")), forMany("yes", "f1")))
                .as("answered for itself, and otherwise")
                .containsExactly("unread-answer f2");
    }

    /** One of two editions asks it of the case: that is enough. */
    @Test
    void an_answer_about_the_case_is_read_where_one_of_the_texts_asks_it() {
        String old =
                "\"findings\": [{\"id\": \"f1\", \"conduct\": \"bed-hanging\", \"status\": \"confirmed\", \"date\": \"2024-05-01\"}]";

        assertThat(told(old, "\"answers\": {\"as-a-whole\": \"yes\"}")).isEmpty();
        assertThat(toldOn("2024-06-10", old, "\"answers\": {\"as-a-whole\": \"yes\"}"))
                .as("before the edition that asks it")
                .containsExactly("unread-answer case");
    }

    /** No rule reads a line, nor the days made of lines; one that a finding names is read with it. */
    @Test
    void a_record_is_told_unless_a_rule_reads_it_or_what_points_at_it() {
        String lines = """
                "records": {"charges": [
                  {"id": "c1", "date": "2025-05-01", "category": "bed", "money": {"amount": 10}},
                  {"id": "c2", "stay": "s1", "date": "2025-05-02", "category": "bed", "money": {"amount": 10}}],
                 "stays": [{"id": "s1", "worker": "乙", "admittedOn": "2025-05-01", "dischargedOn": "2025-05-20"}]}
                """;
        String naming = FINDINGS.formatted(", \"charges\": [{\"id\": \"c1\"}]", "");

        assertThat(told(lines)).containsExactlyInAnyOrder("unread-record c1", "unread-record c2");
        assertThat(told(naming, lines)).containsExactly("unread-record c2");
    }

    @Test
    void stays_and_applications_that_rules_read_are_not_told() {
        assertThat(
                        told(
                                "\"records\": {\"stays\": [{\"id\": \"s1\", \"worker\": \"乙\", \"admittedOn\": \"2025-05-01\"}]}"))
                .isEmpty();
    }

    /** That a finding which rules read names an application says which it concerns; whether rules ask for one is another matter. */
    @Test
    void an_application_is_not_read_for_being_named() {
        String old = """
                "applications": [{"id": "y1", "kind": "medical", "filedOn": "2024-05-20"}],
                "findings": [{"id": "f1", "conduct": "bed-hanging", "application": "y1", "status": "confirmed", "date": "2024-05-01"}]
                """;

        assertThat(toldOn("2024-06-10", old)).contains("unread-record y1");
    }
}
