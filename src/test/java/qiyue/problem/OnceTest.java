package qiyue.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One mistake is told once, and two mistakes are told twice. */
class OnceTest {
    private static Problem unknown(String file, int line, String said) {
        return new Problem("unknown-field", file, line, 1, "", "", new Text(said, said), new Text("改", "mend"));
    }

    private static List<String> told(Problem... problems) {
        return Once.told(List.of(problems)).stream().map(p -> p.message().en()).toList();
    }

    @Test
    void a_field_unknown_of_one_kind_of_fact_is_told_once_with_its_other_places() {
        assertThat(told(
                        unknown("demo/r/a01.drl", 5, "Finding has no field amout"),
                        unknown("demo/r/a02.drl", 7, "Finding has no field amout"),
                        unknown("demo/r/a02.drl", 9, "Finding has no field days")))
                .containsExactly("Finding has no field amout (1 more: a02.drl:7)", "Finding has no field days");
    }

    @Test
    void the_same_word_of_another_kind_of_fact_or_another_region_is_another_mistake() {
        assertThat(told(
                        unknown("demo/r/a01.drl", 5, "Finding has no field amout"),
                        unknown("demo/r/a01.drl", 9, "Charge has no field amout"),
                        unknown("other/r/a01.drl", 5, "Finding has no field amout")))
                .containsExactly(
                        "Finding has no field amout", "Charge has no field amout", "Finding has no field amout");
    }

    @Test
    void a_case_that_has_the_word_is_told_with_the_rules() {
        assertThat(told(
                        unknown("demo/r/a01.drl", 5, "Finding has no field amout"),
                        unknown("demo/r/a01.drl", 9, "Charge has no field amout"),
                        unknown("demo/r/cases/a01.yaml", 3, "unknown field amout"),
                        unknown("demo/r/cases/a01.yaml", 8, "unknown field dyas"),
                        unknown("demo/r/cases/a02.yaml", 8, "unknown field dyas")))
                .containsExactly(
                        "Finding has no field amout (1 more: cases/a01.yaml:3)",
                        "Charge has no field amout",
                        "unknown field dyas (1 more: cases/a02.yaml:8)");
    }
}
