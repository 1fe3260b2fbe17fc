package qiyue.suite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import qiyue.drl.Drl;
import qiyue.drl.Restriction;

/**
 * What a rule asks of a fact that something else it asks holds already: an exemption the fact must have, where every rule that gives
 * it asks the same; or the fact itself, where it is named a second time by its id.
 */
final class Implied {
    /** What a comparison by each sign holds of others on the same two things. */
    private static final Map<String, Set<String>> HOLDS = Map.of(
            ">", Set.of(">", ">=", "!="),
            "<", Set.of("<", "<=", "!="),
            "==", Set.of("==", ">=", "<="),
            ">=", Set.of(">="),
            "<=", Set.of("<="),
            "!=", Set.of("!="));

    private final Exemptions exemptions;

    Implied(Exemptions exemptions) {
        this.exemptions = exemptions;
    }

    /** A pattern that the fact meets, with what the names it uses stand for. */
    private record Met(Drl.Pattern pattern, Map<String, String> names) {}

    /** Whether all that tells the two patterns apart holds anyway of the facts they are about. */
    boolean same(Drl.Pattern one, Drl.Pattern other, Beside beside) {
        return excluded(one, other, beside) || held(one, other, beside);
    }

    /** Whether what one excludes beside the other's is excluded by another line of the rule, and the other way round. */
    private boolean excluded(Drl.Pattern one, Drl.Pattern other, Beside beside) {
        Optional<Drl.Pattern> of = Exemptions.about(one, beside.bound());
        if (of.isEmpty()
                || !Settled.left(one).equals(Settled.left(other))
                || beside.rule().when().stream().noneMatch(c -> excludes(c).equals(Optional.of(one)))) {
            return false;
        }
        Set<Exemptions.Exempting> before = new HashSet<>(exemptions.found(one, beside.bound()));
        Set<Exemptions.Exempting> after = new HashSet<>(exemptions.found(other, beside.bound()));
        for (Drl.Condition condition : beside.rule().when()) {
            excludes(condition)
                    .filter(p -> p != one && Settled.left(p).size() == 1)
                    .filter(p -> Exemptions.about(p, beside.bound()).equals(of))
                    .map(p -> exemptions.found(p, beside.bound()))
                    .ifPresent(found -> {
                        before.addAll(found);
                        after.addAll(found);
                    });
        }
        return before.equals(after);
    }

    /** The exemption that must not be there. */
    private static Optional<Drl.Pattern> excludes(Drl.Condition condition) {
        return condition instanceof Drl.Group g
                        && g.negated()
                        && g.members().size() == 1
                        && g.members().get(0).type().equals("Exempt")
                ? Optional.of(g.members().get(0))
                : Optional.empty();
    }

    private boolean held(Drl.Pattern one, Drl.Pattern other, Beside beside) {
        List<Drl.Constraint> differing = new ArrayList<>(one.constraints());
        differing.removeAll(other.constraints());
        List<Drl.Constraint> added = new ArrayList<>(other.constraints());
        added.removeAll(one.constraints());
        differing.addAll(added);
        Map<String, String> names = beside.names();
        return met(one, other, beside).stream()
                .anyMatch(all -> differing.stream()
                        .allMatch(c -> all.stream().allMatch(m -> holds(m, new Met(of(one, c), names)))));
    }

    private static Drl.Pattern of(Drl.Pattern pattern, Drl.Constraint constraint) {
        return new Drl.Pattern(pattern.pos(), "", pattern.type(), List.of(constraint));
    }

    /** What the fact of the pattern meets beside it: of each list, one at least. */
    private List<List<Met>> met(Drl.Pattern one, Drl.Pattern other, Beside beside) {
        List<List<Met>> all = new ArrayList<>();
        if (beside.rule().when().contains(one)) {
            exempt(one, beside, all);
        }
        for (Drl.Constraint c : one.constraints()) {
            named(c).filter(n -> other.constraints().contains(c))
                    .map(beside.bound()::get)
                    .filter(p -> p.type().equals(one.type()))
                    .ifPresent(p -> {
                        all.add(List.of(new Met(p, beside.names())));
                        exempt(p, beside, all);
                    });
        }
        return all;
    }

    /** The fact whose id a constraint asks for. */
    private static Optional<String> named(Drl.Constraint constraint) {
        return constraint instanceof Drl.Compare c
                        && c.operator().equals("==")
                        && c.field().equals("id")
                        && c.right() instanceof Drl.Path p
                        && p.steps().size() == 1
                        && p.last().name().equals("id")
                ? Optional.of(p.root())
                : Optional.empty();
    }

