package qiyue.decision;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import qiyue.fact.Money;
import qiyue.fact.Portion;

/**
 * Counts every yuan once. What a stronger measure has taken from a source is not taken again by a weaker one: the larger
 * of two sums on one charge counts, not their total. One till for each of the three places money can be: not yet paid,
 * retained, paid.
 */
final class Till {
    /** Where the money is. */
    enum Place {
        UNPAID,
        RETAINED,
        PAID;

        BigDecimal of(Money money) {
            return switch (this) {
                case UNPAID -> money.unpaid();
                case RETAINED -> money.retained();
                case PAID -> money.paid();
            };
        }
    }

    private final Place place;
    private final Map<String, Money> sources;
    private final Map<String, BigDecimal> taken = new HashMap<>();
    private final Map<String, BigDecimal> lumps = new HashMap<>();
    private final Map<List<String>, BigDecimal> within = new HashMap<>();
    private final Map<List<String>, BigDecimal> excesses = new HashMap<>();

    /** A till over the charges and stays there are. */
    Till(Place place, Map<String, Money> sources) {
        this.place = place;
        this.sources = sources;
    }

    /** Takes a portion; the answer is what had not been taken before. */
    BigDecimal take(Portion portion) {
        BigDecimal wanted = place.of(portion.money());
        if (portion.pool().isEmpty()) {
            return direct(portion.source(), wanted);
        }
        return portion.excess() ? excess(portion.pool(), wanted) : lump(portion.source(), portion.pool(), wanted);
    }

    private BigDecimal direct(String source, BigDecimal wanted) {
        BigDecimal fresh =
                wanted.subtract(taken.getOrDefault(source, BigDecimal.ZERO)).max(BigDecimal.ZERO);
        taken.merge(source, fresh, BigDecimal::add);
        for (Map.Entry<List<String>, BigDecimal> e : excesses.entrySet()) {
            if (e.getKey().contains(source)) {
                BigDecimal counted = e.getValue().min(fresh);
                e.setValue(e.getValue().subtract(counted));
                fresh = fresh.subtract(counted);
            }
        }
        for (Map.Entry<List<String>, BigDecimal> e : within.entrySet()) {
            if (e.getKey().contains(source)) {
                BigDecimal over = takenFrom(e.getKey())
                        .add(e.getValue())
                        .subtract(capacity(e.getKey()))
                        .max(BigDecimal.ZERO);
                BigDecimal counted = over.min(fresh).min(e.getValue());
                e.setValue(e.getValue().subtract(counted));
                fresh = fresh.subtract(counted);
            }
        }
        return fresh;
    }

    private BigDecimal excess(List<String> pool, BigDecimal wanted) {
        BigDecimal counted = takenFrom(pool).add(excesses.getOrDefault(pool, BigDecimal.ZERO));
        BigDecimal fresh = wanted.subtract(counted).max(BigDecimal.ZERO);
        excesses.merge(pool, fresh, BigDecimal::add);
        return fresh;
    }

    private BigDecimal lump(String source, List<String> pool, BigDecimal wanted) {
        BigDecimal room = capacity(pool)
                .subtract(takenFrom(pool))
                .subtract(within.getOrDefault(pool, BigDecimal.ZERO))
                .max(BigDecimal.ZERO);
        BigDecimal fresh = wanted.subtract(lumps.getOrDefault(source, BigDecimal.ZERO))
                .max(BigDecimal.ZERO)
                .min(room);
        lumps.merge(source, fresh, BigDecimal::add);
        within.merge(pool, fresh, BigDecimal::add);
        return fresh;
    }

    private BigDecimal takenFrom(List<String> pool) {
        return pool.stream().map(s -> taken.getOrDefault(s, BigDecimal.ZERO)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal capacity(List<String> pool) {
        boolean known = pool.stream()
                .allMatch(s -> sources.containsKey(s)
                        && sources.getOrDefault(s, Money.UNKNOWN).known());
        return known
                ? pool.stream()
                        .map(s -> place.of(sources.getOrDefault(s, Money.UNKNOWN)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                : new BigDecimal("999999999999");
    }
}
