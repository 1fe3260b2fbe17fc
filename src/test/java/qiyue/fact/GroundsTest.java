package qiyue.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a conclusion has from the facts it rests on. */
class GroundsTest {
    private static final LocalDate MAY_6 = LocalDate.of(2025, 5, 6);

    /** A fact of which a test says what matters to it. */
    private record Fact(
            String id, Certainty certainty, List<String> open, LocalDate day, String department, List<Portion> portions)
            implements Evidence {
        static Fact of(String id, Certainty certainty) {
            return new Fact(id, certainty, List.of(), Blank.NEVER, "", List.of());
        }
    }

    private static Certainty certainty(Certainty... facts) {
        Evidence[] all = new Evidence[facts.length];
        for (int i = 0; i < facts.length; i++) {
            all[i] = Fact.of("f" + i, facts[i]);
        }
        return Breach.of("x/y#1", all).certainty();
    }

    @Test
    void it_is_as_weak_as_the_weakest_of_them_wherever_that_stands() {
        assertThat(certainty()).isEqualTo(Certainty.ESTABLISHED);
        assertThat(certainty(Certainty.OPEN, Certainty.ESTABLISHED)).isEqualTo(Certainty.OPEN);
        assertThat(certainty(Certainty.ESTABLISHED, Certainty.OPEN)).isEqualTo(Certainty.OPEN);
        assertThat(certainty(Certainty.SUSPECTED, Certainty.CONDITIONAL, Certainty.OPEN))
                .isEqualTo(Certainty.SUSPECTED);
        assertThat(certainty(Certainty.CONDITIONAL, Certainty.ESTABLISHED)).isEqualTo(Certainty.CONDITIONAL);
    }

    @Test
    void it_hangs_on_the_questions_of_all_and_has_the_money_of_all_once() {
        Portion whole = Portion.of("c1", Money.unsettled(BigDecimal.TEN));
        Breach breach = Breach.of(
                "x/y#1",
                new Fact("f2", Certainty.OPEN, List.of("b@f2"), Blank.NEVER, "", List.of(whole)),
                new Fact("f1", Certainty.OPEN, List.of("a@f1", "b@f2"), MAY_6, "骨科", List.of(whole)),
                new Fact("f3", Certainty.ESTABLISHED, List.of(), MAY_6.minusDays(1), "内科", List.of()));

        assertThat(breach.open()).containsExactly("a@f1", "b@f2");
        assertThat(breach.portions()).containsExactly(whole);
        assertThat(breach.roots()).containsExactly("f1", "f2", "f3");
        assertThat(breach.day()).as("of the first that has one").isEqualTo(MAY_6);
        assertThat(breach.department()).as("of one department alone").isEmpty();
    }

    @Test
    void it_is_of_the_department_that_all_who_name_one_name() {
        Fact nowhere = Fact.of("f1", Certainty.ESTABLISHED);
        Fact there = new Fact("f2", Certainty.ESTABLISHED, List.of(), MAY_6, "骨科", List.of());
        Fact too = new Fact("f3", Certainty.ESTABLISHED, List.of(), MAY_6, "骨科", List.of());

        assertThat(Breach.of("x/y#1", nowhere, there, too).department()).isEqualTo("骨科");
    }

    @Test
    void freed_of_its_questions_it_is_as_sure_as_the_rest_allows() {
        Breach open = Breach.of("x/y#1", Fact.of("f1", Certainty.OPEN));

        assertThat(open.grounds().hangingOn(List.of()).certainty()).isEqualTo(Certainty.ESTABLISHED);
        assertThat(open.ifChosen("terminate").grounds().hangingOn(List.of()).certainty())
                .isEqualTo(Certainty.CONDITIONAL);
        assertThat(Breach.of("x/y#1", Fact.of("f1", Certainty.SUSPECTED))
                        .grounds()
                        .hangingOn(List.of())
                        .certainty())
                .isEqualTo(Certainty.SUSPECTED);
    }

    @Test
    void where_suspicion_is_enough_only_that_no_longer_weakens_it() {
        Breach suspected = Breach.of("x/y#1", Fact.of("f1", Certainty.SUSPECTED));

        assertThat(suspected.onSuspicion().certainty()).isEqualTo(Certainty.ESTABLISHED);
        assertThat(suspected.ifChosen("terminate").onSuspicion().certainty()).isEqualTo(Certainty.CONDITIONAL);
        assertThat(Breach.of("x/y#1", new Fact("f1", Certainty.SUSPECTED, List.of("q@f1"), MAY_6, "", List.of()))
                        .onSuspicion()
                        .certainty())
                .isEqualTo(Certainty.OPEN);
        assertThat(Breach.of("x/y#1", Fact.of("f1", Certainty.OPEN))
                        .onSuspicion()
                        .certainty())
                .isEqualTo(Certainty.OPEN);
    }
}
