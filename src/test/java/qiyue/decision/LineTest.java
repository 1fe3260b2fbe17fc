package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import qiyue.fact.CaseFile;
import qiyue.fact.Certainty;
import qiyue.fact.Measure;

/** Which measures are one line, and in what order lines stand. */
class LineTest {
    private static final CaseFile FILE = Document.of("""
            "agreements": [{"id": "m", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"},
                           {"id": "r", "kind": "rehabilitation", "from": "2025-01-01", "to": "2025-12-31"}]
            """).file();
    private static final Basis FACT = Basis.on("f1").under("m");

    private static List<Line> lines(Measure... measures) {
        return Line.of(new Conclusions(List.of(measures)), FILE);
    }

    @Test
    void measures_of_different_clauses_and_facts_are_one_line() {
        List<Line> lines = lines(
                FACT.shall("x/y#1", "criticise"), Basis.on("f2").under("m").shall("x/y#2", "criticise"));

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).same()).hasSize(2);
        assertThat(lines.get(0).first().clause()).isEqualTo("1");
        assertThat(lines.get(0).kind()).isEqualTo("criticise");
        assertThat(lines.get(0).key()).isEqualTo(new Key("m", "facility", ""));
    }

    @Test
    void whatever_they_differ_in_for_the_agency_keeps_them_apart() {
        Measure one = FACT.shall("x/y#1", "suspend-service");
        for (Measure other : List.of(
                FACT.shall("x/y#1", "criticise"),
                FACT.may("x/y#1", "suspend-service"),
                one.on("agency"),
                Basis.on("f1").under("r").shall("x/y#1", "suspend-service"),
                one.months(3),
                one.from(LocalDate.of(2025, 7, 1)),
                one.until(LocalDate.of(2025, 7, 1)),
                one.percent(10),
                one.times(2),
                FACT.open("q@f1=yes").shall("x/y#1", "suspend-service"),
                one.ifChosen("terminate"))) {
            assertThat(lines(one, other)).as("beside %s", other).hasSize(2);
        }
    }

    @Test
    void fixed_sums_are_added_up_in_one_line() {
        assertThat(lines(
                        FACT.shall("x/y#1", "pay").amount(BigDecimal.TEN),
                        FACT.shall("x/y#1", "pay").amount(BigDecimal.ONE)))
                .hasSize(1);
    }

    @Test
    void what_a_line_says_of_itself() {
        Line must = lines(FACT.shall("x/y#1", "refuse")).get(0);
        Line may = lines(FACT.as(Certainty.SUSPECTED).may("x/y#1", "refuse")).get(0);
        Line mixed = lines(FACT.shall("x/y#1", "refuse"), FACT.sumUnknown().shall("x/y#2", "refuse"))
                .get(0);

        assertThat(must.optional()).isFalse();
        assertThat(may.optional()).isTrue();
        assertThat(must.moneyKnown()).isTrue();
        assertThat(mixed.moneyKnown()).as("one of them unknown").isFalse();
    }

    @Test
    void lines_stand_by_kind_then_modality_then_key_whatever_came_first() {
        Measure[] measures = {
            FACT.shall("x/y#1", "criticise"),
            FACT.shall("x/y#1", "criticise").on("person"),
            Basis.on("f1").under("r").shall("x/y#1", "criticise"),
            FACT.may("x/y#1", "criticise"),
            FACT.shall("x/y#1", "terminate").months(1),
            FACT.shall("x/y#1", "terminate").months(2),
            FACT.open("q@f1=yes").shall("x/y#1", "terminate").months(2),
            FACT.open("q@f1=yes").shall("x/y#1", "terminate").months(2).ifChosen("rectify"),
        };
        List<Line> ordered = lines(measures);
        List<Measure> turned = Stream.iterate(measures.length - 1, i -> i >= 0, i -> i - 1)
                .map(i -> measures[i])
                .toList();

        assertThat(ordered).hasSize(8).isEqualTo(lines(turned.toArray(Measure[]::new)));
        assertThat(ordered).extracting(Line::kind).containsSubsequence("criticise", "terminate");
        assertThat(ordered.subList(0, 4))
                .extracting(l ->
                        l.optional() + " " + l.key().agreement() + " " + l.key().subject())
                .containsExactly("true m facility", "false m facility", "false m person", "false r facility");
        assertThat(ordered.subList(4, 8))
                .extracting(
                        l -> l.likeness().terms().least() + " " + l.likeness().presumes())
                .containsExactly("1 []", "2 []", "2 []", "2 [rectify]");
    }
}
