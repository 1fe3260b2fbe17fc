package qiyue.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.kie.api.KieBase;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import qiyue.drl.Drl;
import qiyue.drl.DrlPrinter;
import qiyue.fact.Conclusion;
import qiyue.problem.Problems;
import qiyue.rulebook.Rulebook;

/** Runs rules as they were read beside the compiled ones, for facts that meet a rule which few met before. */
class ReadSession extends RuleSession {
    private final Models models;
    private final Map<List<String>, KieBase> read = new LinkedHashMap<>();
    /** What the rules as read and the compiled ones disagreed on. */
    final Set<String> asRead = new LinkedHashSet<>();
    /** Package and number of every rule that fired as read. */
    final Set<String> firedAsRead = new TreeSet<>();

    private final Map<String, Integer> met = new HashMap<>();

    ReadSession(Models models) {
        super(models);
        this.models = models;
    }

    /** Whether some rule that the facts meet was met by none before; more of the same tells little. */
    private boolean wanted(Docket.Group group) {
        boolean wanted = false;
        List<BitSet> met = group.plans().slices(group.regime()).met(group.slice(), Crowd.of(group.facts()));
        for (int i = 0; i < met.size(); i++) {
            String book = group.regime().get(i).id();
            for (int rule : met.get(i).stream().toArray()) {
                wanted |= this.met.merge(book + " " + rule, 1, Integer::sum) <= 1;
            }
        }
        return wanted;
    }

    @Override
    List<Conclusion> run(Docket.Group group) throws Problems {
        List<Conclusion> compiled = super.run(group);
        if (!wanted(group)) {
            return compiled;
        }
        List<String> key = Regimes.keys(group.regime());
        if (!read.containsKey(key)) {
            read.put(key, read(group.regime()));
        }
        Set<Conclusion> found = new LinkedHashSet<>();
        KieSession session = read.get(key).newKieSession();
        try {
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    firedAsRead.add(event.getMatch().getRule().getPackageName() + " "
                            + event.getMatch().getRule().getName());
                }
            });
            follow(session, group, Integer.MAX_VALUE);
            session.getObjects(Conclusion.class::isInstance).forEach(c -> found.add((Conclusion) c));
        } finally {
            session.dispose();
        }
        if (!found.equals(Set.copyOf(compiled))) {
            asRead.add("compiled " + compiled + "\nread " + found);
        }
        return compiled;
    }

    private KieBase read(List<Rulebook> regime) throws Problems {
        List<Model> all = new ArrayList<>();
        for (Rulebook book : regime) {
            List<Drl.Rule> rules = book.rules();
            List<Rule> read = new ArrayList<>();
            for (Rule compiled : models.of(book).getRules()) {
                Drl.Rule rule = rules.get(DrlPrinter.index(compiled.getName()));
                read.add(
                        ReadRule.can(rule)
                                ? ReadRule.of(book.id(), rule, compiled.getPackage(), compiled.getName())
                                : compiled);
            }
            all.add(new SomeRules(book.modelPackage(), read));
        }
        return Bases.together(all);
    }
}
