package qiyue.engine;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import qiyue.fact.Conclusion;
import qiyue.fact.Measure;
import qiyue.fact.Standing;
import qiyue.problem.Problems;
import qiyue.rulebook.Rulebook;

/** Runs regimes over facts. One knowledge base a regime, kept for the life of the program; one session a run. */
class RuleSession {
    private static final int FIRINGS = 100_000;
    private static final int FIRINGS_A_FACT = 100;

    private final Models models;
    private final Map<String, Model> compiled = new TreeMap<>();
    private final Map<List<String>, KieBase> bases = new LinkedHashMap<>();

    RuleSession(Models models) {
        this.models = models;
    }

    /**
     * What the rulebooks of the group conclude from its facts. Rules run until nothing follows; the measures that came of
     * it are united and inserted as what rules on measures see, and rules run again, until no measure is new. Where a
     * united measure gains grounds it is replaced, and what followed from it is withdrawn by the engine.
     */
    List<Conclusion> run(Docket.Group group) throws Problems {
        KieSession session = base(group.regime()).newKieSession();
        try {
            if (!follow(session, group, cap(group))) {
                throw endless(group);
            }
            return session.getObjects(Conclusion.class::isInstance).stream()
                    .map(Conclusion.class::cast)
                    .toList();
        } finally {
            session.dispose();
        }
    }

    /** How many firings a group of facts may take; far more than any rule that is bound to its facts needs. */
    int cap(Docket.Group group) {
        return FIRINGS + FIRINGS_A_FACT * group.facts().size();
    }

    /** Runs again, counting, to name the rule. */
    private Problems endless(Docket.Group group) throws Problems {
        KieSession session = base(group.regime()).newKieSession();
        try {
            Endless counting = new Endless();
            session.addEventListener(counting);
            follow(session, group, cap(group));
            return counting.problem(group.regime());
        } finally {
            session.dispose();
        }
    }

    /** Inserts the facts and lets everything follow; false if that takes more firings than so many. */
    static boolean follow(KieSession session, Docket.Group group, int cap) {
        group.facts().forEach(session::insert);
        Map<Standing, FactHandle> standing = new LinkedHashMap<>();
        int fired = 0;
        do {
            fired += session.fireAllRules(cap - fired);
            if (fired >= cap) {
                return false;
            }
        } while (raise(session, group, standing));
        return true;
    }

    /** Brings the united measures in the session up to date; the answer is whether anything changed. */
    private static boolean raise(KieSession session, Docket.Group group, Map<Standing, FactHandle> standing) {
        List<Measure> measures = session.getObjects(Measure.class::isInstance).stream()
                .map(Measure.class::cast)
                .toList();
        Set<Standing> now = new LinkedHashSet<>(group.uniting().of(measures));
        boolean changed = false;
        for (Standing gone : List.copyOf(standing.keySet())) {
            FactHandle handle = now.contains(gone) ? null : standing.remove(gone);
            if (handle != null) {
                session.delete(handle);
                changed = true;
            }
        }
        for (Standing fresh : now) {
            if (!standing.containsKey(fresh)) {
                standing.put(fresh, session.insert(fresh));
                changed = true;
            }
        }
        return changed;
    }

    /** Compiles the rulebook if it is not kept compiled yet. */
    synchronized Model model(Rulebook rulebook) throws Problems {
        Model model = compiled.get(rulebook.key());
        if (model == null) {
            model = models.of(rulebook);
            compiled.put(rulebook.key(), model);
        }
        return model;
    }

    private synchronized KieBase base(List<Rulebook> regime) throws Problems {
        List<String> key = Regimes.keys(regime);
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
