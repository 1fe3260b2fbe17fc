package qiyue.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Money that a breach concerns, traced to where it was charged so that no yuan is counted twice. {@code source} is the id
 * of the charge, stay or finding it is part of. A sum that cannot be laid on single charges names in {@code pool} the charges (or the stay) among which it
 * lies. If it is an {@code excess} over a cap, what is taken from those anyway counts towards it; if not, it is a sum of its
 * own and only the whole of the pool limits it. {@code inherited} if a finding has it from a record that it names.
 */
public record Portion(String source, Money money, List<String> pool, boolean excess, boolean inherited)
        implements Comparable<Portion> {
    public Portion {
        // A pool is shared by every finding of a stay: it is copied only if it has to be put in order.
        pool = isSorted(pool)
                ? List.copyOf(pool)
                : pool.stream().sorted().distinct().toList();
    }

    /** The whole or a part of one source. */
    public static Portion of(String source, Money money) {
        return new Portion(source, money, List.of(), false, false);
    }

    /** A sum of its own that lies somewhere among those charges, or stands alone where none are named. */
    public static Portion lump(String source, Money money, List<String> pool) {
        return new Portion(source, money, pool, false, false);
    }

    /** So many yuan of a record's money, no more than there is; of what is made up of lines a sum that lies among them. */
    static Portion part(String source, Money money, BigDecimal yuan, List<Portion> lines) {
        if (yuan.signum() < 0) {
            return of(source, Money.UNKNOWN);
        }
        BigDecimal sum = Money.yuan(yuan);
        Money part = money.part(money.known() ? sum.min(money.amount()) : sum);
        List<String> pool = lines.stream().map(Portion::source).toList();
        return pool.isEmpty() || pool.equals(List.of(source)) ? of(source, part) : lump(source, part, pool);
    }

    /** What goes beyond a cap on those charges. */
    public static Portion excess(String source, Money money, List<String> pool) {
        return new Portion(source, money, pool, true, false);
    }

    /** Several as one: what any of them takes counts towards it. Of two on one source the larger counts, as where money is taken. */
    static Portion together(String source, List<Portion> parts) {
        Map<String, Portion> largest = new TreeMap<>();
        for (Portion part : parts) {
            Portion other = largest.get(part.source());
            if (other == null || other.money().amount().compareTo(part.money().amount()) < 0) {
                largest.put(part.source(), part);
            }
        }
        List<Portion> apart = List.copyOf(largest.values());
        if (apart.size() == 1) {
            return apart.get(0);
        }
        Money sum = apart.get(0).money();
        List<String> lies = new ArrayList<>();
        for (int i = 0; i < apart.size(); i++) {
            Portion part = apart.get(i);
            sum = i == 0 ? sum : sum.plus(part.money());
            lies.addAll(part.pool().isEmpty() ? List.of(part.source()) : part.pool());
        }
        return excess(source, sum, lies);
    }

    /** The money of a record as it was traced; of one as it was read, what it states. */
    static List<Portion> traced(List<Portion> traced, String source, Money money, List<String> charges) {
        return traced.isEmpty() ? stated(source, money, charges) : traced;
    }

    /** The money of a record that states its sum; none where it states none. */
    static List<Portion> stated(String source, Money money) {
        return stated(source, money, List.of());
    }

    /** The money of a record on those charges; the whole of them, not known how much, where it states no sum. */
    static List<Portion> stated(String source, Money money, List<String> charges) {
        if (money.known()) {
            return List.of(lump(source, money, charges));
        }
        List<Portion> portions = new ArrayList<>(charges.size());
        for (String charge : charges) {
            portions.add(of(charge, Money.UNKNOWN));
        }
        return List.copyOf(portions);
    }

    /** Whether the fund has paid some of it and not had it back. */
    static boolean anyPaid(List<Portion> portions) {
        for (Portion portion : portions) {
            if (portion.money().recoverable().signum() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether some of it is not settled, or lies in the deposit. */
    static boolean anyUnpaid(List<Portion> portions) {
        for (Portion portion : portions) {
            if (portion.money().refusable().signum() > 0
                    || portion.money().deposited().signum() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether some of it was billed to the fund, or else to the worker. */
    static boolean anyBilled(List<Portion> portions, boolean toFund) {
        for (Portion portion : portions) {
            if (portion.money().billedToFund() == toFund
                    && portion.money().amount().signum() > 0) {
                return true;
            }
        }
        return false;
    }

    /** The same money, lying among fewer charges. */
    public Portion among(List<String> charges) {
        return new Portion(source, money, charges, excess, inherited);
    }

    /** The same money, taken over from a record. */
    Portion handedDown() {
        return new Portion(source, money, pool, excess, true);
    }

    private static boolean isSorted(List<String> pool) {
        for (int i = 1; i < pool.size(); i++) {
            if (pool.get(i - 1).compareTo(pool.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(Portion other) {
        int order = source.compareTo(other.source);
        if (order == 0) {
            order = money.amount().compareTo(other.money.amount());
        }
        if (order == 0 && !money.equals(other.money)) {
            order = money.toString().compareTo(other.money.toString());
        }
        if (order == 0) {
            order = Boolean.compare(excess, other.excess);
        }
        if (order == 0) {
            order = Boolean.compare(inherited, other.inherited);
        }
        return order == 0 && !pool.equals(other.pool)
                ? String.join(",", pool).compareTo(String.join(",", other.pool))
                : order;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Portion o
                && source.equals(o.source)
                && money.equals(o.money)
                && pool.equals(o.pool)
                && excess == o.excess
                && inherited == o.inherited;
    }

    @Override
    public int hashCode() {
        return 31 * source.hashCode() + money.hashCode();
    }
}
