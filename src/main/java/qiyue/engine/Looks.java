package qiyue.engine;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import qiyue.drl.Drl;
import qiyue.drl.FactTypes;
import qiyue.drl.Restriction;
import qiyue.drl.Stated;
import qiyue.rulebook.Rulebook;
import qiyue.shape.Field;
import qiyue.shape.Form;
import qiyue.shape.Says;
import qiyue.shape.Shape;

/**
 * How the rules of a rulebook look at facts of one type in which something may be left out: a day, a figure, or a code.
 *
 * @param events all the fields they look at that may be left out
 * @param all the rules that look at such a field, each with its pattern
 * @param takers by clause and field, the rules that read a code or a day where it is left out: those ask about it themselves
 */
record Looks(Set<String> events, List<Look> all, Map<String, List<Look>> takers) {

    /**
     * One pattern of one rule: the clause, what must be met beside it, the fields it looks at.
     *
     * @param least how many facts of the type the rule needs
     * @param codes of the fields that hold codes, what the pattern leaves of them
     * @param seen what the rule sees of such facts, by the field supposed; worked out when it is first needed
     */
    record Look(
            Drl.Rule rule,
            String clause,
            List<Drl.Pattern> positive,
            Drl.Pattern own,
            List<String> events,
            int least,
            Map<String, Restriction> codes,
            Guards guards,
            Map<String, Alike.Seen> seen) {

        Look(
                Drl.Rule rule,
                String clause,
                List<Drl.Pattern> positive,
                Drl.Pattern own,
                List<String> events,
                int least,
                Map<String, Restriction> codes,
                Guards guards) {
            this(rule, clause, positive, own, events, least, codes, guards, new ConcurrentHashMap<>());
        }

        /**
         * What the rule sees of facts of that class with something supposed in the field; of facts as they are, without asking
         * what is answered, where none is named.
         */
        Alike.Seen seen(Class<?> type, String supposed) {
            Alike.Seen known = seen.get(supposed);
            if (known == null) {
                known = Alike.seen(supposed.isEmpty() ? facts() : positive, own, type, supposed, guards);
                seen.put(supposed, known);
            }
            return known;
        }

        /** What must be met but answers. */
        List<Drl.Pattern> facts() {
            return positive.stream().filter(p -> !p.type().equals("Answer")).toList();
        }
    }

    /** The paths a rule needs stated, worked out when they are first needed. */
    static final class Guards {
        private final Drl.Rule rule;
        private volatile @Nullable Map<Drl.Constraint, List<Drl.Path>> found;

        Guards(Drl.Rule rule) {
            this.rule = rule;
        }

        Map<Drl.Constraint, List<Drl.Path>> get() {
            Map<Drl.Constraint, List<Drl.Path>> known = found;
            if (known == null) {
                known = Stated.guards(rule);
                found = known;
            }
            return known;
        }
    }

    static Looks of(Rulebook book, List<Drl.Rule> rules, String type) {
        Set<String> events = new TreeSet<>();
        List<Look> all = new ArrayList<>();
        List<Field> codes = codes(type);
        Map<String, List<Look>> takers = new HashMap<>();
        for (Drl.Rule rule : rules) {
            if (!names(rule, type)) {
                continue;
            }
            List<Drl.Pattern> positive = positive(rule);
            Guards guards = new Guards(rule);
            for (Drl.Pattern pattern : positive) {
                look(book, rule, pattern, positive, type, codes, guards, events, all, takers);
            }
            for (List<Drl.Pattern> beside : beside(rule)) {
                List<Drl.Pattern> with = new ArrayList<>(positive);
                with.addAll(beside);
                for (Drl.Pattern pattern : beside) {
                    look(book, rule, pattern, List.copyOf(with), type, codes, guards, events, all, takers);
                }
            }
        }
        return new Looks(events, List.copyOf(all), takers);
    }

