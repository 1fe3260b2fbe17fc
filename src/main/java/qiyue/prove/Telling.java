package qiyue.prove;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import qiyue.change.DecisionDiff;
import qiyue.decision.Decision;
import qiyue.drl.Drl;
import qiyue.engine.Docket;
import qiyue.engine.Dockets;
import qiyue.engine.Evaluator;
import qiyue.explain.Firings;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;
import qiyue.suite.Case;
import qiyue.suite.Mutation;

/**
 * For changes to rules that no case notices an inspection that would: a case on which the rule concludes something, altered in
 * one place after another, or with a fact besides. What such an inspection should come to its author reads off the text; where
 * none is found, the condition may be one that no document can show. Several threads may ask at once.
 */
public final class Telling {
    /** So many of the cases that meet a rule are altered. */
    private static final int CASES = 2;

    /** So many values that documents write in a field are tried in it. */
    private static final int VALUES = 8;

    private final Library library;
    private final Kinds kinds;
    private final Smallest smallest;
    private final Map<String, Map<String, Collection<JsonNode>>> written = new ConcurrentHashMap<>();
    private final Map<String, Rulebook> exempting = new ConcurrentHashMap<>();

    /** For the rules of a library. */
    public Telling(Library library) {
        this.library = library;
        this.kinds = new Kinds(library.vocabulary());
        this.smallest = new Smallest(library);
    }

    /**
     * An inspection that tells.
     *
     * @param of the case it was made of; empty where it was written down from the rule
     * @param document the inspection
     * @param places where it differs from that case, as JSON pointers
     * @param changes what the rule as changed makes of it that the rule as it stands does not
     */
    public record Told(
            Mutation.Alive alive,
            Optional<Case> of,
            ObjectNode document,
            List<String> places,
            List<DecisionDiff.Change> changes) {}

    /** What tells of changes to one rule; nothing of those for which nothing was found. */
    public List<Told> of(List<Mutation.Alive> alive) {
        List<Told> told = new ArrayList<>();
        List<Mutation.Alive> left = new ArrayList<>(alive);
        Mutation.Alive any = alive.get(0);
        List<Case> shortest = any.met().stream()
                .sorted(Comparator.comparingInt(c -> c.given().toString().length()))
                .limit(CASES)
                .toList();
        for (Case met : shortest) {
            if (met.given() instanceof ObjectNode given) {
                around(given, Optional.of(met), left, told);
            }
        }
        if (any.met().isEmpty()) {
            drafted(any).ifPresent(d -> around(d, Optional.empty(), left, told));
        }
        return told;
    }

    private Optional<ObjectNode> drafted(Mutation.Alive any) {
        synchronized (smallest) {
            return smallest.of(any.book(), any.rule());
        }
    }

    private void around(ObjectNode document, Optional<Case> of, List<Mutation.Alive> left, List<Told> told) {
        if (left.isEmpty()) {
            return;
        }
        Mutation.Alive any = left.get(0);
        List<Drl.Rule> rules = Stream.concat(
                        Stream.of(any.rule()), left.stream().flatMap(a -> a.changed().stream()))
                .toList();
        Set<String> places = new LinkedHashSet<>();
        any.rule().patterns().forEach(p -> kinds.of(p).filter(k -> !k.single()).ifPresent(k -> places.add(k.place())));
        places.add("/agreements");
        for (List<ObjectNode> some : List.of(
                Points.of(document, rules, library.calendar()),
                Decoys.of(document, places, name -> written(any.book().info().region(), name)))) {
            for (ObjectNode altered : some) {
                if (left.isEmpty()) {
                    return;
                }
                tried(document, altered, of, left, told);
            }
        }
    }

    private void tried(
            ObjectNode document, ObjectNode altered, Optional<Case> of, List<Mutation.Alive> left, List<Told> told) {
        List<Mutation.Alive> other = concludingOtherwise(altered, left);
        if (other.isEmpty()) {
            return;
        }
        Optional<Decision> before = decided(library, altered);
        for (Mutation.Alive each : other) {
            List<DecisionDiff.Change> changes = changes(before, decided(each.in(library), altered));
            if (!changes.isEmpty()) {
                Set<String> places = new TreeSet<>();
                differing(document, altered, "", places);
                told.add(new Told(each, of, altered, List.copyOf(places), changes));
                left.remove(each);
            }
        }
    }

