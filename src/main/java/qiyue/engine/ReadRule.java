package qiyue.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.model.Condition;
import org.drools.model.Consequence;
import org.drools.model.Constraint;
import org.drools.model.Drools;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.consequences.ConsequenceImpl;
import org.drools.model.constraints.AbstractSingleConstraint;
import org.drools.model.functions.Predicate1;
import org.drools.model.functions.Predicate2;
import org.drools.model.functions.Predicate3;
import org.drools.model.functions.Predicate4;
import org.drools.model.functions.Predicate5;
import org.drools.model.functions.PredicateInformation;
import org.drools.model.functions.PredicateN;
import org.drools.model.impl.DeclarationImpl;
import org.drools.model.impl.ModelComponent;
import org.drools.model.impl.RuleImpl;
import org.drools.model.patterns.CompositePatterns;
import org.drools.model.patterns.ExistentialPatternImpl;
import org.drools.model.patterns.PatternImpl;
import qiyue.drl.Drl;
import qiyue.drl.DrlPrinter;
import qiyue.drl.FactTypes;
import qiyue.drl.Operands;
import qiyue.drl.Stated;
import qiyue.drl.Values;
import qiyue.fact.Conclusion;
import qiyue.fact.Exempt;
import qiyue.fact.Standing;

/**
 * A rule for the engine as it was read: its lines are tried, and what it concludes is worked out, from the parsed form. It
 * concludes what the compiled rule does, more slowly, and is there at once; of few facts that is far quicker than to compile it.
 */
final class ReadRule {
    private final String rulebook;
    private final Drl.Rule rule;
    private final String name;
    private final Map<Drl.Constraint, List<Drl.Path>> guards;
    private int lines;

    private ReadRule(String rulebook, Drl.Rule rule, String name) {
        this.rulebook = rulebook;
        this.rule = rule;
        this.name = name;
        this.guards = Stated.guards(rule);
    }

    /** A line of the rule and what stands for its fact. */
    private record Line(Drl.Pattern pattern, Variable<?> variable) {}

    /** Whether such a rule can be run as read; what is summed or counted is left to the compiled rule. */
    static boolean can(Drl.Rule rule) {
        for (Drl.Condition condition : rule.when()) {
            if (condition instanceof Drl.Accumulate) {
                return false;
            }
        }
        return true;
    }

    /** The rule under that package and name. */
    static Rule of(String rulebook, Drl.Rule rule, String pack, String name) {
        return new ReadRule(rulebook, rule, name).made(pack);
    }

    private Rule made(String pack) {
        List<Line> bound = new ArrayList<>();
        List<Condition> conditions = new ArrayList<>();
        for (Drl.Condition condition : rule.when()) {
            if (condition instanceof Drl.Pattern pattern) {
                conditions.add(pattern(pattern, bound));
            } else {
                conditions.add(group((Drl.Group) condition, bound));
            }
        }
        Map<String, Consequence> consequences = Map.of(RuleImpl.DEFAULT_CONSEQUENCE_NAME, consequence(bound));
        return new RuleImpl(pack, name, null, new CompositePatterns(Condition.Type.AND, conditions, consequences));
    }

    private Condition group(Drl.Group group, List<Line> bound) {
        List<Line> within = new ArrayList<>(bound);
        List<Condition> members = new ArrayList<>();
        for (Drl.Pattern member : group.members()) {
            members.add(pattern(member, within));
        }
        return new ExistentialPatternImpl(
                members.size() == 1 ? members.get(0) : new CompositePatterns(Condition.Type.AND, members),
                group.negated() ? Condition.Type.NOT : Condition.Type.EXISTS);
    }

    /** A line, tried on its fact alone first, then together with those of the lines before it where it names them; it is one of them then. */
    private Condition pattern(Drl.Pattern pattern, List<Line> before) {
        Variable<?> variable = new DeclarationImpl<>(type(pattern), "$v" + ++lines);
        PatternImpl<?> made = new PatternImpl<>(variable);
        boolean named = pattern.constraints().stream().anyMatch(DrlPrinter::namesRulebook);
        boolean ofBook = FactTypes.isConclusion(pattern.type()) && !named;
        made.addConstraint(new Test(
                id("a"),
                new Variable<?>[] {variable},
                facts -> (!ofBook || rulebook.equals(rulebook(facts[0])))
                        && holds(pattern, facts[0], new HashMap<>(), false)));
        Set<String> own = new HashSet<>(pattern.names());
        boolean joins = pattern.constraints().stream().anyMatch(c -> !bound(c, own));
        if (joins) {
            List<Line> others = List.copyOf(before);
            Variable<?>[] variables = new Variable<?>[others.size() + 1];
            variables[0] = variable;
            for (int i = 0; i < others.size(); i++) {
                variables[i + 1] = others.get(i).variable();
            }
            made.addConstraint(
                    new Test(id("b"), variables, facts -> holds(pattern, facts[0], names(others, facts), true)));
        }
        before.add(new Line(pattern, variable));
        return made;
    }

