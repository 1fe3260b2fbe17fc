package qiyue.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.Shipped;
import qiyue.engine.Evaluator;
import qiyue.explain.Firings;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Text;

/** Reasons why no case can notice a change: each is of a change that can be made, and counted where no case noticed it. */
class UnnoticedTest {
    private static final String BOOK = "jinhua/measures-2020";
    private static final String RULE = "3.2.5 康复医师不足十名";

    @TempDir
    private Path folder;

    private void write(String text) throws IOException {
        Files.createDirectories(folder.resolve(BOOK));
        Files.writeString(folder.resolve("unnoticed.yaml"), text);
    }

    private List<String> problems() {
        return Unnoticed.problems(folder, Shipped.library()).stream()
                .map(p -> p.code() + " " + p.pointer() + " " + p.message().en())
                .toList();
    }

    @Test
    void a_reason_is_about_a_change_that_can_be_made() throws Exception {
        write("unnoticed:\n  " + BOOK + ":\n    - zh: 说了两遍\n      en: said twice\n      changes: {" + RULE
                + ": [\"< 改为 <=\", 不看 physicians]}\n");

        assertThat(problems()).isEmpty();
        assertThat(Unnoticed.of(folder).why(BOOK, RULE, new Text("< 改为 <=", "< made <=")))
                .contains(new Text("说了两遍", "said twice"));
        assertThat(Unnoticed.of(folder).why(BOOK, RULE, new Text("> 改为 >=", "> made >=")))
                .isEmpty();
    }

    @Test
    void a_reason_whose_change_is_gone_is_told() throws Exception {
        write("unnoticed:\n  " + BOOK + ":\n    - zh: 说了两遍\n      en: said twice\n      changes: {" + RULE
                + ": [不看 nurses], 3.2.5 无此规则: [删去整条规则]}\n  jinhua/measures-1999: []\n  ../x: []\n");

        assertThat(problems()).hasSize(4).allMatch(p -> p.startsWith("change-gone "));
    }

    @Test
    void a_change_has_one_reason() throws Exception {
        write("unnoticed:\n  " + BOOK + ":\n    - zh: 说了两遍\n      en: said twice\n      changes: {" + RULE
                + ": [不看 physicians]}\n    - zh: 另一理由\n      en: another\n      changes: {" + RULE
                + ": [\"< 改为 <=\", 不看 physicians]}\n");

        assertThat(problems())
                .containsExactly("listed-twice /unnoticed/" + BOOK + "/1/changes/" + RULE
                        + "/1 a change is stated twice: \"" + RULE + "\", 不看 physicians");
    }

    @Test
    void a_rule_that_was_renamed_is_looked_for_among_the_rules() throws Exception {
        write("unnoticed:\n  " + BOOK
                + ":\n    - zh: 说了两遍\n      en: said twice\n      changes: {3.2.5 康复医师不足十人: [不看 physicians]}\n");

        assertThat(Unnoticed.problems(folder, Shipped.library()))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.message().en()).isEqualTo("there is no rule \"3.2.5 康复医师不足十人\"");
                    assertThat(p.fix().zh()).contains("是不是").contains(RULE);
                });
    }

    @Test
    void a_file_that_cannot_be_read_is_told_with_its_place() throws Exception {
        write("unnoticed:\n  " + BOOK + ":\n    - zh: 说了两遍\n      because: x\n      changes: [x]\n");

        assertThat(problems()).hasSize(3).anyMatch(p -> p.startsWith("unknown-key /unnoticed/" + BOOK + "/0/because"));
        assertThatThrownBy(() -> Unnoticed.of(folder)).isInstanceOf(Problems.class);
    }

    @Test
    void without_the_file_nothing_is_stated() throws Exception {
        assertThat(Unnoticed.problems(folder, Shipped.library())).isEmpty();
        assertThat(Unnoticed.of(folder).why(BOOK, RULE, new Text("< 改为 <=", "< made <=")))
                .isEmpty();
    }

    /** Every reason that the shipped rules state is about a change that can be made. */
    @Test
    void what_the_rules_state_can_still_be_made() {
        assertThat(Unnoticed.problems(Path.of("rules"), Shipped.library()))
                .extracting(Problem::message)
                .isEmpty();
    }

    @Test
    void what_is_stated_is_counted_and_told_where_a_case_notices_it() throws Exception {
        Text why = new Text("说了两遍", "said twice");
        Mutation mutation = mutated(List.of(), Map.of(BOOK + "#" + RULE, Map.of("< 改为 <=", why)));

        assertThat(mutation.scores()).singleElement().satisfies(s -> {
            assertThat(s.killed()).isZero();
            assertThat(s.stated()).isOne();
            assertThat(s.mutants()).isEqualTo(mutation.survivors().size());
        });
        assertThat(mutation.survivors())
                .filteredOn(s -> s.why().equals(why))
                .singleElement()
                .satisfies(s -> assertThat(s.change().en()).isEqualTo("< made <="));

        List<Case> cases = new Suite(Shipped.library(), new Evaluator(Shipped.library(), Firings::conclusions))
                .cases(f -> f.startsWith("jinhua/"));
        Mutation tested = mutated(cases, Map.of(BOOK + "#" + RULE, Map.of("删去整条规则", why)));
        assertThat(tested.noticed())
                .singleElement()
                .satisfies(s -> assertThat(s.rule()).isEqualTo(RULE));
        assertThat(tested.scores().get(0).stated()).isZero();
    }

    private static Mutation mutated(List<Case> cases, Map<String, Map<String, Text>> reasons) {
        return Mutation.of(
                Shipped.library(),
                cases.stream().map(c -> RunCase.of(Shipped.library(), c)).toList(),
                new Mutation.Slice(Set.of(BOOK), RULE, 1),
                new Unnoticed(reasons),
                () -> {});
    }
}
