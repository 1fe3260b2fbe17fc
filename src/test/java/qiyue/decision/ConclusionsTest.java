package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import qiyue.fact.Breach;
import qiyue.fact.Conclusion;
import qiyue.fact.Duty;

/** Conclusions in one order, whatever order they came in. */
class ConclusionsTest {
    @Test
    void those_of_a_kind_in_their_order() {
        Breach breach = Basis.on("f1").breach("x/y#1");
        Duty duty = Basis.on("f1").duty("x/y#2", "explain", "");
        Conclusions all = new Conclusions(List.of(duty, breach));

        assertThat(all.breaches()).containsExactly(breach);
        assertThat(all.duties()).containsExactly(duty);
        assertThat(all.measures()).isEmpty();
        assertThat(all.all()).containsExactly(duty, breach);
    }

    @Test
    void clauses_once_each_in_the_order_of_the_text() {
        List<Breach> same = List.of(
                Basis.on("f1").breach("x/y#10"),
                Basis.on("f2").breach("x/y#9"),
                Basis.on("f3").breach("x/y#10"));

        assertThat(Conclusions.clauses(same)).containsExactly("x/y#9", "x/y#10");
    }

    @Test
    void a_part_of_all_together_sorted_once_each() {
        assertThat(Conclusions.union(
                        List.of(
                                Basis.on("f2", "f1").breach("x/y#1"),
                                Basis.on("f2", "f3").breach("x/y#1")),
                        Conclusion::roots))
                .containsExactly("f1", "f2", "f3");
        assertThat(Conclusions.union(List.of(Basis.on("f2", "f1").breach("x/y#1")), Conclusion::roots))
                .as("of a single one too")
                .containsExactly("f1", "f2");
        assertThat(Conclusions.union(List.of(Basis.on("f2").breach("x/y#1")), Conclusion::roots))
                .containsExactly("f2");
    }

    /** What ids have in common is compared once for all of its like: which must be the order of whole ids. */
    @Test
    void by_whole_ids_where_clauses_kinds_and_facts_begin_alike() {
        List<Conclusion> all = new ArrayList<>();
        for (String clause : List.of("x/y#1", "x/y#1.a", "x/y#10", "x/y#1#a", "x/y1#1")) {
            for (String fact : List.of("f1", "f10", "f1@2025-01-01", "a:b@f1", "@")) {
                all.add(Basis.on(fact).breach(clause));
                all.add(Basis.on("g", fact).breach(clause));
                all.add(Basis.on(fact).duty(clause, "explain", ""));
                all.add(Basis.on(fact).duty(clause, "explain", "recover"));
            }
        }
        Collections.shuffle(all, new Random(1));

        assertThat(Conclusions.byId(all))
                .extracting(Conclusion::id)
                .containsExactlyElementsOf(
                        all.stream().map(Conclusion::id).sorted().toList());
        assertThat(Conclusions.first(all)).isEqualTo(Conclusions.byIdAndAll(all).get(0));
    }

    @Test
    void by_id_and_of_one_id_as_they_came_or_by_what_else_they_are() {
        Breach second = Basis.on("f2").breach("x/y#1");
        Breach under = Basis.on("f1").under("m").breach("x/y#1");
        Breach none = Basis.on("f1").breach("x/y#1");

        assertThat(Conclusions.byId(List.of(second, under, none))).containsExactly(under, none, second);
        assertThat(Conclusions.byIdAndAll(List.of(second, under, none)))
                .containsExactly(none, under, second)
                .isEqualTo(Conclusions.byIdAndAll(List.of(none, second, under)));
    }
}
