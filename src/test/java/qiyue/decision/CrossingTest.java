package qiyue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import qiyue.fact.Money;
import qiyue.fact.Portion;

/** Pools that cross, with excesses: the most of all choices is found without trying all. */
class CrossingTest {
    private static final long SEED = Long.getLong("qiyue.seed", 7);

    /** Claims on lines, as {@link Takings} lays them out. */
    private record Claims(
            Map<String, Long> lines,
            Map<String, Long> single,
            Map<List<String>, Long> sums,
            Map<List<String>, Long> excesses) {
        Crossing crossing() {
            return new Crossing(single, sums, excesses, l -> lines.getOrDefault(l, 0L), this::inside);
        }

        /** The most of all choices, each tried. */
        long most() {
            List<List<String>> pools = new ArrayList<>(excesses.keySet());
            long most = 0;
            for (int some = 0; some < 1 << pools.size(); some++) {
                List<List<String>> over = new ArrayList<>();
                for (int k = 0; k < pools.size(); k++) {
                    if ((some >> k & 1) == 1) {
                        over.add(pools.get(k));
                    }
                }
                most = Math.max(most, crossing().laid(over));
            }
            return most;
        }

        private long inside(List<String> pool) {
            Set<String> within = new HashSet<>(pool);
            Claims some = new Claims(lines, new HashMap<>(single), new HashMap<>(sums), new HashMap<>(excesses));
            some.single.keySet().removeIf(l -> !within.contains(l));
            some.sums.keySet().removeIf(p -> !within.containsAll(p));
            some.excesses.keySet().removeIf(p -> p.equals(pool) || !within.containsAll(p));
            return some.most();
        }
    }

    @Test
    void it_is_the_most_of_all_choices() {
        Random random = new Random(SEED);
        for (int turn = 0; turn < 400; turn++) {
            Claims claims = made(random, 2 + random.nextInt(6));
            assertThat(claims.crossing().most()).as("turn %d: %s", turn, claims).isEqualTo(claims.most());
        }
    }

