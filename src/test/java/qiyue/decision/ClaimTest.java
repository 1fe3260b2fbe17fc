package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import qiyue.fact.Act;
import qiyue.fact.Blank;
import qiyue.fact.Duty;

/** From when to when a step counts for a duty, whose steps count, and under which agreement. */
class ClaimTest {
    private static final LocalDate CAUSE = LocalDate.of(2025, 6, 10);
    private static final LocalDate DUE = LocalDate.of(2025, 6, 20);
    private static final Duty NOTICE =
            Basis.on("f1").under("m").duty("x/y#1", "written-notice", "").by("agency");

    private static Claim claim(Duty duty, LocalDate due) {
        return new Claim(List.of(duty), due, Set.of("f1"), CAUSE, true);
    }

    private static Act step(String act, String actor, String agreement) {
        return Document.of(
                        """
                        "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                                       {"id": "r", "kind": "rehabilitation", "from": "2025-01-01", "to": "2025-12-31"}],
                        "handling": [{"id": "h1", "act": "%s", "actor": "%s", "date": "2025-06-12"%s}]
                        """.formatted(act, actor, agreement.isEmpty() ? "" : ", \"agreement\": \"" + agreement + "\""))
                .file()
                .handling()
                .get(0);
    }

    @Test
    void a_step_counts_from_the_cause_on_and_is_in_time_up_to_the_last_day() {
        assertThat(claim(NOTICE, DUE).opens()).isEqualTo(CAUSE);
        assertThat(claim(NOTICE, DUE).closes()).isEqualTo(DUE);
        assertThat(claim(NOTICE, Blank.NEVER).closes()).isEqualTo(LocalDate.MAX);
    }

    @Test
    void what_has_to_last_opens_on_its_last_day_and_never_closes() {
        Duty lasting = NOTICE.lasting(10, "days", CAUSE);

        assertThat(claim(lasting, DUE).opens()).isEqualTo(DUE);
        assertThat(claim(lasting, DUE).closes()).isEqualTo(LocalDate.MAX);
        assertThat(claim(lasting, Blank.NEVER).opens()).isEqualTo(CAUSE);
        assertThat(claim(lasting, CAUSE.minusDays(1)).opens()).isEqualTo(CAUSE);
    }

    @Test
    void a_record_says_that_it_was_done_only_from_the_cause_on() {
        assertThat(claim(NOTICE, DUE).recorded()).isFalse();
        assertThat(claim(NOTICE.done(CAUSE), DUE).recorded()).isTrue();
        assertThat(claim(NOTICE.done(CAUSE.minusDays(1)), DUE).recorded()).isFalse();
    }

    @Test
    void a_step_under_another_agreement_answers_something_else() {
        Duty anywhere = Basis.on("f1").duty("x/y#1", "written-notice", "").by("agency");

        assertThat(claim(NOTICE, DUE).under(step("written-notice", "agency", "m")))
                .isTrue();
        assertThat(claim(NOTICE, DUE).under(step("written-notice", "agency", "")))
                .isTrue();
        assertThat(claim(NOTICE, DUE).under(step("written-notice", "agency", "r")))
                .isFalse();
        assertThat(claim(anywhere, DUE).under(step("written-notice", "agency", "r")))
                .isTrue();
    }

    @Test
    void the_step_of_another_is_not_by_whom_the_clause_names_unless_it_shows_the_same() {
        Duty shown = NOTICE.orBy("decide");

        assertThat(claim(NOTICE, DUE).by(step("written-notice", "agency", ""))).isTrue();
        assertThat(claim(NOTICE, DUE).by(step("written-notice", "facility", "")))
                .isFalse();
        assertThat(claim(shown, DUE).by(step("decide", "facility", ""))).isTrue();
        assertThat(claim(shown, DUE).by(step("written-notice", "facility", ""))).isFalse();
    }
}
