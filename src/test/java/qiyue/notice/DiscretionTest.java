package qiyue.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.Shipped;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Terms;
import qiyue.intake.InspectionReader;
import qiyue.intake.InspectionText;
import qiyue.problem.Problems;
import qiyue.report.DecisionView;

/** An agency's own scale proposes within the text's range, is always named as the agency's, and decides nothing. */
class DiscretionTest {
    private static final String HEAD = "title: 裁量参考（试行）\nadopted-by: 昌平区中心\nadopted-on: 2025-03-01\nscale:\n";
    private static final String BEIJING = HEAD
            + "  - measure: suspend-agreement\n    clauses: [rules-2025#18.p1.b]\n    grades:\n"
            + "      - {grade: 较轻, propose: decline}\n      - {grade: 一般, months: 1}\n      - {grade: 严重, months: 3}\n";

    @TempDir
    private Path folder;

    private Discretion scale(String yaml, String region) throws Exception {
        Path file = Files.writeString(folder.resolve("discretion.yaml"), yaml);
        return Discretion.read(file, "discretion.yaml", Shipped.library(), region);
    }

    private List<String> faults(String yaml, String region) {
        Problems found = catchThrowableOfType(Problems.class, () -> scale(yaml, region));
        return found == null
                ? List.of()
                : found.all().stream().map(p -> p.message().zh()).toList();
    }

    private static String paper(NoticeKind kind, Optional<Discretion> scale, Map<String, String> grades)
            throws Exception {
        InspectionText document =
                new InspectionText("i.json", Files.readString(Path.of("samples/beijing-combined.json")));
        CaseFile file = InspectionReader.read(document.tree(), Shipped.library(), document.name());
        DecisionView view = DecisionView.of(Shipped.evaluator().evaluate(file, ""), Shipped.library(), "zh");
        return Notices.write(
                        kind,
                        file,
                        view,
                        Shipped.library(),
                        new Extras(Blank.NEVER, Blank.NEVER, grades, Map.of()),
                        scale)
                .html()
                .replaceAll("<br/>", "\n")
                .replaceAll("<[^>]*>", "");
    }

    @Test
    void a_proposal_stands_beside_the_blank_and_names_who_adopted_the_scale() throws Exception {
        Optional<Discretion> scale = Optional.of(scale(BEIJING, "beijing"));
        String graded = paper(NoticeKind.DEFENCE, scale, Map.of("suspend-agreement", "一般"));
        String open = paper(NoticeKind.DEFENCE, scale, Map.of());

        assertThat(graded)
                .containsPattern("【待填：是否采取，由经办机构决定】\\s*裁量参考（昌平区中心自定的《裁量参考（试行）》，2025年3月1日 起采用，不是协议文本的规定）：“一般”档1 个月")
                .doesNotContain("“严重”档");
        assertThat(open).contains("“较轻”档不采取；“一般”档1 个月；“严重”档3 个月；属哪一档由经办机构认定");
        assertThat(paper(NoticeKind.DEFENCE, Optional.empty(), Map.of())).doesNotContain("裁量参考");
    }

    @Test
    void a_grade_the_scale_does_not_have_and_a_measure_the_case_does_not_have_are_refused() throws Exception {
        Optional<Discretion> scale = Optional.of(scale(BEIJING, "beijing"));

        assertThat(catchThrowableOfType(Problems.class, () -> paper(NoticeKind.DEFENCE, scale, Map.of("", "很重"))))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        Problems.class, () -> paper(NoticeKind.DEFENCE, scale, Map.of("bar-person", "一般"))))
                .isNotNull();
    }

    @Test
    void what_lies_outside_a_clause_is_an_error() {
        String range = HEAD + "  - measure: suspend-service\n    grades:\n      - {grade: 一般, %s}\n";

        assertThat(faults(range.formatted("months: 3"), "xilingol")).isEmpty();
        assertThat(faults(range.formatted("months: 4"), "xilingol"))
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f).contains("超出条款的幅度 2–3：4 个月"));
        assertThat(faults(range.formatted("percent: 10"), "xilingol"))
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f).contains("没有给出这样的幅度"));
        assertThat(faults(range.formatted("propose: maybe"), "xilingol")).anyMatch(f -> f.contains("没有写全"));
        assertThat(faults(
                        HEAD + "  - measure: terminate\n    grades:\n      - {grade: 轻, propose: decline}\n",
                        "beijing"))
                .anyMatch(f -> f.contains("应当采取，不能提出不采取"));
        assertThat(faults(HEAD + "  - measure: fly\n    grades: []\n", "beijing"))
                .anyMatch(f -> f.contains("没有条款给出措施"));
        assertThat(faults("scale: []\n", "beijing")).hasSize(3);
    }

    /** The way out that an error names is one of this region, and one that works. */
    @Test
    void an_error_names_the_clauses_that_have_room_for_the_grade() {
        String scale = HEAD + "  - measure: suspend-agreement\n%s    grades:\n      - {grade: 轻, months: 1}\n";
        Pattern named = Pattern.compile("clauses: \\[[^\\]]*\\]");
        Problems refused = catchThrowableOfType(Problems.class, () -> scale(scale.formatted(""), "shanxi"));

        assertThat(refused.all())
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.message().zh()).contains("超出条款的幅度 3–6：1 个月"));
        Matcher told = named.matcher(refused.all().get(0).fix().zh());
        assertThat(told.find()).isTrue();
        assertThat(faults(scale.formatted("    " + told.group() + "\n"), "shanxi"))
                .isEmpty();
    }

    /** Days and working days are two measures of time. */
    @Test
    void a_length_in_working_days_is_held_against_one_in_working_days() {
        Terms terms = Terms.NONE.lasting(5, 10, "working-days");

        assertThat(proposed("working-days", 8).fault(false, terms, null)).isEqualTo(Proposal.NONE);
        assertThat(proposed("working-days", 12).fault(false, terms, null).zh()).isEqualTo("超出条款的幅度 5–10：12 个工作日");
        assertThat(proposed("days", 8).fault(false, terms, null).zh()).isEqualTo("条款没有给出这样的幅度：8 日");
        assertThat(faults(BEIJING.replace("months: 3", "working-days: 5"), "beijing"))
                .as("a length the text does not set is the agency's to set")
                .isEmpty();
    }

    private static Proposal proposed(String unit, int figure) {
        return new Proposal("一般", true, unit, BigDecimal.valueOf(figure));
    }
}
