package qiyue.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Question;

/** Sums over findings: money that is not stated is asked for, money on lines counts, and what is held against nothing asks nothing. */
class SummedMoneyTest {
    @TempDir
    private Path folder;

    private NewRegion region;

    @BeforeEach
    void a_region() throws Exception {
        region = NewRegion.in(folder);
    }

    private static String findings(String... money) {
        StringBuilder all = new StringBuilder(", \"findings\": [");
        for (int i = 0; i < money.length; i++) {
            all.append(i == 0 ? "" : ", ")
                    .append("{\"id\": \"f")
                    .append(i + 1)
                    .append("\", \"conduct\": \"bed-hanging\", \"status\": \"confirmed\", \"date\": \"2025-05-06\"")
                    .append(money[i].isEmpty() ? "" : ", " + money[i])
                    .append("}");
        }
        return all + "]";
    }

    private Decision summed(String more) throws Exception {
        return region.clause("4", """
                when
                    $i : Inspection()
                    accumulate( Finding( conduct == "bed-hanging", status == "confirmed", $m : moneyTotal ); $s : sum( $m ); $s > 1000 )
                then
                    insertLogical( Measure.shall( "4", "rectify", $i ) );
                """).decide(more);
    }

    @Test
    void a_finding_without_money_is_asked_for_it() throws Exception {
        Decision decision = summed(findings("\"money\": {\"amount\": 900.00}", ""));

        assertThat(decision.measures()).noneMatch(m -> m.kind().equals("rectify"));
        assertThat(decision.questions())
                .extracting(Question::about, Question::field)
                .contains(tuple("f2", "money"));
    }

    @Test
    void what_is_stated_is_not_asked_for() throws Exception {
        Decision decision = summed(findings("\"money\": {\"amount\": 900.00}", "\"money\": {\"amount\": 0.00}"));

        assertThat(decision.questions()).extracting(Question::field).doesNotContain("money");
    }

    @Test
    void money_on_lines_counts() throws Exception {
        Decision decision = summed(findings("\"money\": {\"amount\": 900.00}", "\"charges\": [{\"id\": \"c1\"}]")
                + ", \"records\": {\"charges\": [{\"id\": \"c1\", \"date\": \"2025-05-06\", \"category\": \"drug\","
                + " \"catalogue\": \"in\", \"channel\": \"network\", \"money\": {\"amount\": 200.00}}]}");

        assertThat(decision.measures()).anyMatch(m -> m.kind().equals("rectify"));
        assertThat(decision.questions()).extracting(Question::field).doesNotContain("money");
    }

    @Test
    void a_limit_asks_and_nothing_does_not() throws Exception {
        region.clause("4", """
                when
                    $f : Finding( conduct == "bed-hanging", money.amount > 0 )
                then
                    insertLogical( Breach.of( "4", $f ) );
                """);

        assertThat(region.decide(findings("")).questions())
                .extracting(Question::field)
                .doesNotContain("money");

        region.clause("5", """
                when
                    $f : Finding( conduct == "bed-hanging", moneyTotal > 1000, moneyTotal <= 2000 )
                then
                    insertLogical( Breach.of( "5", $f ) );
                """);

        assertThat(region.decide(findings("")).questions())
                .extracting(Question::about, Question::field, Question::clauses)
                .contains(tuple("f1", "money", List.of("testland/rules-2025#5")));
    }
}
