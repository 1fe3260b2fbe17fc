package qiyue.engine;

import java.io.StringReader;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import qiyue.drl.DrlPrinter;
import qiyue.explain.Firings;
import qiyue.fact.Conclusion;
import qiyue.problem.Problems;
import qiyue.rulebook.Rulebook;

/**
 * Runs the printed rules on Drools' older engine, which reads the same text with another compiler, beside our own, and notes which rules
 * fired; and follows them without an engine, by the plain reading of {@code explain}, which shares no code with either from the parsed form on.
 */
final class ClassicSession extends ReadSession {
    /** What the two engines disagreed on. */
    final Set<String> differences = new LinkedHashSet<>();

    /** What the engine and the plain reading disagreed on. */
    final Set<String> readPlainly = new LinkedHashSet<>();

    /** Rulebook and name of every rule that fired. */
    final Set<String> fired = new TreeSet<>();

    /** The most runs in which a rule of the rulebook fired or could have fired. */
    final Map<String, Integer> runs = new LinkedHashMap<>();

    /** In how many runs each rule fired. */
    final Map<String, Integer> firings = new LinkedHashMap<>();

    /** Rules that fired though by their lines alone the facts do not meet them. */
    final Set<String> unmet = new TreeSet<>();

    private final Map<List<String>, KieBase> bases = new LinkedHashMap<>();

    ClassicSession(Models models) {
        super(models);
    }

    @Override
    List<Conclusion> run(Docket.Group group) throws Problems {
        List<Rulebook> regime = group.regime();
        List<Conclusion> ours = super.run(group);
        Set<String> now = new TreeSet<>();
        Set<Conclusion> theirs = new LinkedHashSet<>();
        KieSession session =
                bases.computeIfAbsent(Regimes.keys(regime), k -> base(regime)).newKieSession();
        try {
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    String book = event.getMatch().getRule().getPackageName();
                    int index = DrlPrinter.index(event.getMatch().getRule().getName());
                    regime.stream()
                            .filter(r -> r.packageName().equals(book))
                            .forEach(r ->
                                    now.add(book + "|" + r.rules().get(index).name()));
                }
            });
            follow(session, group, Integer.MAX_VALUE);
            session.getObjects(Conclusion.class::isInstance).forEach(c -> theirs.add((Conclusion) c));
        } finally {
            session.dispose();
        }
        if (!theirs.equals(Set.copyOf(ours))) {
            differences.add("only ours " + minus(ours, theirs) + ", only classic " + minus(theirs, ours));
        }
        Set<Conclusion> plain = Firings.conclusions(group);
        if (!plain.equals(Set.copyOf(ours))) {
            readPlainly.add("only the engine " + minus(ours, plain) + ", only the plain reading " + minus(plain, ours));
        }
        fired.addAll(now);
        Set<String> beyond = new TreeSet<>(now);
        beyond.removeAll(met(group));
        unmet.addAll(beyond);
        now.forEach(n -> firings.merge(n, 1, Integer::sum));
        regime.forEach(r -> runs.merge(r.packageName(), 1, Integer::sum));
        return ours;
    }

    private static Set<String> met(Docket.Group group) {
        List<BitSet> met = group.plans().slices(group.regime()).met(group.slice(), Crowd.of(group.facts()));
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < met.size(); i++) {
            Rulebook book = group.regime().get(i);
            met.get(i).stream()
                    .forEach(n -> names.add(
                            book.packageName() + "|" + book.rules().get(n).name()));
        }
        return names;
    }

    private static Set<String> minus(Collection<Conclusion> some, Collection<Conclusion> others) {
        return some.stream()
                .filter(c -> !others.contains(c))
                .map(Conclusion::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static KieBase base(List<Rulebook> regime) {
        // the language the older engine evaluates in takes "until" for a word of its own; for us it is a field
        org.mvel2.compiler.AbstractParser.OPERATORS.remove("until");
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
        regime.forEach(r -> builder.add(
                KieServices.get()
                        .getResources()
                        .newReaderResource(new StringReader(DrlPrinter.print(r.id(), r.packageName(), r.rules()))),
                ResourceType.DRL));
        if (builder.hasErrors()) {
            throw new IllegalStateException(builder.getErrors().toString());
        }
        var configuration = KieServices.get().newKieBaseConfiguration();
        configuration.setProperty("drools.shareBetaNodes", "false");
        var base = org.drools.kiesession.rulebase.KnowledgeBaseFactory.newKnowledgeBase(configuration);
        base.addPackages(builder.getKnowledgePackages());
        return base;
    }
}
