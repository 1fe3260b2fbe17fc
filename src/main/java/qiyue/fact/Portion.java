package qiyue.fact;

import java.util.List;

/**
 * Money that a breach concerns, traced to where it was charged so that no yuan is counted twice. {@code source} is the id
 * of the charge, stay or finding it is part of. A sum that cannot be laid on single charges names in {@code pool} the charges (or the stay) among which it
 * lies. If it is an {@code excess} over a cap, what is taken from those anyway counts towards it; if not, it is a sum of its
 * own and only the whole of the pool limits it.
 */
public record Portion(String source, Money money, List<String> pool, boolean excess) implements Comparable<Portion> {
    public Portion {
        pool = pool.stream().sorted().toList();
    }

    /** The whole or a part of one source. */
    public static Portion of(String source, Money money) {
        return new Portion(source, money, List.of(), false);
    }

    @Override
    public int compareTo(Portion other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : money.amount().compareTo(other.money.amount());
    }
}
