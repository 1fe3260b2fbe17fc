package qiyue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.decision.Decision;
import qiyue.decision.Decision.DutyLine;
import qiyue.decision.Decision.Question;
import qiyue.intake.InspectionReader;

/** Silence decides nothing, and a duty is met by the right step only. Beijing: a change is to be filed within 30 working days. */
class SilenceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A change of 15 September 2025, due by 31 October, and what else the document says. */
    private static Decision change(String today, String filed, String scope, String handling) throws Exception {
        return decide("""
                {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "%s"}, "scope": {"records": {%s}},
                 "facility": {"name": "甲", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                 "records": {"changes": [{"id": "g1", "matter": "name", "changedOn": "2025-09-15" %s,
                   "answers": {"fund-loss-change": "no"}}]},
                 "handling": [%s]}
                """.formatted(today, scope, filed, handling));
    }

    private static Decision decide(String json) throws Exception {
        return Shipped.evaluator().evaluate(InspectionReader.read(JSON.readTree(json), Shipped.library(), "test"), "");
    }

    private static DutyLine filing(Decision decision) {
        return decision.duties().stream()
                .filter(d -> d.act().equals("file-change"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-10-31 |                            |                        | outstanding",
                "2025-11-03 |                            |                        | not-stated",
                "2025-11-03 | , \"filedOn\": \"none\"       |                        | overdue",
                "2025-10-31 | , \"filedOn\": \"none\"       |                        | outstanding",
                "2025-11-03 |                            | \"changes\": \"complete\"  | overdue",
                "2025-11-03 |                            | \"handling\": \"complete\" | not-stated",
                "2025-11-10 | , \"filedOn\": \"2025-10-31\" |                        | done",
                "2025-11-10 | , \"filedOn\": \"2025-11-01\" |                        | late",
                "2025-11-10 | , \"filedOn\": \"2025-09-15\" |                        | done",
                "2025-11-10 | , \"filedOn\": \"2025-09-14\" |                        | early",
            })
    void the_state_of_a_filing(String today, String filed, String scope, String state) throws Exception {
        Decision decision = change(today, text(filed), text(scope), "");
        assertThat(filing(decision).state()).isEqualTo(state);
        assertThat(decision.breaches().stream().anyMatch(b -> b.clause().endsWith("#17.7")))
                .as("a filing is late only where it is known to be")
                .isEqualTo(filed != null && List.of("late", "overdue").contains(state)
                        || text(scope).contains("changes"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "facility        | 2025-10-31 |            | done        | fulfils",
                "facility        | 2025-11-03 |            | late        | late",
                "facility        | 2025-09-15 |            | done        | fulfils",
                "facility        | 2025-09-14 |            | early       | before-cause",
                "district-agency | 2025-10-20 |            | wrong-actor | wrong-actor",
                "facility        | 2025-10-20 | 2025-10-27 | repeated    | fulfils repeated",
            })
    void a_step_and_what_it_is(String actor, String day, String again, String state, String how) throws Exception {
        String one =
                "{\"id\": \"k1\", \"act\": \"file-change\", \"actor\": \"%s\", \"date\": \"%s\"}".formatted(actor, day);
        String two = again == null ? "" : ", " + one.replace("k1", "k2").replace(day, again);
        DutyLine filing = filing(change("2025-11-10", "", "", one + two));
        assertThat(filing.state()).isEqualTo(state);
        assertThat(filing.steps()).extracting(Decision.Step::how).containsExactly(how.split(" "));
    }

    @Test
    void what_is_not_stated_is_asked_for() throws Exception {
        Decision decision = change("2025-11-03", "", "", "");
        assertThat(decision.questions())
                .filteredOn(q -> q.about().equals("g1"))
                .extracting(Question::key)
                .containsExactly("stated@g1.filedOn");
        assertThat(change("2025-11-03", ", \"filedOn\": \"none\"", "", "").questions())
                .extracting(Question::key)
                .doesNotContain("stated@g1.filedOn");
    }

    @Test
    void where_nothing_was_examined_nothing_is_not_met() throws Exception {
        Decision decision = decide("""
                {"region": "shanxi", "inspection": {"id": "i1", "inspectedOn": "2024-05-15"}, "scope": {},
                 "facility": {"name": "甲", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2024-01-01", "to": "2024-12-31"}]}
                """);
        assertThat(decision.outcomes())
                .filteredOn(o -> o.state().equals("not-established"))
                .isEmpty();
    }

    private static String text(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }
}
