package qiyue.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.Shipped;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;

/** A case fails when anything it states is otherwise, and says what it did not look at. */
class ComparisonTest {
    private static final String FACTS = """
            region: beijing
            inspection: {id: i1, inspectedOn: 2025-06-10}
            scope: {topics: [charging]}
            facility: {name: 甲医院, kinds: [medical]}
            agreements: [{id: a1, kind: medical, from: 2025-01-01, to: 2025-12-31}]
            findings:
              - {id: f1, conduct: bed-hanging, status: confirmed, date: 2025-05-06, money: {amount: 1000.00, paid: 900.00, retained: 100.00}}
            """;
    private static final String EXPECT = """
            breaches: {18.1: established}
            measures:
              - {may: suspend-payment, by: [18.p1.a]}
              - {may: suspend-agreement, by: [18.p1.b]}
              - {shall: refuse, amount: 100.00, by: [18.p1.c]}
              - {shall: recover, amount: 900.00, by: [18.p1.c]}
              - {shall: rectify, by: [18.p1.d]}
            """;

    private ObjectNode given;
    private ObjectNode expect;

    @BeforeEach
    void read() throws Problems {
        given = (ObjectNode) Sources.yaml(FACTS, "given");
        expect = (ObjectNode) Sources.yaml(EXPECT, "expect");
    }

    private Suite.Result run() {
        return Shipped.suite()
                .run(new Case("beijing/rules-2025/cases/x.yaml", "beijing/rules-2025", "x", given, expect, "x"));
    }

    @Test
    void what_a_case_does_not_state_is_named() {
        Suite.Result result = run();

        assertThat(result.differences()).isEmpty();
        assertThat(result.uncompared()).contains("money", "duties", "outcomes", "measures.for");
    }

