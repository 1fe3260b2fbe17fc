package qiyue.engine;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import qiyue.drl.Drl;
import qiyue.drl.Values;
import qiyue.fact.Blank;
import qiyue.fact.Evidence;
import qiyue.fact.Standing;

/** Facts as lines of rules pick them, counted: by their kind, by the code that tells them apart, by what of them is equal. */
final class Crowd {
    /** By what rules call them and by the code that tells them apart. */
    private final Map<String, Map<String, List<Evidence>>> facts = new HashMap<>();


    /** By type, code and field how many facts at most are equal in it. */
    private final Map<String, Integer> equal = new HashMap<>();


    void add(Evidence fact) {
        equal.clear();
        facts.computeIfAbsent(type(fact), k -> new HashMap<>())
                .computeIfAbsent(Plan.code(fact), k -> new ArrayList<>())
                .add(fact);
    }

    /** What rules call it: measures they see united. */
    static String type(Evidence fact) {
        return fact instanceof Standing ? "Measure" : fact.getClass().getSimpleName();
    }

    /** How many facts rules call so. */
    int count(String type) {
        int all = 0;
        for (List<Evidence> some : facts.getOrDefault(type, Map.of()).values()) {
            all += some.size();
        }
        return all;
    }

    /** How many facts have a code that the line admits. */
    int count(Plan.Sight line) {
        int all = 0;
        for (Map.Entry<String, List<Evidence>> some :
                facts.getOrDefault(line.type(), Map.of()).entrySet()) {
            all += line.codes().admits(some.getKey()) ? some.getValue().size() : 0;
        }
        return all;
    }

    /** Of the facts the line admits, how many at most are equal in the field: so many there can be beside any other fact. */
    int equal(Plan.Sight line, Drl.Path own) {
        int most = 0;
        for (Map.Entry<String, List<Evidence>> some :
                facts.getOrDefault(line.type(), Map.of()).entrySet()) {
            if (line.codes().admits(some.getKey())) {
                String field = line.type() + " " + some.getKey() + " "
                        + own.steps().get(0).name();
                Integer known = equal.get(field);
                if (known == null) {
                    known = most(alike(some.getValue(), own));
                    equal.put(field, known);
                }
                most += known;
            }
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

    /** How many of the facts have each value of the field; those that leave it out are equal to none. */
    static Map<Object, Integer> alike(List<Evidence> facts, Drl.Path own) {
        Map<Object, Integer> alike = new HashMap<>();
        for (Evidence fact : facts) {
            Object value = Values.of(own, fact, Map.of());
            if (!blank(value)) {
                alike.merge(value, 1, Integer::sum);
            }
        }
        return alike;
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
        facts.getOrDefault(pattern.type(), Map.of()).forEach((code, some) -> {
            if (!line.codes().admits(code)) {
                return;
            }
            for (Evidence fact : some) {
                if (holds(further, fact)) {
                    met.add(fact);
                }
            }
        });
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

    /** What two facts leave out is not equal. */
    private static boolean blank(Object value) {
        return value.equals("")
                || (value instanceof LocalDate d && !Blank.happened(d))
                || (value instanceof LocalDateTime t && !Blank.happened(t.toLocalDate()));
    }
}
