package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How much of sums finds room on the lines among which they lie. */
class FlowTest {
    private static final long SEED = Long.getLong("qiyue.seed", 11);

    private static Flow lines(long... rooms) {
        Flow flow = new Flow();
        for (int i = 0; i < rooms.length; i++) {
            flow.line("l" + i, rooms[i]);
        }
        return flow;
    }

    @Test
    void a_sum_takes_no_more_than_its_lines_hold_or_it_asks() {
        Flow less = lines(5);
        less.sum(List.of("l0"), 3);
        assertThat(less.most()).isEqualTo(3);
        Flow more = lines(5);
        more.sum(List.of("l0"), 7);
        assertThat(more.most()).isEqualTo(5);
        Flow among = lines(5, 4);
        among.sum(List.of("l0", "l1"), 10);
        assertThat(among.most()).isEqualTo(9);
        Flow none = lines(5);
        none.sum(List.of("l0"), 0);
        assertThat(none.most()).isZero();
    }

    /** Laid on the first line first, the wide sum gives way to the narrow one. */
    @Test
    void what_can_lie_elsewhere_gives_way() {
        Flow flow = lines(5, 5);
        flow.sum(List.of("l0", "l1"), 5);
        flow.sum(List.of("l0"), 5);
        assertThat(flow.most()).isEqualTo(10);
    }

    /** A third has to move so that a second can move so that the first finds room. */
    @Test
    void what_gives_way_may_push_on() {
        Flow flow = lines(1, 1, 1);
        flow.sum(List.of("l0", "l1"), 1);
        flow.sum(List.of("l1", "l2"), 1);
        flow.sum(List.of("l0"), 1);
        assertThat(flow.most()).isEqualTo(3);
    }

    /** Two lie on the first two lines and move to the third; the wide one finds room for one of them, and no more. */
    @Test
    void what_gives_way_gives_no_more_than_it_has() {
        Flow flow = new Flow();
        flow.line("elsewhere", 100);
        flow.line("l0", 1);
        flow.line("l1", 1);
        flow.line("l2", 10);
        flow.sum(List.of("l0", "l1", "l2"), 2);
        flow.sum(List.of("l0"), 10);
        assertThat(flow.most()).isEqualTo(3);
    }

    @Test
    void the_first_word_on_a_line_counts() {
        Flow flow = lines(5);
        flow.line("l0", 50);
        flow.sum(List.of("l0"), 20);
        assertThat(flow.most()).isEqualTo(5);
    }

    @Test
    void a_line_of_which_nothing_is_said_holds_all() {
        Flow flow = lines();
        flow.sum(List.of("elsewhere"), 20);
        assertThat(flow.most()).isEqualTo(20);
    }

    @Test
    void sums_out_of_a_purse_take_no_more_than_it_holds() {
        Flow flow = lines(10, 10);
        int purse = flow.purse(7);
        flow.sum(List.of("l0"), 5, List.of(purse));
        flow.sum(List.of("l1"), 6, List.of(purse));
        assertThat(flow.most()).isEqualTo(7);
        Flow two = lines(10);
        two.sum(List.of("l0"), 9, List.of(two.purse(2), two.purse(3)));
        assertThat(two.most()).as("out of either").isEqualTo(5);
        Flow asks = lines(10);
        asks.sum(List.of("l0"), 4, List.of(asks.purse(9)));
        assertThat(asks.most()).as("no more than it asks").isEqualTo(4);
        Flow unused = lines(10);
        unused.purse(9);
        assertThat(unused.most()).isZero();
    }

    /** Whole cents on whole lines: each way of laying them out is tried. */
    @Test
    void it_is_the_most_of_all_ways() {
        Random random = new Random(SEED);
        for (int turn = 0; turn < 300; turn++) {
            int[] rooms = {random.nextInt(3), random.nextInt(3), random.nextInt(3)};
            List<List<Integer>> sums = new ArrayList<>();
            Flow flow = lines(rooms[0], rooms[1], rooms[2]);
            for (int s = 0; s < 4; s++) {
                List<Integer> among = new ArrayList<>();
                List<String> names = new ArrayList<>();
                for (int l = 0; l < 3; l++) {
                    if (random.nextBoolean()) {
                        among.add(l);
                        names.add("l" + l);
                    }
                }
                int cents = random.nextInt(3);
                flow.sum(names, cents);
                for (int c = 0; c < cents; c++) {
                    sums.add(among);
                }
            }
            assertThat(flow.most()).as("turn %d", turn).isEqualTo(most(sums, 0, rooms));
        }
    }

    private static int most(List<List<Integer>> cents, int next, int[] rooms) {
        if (next == cents.size()) {
            return 0;
        }
        int most = most(cents, next + 1, rooms);
        for (int line : cents.get(next)) {
            if (rooms[line] > 0) {
                rooms[line]--;
                most = Math.max(most, 1 + most(cents, next + 1, rooms));
                rooms[line]++;
            }
        }
        return most;
    }
}
