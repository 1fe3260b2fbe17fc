package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One map that goes on from another. */
class LayerTest {
    @Test
    void what_is_written_after_parting_is_seen_on_one_side_only() {
        Layer<String, Integer> one = new Layer<>();
        one.put("before", 1);
        one.put("both", 1);
        Layer<String, Integer> other = one.after();
        one.put("both", 2);
        other.put("both", 3);
        other.put("own", 4);

        assertThat(one.get("both", 0)).isEqualTo(2);
        assertThat(other.get("both", 0)).isEqualTo(3);
        assertThat(other.get("before", 0)).isEqualTo(1);
        assertThat(one.get("own", 0)).isZero();
    }

    @Test
    void each_of_several_goes_on_from_what_there_was_when_it_parted() {
        Layer<String, Integer> one = new Layer<>();
        Layer<String, Integer> first = one.after();
        one.put("a", 1);
        Layer<String, Integer> second = one.after();
        one.put("a", 2);
        Layer<String, Integer> third = second.after();
        second.put("a", 5);

        assertThat(first.get("a", 0)).isZero();
        assertThat(second.get("a", 0)).isEqualTo(5);
        assertThat(third.get("a", 0)).isEqualTo(1);
        assertThat(one.get("a", 0)).isEqualTo(2);
    }
}
