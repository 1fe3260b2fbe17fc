package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision.Note;
import qiyue.drl.Drl;
import qiyue.fact.Breach;
import qiyue.fact.CaseFile;
import qiyue.fact.Conclusion;
import qiyue.fact.Evidence;
import qiyue.fact.Finding;
import qiyue.fact.Measure;

/** Several applications of one document: each beside what concerns it or none of them, concluded there and nowhere else. */
class ApplyingTest {
    private static final String APPLICATIONS = """
            "applications": [{"id": "b10", "kind": "medical", "filedOn": "2025-06-01"},
                             {"id": "b2", "kind": "medical", "filedOn": "2025-03-01"}]
            """;
    private static final String ONE = """
            "applications": [{"id": "b2", "kind": "medical", "filedOn": "2025-03-01"}]
            """;
    private static final String STEPS = """
            , "handling": [{"id": "h1", "act": "written-notice", "date": "2025-03-02", "actor": "agency", "about": "b2"},
                           {"id": "h2", "act": "written-notice", "date": "2025-03-02", "actor": "agency", "about": "f0"}]
            """;

    private static String findings(String deceit) {
        return """
                , "findings": [
                  {"id": "f0", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-02-01"},
                  {"id": "f1", "conduct": "deceit", "status": "confirmed", "date": "%s", "application": "b2"},
                  {"id": "f2", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-06-05", "application": "b10"}]
                """.formatted(deceit);
    }

    private static final Docket BOTH = Editions.docket("2025-06-10", APPLICATIONS + findings("2025-03-05") + STEPS);

    private static Applying applying(String rest, Applying.Judged judged) {
        CaseFile file = Editions.file("2025-06-10", rest);
        Applying applying = new Applying(
                file,
                Regimes.inForce(Editions.library(), file),
                Editions.library().vocabulary(),
                judged);
        applying.take(List.copyOf(facts(rest)));
        return applying;
    }

    private static List<Evidence> facts(String rest) {
        return Editions.docket("2025-06-10", rest).facts();
    }

    private static Evidence fact(String id) {
        return BOTH.facts().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }

    private static Breach breach(String clause, Evidence... facts) {
        return Breach.of("testland/edition-2025#" + clause, facts);
    }

    /** The findings and applications judged beside one of them. */
    private static List<String> beside(Docket docket, String application) {
        return docket.groups().stream()
                .filter(g -> g.facts().stream().anyMatch(f -> f.id().equals(application))
                        && g.facts().stream()
                                        .filter(f -> f instanceof qiyue.fact.Application)
                                        .count()
                                == 1)
                .flatMap(g -> g.facts().stream())
                .filter(f -> f instanceof Finding || f instanceof qiyue.fact.Application)
                .map(f -> f instanceof Finding x ? x.id() + " " + x.conduct() + " " + x.application() : f.id())
                .sorted()
                .toList();
    }

    @Test
    void several_are_judged_each_by_itself_in_the_order_of_their_ids() {
        assertThat(BOTH.applying().each()).extracting(o -> o.application().id()).containsExactly("b2", "b10");
        assertThat(BOTH.applying().each().get(0).speaking())
                .singleElement()
                .satisfies(
                        b -> assertThat(b.rules()).extracting(Drl.Rule::clause).containsExactly("2.1"));
        assertThat(applying(ONE, Applying.Judged.ALL).each()).isEmpty();
        assertThat(applying(ONE, Applying.Judged.APPLICATIONS).each()).hasSize(1);
        assertThat(applying(ONE.replace("2025-03-01", "2023-03-01"), Applying.Judged.APPLICATIONS)
                        .each())
                .as("no text was in force: that of the day of handling speaks")
                .hasSize(1);
    }

