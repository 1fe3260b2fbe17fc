package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.fact.CaseFile;
import qiyue.fact.Choice;
import qiyue.fact.Measure;
import qiyue.fact.Terms;

/** A share, a multiple or a sum that the agency decided, held against what the clause gives. */
class FiguresTest {
    private static final CaseFile FILE = Document.of("""
            "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}]
            """).file();

    private static Choice choice(String figures) {
        return Document.of("""
                "agreements": [], "choices": [{"measure": "deduct-deposit", "choice": "taken"%s}]
                """.formatted(figures.isEmpty() ? "" : ", " + figures))
                .file()
                .choices()
                .get(0);
    }

    private static Choice percent(int percent) {
        return choice("\"percent\": " + percent);
    }

    private static Choice amount(String yuan) {
        return choice("\"amount\": " + yuan);
    }

    private static Measure measure(String fact) {
        return Basis.on(fact).shall("x/y#1", "deduct-deposit");
    }

    private static Line line(Measure... same) {
        return new Line(Line.Likeness.of(same[0], FILE), List.of(same));
    }

    private static BigDecimal yuan(int yuan) {
        return BigDecimal.valueOf(yuan);
    }

    @ParameterizedTest
    @CsvSource({"9, lower", "10, ''", "30, ''", "31, higher"})
    void both_ends_of_a_range_are_inside(int decided, String outside) {
        assertThat(Figures.outside(percent(decided), line(measure("f1").percent(10, 30)), "deposit"))
                .isEqualTo(outside);
        assertThat(Figures.outside(
                        choice("\"times\": " + decided), line(measure("f1").times(10, 30)), "multiple"))
                .isEqualTo(outside);
    }

    /** A figure that is no range allows itself; where the clause gives none, there is nothing to decide. */
    @Test
    void a_fixed_figure_allows_itself_alone_and_none_allows_nothing() {
        assertThat(Figures.outside(percent(50), line(measure("f1").percent(50)), "deposit"))
                .isEmpty();
        assertThat(Figures.outside(percent(40), line(measure("f1").percent(50)), "deposit"))
                .isEqualTo("lower");
        assertThat(Figures.outside(percent(50), line(measure("f1")), "deposit")).isEqualTo("no-such-range");
        assertThat(Figures.outside(choice("\"times\": 2"), line(measure("f1").percent(50)), "deposit"))
                .isEqualTo("no-such-range");
        assertThat(Figures.outside(choice(""), line(measure("f1").percent(50)), "deposit"))
                .isEmpty();
        assertThat(Figures.outside(choice(""), line(measure("f1").amount(yuan(5))), "retain"))
                .isEmpty();
    }

    @Test
    void what_departs_of_several_figures_is_told_of_the_share_first_then_of_the_multiple() {
        Line line = line(measure("f1").percent(10, 30).times(1, 3));

        assertThat(Figures.outside(choice("\"percent\": 5, \"times\": 9"), line, "owe"))
                .isEqualTo("lower");
        assertThat(Figures.outside(choice("\"percent\": 20, \"times\": 9"), line, "owe"))
                .isEqualTo("higher");
        assertThat(Figures.outside(choice("\"percent\": 20, \"times\": 2, \"amount\": 7"), line, "owe"))
                .isEqualTo("no-such-range");
    }

    /** A sum is decided for all grounds of a line together, and held against their ranges added up. */
    @ParameterizedTest
    @CsvSource({"9999.99, lower", "10000, ''", "40000, ''", "40000.01, higher"})
    void a_sum_is_held_against_the_ranges_of_all_grounds(String decided, String outside) {
        Line line = line(
                measure("f1").amount(yuan(5000), yuan(20000)), measure("f2").amount(yuan(5000), yuan(20000)));

        assertThat(Figures.outside(amount(decided), line, "retain")).isEqualTo(outside);
    }

    @Test
    void a_sum_is_decided_only_where_every_ground_gives_one_that_is_known() {
        Measure known = measure("f1").amount(yuan(100));

        assertThat(Figures.outside(amount("100"), line(known), "retain")).isEmpty();
        assertThat(Figures.outside(amount("101"), line(known), "retain")).isEqualTo("higher");
        assertThat(Figures.outside(amount("100"), line(known, measure("f2")), "retain"))
                .isEqualTo("no-such-range");
        assertThat(Figures.outside(amount("100"), line(known, measure("f2").amount(BigDecimal.valueOf(-1))), "retain"))
                .isEqualTo("no-such-range");
        assertThat(Figures.outside(amount("100"), line(measure("f1")), "retain"))
                .isEqualTo("no-such-range");
    }

    /** Of a deposit the clause may leave open how much of it is deducted; where it says a share or a sum, it does not. */
    @Test
    void how_much_of_a_deposit_goes_is_left_to_the_agency_where_the_clause_says_neither_share_nor_sum() {
        assertThat(Figures.outside(amount("100"), line(measure("f1")), "deposit"))
                .isEmpty();
        assertThat(Figures.outside(percent(20), line(measure("f1").percent(0, 50)), "deposit"))
                .isEmpty();
        assertThat(Figures.outside(amount("100"), line(measure("f1").percent(0, 50)), "deposit"))
                .isEqualTo("no-such-range");
        assertThat(Figures.outside(amount("100"), line(measure("f1").amount(yuan(50))), "deposit"))
                .isEqualTo("higher");
    }

    @Test
    void what_fits_stands_in_the_place_of_the_range_and_what_does_not_leaves_it() {
        Line line = line(measure("f1").percent(10, 30), measure("f2").percent(10, 30));

        assertThat(Figures.decided(percent(31), line, "deposit")).isSameAs(line);
        Line decided = Figures.decided(percent(20), line, "deposit");
        assertThat(decided.likeness().terms().percents()).isEqualTo("20");
        assertThat(decided.same()).extracting(m -> m.terms().percents()).containsExactly("20", "20");
        assertThat(decided.same()).extracting(m -> m.terms().fixed()).containsOnly(false);
    }

    @Test
    void a_sum_stands_with_the_first_ground_and_the_others_add_nothing() {
        Line line =
                line(measure("f1").amount(yuan(50), yuan(200)), measure("f2").amount(yuan(50), yuan(200)));
        Line decided = Figures.decided(amount("300"), line, "retain");

        assertThat(decided.same())
                .extracting(m -> m.terms().amount())
                .containsExactly(new BigDecimal("300.00"), new BigDecimal("0.00"));
        assertThat(decided.same()).extracting(m -> m.terms().ranged()).containsOnly(false);
        assertThat(decided.likeness().terms()).isEqualTo(Terms.NONE);
        assertThat(LineSums.fixed(decided.same()).amount()).isEqualByComparingTo("300");
    }
}
