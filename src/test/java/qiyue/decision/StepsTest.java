package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.fact.Act;
import qiyue.fact.CaseFile;
import qiyue.fact.Duty;

/** Which steps speak of a duty, and from what day on. */
class StepsTest {
    private static final Steps STEPS = Steps.of(Document.of("""
            "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                           {"id": "r", "kind": "rehabilitation", "from": "2025-01-01", "to": "2025-12-31"}],
            "findings": [
              {"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06", "agreement": "m"},
              {"id": "f2", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-09", "agreement": "r"}],
            "handling": [
              {"id": "n3", "act": "written-notice", "actor": "agency", "date": "2025-06-12", "about": "f1"},
              {"id": "n2", "act": "written-notice", "actor": "agency", "date": "2025-06-11"},
              {"id": "n1", "act": "written-notice", "actor": "agency", "date": "2025-06-11", "agreement": "m"},
              {"id": "n4", "act": "written-notice", "actor": "agency", "date": "2025-06-13", "agreement": "r"},
              {"id": "n5", "act": "written-notice", "actor": "agency", "date": "2025-06-14", "about": "f2"},
              {"id": "w1", "act": "decide", "actor": "agency", "date": "2025-06-15"}]
            """).file());

    private static Duty notice(Basis basis) {
        return basis.duty("x/y#1", "written-notice", "");
    }

    private static List<String> answering(Duty duty, String... roots) {
        return STEPS.answering(duty, Set.of(roots)).stream().map(Act::id).toList();
    }

    @Test
    void steps_of_its_kind_about_its_facts_or_about_none_earliest_first() {
        assertThat(answering(notice(Basis.on("f1").under("m")), "f1")).containsExactly("n1", "n2", "n3");
        assertThat(answering(notice(Basis.on("f2").under("r")), "f2")).containsExactly("n2", "n4", "n5");
    }

    @Test
    void a_duty_under_no_agreement_is_answered_under_any() {
        assertThat(answering(notice(Basis.on("f1")), "f1")).containsExactly("n1", "n2", "n3", "n4");
    }

    @Test
    void the_step_that_starts_the_duty_does_not_answer_it() {
        assertThat(answering(notice(Basis.on("f1", "n1").under("m")), "f1", "n1"))
                .containsExactly("n2", "n3");
    }

    @Test
    void another_step_counts_only_where_none_of_its_own_is_listed() {
        Duty delivery = Basis.on("f1").duty("x/y#1", "explain", "").orBy("decide");
        Duty notice = notice(Basis.on("f1").under("m")).orBy("decide");

        assertThat(answering(delivery, "f1")).containsExactly("w1");
        assertThat(answering(notice, "f1")).containsExactly("n1", "n2", "n3");
    }

    @Test
    void a_duty_comes_of_the_latest_of_its_facts_or_the_start_of_its_clock() {
        LocalDate june = LocalDate.of(2025, 6, 1);
        Duty plain = notice(Basis.on("f1"));

        assertThat(STEPS.cause(List.of(plain), Set.of("f1"))).isEqualTo(LocalDate.of(2025, 5, 6));
        assertThat(STEPS.cause(List.of(plain), Set.of("f1", "f2"))).isEqualTo(LocalDate.of(2025, 5, 9));
        assertThat(STEPS.cause(List.of(plain, plain.within(5, "days", june)), Set.of("f1", "f2")))
                .isEqualTo(june);
        assertThat(STEPS.cause(List.of(plain.within(5, "days", LocalDate.of(2025, 5, 1))), Set.of("f1")))
                .as("a clock that starts before the fact is known")
                .isEqualTo(LocalDate.of(2025, 5, 6));
        assertThat(STEPS.cause(List.of(plain.after(june)), Set.of("f1"))).isEqualTo(june.plusDays(1));
    }

    /** A notice thirty days ahead of a closure comes before the closure: only the start of its clock bounds it. */
    @Test
    void what_comes_ahead_is_not_bound_by_what_it_is_for() {
        Duty notice = notice(Basis.on("f1")).ahead(LocalDate.of(2025, 4, 1));

        assertThat(STEPS.cause(List.of(notice), Set.of("f1"))).isEqualTo("2025-04-01");
    }

    @Test
    void without_a_day_known_any_step_may_answer() {
        assertThat(STEPS.cause(List.of(notice(Basis.on())), Set.of())).isEqualTo(LocalDate.MIN);
    }

