package qiyue.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.Shipped;
import qiyue.TinyRules;
import qiyue.rulebook.Library;
import qiyue.shape.Field;
import qiyue.shape.Form;
import qiyue.table.Cell;

/** What a form offers is words people know, never a code. */
class CodeLabelsTest {
    @Test
    void the_result_of_a_reinspection_is_offered_in_words() throws Exception {
        var vocabulary = Shipped.library().vocabulary();
        Headings headings = Headings.of(Shipped.RULES);
        Kind kind = Kind.named("rectifications", vocabulary).orElseThrow();
        Column result =
                Layout.of(kind.name(), kind.shape(), headings).named("result").orElseThrow();

        assertThat(result.field().form()).isEqualTo(Form.TEXT);
        assertThat(new Values(vocabulary, headings, Map.of())
                        .codes(result.field())
                        .labels(List.of()))
                .contains("未说明")
                .noneMatch(label -> label.matches("[a-z-]+"));
    }

    /** Questions of one label are told apart by what they are about, in words; forms filled in before are still read. */
    @Test
    void questions_of_one_label_are_told_apart_by_what_they_are_about() throws Exception {
        var vocabulary = Shipped.library().vocabulary();
        Codes codes = Codes.of(
                vocabulary.codes("questions"), "questions", "questions", vocabulary, Headings.of(Shipped.RULES));

        assertThat(codes.labels(List.of()))
                .contains("是否属重大医疗或质量安全事件〔检查发现〕", "是否属重大医疗或质量安全事件〔医疗事故或质量安全事件〕")
                .doesNotHaveDuplicates()
                .noneMatch(label -> label.matches(".*[a-z]{4}.*"));
        assertThat(codes.code("是否属重大医疗或质量安全事件〔检查发现〕")).contains("major-incident");
        assertThat(codes.code("是否属重大医疗或质量安全事件〔accident-major〕")).contains("accident-major");
        assertThat(codes.code("是否属重大医疗或质量安全事件")).isEmpty();
    }

    /** Fields that a vocabulary declares take its labels, and the words for yes and no; two words for one code are one. */
    @ParameterizedTest
    @CsvSource({
        "code, 高档位, high",
        "code, high band, high",
        "code, high, high",
        "yes-no, 是, yes",
        "yes-no, 否, no",
        "yes-no, 未说明, unstated",
    })
    void labels_of_declared_fields_are_known(String type, String written, String code, @TempDir Path folder)
            throws Exception {
        TinyRules rules = TinyRules.in(folder);
        rules.write("vocabulary/more.yaml", """
                record-kinds:
                  charges: {zh: 收费明细, en: charges}
                  checks: {called: Check, zh: 查房, en: checks, fields: {at: {type: %1$s, %2$s zh: 档位, en: band}}}
                record-fields: {charges: {at: {type: %1$s, %2$s zh: 档位, en: band}}}
                """.formatted(
                type,
                type.equals("code") ? "codes: {high: {zh: 高档位, en: high band}, low: {zh: 低档位, en: low band}}," : ""));
        var vocabulary = Library.load(rules.root()).vocabulary();
        for (String kind : List.of("charges", "checks")) {
            Field field = Kind.named(kind, vocabulary)
                    .orElseThrow()
                    .shape()
                    .field("at")
                    .orElseThrow();
            Codes codes = new Values(vocabulary, Headings.of(Shipped.RULES), Map.of()).codes(field);

            assertThat(codes.code(written)).as(kind).contains(code);
            assertThat(codes.labels(List.of())).noneMatch(label -> label.matches("[a-z-]+"));
        }
    }

    @Test
    void two_words_for_one_code_in_a_cell_are_one() throws Exception {
        var vocabulary = Shipped.library().vocabulary();
        Headings headings = Headings.of(Shipped.RULES);
        Kind kind = Kind.named("agreements", vocabulary).orElseThrow();
        Column column = Layout.of(kind.name(), kind.shape(), headings).columns().stream()
                .filter(c -> c.field().form() == Form.LIST && c.field().coded())
                .findFirst()
                .orElseThrow();
        Values values = new Values(vocabulary, headings, Map.of());
        String code = column.field().codes().isEmpty()
                ? vocabulary.codes(column.field().code()).iterator().next()
                : column.field().codes().get(0);
        String cell = values.codes(column.field()).label(code) + "；" + code;

        assertThat(values.take(column, new Cell(Cell.Kind.TEXT, cell, false)).toString())
                .contains("[\"" + code + "\"]");
    }

    /** A word that people call one conduct by is that conduct in a cell, unless it is the name of another. */
    @Test
    void what_a_conduct_is_called_is_that_conduct_in_a_cell() throws Exception {
        var vocabulary = Shipped.library().vocabulary();
        Headings headings = Headings.of(Shipped.RULES);
        Codes codes = Codes.of(vocabulary.codes("conducts"), "conducts", "conducts", vocabulary, headings);
        Map<String, List<String>> called = new TreeMap<>();
        for (String conduct : vocabulary.codes("conducts")) {
            vocabulary
                    .entry("uses", conduct)
                    .ifPresent(u -> u.named("words")
                            .forEach(w -> called.computeIfAbsent(w, x -> new ArrayList<>())
                                    .add(conduct)));
        }
        called.forEach((word, conducts) -> {
            if (conducts.size() == 1) {
                assertThat(codes.code(word)).as(word).contains(conducts.get(0));
            }
        });
    }

    /** Who fills in a form reads no names of fields, neither above a column nor in its note. */
    @Test
    void headings_and_what_fields_mean_have_no_names_of_fields() throws Exception {
        FormPlan plan = new FormPlan(Shipped.library().vocabulary(), Headings.of(Shipped.RULES));
        plan.kinds()
                .values()
                .forEach(kind -> plan.layout(kind).columns().forEach(c -> {
                    assertThat(c.heading())
                            .as(kind.name())
                            .doesNotContainPattern("[A-Za-z]{2}")
                            .doesNotContain("；");
                    // codes are said with their words
                    for (Field other :
                            c.field().codes().isEmpty() ? kind.shape().fields() : List.<Field>of()) {
                        assertThat(c.field().zh())
                                .as(kind.name() + "." + c.name())
                                .doesNotContainPattern("(?<![A-Za-z])" + other.name() + "(?![A-Za-z])");
                    }
                }));
    }
}
