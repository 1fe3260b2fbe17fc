package qiyue.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Instance;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.report.DecisionView.MeasureItem;

/** What the agency has to choose first says of which department, where each department counts for itself. */
class PremisesTest {
    /** Two departments of a public hospital, each suspended twice in the term and each with a breach of article 44 now. */
    private static final String TWO = """
            {"region": "xilingol", "inspection": {"id": "i1", "inspectedOn": "2023-06-10", "decidedOn": "2023-06-15"}, "scope": {},
             "facility": {"name": "甲", "kinds": ["rehabilitation"], "level": "tier-2", "ownership": "public"},
             "agreements": [{"id": "a1", "kind": "rehabilitation", "from": "2023-01-01", "to": "2023-12-31"}],
             "history": {"measures": [
              {"id": "m1", "kind": "suspend-service", "cause": "violation", "subject": "department", "department": "一科", "agreement": "a1",
               "decidedOn": "2023-01-10", "until": "2023-02-10"},
              {"id": "m2", "kind": "suspend-service", "cause": "violation", "subject": "department", "department": "一科", "agreement": "a1",
               "decidedOn": "2023-03-10", "until": "2023-04-10"},
              {"id": "n1", "kind": "suspend-service", "cause": "violation", "subject": "department", "department": "二科", "agreement": "a1",
               "decidedOn": "2023-01-10", "until": "2023-02-10"},
              {"id": "n2", "kind": "suspend-service", "cause": "violation", "subject": "department", "department": "二科", "agreement": "a1",
               "decidedOn": "2023-03-10", "until": "2023-04-10"}]},
             "findings": [
              {"id": "f1", "conduct": "items-swapped", "status": "confirmed", "date": "2023-05-06", "department": "一科", "money": {"amount": 1}},
              {"id": "f2", "conduct": "items-swapped", "status": "confirmed", "date": "2023-05-06", "department": "二科", "money": {"amount": 2}}]}
            """;

    private static Decision decision() throws Problems {
        return Shipped.evaluator()
                .evaluate(InspectionReader.read(Sources.json(TWO, "two"), Shipped.library(), "two"), "");
    }

    private static List<String> conditions(String kind, String department, String lang) throws Problems {
        return conditions(decision(), kind, department, lang);
    }

