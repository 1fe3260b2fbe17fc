package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.Instance;
import qiyue.fact.Blank;
import qiyue.fact.Breach;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Money;
import qiyue.fact.Portion;

/** Clauses met: one line a clause, one instance for conclusions that share a fact, nothing asked that adds nothing. */
class BreachesTest {
    private static final String X = "x/y#9";
    private static final LocalDate MAY_6 = LocalDate.of(2025, 5, 6);

    private static List<BreachLine> lines(Breach... breaches) {
        Conclusions all = new Conclusions(List.of(breaches));
        return new Breaches(new Takings(Map.of(), Map.of()), new Inheritance(all), b -> false).lines(all);
    }

    private static Portion cost(String source, int yuan) {
        return Portion.of(source, Money.unsettled(BigDecimal.valueOf(yuan)));
    }

    @Test
    void clauses_stand_in_the_order_of_the_text() {
        assertThat(lines(
                        Basis.on("f1").breach("x/y#10.2"),
                        Basis.on("f1").breach("x/y#9.11"),
                        Basis.on("f1").breach("x/y#9.2")))
                .extracting(BreachLine::clause)
                .containsExactly("x/y#9.2", "x/y#9.11", "x/y#10.2");
    }

    @Test
    void conclusions_that_share_a_fact_are_one_time_the_clause_was_met() {
        List<BreachLine> lines = lines(
                Basis.on("a", "b").on(MAY_6.plusDays(1)).people("李", "张").breach(X),
                Basis.on("b", "c").on(MAY_6).people("王").breach(X),
                Basis.on("d").on(MAY_6.minusDays(1)).breach(X));

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).instances())
                .extracting(Instance::facts, Instance::day, Instance::people)
                .containsExactly(
                        tuple(List.of("d"), MAY_6.minusDays(1), List.of()),
                        tuple(List.of("a", "b", "c"), MAY_6, List.of("张", "李", "王")));
    }

    /** An earlier suspension and what happens today: established by one finding, waiting for a choice by another, suspected by a third. */
    @Test
    void each_certainty_stands_by_itself_with_its_own_money() {
        List<Instance> instances = lines(
                        Basis.on("f1", "p").costing(cost("f1", 100)).breach(X),
                        Basis.on("f2", "p")
                                .as(Certainty.SUSPECTED)
                                .costing(cost("f2", 20))
                                .breach(X),
                        Basis.on("f3", "p")
                                .as(Certainty.CONDITIONAL)
                                .costing(cost("f3", 3))
                                .breach(X),
                        Basis.on("f4", "p").costing(cost("f4", 1000)).breach(X))
                .get(0)
                .instances();

        assertThat(instances)
                .extracting(
                        Instance::certainty, Instance::facts, i -> i.amount().intValue())
                .containsExactly(
                        tuple(Certainty.ESTABLISHED, List.of("f1", "f4", "p"), 1100),
                        tuple(Certainty.SUSPECTED, List.of("f2", "p"), 20),
                        tuple(Certainty.CONDITIONAL, List.of("f3", "p"), 3));
    }

    /** What is met more surely on the same facts adds nothing; on other money or persons it does. */
    @Test
    void what_is_met_more_surely_anyway_is_not_told_again() {
        assertThat(lines(
                                Basis.on("f1", "f2").costing(cost("f1", 100)).breach(X),
                                Basis.on("f1")
                                        .as(Certainty.SUSPECTED)
                                        .costing(cost("f1", 100))
                                        .breach(X),
                                Basis.on("f1")
                                        .as(Certainty.SUSPECTED)
                                        .people("张")
                                        .breach(X))
                        .get(0)
                        .instances())
                .extracting(Instance::certainty, Instance::people)
                .containsExactly(tuple(Certainty.ESTABLISHED, List.of()), tuple(Certainty.SUSPECTED, List.of("张")));
    }

    @Test
    void of_one_day_the_facts_decide_the_order() {
        assertThat(lines(
                                Basis.on("b").on(MAY_6).breach(X),
                                Basis.on("a").on(MAY_6).breach(X))
                        .get(0)
                        .instances())
                .extracting(Instance::facts)
                .containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void the_surest_of_them_says_how_sure_it_is() {
        BreachLine line = lines(
                        Basis.on("a").as(Certainty.SUSPECTED).breach(X),
                        Basis.on("b").open("serious@b=yes").breach(X),
                        Basis.on("b").as(Certainty.SUSPECTED).breach(X))
                .get(0);

        assertThat(line.certainty()).isEqualTo(Certainty.OPEN);
        assertThat(line.instances())
                .extracting(Instance::certainty)
                .containsExactly(Certainty.SUSPECTED, Certainty.OPEN);
    }

    @Test
    void a_department_is_named_where_one_is_known_and_the_day_stays_open_where_none_is() {
        Instance instance = lines(
                        Basis.on("a").breach(X),
                        Basis.on("a", "b").department("骨科").breach(X),
                        Basis.on("a", "c").department("内科").breach(X))
                .get(0)
                .instances()
                .get(0);

        assertThat(instance.department()).isEqualTo("内科");
        assertThat(instance.day()).isEqualTo(Blank.NEVER);
        assertThat(lines(Basis.on("a").breach(X)).get(0).instances().get(0).department())
                .isEmpty();
    }

    @Test
    void what_several_departments_brought_about_together_is_no_department_s() {
        assertThat(lines(
                                Basis.on("a", "b", "c").breach(X),
                                Basis.on("a", "b").department("骨科").breach(X),
                                Basis.on("a", "c").department("内科").breach(X))
                        .get(0)
                        .instances())
                .extracting(Instance::facts, Instance::department)
                .containsExactly(tuple(List.of("a", "b", "c"), ""));
        assertThat(lines(
                                Basis.on("a", "b", "c").breach(X),
                                Basis.on("a", "b").department("骨科").breach(X))
                        .get(0)
                        .instances())
                .extracting(Instance::facts, Instance::department)
                .containsExactly(tuple(List.of("a", "b", "c"), ""));
    }

    @Test
    void a_sum_that_is_known_in_part_is_shown_as_far_as_it_is_known() {
        Instance part = lines(
                        Basis.on("a").costing(cost("c1", 100)).breach(X),
                        Basis.on("a", "b").sumUnknown().breach(X))
                .get(0)
                .instances()
                .get(0);
        Instance nothing =
                lines(Basis.on("a").sumUnknown().breach(X)).get(0).instances().get(0);
        Instance none = lines(Basis.on("a").breach(X)).get(0).instances().get(0);

        assertThat(part.amount()).isEqualByComparingTo("100");
        assertThat(part.amountKnown()).isFalse();
        assertThat(nothing.amount()).isEqualTo(Conclusion.UNSTATED);
        assertThat(nothing.amountKnown()).isFalse();
        assertThat(none.amount()).isEqualByComparingTo("0");
        assertThat(none.amountKnown()).isTrue();
    }

    @Test
    void what_hangs_on_a_choice_or_a_question_names_it() {
        Instance instance = lines(Basis.on("a")
                        .open("serious@a=yes", "consent@a=no")
                        .presuming("terminate")
                        .breach(X))
                .get(0)
                .instances()
                .get(0);

        assertThat(instance.open()).containsExactly("consent@a", "serious@a");
        assertThat(instance.presumes()).containsExactly("terminate");
    }

    /** A clause met for certain by a fact: whether it is met by the same fact in another way too is not worth a question. */
    @Test
    void nothing_is_asked_of_what_is_met_for_certain_on_the_same_facts() {
        Breach certain = Basis.on("a", "b").people("张").costing(cost("c1", 100)).breach(X);

        assertThat(asked(certain, Basis.on("a").open("serious@a=yes"))).isEmpty();
        assertThat(asked(
                        certain,
                        Basis.on("a").people("张").costing(cost("c1", 100)).open("serious@a=yes")))
                .isEmpty();
    }

    @Test
    void what_would_add_a_fact_a_person_or_a_sum_is_asked() {
        Breach certain = Basis.on("a", "b").people("张").costing(cost("c1", 100)).breach(X);

        assertThat(asked(certain, Basis.on("a", "c").open("q@a=yes"))).containsExactly("q@a");
        assertThat(asked(certain, Basis.on("a").people("李").open("q@a=yes"))).containsExactly("q@a");
        assertThat(asked(certain, Basis.on("a").costing(cost("c2", 1)).open("q@a=yes")))
                .containsExactly("q@a");
        assertThat(asked(certain, Basis.on("a").sumUnknown().open("q@a=yes"))).containsExactly("q@a");
        assertThat(asked(
                        Basis.on("a").sumUnknown().breach(X),
                        Basis.on("a").sumUnknown().open("q@a=yes")))
                .as("neither knows the sum")
                .isEmpty();
    }

    @Test
    void another_clause_or_one_that_is_not_certain_leaves_the_question() {
        Breach elsewhere = Basis.on("a").breach("x/y#1");
        Breach suspected = Basis.on("a").as(Certainty.SUSPECTED).breach(X);
        Breach open = Basis.on("a").open("q@a=yes").breach(X);

        for (Breach other : List.of(elsewhere, suspected)) {
            assertThat(Breaches.certainAnyway(open, Breaches.certain(List.of(other, open))))
                    .as("beside %s", other.id())
                    .isFalse();
        }
        assertThat(Breaches.certainAnyway(
                        open, Breaches.certain(List.of(open, Basis.on("a").breach(X)))))
                .isTrue();
    }

    @Test
    void what_rests_on_no_fact_is_never_certain_anyway() {
        Breach open = Basis.on().open("q@case=yes").breach(X);

        assertThat(Breaches.certainAnyway(
                        open, Breaches.certain(List.of(Basis.on().breach(X)))))
                .isFalse();
    }

    private static List<String> asked(Breach certain, Basis open) {
        return lines(certain, open.breach(X)).get(0).instances().stream()
                .flatMap(i -> i.open().stream())
                .distinct()
                .toList();
    }
}
