package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision.Note;
import qiyue.fact.Conclusion;
import qiyue.fact.Money;
import qiyue.fact.Portion;

/** A sum beyond what its lines hold is said, place by place; what differs by the cent of a division is not. */
class ShortfallTest {
    private static final Takings STAY = new Takings(
            Map.of(
                    "c1", Money.of(new BigDecimal("100"), new BigDecimal("60"), BigDecimal.ZERO),
                    "c2", Money.of(new BigDecimal("50"), BigDecimal.ZERO, new BigDecimal("50"))),
            Map.of());

    private static final Map<String, MeasureKind> KINDS = Map.of(
            "recover", new MeasureKind("take", "", List.of()),
            "interview", new MeasureKind("", "", List.of()),
            "compensate", new MeasureKind(MeasureKind.OWE, "", List.of()));

    private static List<Note> notes(Portion... portions) {
        return notes("recover", portions);
    }

    private static List<Note> notes(String measure, Portion... portions) {
        return Shortfall.notes(
                new Conclusions(List.<Conclusion>of(
                        Basis.on("f1").costing(portions).breach("x/y#1"),
                        Basis.on("f1").costing(portions).shall("x/y#2", measure))),
                KINDS,
                STAY);
    }

    /** Where nothing is taken of a sum nothing is cut. */
    @Test
    void a_sum_that_no_measure_takes_is_not_spoken_of() {
        assertThat(notes("interview", among("f1", "150", "100", "50"))).isEmpty();
        assertThat(notes("compensate", among("f1", "150", "100", "50"))).isEmpty();
    }

    private static Portion among(String source, String amount, String paid, String retained) {
        return Portion.lump(
                source,
                Money.of(new BigDecimal(amount), new BigDecimal(paid), new BigDecimal(retained)),
                List.of("c1", "c2"));
    }

    @Test
    void what_the_lines_hold_is_not_spoken_of() {
        assertThat(notes(among("f1", "150", "60", "50"))).isEmpty();
        assertThat(notes(among("f1", "10", "10", "0"))).isEmpty();
    }

    @Test
    void each_sum_that_is_cut_is_named_once_with_what_can_be_taken() {
        assertThat(notes(among("f1", "150", "100", "50")))
                .extracting(Note::kind, Note::about, Note::details)
                .containsExactly(tuple("sum-cut", "f1", Map.of("stated", "150.00", "taken", "110.00")));
        assertThat(notes(among("f1", "150", "60", "50"), among("f2", "70", "70", "0")))
                .extracting(Note::about)
                .containsExactly("f2");
    }

    @Test
    void a_cent_of_a_division_is_no_shortfall_and_two_are() {
        assertThat(notes(among("f1", "60.01", "60.01", "0"))).isEmpty();
        assertThat(notes(among("f1", "60.02", "60.02", "0"))).hasSize(1);
    }

    @Test
    void two_sums_of_one_source_are_two_notes() {
        assertThat(notes(among("f1", "70", "70", "0"), among("f1", "80", "80", "0")))
                .hasSize(2);
    }

    @Test
    void an_excess_over_a_cap_and_an_unknown_sum_are_not_measured() {
        assertThat(notes(Portion.excess("f1", Money.unsettled(new BigDecimal("999")), List.of("c1"))))
                .isEmpty();
        assertThat(notes(Portion.lump("f1", Money.UNKNOWN, List.of("c1")))).isEmpty();
    }
}
