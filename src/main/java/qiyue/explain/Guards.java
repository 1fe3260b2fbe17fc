package qiyue.explain;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import qiyue.drl.Drl;
import qiyue.engine.Docket;
import qiyue.engine.StatedRules;

/** What the constraints of rules need to have stated, asked for once a rule. */
final class Guards {
    private final Map<Drl.Rule, Boolean> known = new IdentityHashMap<>();
    private final Map<Drl.Constraint, List<Drl.Path>> guards = new IdentityHashMap<>();

    void add(Docket.Group group, Drl.Rule rule) {
        if (known.put(rule, true) == null) {
            guards.putAll(StatedRules.by(group, rule));
        }
    }

    List<Drl.Path> of(Drl.Constraint constraint) {
        return guards.getOrDefault(constraint, List.of());
    }
}
