package qiyue.region;

import static org.assertj.core.api.Assertions.assertThat;
import static qiyue.region.NewRegion.only;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.decision.Decision;
import qiyue.decision.Decision.MeasureLine;
import qiyue.problem.Problem;

/** What a facility owes beside what is taken, and measures of others than the agency. */
class DebtTest {
    private static final String FINDING = """
            , "findings": [{"id": "f1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-05-06",
               "money": {"amount": 1000.00, "paid": 400.00}, "answers": {"serious": "yes"}}]""";

    @TempDir
    private Path folder;

    private NewRegion region;

    @BeforeEach
    void words() throws IOException {
        region = NewRegion.in(folder);
        region.rules().write("vocabulary/more.yaml", """
                measures:
                  damages: {zh: 违约金, en: liquidated damages, money: owe, payer: facility, payee: agency}
                  interview: {zh: 约谈, en: interview}
                actors:
                  facility: {zh: 协议机构, en: the facility}
                  administrative-department: {zh: 行政部门, en: the department}
                """);
    }

    private static String on(String conclusion) {
        return """
                when
                    $b : Breach( clause == "1.1" )
                then
                    insertLogical( %s );
                """.formatted(conclusion);
    }

    @Test
    void a_share_of_the_sum_concerned_is_owed_and_nothing_is_taken_for_it() throws Exception {
        region.clause("4", on("Measure.shall( \"4\", \"damages\", $b ).percent( 5 )"));

        Decision decision = region.decide(FINDING);

        MeasureLine damages = only(decision, "damages");
        assertThat(damages.amount()).isEqualByComparingTo("50.00");
        assertThat(damages.amountMost()).isNegative();
        assertThat(damages.payer()).isEqualTo("facility");
        assertThat(damages.payee()).isEqualTo("agency");
        assertThat(only(decision, "recover").amount()).as("paid").isEqualByComparingTo("400.00");
        assertThat(decision.money().owed()).isEqualByComparingTo("50.00");
        assertThat(decision.money().pay()).isEqualByComparingTo("0");
        assertThat(region.text(FINDING, "zh"))
                .contains("违约金（协议机构付给经办机构） 5%，50.00 元")
                .contains("机构另应支付　50.00 元");
        assertThat(region.text(FINDING, "en"))
                .contains("liquidated damages (the facility to the agency) 5%, 50.00 yuan");
    }

    @Test
    void one_to_three_times_stays_a_range() throws Exception {
        region.clause("4", on("Measure.may( \"4\", \"damages\", $b ).times( 1, 3 )"));

        MeasureLine damages = only(region.decide(FINDING), "damages");

        assertThat(damages.amount()).isEqualByComparingTo("1000.00");
        assertThat(damages.amountMost()).isEqualByComparingTo("3000.00");
        assertThat(region.text(FINDING, "en")).contains("× 1 to 3").contains("1000.00 to 3000.00 yuan");
    }

    @Test
    void a_sum_nobody_knows_is_not_zero() throws Exception {
        region.clause("4", on("Measure.shall( \"4\", \"damages\", $b ).percent( 5 )"));

        Decision decision = region.decide(FINDING.replace("\"money\": {\"amount\": 1000.00, \"paid\": 400.00}, ", ""));

        assertThat(only(decision, "damages").amountKnown()).isFalse();
        assertThat(decision.money().known()).isFalse();
    }

    @Test
    void of_nothing_nothing_is_owed() throws Exception {
        region.clause("4", on("Measure.may( \"4\", \"damages\", $b ).times( 1, 3 )"));

        Decision decision = region.decide(FINDING.replace("1000.00, \"paid\": 400.00", "0"));

        assertThat(decision.measures()).extracting(MeasureLine::kind).doesNotContain("damages");
    }

    @Test
    void a_measure_of_another_is_no_choice_of_the_agency() throws Exception {
        region.clause("4", on("Measure.may( \"4\", \"interview\", $b ).by( \"administrative-department\" )"))
                .clause("5", on("Measure.may( \"5\", \"interview\", $b )"));
        String chosen = FINDING + ", \"choices\": [{\"measure\": \"interview\", \"choice\": \"taken\"}]";

        Decision decision = region.decide(chosen);

        assertThat(decision.measures().stream().filter(m -> m.kind().equals("interview")))
                .extracting(MeasureLine::actor, MeasureLine::choice)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("administrative-department", ""),
                        org.assertj.core.groups.Tuple.tuple("", "taken"));
        assertThat(region.text(chosen, "zh")).contains("可以（由其他主体决定）：").contains("可以由行政部门约谈");
    }

    @Test
    void a_debt_says_who_pays_whom() throws Exception {
        region.rules().write("vocabulary/more.yaml", """
                measures:
                  damages: {zh: 违约金, en: liquidated damages, money: owe, payer: facility}
                  fine: {zh: 扣款, en: deduction, money: recover, payee: agency}
                actors:
                  facility: {zh: 协议机构, en: the facility}
                """);

        assertThat(region.rules().problems())
                .extracting(Problem::pointer)
                .contains("/measures/damages", "/measures/fine/payee");
    }
}
