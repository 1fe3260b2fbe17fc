package qiyue.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import qiyue.Shipped;
import qiyue.fact.Conclusion;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;

/** The plain way to conclude: all rules of the regime, all facts, a session of its own; what every short cut is held against. */
public final class WholeSession {
    private final RuleSession session = new RuleSession(new Models(Shipped.MODELS));
    private final Map<List<String>, KieBase> bases = new ConcurrentHashMap<>();

    private WholeSession() {}

    /** An evaluator that takes no short cut. */
    public static Evaluator evaluator(Library library) {
        return new Evaluator(library, new WholeSession()::conclusions);
    }

    private List<Conclusion> conclusions(Docket.Group group) throws Problems {
        List<String> key = Regimes.keys(group.regime());
        if (!bases.containsKey(key)) {
            bases.put(key, session.whole(group.regime()));
        }
        KieSession fresh = bases.get(key).newKieSession();
        try {
            RuleSession.follow(fresh, group, session.cap(group));
            List<Conclusion> concluded = new ArrayList<>();
            fresh.getObjects(Conclusion.class::isInstance).forEach(c -> concluded.add((Conclusion) c));
            return concluded;
        } finally {
            fresh.dispose();
        }
    }
}
