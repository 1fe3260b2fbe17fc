package qiyue.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One mistake is told once, however often it was made; nothing is left out of the count. */
class ShortlistTest {
    private static final Text FIX = new Text("先写上", "state it first");

    private static final Text MISTAKE = new Text("没有编号为 … 的事实", "there is no fact with the id …");

    private static Problem noSuch(String place, String id) {
        return Problem.at(
                        "no-such-id",
                        "费用.csv",
                        place,
                        new Text("没有编号为 " + id + " 的事实", "there is no fact with the id " + id),
                        FIX)
                .differing(new Problem.Varying(id, MISTAKE));
    }

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
    void ids_that_lead_nowhere_are_one_mistake_whichever_they_are() throws Exception {
        List<Problem> problems = new ArrayList<>();
        for (int i = 2; i <= 31; i++) {
            String stay = "Z" + i % 8;
            problems.add(Problem.at(
                            "no-such-id",
                            "费用.csv",
                            "B" + i,
                            new Text("没有编号为 " + stay + " 的事实", "there is no fact with the id " + stay),
                            Suggest.fix(stay, List.of("S1", "Z" + i % 3)))
                    .differing(new Problem.Varying(stay, MISTAKE)));
        }

        List<String> shown = Shortlist.of(new Problems(problems).all(), "zh");

        assertThat(shown)
                .singleElement()
                .asString()
                .startsWith("费用.csv B2：没有编号为 Z2 的事实")
                .contains("同样的另有 29 处：B3、B4、B5、B6、B7、B8 …", "共 8 个不同的：Z2、Z3、Z4、Z5、Z6、Z7 …");
        assertThat(Shortlist.of(new Problems(problems).all(), "en").get(0)).contains("8 in all: Z2, Z3");
    }

    /** Ids that are words of the message, that end after its cut or hold a sign made visible are ids as any other. */
    @Test
    void whatever_ids_there_are_lead_nowhere_as_one_mistake() {
        List<Problem> problems = new ArrayList<>();
        for (String id : List.of("a", "e", "id", "no", "fact", "事实", "x".repeat(100_000), "x\u202ey", "x\ny", "")) {
            problems.add(noSuch("B" + (problems.size() + 2), id));
        }
        for (String lang : List.of("zh", "en")) {
            assertThat(Shortlist.of(problems, lang)).singleElement().asString().contains("B8", "10 ");
        }
    }

    @Test
    void what_stood_there_is_not_shown_without_end() {
        List<Problem> problems = new ArrayList<>();
        for (int i = 2; i <= 9; i++) {
            problems.add(noSuch("B" + i, "x".repeat(100_000) + i + "\u001b"));
        }
        for (String lang : List.of("zh", "en")) {
            assertThat(Shortlist.of(problems, lang))
                    .singleElement()
                    .asString()
                    .hasSizeLessThan(6_000)
                    .doesNotContain("\u001b")
                    .contains("8 ");
        }
    }

    @Test
    void places_are_told_as_they_are_read() {
        List<String> places = List.of("A2", "B2", "Z2", "AA2", "A10", "表2!B3", "表10!A1", "/records/charges/9/id", "x");
        List<Problem> mixed = new ArrayList<>();
        places.forEach(p -> mixed.add(at("费用.xlsx", p, "住院")));
        java.util.Collections.reverse(mixed);
        List<String> sorted =
                new Problems(mixed).all().stream().map(Problem::pointer).toList();

        assertThat(sorted.subList(2, 7)).isEqualTo(List.of("A2", "B2", "Z2", "AA2", "A10"));
        assertThat(sorted).containsSubsequence("表2!B3", "表10!A1");
        assertThat(new Problems(List.of(at("f", "/a/10", ""), at("f", "/a/9", ""), at("f", "/a/009", ""))).all())
                .extracting(Problem::pointer)
                .containsExactly("/a/009", "/a/9", "/a/10");
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
