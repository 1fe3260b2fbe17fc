package qiyue.region;

import static org.assertj.core.api.Assertions.assertThat;
import static qiyue.region.NewRegion.only;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.decision.Decision;
import qiyue.drl.FactTypes;
import qiyue.problem.Problem;
import qiyue.report.JsonReport;

/** Days between days, shares, ratios and excesses that a rule works out itself. */
class QuantityTest {
    @TempDir
    private Path folder;

    private NewRegion region;

    @BeforeEach
    void sound() throws Exception {
        region = NewRegion.in(folder);
    }

    private static String rule(String constraint) {
        return """
                when
                    $i : Inspection()
                    $c : Change( matter == "size", %s )
                then
                    insertLogical( Measure.shall( "4", "rectify", $c ) );
                """.formatted(constraint);
    }

    private Decision changed(String occurred, String filed) throws Exception {
        region.rules().write("vocabulary/more.yaml", "change-matters: {size: {zh: 规模, en: size}}\n");
        return region.decide(", \"records\": {\"changes\": [{\"id\": \"c1\", \"matter\": \"size\", \"changedOn\": \""
                + occurred + "\"" + filed + "}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "daysBetween( changedOn, filedOn ) > 30 | 2025-03-01 | 2025-03-31 | 0",
                "daysBetween( changedOn, filedOn ) > 30 | 2025-03-01 | 2025-04-01 | 1",
                "monthsBetween( changedOn, filedOn ) >= 3 | 2025-01-15 | 2025-04-14 | 0",
                "monthsBetween( changedOn, filedOn ) >= 3 | 2025-01-15 | 2025-04-15 | 1",
                "filedOn > monthsLater( changedOn, 2 ) | 2025-01-31 | 2025-03-31 | 0",
                "filedOn > monthsLater( changedOn, 2 ) | 2025-01-31 | 2025-04-01 | 1",
                "filedOn > daysEarlier( $i.inspectedOn, 10 ) | 2025-01-31 | 2025-05-31 | 0",
                "filedOn > daysEarlier( $i.inspectedOn, 10 ) | 2025-01-31 | 2025-06-01 | 1",
                // 25 April is a Friday, Sunday 27 a make-up working day, 1 May a day off
                "filedOn > $i.workingDaysLater( changedOn, 3 ) | 2025-04-25 | 2025-04-29 | 0",
                "filedOn > $i.workingDaysLater( changedOn, 3 ) | 2025-04-25 | 2025-04-30 | 1",
                "$i.workingDaysLater( changedOn, 3 ) < filedOn | 2025-04-25 | 2025-04-29 | 0",
                "$i.workingDaysLater( changedOn, 3 ) < filedOn | 2025-04-25 | 2025-04-30 | 1",
                "$i.workingDaysBetween( changedOn, filedOn ) > 4 | 2025-04-25 | 2025-05-01 | 0",
                "$i.workingDaysBetween( changedOn, filedOn ) > 4 | 2025-04-25 | 2025-05-02 | 1",
                "earlierOf( filedOn, daysLater( changedOn, 5 ) ) > daysLater( changedOn, 4 ) | 2025-03-01 | 2025-03-05 | 0",
                "earlierOf( filedOn, daysLater( changedOn, 5 ) ) > daysLater( changedOn, 4 ) | 2025-03-01 | 2025-03-06 | 1",
                "laterOf( filedOn, daysLater( changedOn, 5 ) ) > daysLater( changedOn, 5 ) | 2025-03-01 | 2025-03-05 | 0",
                "laterOf( filedOn, daysLater( changedOn, 5 ) ) > daysLater( changedOn, 5 ) | 2025-03-01 | 2025-03-07 | 1",
                "lesserOf( daysBetween( changedOn, filedOn ), 10 ) > 9 | 2025-03-01 | 2025-03-10 | 0",
                "lesserOf( daysBetween( changedOn, filedOn ), 10 ) > 9 | 2025-03-01 | 2025-04-10 | 1",
                "greaterOf( daysBetween( changedOn, filedOn ), 10 ) > 10 | 2025-03-01 | 2025-03-05 | 0",
                "greaterOf( daysBetween( changedOn, filedOn ), 10 ) > 10 | 2025-03-01 | 2025-03-12 | 1",
            })
    void a_term_counted_in_the_rule_ends_on_its_day(String constraint, String changed, String filed, int met)
            throws Exception {
        region.clause("4", rule(constraint));

        assertThat(changed(changed, ", \"filedOn\": \"" + filed + "\"").measures())
                .hasSize(met);
    }

    @Test
    void what_is_worked_out_of_a_day_not_stated_holds_in_neither_direction_and_the_day_is_asked_for() throws Exception {
        region.clause("4", rule("daysBetween( changedOn, filedOn ) > 30"))
                .clause("5", rule("daysBetween( changedOn, filedOn ) <= 30").replace("\"4\"", "\"5\""));

        Decision decision = changed("2025-03-01", "");

        assertThat(decision.measures()).isEmpty();
        assertThat(decision.questions()).anySatisfy(q -> assertThat(q.about()).isEqualTo("c1"));
    }

