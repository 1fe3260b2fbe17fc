package qiyue.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.drools.model.Model;
import org.kie.api.KieBase;
import org.kie.api.runtime.ClassObjectFilter;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.ObjectFilter;
import org.kie.api.runtime.rule.FactHandle;
import qiyue.fact.Conclusion;
import qiyue.fact.Evidence;
import qiyue.fact.Measure;
import qiyue.fact.Standing;
import qiyue.problem.Problems;
import qiyue.rulebook.Rulebook;

/** Runs regimes over facts. Knowledge bases are kept for the life of the program; one session a run. */
class RuleSession {
    private static final int FIRINGS = 50_000;
    private static final int FIRINGS_A_FACT = 50;

    /** Of so few facts reading each by the lines of rules costs less than loading the rules they do not meet. */
    private static final int FEW = 500;

    /** The engine keeps what it holds by class: so it looks at these alone, and not at each of thousands of facts. */
    private static final ObjectFilter CONCLUSIONS = new ClassObjectFilter(Conclusion.class);

    private static final ObjectFilter MEASURES = new ClassObjectFilter(Measure.class);

    private final Bases bases;

    RuleSession(Models models) {
        this.bases = new Bases(models);
    }

    /**
     * What the rulebooks of the group conclude from its facts. Rules run until nothing follows; the measures that came of
     * it are united and inserted as what rules on measures see, and rules run again, until no measure is new. Where a
     * united measure gains grounds it is replaced, and what followed from it is withdrawn by the engine.
     */
    List<Conclusion> run(Docket.Group group) throws Problems {
        Slices.Slice slice = group.slice();
        List<Evidence> facts = slice.of(group.facts());
        Crowd crowd = Crowd.of(facts);
        Work work = new Work(group, slice, crowd);
        work.demandBounded();
        KieSession session = session(group, slice, crowd, facts.size());
        try {
            return concluded(session, group, work, () -> {
                facts.forEach(session::insert);
                return new Standings(session, group);
            });
        } finally {
            session.dispose();
        }
    }

    /** Puts the facts into a session, which may hold some of them; the answer is what unites measures in it. */
    interface Putting {
        /** Puts them in. */
        Standings in();
    }

    /** Lets everything follow from what is put into a session; the answer is all that was concluded in it. */
    List<Conclusion> concluded(KieSession session, Docket.Group group, Work work, Putting putting) throws Problems {
        if (work.grows()) {
            session.addEventListener(work);
        }
        try {
            if (!putting.in().settled(cap(group))) {
                throw endless(group);
            }
            List<Conclusion> concluded = new ArrayList<>();
            for (Object each : session.getObjects(CONCLUSIONS)) {
                concluded.add((Conclusion) each);
            }
            return concluded;
        } catch (RuntimeException e) {
            throw work.found().map(p -> new Problems(List.of(p))).orElseThrow(() -> e);
        } finally {
            session.removeEventListener(work);
        }
    }

    /** A session for so many facts with these rules, of whoever asks for it. */
    KieSession session(Docket.Group group, List<BitSet> rules, int facts) throws Problems {
        return bases.session(group.regime(), rules, facts);
    }

    /**
     * The session for some facts: of a first inspection, which may be the only one, with those rules alone that its facts meet line by
     * line; of the next, which is often the same once more for its receipt, with what is at hand if that has all it meets.
     */
    private KieSession session(Docket.Group group, Slices.Slice slice, Crowd crowd, int facts) throws Problems {
        List<Rulebook> regime = group.regime();
        if (facts > FEW) {
            return bases.session(regime, slice.rules(), facts);
        }
        Supplier<List<BitSet>> met = () -> group.plans().slices(regime).met(slice, crowd);
        if (bases.isFirst(regime)) {
            return bases.session(regime, met.get(), facts);
        }
        Optional<KieSession> atHand = bases.atHand(regime, met, facts);
        return atHand.isPresent() ? atHand.get() : bases.session(regime, slice.rules(), facts);
    }

    /** How many firings a group of facts may take; far more than any rule that is bound to its facts needs. */
    int cap(Docket.Group group) {
        return FIRINGS + FIRINGS_A_FACT * group.facts().size();
    }

    /** Runs again, counting, to name the rule. */
    private Problems endless(Docket.Group group) throws Problems {
        KieSession session = bases.all(group.regime()).newKieSession();
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
        return new Standings(session, group).settled(cap);
    }

    /** The united measures in a session. */
    static final class Standings {
        private final KieSession session;
        private final Docket.Group group;
        private final Map<Standing, FactHandle> standing = new LinkedHashMap<>();
        private Map<Measure, Boolean> united = Map.of();

        Standings(KieSession session, Docket.Group group) {
            this.session = session;
            this.group = group;
        }

        /** Lets rules follow from facts and measures from rules until nothing is new; false if that takes more firings than so many. */
        boolean settled(int cap) {
            int fired = 0;
            do {
                fired += session.fireAllRules(cap - fired);
                if (fired >= cap) {
                    return false;
                }
            } while (raise());
            return true;
        }

        /** Takes all of them out, and with them whatever followed. */
        void withdraw() {
            standing.values().forEach(session::delete);
            standing.clear();
        }

        /** Brings them up to date with what was concluded; the answer is whether anything changed. */
        private boolean raise() {
            Map<Measure, Boolean> measures = new IdentityHashMap<>();
            List<Measure> all = new ArrayList<>();
            for (Object each : session.getObjects(MEASURES)) {
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

    /** Compiles the rulebook if it is not kept compiled; nothing is loaded. */
    void compile(Rulebook rulebook) throws Problems {
        bases.compile(rulebook);
    }

    /** The model of the rulebook, compiled if it is not kept compiled yet. */
    Model model(Rulebook rulebook) throws Problems {
        return bases.model(rulebook);
    }

    /** The base of all rules of the regime. */
    KieBase whole(List<Rulebook> regime) throws Problems {
        return bases.all(regime);
    }
}
