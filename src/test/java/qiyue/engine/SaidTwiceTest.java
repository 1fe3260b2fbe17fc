package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.Shipped;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Note;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.report.TextReport;

/** What is said twice, what nothing calls for, and what no edition takes up is told in every region, and names the facts. */
class SaidTwiceTest {
    private static List<Note> notes(String kind, String region, String day, String more) throws Problems {
        String text = """
                {"region": "%s", "inspection": {"id": "i1", "inspectedOn": "%s"}, "scope": {},
                 "facility": {"name": "甲", "kinds": ["%s"]}, %s
                 "agreements": [{"id": "a1", "kind": "%s", "from": "%s-01-01", "to": "%s-12-31"}], %s}
                """.formatted(
                        region,
                        day,
                        kind(region),
                        region.equals("jinhua")
                                ? "\"parameters\": [{\"key\": \"in-force-from\", \"date\": \"2020-03-01\"}],"
                                : "",
                        kind(region),
                        day.substring(0, 4),
                        day.substring(0, 4),
                        more);
        Decision decision = Shipped.evaluator()
                .evaluate(InspectionReader.read(Sources.json(text, "t"), Shipped.library(), "t"), "0");
        List<Note> notes =
                decision.notes().stream().filter(n -> n.kind().equals(kind)).toList();
        for (Note note : notes) {
            String named = note.kind().equals("no-edition") ? note.details().get("day") : note.about();
            assertThat(TextReport.of(decision, Shipped.library(), "zh")).contains(named);
            assertThat(TextReport.of(decision, Shipped.library(), "en")).contains(named);
        }
        return notes;
    }

    private static String kind(String region) {
        return region.equals("xilingol") ? "rehabilitation" : "medical";
    }

    private static final String REGIONS = """
            beijing,  2025-06-10
            shanxi,   2025-06-10
            jinhua,   2023-06-12
            xilingol, 2023-06-12
            """;

