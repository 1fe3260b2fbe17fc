package qiyue.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import qiyue.fact.Portion;

/** Claims that hang together, because they touch a line in common: only those bear on one another. */
final class Components {
    private final Takings takings;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Integer> parents = new ArrayList<>();

    private Components(Takings takings) {
        this.takings = takings;
    }

    static Components of(Takings takings, Collection<Portion> portions) {
        Components components = new Components(takings);
        for (Portion portion : portions) {
            components.join(portion);
        }
        return components;
    }

    /** The claims by the component they belong to. */
    Map<Integer, List<Portion>> split(Collection<Portion> portions) {
        Map<Integer, List<Portion>> parts = new TreeMap<>();
        for (Portion portion : portions) {
            parts.computeIfAbsent(of(portion), k -> new ArrayList<>()).add(portion);
        }
        return parts;
    }

    /** The component a claim of those belongs to. */
    int of(Portion portion) {
        return root(number(takings.reach(portion).get(0)));
    }

    private void join(Portion portion) {
        int first = root(number(takings.reach(portion).get(0)));
        for (String line : takings.reach(portion)) {
            parents.set(root(number(line)), first);
        }
    }

    private int number(String line) {
        Integer known = numbers.get(line);
        if (known == null) {
            known = parents.size();
            parents.add(known);
            numbers.put(line, known);
        }
        return known;
    }

    private int root(int number) {
        int at = number;
        while (parents.get(at) != at) {
            parents.set(at, parents.get(parents.get(at)));
            at = parents.get(at);
        }
        return at;
    }
}
