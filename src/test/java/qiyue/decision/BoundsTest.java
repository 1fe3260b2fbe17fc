package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import qiyue.decision.Decision.Note;
import qiyue.fact.Conclusion;
import qiyue.fact.Money;
import qiyue.fact.Portion;

/** A sum that is a bound, because not all was tried, is said to be one; every other is not. */
class BoundsTest {
    /** So many stays of two lines with an excess each; a sample lies among their first lines, or with none. */
    private static List<Note> stays(int many, boolean sampled) {
        Map<String, Money> sources = new HashMap<>();
        List<Portion> claims = new ArrayList<>();
        List<String> firsts = new ArrayList<>();
        for (int s = 10; s < 10 + many; s++) {
            List<String> lines = List.of("s" + s + "a", "s" + s + "b");
            lines.forEach(l -> sources.put(l, yuan(100)));
            firsts.add(lines.get(0));
            claims.add(Portion.excess("s" + s + ":drugs", yuan(50), lines));
        }
        if (sampled) {
            claims.add(Portion.lump("sample", yuan(400), firsts));
        }
        List<Conclusion> conclusions = new ArrayList<>();
        claims.forEach(c -> conclusions.add(Basis.on("f1").costing(c).shall("x/y#1", "refuse")));
        conclusions.add(Basis.on("f1").costing(claims.toArray(new Portion[0])).breach("x/y#2"));
        return Bounds.notes(new Conclusions(conclusions), new Takings(sources, Map.of()), 0);
    }

    private static Money yuan(int sum) {
        return Money.unsettled(BigDecimal.valueOf(sum));
    }

    @Test
    void more_excesses_that_cross_than_are_chosen_among_are_named() {
        String all = IntStream.range(10, 21).mapToObj(s -> "s" + s + ":drugs").collect(Collectors.joining(", "));

        assertThat(stays(11, true))
                .extracting(Note::kind, Note::about, Note::details)
                .containsExactly(tuple("sum-bounded", "case", Map.of("facts", all)));
    }

    @Test
    void what_is_chosen_exactly_is_not_spoken_of() {
        assertThat(stays(10, true)).isEmpty();
        assertThat(stays(11, false)).isEmpty();
    }

    /** What is taken for a breach takes nothing. */
    @Test
    void the_excesses_of_breaches_alone_are_not_counted() {
        Map<String, Money> sources = new HashMap<>();
        List<Portion> claims = new ArrayList<>();
        List<String> firsts = new ArrayList<>();
        for (int s = 10; s < 21; s++) {
            List<String> lines = List.of("s" + s + "a", "s" + s + "b");
            lines.forEach(l -> sources.put(l, yuan(100)));
            firsts.add(lines.get(0));
            claims.add(Portion.excess("s" + s + ":drugs", yuan(50), lines));
        }
        claims.add(Portion.lump("sample", yuan(400), firsts));
        Conclusion breach =
                Basis.on("f1").costing(claims.toArray(new Portion[0])).breach("x/y#2");

        assertThat(Bounds.notes(new Conclusions(List.of(breach)), new Takings(sources, Map.of()), 0))
                .isEmpty();
    }

    /** So many questions, each answered both ways by a share of the deposit. */
    private static List<Note> questions(int many) {
        List<Conclusion> conclusions = new ArrayList<>();
        for (int q = 0; q < many; q++) {
            String clause = "beijing/rules-2025#18.p1." + (char) ('a' + q);
            conclusions.add(Basis.on("f1")
                    .open("q" + q + "@f1=yes")
                    .shall(clause, "deduct-deposit")
                    .percent(10 + q));
            conclusions.add(Basis.on("f1")
                    .open("q" + q + "@f1=no")
                    .shall(clause, "deduct-deposit")
                    .percent(30 + q));
        }
        return Document.of("""
                        "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                        "parameters": [{"key": "deposit-balance", "amount": 1000.00}]
                        """).assembly(conclusions.toArray(new Conclusion[0])).moneyNotes();
    }

    @Test
    void a_ceiling_for_which_not_all_answers_were_tried_says_so() {
        assertThat(questions(Ceiling.TRIED)).isEmpty();
        assertThat(questions(Ceiling.TRIED + 1))
                .extracting(Note::kind, Note::about, Note::details)
                .containsExactly(tuple("ceiling-added", "case", Map.of("questions", "9")));
    }
}
