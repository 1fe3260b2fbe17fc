package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import qiyue.fact.Breach;
import qiyue.fact.Conclusion;

/** Conclusions that share a fact, directly or through others, stand together. */
class TouchingTest {
    private static List<List<String>> groups(Breach... breaches) {
        return Touching.groups(List.of(breaches)).stream()
                .map(g -> g.stream()
                        .map(Conclusion::id)
                        .map(id -> id.substring(id.indexOf('@') + 1))
                        .toList())
                .toList();
    }

    private static Breach on(String... roots) {
        return Basis.on(roots).breach("x/y#1");
    }

    @Test
    void those_that_share_none_stand_apart() {
        assertThat(groups(on("b"), on("a"))).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void a_chain_is_one_group_whatever_order_it_comes_in() {
        List<List<String>> one = List.of(List.of("a+b", "b+c", "c+d"), List.of("e"));

        assertThat(groups(on("c", "d"), on("a", "b"), on("b", "c"), on("e"))).isEqualTo(one);
        assertThat(groups(on("b", "c"), on("e"), on("c", "d"), on("a", "b"))).isEqualTo(one);
        assertThat(groups(on("a", "d"), on("b", "c"), on("c", "d"))).hasSize(1);
    }

    @Test
    void what_rests_on_no_fact_stands_alone() {
        Breach one = Basis.on().breach("x/y#1");
        Breach other = Basis.on().breach("x/y#2");

        assertThat(Touching.groups(List.of(one, other))).hasSize(2);
    }

    @Test
    void a_chain_of_thousands_is_followed() {
        Breach[] chain = IntStream.range(0, 5_000)
                .map(i -> 5_000 - i)
                .mapToObj(i -> on("f%05d".formatted(i), "f%05d".formatted(i + 1)))
                .toArray(Breach[]::new);

        assertThat(groups(chain)).hasSize(1);
    }
}
