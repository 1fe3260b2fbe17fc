package qiyue.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What few things have in what is said of them tells which is meant; what all have tells nothing. */
class NearnessTest {
    private static final Nearness NEARNESS = new Nearness(Map.of(
            "swapped", List.of("项目之间串换"),
            "invented", List.of("未施行的项目收费", "charged for nothing"),
            "split", List.of("分解项目收费"),
            "twice", List.of("重复收费", "charged twice for one")));

    @Test
    void a_rare_word_goes_before_many_common_ones() {
        assertThat(NEARNESS.to("串换药品、诊疗项目", 3)).first().isEqualTo("swapped");
        assertThat(NEARNESS.to("重复收费", 3)).first().isEqualTo("twice");
    }

    @Test
    void what_is_far_behind_the_nearest_is_not_told() {
        assertThat(NEARNESS.to("分解项目收费", 3)).containsExactly("split", "invented");
        assertThat(NEARNESS.to("分解", 3)).containsExactly("split");
    }

    @Test
    void words_are_told_by_their_forms() {
        assertThat(NEARNESS.to("twicely charging", 1)).containsExactly("twice");
        assertThat(NEARNESS.to("nothng", 1)).containsExactly("invented");
    }

    @Test
    void where_no_pair_is_the_same_two_characters_are_enough_and_one_is_not() {
        assertThat(NEARNESS.to("串药换药", 3)).containsExactly("swapped");
        assertThat(NEARNESS.to("串药", 3)).isEmpty();
    }

    @Test
    void words_of_one_stem_are_forms_of_one_and_a_word_that_merely_begins_another_is_not() {
        Nearness words = new Nearness(Map.of(
                "dear",
                List.of("fittings overcharged"),
                "much",
                List.of("too much, over the dose"),
                "cash",
                List.of("cash")));
        assertThat(words.to("overcharging", 3)).containsExactly("dear");
        assertThat(words.to("fitted", 3)).isEmpty();
        assertThat(words.to("over", 3)).containsExactly("much");
    }

    @Test
    void two_characters_of_four_tell_nothing_without_a_pair() {
        Nearness longer = new Nearness(Map.of("product", List.of("器具不合标准、气味重"), "staff", List.of("资格中止的人员仍做工伤服务")));
        assertThat(longer.to("天气不好", 3)).isEmpty();
        assertThat(longer.to("拖欠工资", 3)).isEmpty();
    }

    @Test
    void of_nothing_alike_nothing_is_told() {
        assertThat(NEARNESS.to("天气", 3)).isEmpty();
        assertThat(NEARNESS.to("", 3)).isEmpty();
    }

    @Test
    void the_order_is_that_of_codes_where_all_else_is_alike() {
        Nearness alike = new Nearness(Map.of("b", List.of("甲乙"), "a", List.of("甲乙")));
        assertThat(alike.to("甲乙", 2)).containsExactly("a", "b");
        assertThat(alike.to("甲乙", 1)).containsExactly("a");
    }
}
