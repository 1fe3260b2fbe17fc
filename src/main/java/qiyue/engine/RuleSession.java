package qiyue.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
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
import qiyue.fact.Evidence;
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
    private final Map<List<String>, Part> parts = new LinkedHashMap<>();

    RuleSession(Models models) {
        this.models = models;
    }

    /**
     * What the rulebooks of the group conclude from its facts. Rules run until nothing follows; the measures that came of
     * it are united and inserted as what rules on measures see, and rules run again, until no measure is new. Where a
     * united measure gains grounds it is replaced, and what followed from it is withdrawn by the engine.
     */
    List<Conclusion> run(Docket.Group group) throws Problems {
        KieSession session = base(group).newKieSession();
        try {
            if (!follow(session, group, cap(group))) {
                throw endless(group);
            }
            List<Conclusion> concluded = new ArrayList<>();
            for (Object each : session.getObjects(Conclusion.class::isInstance)) {
                concluded.add((Conclusion) each);
            }
            return concluded;
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
        for (Evidence fact : group.facts()) {
            session.insert(fact);
        }
        Standings standings = new Standings(session, group);
        int fired = 0;
        do {
            fired += session.fireAllRules(cap - fired);
            if (fired >= cap) {
                return false;
            }
        } while (standings.raise());
        return true;
    }

    /** The united measures in a session. */
    private static final class Standings {
        private final KieSession session;
        private final Docket.Group group;
        private final Map<Standing, FactHandle> standing = new LinkedHashMap<>();
        private Map<Measure, Boolean> united = Map.of();

        Standings(KieSession session, Docket.Group group) {
            this.session = session;
            this.group = group;
        }

        /** Brings them up to date with what was concluded; the answer is whether anything changed. */
        boolean raise() {
            Map<Measure, Boolean> measures = new IdentityHashMap<>();
            List<Measure> all = new ArrayList<>();
            for (Object each : session.getObjects(Measure.class::isInstance)) {
                measures.put((Measure) each, true);
                all.add((Measure) each);
            }
            if (measures.keySet().equals(united.keySet())) {
                return false;
            }
            united = measures;
            Set<Standing> now = new LinkedHashSet<>(group.uniting().of(all));
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

    /**
     * The base to judge the group by. The first inspection of a regime gets one of the rules that its facts can meet, for it may
     * be the only one and most of a start is spent in loading rules; the first that needs others has them all loaded.
     */
    private synchronized KieBase base(Docket.Group group) throws Problems {
        List<String> key = Regimes.keys(group.regime());
        KieBase whole = bases.get(key);
        if (whole != null) {
            return whole;
        }
        List<BitSet> slice = group.slice();
        Part part = parts.get(key);
        if (part == null) {
            List<Model> models = new ArrayList<>();
            for (int i = 0; i < slice.size(); i++) {
                models.add(this.models.of(group.regime().get(i), slice.get(i)));
            }
            part = new Part(slice, together(models));
            parts.put(key, part);
        }
        return part.slice().equals(slice) ? part.base() : base(group.regime());
    }

    /** Some rules of a regime, and the base of those alone. */
    private record Part(List<BitSet> slice, KieBase base) {}

    private synchronized KieBase base(List<Rulebook> regime) throws Problems {
        List<String> key = Regimes.keys(regime);
        KieBase base = bases.get(key);
        if (base == null) {
            List<Model> all = new ArrayList<>();
            for (Rulebook rulebook : regime) {
                all.add(model(rulebook));
            }
            base = together(all);
            bases.put(key, base);
            parts.remove(key);
        }
        return base;
    }

    private static KieBase together(List<Model> models) {
        KieBaseConfiguration configuration = KieServices.get().newKieBaseConfiguration();
        // Without this, 10.2.0 silently loses rules of two packages that share the first pattern of an exists.
        configuration.setProperty("drools.shareBetaNodes", "false");
        return KieBaseBuilder.createKieBaseFromModel(models, configuration);
    }
}
