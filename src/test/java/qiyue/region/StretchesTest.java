package qiyue.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.TinyRules;
import qiyue.decision.Decision;
import qiyue.problem.Problems;
import qiyue.report.TextReport;
import qiyue.rulebook.Library;

/** What is missing in a stretch of days is found where records are complete, and nowhere else. */
class StretchesTest {
    private static final String TERM =
            "{\"id\": \"a1\", \"kind\": \"medical\", \"from\": \"2025-01-01\", \"to\": \"2025-12-31\"}";
    private static final String COMPLETE = "{\"records\": {\"visits\": \"complete\"}}";

    @TempDir
    private Path folder;

    private NewRegion region;

    @BeforeEach
    void a_region_whose_text_wants_a_visit_a_quarter() throws IOException {
        region = NewRegion.in(folder).clause("7", """
                when
                    $q : VisitQuarter( number < 1 )
                then
                    insertLogical( Breach.of( "7", $q ) );
                """);
        kinds("each: quarter");
    }

    @Test
    void quarters_without_a_visit_that_were_over_before_the_inspection() throws Problems {
        assertThat(found(TERM, COMPLETE, "2025-10-10", "{\"id\": \"v1\", \"date\": \"2025-06-30\"}"))
                .containsExactly("visit-quarters@a1@2025-01-01", "visit-quarters@a1@2025-07-01");
        // the third quarter ends on the very day
        assertThat(found(TERM, COMPLETE, "2025-09-30", "{\"id\": \"v1\", \"date\": \"2025-01-01\"}"))
                .containsExactly("visit-quarters@a1@2025-04-01");
    }

    @Test
    void readers_are_told_from_when_it_is_and_not_its_id() throws Problems {
        Decision decision = region.decided(document(TERM, COMPLETE, "2025-04-10", ""));
        Library library = Library.load(region.rules().root());

        assertThat(TextReport.of(decision, library, "zh"))
                .contains("走访季度（自 2025-01-01 起）")
                .doesNotContain("visit-quarters@");
        assertThat(TextReport.of(decision, library, "en"))
                .contains("from 2025-01-01")
                .doesNotContain("visit-quarters@");
    }

    @Test
    void what_was_counted_is_not_without_effect() throws Problems {
        assertThat(region.decided(document(TERM, COMPLETE, "2025-10-10", "{\"id\": \"v1\", \"date\": \"2025-06-30\"}"))
                        .notes())
                .extracting(Decision.Note::kind)
                .doesNotContain("unread-record");
    }

    @Test
    void silence_decides_nothing() throws Problems {
        assertThat(found(TERM, "{}", "2025-10-10", "")).isEmpty();
        assertThat(found(TERM, "{\"records\": {\"visits\": \"sample\"}}", "2025-10-10", ""))
                .isEmpty();
    }

    @Test
    void quarters_that_lie_in_the_term_in_part_count_where_the_text_says_so() throws Problems, IOException {
        String late = TERM.replace("2025-01-01", "2025-02-15").replace("2025-12-31", "2025-08-31");
        assertThat(found(late, COMPLETE, "2025-10-10", "")).containsExactly("visit-quarters@a1@2025-04-01");
        region.rules().change("vocabulary/visits.yaml", "each: quarter", "each: quarter, parts: true");
        assertThat(found(late, COMPLETE, "2025-10-10", ""))
                .containsExactly(
                        "visit-quarters@a1@2025-02-15", "visit-quarters@a1@2025-04-01", "visit-quarters@a1@2025-07-01");
    }

    @Test
    void from_the_first_day_of_the_term() throws Problems, IOException {
        region.rules().change("vocabulary/visits.yaml", "each: quarter", "each: month-of-term");
        String term = TERM.replace("2025-01-01", "2025-01-31");
        // to 02-27, to 03-30, to 04-29: each counted from the 31st
        assertThat(found(term, COMPLETE, "2025-05-01", "{\"id\": \"v1\", \"date\": \"2025-03-30\"}"))
                .containsExactly("visit-quarters@a1@2025-01-31", "visit-quarters@a1@2025-03-31");
    }

    @Test
    void what_may_belong_to_several_agreements_leaves_the_number_open() throws Problems {
        String two = TERM + ", " + TERM.replace("a1", "a2");
        assertThat(found(two, COMPLETE, "2025-07-01", "{\"id\": \"v1\", \"date\": \"2025-02-01\"}"))
                .containsExactly("visit-quarters@a1@2025-04-01", "visit-quarters@a2@2025-04-01");
        assertThat(found(
                        two,
                        COMPLETE,
                        "2025-04-10",
                        "{\"id\": \"v1\", \"agreement\": \"a2\", \"date\": \"2025-02-01\"}"))
                .containsExactly("visit-quarters@a1@2025-01-01");
    }

    @Test
    void an_agreement_that_had_ended_has_no_more_of_them() throws Problems, IOException {
        region.rules().append(TinyRules.WORDS, "measure-causes: {other: {zh: 其他, en: other}}\n");
        region.rules()
                .change(
                        TinyRules.WORDS,
                        "  rectify:",
                        "  terminate: {zh: 解除, en: termination, level: agreement, ends: always}\n  rectify:");
        String ended = document(TERM, COMPLETE, "2025-10-10", "")
                .replace(
                        "\"records\": {\"visits\": []}",
                        "\"records\": {\"visits\": []}, \"history\": {\"measures\": [{\"id\": \"h1\", \"kind\": \"terminate\", \"cause\": \"other\","
                                + " \"decidedOn\": \"2025-05-05\", \"from\": \"2025-05-05\", \"agreement\": \"a1\"}]}");
        assertThat(grounds(region.decided(ended))).containsExactly("visit-quarters@a1@2025-01-01");
    }

    @Test
    void a_quarter_that_the_document_lists_is_completed() throws Problems {
        String listed = document(TERM, COMPLETE, "2025-07-10", "{\"id\": \"v1\", \"date\": \"2025-05-05\"}")
                .replace(
                        "\"visits\": [",
                        "\"visit-quarters\": [{\"id\": \"q1\", \"date\": \"2025-03-31\"}], \"visits\": [");
        assertThat(grounds(region.decided(listed))).containsExactly("q1");
    }

    private void kinds(String each) throws IOException {
        region.rules().write("vocabulary/visits.yaml", """
                record-kinds:
                  visits: {zh: 走访, en: visits, called: Visit}
                  visit-quarters: {zh: 走访季度, en: quarters and their visits, called: VisitQuarter, %s, of: visits}
                """.formatted(each));
    }

    private List<String> found(String agreements, String scope, String day, String visits) throws Problems {
        return grounds(region.decided(document(agreements, scope, day, visits)));
    }

    private static List<String> grounds(Decision decision) {
        TreeSet<String> facts = new TreeSet<>();
        decision.breaches().forEach(b -> b.instances().forEach(i -> facts.addAll(i.facts())));
        return List.copyOf(facts);
    }

    private static String document(String agreements, String scope, String day, String visits) {
        return """
                {"region": "testland", "inspection": {"id": "i1", "inspectedOn": "%s"}, "scope": %s,
                 "facility": {"name": "f", "kinds": ["medical"]}, "agreements": [%s], "records": {"visits": [%s]}}
                """.formatted(day, scope, agreements, visits);
    }
}