    private void exempt(Drl.Pattern fact, Beside beside, List<List<Met>> all) {
        // any fact of the type: what the pattern itself asks may be what is left out
        Map<String, Drl.Pattern> any = new HashMap<>(beside.bound());
        any.put(fact.binding(), new Drl.Pattern(fact.pos(), fact.binding(), fact.type(), List.of()));
        for (Drl.Condition condition : beside.rule().when()) {
            if (condition instanceof Drl.Group g
                    && !g.negated()
                    && g.members().size() == 1
                    && g.members().get(0).type().equals("Exempt")
                    && Exemptions.about(g.members().get(0), beside.bound())
                            .filter(p -> p == fact)
                            .isPresent()) {
                List<Met> giving = exemptions.found(g.members().get(0), any).stream()
                        .map(e -> new Met(e.of(), Beside.of(e.rule()).names()))
                        .toList();
                if (!giving.isEmpty()) {
                    all.add(giving);
                }
            }
        }
    }

    /** Whether a fact that meets a pattern meets the one constraint of another as well. */
    private static boolean holds(Met met, Met asked) {
        Drl.Constraint constraint = asked.pattern().constraints().get(0);
        String field = Settled.field(constraint);
        if (!field.isEmpty() && Settled.isCoded(constraint)) {
            Restriction here = Restriction.of(met.pattern(), field);
            Restriction there = Restriction.of(asked.pattern(), field);
            if (here.only().isPresent()
                    && there.restricts()
                    && here.only().get().stream().filter(here::admits).allMatch(there::admits)) {
                return true;
            }
        }
        return met.pattern().constraints().stream().anyMatch(c -> holds(c, met.names(), constraint, asked.names()));
    }

    private static boolean holds(
            Drl.Constraint here, Map<String, String> names, Drl.Constraint there, Map<String, String> others) {
        if (here instanceof Drl.Compare a && there instanceof Drl.Compare b) {
            return HOLDS.getOrDefault(a.operator(), Set.of()).contains(b.operator())
                    && alike(a.operands(), names, b.operands(), others);
        }
        if (here instanceof Drl.Flag a && there instanceof Drl.Flag b) {
            return a.negated() == b.negated() && alike(a.operands(), names, b.operands(), others);
        }
        return here instanceof Drl.Contains a
                && there instanceof Drl.Contains b
                && alike(a.operands(), names, b.operands(), others);
    }

    private static boolean alike(
            List<Drl.Operand> here, Map<String, String> names, List<Drl.Operand> there, Map<String, String> others) {
        for (int i = 0; i < here.size(); i++) {
            Optional<String> text = text(here.get(i), names);
            if (text.isEmpty() || !text.equals(text(there.get(i), others))) {
                return false;
            }
        }
        return true;
    }

    /** What an operand says, with what its names stand for; empty where one stands for something that is not known here. */
    private static Optional<String> text(Drl.Operand operand, Map<String, String> names) {
        if (!(operand instanceof Drl.Path path)) {
            return Optional.of(operand instanceof Drl.Literal l ? "'" + l.value() : "");
        }
        if (!path.root().isEmpty() && !names.containsKey(path.root())) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(names.getOrDefault(path.root(), ""));
        for (Drl.Step step : path.steps()) {
            text.append('.').append(step.name()).append('(');
            for (Drl.Operand argument : step.arguments()) {
                Optional<String> said = text(argument, names);
                if (said.isEmpty()) {
                    return said;
                }
                text.append(said.get()).append(',');
            }
            text.append(')');
        }
        return Optional.of(text.toString());
    }

    /**
     * A rule around a pattern.
     *
     * @param bound its patterns by the names they bind
     */
    record Beside(Drl.Rule rule, Map<String, Drl.Pattern> bound) {
        static Beside of(Drl.Rule rule) {
            Map<String, Drl.Pattern> bound = new HashMap<>();
            rule.patterns().filter(p -> !p.binding().isEmpty()).forEach(p -> bound.put(p.binding(), p));
            return new Beside(rule, bound);
        }

        /** What names of the rule stand for in every rule alike: the inspection, of which there is one, and its fields. */
        Map<String, String> names() {
            Map<String, String> names = new HashMap<>();
            for (Drl.Condition condition : rule.when()) {
                if (condition instanceof Drl.Pattern p && p.type().equals("Inspection")) {
                    names.put(p.binding(), "Inspection");
                    p.constraints().forEach(c -> {
                        if (c instanceof Drl.Bind b) {
                            text(b.path(), Map.of()).ifPresent(t -> names.put(b.name(), "Inspection" + t));
                        }
                    });
                }
            }
            names.remove("");
            return names;
        }
    }
}
