package qiyue.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import qiyue.fact.Conclusion;
import qiyue.fact.Evidence;
import qiyue.problem.Problems;
import qiyue.rulebook.Rulebook;

/** Runs regimes over facts. One knowledge base a regime, kept for the life of the program; one session a run. */
class RuleSession {
    private static final int FIRINGS = 200_000;

    private final Models models;
    private final Map<String, Model> compiled = new TreeMap<>();
    private final Map<List<String>, KieBase> bases = new LinkedHashMap<>();

    RuleSession(Models models) {
        this.models = models;
    }

    /** What the rulebooks conclude from the facts. */
    List<Conclusion> run(List<Rulebook> regime, Collection<Evidence> facts) throws Problems {
        KieSession session = base(regime).newKieSession();
        try {
            facts.forEach(session::insert);
            if (session.fireAllRules(FIRINGS) >= FIRINGS) {
                throw new IllegalStateException("the rules did not come to an end");
            }
            return session.getObjects(Conclusion.class::isInstance).stream()
                    .map(Conclusion.class::cast)
                    .toList();
        } finally {
            session.dispose();
        }
    }

    /** Compiles the rulebook if it is not kept compiled yet. */
    Model model(Rulebook rulebook) throws Problems {
        Model model = compiled.get(rulebook.id());
        if (model == null) {
            model = models.of(rulebook);
            compiled.put(rulebook.id(), model);
        }
        return model;
    }

    private synchronized KieBase base(List<Rulebook> regime) throws Problems {
        List<String> key = regime.stream().map(Rulebook::id).sorted().toList();
        KieBase base = bases.get(key);
        if (base == null) {
            KieBaseConfiguration configuration = KieServices.get().newKieBaseConfiguration();
            // Without this, 10.2.0 silently loses rules of two packages that share the first pattern of an exists.
            configuration.setProperty("drools.shareBetaNodes", "false");
            java.util.ArrayList<Model> parts = new java.util.ArrayList<>();
            for (Rulebook rulebook : regime) {
                parts.add(model(rulebook));
            }
            base = KieBaseBuilder.createKieBaseFromModel(parts, configuration);
            bases.put(key, base);
        }
        return base;
    }
}
