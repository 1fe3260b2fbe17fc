package qiyue.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import qiyue.rulebook.Library;
import qiyue.rulebook.Sheet;

/** The score sheets of a library, and the scores that they can give. */
final class Scores {
    private final Library library;

    Scores(Library library) {
        this.library = library;
    }

    /** The sheets of these names, in any region. */
    List<Sheet> named(Set<Object> names) {
        return library.rulebooks().values().stream()
                .flatMap(b -> b.sheets().values().stream())
                .filter(s -> names.contains(s.name()))
                .toList();
    }

    /** The ends, and a point in every stretch between them, from 0 to the cap. */
    static List<BigDecimal> within(List<BigDecimal> ends, BigDecimal cap) {
        TreeSet<BigDecimal> all = new TreeSet<>(ends);
        all.add(BigDecimal.ZERO);
        all.add(cap);
        List<BigDecimal> points = new ArrayList<>();
        BigDecimal before = null;
        for (BigDecimal end : all) {
            if (before != null) {
                points.add(before.add(end).divide(BigDecimal.valueOf(2)));
            }
            points.add(end);
            before = end;
        }
        points.removeIf(n -> n.signum() < 0 || n.compareTo(cap) > 0);
        return points;
    }

    static String plain(BigDecimal n) {
        return n.stripTrailingZeros().toPlainString();
    }
}
