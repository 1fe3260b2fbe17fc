package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.CaseFile;
import qiyue.fact.Certainty;
import qiyue.fact.Measure;

/** A decision takes a share of a deposit once: a second line of it takes nothing where the first comes as surely and as freely. */
class SameShareTest {
    private static final CaseFile FILE = Document.of("""
            "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                           {"id": "a2", "kind": "rehabilitation", "from": "2025-01-01", "to": "2025-12-31"}]
            """).file();

    private static Measure shall(Basis basis) {
        return basis.under("a1").shall("x/y#1", "deduct-deposit").percent(50);
    }

    private static Measure may(Basis basis) {
        return basis.under("a1").may("x/y#1", "deduct-deposit").percent(50);
    }

    private static Sums.Drawn drawn(Measure measure, String absorbed, String ended) {
        MeasureLine shown =
                Shown.with(Shown.with(Shown.line(measure.kind()), "absorbedBy", absorbed), "endedBy", ended);
        return new Sums.Drawn(new Line(Line.Likeness.of(measure, FILE), List.of(measure)), shown);
    }

    private static boolean covers(Measure earlier, Measure share) {
        return SameShare.covers(drawn(earlier, "", ""), drawn(share, "", ""));
    }

    private static Basis on() {
        return Basis.on("f1");
    }

    @Test
    void the_same_share_of_the_same_deposit_is_taken_already() {
        assertThat(covers(shall(on()), shall(Basis.on("f2")))).isTrue();
        assertThat(covers(
                        shall(on()),
                        on().under("a1").shall("x/y#1", "deduct-deposit").percent(60)))
                .isFalse();
        assertThat(covers(
                        shall(on()),
                        on().under("a2").shall("x/y#1", "deduct-deposit").percent(50)))
                .isFalse();
        assertThat(covers(
                        shall(on()),
                        on().under("a1").shall("x/y#1", "return-deposit").percent(50)))
                .isFalse();
    }

    /** A share of nothing up to something is a share as well. */
    @Test
    void a_share_that_may_be_nothing_is_taken_once_too() {
        Measure range = on().under("a1").may("x/y#1", "deduct-deposit").percent(0, 50);

        assertThat(covers(range, range)).isTrue();
        assertThat(covers(range, on().under("a1").may("x/y#1", "deduct-deposit").percent(0, 60)))
                .isFalse();
    }

    /** What names no share is a deduction of its own. */
    @Test
    void what_names_no_share_is_not_the_same_one() {
        Measure open = on().under("a1").shall("x/y#1", "deduct-deposit");

        assertThat(covers(open, open)).isFalse();
    }

    @Test
    void only_what_comes_as_surely_takes_it_for_another() {
        Measure open = shall(on().open("serious@f1"));
        Measure suspected = shall(on().as(Certainty.SUSPECTED));

        assertThat(covers(shall(on()), open)).isTrue();
        assertThat(covers(open, shall(on()))).isFalse();
        assertThat(covers(open, open)).isTrue();
        assertThat(covers(open, suspected)).isTrue();
        assertThat(covers(suspected, open)).isFalse();
    }

    @Test
    void only_what_hangs_on_no_further_choice_takes_it_for_another() {
        Measure withEnd = shall(on().presuming("terminate"));
        Measure withBoth = shall(on().presuming("publish", "terminate"));

        assertThat(covers(withEnd, withBoth)).isTrue();
        assertThat(covers(withBoth, withEnd)).isFalse();
    }

    @Test
    void what_may_be_taken_takes_it_for_what_may_be_taken_alone() {
        assertThat(covers(shall(on()), may(on()))).isTrue();
        assertThat(covers(may(on()), may(on()))).isTrue();
        assertThat(covers(may(on()), shall(on()))).isFalse();
    }

    /** What is absorbed, or has no agreement left, takes nothing but for what shares its fate. */
    @Test
    void what_is_out_takes_it_only_for_what_is_out_as_well() {
        Measure share = shall(on());

        assertThat(SameShare.covers(drawn(share, "terminate", ""), drawn(share, "", "")))
                .isFalse();
        assertThat(SameShare.covers(drawn(share, "terminate", ""), drawn(share, "terminate", "")))
                .isTrue();
        assertThat(SameShare.covers(drawn(share, "", ""), drawn(share, "terminate", "")))
                .isTrue();
        assertThat(SameShare.covers(drawn(share, "", "m1"), drawn(share, "", "")))
                .isFalse();
        assertThat(SameShare.covers(drawn(share, "", "m1"), drawn(share, "", "m1")))
                .isTrue();
        assertThat(SameShare.covers(drawn(share, "", ""), drawn(share, "", "m1")))
                .isTrue();
    }
}
