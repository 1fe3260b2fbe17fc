package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.Outcome;
import qiyue.drl.Drl;
import qiyue.drl.DrlParser;
import qiyue.fact.CaseFile;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Measure;
import qiyue.rulebook.Rulebook;

/** What was not examined was not found to be right: a clause is not established only where all its ways were looked at. */
class ExaminationTest {
    /** Anew for each test: what was found once for what was examined is kept. */
    private static Ways ways() {
        Rulebook book = Editions.book("edition-2025");
        return new Ways(List.of(book), List.of(new Plan(book)));
    }

    private static List<Outcome> all(String rest, String... met) {
        CaseFile file = Editions.file("2025-06-10", rest);
        List<BreachLine> breaches = java.util.Arrays.stream(met)
                .map(c -> new BreachLine("testland/edition-2025#" + c, Certainty.OPEN, List.of()))
                .toList();
        return Examination.outcomes(
                ways(), file, breaches, List.of(), Editions.library().vocabulary(), Map.of());
    }

    private static String outcome(String clause, String rest, String... met) {
        return all(rest, met).stream()
                .filter(o -> o.clause().equals("testland/edition-2025#" + clause))
                .map(o -> o.state() + " " + o.unexamined() + " " + o.sampled())
                .findFirst()
                .orElse("none");
    }

    private static String finding(String conduct) {
        return "\"findings\": [{\"id\": \"f1\", \"conduct\": \"%s\", \"status\": \"confirmed\", \"date\": \"2025-05-01\"}]"
                .formatted(conduct);
    }

    @Test
    void a_conduct_is_examined_by_topic_by_name_or_by_a_finding() {
        assertThat(outcome("1.1", "\"findings\": []")).isEqualTo("not-examined [conduct:bed-hanging] []");
        assertThat(outcome("1.1", "\"scope\": {\"topics\": [\"stays\"]}")).isEqualTo("not-established [] []");
        assertThat(outcome("1.1", "\"scope\": {\"topics\": [\"money\"]}"))
                .isEqualTo("not-examined [conduct:bed-hanging] []");
        assertThat(outcome("1.1", "\"scope\": {\"conducts\": [\"bed-hanging\"]}"))
                .isEqualTo("not-established [] []");
        assertThat(outcome("1.1", "\"scope\": {\"conducts\": [\"split-stay\"]}"))
                .isEqualTo("not-examined [conduct:bed-hanging] []");
        assertThat(outcome("1.1", finding("bed-hanging"))).isEqualTo("not-established [] []");
    }

    /** Two ways to a clause: examined on one of them it is examined in part; what both need and lack is named. */
    @Test
    void a_clause_with_several_ways_is_examined_where_all_are() {
        String stays = "\"scope\": {\"topics\": [%s], \"records\": {%s}}";

        assertThat(outcome("1.5", stays.formatted("", "")))
                .isEqualTo("not-examined [conduct:split-stay, records:stays] []");
        assertThat(outcome("1.5", stays.formatted("\"money\"", ""))).isEqualTo("partly-examined [records:stays] []");
        assertThat(outcome("1.5", stays.formatted("", "\"stays\": \"sample\"")))
                .isEqualTo("partly-examined [conduct:split-stay] [stays]");
        assertThat(outcome("1.5", stays.formatted("\"money\"", "\"stays\": \"complete\"")))
                .isEqualTo("not-established [] []");
    }

    /** What rests on a conclusion was examined where that was. */
    @Test
    void a_clause_that_rests_on_another_needs_what_that_needs() {
        assertThat(outcome("3.4", "\"findings\": []")).isEqualTo("not-examined [conduct:bed-hanging] []");
        assertThat(outcome("3.4", "\"scope\": {\"topics\": [\"stays\"]}")).isEqualTo("not-established [] []");
    }

    @Test
    void a_clause_met_says_how_sure_it_is() {
        assertThat(outcome("1.1", finding("bed-hanging"), "1.1")).isEqualTo("open [] []");
        assertThat(outcome("1.1", finding("split-stay"), "1.1")).isEqualTo("open [conduct:bed-hanging] []");
    }

    @Test
    void records_are_examined_by_what_the_scope_says_or_by_being_handed_in() {
        String sample = """
                "records": {"sampleAudits": [{"id": "s1", "date": "2025-05-06", "claims": 9, "sampled": 2, "nonconforming": {"amount": 0}}]}
                """;

        assertThat(outcome("1.3", "\"findings\": []")).isEqualTo("not-examined [records:sampleAudits] []");
        assertThat(outcome("1.3", sample)).isEqualTo("not-established [] [sampleAudits]");
        assertThat(outcome("1.3", "\"scope\": {\"records\": {\"sampleAudits\": \"complete\"}}"))
                .isEqualTo("not-established [] []");
        assertThat(outcome("1.3", "\"scope\": {\"records\": {\"sampleAudits\": \"sample\"}}"))
                .isEqualTo("not-established [] [sampleAudits]");
        assertThat(outcome("1.3", sample + ", \"scope\": {\"records\": {\"sampleAudits\": \"complete\"}}"))
                .isEqualTo("not-established [] []");
    }

    /** A document gives its applications whole or not at all. */
    @Test
    void some_records_are_never_a_sample() {
        String application = "\"applications\": [{\"id\": \"p1\", \"kind\": \"medical\", \"filedOn\": \"2025-05-01\"}]";

        assertThat(outcome("2.1", application)).isEqualTo("not-examined [records:penalties] []");
        assertThat(outcome("2.1", application + ", \"scope\": {\"records\": {\"penalties\": \"sample\"}}"))
                .isEqualTo("not-established [] [penalties]");
    }

