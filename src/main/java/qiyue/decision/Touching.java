package qiyue.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import qiyue.fact.Conclusion;

/** Conclusions in groups such that any two that share a fact, directly or through others, stand in one. */
final class Touching {
    private final Map<String, String> towards = new HashMap<>();

    private Touching() {}

    /** The groups, each in order of ids. */
    static <C extends Conclusion> Collection<List<C>> groups(Collection<C> conclusions) {
        Touching touching = new Touching();
        conclusions.forEach(c ->
                c.roots().forEach(root -> touching.join(root, c.roots().get(0))));
        Map<String, List<C>> groups = new TreeMap<>();
        for (C conclusion : Conclusions.byId(conclusions)) {
            groups.computeIfAbsent(touching.group(conclusion), k -> new ArrayList<>())
                    .add(conclusion);
        }
        return groups.values();
    }

    private String group(Conclusion conclusion) {
        return conclusion.roots().isEmpty()
                ? " " + conclusion.id()
                : end(conclusion.roots().get(0));
    }

    private void join(String one, String other) {
        String a = end(one);
        String b = end(other);
        // the lesser id leads, whatever the order they came in
        if (a.compareTo(b) < 0) {
            towards.put(b, a);
        } else if (!a.equals(b)) {
            towards.put(a, b);
        }
    }

    private String end(String root) {
        String at = root;
        for (String next = towards.get(at); next != null; next = towards.get(at)) {
            String beyond = towards.get(next);
            if (beyond != null) {
                towards.put(at, beyond);
            }
            at = next;
        }
        return at;
    }
}
