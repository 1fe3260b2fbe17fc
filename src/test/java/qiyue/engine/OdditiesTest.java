package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;

/** Slips that can be seen in the document alone, and what is said of them. */
class OdditiesTest {
    private static List<String> told(String kind, String records) throws Problems {
        return told(kind, "", records);
    }

    private static List<String> told(String kind, String agreements, String records) throws Problems {
        String json = """
                {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                 "facility": {"name": "甲", "kinds": ["medical"]}, "agreements": [%s], "records": {%s}}
                """.formatted(agreements, records);
        List<String> told = new ArrayList<>();
        new Oddities(
                        InspectionReader.read(Sources.json(json, "t"), Shipped.library(), "t"),
                        (said, group, about, details) -> told.add(said + " " + about + " " + new TreeMap<>(details)))
                .look();
        return told.stream().filter(t -> t.startsWith(kind + " ")).toList();
    }

    /** A time is told to the minute, a day as a day. */
    @Test
    void what_came_before_what_it_answers_is_told_with_both() throws Problems {
        String upload = "\"uploads\": [{\"id\": \"u1\", \"servedAt\": \"2025-05-06T10:00\", \"uploadedAt\": \"%s\"}]";
        String change =
                "\"changes\": [{\"id\": \"g1\", \"matter\": \"address\", \"changedOn\": \"2025-03-03\", \"filedOn\": \"2025-03-02\"}]";

        assertThat(told("out-of-order", upload.formatted("2025-05-06T09:30")))
                .containsExactly(
                        "out-of-order u1 {before=servedAt, day=2025-05-06T09:30, field=uploadedAt, first=2025-05-06T10:00, kind=Upload}");
        assertThat(told("out-of-order", upload.formatted("2025-05-06T10:00"))).isEmpty();
        assertThat(told("out-of-order", change))
                .containsExactly(
                        "out-of-order g1 {before=changedOn, day=2025-03-02, field=filedOn, first=2025-03-03, kind=Change}");
    }

    /** An agreement that is named, a stay, lines, or nothing that it cost leave nothing to ask. */
    @Test
    void a_sum_of_conduct_that_lasted_into_a_later_agreement_is_told() throws Problems {
        String agreements = """
                {"id": "a1", "kind": "medical", "from": "2024-01-01", "to": "2024-12-31"},
                {"id": "a2", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}], "findings": [
                {"id": "f1", "conduct": "bed-hanging", "status": "%s", "date": "2024-12-20", "until": "%s"%s}
                """;
        String sum = ", \"money\": {\"amount\": 900}";

        assertThat(told("across-agreements", agreements.formatted("confirmed", "2025-01-01", sum), ""))
                .containsExactly("across-agreements f1 {agreement=a2, day=2025-01-01, earlier=a1, kind=finding}");
        assertThat(told("across-agreements", agreements.formatted("suspected", "2025-01-01", sum), ""))
                .hasSize(1);
        assertThat(told("across-agreements", agreements.formatted("confirmed", "2024-12-31", sum), ""))
                .isEmpty();
        assertThat(told("across-agreements", agreements.formatted("confirmed", "2025-01-01", ""), ""))
                .isEmpty();
        assertThat(told(
                        "across-agreements",
                        agreements.formatted("confirmed", "2025-01-01", sum + ", \"agreement\": \"a1\""),
                        ""))
                .isEmpty();
    }

    @Test
    void a_line_outside_its_stay_is_told_with_the_days_of_the_stay_as_far_as_known() throws Problems {
        String records = """
                "stays": [{"id": "s1", "worker": "张", "admittedOn": "2025-05-02"%s}],
                "charges": [{"id": "c1", "stay": "s1", "date": "2025-05-01", "category": "bed", "money": {"amount": 35}}]
                """;

        assertThat(told("outside-stay", records.formatted(", \"dischargedOn\": \"2025-05-20\"")))
                .containsExactly("outside-stay c1 {date=2025-05-01, from=2025-05-02, stay=s1, to=2025-05-20}");
        assertThat(told("outside-stay", records.formatted("")))
                .containsExactly("outside-stay c1 {date=2025-05-01, from=2025-05-02, stay=s1, to=}");
    }

