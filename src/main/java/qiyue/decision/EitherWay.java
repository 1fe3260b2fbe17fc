package qiyue.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
        supports.stream().filter(s -> s.size() <= THOROUGH).forEach(s -> {
            known.add(new TreeSet<>(s));
            literals.addAll(s);
        });
        literals.stream()
                .filter(l -> opposite(l).filter(literals::contains).isPresent())
                .forEach(disputed::add);
    }

    /** For each support, in its order, the fewest of its suppositions that suffice; a support alone keeps its own. */
    static List<List<String>> least(List<List<String>> supports) {
        EitherWay either = new EitherWay(supports);
        if (either.known.size() < 2) {
            return supports;
        }
        either.pairs();
        either.thoroughly();
        Map<String, List<Set<String>>> byFirst = new HashMap<>();
        either.known.stream()
                .filter(k -> !k.isEmpty())
                .sorted(ORDER)
                .forEach(k -> byFirst.computeIfAbsent(k.iterator().next(), f -> new ArrayList<>())
                        .add(k));
        boolean certain = either.known.contains(Set.<String>of());
        return supports.stream()
                .map(s -> certain ? List.<String>of() : s.size() > THOROUGH ? s : shortest(s, byFirst))
                .toList();
    }

    /** The shortest of what is known that supposes nothing the support does not. */
    private static List<String> shortest(List<String> support, Map<String, List<Set<String>>> byFirst) {
        return support.stream()
                .flatMap(l -> byFirst.getOrDefault(l, List.of()).stream())
                .filter(support::containsAll)
                .min(ORDER)
                .<List<String>>map(List::copyOf)
                .orElse(support);
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
                    opposite(literal).ifPresent(other::add);
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
        List<Set<String>> apart = known.stream()
                .filter(s -> s.stream().anyMatch(disputed::contains))
                .sorted(ORDER)
                .toList();
        List<Set<String>> all = new ArrayList<>(apart);
        for (int i = 0; i < all.size() && all.size() <= THOROUGH; i++) {
            for (int j = 0; j < i; j++) {
                third(all.get(i), all.get(j)).filter(known::add).ifPresent(all::add);
            }
        }
    }

    private static Optional<Set<String>> third(Set<String> a, Set<String> b) {
        List<String> odds = a.stream()
                .filter(l -> opposite(l).filter(b::contains).isPresent())
                .toList();
        if (odds.size() != 1) {
            return Optional.empty();
        }
        Set<String> both = new TreeSet<>(without(a, odds.get(0)));
        both.addAll(without(b, opposite(odds.get(0)).orElse("")));
        return Optional.of(both);
    }

    private static Set<String> without(Set<String> support, String literal) {
        Set<String> rest = new TreeSet<>(support);
        rest.remove(literal);
        return rest;
    }

    private static Optional<String> opposite(String literal) {
        return literal.endsWith("=yes")
                ? Optional.of(literal.substring(0, literal.length() - 3) + "no")
                : literal.endsWith("=no")
                        ? Optional.of(literal.substring(0, literal.length() - 2) + "yes")
                        : Optional.empty();
    }
}