    @Test
    void a_fact_is_of_the_application_that_it_is_names_or_answers() {
        Applying applying = BOTH.applying();

        assertThat(applying.of(fact("b2"))).isEqualTo("b2");
        assertThat(applying.of(fact("f1"))).isEqualTo("b2");
        assertThat(applying.of(fact("h1"))).isEqualTo("b2");
        assertThat(applying.of(fact("f0"))).isEmpty();
        assertThat(applying.of(fact("h2"))).as("about a finding").isEmpty();
        assertThat(applying.by(fact("f2")))
                .hasValueSatisfying(a -> assertThat(a.id()).isEqualTo("b10"));
        assertThat(applying.by(fact("f0"))).isEmpty();
        assertThat(applying("\"findings\": []", Applying.Judged.ALL).of(fact("f1")))
                .as("the document has no such application")
                .isEmpty();
    }

    @Test
    void what_concerns_an_application_alone_is_apart_where_it_is_judged_by_itself() {
        assertThat(BOTH.applying().alone(fact("f1"))).isTrue();
        assertThat(BOTH.applying().alone(fact("f0"))).isFalse();
        assertThat(BOTH.applying().alone(fact("h1"))).isFalse();
        assertThat(BOTH.applying().apart(fact("f1"))).isTrue();
        assertThat(BOTH.applying().apart(fact("f0"))).isFalse();
        assertThat(BOTH.applying().apart(fact("b2"))).as("it is an application").isFalse();
        assertThat(applying(ONE, Applying.Judged.ALL).apart(fact("f1"))).isFalse();
    }

    /** Beside it what names it or none, and of an earlier one what its conduct is to a later. */
    @Test
    void an_application_is_judged_beside_what_concerns_it_or_none_and_not_another() {
        assertThat(beside(BOTH, "b2")).containsExactly("b2", "f0 bed-hanging ", "f1 deceit b2");
        assertThat(beside(BOTH, "b10"))
                .containsExactly("b10", "f0 bed-hanging ", "f1 earlier-deceit b10", "f2 bed-hanging b10");
    }

    @Test
    void a_finding_is_earlier_for_an_application_up_to_the_day_it_was_filed() {
        Docket same = Editions.docket("2025-06-10", APPLICATIONS + findings("2025-06-01"));
        Docket after = Editions.docket("2025-06-10", APPLICATIONS + findings("2025-06-02"));

        assertThat(beside(same, "b10")).contains("f1 earlier-deceit b10");
        assertThat(beside(after, "b10")).containsExactly("b10", "f0 bed-hanging ", "f2 bed-hanging b10");
    }

    /** Of what stands beside it only what rests on it, or on what concerns it alone, comes to something. */
    @Test
    void beside_an_application_counts_what_rests_on_it() {
        Docket.Group group = BOTH.groups().stream()
                .filter(g -> g.facts().stream().anyMatch(f -> f.id().equals("b2"))
                        && g.facts().stream().noneMatch(f -> f.id().equals("b10")))
                .findFirst()
                .orElseThrow();

        assertThat(group.uniting().counts(breach("2.1", fact("b2"), fact("f0"))))
                .isTrue();
        assertThat(group.uniting().counts(breach("1.1", fact("f1")))).isTrue();
        assertThat(group.uniting().counts(breach("1.1", fact("f0")))).isFalse();
        assertThat(group.uniting().counts(breach("2.1", fact("b10")))).isFalse();
    }

    @Test
    void what_rests_on_an_application_is_concluded_there_alone() {
        Applying applying = BOTH.applying();

        assertThat(applying.elsewhere(breach("2.1", fact("b2"), fact("f0")))).isTrue();
        assertThat(applying.elsewhere(breach("2.1", fact("f0"))))
                .as("rests on none")
                .isFalse();
        assertThat(applying.elsewhere(breach("1.1", fact("b2"))))
                .as("no article on applications")
                .isFalse();
        assertThat(applying.elsewhere((Conclusion) Breach.of("testland/edition-2024#1.1", fact("b2"))))
                .as("a text that judges no application")
                .isFalse();
        assertThat(applying(ONE, Applying.Judged.ALL).elsewhere(breach("2.1", fact("b2"))))
                .isFalse();
    }

