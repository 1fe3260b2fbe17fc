package qiyue.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestTest {

    private static final List<String> CODES =
            List.of("bed-hanging", "split-stay", "drug-overuse", "identity-not-checked");

    @Test
    void the_nearest_words_come_first() {
        assertThat(Suggest.near("bed-hangin", CODES)).containsExactly("bed-hanging");
        assertThat(Suggest.near("split-stays", CODES)).first().isEqualTo("split-stay");
    }

    @Test
    void what_is_like_nothing_known_gets_no_suggestion_but_a_list() {
        assertThat(Suggest.near("xyz", CODES)).isEmpty();
        assertThat(Suggest.fix("xyz", CODES).en())
                .isEqualTo("one of: bed-hanging, drug-overuse, identity-not-checked, split-stay");
    }

    @Test
    void what_is_longer_than_any_word_is_not_likened() {
        assertThat(Suggest.near("bed-hanging".repeat(30), CODES)).isEmpty();
        assertThat(Suggest.near("split-stay".repeat(20), CODES)).containsExactly("split-stay");
    }

    @Test
    void where_nothing_is_known_it_says_so() {
        assertThat(Suggest.fix("xyz", List.of()).en()).isEqualTo("nothing is allowed here; remove it");
    }
}