    private static Claims made(Random random, int stays) {
        Claims claims = new Claims(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        List<String> all = new ArrayList<>();
        for (int s = 0; s < stays; s++) {
            List<String> own = new ArrayList<>();
            for (int l = 0; l < 3; l++) {
                String id = "s" + s + "l" + l;
                long holds = 1 + random.nextInt(10);
                claims.lines.put(id, holds);
                if (random.nextInt(2) == 0) {
                    claims.single.put(id, 1 + (long) random.nextInt((int) holds));
                }
                own.add(id);
            }
            all.addAll(own);
            List<String> capped = random.nextBoolean() ? own : own.subList(0, 2);
            long holds = capped.stream().mapToLong(claims.lines::get).sum();
            claims.excesses.put(List.copyOf(capped), 1 + (long) random.nextInt((int) holds));
            if (random.nextInt(3) == 0) {
                claims.sums.put(List.copyOf(own.subList(1, 3)), 1 + (long) random.nextInt(8));
            }
        }
        for (int q = 0; q < 3; q++) {
            Set<String> among = new TreeSet<>();
            for (int k = 0; k < 4; k++) {
                among.add(all.get(random.nextInt(all.size())));
            }
            claims.sums.put(List.copyOf(among), 1 + (long) random.nextInt(20));
        }
        return claims;
    }

    @Test
    void the_bound_is_never_less_and_within_what_the_lines_hold() {
        Random random = new Random(SEED);
        for (int turn = 0; turn < 400; turn++) {
            Claims claims = made(random, 2 + random.nextInt(6));
            long holds =
                    claims.lines.values().stream().mapToLong(Long::longValue).sum();
            assertThat(claims.crossing().bound())
                    .as("turn %d: %s", turn, claims)
                    .isBetween(claims.crossing().most(), holds);
        }
    }

    /**
     * Ten stays of two lines of 100. In each the first is claimed whole, drugs go 50 beyond their share, and a sample over all the first lines
     * is 400 short. In four stays the excess, which the second line holds, gives the sample its room: six whole lines, four excesses, the sample.
     */
    @Test
    void excesses_give_way_as_far_as_that_brings_more() {
        assertThat(stays(10, 400)).isEqualByComparingTo("1200");
    }

    /** With an eleventh each stay may give 50 of its line, 50 beyond it, and 50 to the sample. */
    @Test
    void of_more_excesses_than_can_be_chosen_among_the_bound_is_taken() {
        assertThat(stays(11, 400)).isEqualByComparingTo("1500");
    }

    private static BigDecimal stays(int many, int missing) {
        Map<String, Money> sources = new HashMap<>();
        List<Portion> claims = new ArrayList<>();
        List<String> firsts = new ArrayList<>();
        for (int s = 10; s < 10 + many; s++) {
            String first = "s" + s + "a";
            String second = "s" + s + "b";
            sources.put(first, yuan(100));
            sources.put(second, yuan(100));
            firsts.add(first);
            claims.add(Portion.of(first, yuan(100)));
            claims.add(Portion.excess("s" + s + ":drugs", yuan(50), List.of(first, second)));
        }
        claims.add(Portion.lump("sample", yuan(missing), firsts));
        return new Takings(sources, Map.of()).total(claims, Place.UNPAID);
    }

    /** Of fewer stays than can be chosen among and of more: each claim more takes no less. */
    @Test
    void of_more_claims_no_less_comes_however_many_excesses_cross() {
        Random random = new Random(SEED);
        for (int turn = 0; turn < 40; turn++) {
            Map<String, Money> sources = new HashMap<>();
            List<Portion> claims = new ArrayList<>();
            List<String> all = new ArrayList<>();
            for (int s = 10; s < 16 + turn % 10; s++) {
                List<String> own = List.of("s" + s + "a", "s" + s + "b");
                own.forEach(l -> sources.put(l, yuan(50 + random.nextInt(50))));
                all.addAll(own);
                claims.add(Portion.of(own.get(random.nextInt(2)), yuan(20 + random.nextInt(60))));
                claims.add(Portion.excess("s" + s + ":drugs", yuan(1 + random.nextInt(50)), own));
            }
            for (int q = 0; q < 6; q++) {
                List<String> among = all.stream()
                        .filter(l -> random.nextInt(4) == 0 || l.equals("s10a"))
                        .toList();
                claims.add(Portion.lump("q" + q, yuan(100 + random.nextInt(500)), among));
            }
            Collections.shuffle(claims, random);
            BigDecimal held = sources.values().stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            Takings takings = new Takings(sources, Map.of());
            BigDecimal before = BigDecimal.ZERO;
            for (int n = 1; n <= claims.size(); n++) {
                BigDecimal now = takings.total(claims.subList(0, n), Place.UNPAID);
                assertThat(now).as("turn %d, claim %d of %s", turn, n, claims).isBetween(before, held);
                before = now;
            }
        }
    }

    private static Money yuan(int sum) {
        return Money.unsettled(BigDecimal.valueOf(sum));
    }

    /** Ten that cross are chosen among, however many excesses there are in stays that cross none. */
    @Test
    void excesses_that_cross_nothing_do_not_count_among_those_chosen() {
        Map<String, Money> sources = new HashMap<>();
        List<Portion> claims = new ArrayList<>();
        for (int s = 10; s < 22; s++) {
            List<String> lines = List.of("s" + s + "a", "s" + s + "b");
            lines.forEach(l -> sources.put(l, yuan(100)));
            claims.add(Portion.excess("s" + s + ":drugs", yuan(50), lines));
            if (s < 20) {
                claims.add(Portion.of(lines.get(0), yuan(100)));
            }
        }
        List<String> firsts = sources.keySet().stream()
                .filter(l -> l.endsWith("a") && l.startsWith("s1"))
                .sorted()
                .toList();
        claims.add(Portion.lump("sample", yuan(400), firsts));

        assertThat(new Takings(sources, Map.of()).total(claims, Place.UNPAID))
                .as("1,200 of the ten, and 50 of either stay beside them")
                .isEqualByComparingTo("1300");
    }
}
