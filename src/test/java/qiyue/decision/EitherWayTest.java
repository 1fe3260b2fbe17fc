package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is left of open questions must be right for every way they can be answered; that is tried out here. */
class EitherWayTest {
    private static List<List<String>> least(List<List<String>> supports) {
        return EitherWay.least(supports);
    }

    @Test
    void a_question_that_gives_the_same_both_ways_is_gone() {
        assertThat(least(List.of(List.of("a@f=yes"), List.of("a@f=no")))).containsOnly(List.of());
    }

    @Test
    void what_else_is_supposed_stays() {
        assertThat(least(List.of(List.of("a@f=yes", "b@f=yes"), List.of("a@f=no", "b@f=yes"))))
                .containsOnly(List.of("b@f=yes"));
    }

    @Test
    void three_questions_that_cover_every_case_are_gone() {
        assertThat(least(List.of(List.of("a@f=yes", "b@f=yes"), List.of("a@f=no"), List.of("b@f=no"))))
                .containsOnly(List.of());
    }

    @Test
    void a_support_without_a_supposition_on_either_side_keeps_its_question() {
        List<List<String>> supports = List.of(List.of("lapsed@x"), List.of("a@f=yes"));

        assertThat(least(supports)).isEqualTo(supports);
    }

    @Test
    void whatever_the_answers_the_outcome_is_as_it_was() {
        Random random = new Random(20251125);
        for (int round = 0; round < 2_000; round++) {
            int questions = 1 + random.nextInt(4);
            List<List<String>> supports = supports(random, questions);
            List<List<String>> least = least(supports);
            givesWhatItGave(supports, least, questions);
        }
    }

