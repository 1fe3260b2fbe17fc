package qiyue.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One mistake is told once, however often it was made; nothing is left out of the count. */
class ShortlistTest {
    private static final Text FIX = new Text("先写上", "state it first");

    private static Problem at(String file, String place, String stay) {
        return Problem.at("no-such-id", file, place, new Text("没有 " + stay, "no " + stay), FIX);
    }

    private static List<Problem> rows(int from, int to, String stay) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> at("费用.csv", "D" + i, stay))
                .toList();
    }

    @Test
    void a_mistake_made_in_hundreds_of_rows_is_one_text_with_its_count() {
        List<Problem> problems = new ArrayList<>(rows(2, 299, "住院1"));
        problems.add(at("费用.csv", "D300", "住院2"));

        List<String> shown = Shortlist.of(problems, "zh");

        assertThat(shown).hasSize(2);
        assertThat(shown.get(0)).startsWith("费用.csv D2：没有 住院1").endsWith("同样的另有 297 处：D3、D4、D5、D6、D7、D8 …");
        assertThat(shown.get(1)).startsWith("费用.csv D300：没有 住院2");
        assertThat(Shortlist.of(problems, "en").get(0)).contains("the same in 297 more places: D3, D4");
    }

    @Test
    void a_few_are_told_one_by_one_each_with_its_line() {
        assertThat(Shortlist.of(rows(2, 6, "住院1"), "zh")).hasSize(5).noneMatch(s -> s.contains("同样的"));
        assertThat(Shortlist.of(rows(2, 7, "住院1"), "zh")).hasSize(1).allMatch(s -> s.contains("同样的另有 5 处"));
    }

    @Test
    void what_is_not_shown_is_counted_by_its_places() {
        List<Problem> problems = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            problems.addAll(rows(10 * i, 10 * i + 6, "住院" + i));
        }
        assertThat(Shortlist.of(problems, "zh")).hasSize(51).last().asString().contains("另有 70 处未列出");
    }

    @Test
    void files_are_kept_apart() {
        List<Problem> problems = new ArrayList<>(rows(1, 9, "住院1"));
        problems.add(at("另.csv", "D1", "住院1"));
        assertThat(Shortlist.of(problems, "zh")).hasSize(2);
    }

    @Test
    void one_and_the_same_problem_named_again_and_again_is_told_once() {
        Problem one = at("费用.csv", "D2", "住院1");
        assertThat(Shortlist.of(java.util.Collections.nCopies(6, one), "zh"))
                .singleElement()
                .asString()
                .contains("同样的另有 5 处");
    }
}
