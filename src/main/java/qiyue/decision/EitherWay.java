package qiyue.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What holds whichever way open questions are answered. Each support of an outcome is a set of suppositions
 * ({@code question@about=yes}) that must all come true; the outcome needs one of its supports. Where one support supposes
 * yes and another, otherwise alike, supposes no, the question does not matter. Put together again and again, this leaves
 * for each support the fewest suppositions that still suffice.
 */
final class EitherWay {
    /** Beyond so many supports that hang together, or suppositions in one, only pairs alike in all but one question are put together. */
    private static final int THOROUGH = 48;

    private static final Comparator<Set<String>> ORDER =
            Comparator.<Set<String>>comparingInt(Set::size).thenComparing(Set::toString);

    private final Set<Set<String>> known = new HashSet<>();

    private final Set<String> disputed = new HashSet<>();

    /** Takes up the supports; one that supposes very much (as what rests on united measures does) stays as it is. */
    private EitherWay(Collection<List<String>> supports) {
        Set<String> literals = new HashSet<>();
        for (List<String> support : supports) {
            if (support.size() <= THOROUGH) {
                known.add(new TreeSet<>(support));
                literals.addAll(support);
            }
        }
        for (String literal : literals) {
            if (literals.contains(opposite(literal))) {
                disputed.add(literal);
            }
        }
    }

    /**
     * For each support of one and the same thing, in its order, the fewest of its suppositions that suffice; a support alone
     * keeps its own.
     */
    static List<List<String>> least(List<List<String>> supports) {
        EitherWay either = new EitherWay(supports);
        if (either.known.size() < 2) {
            return supports;
        }
        either.pairs();
        either.thoroughly();
        if (either.known.contains(Set.<String>of())) {
            return Collections.nCopies(supports.size(), List.<String>of());
        }
        Map<String, List<Set<String>>> byFirst = new HashMap<>();
        for (Set<String> suffices : either.known) {
            byFirst.computeIfAbsent(suffices.iterator().next(), f -> new ArrayList<>())
                    .add(suffices);
        }
        List<List<String>> least = new ArrayList<>(supports.size());
        for (List<String> support : supports) {
            least.add(support.size() > THOROUGH ? support : shortest(support, byFirst));
        }
        return List.copyOf(least);
    }

    /** The shortest of what is known that supposes nothing the support does not. */
    private static List<String> shortest(List<String> support, Map<String, List<Set<String>>> byFirst) {
        Set<String> shortest = null;
        for (String literal : support) {
            for (Set<String> suffices : byFirst.getOrDefault(literal, List.of())) {
                if (support.containsAll(suffices) && (shortest == null || ORDER.compare(suffices, shortest) < 0)) {
                    shortest = suffices;
                }
            }
        }
        return shortest == null ? support : List.copyOf(shortest);
    }

    /**
     * For each support, in its order, what it supposes where the supports are grounds of their own: a supposition goes only where
     * others with the opposite one give the same, so that the support itself has a part in it. A ground that has none keeps
     * its suppositions, however certain the outcome is by others.
     */
    static List<List<String>> each(List<List<String>> supports) {
        EitherWay either = new EitherWay(supports);
        if (either.disputed.isEmpty()) {
            return supports;
        }
        either.pairs();
        either.thoroughly();
        Map<String, List<Set<String>>> beside = either.beside();
        List<List<String>> each = new ArrayList<>(supports.size());
        for (List<String> support : supports) {
            each.add(support.size() > THOROUGH ? support : either.shrunk(support, beside));
        }
        return List.copyOf(each);
    }

    /** What suffices together with a disputed supposition, by that and the first of the rest. */
    private Map<String, List<Set<String>>> beside() {
        Map<String, List<Set<String>>> beside = new HashMap<>();
        for (Set<String> suffices : known) {
            for (String literal : suffices) {
                if (disputed.contains(literal)) {
                    Set<String> rest = without(suffices, literal);
                    String first = rest.isEmpty() ? "" : rest.iterator().next();
                    beside.computeIfAbsent(literal + "|" + first, l -> new ArrayList<>())
                            .add(rest);
                }
            }
        }
        return beside;
    }

    /** The support without the suppositions that can go, the last first. */
    private List<String> shrunk(List<String> support, Map<String, List<Set<String>>> beside) {
        NavigableSet<String> left = new TreeSet<>(support);
        boolean gone = true;
        while (gone) {
            gone = false;
            for (String literal : List.copyOf(left.descendingSet())) {
                if (disputed.contains(literal) && coveredWithout(left, literal, beside)) {
                    left.remove(literal);
                    gone = true;
                }
            }
        }
        return left.size() == support.size() ? support : List.copyOf(left);
    }

    /** Whether what the support supposes besides also suffices with the opposite of one of its suppositions. */
    private static boolean coveredWithout(Set<String> support, String literal, Map<String, List<Set<String>>> beside) {
        String opposite = opposite(literal) + "|";
        if (beside.containsKey(opposite)) {
            return true;
        }
        for (String first : support) {
            for (Set<String> rest : beside.getOrDefault(opposite + first, List.of())) {
                if (!rest.contains(literal) && support.containsAll(rest)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Two supports alike but for one question, answered yes in one and no in the other. */
    private void pairs() {
        List<Set<String>> fresh = new ArrayList<>(known);
        while (!fresh.isEmpty()) {
            List<Set<String>> next = new ArrayList<>();
            for (Set<String> support : fresh) {
                for (String literal : support) {
                    if (!disputed.contains(literal)) {
                        continue;
                    }
                    Set<String> rest = without(support, literal);
                    Set<String> other = new TreeSet<>(rest);
                    other.add(opposite(literal));
                    if (other.size() == support.size() && known.contains(other) && known.add(rest)) {
                        next.add(rest);
                    }
                }
            }
            fresh = next;
        }
    }

    /** Any two supports that are at odds over exactly one question give a third: what both suppose besides. */
    private void thoroughly() {
        List<Set<String>> apart = new ArrayList<>();
        for (Set<String> support : known) {
            if (!Collections.disjoint(support, disputed)) {
                apart.add(support);
            }
        }
        apart.sort(ORDER);
        List<Set<String>> all = new ArrayList<>(apart);
        for (int i = 0; i < all.size() && all.size() <= THOROUGH; i++) {
            for (int j = 0; j < i; j++) {
                third(all.get(i), all.get(j)).filter(known::add).ifPresent(all::add);
            }
        }
    }

    private static Optional<Set<String>> third(Set<String> a, Set<String> b) {
        List<String> odds = new ArrayList<>();
        for (String literal : a) {
            if (b.contains(opposite(literal))) {
                odds.add(literal);
            }
        }
        if (odds.size() != 1) {
            return Optional.empty();
        }
        Set<String> both = new TreeSet<>(without(a, odds.get(0)));
        both.addAll(without(b, opposite(odds.get(0))));
        return Optional.of(both);
    }

    private static Set<String> without(Set<String> support, String literal) {
        Set<String> rest = new TreeSet<>(support);
        rest.remove(literal);
        return rest;
    }

    /** The other answer; of what is no answer nothing that anybody supposes. */
    static String opposite(String literal) {
        return literal.endsWith("=yes")
                ? literal.substring(0, literal.length() - 3) + "no"
                : literal.endsWith("=no") ? literal.substring(0, literal.length() - 2) + "yes" : "";
    }
}
