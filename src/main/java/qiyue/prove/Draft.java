package qiyue.prove;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A document meant to meet a rule.
 *
 * @param goals what it has to meet one after another: what the rule rests on, last the rule itself
 */
record Draft(ObjectNode document, List<Goal> goals) {
    Draft with(ObjectNode changed) {
        return new Draft(changed, goals);
    }

    Goal last() {
        return goals.get(goals.size() - 1);
    }
}
