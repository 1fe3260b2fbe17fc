package qiyue.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import qiyue.decision.Decision.Heads;
import qiyue.fact.Measure;
import qiyue.fact.Portion;

/**
 * What all that may come takes in turn after what must. Of what excludes one another only one side is in it: that with which most is
 * taken from the facility, then most given to it. What has neither money nor a supposition in common is weighed by itself.
 */
final class Ceiling {
    /** Of so many questions that hang together all answers are tried; of more all is counted, which is never too little. */
    static final int TRIED = 8;

    private final Draws draws;
    private final Exclusions exclusions;
    private final Drawers firm;
    private final Function<Sums.Drawn, String> balance;
    private final BiFunction<Sums.Drawn, Sum, Heads> heads;
    private final Set<String> impossible = new HashSet<>();
    private int unweighed;

    /**
     * @param draws the lines at the upper ends of their ranges
     * @param firm what is left where all that must happen has taken
     * @param balance the deposit a line draws on or may be short of; empty where there is none
     * @param heads what a sum of a line comes to by heads
     */
    Ceiling(
            Draws draws,
            Exclusions exclusions,
            Drawers firm,
            Function<Sums.Drawn, String> balance,
            BiFunction<Sums.Drawn, Sum, Heads> heads) {
        this.draws = draws;
        this.exclusions = exclusions;
        this.firm = firm;
        this.balance = balance;
        this.heads = heads;
        if (!exclusions.none()) {
            parts().forEach(this::weigh);
        }
    }

    /** A measure that may come, by its place in a line. */
    private record Member(int line, int place) {}

    /** What each line that may come takes after those before it, by its place; nothing is one that excludes what is in it. */
    Map<Integer, Sum> inTurn() {
        return inTurn(everyone(), impossible);
    }

    /** How many questions hang together of which not all answers were tried, the most of a part; 0 if all were. */
    int unweighed() {
        return unweighed;
    }

    private Map<Integer, List<Integer>> everyone() {
        Map<Integer, List<Integer>> all = new TreeMap<>();
        for (int i = 0; i < draws.lines().size(); i++) {
            if (Exclusions.mayCome(draws.lines().get(i))) {
                List<Integer> places = new ArrayList<>();
                for (int m = 0; m < draws.lines().get(i).line().same().size(); m++) {
                    places.add(m);
                }
                all.put(i, places);
            }
        }
        return all;
    }

    private Map<Integer, Sum> inTurn(Map<Integer, List<Integer>> of, Set<String> not) {
        Drawers drawers = firm.after();
        Map<Integer, Sum> sums = new TreeMap<>();
        Set<Integer> out = new HashSet<>();
        of.forEach((i, places) -> {
            List<Measure> some = new ArrayList<>(places.size());
            for (int place : places) {
                if (exclusions.of(i, place).stream().noneMatch(not::contains)) {
                    some.add(draws.lines().get(i).line().same().get(place));
                }
            }
            if (some.isEmpty()) {
                out.add(i);
                sums.put(i, Sum.still(draws.moneyKnown(i), BigDecimal.ZERO.setScale(2)));
            } else {
                sums.put(i, draws.take(i, some, drawers, draws.sameShare(i, k -> !out.contains(k)) >= 0));
            }
        });
        return sums;
    }

    /** The measures that share money or suppositions, where they suppose anything that others suppose otherwise. */
    private List<Map<Integer, List<Integer>>> parts() {
        Map<String, List<Member>> byTie = new TreeMap<>();
        everyone()
                .forEach((i, places) -> places.forEach(place -> ties(i, place)
                        .forEach(tie -> byTie.computeIfAbsent(tie, k -> new ArrayList<>())
                                .add(new Member(i, place)))));
        Map<Member, Set<String>> ties = new HashMap<>();
        byTie.forEach((tie, members) -> members.forEach(
                m -> ties.computeIfAbsent(m, k -> new TreeSet<>()).add(tie)));
        List<Map<Integer, List<Integer>>> parts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String first : byTie.keySet()) {
            if (first.startsWith(SUPPOSITION) && seen.add(first)) {
                Set<Member> part = new HashSet<>();
                List<String> next = new ArrayList<>(List.of(first));
                while (!next.isEmpty()) {
                    for (Member member : byTie.getOrDefault(next.remove(next.size() - 1), List.of())) {
                        if (part.add(member)) {
                            ties.getOrDefault(member, Set.of()).stream()
                                    .filter(seen::add)
                                    .forEach(next::add);
                        }
                    }
                }
                Map<Integer, List<Integer>> lines = new TreeMap<>();
                part.forEach(m ->
                        lines.computeIfAbsent(m.line(), k -> new ArrayList<>()).add(m.place()));
                lines.values().forEach(places -> places.sort(null));
                parts.add(lines);
            }
        }
        return parts;
    }

    private static final String SUPPOSITION = "?";

    /** What binds a measure to others: a supposition, its money, the facts that a fixed sum is reckoned by, the deposit. */
    private Set<String> ties(int i, int place) {
        Measure measure = draws.lines().get(i).line().same().get(place);
        Set<String> ties = new TreeSet<>();
        exclusions.of(i, place).forEach(s -> ties.add(SUPPOSITION + question(s)));
        for (Portion portion : measure.portions()) {
            ties.add("money " + draws.components().of(portion));
        }
        ties.add("facts " + measure.roots());
        String deposit = balance.apply(draws.lines().get(i));
        if (!deposit.isEmpty()) {
            ties.add("deposit " + deposit);
        }
        return ties;
    }

    private static String question(String supposition) {
        return supposition.substring(0, supposition.lastIndexOf('='));
    }

    /** Rules out the suppositions without which most comes of a part. */
    private void weigh(Map<Integer, List<Integer>> part) {
        Set<String> questions = new TreeSet<>();
        part.forEach((i, places) -> places.forEach(p -> exclusions.of(i, p).forEach(s -> questions.add(question(s)))));
        if (questions.size() > TRIED) {
            unweighed = Math.max(unweighed, questions.size());
            return;
        }
        BigDecimal[] most = {BigDecimal.ONE.negate(), BigDecimal.ZERO};
        Set<String> without = Set.of();
        for (int world = 0; world < 1 << questions.size(); world++) {
            Set<String> not = new HashSet<>();
            int k = 0;
            for (String question : questions) {
                not.add(question + ((world >> k++ & 1) == 0 ? "=no" : "=yes"));
            }
            BigDecimal taken = BigDecimal.ZERO;
            BigDecimal given = BigDecimal.ZERO;
            for (Map.Entry<Integer, Sum> sum : inTurn(part, not).entrySet()) {
                Heads own = heads.apply(draws.lines().get(sum.getKey()), sum.getValue());
                taken = taken.add(own.taken());
                given = given.add(own.given());
            }
            int more = taken.compareTo(most[0]) != 0 ? taken.compareTo(most[0]) : given.compareTo(most[1]);
            if (more > 0) {
                most = new BigDecimal[] {taken, given};
                without = not;
            }
        }
        impossible.addAll(without);
    }
}