    @ParameterizedTest
    @CsvSource(textBlock = REGIONS)
    void lines_that_repeat_each_other_are_one_note(String region, String day) throws Problems {
        String lines = """
                "records": {"charges": [
                  {"id": "c1", "date": "%s", "category": "bed", "money": {"amount": 35}, "duplicates": "c2"},
                  {"id": "c2", "date": "%s", "category": "bed", "money": {"amount": 35}, "duplicates": "c1"}]}
                """.formatted(day, day);

        assertThat(notes("repeat-each-other", region, day, lines))
                .containsExactly(new Note("repeat-each-other", "c1", Map.of("with", "c2")));
        assertThat(notes("alike", region, day, lines)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = REGIONS)
    void stays_findings_and_earlier_measures_alike_are_told(String region, String day) throws Problems {
        String year = day.substring(0, 4);
        String stay = "{\"id\": \"%s\", \"worker\": \"张某\", \"admittedOn\": \"" + year
                + "-04-01\", \"dischargedOn\": \"" + year + "-04-20\", \"money\": {\"amount\": %s}}";

        assertThat(notes(
                        "alike",
                        region,
                        day,
                        "\"records\": {\"stays\": [" + stay.formatted("s1", 900) + ", " + stay.formatted("s2", 900)
                                + ", " + stay.formatted("s3", 901) + "]}"))
                .containsExactly(new Note("alike", "s2", Map.of("with", "s1", "kind", "Stay")));
        assertThat(notes("alike", region, day, """
                        "findings": [{"id": "f1", "conduct": "overcharging", "status": "confirmed", "date": "%s"},
                                     {"id": "f2", "conduct": "overcharging", "status": "confirmed", "date": "%s"}],
                        "history": {"measures": [
                          {"id": "h1", "kind": "suspend-agreement", "cause": "violation", "decidedOn": "%s-02-01"},
                          {"id": "h2", "kind": "suspend-agreement", "cause": "violation", "decidedOn": "%s-02-01"}]}
                        """.formatted(day, day, year, year)))
                .extracting(Note::about)
                .containsExactly("f2");
    }

    /** The same decision cannot suspend twice from one day on: it counts once, by the entry that says most. */
    @ParameterizedTest
    @CsvSource(textBlock = REGIONS)
    void an_earlier_measure_entered_twice_counts_once_and_both_places_are_named(String region, String day)
            throws Problems {
        String year = day.substring(0, 4);
        String entry = "{\"id\": \"%s\", \"kind\": \"suspend-agreement\", \"cause\": \"violation\", \"decidedOn\": \""
                + year + "-02-0%d\", \"agreement\": \"a1\"%s}";
        String until = ", \"from\": \"" + year + "-02-01\", \"until\": \"" + year + "-03-31\"";
        String twice = "\"history\": {\"measures\": [" + entry.formatted("h1", 1, "") + ", "
                + entry.formatted("h2", 1, until) + ", " + entry.formatted("h3", 2, "") + "]}";

        assertThat(notes("entered-twice", region, day, twice))
                .containsExactly(new Note("entered-twice", "h1", Map.of("with", "h2")));
        assertThat(notes("alike", region, day, twice)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = REGIONS)
    void many_facts_alike_are_one_note(String region, String day) throws Problems {
        StringBuilder findings = new StringBuilder();
        for (int i = 1; i <= 6; i++) {
            findings.append(i == 1 ? "" : ", ")
                    .append("{\"id\": \"f")
                    .append(i)
                    .append("\", \"conduct\": \"overcharging\", \"status\": \"confirmed\", \"date\": \"")
                    .append(day)
                    .append("\"}");
        }

        assertThat(notes("alike", region, day, "\"findings\": [" + findings + "]"))
                .singleElement()
                .satisfies(n -> assertThat(n.details()).containsEntry("count", "5"));
    }

    @ParameterizedTest
    @CsvSource({"beijing", "shanxi", "jinhua"})
    void a_case_no_edition_governs_says_so_and_names_what_has_no_day(String region) throws Problems {
        String facts = """
                "findings": [{"id": "f1", "conduct": "overcharging", "status": "confirmed", "date": "2019-02-01",
                  "answers": {"fund-loss": "yes"}}],
                "records": {"rectifications": [{"id": "r1", "orderedOn": "2019-02-01"}]}
                """;

        assertThat(notes("no-edition", region, "2019-03-01", facts))
                .containsExactly(new Note("no-edition", "i1", Map.of("day", "2019-03-01", "facts", "r1")));
        assertThat(notes("ungoverned", region, "2019-03-01", facts))
                .extracting(Note::about)
                .containsExactly("f1");
        assertThat(notes("unread-answer", region, "2019-03-01", facts))
                .containsExactly(new Note("unread-answer", "f1", Map.of("question", "fund-loss")));
    }

    @ParameterizedTest
    @CsvSource(textBlock = REGIONS)
    void a_step_nothing_calls_for_is_told(String region, String day) throws Problems {
        assertThat(notes("unread-step", region, day, """
                        "handling": [{"id": "k1", "act": "repair-or-replace", "actor": "facility", "date": "%s"}]
                        """.formatted(day)))
                .extracting(Note::about)
                .containsExactly("k1");
    }

    @Test
    void an_accident_outside_its_stay_is_told() throws Problems {
        String accident = """
                "records": {"stays": [{"id": "s1", "worker": "张某", "admittedOn": "2025-03-01", "dischargedOn": "2025-03-20"}],
                  "accidents": [{"id": "x1", "kind": "quality-safety", "date": "%s", "determinedOn": "2025-05-01", "stay": "s1"}]}
                """;

        assertThat(notes("outside-stay", "beijing", "2025-06-10", accident.formatted("2025-02-01")))
                .extracting(Note::about)
                .containsExactly("x1");
        assertThat(notes("outside-stay", "beijing", "2025-06-10", accident.formatted("2025-03-20")))
                .isEmpty();
    }
}
