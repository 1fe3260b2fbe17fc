package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Note;
import qiyue.decision.Only;
import qiyue.fact.Breach;
import qiyue.fact.CaseFile;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Duty;
import qiyue.fact.Evidence;
import qiyue.fact.Measure;
import qiyue.problem.Problems;

/** From conclusions, here written by hand, to a decision: what is noted, cited, applied and left open beside them. */
class EvaluatorTest {
    private static final String AGREEMENT = """
            "agreements": [{"id": "a1", "kind": "medical", "from": "2024-01-01", "to": "2025-12-31"}]
            """;

    private static String finding(String day) {
        return "\"findings\": [{\"id\": \"f1\", \"conduct\": \"bed-hanging\", \"status\": \"confirmed\", \"date\": \"%s\"}]"
                .formatted(day);
    }

    private static Conclusion breach(Docket.Group group, String edition, String clause, String fact) {
        Evidence root = group.facts().stream()
                .filter(f -> f.id().equals(fact))
                .findFirst()
                .orElseThrow();
        return Breach.of("testland/" + edition + "#" + clause, root);
    }

    private static Decision decide(String day, String rest, Function<Docket.Group, List<Conclusion>> concluding)
            throws Problems {
        CaseFile file = Editions.file(day, rest);
        return new Evaluator(Editions.library(), group -> concluding.apply(group)).evaluate(file, "digest");
    }

    private static List<String> notes(Decision decision) {
        return decision.notes().stream().map(n -> n.kind() + " " + n.about()).toList();
    }

    @Test
    void a_finding_that_no_clause_takes_up_is_noted() throws Problems {
        Decision none = decide("2025-06-10", AGREEMENT + ", " + finding("2025-05-01"), g -> List.of());
        Decision taken = decide(
                "2025-06-10",
                AGREEMENT + ", " + finding("2025-05-01"),
                g -> List.of(breach(g, "edition-2025", "1.1", "f1")));

        assertThat(none.notes()).contains(new Note("no-clause", "f1", Map.of("conduct", "bed-hanging")));
        assertThat(notes(taken)).doesNotContain("no-clause f1");
        assertThat(taken.breaches()).extracting(b -> b.clause()).containsExactly("testland/edition-2025#1.1");
        assertThat(taken.inputDigest()).isEqualTo("digest");
    }

    /** All lines of the stay are at hand and come to ten; of a hundred only they can be taken, and that is said. */
    @Test
    void a_sum_that_is_more_than_its_lines_is_noted() throws Problems {
        Decision decision = decide(
                "2025-06-10",
                AGREEMENT + ", " + """
                "scope": {"records": {"charges": "complete"}},
                "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-01", "stay": "s1",
                  "money": {"amount": 100, "paid": 100}}],
                "records": {
                  "stays": [{"id": "s1", "worker": "乙", "admittedOn": "2025-05-01", "dischargedOn": "2025-05-20"}],
                  "charges": [{"id": "c1", "stay": "s1", "date": "2025-05-01", "category": "bed", "money": {"amount": 10, "paid": 10}}]}
                """,
                g -> List.of(
                        Measure.shall("testland/edition-2025#1.1", "recover", breach(g, "edition-2025", "1.1", "f1"))));

        assertThat(decision.notes())
                .filteredOn(n -> n.kind().equals("sum-cut"))
                .extracting(Note::about, Note::details)
                .containsExactly(tuple("f1", Map.of("stated", "100.00", "taken", "10.00")));
        assertThat(notes(Only.MUST.of(decision, c -> List.of()).decision())).contains("sum-cut f1");
        assertThat(notes(Only.MAY.of(decision, c -> List.of()).decision()))
                .as("who asks for the rest is not told of it")
                .doesNotContain("sum-cut f1");
    }

    /** The second clause is read as T1 says; where only the first is met, nobody need know of that. */
    @Test
    void only_the_readings_of_clauses_that_are_met_are_cited() throws Problems {
        String rest = AGREEMENT + ", " + finding("2025-05-01");

        assertThat(decide("2025-06-10", rest, g -> List.of(breach(g, "edition-2025", "1.1", "f1")))
                        .readings())
                .isEmpty();
        assertThat(decide("2025-06-10", rest, g -> List.of(breach(g, "edition-2025", "1.2", "f1")))
                        .readings())
                .extracting(Decision.Cited::id)
                .containsExactly("T1");
    }