    /** The changes of one rule with which it concludes something else from a document than as it stands. */
    private List<Mutation.Alive> concludingOtherwise(ObjectNode document, List<Mutation.Alive> left) {
        Rulebook book = left.get(0).book();
        Drl.Rule rule = left.get(0).rule();
        Set<Mutation.Alive> other = new LinkedHashSet<>();
        for (Firings.Followed followed : followed(document, book, rule)) {
            Set<List<Object>> stands = followed.by(book, rule);
            for (Mutation.Alive each : left) {
                if (!other.contains(each)
                        && !stands.equals(
                                each.changed().map(r -> followed.by(book, r)).orElse(Set.of()))) {
                    other.add(each);
                }
            }
        }
        return left.stream().filter(other::contains).toList();
    }

    /** The facts that the rulebook judges, with what follows from them as far as the rule can rest on it. */
    private List<Firings.Followed> followed(ObjectNode document, Rulebook book, Drl.Rule rule) {
        try {
            return Dockets.of(InspectionReader.read(document, library, "telling"), library).stream()
                    .flatMap(d -> d.groups().stream())
                    .filter(g -> g.regime().stream().anyMatch(b -> b.id().equals(book.id())))
                    .map(g -> new Firings.Followed(rule.chained() ? g : onFacts(g)))
                    .toList();
        } catch (Problems e) {
            return List.of();
        }
    }

    /** What rests on facts alone hangs on no rule but exemptions. */
    private Docket.Group onFacts(Docket.Group group) {
        return group.judgedBy(group.regime().stream()
                .map(b -> exempting.computeIfAbsent(
                        b.id(), id -> b.with(r -> r.then().type().equals("Exempt") ? Stream.of(r) : Stream.empty())))
                .toList());
    }

    private static List<DecisionDiff.Change> changes(Optional<Decision> before, Optional<Decision> after) {
        return before.isEmpty() || after.isEmpty()
                ? List.of()
                : DecisionDiff.between(before.get(), after.get()).stream()
                        .filter(c -> !c.remark() && c.part() != DecisionDiff.Part.RULEBOOK)
                        .toList();
    }

    private static Optional<Decision> decided(Library library, ObjectNode document) {
        try {
            return Optional.of(new Evaluator(library, Firings::conclusions)
                    .evaluate(InspectionReader.read(document, library, "telling"), ""));
        } catch (Problems e) {
            return Optional.empty();
        }
    }

    /** Where two documents differ. */
    private static void differing(JsonNode one, JsonNode other, String at, Set<String> places) {
        if (one.isContainerNode() && one.getNodeType() == other.getNodeType()) {
            Set<String> below = new TreeSet<>();
            if (one.isObject()) {
                one.fieldNames().forEachRemaining(below::add);
                other.fieldNames().forEachRemaining(below::add);
                below.forEach(n -> differing(one.path(n), other.path(n), at + "/" + n, places));
            } else {
                for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
                    differing(one.path(i), other.path(i), at + "/" + i, places);
                }
            }
        } else if (!one.equals(other)) {
            places.add(at);
        }
    }

    /** What the cases of a region write in a field of that name, what is written most first. */
    private Collection<JsonNode> written(String region, String name) {
        return written.computeIfAbsent(region, this::written).getOrDefault(name, List.of());
    }

    private Map<String, Collection<JsonNode>> written(String region) {
        Map<String, Map<JsonNode, Integer>> counted = new TreeMap<>();
        Smallest.documents(library, region).forEach(d -> count(d, counted));
        Map<String, Collection<JsonNode>> most = new TreeMap<>();
        counted.forEach((name, values) -> most.put(
                name,
                values.entrySet().stream()
                        .sorted(Map.Entry.<JsonNode, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(e -> e.getKey().toString()))
                        .limit(VALUES)
                        .map(Map.Entry::getKey)
                        .toList()));
        return most;
    }

    private static void count(JsonNode node, Map<String, Map<JsonNode, Integer>> counted) {
        node.fields().forEachRemaining(f -> {
            if (f.getValue().isValueNode()) {
                counted.computeIfAbsent(f.getKey(), k -> new HashMap<>()).merge(f.getValue(), 1, Integer::sum);
            }
        });
        node.forEach(n -> count(n, counted));
    }
}
