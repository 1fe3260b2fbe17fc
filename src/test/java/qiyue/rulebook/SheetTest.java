package qiyue.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import qiyue.problem.Problem;
import qiyue.problem.Text;

class SheetTest {

    private static final Text NONE = new Text("", "");

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    private static Sheet.Row row(
            String id,
            Sheet.Way way,
            String points,
            List<Sheet.Step> steps,
            String key,
            List<Sheet.Band> bands,
            Map<String, BigDecimal> choices) {
        return new Sheet.Row(id, NONE, way, n(points), false, List.of(), steps, key, bands, choices);
    }

    private static final Sheet SHEET = new Sheet(
            "test",
            NONE,
            List.of(),
            n("20"),
            List.of(
                    row(
                            "deduct",
                            Sheet.Way.DEDUCT,
                            "5",
                            List.of(new Sheet.Step("missing", n("1.5"), false, NONE)),
                            "",
                            List.of(),
                            Map.of()),
                    row(
                            "award",
                            Sheet.Way.AWARD,
                            "4",
                            List.of(
                                    new Sheet.Step("visits", n("0.5"), false, NONE),
                                    new Sheet.Step("plan", n("2"), true, NONE)),
                            "",
                            List.of(),
                            Map.of()),
                    row(
                            "bands",
                            Sheet.Way.BANDS,
                            "6",
                            List.of(),
                            "area",
                            List.of(
                                    new Sheet.Band(n("0"), n("0")),
                                    new Sheet.Band(n("200"), n("6")),
                                    new Sheet.Band(n("150"), n("3"))),
                            Map.of()),
                    row(
                            "choice",
                            Sheet.Way.CHOICE,
                            "10",
                            List.of(),
                            "title",
                            List.of(),
                            Map.of("none", n("0"), "senior", n("10"))),
                    row("veto", Sheet.Way.VETO, "0", List.of(), "", List.of(), Map.of())));

    private static Map<String, Map<String, String>> entries(
            String missing, String visits, String area, String title, String met) {
        return Map.of(
                "deduct",
                Map.of("missing", missing),
                "award",
                Map.of("visits", visits, "plan", "yes"),
                "bands",
                Map.of("area", area),
                "choice",
                Map.of("title", title),
                "veto",
                Map.of("met", met));
    }

    private static String total(Map<String, Map<String, String>> entries) {
        return SHEET.total(entries, List.of("medical")).total().toPlainString();
    }

    @Test
    void deductions_stop_at_zero_and_awards_at_the_points_of_the_row() {
        assertThat(total(entries("2", "1", "0", "none", "no"))).isEqualTo("4.5"); // 5 - 3, 0.5 + 2
        assertThat(total(entries("4", "9", "0", "none", "no"))).isEqualTo("4"); // 0, 6.5 capped at 4
    }

    @Test
    void a_band_reaches_from_its_figure_up_to_the_next() {
        assertThat(total(entries("4", "9", "149.9999", "none", "no"))).isEqualTo("4");
        assertThat(total(entries("4", "9", "150", "none", "no"))).isEqualTo("7");
        assertThat(total(entries("4", "9", "199.9999", "none", "no"))).isEqualTo("7");
        assertThat(total(entries("4", "9", "200", "none", "no"))).isEqualTo("10");
    }

    @Test
    void the_total_never_exceeds_the_cap() {
        assertThat(total(entries("0", "9", "200", "senior", "no"))).isEqualTo("20");
    }

    @Test
    void a_row_nobody_looked_at_keeps_the_total_open() {
        Sheet.Total open = SHEET.total(Map.of("deduct", Map.of()), List.of("medical"));

        assertThat(open.complete()).isFalse();
        assertThat(open.missing()).containsExactly("award", "bands", "choice", "veto");
    }

    @Test
    void a_veto_is_named() {
        assertThat(SHEET.total(entries("0", "0", "0", "none", "yes"), List.of("medical"))
                        .vetoes())
                .containsExactly("veto");
    }

    @Test
    void a_total_stands_without_its_rows() {
        Sheet.Total bare = SHEET.total(Map.of(), List.of("medical")).stated(n("18.5"));

        assertThat(bare.complete()).isTrue();
        assertThat(bare.total()).isEqualByComparingTo("18.5");
    }

    @Test
    void rows_that_are_there_say_what_total_there_can_be() {
        Sheet.Total deducted =
                SHEET.total(Map.of("deduct", Map.of("missing", "2")), List.of("medical")); // 2, then 0 to 20

        assertThat(SHEET.allows(n("2"), deducted)).isTrue();
        assertThat(SHEET.allows(n("1.9"), deducted)).isFalse();
        assertThat(SHEET.allows(n("0"), deducted)).as("the veto row is open").isTrue();
        assertThat(SHEET.allows(n("20"), deducted)).isTrue();
        assertThat(SHEET.allows(n("20.1"), deducted)).isFalse();
    }

    @Test
    void complete_rows_and_a_veto_decide_the_total() {
        Sheet.Total complete = SHEET.total(entries("2", "1", "0", "none", "no"), List.of("medical"));
        Sheet.Total vetoed = SHEET.total(entries("2", "1", "0", "none", "yes"), List.of("medical"));

        assertThat(complete.stated(n("9")).total()).isEqualByComparingTo("4.5");
        assertThat(SHEET.allows(n("9"), complete)).isFalse();
        assertThat(SHEET.allows(n("4.5"), complete)).isTrue();
        assertThat(SHEET.allows(n("4.5"), vetoed)).isFalse();
        assertThat(SHEET.allows(n("0"), vetoed)).isTrue();
    }

    @Test
    void entries_that_do_not_fit_are_reported_each_at_its_place() {
        List<Problem> problems = SHEET.check(
                Map.of(
                        "deduct",
                        Map.of("missing", "1.5", "missin", "1"),
                        "choice",
                        Map.of("title", "boss"),
                        "veto",
                        Map.of("met", "perhaps"),
                        "bands",
                        Map.of(),
                        "rov",
                        Map.of()),
                "f",
                "/rows");

        assertThat(problems)
                .extracting(Problem::pointer)
                .containsExactlyInAnyOrder(
                        "/rows/deduct/missing",
                        "/rows/deduct/missin",
                        "/rows/choice/title",
                        "/rows/veto/met",
                        "/rows/bands",
                        "/rows/rov");
    }
}