    private static List<String> conditions(Decision decision, String kind, String department, String lang)
            throws Problems {
        return DecisionView.of(decision, Shipped.library(), lang).measures().stream()
                .flatMap(g -> g.items().stream())
                .filter(m ->
                        m.line().kind().equals(kind) && m.line().department().equals(department))
                .map(MeasureItem::conditions)
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void a_suspension_to_be_chosen_is_that_of_the_department() throws Problems {
        assertThat(conditions("stop-department", "一科", "zh")).containsExactly("前提：经办机构本次决定暂停服务（以科室为单位：一科）");
        assertThat(conditions("terminate", "", "zh")).containsExactly("前提：经办机构本次决定暂停服务（以科室为单位：一科或者二科）");
        assertThat(conditions("terminate", "", "en"))
                .containsExactly("if the agency decides on: suspension of service (by department: 一科 or 二科)");
    }

    @Test
    void each_department_is_a_time_of_its_own() throws Problems {
        assertThat(decision().breaches().stream()
                        .filter(b -> b.clause().endsWith("#45.3"))
                        .flatMap(b -> b.instances().stream())
                        .map(Instance::department))
                .containsExactlyInAnyOrder("一科", "二科");
    }

    /** Two suspensions of the facility in the term, and now a breach of article 44 in one of its departments. */
    private static Decision ofTheFacility(String choices) throws Problems {
        String hospital = """
                {"region": "xilingol", "inspection": {"id": "i1", "inspectedOn": "2023-06-10", "decidedOn": "2023-06-15"}, "scope": {},
                 "facility": {"name": "甲", "kinds": ["rehabilitation"], "level": "tier-2", "ownership": "public"},
                 "agreements": [{"id": "a1", "kind": "rehabilitation", "from": "2023-01-01", "to": "2023-12-31"}],
                 "history": {"measures": [
                  {"id": "m1", "kind": "suspend-service", "cause": "violation", "decidedOn": "2023-01-10", "until": "2023-02-10"},
                  {"id": "m2", "kind": "suspend-service", "cause": "violation", "decidedOn": "2023-03-10", "until": "2023-04-10"}]},
                 "findings": [
                  {"id": "f1", "conduct": "items-swapped", "status": "confirmed", "date": "2023-05-06", "department": "一科", "money": {"amount": 1}}],
                 "choices": [%s]}
                """.formatted(choices);
        return Shipped.evaluator()
                .evaluate(InspectionReader.read(Sources.json(hospital, "h"), Shipped.library(), "h"), "");
    }

    @Test
    void a_suspension_counted_with_those_of_the_facility_is_the_facilitys() throws Problems {
        Decision decision = ofTheFacility("");

        assertThat(conditions(decision, "terminate", "", "zh")).containsExactly("前提：经办机构本次决定暂停服务");
        assertThat(conditions(decision, "stop-department", "一科", "zh")).containsExactly("前提：经办机构本次决定暂停服务");
        assertThat(conditions(decision, "bar-application", "一科", "zh"))
                .containsExactly("前提：经办机构本次决定停止科室服务（以科室为单位：一科）、暂停服务（都须决定）");
        assertThat(conditions(decision, "bar-application", "", "zh")).containsExactly("前提：经办机构本次决定暂停服务、解除服务协议（都须决定）");
    }

    @Test
    void what_counts_suspensions_of_the_facility_is_no_departments_before_the_choice_and_after() throws Problems {
        String taken = """
                {"measure": "suspend-service", "choice": "taken", "subject": "facility", "months": 2}""";
        for (Decision decision : List.of(ofTheFacility(""), ofTheFacility(taken))) {
            assertThat(decision.breaches().stream()
                            .filter(b -> b.clause().endsWith("#45.3"))
                            .flatMap(b -> b.instances().stream()))
                    .extracting(Instance::facts, Instance::department)
                    .containsExactly(tuple(List.of("a1", "f1", "m1", "m2"), ""));
        }
        assertThat(conditions(ofTheFacility(taken), "bar-application", "一科", "zh"))
                .containsExactly("前提：经办机构本次决定停止科室服务（以科室为单位：一科）");
    }

    @Test
    void a_time_that_rests_on_the_faults_of_two_departments_names_neither() throws Problems {
        String hospital = """
                {"region": "shanxi", "inspection": {"id": "i1", "inspectedOn": "2023-07-10"}, "scope": {},
                 "facility": {"name": "甲", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2023-03-15", "to": "2024-03-14"}],
                 "history": {"measures": [
                  {"id": "h1", "kind": "suspend-agreement", "cause": "violation", "decidedOn": "2023-04-03", "until": "2023-07-02",
                   "resumedOn": "2023-07-05", "agreement": "a1"}]},
                 "findings": [
                  {"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2023-07-06", "department": "一科", "money": {"amount": 1}},
                  {"id": "f2", "conduct": "bed-hanging", "status": "confirmed", "date": "2023-07-06", "department": "二科", "money": {"amount": 2}}]}
                """;
        Decision decision = Shipped.evaluator()
                .evaluate(InspectionReader.read(Sources.json(hospital, "h"), Shipped.library(), "h"), "");

        assertThat(decision.breaches().stream()
                        .filter(b -> b.clause().endsWith("#39.1"))
                        .flatMap(b -> b.instances().stream()))
                .extracting(Instance::facts, Instance::department)
                .containsExactly(tuple(List.of("a1", "f1", "f2", "h1"), ""));
    }

    @Test
    void a_time_that_rests_on_facts_of_several_days_names_its_department() throws Problems {
        assertThat(DecisionView.of(decision(), Shipped.library(), "zh").breaches().stream()
                        .filter(b -> b.clause().endsWith("#45.3"))
                        .flatMap(b -> b.times().stream()))
                .satisfiesExactlyInAnyOrder(
                        t -> assertThat(t).contains("m1", "m2").contains("　一科").doesNotContain("二科"),
                        t -> assertThat(t).contains("n1", "n2").contains("　二科").doesNotContain("一科"));
    }
}