    @Test
    void what_it_states_is_compared_and_no_longer_named() throws Problems {
        expect.set("money", Sources.yaml("{recover: 900.00, from-deposit: 100.00}", ""));
        expect.set("open", Sources.yaml("[]", ""));

        assertThat(run().differences()).isEmpty();
        assertThat(run().uncompared()).doesNotContain("money", "open");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "breaches | {18.1: open}",
                "breaches | {18.1: established, 18.2: established}",
                "breaches | {18.1: [f1, f2]}",
                "breaches | {18.1: []}",
                "breaches | {18.1: {f1: open}}",
                "breaches | {}",
                "measures | []",
                "money | {recover: 900.01, from-deposit: 100.00}",
                "money | {recover: 900.00}",
                "duties | []",
                "open | [good-reason@f1]",
                "notes | [no-clause@f9]",
                "scores | {annual-medical-rehabilitation: 90}",
                "outcomes | {18.2: not-established}",
                "not-examined | [18.1]",
                "not-established | [18.1]",
                "ungoverned | [f1]"
            })
    void anything_stated_otherwise_fails(String section, String value) throws Problems {
        expect.set(section, Sources.yaml(value, ""));

        assertThat(run().differences()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[f1]", "{f1: established}"})
    void a_clause_may_name_the_facts_it_is_met_on(String facts) throws Problems {
        assertThat(run().uncompared()).contains("breaches.facts");

        expect.set("breaches", Sources.yaml("{18.1: " + facts + "}", ""));

        assertThat(run().differences()).isEmpty();
        assertThat(run().uncompared()).doesNotContain("breaches.facts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amount | 100.01",
                "facts | [f2]",
                "by | [18.p1.d]",
                "for | [18.2]",
                "certainty | open",
                "on | person",
                "months | 2"
            })
    void a_field_of_a_measure_stated_otherwise_fails(String field, String value) throws Problems {
        ((ObjectNode) expect.path("measures").path(2)).set(field, Sources.yaml(value, ""));

        assertThat(run().differences()).isNotEmpty();
    }

    @Test
    void a_finding_before_the_edition_does_not_pass_in_silence() throws Problems {
        ((ObjectNode) given.path("findings").path(0)).put("date", "2024-05-06");
        expect.set("breaches", Sources.yaml("{}", ""));
        expect.set("measures", Sources.yaml("[]", ""));

        assertThat(run().differences()).anyMatch(d -> d.en().contains("ungoverned@f1") && d.zh().contains("没有作用的事实应为"));

        expect.set("ungoverned", Sources.yaml("[f1]", ""));

        assertThat(run().differences()).isEmpty();
    }

    /** What nobody knows is not nothing: a case that states money and leaves such a head out does not hold. */
    @Test
    void a_sum_that_nobody_knows_is_stated_as_open() throws Problems {
        ((ObjectNode) given.path("findings").path(0)).remove("money");
        ObjectNode deduct = (ObjectNode) expect.path("measures").path(2);
        deduct.put("amount", "open");
        ((ObjectNode) expect.path("measures").path(3)).put("amount", "open");
        expect.set("money", Sources.yaml("{}", ""));

        assertThat(run().differences())
                .extracting(Text::en)
                .containsExactlyInAnyOrder(
                        "money: refuse expected 0.00, is open",
                        "money: from-deposit expected 0.00, is open",
                        "money: recover expected 0.00, is open");

        expect.set("money", Sources.yaml("{refuse: open, from-deposit: open, recover: open}", ""));

        assertThat(run().differences()).isEmpty();
    }

    @Test
    void a_choice_that_was_not_applied_does_not_pass_in_silence() throws Problems {
        given.set("choices", Sources.yaml("[{measure: terminate, choice: taken}]", ""));

        assertThat(run().differences()).extracting(Text::en).anyMatch(d -> d.contains("unused-choice@terminate"));
    }

    @Test
    void what_a_case_has_no_words_for_is_named() throws Problems {
        expect.set("open", Sources.yaml("[]", ""));
        given.set("choices", Sources.yaml("[{measure: suspend-agreement, choice: taken, months: 3}]", ""));

        assertThat(run().uncompared()).contains("breaches.amount", "measures.taken", "measures.chosen");
        assertThat(run().uncompared()).doesNotContain("measures.also", "duties.steps", "notes.details", "open.clauses");
    }

    /** A list where a clause and its certainty belong holds nothing that could be compared: it must not pass where nothing is met. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "breaches | [18.1] | /cases/0/expect/breaches",
                "breaches | 18.1 | /cases/0/expect/breaches",
                "measures | terminate | /cases/0/expect/measures",
                "measures | {may: terminate} | /cases/0/expect/measures",
                "measures | [terminate] | /cases/0/expect/measures/0",
                "duties | rectify | /cases/0/expect/duties",
                "duties | ~ | /cases/0/expect/duties",
                "money | {recover: '1,000.00'} | /cases/0/expect/money/recover",
                "money | [1000] | /cases/0/expect/money",
                "scores | {annual: '87'} | /cases/0/expect/scores/annual",
                "outcomes | [18.1] | /cases/0/expect/outcomes",
                "notes | {doubt: f1} | /cases/0/expect/notes",
                "open | ~ | /cases/0/expect/open"
            })
    void what_is_expected_in_no_form_that_can_be_compared_is_an_error(String section, String value, String place)
            throws Problems {
        List<Problem> problems = new ArrayList<>();
        ObjectNode wrong = JsonNodeFactory.instance.objectNode();
        wrong.set(section, Sources.yaml(value, ""));
        ExpectForm.check(wrong, "x.yaml", "/cases/0/expect", problems);

        assertThat(problems).extracting(Problem::pointer).containsExactly(place);
    }

    @Test
    void what_can_be_compared_is_in_no_wrong_form() throws Problems {
        List<Problem> problems = new ArrayList<>();
        ExpectForm.check(
                Sources.yaml(
                        "{breaches: {18.1: [f1]}, measures: [{may: terminate}], duties: [], money: {recover: 1.5, refuse: open},"
                                + " open: [q@f1], notes: [], scores: {annual: open}, outcomes: {18.2: not-established},"
                                + " not-examined: 18.2, ungoverned: [f1]}",
                        ""),
                "x.yaml",
                "/cases/0/expect",
                problems);

        assertThat(problems).isEmpty();
    }

    @Test
    void the_counts_are_over_cases() {
        assertThat(SuiteReport.uncompared(List.of(
                        new Suite.Result(null, List.of(), Set.of("duties", "notes")),
                        new Suite.Result(null, List.of(), Set.of("duties")))))
                .isEqualTo("duties 2, notes 1");
    }
}
