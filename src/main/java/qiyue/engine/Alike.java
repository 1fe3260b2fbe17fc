package qiyue.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import qiyue.drl.Drl;
import qiyue.drl.FactTypes;
import qiyue.drl.Operands;
import qiyue.drl.Stated;
import qiyue.drl.Values;
import qiyue.fact.Agreement;
import qiyue.fact.Evidence;
import qiyue.shape.Shape;

/**
 * Facts a rule cannot tell apart. Of a fact it sees the fields it names and the answers about it: of thousands of lines that are alike
 * in those, one is tried for all. What the rule asks of the fact alone, and not of the field supposed, is tried before anything else.
 */
final class Alike {
    private final Seen seen;
    private final Map<List<Object>, Boolean> known = new HashMap<>();

    Alike(Seen seen) {
        this.seen = seen;
    }

    /**
     * What a rule sees of the facts of one type. It follows from the rule, so that it is worked out once for all documents.
     *
     * @param first what it asks of the fact alone
     * @param paths what it names of the fact
     * @param answers whether it looks at what is answered about it
     * @param told whether that is all it sees
     */
    record Seen(
            List<Drl.Constraint> first,
            List<Drl.Path> paths,
            boolean answers,
            boolean told,
            Map<Drl.Constraint, List<Drl.Path>> guards) {}

    /**
     * What a rule sees of a fact.
     *
     * @param patterns those that are tried, {@code own}, the fact's, among them
     * @param type the class of such facts
     * @param supposed the field in which something is supposed; empty: none
     */
    static Seen seen(List<Drl.Pattern> patterns, Drl.Pattern own, Class<?> type, String supposed, Looks.Guards guards) {
        Shape shape = Shape.of(type);
        List<Drl.Constraint> first = new ArrayList<>();
        Map<String, Drl.Path> seen = new LinkedHashMap<>();
        boolean answers = false;
        // beside an agreement stands what was concluded under it: that is of each its own
        boolean told = type != Agreement.class;
        for (Drl.Pattern pattern : patterns) {
            for (Drl.Constraint constraint : pattern.constraints()) {
                if (about(pattern, constraint, own) && unnamed(pattern, patterns)) {
                    answers = true;
                    continue;
                }
                List<Drl.Path> all = Operands.paths(constraint);
                List<Drl.Path> paths = new ArrayList<>();
                boolean alone = pattern == own && !(constraint instanceof Drl.Bind);
                for (Drl.Path path : all) {
                    if ((pattern == own && path.root().isEmpty()
                                    || !own.binding().isEmpty() && path.root().equals(own.binding()))
                            && FactTypes.function(path).isEmpty()) {
                        paths.add(path);
                        told &= plain(path, shape);
                        alone &= !path.steps().isEmpty()
                                && !path.steps().get(0).name().equals(supposed);
                    }
                }
                if (alone && paths.size() == all.size()) {
                    first.add(constraint);
                } else {
                    for (Drl.Path path : paths) {
                        seen.putIfAbsent(named(path), new Drl.Path(path.pos(), "", path.steps()));
                    }
                }
            }
        }
        return new Seen(told ? List.copyOf(first) : List.of(), List.copyOf(seen.values()), answers, told, guards.get());
    }

    /** Its steps by their names: where one takes an argument, no two facts are told alike by it. */
    private static String named(Drl.Path path) {
        StringBuilder names = new StringBuilder();
        for (Drl.Step step : path.steps()) {
            names.append('.').append(step.name());
        }
        return names.toString();
    }

    /** A field, or something of it, and nothing that takes an argument: what a method looks at cannot be told. */
    private static boolean plain(Drl.Path path, Shape shape) {
        return !path.steps().isEmpty() && shape.index(path.steps().get(0).name()) >= 0 && unargued(path);
    }

    private static boolean unargued(Drl.Path path) {
        for (Drl.Step step : path.steps()) {
            if (!step.arguments().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is {@code about == $own.id} of an answer. */
    private static boolean about(Drl.Pattern pattern, Drl.Constraint constraint, Drl.Pattern own) {
        return pattern.type().equals("Answer")
                && constraint instanceof Drl.Compare c
                && c.operator().equals("==")
                && c.left() instanceof Drl.Path left
                && left.root().isEmpty()
                && left.steps().size() == 1
                && left.steps().get(0).name().equals("about")
                && c.right() instanceof Drl.Path right
                && !own.binding().isEmpty()
                && right.root().equals(own.binding())
                && right.steps().size() == 1
                && right.steps().get(0).name().equals("id");
    }

    /** Whether no other pattern speaks of the answer: then nothing but what it answers is seen of it. */
    private static boolean unnamed(Drl.Pattern answer, List<Drl.Pattern> patterns) {
        Set<String> names = answer.names();
        return patterns.stream()
                        .flatMap(p -> p.constraints().stream())
                        .flatMap(c -> Operands.paths(c).stream())
                        .noneMatch(p -> names.contains(p.root()))
                && answer.constraints().stream()
                        .flatMap(c -> Operands.paths(c).stream())
                        .filter(p -> p.root().isEmpty())
                        .allMatch(p -> Stream.of("question", "about", "answer")
                                .anyMatch(f -> f.equals(p.steps().get(0).name())));
    }

    /**
     * Whether the fact passes, as the first like it was found to.
     *
     * @param answered by id of a fact what is answered about it, the same for the same answers
     */
    boolean test(Evidence fact, Function<String, Object> answered, Predicate<Evidence> tried) {
        if (!seen.told()) {
            return tried.test(fact);
        }
        for (Drl.Constraint constraint : seen.first()) {
            if (Stated.all(seen.guards().getOrDefault(constraint, List.of()), fact, Map.of())
                    && !Values.holds(constraint, fact, Map.of())) {
                return false;
            }
        }
        List<Object> key = new ArrayList<>(seen.paths().size() + 1);
        for (Drl.Path path : seen.paths()) {
            key.add(Values.of(path, fact, Map.of()));
        }
        if (seen.answers()) {
            key.add(answered.apply(fact.id()));
        }
        Boolean before = known.get(key);
        if (before == null) {
            before = tried.test(fact);
            known.put(key, before);
        }
        return before;
    }
}