    @Test
    void the_texts_applied_are_named_once_in_order() throws Problems {
        Decision decision = decide("2025-06-10", finding("2024-05-01"), g -> List.of());

        assertThat(decision.rulebooks())
                .extracting(Decision.Applied::id)
                .containsExactly("testland/edition-2024", "testland/edition-2025");
        assertThat(decision.rulebooks().get(0).digest())
                .isEqualTo(Editions.book("edition-2024").digest());
        assertThat(decision.shared())
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.digest()).isNotEmpty());
    }

    /** The whole text stands for its part for applicants where both were applied. */
    @Test
    void a_text_applied_in_part_and_as_a_whole_is_applied_as_a_whole() throws Problems {
        Decision decision = decide("2025-06-10", """
                "applications": [{"id": "p1", "kind": "medical", "filedOn": "2025-02-01"}],
                "agreements": [{"id": "a1", "kind": "medical", "from": "2025-03-01", "to": "2025-12-31"}],
                "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-01"}]
                """, g -> List.of());

        assertThat(decision.rulebooks()).extracting(Decision.Applied::id).containsExactly("testland/edition-2025");
        assertThat(decision.outcomes())
                .extracting(o -> o.clause())
                .contains("testland/edition-2025#1.1", "testland/edition-2025#2.1");
    }

    @Test
    void clauses_that_wait_for_their_rules_are_counted() throws Problems {
        assertThat(decide("2025-06-10", finding("2025-05-01"), g -> List.of()).notes())
                .contains(new Note("pending", "testland/edition-2025", Map.of("count", "1")));
        assertThat(notes(decide("2024-06-10", finding("2024-05-01"), g -> List.of())))
                .noneMatch(n -> n.startsWith("pending"));
    }

    /** Doubts come with what is hit: by a breach, by a measure, by a duty, by a row of a sheet that was filled in. */
    @Test
    void doubts_of_clauses_that_are_hit_are_shown_and_no_others() throws Problems {
        String stay =
                "\"findings\": [{\"id\": \"f1\", \"conduct\": \"split-stay\", \"status\": \"confirmed\", \"date\": \"2025-05-01\"}]";
        String doubt = "doubt testland/edition-2025#1.2";

        assertThat(notes(decide("2025-06-10", stay, g -> List.of()))).doesNotContain(doubt);
        Decision met = decide("2025-06-10", stay, g -> List.of(breach(g, "edition-2025", "1.2", "f1")));
        assertThat(notes(met)).contains(doubt);
        assertThat(met.readings())
                .containsExactly(new Decision.Cited(
                        "T1",
                        Map.of("zh", "疑", "en", "a question"),
                        Map.of("zh", "取", "en", "what is taken"),
                        Map.of()));
        assertThat(notes(decide(
                        "2025-06-10",
                        stay,
                        g -> List.of((Measure.may("testland/edition-2025#1.2", "rectify", fact(g, "f1")))))))
                .contains(doubt);
        assertThat(notes(decide(
                        "2025-06-10",
                        stay,
                        g -> List.of((Duty.shall("testland/edition-2025#1.2", "written-notice", fact(g, "f1"))
                                .by("agency"))))))
                .contains(doubt);
    }

    private static Evidence fact(Docket.Group group, String id) {
        return group.facts().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void doubts_of_rows_come_with_the_rows_looked_at() throws Problems {
        String sheet = "\"assessments\": [{\"sheet\": \"annual\", \"year\": 2024, \"rows\": {%s}}]";

        assertThat(notes(decide("2025-06-10", sheet.formatted("\"row1\": {\"missing\": 1}"), g -> List.of())))
                .contains("doubt testland/edition-2025#annual.row1");
        assertThat(notes(decide("2025-06-10", sheet.formatted("\"row3\": {\"met\": \"no\"}"), g -> List.of())))
                .noneMatch(n -> n.startsWith("doubt"));
    }

    @Test
    void a_day_outside_every_agreement_is_noted() throws Problems {
        assertThat(decide("2025-06-10", """
                "agreements": [{"id": "a1", "kind": "medical", "from": "2025-03-01", "to": "2025-12-31"}], %s
                """.formatted(finding("2025-02-28")), g -> List.of())
                        .notes())
                .contains(new Note("outside-term", "f1", Map.of("date", "2025-02-28")));
        assertThat(notes(decide("2025-06-10", AGREEMENT + ", " + finding("2025-05-01"), g -> List.of())))
                .noneMatch(n -> n.startsWith("outside-term") || n.startsWith("no-agreement"));
    }

    @Test
    void a_case_without_agreement_or_application_says_so() throws Problems {
        assertThat(notes(decide("2025-06-10", finding("2025-05-01"), g -> List.of())))
                .contains("no-agreement i1")
                .noneMatch(n -> n.startsWith("outside-term"));
        assertThat(notes(decide(
                        "2025-06-10",
                        "\"applications\": [{\"id\": \"p1\", \"kind\": \"medical\", \"filedOn\": \"2025-02-01\"}]",
                        g -> List.of())))
                .doesNotContain("no-agreement i1");
    }

    /** A text whose measures end with it: after its last day they are open, what was breached stays. */
    @Test
    void measures_of_a_text_that_has_lapsed_are_open() throws Problems {
        Function<Docket.Group, List<Conclusion>> both = g -> {
            List<Conclusion> all = new ArrayList<>();
            if (g.facts().stream().anyMatch(f -> f.id().equals("f1"))) {
                all.add(breach(g, "edition-2025", "1.1", "f1"));
                all.add((Measure.shall("testland/edition-2025#3.3", "rectify", fact(g, "f1"))));
            }
            return all;
        };

        Decision before = decide("2025-12-31", finding("2025-05-01"), both);
        Decision after = decide("2026-01-01", finding("2025-05-01"), both);

        assertThat(before.measures()).extracting(m -> m.certainty()).containsExactly(Certainty.ESTABLISHED);
        assertThat(notes(before)).noneMatch(n -> n.startsWith("lapsed"));
        assertThat(after.measures()).extracting(m -> m.certainty()).containsExactly(Certainty.OPEN);
        assertThat(after.breaches()).extracting(b -> b.certainty()).containsExactly(Certainty.ESTABLISHED);
        assertThat(after.notes()).contains(new Note("lapsed", "testland/edition-2025", Map.of("to", "2025-12-31")));
        assertThat(after.questions()).extracting(q -> q.key()).contains("lapsed@testland/edition-2025");
    }

    @Test
    void a_text_that_is_supposed_does_not_lapse_and_leaves_out_sheets_of_another_region() throws Problems {
        CaseFile file = Editions.file(
                "2026-03-01",
                finding("2026-02-01")
                        + ", \"assessments\": [{\"sheet\": \"annual\", \"year\": 2024, \"rows\": {\"row1\": {\"missing\": 1}}}]");
        Evaluator evaluator = new Evaluator(
                Editions.library(),
                group -> List.of((Measure.shall("testland/edition-2025#3.3", "rectify", fact(group, "f1")))));

        Decision same = evaluator.evaluateAs(file, "", List.of(Editions.book("edition-2025")));
        Decision other = new Evaluator(Editions.library(), group -> List.of())
                .evaluateAs(file, "", List.of(Editions.book("decree")));

        assertThat(same.measures()).extracting(m -> m.certainty()).containsExactly(Certainty.ESTABLISHED);
        assertThat(same.region()).isEqualTo("testland");
        assertThat(same.scores()).hasSize(1);
        assertThat(other.region()).isEqualTo("elsewhere");
        assertThat(other.scores()).isEmpty();
        assertThat(other.rulebooks()).extracting(Decision.Applied::id).containsExactly("elsewhere/decree");
    }

    @Test
    void a_conclusion_of_a_text_that_is_not_there_is_an_error() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> decide("2025-06-10", finding("2025-05-01"), g -> List.of(breach(g, "none", "1.1", "f1"))))
                .withMessageContaining("testland/none");
    }

    @Test
    void notes_are_in_order_and_none_is_twice() throws Problems {
        Decision decision = decide("2025-06-10", """
                "findings": [
                  {"id": "f10", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-01"},
                  {"id": "f2", "conduct": "bed-hanging", "status": "confirmed", "date": "2024-05-01", "until": "2025-05-01"}]
                """, g -> List.of());

        assertThat(notes(decision))
                .containsExactly("no-agreement i1", "no-clause f2", "no-clause f10", "pending testland/edition-2025");
    }

    @Test
    void questions_say_who_may_answer() throws Problems {
        Decision decision = decide(
                "2025-06-10",
                finding("2025-05-01"),
                g -> List.of((Breach.of("testland/edition-2025#1.1", fact(g, "f1"), fact(g, "serious@f1")))));

        assertThat(decision.questions())
                .extracting(q -> q.key(), q -> q.answering().by().isEmpty())
                .containsExactly(tuple("serious@f1", false));
        assertThat(decision.facts()).extracting(Decision.FactLine::id).containsExactly("f1");
    }

    /** A step that nothing called for is told; one that a duty was held against is not. */
    @Test
    void a_step_that_answers_a_duty_is_not_told_as_unread() throws Problems {
        String step = finding("2025-05-01") + """
                , "handling": [{"id": "h1", "act": "written-notice", "date": "2025-06-01", "actor": "agency"}]
                """;
        Decision owed = decide(
                "2025-06-10",
                step,
                g -> List.of((Duty.shall("testland/edition-2025#3.2", "written-notice", fact(g, "f1"))
                        .by("agency"))));

        assertThat(notes(decide("2025-06-10", step, g -> List.of()))).contains("unread-step h1");
        assertThat(owed.duties())
                .singleElement()
                .satisfies(d -> assertThat(d.steps()).hasSize(1));
        assertThat(notes(owed)).doesNotContain("unread-step h1");
    }

    @Test
    void without_the_engine_nothing_is_compiled() throws Problems {
        new Evaluator(Editions.library(), group -> List.of()).warm();
    }
}
