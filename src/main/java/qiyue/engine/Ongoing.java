package qiyue.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import qiyue.fact.Conclusion;
import qiyue.fact.Evidence;
import qiyue.problem.Problems;

/**
 * What follows from the facts of an inspection that is decided again and again while it is entered. The session stays: facts that
 * are no more are taken out, new ones put in, and the engine withdraws and concludes what hangs on them. Measures are united anew
 * each time, as in a session just begun. One at a time; whoever comes while another is at it gets a session of his own.
 */
final class Ongoing implements Concluding {
    /** So many sessions are kept: the regimes of one document, and of the one it is held against. */
    private static final int KEPT = 4;

    /** So often a session goes on; then one is begun anew, whatever the engine may have laid by. */
    private static final int LONGEST = 1000;

    private final RuleSession rules;
    private final int least;
    private final ReentrantLock busy = new ReentrantLock();
    private final Map<Wanted, Held> kept = new LinkedHashMap<>();

    /** @param least with fewer facts a session just begun costs no more */
    Ongoing(RuleSession rules, int least) {
        this.rules = rules;
        this.least = least;
    }

    /** What a session was made for: the regime, and the rules that facts of these kinds can meet. */
    private record Wanted(List<String> regime, List<BitSet> rules) {}

    /** A fact in a session. */
    private record There(Evidence fact, FactHandle handle) {}

    /** A session with the facts in it, in the order they were wanted in. */
    private static final class Held {
        private final KieSession session;
        private List<There> facts = List.of();
        private int turns;
        private RuleSession.@Nullable Standings standings;

        Held(KieSession session) {
            this.session = session;
        }

        /**
         * Takes out what is there no more, puts in what is new. An entry leaves most facts where they were: those are held against
         * what stood there, and only others are looked for by all they state.
         */
        RuleSession.Standings put(List<Evidence> wanted, Docket.Group group) {
            if (standings != null) {
                standings.withdraw();
            }
            turns++;
            @Nullable There[] now = new There[wanted.size()];
            Map<Evidence, Deque<There>> others = new LinkedHashMap<>();
            for (int i = 0; i < facts.size(); i++) {
                There there = facts.get(i);
                if (i < now.length && there.fact().equals(wanted.get(i))) {
                    now[i] = there;
                } else {
                    others.computeIfAbsent(there.fact(), k -> new ArrayDeque<>())
                            .add(there);
                }
            }
            for (int i = 0; i < now.length && !others.isEmpty(); i++) {
                Deque<There> alike = now[i] == null ? others.get(wanted.get(i)) : null;
                now[i] = alike == null ? now[i] : alike.poll();
            }
            others.values().forEach(gone -> gone.forEach(there -> session.delete(there.handle())));
            List<There> all = new ArrayList<>(now.length);
            for (int i = 0; i < now.length; i++) {
                There there = now[i];
                Evidence fact = wanted.get(i);
                all.add(there == null ? new There(fact, session.insert(fact)) : there);
            }
            facts = all;
            standings = new RuleSession.Standings(session, group);
            return standings;
        }
    }

    @Override
    public Collection<Conclusion> of(Docket.Group group) throws Problems {
        if (group.facts().size() < least || !busy.tryLock()) {
            return rules.run(group);
        }
        try {
            return concluded(group);
        } finally {
            busy.unlock();
        }
    }

    private List<Conclusion> concluded(Docket.Group group) throws Problems {
        Slices.Slice slice = group.slice();
        List<Evidence> facts = slice.of(group.facts());
        Work work = new Work(group, slice, Crowd.of(facts));
        work.demandBounded();
        Wanted wanted = new Wanted(Regimes.keys(group.regime()), slice.rules());
        Held before = kept.remove(wanted);
        Held held = before == null ? new Held(rules.session(group, slice.rules(), facts.size())) : before;
        boolean sound = false;
        try {
            List<Conclusion> concluded = rules.concluded(held.session, group, work, () -> held.put(facts, group));
            sound = true;
            return concluded;
        } finally {
            if (sound && held.turns < LONGEST) {
                kept.put(wanted, held);
                while (kept.size() > KEPT) {
                    Wanted eldest = kept.keySet().iterator().next();
                    java.util.Objects.requireNonNull(kept.remove(eldest))
                            .session
                            .dispose();
                }
            } else {
                held.session.dispose();
            }
        }
    }
}
