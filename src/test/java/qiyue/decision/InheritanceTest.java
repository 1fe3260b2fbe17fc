package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.fact.Breach;
import qiyue.fact.Certainty;
import qiyue.fact.Conclusion;
import qiyue.fact.Money;
import qiyue.fact.Portion;

/** A fact stated as a finding and as a record: the record's own word on a clause takes the place of the whole. */
class InheritanceTest {
    private static final String X = "x/y#1";
    private static final String Z = "x/y#2";

    /** The part of the charge that the clause concerns, as the record itself meets it. */
    private static final Portion PART = Portion.of("c1", yuan(40));

    /** The whole charge, as the finding has it that names it. */
    private static final Portion WHOLE = new Portion("c1", yuan(100), List.of(), false, true);

    private static Money yuan(int yuan) {
        return Money.unsettled(BigDecimal.valueOf(yuan));
    }

    private static Inheritance of(Conclusion... all) {
        return new Inheritance(new Conclusions(List.of(all)));
    }

    @Test
    void the_whole_gives_way_where_the_record_meets_the_same_clause() {
        Breach finding = Basis.on("f1").costing(WHOLE).breach(X);
        Breach record = Basis.on("c1").costing(PART).breach(X);

        assertThat(of(finding, record).portions(List.of(finding, record))).containsExactly(PART);
        assertThat(of(finding, record).portions(List.of(finding))).isEmpty();
    }

    @Test
    void the_whole_stays_where_the_record_does_not_meet_the_clause() {
        Breach finding = Basis.on("f1").costing(WHOLE).breach(X);
        Breach other = Basis.on("c1").costing(PART).breach(Z);

        assertThat(of(finding).portions(List.of(finding))).containsExactly(WHOLE);
        assertThat(of(finding, other).portions(List.of(finding))).containsExactly(WHOLE);
    }

    @Test
    void another_record_that_meets_the_clause_says_nothing_of_this_one() {
        Breach finding = Basis.on("f1").costing(WHOLE).breach(X);
        Breach other = Basis.on("c2").costing(Portion.of("c2", yuan(40))).breach(X);

        assertThat(of(finding, other).portions(List.of(finding))).containsExactly(WHOLE);
    }

    /** The record waits for an answer that the finding has: what the clause concerns of it is the finding's meanwhile. */
    @Test
    void a_record_that_meets_the_clause_less_surely_leaves_its_part_to_the_finding() {
        Breach finding = Basis.on("f1").costing(WHOLE).breach(X);
        Breach open = Basis.on("c1").costing(PART).as(Certainty.OPEN).breach(X);
        Breach suspected = Basis.on("f1").costing(WHOLE).as(Certainty.SUSPECTED).breach(X);

        assertThat(of(finding, open).portions(List.of(finding))).containsExactly(PART);
        assertThat(of(suspected, open).portions(List.of(suspected))).isEmpty();
    }

    @Test
    void of_several_records_that_meet_the_clause_less_surely_the_part_of_this_one_counts() {
        Breach finding = Basis.on("f1").costing(WHOLE).breach(X);
        Breach open = Basis.on("c1", "d1")
                .costing(PART, Portion.of("d1", yuan(5)))
                .as(Certainty.OPEN)
                .breach(X);

        assertThat(of(finding, open).portions(List.of(finding))).containsExactly(PART);
    }

    /** A measure may rest on several clauses; the whole is its money as long as one of them has nothing but the whole. */
    @Test
    void a_measure_keeps_the_whole_for_a_clause_that_has_nothing_else() {
        Breach first = Basis.on("f1").costing(WHOLE).breach(X);
        Breach second = Basis.on("f1").costing(WHOLE).breach(Z);
        Breach record = Basis.on("c1").costing(PART).breach(X);
        Conclusion both = Basis.on("f1").behind(X, Z).costing(WHOLE).shall("x/y#9", "refuse");
        Conclusion one = Basis.on("f1").behind(X).costing(WHOLE).shall("x/y#9", "refuse");

        assertThat(of(first, second, record).portions(List.of(both))).containsExactly(WHOLE);
        assertThat(of(first, second, record).portions(List.of(one))).isEmpty();
    }

    @Test
    void a_clause_of_the_measure_that_never_had_the_whole_does_not_keep_it() {
        Breach finding = Basis.on("f1").costing(WHOLE).breach(X);
        Breach record = Basis.on("c1").costing(PART).breach(X);
        Breach bare = Basis.on("f1").breach(Z);
        Conclusion measure = Basis.on("f1").behind(X, Z).costing(WHOLE).shall("x/y#9", "refuse");

        assertThat(of(finding, record, bare).portions(List.of(measure))).isEmpty();
    }

    /** What a finding of a clause has behind it does not matter to the clause itself. */
    @Test
    void a_breach_is_asked_for_its_own_clause_only() {
        Breach finding = Basis.on("f1").behind(Z).costing(WHOLE).breach(X);
        Breach second = Basis.on("f1").costing(WHOLE).breach(Z);
        Breach record = Basis.on("c1").costing(PART).breach(X);

        assertThat(of(finding, second, record).portions(List.of(finding))).isEmpty();
    }

    @Test
    void each_sum_is_named_once_in_one_order() {
        Portion late = Portion.of("d1", yuan(5));
        Breach one = Basis.on("f1").costing(late, PART).breach(X);
        Breach other = Basis.on("f2").costing(PART).breach(Z);

        assertThat(of(one, other).portions(List.of(other, one))).containsExactly(PART, late);
    }
}
