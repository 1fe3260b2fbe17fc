package qiyue.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import qiyue.fact.Portion;

/**
 * From which sources comes what a line takes of claims that hang together. Claims on single lines come first; what sums
 * and excesses add is theirs. Where pools leave open whose money it is, the sources are named together: no share is made up.
 */
final class Shares {
    private final Takings takings;
    private final Place place;

    Shares(Takings takings, Place place) {
        this.takings = takings;
        this.place = place;
    }

    /**
     * What the claims of a line bring beyond earlier ones.
     *
     * @param before cents taken by the earlier claims
     * @param now cents taken by all
     */
    List<Taking> of(List<Portion> earlier, long before, List<Portion> claims, long now) {
        if (now == before) {
            return List.of();
        }
        List<Portion> singles = new ArrayList<>();
        List<Portion> others = new ArrayList<>();
        for (Portion claim : claims) {
            (takings.single(claim) ? singles : others).add(claim);
        }
        long between = others.isEmpty() ? now : Math.max(before, takings.connected(joined(earlier, singles), place));
        if (between > now) {
            return together(claims, now - before);
        }
        List<Taking> shares = new ArrayList<>(lines(earlier, singles, between - before));
        shares.addAll(together(others, now - between));
        return shares;
    }

    /** What each line gives beyond what it gave, if that makes up the whole. */
    private List<Taking> lines(List<Portion> earlier, List<Portion> singles, long fresh) {
        Map<String, Long> gave = most(earlier);
        List<Taking> lines = new ArrayList<>();
        long all = 0;
        for (Map.Entry<String, Long> line : most(singles).entrySet()) {
            long more = line.getValue() - gave.getOrDefault(line.getKey(), 0L);
            if (more > 0) {
                lines.add(new Taking(List.of(line.getKey()), more));
                all += more;
            }
        }
        return all == fresh ? lines : together(singles, fresh);
    }

    private Map<String, Long> most(List<Portion> portions) {
        Map<String, Long> most = new TreeMap<>();
        for (Portion portion : portions) {
            if (takings.single(portion)) {
                most.merge(portion.source(), takings.asked(portion, place), Math::max);
            }
        }
        return most;
    }

    private static List<Taking> together(List<Portion> claims, long cents) {
        List<String> sources =
                claims.stream().map(Portion::source).distinct().sorted().toList();
        return cents > 0 ? List.of(new Taking(sources, cents)) : List.of();
    }

    private static List<Portion> joined(List<Portion> earlier, List<Portion> more) {
        List<Portion> all = new ArrayList<>(earlier);
        all.addAll(more);
        return all;
    }
}