    @Test
    void a_share_of_a_sum_of_the_document_is_a_fixed_sum() throws Exception {
        region.rules().write("vocabulary/more.yaml", """
                measures: {damages: {zh: 违约金, en: damages, money: owe, payer: facility, payee: agency}}
                actors: {facility: {zh: 机构, en: facility}}
                parameters: {deposit-balance: {zh: 保证金, en: deposit}}
                """);
        region.clause("4", """
                when
                    $b : Breach( clause == "1.1" )
                    $p : Parameter( key == "deposit-balance", amount >= 0 )
                then
                    insertLogical( Measure.shall( "4", "damages", $b, $p ).amount( shareOf( $p.amount, 0.5 ) ) );
                """);

        Decision decision = region.decide("""
                , "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06",
                   "money": {"amount": 100.00}, "answers": {"serious": "yes"}}],
                "parameters": [{"key": "deposit-balance", "amount": 30001.00}]""");

        assertThat(only(decision, "damages").amount()).as("150.005").isEqualByComparingTo("150.01");
    }

    /** How it is marked among the terms is the program's own affair. */
    @Test
    void a_sum_that_cannot_be_worked_out_is_told_as_not_known_and_not_as_a_number() throws Exception {
        region.rules().write("vocabulary/more.yaml", """
                measures: {damages: {zh: 违约金, en: damages, money: owe, payer: facility, payee: agency}}
                actors: {facility: {zh: 机构, en: facility}}
                """);
        region.clause("4", """
                when
                    $s : SampleAudit( sampled > 0 )
                then
                    insertLogical( Measure.shall( "4", "damages", $s ).amount( shareOf( $s.declared, 10 ) ) );
                """);

        Decision decision = region.decide(
                ", \"records\": {\"sampleAudits\": [{\"id\": \"s1\", \"date\": \"2025-05-06\", \"claims\": 10, \"sampled\": 5,"
                        + " \"nonconforming\": {\"amount\": 100.00}}]}");

        assertThat(only(decision, "damages").amountKnown()).isFalse();
        assertThat(JsonReport.of(decision)).doesNotContain("-2.00");
    }

    @Test
    void a_sum_may_be_a_range_and_ranges_of_several_facts_add_up() throws Exception {
        region.rules().write("vocabulary/more.yaml", """
                measures: {damages: {zh: 违约金, en: damages, money: owe, payer: facility, payee: agency}}
                actors: {facility: {zh: 机构, en: facility}}
                """);
        region.clause("4", """
                when
                    $f : Finding( conduct == "bed-hanging" )
                then
                    insertLogical( Measure.shall( "4", "damages", $f ).amount( 5000, 20000 ) );
                """);
        String finding = "{\"id\": \"%s\", \"conduct\": \"bed-hanging\", \"status\": \"confirmed\","
                + " \"date\": \"2025-05-06\", \"answers\": {\"serious\": \"yes\"}}";

        Decision one = region.decide(", \"findings\": [" + finding.formatted("f1") + "]");
        Decision two =
                region.decide(", \"findings\": [" + finding.formatted("f1") + ", " + finding.formatted("f2") + "]");

        assertThat(only(one, "damages").amount()).isEqualByComparingTo("5000");
        assertThat(only(one, "damages").amountMost()).isEqualByComparingTo("20000");
        assertThat(only(two, "damages").amount()).isEqualByComparingTo("10000");
        assertThat(only(two, "damages").amountMost()).isEqualByComparingTo("40000");
    }

    @Test
    void an_audit_whose_share_is_over_a_limit_is_met_from_the_limit_on() throws Exception {
        region.clause("4", """
                when
                    $s : SampleAudit( percentOf( nonconforming.amount, declared ) >= 20 )
                then
                    insertLogical( Measure.shall( "4", "rectify", $s ) );
                """);
        String audit =
                ", \"records\": {\"sampleAudits\": [{\"id\": \"s1\", \"date\": \"2025-05-06\", \"claims\": 10, \"sampled\": 5,"
                        + " \"nonconforming\": {\"amount\": %s}, \"declared\": 1000.00}]}";

        assertThat(region.decide(audit.formatted("199.99")).measures()).isEmpty();
        assertThat(region.decide(audit.formatted("200.00")).measures()).hasSize(1);
        assertThat(region.decide(audit.formatted("200.00").replace(", \"declared\": 1000.00", ""))
                        .measures())
                .as("the whole is not stated")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "daysBetween( changedOn ) > 3 | argument",
                "daysBetween( changedOn, 3 ) > 3 | type",
                "dayBetween( changedOn, filedOn ) > 3 | unknown-field",
                "daysBetween( changedOn, filedOn ) > $i.today | type",
                "filedOn > daysLater( changedOn, percentOf( 1, 2 ) ) | type",
                "filedOn - changedOn > 3 | outside-profile",
            })
    void a_quantity_wrongly_written_is_one_message(String constraint, String code) throws Exception {
        region.rules().write("vocabulary/more.yaml", "change-matters: {size: {zh: 规模, en: size}}\n");
        region.clause("4", rule(constraint));

        assertThat(region.rules().problems()).extracting(Problem::code).containsExactly(code);
    }

    @Test
    void no_fact_has_a_method_called_like_a_quantity() {
        Set<String> members = new TreeSet<>();
        FactTypes.all().values().forEach(t -> members.addAll(t.members().keySet()));

        assertThat(members).doesNotContainAnyElementsOf(FactTypes.functions().keySet());
        assertThat(Stream.of("Measure", "Duty", "Breach").flatMap(t -> FactTypes.stepNames(t, false).stream()))
                .doesNotContain("resting", "grounds");
    }
}
