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
import org.drools.model.Rule;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import qiyue.drl.DrlPrinter;
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
    private final Map<String, Model> compiled = new TreeMap<>();
    private final Map<List<String>, Regime> regimes = new LinkedHashMap<>();

    Bases(Models models) {
        this.models = models;
    }

    /** What is kept of a regime: the base of all its rules, those of some, and how often others were wanted. */
    private static final class Regime {
        private @Nullable Used whole;
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
            return !begun && some.isEmpty() && whole == null;
        }
    }

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
     * A base at hand that has all these rules, where the one of all rules was not needed yet: to load that takes longer than a
     * decision. Of the second inspection alone, which is often the first once more; where more follow, that one is soon worth it.
     */
    synchronized Optional<KieSession> atHand(List<Rulebook> rulebooks, Supplier<List<BitSet>> needed, int facts) {
        Regime regime = regime(rulebooks);
        if (regime.whole != null || regime.some.isEmpty() || regime.second) {
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
    synchronized Model model(Rulebook rulebook) throws Problems {
        Model model = compiled.get(rulebook.key());
        if (model == null) {
            model = models.of(rulebook);
            compiled.put(rulebook.key(), model);
        }
        return model;
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
            return whole(rulebooks);
        }
        regime.wanted.remove(slice);
        List<Model> picked = new ArrayList<>();
        for (int i = 0; i < slice.size(); i++) {
            picked.add(picked(model(rulebooks.get(i)), slice.get(i)));
        }
        return kept(regime, slice, picked);
    }

    /** Of few facts nothing is compiled: what the first inspection was decided by serves no other then, of which there may be none. */
    private Used first(Regime regime, List<Rulebook> rulebooks, List<BitSet> slice, int facts) throws Problems {
        regime.begun = true;
        boolean compiled = true;
        List<Model> first = new ArrayList<>();
        for (int i = 0; i < slice.size(); i++) {
            Models.AtOnce some = facts <= AT_ONCE
                    ? models.atOnce(rulebooks.get(i), slice.get(i))
                    : new Models.AtOnce(models.of(rulebooks.get(i), slice.get(i)), true);
            compiled &= some.compiled();
            first.add(some.model());
        }
        return compiled ? kept(regime, slice, first) : Used.of(first);
    }

    /** The base of all rules of the regime. */
    KieBase all(List<Rulebook> rulebooks) throws Problems {
        return whole(rulebooks).base();
    }

    private synchronized Used whole(List<Rulebook> rulebooks) throws Problems {
        Regime regime = regime(rulebooks);
        Used whole = regime.whole;
        if (whole == null) {
            List<Model> all = new ArrayList<>();
            for (Rulebook rulebook : rulebooks) {
                all.add(model(rulebook));
            }
            whole = Used.of(all);
            regime.whole = whole;
        }
        return whole;
    }

    private Regime regime(List<Rulebook> rulebooks) {
        return regimes.computeIfAbsent(Regimes.keys(rulebooks), k -> new Regime());
    }

    private static Used kept(Regime regime, List<BitSet> slice, List<Model> models) {
        Used used = Used.of(models);
        regime.some.put(slice, used);
        return used;
    }

    private static Model picked(Model model, BitSet some) {
        List<Rule> rules = new ArrayList<>();
        for (Rule rule : model.getRules()) {
            if (some.get(DrlPrinter.index(rule.getName()))) {
                rules.add(rule);
            }
        }
        return new SomeRules(model.getName(), rules);
    }

    static KieBase together(List<Model> models) {
        KieBaseConfiguration configuration = KieServices.get().newKieBaseConfiguration();
        // Without this, 10.2.0 silently loses rules of two packages that share the first pattern of an exists.
        configuration.setProperty("drools.shareBetaNodes", "false");
        return KieBaseBuilder.createKieBaseFromModel(models, configuration);
    }
}
