package qiyue.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import qiyue.problem.Problems;
import qiyue.rulebook.Rulebook;

/**
 * The knowledge bases that regimes are judged by. Most of what a session costs is what each fact is tried against, and most
 * rules can never be met by the facts at hand; so a set of rules that is wanted again and again gets a base of its own. Facts are
 * always given a base with every rule they can meet: which of them changes nothing in what is concluded. A session is emptied and
 * used again, so that what it remembers of each rule is laid out once.
 */
final class Bases {
    /** So often a set of rules must be wanted before a base is made of it, which takes as long as some ten runs. */
    private static final int WANTED = 3;

    /** So many bases of some rules are kept a regime; the one used longest ago goes first. */
    private static final int KEPT = 64;

    /** So many sets of rules are counted a regime before counting starts anew. */
    private static final int COUNTED = 4096;

    /** A session with more facts is not used again: it would keep room for as many. */
    private static final int MANY = 1000;

    /** Of so few facts rules that are not compiled are run as they were read: each fact is tried with each, and compiling takes seconds. */
    private static final int AT_ONCE = 150;

    private final Models models;
    private final Map<String, LoadedRules> compiled = new TreeMap<>();
    private final Map<List<String>, Regime> regimes = new LinkedHashMap<>();

    Bases(Models models) {
        this.models = models;
    }

