package qiyue.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.TinyRules;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.suite.Soundness;

/** A rulebook carries who read it, and says when it is no longer what was read. */
class ReviewTest {
    @TempDir
    private Path folder;

    @Test
    void a_day_alone_promises_nothing() throws IOException, Problems {
        TinyRules rules = TinyRules.in(folder);
        assertThat(Review.stateOf(book(), words())).isEqualTo(Review.State.DAY_ONLY);
        assertThat(rules.problems()).isEmpty();
    }

    @Test
    void what_was_read_may_stay_and_a_change_is_told() throws IOException, Problems {
        TinyRules rules = TinyRules.in(folder);
        String read = Review.digestOf(book(), words());
        rules.change(
                TinyRules.INFO, "reviewed: 2025-01-02", "reviewed: {by: 张某, on: 2025-02-03, digest: \"" + read + "\"}");
        assertThat(Review.stateOf(book(), words())).isEqualTo(Review.State.CURRENT);
        assertThat(book().info().reviewed().by()).isEqualTo("张某");
        assertThat(rules.problems()).isEmpty();

        rules.change(TinyRules.DRL, "$f : Finding(", "$f  : Finding(");
        List<Problem> problems = Soundness.of(folder).problems().stream()
                .filter(p -> p.code().startsWith("review"))
                .toList();
        assertThat(problems).extracting(Problem::code).containsExactly("review-stale");
        assertThat(problems.get(0).warning()).isTrue();
        assertThat(problems.get(0).fix().zh()).contains(Review.digestOf(book(), words()));
    }

    @Test
    void the_particulars_count_and_the_name_of_the_reviewer_does_not() throws IOException, Problems {
        TinyRules rules = TinyRules.in(folder);
        String read = Review.digestOf(book(), words());
        rules.change(TinyRules.INFO, "reviewed: 2025-01-02", "reviewed: {by: 李某, on: 2026-02-03}");
        assertThat(Review.digestOf(book(), words())).isEqualTo(read);
        rules.change(TinyRules.INFO, "from: 2025-01-01", "from: 2025-01-02");
        assertThat(Review.digestOf(book(), words())).isNotEqualTo(read);
    }

    @Test
    void what_a_code_of_the_rules_means_counts_and_other_words_do_not() throws IOException, Problems {
        TinyRules rules = TinyRules.in(folder);
        String read = Review.digestOf(book(), words());
        rules.change(TinyRules.WORDS, "zh: 分解住院", "zh: 分解的住院");
        assertThat(Review.digestOf(book(), words())).isEqualTo(read);
        rules.change(TinyRules.WORDS, "en: recovery, money: recover", "en: recovery");
        assertThat(Review.digestOf(book(), words())).isNotEqualTo(read);
    }

    private Vocabulary words() throws Problems {
        return Library.examine(folder).library().vocabulary();
    }

    private Rulebook book() throws Problems {
        return Library.examine(folder).library().rulebooks().values().iterator().next();
    }
}