    @Test
    void a_rule_on_applications_is_elsewhere_where_agreements_are_judged() {
        Drl.Rule penalised = rule("2.1");

        assertThat(applying(ONE, Applying.Judged.AGREEMENTS).elsewhere(penalised))
                .isTrue();
        assertThat(applying(ONE, Applying.Judged.AGREEMENTS).elsewhere(rule("1.1")))
                .isFalse();
        assertThat(applying(ONE, Applying.Judged.APPLICATIONS).elsewhere(penalised))
                .isFalse();
        assertThat(applying("\"findings\": []", Applying.Judged.AGREEMENTS).elsewhere(penalised))
                .as("nobody applies")
                .isFalse();
    }

    private static Drl.Rule rule(String clause) {
        return Editions.book("edition-2025").forApplicants().orElseThrow().rules().stream()
                .filter(r -> r.clause().equals(clause))
                .findFirst()
                .orElseGet(() -> Editions.book("edition-2025").rules().stream()
                        .filter(r -> r.clause().equals(clause))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void notes_on_a_fact_are_made_where_it_is_judged() {
        String rest = ONE + findings("2025-03-05").replace("b10", "b2");
        Applying agreements = applying(rest, Applying.Judged.AGREEMENTS);
        Applying applications = applying(rest, Applying.Judged.APPLICATIONS);

        assertThat(List.of("b2", "f1", "f0", "x"))
                .filteredOn(agreements::judges)
                .containsExactly("f0", "x");
        assertThat(List.of("b2", "f1", "f0", "x"))
                .filteredOn(applications::judges)
                .containsExactly("b2", "f1", "x");
        assertThat(List.of("b2", "f1", "f0", "x"))
                .filteredOn(BOTH.applying()::judges)
                .hasSize(4);
        CaseFile file = Editions.file("2025-06-10", rest);
        assertThat(agreements.judged(file).applications()).isEmpty();
        assertThat(applications.judged(file)).isSameAs(file);
        assertThat(BOTH.applying().judged(file)).isSameAs(file);
    }

    private static List<Note> unclear(Docket docket, Conclusion... conclusions) {
        return docket.unclear(List.of(conclusions));
    }

    /** Nobody said which application a finding concerns, and it counts for both. */
    @Test
    void a_finding_that_counts_for_several_applications_and_names_none_is_told() {
        Note told = new Note("application-unclear", "f0", Map.of("candidates", "b2, b10"));

        assertThat(unclear(BOTH, breach("2.1", fact("b10"), fact("f0")), breach("2.1", fact("b2"), fact("f0"))))
                .containsExactly(told);
        assertThat(unclear(BOTH, breach("2.1", fact("b10"), fact("f0")))).isEmpty();
        assertThat(unclear(BOTH, breach("2.1", fact("b2"), fact("f1")), breach("2.1", fact("b10"), fact("f1"))))
                .as("names one")
                .isEmpty();
        assertThat(unclear(BOTH, breach("2.1", fact("f0"))))
                .as("a clause on applications counts for all")
                .containsExactly(told);
        assertThat(unclear(BOTH, breach("1.1", fact("f0")))).isEmpty();
        assertThat(unclear(BOTH, breach("2.1", breach("1.1", fact("f0")))))
                .as("rests on a clause that looked at it")
                .isEmpty();
        assertThat(unclear(BOTH, Measure.shall("testland/edition-2025#2.1", "rectify", fact("f0"))))
                .isEmpty();
        assertThat(unclear(BOTH)).isEmpty();
    }

    @Test
    void a_finding_under_an_agreement_or_of_one_application_only_is_clear() {
        Docket agreed = Editions.docket("2025-06-10", APPLICATIONS + """
                , "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                  "findings": [{"id": "f0", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-02-01", "agreement": "a1"}]
                """);
        Docket one = Editions.docket("2025-06-10", ONE + findings("2025-03-05").replace("b10", "b2"));

        assertThat(unclear(agreed, breach("2.1", fact("b10"), fact("f0")), breach("2.1", fact("b2"), fact("f0"))))
                .isEmpty();
        assertThat(unclear(one, breach("2.1", fact("b10"), fact("f0")), breach("2.1", fact("b2"), fact("f0"))))
                .isEmpty();
    }
}