    /** What is kept of a regime: the base of all rules that were wanted, those of some, and how often others were wanted. */
    private static final class Regime {
        private @Nullable Grown grown;
        private final Map<List<BitSet>, Integer> wanted = new HashMap<>();
        private final Map<List<BitSet>, Used> some = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<List<BitSet>, Used> eldest) {
                return size() > KEPT;
            }
        };

        private boolean begun;

        /** Whether a second inspection was given what was at hand. */
        private boolean second;

        boolean isFirst() {
            return !begun && some.isEmpty() && grown == null;
        }
    }

    /** The base of these rules. */
    private record Grown(List<BitSet> rules, Used used) {}

    /** A base and the sessions of it that can be used again. */
    private record Used(KieBase base, KieSessionsPool sessions) {
        static Used of(List<Model> models) {
            KieBase base = together(models);
            return new Used(base, base.newKieSessionsPool(1));
        }

        KieSession session(int facts) {
            return facts > MANY ? base.newKieSession() : sessions.newKieSession();
        }
    }

    /**
     * A session to judge so many facts in; to be disposed of by whoever asks for it.
     *
     * @param slice for each rulebook the rules that they can meet
     */
    KieSession session(List<Rulebook> rulebooks, List<BitSet> slice, int facts) throws Problems {
        return of(rulebooks, slice, facts).session(facts);
    }

    /**
     * A base at hand that has all these rules, where none but the first was needed yet: to load more takes longer than a decision.
     * Of the second inspection alone, which is often the first once more; where more follow, others are soon worth it.
     */
    synchronized Optional<KieSession> atHand(List<Rulebook> rulebooks, Supplier<List<BitSet>> needed, int facts) {
        Regime regime = regime(rulebooks);
        if (regime.grown != null || regime.some.isEmpty() || regime.second) {
            return Optional.empty();
        }
        regime.second = true;
        List<BitSet> rules = needed.get();
        for (Map.Entry<List<BitSet>, Used> each : regime.some.entrySet()) {
            if (covers(each.getKey(), rules)) {
                return Optional.of(each.getValue().session(facts));
            }
        }
        return Optional.empty();
    }

    private static boolean covers(List<BitSet> all, List<BitSet> some) {
        for (int i = 0; i < some.size(); i++) {
            BitSet beyond = (BitSet) some.get(i).clone();
            beyond.andNot(all.get(i));
            if (!beyond.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is no base of the regime yet. */
    synchronized boolean isFirst(List<Rulebook> rulebooks) {
        return regime(rulebooks).isFirst();
    }

    /** Compiles the rulebook if it is not kept compiled; nothing is loaded. */
    void compile(Rulebook rulebook) throws Problems {
        models.compile(rulebook);
    }

    /** The model of the rulebook, compiled if it is not kept compiled yet. */
    Model model(Rulebook rulebook) throws Problems {
        return model(rulebook, Models.all(rulebook));
    }

    /** The model of some rules of the rulebook. */
    private synchronized Model model(Rulebook rulebook, BitSet some) throws Problems {
        LoadedRules rules = compiled.get(rulebook.key());
        if (rules != null) {
            try {
                rules.load(some);
                return rules.some(some);
            } catch (ReflectiveOperationException | LinkageError | SecurityException | IllegalArgumentException e) {
                // what was kept is not what was compiled: it is made again
            }
        }
        LoadedRules loaded = models.loaded(rulebook, some);
        compiled.put(rulebook.key(), loaded);
        return loaded.some(some);
    }

    private List<Model> models(List<Rulebook> rulebooks, List<BitSet> some) throws Problems {
        List<Model> picked = new ArrayList<>();
        for (int i = 0; i < rulebooks.size(); i++) {
            picked.add(model(rulebooks.get(i), some.get(i)));
        }
        return picked;
    }

    /**
     * A base that has all these rules. The first inspection of a regime gets one of the rules that its facts can meet and no others
     * are loaded, for it may be the only one and most of a start is spent in loading rules.
     */
    private synchronized Used of(List<Rulebook> rulebooks, List<BitSet> slice, int facts) throws Problems {
        Regime regime = regime(rulebooks);
        Used some = regime.some.get(slice);
        if (some != null) {
            return some;
        }
        if (regime.isFirst()) {
            return first(regime, rulebooks, slice, facts);
        }
        if (regime.wanted.size() > COUNTED) {
            regime.wanted.clear();
        }
        if (regime.wanted.merge(slice, 1, Integer::sum) < WANTED) {
            return grown(regime, rulebooks, slice);
        }
        regime.wanted.remove(slice);
        return kept(regime, slice, models(rulebooks, slice));
    }

    /** Of few facts nothing is compiled: what the first inspection was decided by serves no other then, of which there may be none. */
    private Used first(Regime regime, List<Rulebook> rulebooks, List<BitSet> slice, int facts) throws Problems {
        regime.begun = true;
        boolean all = true;
        List<Model> first = new ArrayList<>();
        for (int i = 0; i < slice.size(); i++) {
            Rulebook rulebook = rulebooks.get(i);
            if (facts > AT_ONCE || compiled.containsKey(rulebook.key())) {
                first.add(model(rulebook, slice.get(i)));
            } else {
                Models.AtOnce some = models.atOnce(rulebook, slice.get(i));
                some.compiled().ifPresent(c -> compiled.put(rulebook.key(), c));
                all &= some.compiled().isPresent();
                first.add(some.model());
            }
        }
        return all ? kept(regime, slice, first) : Used.of(first);
    }

    /** The base of all rules of the regime. */
    synchronized KieBase all(List<Rulebook> rulebooks) throws Problems {
        List<BitSet> all = new ArrayList<>();
        for (Rulebook rulebook : rulebooks) {
            all.add(Models.all(rulebook));
        }
        return grown(regime(rulebooks), rulebooks, all).base();
    }

    /**
     * The base of whatever rules were wanted so far, which grows by those that it has not. To lay out a hundred rules anew takes as
     * long as a decision or two, to load as many for the first time ten times that.
     */
    private Used grown(Regime regime, List<Rulebook> rulebooks, List<BitSet> wanted) throws Problems {
        Grown grown = regime.grown;
        if (grown == null || !covers(grown.rules(), wanted)) {
            List<BitSet> rules = new ArrayList<>();
            for (int i = 0; i < wanted.size(); i++) {
                BitSet both = (BitSet) wanted.get(i).clone();
                both.or(grown == null ? new BitSet() : grown.rules().get(i));
                rules.add(both);
            }
            grown = new Grown(rules, Used.of(models(rulebooks, rules)));
            regime.grown = grown;
        }
        return grown.used();
    }

    private Regime regime(List<Rulebook> rulebooks) {
        return regimes.computeIfAbsent(Regimes.keys(rulebooks), k -> new Regime());
    }

    private static Used kept(Regime regime, List<BitSet> slice, List<Model> models) {
        Used used = Used.of(models);
        regime.some.put(slice, used);
        return used;
    }

    static KieBase together(List<Model> models) {
        KieBaseConfiguration configuration = KieServices.get().newKieBaseConfiguration();
        // Without this, 10.2.0 silently loses rules of two packages that share the first pattern of an exists.
        configuration.setProperty("drools.shareBetaNodes", "false");
        return KieBaseBuilder.createKieBaseFromModel(models, configuration);
    }
}