    private static void look(
            Rulebook book,
            Drl.Rule rule,
            Drl.Pattern pattern,
            List<Drl.Pattern> positive,
            String type,
            List<Field> codes,
            Guards guards,
            Set<String> events,
            List<Look> all,
            Map<String, List<Look>> takers) {
        if (!pattern.type().equals(type)) {
            return;
        }
        String clause = book.id() + "#" + rule.clause();
        List<String> own = new ArrayList<>(Stated.events(rule, pattern));
        Map<String, Restriction> restricted = new HashMap<>();
        for (Field field : codes) {
            Restriction left = Restriction.of(pattern, field.name());
            if (left.only().filter(o -> o.contains("unstated")).isPresent()) {
                takers.computeIfAbsent(clause + " " + field.name(), k -> new ArrayList<>())
                        .add(new Look(rule, clause, positive, pattern, List.of(field.name()), 1, Map.of(), guards));
            } else if (left.restricts() && !left.admits("unstated")) {
                own.add(field.name());
                restricted.put(field.name(), left);
            }
        }
        for (String field : takenUp(pattern)) {
            takers.computeIfAbsent(clause + " " + field, k -> new ArrayList<>())
                    .add(new Look(rule, clause, positive, pattern, List.of(field), 1, Map.of(), guards));
        }
        if (!own.isEmpty()) {
            events.addAll(own);
            all.add(new Look(
                    rule, clause, positive, pattern, List.copyOf(own), least(rule, pattern), restricted, guards));
        }
    }

    /** The days whose silence the pattern takes up: it is met where they are not stated. */
    private static List<String> takenUp(Drl.Pattern pattern) {
        List<String> fields = new ArrayList<>();
        FactTypes.FactType fact = FactTypes.all().get(pattern.type());
        for (Drl.Constraint constraint : pattern.constraints()) {
            if (fact != null
                    && constraint instanceof Drl.Flag f
                    && f.negated()
                    && f.path().root().isEmpty()
                    && f.path().steps().size() == 1) {
                for (Method method : fact.factClass().getMethods()) {
                    Says says = method.getAnnotation(Says.class);
                    if (says != null
                            && method.getName().equals(f.path().steps().get(0).name())) {
                        fields.addAll(List.of(says.tells()));
                    }
                }
            }
        }
        return fields;
    }

    /** The codes of the type that a document may leave out, so that they read {@code unstated}. */
    private static List<Field> codes(String type) {
        FactTypes.FactType fact = FactTypes.all().get(type);
        if (fact == null || !fact.factClass().isRecord()) {
            return List.of();
        }
        return Shape.of(fact.factClass()).fields().stream()
                .filter(f -> f.form() == Form.TEXT && f.codes().contains("unstated") && !f.event())
                .toList();
    }

    /** The rules of a look's clause that read the field where it is left out. */
    List<Look> takers(Look look, String field) {
        return takers.getOrDefault(look.clause() + " " + field, List.of());
    }

    private static boolean names(Drl.Rule rule, String type) {
        for (Drl.Condition condition : rule.when()) {
            for (Drl.Pattern pattern : condition.members()) {
                if (pattern.type().equals(type)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What must be there, and what a rule adds up: every figure not stated may be what the sum lacks. */
    private static List<Drl.Pattern> positive(Drl.Rule rule) {
        List<Drl.Pattern> positive = new ArrayList<>();
        List<Drl.Pattern> summed = new ArrayList<>();
        for (Drl.Condition condition : rule.when()) {
            if (condition instanceof Drl.Pattern p) {
                positive.add(p);
            } else if (condition instanceof Drl.Accumulate a && a.function().equals("sum")) {
                summed.addAll(a.members());
            }
        }
        positive.addAll(summed);
        return List.copyOf(positive);
    }

    /**
     * What must be met together with what a rule names: what has to be there besides, and one by one what may not be there and what is
     * counted, since a fact of which something is not stated may be such a one.
     */
    private static List<List<Drl.Pattern>> beside(Drl.Rule rule) {
        List<List<Drl.Pattern>> found = new ArrayList<>();
        for (Drl.Condition condition : rule.when()) {
            if (condition instanceof Drl.Group g && !g.negated()) {
                found.add(g.members());
            } else if (condition instanceof Drl.Group
                    || (condition instanceof Drl.Accumulate a && a.function().equals("count"))) {
                condition.members().forEach(p -> found.add(List.of(p)));
            }
        }
        return found;
    }

    /** How many facts such as the pattern's the rule needs: of what it counts as many as it says, else one. */
    private static int least(Drl.Rule rule, Drl.Pattern pattern) {
        for (Drl.Condition condition : rule.when()) {
            if (condition instanceof Drl.Accumulate a
                    && a.function().equals("count")
                    && a.members().contains(pattern)
                    && a.number().value() instanceof Number n) {
                return switch (a.operator()) {
                    case ">=", "==" -> n.intValue();
                    case ">" -> n.intValue() + 1;
                    default -> 1;
                };
            }
        }
        return 1;
    }
}