    /** Of three notices the second starts the next turn: up to it for the first, after it for the next. */
    @Test
    void a_step_from_which_the_next_is_counted_ends_the_turn_before() {
        Duty first = notice(Basis.on("f1").under("m"));
        Duty next = notice(Basis.on("f1", "n2").under("m"));
        Steps steps = Steps.of(Document.of("""
                        "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                        "handling": [
                          {"id": "n1", "act": "written-notice", "actor": "agency", "date": "2025-06-11"},
                          {"id": "n2", "act": "written-notice", "actor": "agency", "date": "2025-06-12"},
                          {"id": "n3", "act": "written-notice", "actor": "agency", "date": "2025-06-13"}]
                        """).file(), List.of(first, next));
        List<Act> all = steps.of("written-notice");

        assertThat(steps.inTurn(all, first, Set.of("f1"))).extracting(Act::id).containsExactly("n1", "n2");
        assertThat(steps.inTurn(all, next, Set.of("f1", "n2")))
                .extracting(Act::id)
                .containsExactly("n3");
        assertThat(steps.inTurn(all, next, Set.of("n1", "n2")))
                .as("counted from the last of several")
                .extracting(Act::id)
                .containsExactly("n3");
    }

    @Test
    void what_it_comes_of_may_have_a_later_day_than_its_facts() {
        Duty later = notice(Basis.on("f1").on(LocalDate.of(2025, 5, 20)));

        assertThat(STEPS.cause(List.of(later), Set.of("f1"))).isEqualTo("2025-05-20");
    }

    private static List<String> inTurn(Steps steps, Duty duty, String... roots) {
        return steps.inTurn(steps.of("written-notice"), duty, Set.of(roots)).stream()
                .map(Act::id)
                .toList();
    }

    /** Notices each of which starts the next: of the first turn those up to the one that starts another. */
    @Test
    void a_turn_goes_from_the_step_that_starts_it_to_the_one_that_starts_the_next() {
        CaseFile file = Document.of("""
                "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06"}],
                "handling": [
                  {"id": "n1", "act": "written-notice", "actor": "agency", "date": "2025-06-11"},
                  {"id": "n2", "act": "written-notice", "actor": "agency", "date": "2025-06-12"},
                  {"id": "n3", "act": "written-notice", "actor": "agency", "date": "2025-06-13"},
                  {"id": "n4", "act": "written-notice", "actor": "agency", "date": "2025-06-14"}]
                """).file();
        Duty second = notice(Basis.on("n1"));
        Duty third = notice(Basis.on("n3"));
        Steps steps = Steps.of(file, List.of(second, third));

        assertThat(inTurn(steps, second, "n1")).containsExactly("n2", "n3");
        assertThat(inTurn(steps, third, "n3")).containsExactly("n4");
        assertThat(inTurn(steps, notice(Basis.on("f1")), "f1")).containsExactly("n1");
        assertThat(inTurn(Steps.of(file), second, "n1"))
                .as("nothing starts another")
                .containsExactly("n1", "n2", "n3", "n4");
    }

    /** What an agreement asks for belongs to its term: it may be done from its first day on. */
    @Test
    void what_an_agreement_asks_for_comes_of_its_first_day() {
        assertThat(STEPS.cause(List.of(notice(Basis.on("m"))), Set.of("m"))).isEqualTo("2025-01-01");
    }

    @Test
    void an_answer_about_one_of_the_facts_is_found_by_what_it_says() {
        Steps steps = Steps.of(Document.of("""
                "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06", "answers": {"vile": "no"}}]
                """).file());

        assertThat(steps.answered(List.of("m", "f1"), Set.of("vile=no", "other=yes")))
                .isTrue();
        assertThat(steps.answered(List.of("f1"), Set.of("vile=yes"))).isFalse();
        assertThat(steps.answered(List.of("m"), Set.of("vile=no"))).isFalse();
    }

    /** No to what asks about the step, yes to the opposite question. */
    @Test
    void the_shipped_vocabulary_says_which_answers_deny_a_step() {
        assertThat(Shipped.library().vocabulary().treatment("shanxi").denials())
                .containsOnlyKeys("apply-for-resumption")
                .containsEntry(
                        "apply-for-resumption",
                        Set.of(
                                "continuation-applied=no",
                                "ended-by-own-suspension=yes",
                                "suspension-continuation-applied=no"));
    }
}
