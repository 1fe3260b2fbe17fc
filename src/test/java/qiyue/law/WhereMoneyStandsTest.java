package qiyue.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import qiyue.drl.Drl;
import qiyue.rulebook.Rulebook;

/**
 * A finding states its money itself, or lays it on charge lines, or has it from the records it names. A rule that reads only the
 * first forgets the others, so it asks {@code costs}, {@code fundAsked}, {@code fundPaid}, {@code workerBilled} (decision 0155).
 */
class WhereMoneyStandsTest {
    /** Clauses that read the sum a finding states itself, with the reason. */
    private static final Map<String, String> ITS_OWN_SUM = Map.of(
            "beijing/rules-2025#44.a", "findings with lines have a rule of their own",
            "xilingol/rehabilitation-2022#42.10", "looks for a sum that is stated to be none");

    @Test
    void rules_on_findings_ask_for_money_wherever_it_stands() {
        Set<String> narrow = new TreeSet<>();
        for (Regime regime : Regime.all()) {
            for (Rulebook book : regime.rulebooks()) {
                for (Drl.Rule rule : book.rules()) {
                    boolean own = rule.positive()
                            .filter(p -> p.type().equals("Finding"))
                            .anyMatch(p -> p.constraints().toString().contains("name=money,"));
                    if (own) {
                        narrow.add(book.id() + "#" + rule.clause());
                    }
                }
            }
        }
        assertThat(narrow).isEqualTo(ITS_OWN_SUM.keySet());
    }
}
