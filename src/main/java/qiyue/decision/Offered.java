package qiyue.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import qiyue.fact.Measure;

/**
 * Which of what the agency may choose the text offers one instead of the other, line against line: two for a common fact, whomever
 * they strike. What each supposes is a literal, as of a question.
 */
final class Offered {
    private final List<Sums.Drawn> lines;
    private final Map<String, MeasureKind> kinds;
    private final List<Set<String>> supposed = new ArrayList<>();

    /** Lines that may come, by agreement and kind. */
    private final Map<String, Map<String, List<Integer>>> mayCome = new TreeMap<>();

    Offered(List<Sums.Drawn> lines, Map<String, MeasureKind> kinds) {
        this.lines = lines;
        this.kinds = kinds;
        for (int i = 0; i < lines.size(); i++) {
            supposed.add(new TreeSet<>());
            if (Exclusions.mayCome(lines.get(i))) {
                Line line = lines.get(i).line();
                mayCome.computeIfAbsent(line.key().agreement(), k -> new TreeMap<>())
                        .computeIfAbsent(line.kind(), k -> new ArrayList<>())
                        .add(i);
            }
        }
        for (Map<String, List<Integer>> here : mayCome.values()) {
            here.forEach((one, first) -> here.forEach((other, second) -> {
                if (one.compareTo(other) < 0 && (instead(one, other) || instead(other, one))) {
                    apart(ofAgency(first), ofAgency(second));
                }
            }));
        }
    }

    private boolean instead(String one, String other) {
        return kinds.getOrDefault(one, MeasureKind.NONE).instead().contains(other);
    }

    private List<Integer> ofAgency(List<Integer> some) {
        return some.stream()
                .filter(i ->
                        lines.get(i).line().optional() && lines.get(i).shown().ofAgency())
                .toList();
    }

    /** Each line of the side that has fewer is one question: it, or those of the other side for a fact of its own. */
    private void apart(List<Integer> first, List<Integer> second) {
        boolean fewer = first.size() <= second.size();
        for (int one : fewer ? first : second) {
            Set<String> facts = new HashSet<>(lines.get(one).shown().facts());
            for (int other : fewer ? second : first) {
                if (!Collections.disjoint(facts, lines.get(other).shown().facts())) {
                    supposed.get(one).add("line " + one + (fewer ? "=yes" : "=no"));
                    supposed.get(other).add("line " + one + (fewer ? "=no" : "=yes"));
                }
            }
        }
    }

    /** What each measure of a line supposes: as one that is offered, and by the choices it hangs on. */
    List<Set<String>> of(int i) {
        Line line = lines.get(i).line();
        List<Set<String>> each = new ArrayList<>(line.same().size());
        for (Measure measure : line.same()) {
            Set<String> all = new TreeSet<>(supposed.get(i));
            for (String kind : measure.presumes()) {
                all.addAll(presuming(kind, measure, line.key().agreement()));
            }
            each.add(all);
        }
        return each;
    }

    /** Of a choice what all lines suppose that may be that choice. */
    private Set<String> presuming(String kind, Measure measure, String agreement) {
        List<Set<String>> may = new ArrayList<>();
        for (int i : mayCome.getOrDefault(agreement, Map.of()).getOrDefault(kind, List.of())) {
            if (lines.get(i).line().key().concerns(measure, agreement)) {
                may.add(supposed.get(i));
            }
        }
        Set<String> all = new TreeSet<>(may.isEmpty() ? Set.of() : may.get(0));
        may.forEach(all::retainAll);
        return all;
    }
}