    /** Tells a trial from all others: the engine shares what is called the same. */
    private String id(String of) {
        return rulebook + "." + name + "." + lines + of;
    }

    private static Class<?> type(Drl.Pattern pattern) {
        if (pattern.type().equals("Measure")) {
            return Standing.class;
        }
        FactTypes.FactType type = FactTypes.all().get(pattern.type());
        if (type == null) {
            throw new IllegalStateException(pattern.type() + " is no fact, although the rule was checked");
        }
        return type.factClass();
    }

    private static String rulebook(Object fact) {
        return fact instanceof Conclusion c
                ? c.rulebook()
                : fact instanceof Standing s ? s.rulebook() : ((Exempt) fact).rulebook();
    }

    private static boolean bound(Drl.Constraint constraint, Set<String> own) {
        for (Drl.Path path : Operands.paths(constraint)) {
            if (!path.root().isEmpty() && !own.contains(path.root())) {
                return false;
            }
        }
        return true;
    }

    /** What the rule calls the facts of these lines, and what it reads of them; the first fact is of the line being tried. */
    private static Map<String, Object> names(List<Line> lines, Object... facts) {
        Map<String, Object> names = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Drl.Pattern pattern = lines.get(i).pattern();
            Object fact = facts[i + 1];
            call(pattern, fact, names);
            for (Drl.Constraint constraint : pattern.constraints()) {
                if (constraint instanceof Drl.Bind b) {
                    names.put(b.name(), Values.of(b.path(), fact, names));
                }
            }
        }
        return names;
    }

    private static void call(Drl.Pattern pattern, Object fact, Map<String, Object> names) {
        if (!pattern.binding().isEmpty()) {
            names.put(pattern.binding(), fact);
        }
    }

    /**
     * Whether the fact meets the line.
     *
     * @param names what is bound; what the line binds is added
     * @param all whether every constraint must hold, or those alone that name nothing else
     */
    private boolean holds(Drl.Pattern pattern, Object fact, Map<String, Object> names, boolean all) {
        call(pattern, fact, names);
        for (Drl.Constraint constraint : pattern.constraints()) {
            if (!all && !Values.bound(constraint, names)) {
                continue;
            }
            if (!Stated.all(guards.getOrDefault(constraint, List.of()), fact, names)) {
                return false;
            }
            if (constraint instanceof Drl.Bind b) {
                names.put(b.name(), Values.of(b.path(), fact, names));
            } else if (!Values.holds(constraint, fact, names)) {
                return false;
            }
        }
        return true;
    }

    private Consequence consequence(List<Line> bound) {
        List<Line> all = List.copyOf(bound);
        Variable<?>[] variables = all.stream().map(Line::variable).toArray(Variable<?>[]::new);
        return new ConsequenceImpl(
                facts -> ((Drools) facts[0]).logicalInsert(Values.conclude(rule, rulebook, names(all, facts))),
                variables,
                true,
                false,
                "java");
    }

    /** A trial of facts, for the engine: however many facts there are, it is asked the same way. */
    private static final class Test extends AbstractSingleConstraint {
        private final Variable<?>[] variables;
        private final PredicateN predicate;

        Test(String id, Variable<?>[] variables, PredicateN predicate) {
            super(id, PredicateInformation.EMPTY_PREDICATE_INFORMATION);
            this.variables = variables;
            this.predicate = predicate;
        }

        @Override
        public Variable<?>[] getVariables() {
            return variables;
        }

        @Override
        public PredicateN getPredicate() {
            return predicate;
        }

        @Override
        public Predicate1<?> getPredicate1() {
            return predicate::test;
        }

        @Override
        public Predicate2<?, ?> getPredicate2() {
            return predicate::test;
        }

        @Override
        public Predicate3<?, ?, ?> getPredicate3() {
            return predicate::test;
        }

        @Override
        public Predicate4<?, ?, ?, ?> getPredicate4() {
            return predicate::test;
        }

        @Override
        public Predicate5<?, ?, ?, ?, ?> getPredicate5() {
            return predicate::test;
        }

        @Override
        public Constraint negate() {
            throw new UnsupportedOperationException("a rule of the profile negates groups, not constraints");
        }

        @Override
        public Constraint replaceVariable(Variable old, Variable fresh) {
            throw new UnsupportedOperationException("variables are named once");
        }

        @Override
        public boolean isEqualTo(ModelComponent other) {
            return this == other;
        }
    }
}
