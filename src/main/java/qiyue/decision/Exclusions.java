package qiyue.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
        Offered offered = new Offered(lines, kinds);
        Set<String> literals = new HashSet<>();
        List<List<Set<String>>> all = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            List<Set<String>> each = mayCome(lines.get(i)) ? offered.of(i) : List.of();
            for (int m = 0; m < each.size(); m++) {
                each.get(m).addAll(lines.get(i).line().same().get(m).open());
                literals.addAll(each.get(m));
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
}