    private static List<List<String>> supports(Random random, int questions) {
        List<List<String>> supports = new ArrayList<>();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            supports.add(IntStream.range(0, questions)
                    .filter(q -> random.nextBoolean())
                    .mapToObj(q -> "q" + q + "@f=" + (random.nextBoolean() ? "yes" : "no"))
                    .toList());
        }
        return supports;
    }

    /** Whatever is answered the outcome is the same, and one that always comes hangs on nothing. */
    private static void givesWhatItGave(List<List<String>> supports, List<List<String>> left, int questions) {
        boolean always = true;
        for (int answers = 0; answers < 1 << questions; answers++) {
            boolean before = holds(supports, answers);
            assertThat(holds(left, answers)).as("%s as %s", supports, left).isEqualTo(before);
            always &= before;
        }
        assertThat(left.contains(List.<String>of())).as("%s", supports).isEqualTo(always);
    }

    private static boolean holds(List<List<String>> supports, int answers) {
        return supports.stream()
                .anyMatch(s -> s.stream().allMatch(l -> {
                    int question = l.charAt(1) - '0';
                    return l.endsWith("yes") == ((answers >> question & 1) == 1);
                }));
    }

    @Test
    void ten_thousand_supports_of_one_outcome_take_no_time() {
        List<List<String>> many = IntStream.range(0, 10_000)
                .mapToObj(i -> List.of("a@f" + i + "=yes", "b@f" + i + "=no"))
                .toList();

        assertThat(least(many)).isEqualTo(many);
    }

    private static List<String> many(int from, int to, String last) {
        List<String> all = new ArrayList<>(IntStream.range(from, to)
                .mapToObj(i -> "p%03d@f=yes".formatted(i))
                .toList());
        if (!last.isEmpty()) {
            all.add(last);
        }
        return all;
    }

    /** Among very many only such pairs are looked for, round after round: four that cover both questions leave nothing. */
    @Test
    void among_very_many_what_is_alike_but_for_one_question_is_still_put_together() {
        List<List<String>> supports = new ArrayList<>(IntStream.range(0, 100)
                .mapToObj(i -> List.of("c@f" + i + "=yes", "d@f" + i + "=no"))
                .toList());
        for (String a : List.of("yes", "no")) {
            for (String b : List.of("yes", "no")) {
                supports.add(List.of("a@f=" + a, "b@f=" + b, "z@f=yes"));
            }
        }
        List<List<String>> least = least(supports);

        assertThat(least.subList(100, 104)).containsOnly(List.of("z@f=yes"));
        assertThat(least.subList(0, 100)).isEqualTo(supports.subList(0, 100));
        supports.subList(100, 104).replaceAll(s -> s.subList(0, 2));
        assertThat(least(supports)).containsOnly(List.of());
    }

    /** Up to 48 suppositions are looked at; what supposes more (as what rests on united measures does) stays as it is. */
    @Test
    void a_support_of_very_many_suppositions_stays_as_it_is() {
        assertThat(least(List.of(many(0, 47, "q@f=yes"), many(0, 47, "q@f=no"))))
                .containsOnly(many(0, 47, ""));
        List<List<String>> long49 = List.of(many(0, 48, "q@f=yes"), many(0, 48, "q@f=no"));
        assertThat(least(long49)).isEqualTo(long49);
    }

    @Test
    void a_support_that_holds_a_shorter_one_needs_no_more_than_that() {
        assertThat(least(List.of(List.of("a@f=yes", "b@f=yes"), List.of("a@f=yes"), List.of("b@f=no"))))
                .startsWith(List.of("a@f=yes"), List.of("a@f=yes"));
    }

    /** A hundred that are each at odds with others: four by four they cover two questions, whatever else there is. */
    @Test
    void very_many_that_are_at_odds_are_put_together_four_by_four() {
        List<List<String>> supports = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            for (String a : List.of("yes", "no")) {
                for (String b : List.of("yes", "no")) {
                    supports.add(List.of("a@f" + i + "=" + a, "b@f" + i + "=" + b, "y@f" + i + "=yes", "z@f=yes"));
                }
            }
        }
        List<List<String>> expected = IntStream.range(0, 100)
                .mapToObj(i -> List.of("y@f" + i / 4 + "=yes", "z@f=yes"))
                .toList();

        assertThat(least(supports)).isEqualTo(expected);
    }

    /** One fact gives it whichever way a question is answered, another only if its own is answered no: that stays open. */
    @Test
    void a_ground_that_others_do_without_keeps_what_it_supposes() {
        List<String> other = List.of("fraud@f3=no");

        assertThat(EitherWay.each(List.of(List.of("loss@f2=yes"), List.of("loss@f2=no"), other)))
                .containsExactly(List.of(), List.of(), other);
        assertThat(EitherWay.each(List.of(List.of(), other))).containsExactly(List.of(), other);
    }

    @Test
    void grounds_of_which_some_always_holds_are_certain_together_and_no_other_with_them() {
        List<String> beside = List.of("a@f=yes", "c@f=yes");

        assertThat(EitherWay.each(List.of(List.of("a@f=yes", "b@f=yes"), List.of("a@f=no"), List.of("b@f=no"))))
                .containsOnly(List.of());
        assertThat(EitherWay.each(List.of(List.of("a@f=yes"), List.of("a@f=no"), beside)))
                .containsExactly(List.of(), List.of(), List.of("c@f=yes"));
    }

    @Test
    void whatever_the_answers_grounds_of_their_own_give_what_they_gave() {
        Random random = new Random(20251129);
        for (int round = 0; round < 2_000; round++) {
            int questions = 1 + random.nextInt(4);
            List<List<String>> supports = supports(random, questions);
            List<List<String>> each = EitherWay.each(supports);
            for (int s = 0; s < supports.size(); s++) {
                assertThat(supports.get(s)).containsAll(each.get(s));
                for (String literal : supports.get(s)) {
                    if (!each.get(s).contains(literal)) {
                        assertThat(supports).anyMatch(o -> o.contains(EitherWay.opposite(literal)));
                    }
                }
            }
            givesWhatItGave(supports, each, questions);
        }
    }

    @Test
    void ten_thousand_grounds_that_share_a_question_take_no_time() {
        List<List<String>> many = IntStream.range(0, 10_000)
                .mapToObj(i -> List.of("b@f" + i + "=yes", "z@f=" + (i % 2 == 0 ? "yes" : "no")))
                .toList();

        assertThat(EitherWay.each(many)).isEqualTo(many);
    }
}
