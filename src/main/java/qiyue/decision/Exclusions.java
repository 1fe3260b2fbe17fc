package qiyue.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import qiyue.fact.Measure;

/**
 * What cannot come together of what may come: measures that suppose a question answered differently, and measures the text offers one
 * instead of the other on the same facts, with all that hangs on the choice of either.
 */
final class Exclusions {
    /** Of each line, what each of its measures supposes of what others suppose otherwise; empty sets where nothing does. */
    private final List<List<Set<String>>> supposed;

    private final Set<String> disputed = new TreeSet<>();

    /** Between lines; those of which it is known whether they come are asked nothing. */
    Exclusions(List<Sums.Drawn> lines, Map<String, MeasureKind> kinds) {
        List<Set<String>> offers = offers(lines, kinds);
        Set<String> literals = new HashSet<>();
        List<List<Set<String>>> all = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            List<Set<String>> each = new ArrayList<>();
            for (Measure measure : mayCome(lines.get(i)) ? lines.get(i).line().same() : List.<Measure>of()) {
                Set<String> supposes = new TreeSet<>(measure.open());
                supposes.addAll(offers.get(i));
                literals.addAll(supposes);
                each.add(supposes);
            }
            all.add(each);
        }
        literals.stream().filter(l -> literals.contains(EitherWay.opposite(l))).forEach(disputed::add);
        all.forEach(each -> each.forEach(supposes -> supposes.retainAll(disputed)));
        this.supposed = List.copyOf(all);
    }

    /** Whether a line is one of those that neither come in any case nor are out of the question. */
    static boolean mayCome(Sums.Drawn line) {
        Rank rank = Rank.of(line.shown(), List.of());
        return !rank.firm() && !rank.out();
    }

    /** Whether nothing excludes anything. */
    boolean none() {
        return disputed.isEmpty();
    }

    /** What a measure of a line supposes that another supposes otherwise. */
    Set<String> of(int line, int measure) {
        return supposed.get(line).isEmpty() ? Set.of() : supposed.get(line).get(measure);
    }

    /** What all measures of a line suppose alike. */
    List<String> common(int line) {
        if (supposed.get(line).isEmpty()) {
            return List.of();
        }
        Set<String> common = new TreeSet<>(supposed.get(line).get(0));
        supposed.get(line).forEach(common::retainAll);
        return List.copyOf(common);
    }

    /** Of each line, which of two that are offered instead of one another it is or hangs on. */
    private static List<Set<String>> offers(List<Sums.Drawn> lines, Map<String, MeasureKind> kinds) {
        Map<String, Map<String, Set<String>>> offered = new HashMap<>();
        for (Sums.Drawn line : lines) {
            if (mayCome(line) && line.line().optional() && line.shown().ofAgency()) {
                offered.computeIfAbsent(line.line().key().agreement(), k -> new HashMap<>())
                        .computeIfAbsent(line.line().kind(), k -> new HashSet<>())
                        .addAll(line.shown().facts());
            }
        }
        List<Set<String>> all = new ArrayList<>(lines.size());
        for (Sums.Drawn line : lines) {
            Map<String, Set<String>> here =
                    offered.getOrDefault(line.line().key().agreement(), Map.of());
            Set<String> chosen = new TreeSet<>(line.line().likeness().presumes());
            if (line.line().optional() && line.shown().ofAgency()) {
                chosen.add(line.line().kind());
            }
            Set<String> supposes = new TreeSet<>();
            for (String kind : chosen) {
                for (String other : here.keySet()) {
                    if ((instead(kind, other, kinds) || instead(other, kind, kinds))
                            && !Collections.disjoint(facts(here, kind), facts(here, other))) {
                        supposes.add(literal(kind, other, line.line().key().agreement()));
                    }
                }
            }
            all.add(supposes);
        }
        return all;
    }

    private static Collection<String> facts(Map<String, Set<String>> offered, String kind) {
        return offered.getOrDefault(kind, Set.of());
    }

    private static boolean instead(String one, String other, Map<String, MeasureKind> kinds) {
        return kinds.getOrDefault(one, MeasureKind.NONE).instead().contains(other);
    }

    private static String literal(String taken, String other, String agreement) {
        boolean first = taken.compareTo(other) < 0;
        return (first ? taken + "/" + other : other + "/" + taken) + "@" + agreement + (first ? "=yes" : "=no");
    }
}
