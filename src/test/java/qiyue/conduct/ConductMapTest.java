package qiyue.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import qiyue.report.ConductReport;
import qiyue.rulebook.Library;

/** The map of the shipped rules: cells are read off the rules, and people find conducts by their own words. */
class ConductMapTest {
    private static Library library;

    @BeforeAll
    static void load() throws Exception {
        library = Library.load(Path.of("rules"));
    }

    private static Cell cell(String conduct, String book) {
        return ConductMap.of(library).row(conduct).orElseThrow().cells().stream()
                .filter(c -> c.rulebook().equals(book))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void no_cell_is_empty() {
        assertThat(ConductMap.of(library).rows())
                .allSatisfy(r -> assertThat(r.cells()).as(r.code()).noneMatch(Cell::empty));
    }

    @Test
    void a_clause_that_names_a_conduct_stands_with_its_questions() {
        assertThat(cell("impersonated-treatment", "shanxi/medical-2022").named())
                .contains(new Taken("43.1", false, List.of("unchecked-identity"), List.of("medical")));
    }

    @Test
    void a_residual_clause_takes_what_nothing_names() {
        assertThat(cell("cards-held", "xilingol/rehabilitation-2022").residual())
                .extracting(Taken::clause)
                .contains("42.10");
    }

    @Test
    void where_nothing_follows_the_reason_is_stated() {
        Cell cell = cell("condition-licence", "xilingol/rehabilitation-2022");

        assertThat(cell.clauses()).isEmpty();
        assertThat(cell.why().zh()).contains("申请");
    }

    @Test
    void words_of_real_life_lead_to_their_conducts() {
        assertThat(ConductSearch.of(library, List.of("假住院")).rows().get(0).code())
                .isEqualTo("fake-stay");
        assertThat(ConductSearch.of(library, List.of("搭车开药")).rows().get(0).code())
                .isEqualTo("rider-prescriptions");
    }

    @Test
    void near_words_are_called_near() {
        ConductSearch.Found found = ConductSearch.of(library, List.of("住院挂床"));

        assertThat(found.exact()).isFalse();
        assertThat(found.rows()).extracting(ConductRow::code).contains("bed-hanging");
    }

    @Test
    void it_reads_the_same_as_text_lines_and_data() throws Exception {
        List<ConductRow> rows = List.of(ConductMap.of(library).row("fake-stay").orElseThrow());
        ConductReport report = new ConductReport(library, rows, b -> b.startsWith("xilingol/reh"), "zh");

        assertThat(report.text()).contains("fake-stay", "45.1", "bed-hanging");
        assertThat(report.tsv().lines()).hasSize(2);
        assertThat(report.json()).contains("\"clause\" : \"45.1\"", "\"residual\" : false");
    }
}