    @Test
    void clauses_on_applications_concern_only_those_who_apply() {
        assertThat(outcome("2.1", "\"findings\": []")).isEqualTo("none");
    }

    @Test
    void outcomes_are_in_the_order_of_the_ledger_and_leave_out_what_gives_measures() {
        CaseFile file = Editions.file("2025-06-10", finding("bed-hanging"));
        Ways ways = ways();
        Decision decision = decided(file, List.of());

        assertThat(Examination.outcomes(
                        ways, file, List.of(), List.of(), Editions.library().vocabulary(), Map.of()))
                .extracting(o -> o.clause().replaceAll(".*#", ""))
                .containsExactly("1.1", "1.2", "1.3", "1.4", "1.5", "3.4");
        assertThat(decision.outcomes())
                .extracting(o -> o.clause().replaceAll(".*#", ""))
                .contains("1.1", "1.2", "1.3", "1.4");
    }

    /** What nobody stated of the records was not examined of them. */
    @Test
    void a_clause_that_a_field_left_out_could_meet_is_examined_in_part() {
        assertThat(Examination.outcomes(
                        ways(),
                        Editions.file("2025-06-10", "\"scope\": {\"topics\": [\"stays\"]}"),
                        List.of(),
                        List.of(),
                        Editions.library().vocabulary(),
                        Map.of("testland/edition-2025#1.1", List.of("Charge.purpose"))))
                .contains(new Outcome(
                        "testland/edition-2025#1.1", "partly-examined", List.of("field:Charge.purpose"), List.of()));
    }

    /** The sheets of a document are given whole; a rule on scores was looked at where there is one. */
    @Test
    void sheets_filled_in_are_examined() {
        Rulebook book = Editions.book("edition-2025");
        Drl.Rule rule = DrlParser.parse(
                        "x.drl",
                        "package t.x\nimport qiyue.fact.*\nrule \"1.1 x\"\nwhen\n$x : Score( sheet == \"annual\", total < 60 )\nthen\n    insertLogical( Breach.of( \"1.1\", $x ) );\nend\n",
                        new ArrayList<>())
                .file()
                .rules()
                .get(0);
        Rulebook scores = book.with(r -> r == book.rules().get(0) ? Stream.of(rule) : Stream.empty());
        List<String> states = Stream.of(
                        "\"findings\": []",
                        "\"assessments\": [{\"sheet\": \"annual\", \"year\": 2024, \"rows\": {\"row1\": {\"missing\": 1}}}]")
                .flatMap(rest -> Examination.outcomes(
                        new Ways(List.of(scores), List.of(new Plan(scores))),
                        Editions.file("2025-06-10", rest),
                        List.of(),
                        List.of(),
                        Editions.library().vocabulary(),
                        Map.of())
                        .stream())
                .map(o -> o.state() + " " + o.unexamined() + " " + o.sampled())
                .toList();

        assertThat(states).containsExactly("not-examined [records:assessments] []", "not-established [] []");
    }

    /** Where nothing was examined nothing was examined in part; the field is named all the same. */
    @Test
    void a_field_left_out_makes_nothing_examined() {
        assertThat(Examination.outcomes(
                        ways(),
                        Editions.file("2025-06-10", "\"findings\": []"),
                        List.of(),
                        List.of(),
                        Editions.library().vocabulary(),
                        Map.of("testland/edition-2025#1.1", List.of("Charge.purpose"))))
                .contains(new Outcome(
                        "testland/edition-2025#1.1",
                        "not-examined",
                        List.of("conduct:bed-hanging", "field:Charge.purpose"),
                        List.of()));
    }

    /** A clause by which a measure is given is told with the measure, and as an outcome only where it was breached too. */
    @Test
    void a_clause_that_gives_a_measure_is_no_outcome_unless_it_is_met() throws Exception {
        CaseFile file = Editions.file("2025-06-10", finding("bed-hanging"));
        String clause = "testland/edition-2025#1.1";
        List<Decision.MeasureLine> measures = new Evaluator(
                        Editions.library(),
                        group -> List.of(Measure.shall(
                                clause,
                                "recover",
                                group.facts().stream()
                                        .filter(f -> f.id().equals("f1"))
                                        .findFirst()
                                        .orElseThrow())))
                .evaluate(file, "")
                .measures();
        Ways ways = ways();
        BreachLine breach = new BreachLine(clause, Certainty.ESTABLISHED, List.of());

        assertThat(measures).hasSize(1);
        assertThat(Examination.outcomes(
                        ways, file, List.of(), measures, Editions.library().vocabulary(), Map.of()))
                .extracting(Outcome::clause)
                .doesNotContain(clause)
                .contains("testland/edition-2025#1.2");
        assertThat(Examination.outcomes(
                        ways,
                        file,
                        List.of(breach),
                        measures,
                        Editions.library().vocabulary(),
                        Map.of()))
                .contains(new Outcome(clause, "established", List.of(), List.of()));
    }

    private static Decision decided(CaseFile file, List<Conclusion> conclusions) {
        try {
            return new Evaluator(Editions.library(), group -> conclusions).evaluate(file, "");
        } catch (qiyue.problem.Problems e) {
            throw new IllegalStateException(e);
        }
    }
}
