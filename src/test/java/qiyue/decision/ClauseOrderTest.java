package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;

class ClauseOrderTest {

    @Test
    void numbers_in_clause_ids_compare_as_numbers() {
        List<String> ordered =
                List.of("2", "9.p1", "18.1", "18.2", "18.9", "18.10", "18.p1.a", "18.p1.b", "19.1", "row2", "row10");
        List<String> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(1));
        shuffled.sort(ClauseOrder.INSTANCE);

        assertThat(shuffled).isEqualTo(ordered);
    }

    @Test
    void it_is_an_order_over_all_clauses_there_are() {
        List<String> all = Shipped.library().rulebooks().values().stream()
                .flatMap(r -> r.ledger().keySet().stream().map(c -> r.id() + "#" + c))
                .toList();
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            String a = all.get(random.nextInt(all.size()));
            String b = all.get(random.nextInt(all.size()));
            String c = all.get(random.nextInt(all.size()));
            int ab = Integer.signum(ClauseOrder.INSTANCE.compare(a, b));
            int bc = Integer.signum(ClauseOrder.INSTANCE.compare(b, c));

            assertThat(Integer.signum(ClauseOrder.INSTANCE.compare(b, a))).isEqualTo(-ab);
            assertThat(ab == 0).isEqualTo(a.equals(b));
            if (ab == bc) {
                assertThat(Integer.signum(ClauseOrder.INSTANCE.compare(a, c)))
                        .as("%s %s %s", a, b, c)
                        .isEqualTo(ab);
            }
        }
    }

    @Test
    void it_is_the_order_of_the_parts_an_id_falls_into() {
        Random random = new Random(3);
        String signs = "0123456789912ab.p#-.是";
        for (int i = 0; i < 200_000; i++) {
            String a = made(random, signs);
            String b = random.nextInt(3) == 0 ? made(random, signs) : a + made(random, signs);
            assertThat(Integer.signum(ClauseOrder.INSTANCE.compare(a, b)))
                    .as("%s %s", a, b)
                    .isEqualTo(Integer.signum(byParts(a, b)));
        }
    }

    private static String made(Random random, String signs) {
        StringBuilder made = new StringBuilder();
        for (int i = random.nextInt(14); i > 0; i--) {
            made.append(signs.charAt(random.nextInt(signs.length())));
        }
        return made.toString();
    }

    /** The order as it is meant: written plainly, and slow. */
    private static int byParts(String a, String b) {
        String[] left = a.split("[.#]|(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)", -1);
        String[] right = b.split("[.#]|(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)", -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            boolean numbers = left[i].matches("\\d{1,9}") && right[i].matches("\\d{1,9}");
            int order = numbers
                    ? Integer.compare(Integer.parseInt(left[i]), Integer.parseInt(right[i]))
                    : left[i].compareTo(right[i]);
            if (order != 0) {
                return order;
            }
        }
        return left.length != right.length ? Integer.compare(left.length, right.length) : a.compareTo(b);
    }
}
