package qiyue.report;

import java.util.HashSet;
import java.util.Set;
import qiyue.decision.Decision;
import qiyue.decision.Decision.Instance;

/**
 * Which sums are asked for: of a fact whose money is not stated nothing is to be found out unless a measure hangs on the sum, and
 * most records have none to state.
 */
public final class SumsAsked {
    private static final String AMOUNT = "amount";

    private final Set<String> asked = new HashSet<>();

    /** Those of a decision. */
    public SumsAsked(Decision decision) {
        for (Decision.Question question : decision.questions()) {
            if (question.question().equals(AMOUNT) || question.field().startsWith("money")) {
                question.clauses().forEach(clause -> asked.add(clause + "@" + question.about()));
            }
        }
    }

    /** Whether the sum of one time a clause was met is asked for; one that is not known and not asked for is nobody's concern. */
    public boolean of(String clause, Instance time) {
        return !time.amountKnown() && time.facts().stream().anyMatch(fact -> asked.contains(clause + "@" + fact));
    }
}
