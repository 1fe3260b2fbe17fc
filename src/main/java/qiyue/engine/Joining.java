package qiyue.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import qiyue.drl.Drl;
import qiyue.drl.FactTypes;
import qiyue.drl.Stated;
import qiyue.drl.Values;
import qiyue.fact.Agreement;
import qiyue.fact.Answer;
import qiyue.fact.Evidence;
import qiyue.fact.PriorMeasure;

/** The facts of a group and what was concluded, and whether some of them could meet the patterns of a rule. */
final class Joining {
    private final Map<String, List<Evidence>> facts = new HashMap<>();
    private final Map<String, List<Evidence>> byId = new HashMap<>();
    private final Map<String, List<Answer>> answers = new HashMap<>();
    private final Map<String, Integer> answered = new HashMap<>();
    private final Map<List<String>, Integer> same = new HashMap<>();
    /** By agreement, then by kind. */
    private final Map<String, Map<String, List<Evidence>>> concluded = new HashMap<>();

    Joining(List<Evidence> given, Collection<? extends Evidence> concluded) {
        for (Evidence conclusion : concluded) {
            this.concluded
                    .computeIfAbsent(conclusion.agreement(), k -> new HashMap<>())
                    .computeIfAbsent(conclusion.getClass().getSimpleName(), k -> new ArrayList<>())
                    .add(conclusion);
        }
        for (Evidence fact : given) {
            facts.computeIfAbsent(fact.getClass().getSimpleName(), k -> new ArrayList<>())
                    .add(fact);
            if (fact instanceof Answer a) {
                answers.computeIfAbsent(a.about(), k -> new ArrayList<>()).add(a);
            }
        }
    }

    /** The facts by kind. */
    Map<String, List<Evidence>> facts() {
        return facts;
    }

    /**
     * Whether the patterns could be met; what rests on other conclusions is taken to be met. An agreement stands in every
     * document, an earlier measure in many: of what they leave out only that is asked which something concluded calls for.
     */
    boolean join(
            List<Drl.Pattern> patterns,
            int at,
            Drl.Pattern own,
            Object supposed,
            Map<String, Object> names,
            Looks.Guards guards) {
        return join(patterns, at, own, supposed, names, guards, new ArrayList<>(), chosen -> true);
    }

    boolean join(
            List<Drl.Pattern> patterns,
            int at,
            Drl.Pattern own,
            Object supposed,
            Map<String, Object> names,
            Looks.Guards guards,
            List<Object> chosen,
            Predicate<List<Object>> met) {
        if (at == patterns.size()) {
            return met.test(chosen);
        }
        Drl.Pattern pattern = patterns.get(at);
        if (FactTypes.isConclusion(pattern.type()) && !standing(supposed)) {
            chosen.add(Weighing.TAKEN);
            boolean whole = join(patterns, at + 1, own, supposed, names, guards, chosen, met);
            chosen.remove(at);
            return whole;
        }
        for (Object fact : pattern == own
                ? List.of(supposed)
                : FactTypes.isConclusion(pattern.type())
                        ? concludedFor(supposed, pattern.type())
                        : beside(own, supposed, pattern, names)) {
            Map<String, Object> extended = meets(pattern, fact, names, guards);
            if (extended != null) {
                chosen.add(fact);
                boolean whole = join(patterns, at + 1, own, supposed, extended, guards, chosen, met);
                chosen.remove(at);
                if (whole) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The names after the pattern; null if the fact does not meet it. What cannot be told yet is taken to be met. */
    static @Nullable Map<String, Object> meets(
            Drl.Pattern pattern, Object fact, Map<String, Object> names, Looks.Guards guards) {
        // most patterns name nothing
        boolean own = !pattern.binding().isEmpty();
        Map<String, Object> extended = own ? new LinkedHashMap<>(names) : names;
        if (own) {
            extended.put(pattern.binding(), fact);
        }
        for (Drl.Constraint constraint : pattern.constraints()) {
            if (constraint instanceof Drl.Bind b) {
                if (Values.bound(b.path(), extended)) {
                    extended = own ? extended : new LinkedHashMap<>(names);
                    own = true;
                    extended.put(b.name(), Values.of(b.path(), fact, extended));
                }
            } else if (Values.bound(constraint, extended)
                    && Stated.all(guards.get().getOrDefault(constraint, List.of()), fact, extended)
                    && !Values.holds(constraint, fact, extended)) {
                return null;
            }
        }
        return extended;
    }

    /** What is answered about a fact: the same for facts of which the same is answered. */
    Object answered(String id) {
        return answered.computeIfAbsent(id, k -> {
            List<String> said = new ArrayList<>();
            about(k).forEach(a -> {
                said.add(a.question());
                said.add(a.answer());
            });
            return same.computeIfAbsent(said, x -> same.size());
        });
    }

    private static boolean standing(Object supposed) {
        return supposed instanceof Agreement || supposed instanceof PriorMeasure;
    }

    /** What was concluded: under an agreement, or under none that is known; beside an earlier measure all. */
    private List<Evidence> concludedFor(Object supposed, String type) {
        List<Evidence> found = new ArrayList<>();
        if (supposed instanceof Agreement a) {
            for (String agreement : a.id().isEmpty() ? List.of("") : List.of(a.id(), "")) {
                found.addAll(concluded.getOrDefault(agreement, Map.of()).getOrDefault(type, List.of()));
            }
        } else {
            concluded.values().forEach(kinds -> found.addAll(kinds.getOrDefault(type, List.of())));
        }
        return found;
    }

    private List<Answer> about(String id) {
        return answers.getOrDefault(id, List.of());
    }

    /** The facts of a type with that id: parts of one have it in common. */
    List<Evidence> called(String id, String type) {
        if (byId.isEmpty()) {
            facts.values()
                    .forEach(all -> all.forEach(f -> byId.computeIfAbsent(f.id(), k -> new ArrayList<>(1))
                            .add(f)));
        }
        return byId.getOrDefault(id, List.of()).stream()
                .filter(f -> f.getClass().getSimpleName().equals(type))
                .toList();
    }

    /** The facts that may meet a pattern. */
    List<? extends Object> candidates(Drl.Pattern pattern, Map<String, Object> names) {
        if (pattern.type().equals("Answer")) {
            for (Drl.Constraint c : pattern.constraints()) {
                if (c instanceof Drl.Compare k
                        && k.left() instanceof Drl.Path p
                        && p.steps().get(0).name().equals("about")
                        && Values.bound(k.right(), names)) {
                    return about(String.valueOf(Values.of(k.right(), "", names)));
                }
            }
        }
        return facts.getOrDefault(pattern.type(), List.of());
    }

    /** Those that may meet it beside the fact supposed: where that names one of them by its id, that one. */
    private List<? extends Object> beside(
            Drl.Pattern own, Object supposed, Drl.Pattern pattern, Map<String, Object> names) {
        for (Drl.Constraint c : own.constraints()) {
            if (c instanceof Drl.Compare k
                    && k.operator().equals("==")
                    && isId(k.right(), pattern)
                    && k.left() instanceof Drl.Path named
                    && named.root().isEmpty()
                    && Values.bound(named, names)
                    && Values.of(named, supposed, names) instanceof String id
                    && !id.isEmpty()) {
                return called(id, pattern.type());
            }
        }
        return candidates(pattern, names);
    }

    private static boolean isId(Drl.Operand operand, Drl.Pattern of) {
        return operand instanceof Drl.Path path
                && !of.binding().isEmpty()
                && path.root().equals(of.binding())
                && path.steps().size() == 1
                && path.last().name().equals("id");
    }
}
