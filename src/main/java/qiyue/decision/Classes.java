package qiyue.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import qiyue.decision.Decision.Ground;
import qiyue.decision.Decision.MeasureLine;

/** What each line takes where what must happen takes first, and each other class of lines takes for itself what that leaves. */
final class Classes {
    private final Draws draws;
    private final Drawers floor;
    private final List<Rank> ranks = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();
    private final Map<Integer, List<Ground>> also = new TreeMap<>();

    /**
     * @param most the same lines at the upper ends of their ranges
     * @param floor drawers that nothing was taken from yet
     */
    Classes(Draws draws, Draws most, Exclusions exclusions, Drawers floor) {
        this.draws = draws;
        this.floor = floor;
        Map<Rank, Drawers> others = new HashMap<>();
        Map<Rank, List<Integer>> takers = new HashMap<>();
        List<Integer> onFloor = new ArrayList<>();
        for (int i = 0; i < draws.lines().size(); i++) {
            Rank rank = Rank.of(draws.lines().get(i).shown(), exclusions.common(i));
            Drawers drawers = rank.firm() ? floor : others.computeIfAbsent(rank, k -> floor.after());
            List<Integer> own = rank.firm() ? onFloor : takers.computeIfAbsent(rank, k -> new ArrayList<>(onFloor));
            int sameShare = draws.sameShare(i, k -> rank.alongside(ranks.get(k)));
            ranks.add(rank);
            // the end of a range is what is there for it: the others take the least of theirs
            Drawers before = draws.ranged(i) ? drawers.after() : drawers;
            Sum sum = draws.take(i, drawers, sameShare >= 0);
            sums.add(
                    draws.ranged(i)
                            ? sum.upTo(most.take(i, before, sameShare >= 0).amount())
                            : sum);
            ground(i, own, sameShare);
            own.add(i);
        }
    }

    /** Puts a line that lacks what others took among the grounds of those. */
    private void ground(int i, List<Integer> before, int sameShare) {
        Sum sum = sums.get(i);
        if (sum.alone().compareTo(sum.amount()) <= 0) {
            return;
        }
        List<Integer> takers = new ArrayList<>(before);
        if (sameShare >= 0 && !takers.contains(sameShare)) {
            takers.add(sameShare);
        }
        Ground ground = ground(draws.lines().get(i).shown(), sum.alone());
        for (int taker : takers) {
            if (sums.get(taker).amount().signum() > 0
                    && !Collections.disjoint(sums.get(taker).reach(), sum.wants())) {
                also.computeIfAbsent(taker, k -> new ArrayList<>()).add(ground);
            }
        }
    }

    private static Ground ground(MeasureLine l, BigDecimal alone) {
        return new Ground(
                l.modality(),
                l.kind(),
                l.certainty(),
                l.presumes(),
                l.clauses(),
                l.breaches(),
                l.facts(),
                l.open(),
                alone);
    }

    /** What each line takes. */
    List<Sum> sums() {
        return sums;
    }

    /** The class of each line. */
    List<Rank> ranks() {
        return ranks;
    }

    /** The further grounds of what a line takes. */
    List<Ground> also(int line) {
        return also.getOrDefault(line, List.of());
    }

    /** What is left once all that must happen has taken. */
    Drawers floor() {
        return floor;
    }

    /** How many classes there are of what may come. */
    long classes() {
        return ranks.stream().filter(r -> !r.firm() && !r.out()).distinct().count();
    }
}
