package qiyue.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import qiyue.drl.Drl;
import qiyue.rulebook.Rulebook;

/**
 * Conduct that lasts over a boundary is judged in parts, and all parts have its id. A rule that joins a finding with what was
 * concluded from it therefore asks for its day too: else the money of one part would follow under the agreement, and as surely, as
 * that of another (decision 0151).
 */
class PartsTest {
    @Test
    void a_rule_that_joins_a_finding_with_what_rests_on_it_joins_one_part() {
        Set<String> loose = new TreeSet<>();
        for (Regime regime : Regime.all()) {
            for (Rulebook book : regime.rulebooks()) {
                for (Drl.Rule rule : book.rules()) {
                    rule.positive()
                            .filter(p -> p.type().equals("Finding"))
                            // without lines and records its money is one sum, that is not divided
                            .filter(p -> !p.constraints().toString().contains("name=payerUnsaid,"))
                            .filter(f -> rule.positive().anyMatch(p -> joins(p, f) && !dated(p)))
                            .forEach(f -> loose.add(book.id() + " " + rule.name()));
                }
            }
        }
        assertThat(loose).isEmpty();
    }

    private static boolean joins(Drl.Pattern conclusion, Drl.Pattern finding) {
        return conclusion.on("roots").stream()
                .anyMatch(c -> c instanceof Drl.Contains k
                        && k.value() instanceof Drl.Path p
                        && p.root().equals(finding.binding()));
    }

    private static boolean dated(Drl.Pattern conclusion) {
        return conclusion.on("day").stream()
                .anyMatch(c -> c instanceof Drl.Compare k && k.operator().equals("=="));
    }
}
