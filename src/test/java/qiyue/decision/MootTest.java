package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Duty;
import qiyue.fact.Measure;
import qiyue.fact.Money;
import qiyue.fact.Portion;

/** Where yes and no give the same, what they give is certain; where they do not, the question stays. */
class MootTest {
    private static final Map<String, MeasureKind> KINDS = Map.of(
            "recover", new MeasureKind("recover", "", List.of()),
            "pay", new MeasureKind("pay", "", List.of()),
            "deduct-deposit", new MeasureKind("deposit", "", List.of()),
            "not-accept", new MeasureKind("", MeasureKind.APPLICATION, List.of()));
    private static final Basis YES = Basis.on("f1").open("q@f1=yes");
    private static final Basis NO = Basis.on("f1").open("q@f1=no");

    private static List<Conclusion> freed(Conclusion... conclusions) {
        return Moot.freed(List.of(conclusions), KINDS, Set.of());
    }

    private static Portion cost(String source, int yuan) {
        return Portion.of(source, Money.unsettled(BigDecimal.valueOf(yuan)));
    }

    @Test
    void a_breach_that_follows_either_way_is_one_and_certain() {
        List<Conclusion> freed = freed(YES.breach("x/y#1"), NO.breach("x/y#1"));

        assertThat(freed).containsExactly(Basis.on("f1").breach("x/y#1"));
    }

    @Test
    void a_breach_that_follows_one_way_keeps_its_question() {
        assertThat(freed(YES.breach("x/y#1"))).containsExactly(YES.breach("x/y#1"));
        assertThat(freed(YES.breach("x/y#1"), NO.breach("x/y#2")))
                .containsExactly(YES.breach("x/y#1"), NO.breach("x/y#2"));
        Basis other = Basis.on("f2").open("q@f2=no");
        assertThat(freed(YES.breach("x/y#1"), other.breach("x/y#1")))
                .as("of another fact")
                .hasSize(2);
    }

