package qiyue.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chance with a seed: the same seed, the same throws on every machine. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    /** True in so many of a hundred cases. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A whole number, both ends included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** A day, both ends included; the first where the last lies before it. */
    LocalDate day(LocalDate first, LocalDate last) {
        long days = ChronoUnit.DAYS.between(first, last);
        return days <= 0 ? first : first.plusDays(random.nextInt((int) Math.min(days + 1, Integer.MAX_VALUE)));
    }

    <T> T pick(Collection<T> values) {
        List<T> all = values instanceof List<T> list ? list : new ArrayList<>(values);
        return all.get(random.nextInt(all.size()));
    }

    @SafeVarargs
    final <T> T of(T... values) {
        return values[random.nextInt(values.length)];
    }

    /** Some of the values, in their order. */
    <T> List<T> some(Collection<T> values, int percent) {
        return values.stream().filter(v -> chance(percent)).toList();
    }

    <T> List<T> shuffled(List<T> values) {
        List<T> copy = new ArrayList<>(values);
        Collections.shuffle(copy, random);
        return copy;
    }

    /** Yuan: round sums, sums with fen, now and then a very small one. */
    BigDecimal yuan() {
        return switch (between(0, 5)) {
            case 0 -> BigDecimal.valueOf(between(1, 99), 2);
            case 1, 2 -> BigDecimal.valueOf(between(100, 999_999), 2);
            default -> BigDecimal.valueOf(between(1, 60) * 100L);
        };
    }

    /** A part of the sum, to the fen: nothing, all of it, or something between. */
    BigDecimal part(BigDecimal whole) {
        long fen = whole.movePointRight(2).longValue();
        return switch (between(0, 3)) {
            case 0 -> BigDecimal.ZERO;
            case 1 -> whole;
            default -> BigDecimal.valueOf((long) (random.nextDouble() * fen), 2);
        };
    }
}