    @Test
    void of_lines_alike_each_but_the_first_is_told_and_one_alone_is_not() throws Problems {
        String line =
                "{\"id\": \"%s\", \"date\": \"2025-05-06\", \"worker\": \"甲\", \"item\": \"运动疗法\", \"category\": \"treatment\", \"money\": {\"amount\": %s}}";

        assertThat(told(
                        "alike",
                        "\"charges\": [" + line.formatted("c3", "85") + ", " + line.formatted("c1", "85") + ", "
                                + line.formatted("c2", "85") + ", " + line.formatted("c4", "86") + "]"))
                .containsExactly(
                        "alike c2 {amount=85.00, date=2025-05-06, item=运动疗法, with=c1}",
                        "alike c3 {amount=85.00, date=2025-05-06, item=运动疗法, with=c1}");
    }

    /** Lines tell; a stay that costs nothing, or was over, has nothing to divide; and another kind of agreement is no later one. */
    @Test
    void a_stay_without_lines_that_reaches_into_a_later_agreement_is_told() throws Problems {
        String agreements = """
                {"id": "a1", "kind": "medical", "from": "2024-01-01", "to": "2024-12-31"},
                {"id": "a2", "kind": "%s", "from": "2025-02-01", "to": "2025-12-31"}
                """;
        String stay = "\"stays\": [{\"id\": \"s1\", \"worker\": \"张\", \"admittedOn\": \"%s\"%s}]";
        String cost = ", \"money\": {\"amount\": 900}";
        String until = ", \"dischargedOn\": \"%s\"";
        String same = agreements.formatted("medical");

        String expected = "across-agreements s1 {agreement=a2, day=2025-02-01, earlier=a1, kind=stay}";
        assertThat(told("across-agreements", same, stay.formatted("2024-12-20", cost + until.formatted("2025-02-01"))))
                .containsExactly(expected);
        assertThat(told("across-agreements", same, stay.formatted("2025-01-20", cost)))
                .containsExactly(expected);
        assertThat(told("across-agreements", same, stay.formatted("2024-12-20", cost + until.formatted("2025-01-31"))))
                .isEmpty();
        assertThat(told("across-agreements", same, stay.formatted("2025-02-01", cost)))
                .isEmpty();
        assertThat(told("across-agreements", same, stay.formatted("2024-12-20", "")))
                .isEmpty();
        assertThat(told("across-agreements", same, stay.formatted("2024-12-20", cost.replace("900", "0"))))
                .isEmpty();
        assertThat(told(
                        "across-agreements",
                        agreements.formatted("rehabilitation"),
                        stay.formatted("2024-12-20", cost)))
                .isEmpty();
        assertThat(
                        told(
                                "across-agreements",
                                same,
                                stay.formatted("2024-12-20", "")
                                        + ", \"charges\": [{\"id\": \"c1\", \"stay\": \"s1\", \"date\": \"2025-02-02\", \"category\": \"bed\", \"money\": {\"amount\": 35}}]"))
                .isEmpty();
    }

    /** Everything but the id is the same: likely one, entered twice. Whatever differs tells them apart. */
    @Test
    void records_that_say_the_same_are_told_but_for_the_first() throws Problems {
        String penalty = "{\"id\": \"%s\", \"date\": \"%s\", \"by\": \"health\", \"kind\": \"warning\"}";
        String same = penalty.formatted("p10", "2025-02-03") + ", " + penalty.formatted("p2", "2025-02-03");

        assertThat(told("alike", "\"penalties\": [" + same + "]")).containsExactly("alike p10 {kind=Penalty, with=p2}");
        assertThat(told("alike", "\"penalties\": [" + same + ", " + penalty.formatted("p3", "2025-02-03") + "]"))
                .containsExactly("alike p3 {kind=Penalty, with=p2}", "alike p10 {kind=Penalty, with=p2}");
        assertThat(told(
                        "alike",
                        "\"penalties\": [" + penalty.formatted("p1", "2025-02-03") + ", "
                                + penalty.formatted("p2", "2025-02-04") + "]"))
                .isEmpty();
    }

    @Test
    void lines_that_name_one_another_as_what_they_repeat_are_told_once() throws Problems {
        String line =
                "{\"id\": \"%s\", \"date\": \"2025-05-06\", \"worker\": \"甲\", \"item\": \"运动疗法\", \"category\": \"treatment\", \"duplicates\": \"%s\", \"money\": {\"amount\": 85}}";

        assertThat(told(
                        "repeat-each-other",
                        "\"charges\": [" + line.formatted("c2", "c1") + ", " + line.formatted("c1", "c2") + "]"))
                .containsExactly("repeat-each-other c1 {with=c2}");
    }
}