    @Test
    void what_is_freed_of_its_questions_is_still_only_suspected_or_hangs_on_a_choice() {
        assertThat(freed(
                                YES.as(Certainty.SUSPECTED).breach("x/y#1"),
                                NO.as(Certainty.SUSPECTED).breach("x/y#1"))
                        .get(0)
                        .certainty())
                .isEqualTo(Certainty.SUSPECTED);
        assertThat(freed(
                        YES.presuming("terminate").shall("x/y#1", "criticise"),
                        NO.presuming("terminate").shall("x/y#1", "criticise")))
                .extracting(Conclusion::certainty, Conclusion::open, Conclusion::presumes)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(Certainty.CONDITIONAL, List.of(), List.of("terminate")));
    }

    /** Two clauses give the same measure, one if the question is answered yes, the other if no. */
    @Test
    void a_measure_that_one_clause_or_the_other_gives_is_certain() {
        assertThat(freed(YES.shall("x/y#1", "criticise"), NO.shall("x/y#2", "criticise")))
                .extracting(Conclusion::certainty)
                .containsOnly(Certainty.ESTABLISHED);
    }

    @Test
    void measures_that_differ_for_the_agency_do_not_free_one_another() {
        Measure one = YES.shall("x/y#1", "criticise");
        for (Measure other : List.of(
                NO.shall("x/y#2", "rectify"),
                NO.may("x/y#2", "criticise"),
                NO.shall("x/y#2", "criticise").on("agency"),
                NO.shall("x/y#2", "criticise").months(3),
                NO.under("m").shall("x/y#2", "criticise"),
                NO.as(Certainty.SUSPECTED).shall("x/y#2", "criticise"),
                NO.shall("x/y#2", "criticise").ifChosen("terminate"))) {
            assertThat(freed(one, other)).as("beside %s", other).containsExactly(one, other);
        }
    }

    @Test
    void whom_of_a_kind_a_measure_strikes_matters_only_where_it_strikes_them() {
        Basis yes = YES.department("骨科").people("张");
        Basis no = NO.department("内科").people("李");

        assertThat(freed(yes.shall("x/y#1", "criticise"), no.shall("x/y#2", "criticise")))
                .as("the facility")
                .allMatch(c -> c.certainty() == Certainty.ESTABLISHED);
        for (String whom : List.of("department", "person")) {
            assertThat(freed(
                            yes.shall("x/y#1", "criticise").on(whom),
                            no.shall("x/y#2", "criticise").on(whom)))
                    .as(whom)
                    .allMatch(c -> c.certainty() == Certainty.OPEN);
        }
    }

    /** What rests on nothing open stands apart from what does: they are two lines, and the certain one says it all. */
    @Test
    void a_certain_measure_does_not_make_an_open_one_of_other_facts_certain() {
        Measure certain = Basis.on("f2").shall("x/y#1", "criticise");
        Measure open = YES.shall("x/y#2", "criticise");

        assertThat(freed(certain, open)).containsExactlyInAnyOrder(certain, open);
    }

    @Test
    void the_same_conclusion_once_certain_and_once_open_is_certain() {
        assertThat(freed(YES.breach("x/y#1"), Basis.on("f1").breach("x/y#1")))
                .containsExactly(Basis.on("f1").breach("x/y#1"));
    }

    /** What is recovered on yes is not the money that is recovered on no. */
    @Test
    void money_of_single_sources_is_the_same_only_from_the_same_sources() {
        assertThat(freed(
                        YES.costing(cost("c1", 10)).shall("x/y#1", "recover"),
                        NO.costing(cost("c2", 10)).shall("x/y#2", "recover")))
                .allMatch(c -> c.certainty() == Certainty.OPEN);
        assertThat(freed(
                        YES.costing(cost("c1", 10)).shall("x/y#1", "recover"),
                        NO.costing(cost("c1", 10)).shall("x/y#2", "recover")))
                .allMatch(c -> c.certainty() == Certainty.ESTABLISHED);
        assertThat(freed(
                        YES.costing(cost("c1", 10)).shall("x/y#1", "recover"),
                        NO.costing(cost("c1", 10)).sumUnknown().shall("x/y#2", "recover")))
                .as("a sum that is known and one that is not")
                .allMatch(c -> c.certainty() == Certainty.OPEN);
    }

    /** A share of the deposit, and what moves no money, do not hang on what their facts cost. */
    @Test
    void other_measures_do_not_look_at_the_money_of_their_facts() {
        for (String kind : List.of("criticise", "deduct-deposit")) {
            assertThat(freed(
                            YES.costing(cost("c1", 10)).shall("x/y#1", kind),
                            NO.costing(cost("c2", 10)).sumUnknown().shall("x/y#2", kind)))
                    .as(kind)
                    .allMatch(c -> c.certainty() == Certainty.ESTABLISHED);
        }
    }

    /** A sum is paid once for each ground, so which ground it is matters. */
    @Test
    void a_fixed_sum_of_another_ground_is_another_sum() {
        Basis other = Basis.on("f2").open("q@f1=no");

        assertThat(freed(YES.shall("x/y#1", "pay"), other.shall("x/y#2", "pay")))
                .allMatch(c -> c.certainty() == Certainty.OPEN);
        assertThat(freed(YES.shall("x/y#1", "pay"), NO.shall("x/y#2", "pay")))
                .allMatch(c -> c.certainty() == Certainty.ESTABLISHED);
        assertThat(freed(YES.shall("x/y#1", "criticise"), other.shall("x/y#2", "criticise")))
                .as("a measure that pays nothing")
                .allMatch(c -> c.certainty() == Certainty.ESTABLISHED);
    }

    /** One of two measures must come either way, and both start the same duty: that is certain, of which is not. */
    @Test
    void a_duty_that_either_required_measure_starts_is_certain() {
        Measure suspend = YES.shall("x/y#1", "suspend-service");
        Measure terminate = NO.shall("x/y#2", "terminate");
        Duty first = YES.duty("x/y#3", "written-notice", "suspend-service");
        Duty second = NO.duty("x/y#3", "written-notice", "terminate");

        assertThat(freed(suspend, terminate, first, second))
                .filteredOn(Duty.class::isInstance)
                .extracting(Conclusion::certainty)
                .containsOnly(Certainty.ESTABLISHED);
    }

    @Test
    void a_duty_of_what_the_agency_only_may_take_hangs_on_that() {
        Measure suspend = YES.may("x/y#1", "suspend-service");
        Measure terminate = NO.shall("x/y#2", "terminate");
        Duty first = YES.duty("x/y#3", "written-notice", "suspend-service");
        Duty second = NO.duty("x/y#3", "written-notice", "terminate");

        assertThat(freed(suspend, terminate, first, second))
                .filteredOn(Duty.class::isInstance)
                .extracting(Conclusion::certainty)
                .containsOnly(Certainty.OPEN);
    }

    /** The measure is required under one agreement only; the duty of the other stays with it. */
    @Test
    void a_measure_required_under_another_agreement_starts_no_duty_here() {
        Measure suspend = YES.under("m").shall("x/y#1", "suspend-service");
        Measure terminate = NO.under("r").shall("x/y#2", "terminate");
        Duty first = YES.under("m").duty("x/y#3", "written-notice", "suspend-service");
        Duty second = NO.under("m").duty("x/y#3", "written-notice", "terminate");

        assertThat(freed(suspend, terminate, first, second))
                .filteredOn(Duty.class::isInstance)
                .extracting(Conclusion::certainty)
                .containsOnly(Certainty.OPEN);
    }

    @Test
    void duties_that_differ_in_act_actor_term_or_clause_do_not_free_one_another() {
        Duty one = YES.duty("x/y#3", "written-notice", "");
        for (Duty other : List.of(
                NO.duty("x/y#4", "written-notice", ""),
                NO.duty("x/y#3", "explain", ""),
                NO.duty("x/y#3", "written-notice", "").by("agency"),
                NO.duty("x/y#3", "written-notice", "").due(java.time.LocalDate.of(2025, 7, 1)),
                NO.presuming("terminate").duty("x/y#3", "written-notice", ""),
                NO.as(Certainty.SUSPECTED).duty("x/y#3", "written-notice", ""))) {
            assertThat(freed(one, other)).as("beside %s", other).containsExactly(one, other);
        }
        assertThat(freed(one, NO.duty("x/y#3", "written-notice", "")))
                .containsExactly(Basis.on("f1").duty("x/y#3", "written-notice", ""));
    }

    @Test
    void where_nothing_is_open_all_stays_as_it_is() {
        Conclusion twice = Basis.on("f1").breach("x/y#1");

        assertThat(freed(twice, twice)).hasSize(2);
    }

    /** Either way one of two applications is refused: which, the answer says. Of one application either way is certain. */
    @Test
    void what_answers_one_application_does_not_free_what_answers_another() {
        Basis one = Basis.on("q1").open("x@h1=yes");
        Basis other = Basis.on("q2").open("x@h1=no");
        assertThat(Moot.freed(
                        List.of(one.shall("x/y#1", "not-accept"), other.shall("x/y#1", "not-accept")),
                        KINDS,
                        Set.of("q1", "q2")))
                .allMatch(c -> c.certainty() == Certainty.OPEN);
        assertThat(Moot.freed(
                        List.of(
                                one.shall("x/y#1", "not-accept"),
                                Basis.on("q1").open("x@h1=no").shall("x/y#1", "not-accept")),
                        KINDS,
                        Set.of("q1", "q2")))
                .allMatch(c -> c.certainty() == Certainty.ESTABLISHED);
    }

    /** For rules on measures a clause's measure is certain whatever it would come to; another clause's is another. */
    @Test
    void the_measures_rules_see_are_freed_clause_by_clause_whatever_their_sums() {
        assertThat(Moot.freed(List.of(
                        YES.costing(cost("c1", 10)).shall("x/y#1", "recover"),
                        NO.costing(cost("c2", 20)).shall("x/y#1", "recover"))))
                .allMatch(m -> m.certainty() == Certainty.ESTABLISHED);
        assertThat(Moot.freed(List.of(YES.shall("x/y#1", "recover"), NO.shall("x/y#2", "recover"))))
                .allMatch(m -> m.certainty() == Certainty.OPEN);
        assertThat(Moot.freed(List.of(YES.shall("x/y#1", "recover"), NO.shall("x/y#1", "recover"))))
                .containsExactly(Basis.on("f1").shall("x/y#1", "recover"));
    }

    @Test
    void a_certain_measure_rules_see_stays_apart_from_the_open_one() {
        Measure certain = Basis.on("f2").shall("x/y#1", "recover");
        Measure open = YES.shall("x/y#1", "recover");

        assertThat(Moot.freed(List.of(open, certain))).containsExactlyInAnyOrder(open, certain);
    }

    /** The measure must come if the question is answered yes, and only may come if no: then the agency's choice decides. */
    @Test
    void a_duty_of_one_measure_that_must_come_or_only_may_is_not_certain() {
        assertThat(freed(
                        YES.shall("x/y#1", "suspend-service"),
                        NO.may("x/y#2", "suspend-service"),
                        YES.duty("x/y#3", "written-notice", "suspend-service"),
                        NO.duty("x/y#3", "written-notice", "suspend-service")))
                .filteredOn(Duty.class::isInstance)
                .extracting(Conclusion::certainty)
                .containsOnly(Certainty.OPEN);
    }

    /** Of another question it does not matter which of two duties follows, once the measures behind both are certain. */
    @Test
    void what_was_freed_itself_is_then_required_for_its_duties() {
        Basis here = Basis.on("f1").open("r@f1=yes");
        Basis there = Basis.on("f1").open("r@f1=no");

        assertThat(freed(
                        YES.shall("x/y#1", "suspend-service"),
                        NO.shall("x/y#1", "suspend-service"),
                        Basis.on("f1").shall("x/y#2", "terminate"),
                        here.duty("x/y#3", "written-notice", "suspend-service"),
                        there.duty("x/y#3", "written-notice", "terminate")))
                .filteredOn(Duty.class::isInstance)
                .extracting(Conclusion::certainty)
                .containsOnly(Certainty.ESTABLISHED);
    }

    @Test
    void a_measure_no_vocabulary_knows_moves_no_money() {
        assertThat(freed(
                        YES.costing(cost("c1", 10)).shall("x/y#1", "unheard-of"),
                        NO.costing(cost("c2", 20)).shall("x/y#2", "unheard-of")))
                .allMatch(c -> c.certainty() == Certainty.ESTABLISHED);
    }

    /** The agency may take either: each duty is that of its own measure. */
    @Test
    void duties_of_two_measures_that_only_may_come_are_two() {
        assertThat(freed(
                        YES.may("x/y#1", "suspend-service"),
                        NO.may("x/y#2", "terminate"),
                        YES.duty("x/y#3", "written-notice", "suspend-service"),
                        NO.duty("x/y#3", "written-notice", "terminate")))
                .filteredOn(Duty.class::isInstance)
                .extracting(Conclusion::certainty)
                .containsOnly(Certainty.OPEN);
    }
}
