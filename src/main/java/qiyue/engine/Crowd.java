package qiyue.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import qiyue.drl.Drl;
import qiyue.drl.Values;
import qiyue.fact.Blank;
import qiyue.fact.Evidence;
import qiyue.fact.Standing;
import qiyue.shape.Field;
import qiyue.shape.Shape;

/** Facts as lines of rules pick them, counted: by their kind, by the code that tells them apart, by what of them is equal. */
final class Crowd {
    /** By what rules call them and by the code that tells them apart. */
    private final Map<String, Map<String, Like>> facts = new HashMap<>();

    /** How many there are of each kind. */
    private final Map<String, Integer> sizes = new HashMap<>();

    /** Facts of one kind and code, and by field how many of them at most are equal in it. */
    private record Like(List<Evidence> facts, Map<String, Integer> equal) {
        Like() {
            this(new ArrayList<>(), new HashMap<>());
        }

        int equal(Drl.Path own) {
            return equal.computeIfAbsent(own.steps().get(0).name(), k -> most(alike(facts, own)));
        }
    }

    static Crowd of(List<Evidence> facts) {
        Crowd crowd = new Crowd();
        facts.forEach(crowd::add);
        return crowd;
    }

    void add(Evidence fact) {
        Like like = facts.computeIfAbsent(type(fact), k -> new HashMap<>())
                .computeIfAbsent(Plan.code(fact), k -> new Like());
        like.facts().add(fact);
        like.equal().clear();
        sizes.merge(type(fact), 1, Integer::sum);
    }

    /** What rules call it: measures they see united. */
    static String type(Evidence fact) {
        return fact instanceof Standing ? "Measure" : fact.getClass().getSimpleName();
    }

    /** Those of which the line admits the code. */
    private List<Like> admitted(Plan.Sight line) {
        Map<String, Like> kind = facts.getOrDefault(line.type(), Map.of());
        List<Like> some = new ArrayList<>();
        if (line.only().isEmpty()) {
            kind.forEach((code, like) -> {
                if (line.codes().admits(code)) {
                    some.add(like);
                }
            });
            return some;
        }
        for (String code : line.only()) {
            Like like = line.codes().admits(code) ? kind.get(code) : null;
            if (like != null) {
                some.add(like);
            }
        }
        return some;
    }

    /** How many facts rules call so. */
    int count(String type) {
        return sizes.getOrDefault(type, 0);
    }

    /** How many facts the line admits by their codes. */
    int count(Plan.Sight line) {
        int all = 0;
        for (Like like : admitted(line)) {
            all += like.facts().size();
        }
        return all;
    }

    /** Of the facts the line admits, how many at most are equal in the field: so many there can be beside any other fact. */
    int equal(Plan.Sight line, Drl.Path own) {
        int most = 0;
        for (Like like : admitted(line)) {
            most += like.equal(own);
        }
        return most;
    }

    private static int most(Map<Object, Integer> counts) {
        int most = 0;
        for (int some : counts.values()) {
            most = Math.max(most, some);
        }
        return most;
    }

    /**
     * How many of the facts have each value of the field. Two texts left out are not equal, nor two days of events that are not
     * stated; all else that is alike is, as for the engine.
     */
    static Map<Object, Integer> alike(List<Evidence> facts, Drl.Path own) {
        Map<Object, Integer> alike = new HashMap<>();
        for (Evidence fact : facts) {
            Object value = Values.of(own, fact, Map.of());
            if (!leftOut(value, fact, own)) {
                alike.merge(plain(value), 1, Integer::sum);
            }
        }
        return alike;
    }

    /** Numbers are equal by what they are worth. */
    static Object plain(Object value) {
        return value instanceof Number n ? Values.number(n).stripTrailingZeros() : value;
    }

    private static boolean leftOut(Object value, Evidence fact, Drl.Path own) {
        return value.equals("")
                ? !(fact instanceof Record record)
                        || Shape.of(record)
                                .field(own.steps().get(0).name())
                                .filter(Field::coded)
                                .isEmpty()
                : value.equals(Blank.UNSTATED) || value.equals(Blank.UNSTATED_AT);
    }

    /** The facts that meet what the pattern says of them alone. */
    List<Evidence> met(Drl.Pattern pattern, Plan.Sight line) {
        List<Drl.Constraint> further = new ArrayList<>();
        for (Drl.Constraint c : pattern.constraints()) {
            if (alone(c) && !line.tells(c)) {
                further.add(c);
            }
        }
        List<Evidence> met = new ArrayList<>();
        for (Like like : admitted(line)) {
            for (Evidence fact : like.facts()) {
                if (holds(further, fact)) {
                    met.add(fact);
                }
            }
        }
        return met;
    }

    private static boolean holds(List<Drl.Constraint> constraints, Evidence fact) {
        for (Drl.Constraint c : constraints) {
            if (!Values.holds(c, fact, Map.of())) {
                return false;
            }
        }
        return true;
    }

    private static boolean alone(Drl.Constraint constraint) {
        return constraint instanceof Drl.Compare c
                ? Values.bound(c.left(), Map.of()) && Values.bound(c.right(), Map.of())
                : constraint instanceof Drl.OneOf o && Values.bound(o.left(), Map.of());
    }
}
