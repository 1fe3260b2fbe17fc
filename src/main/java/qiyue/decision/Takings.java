package qiyue.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import qiyue.fact.CaseFile;
import qiyue.fact.Charge;
import qiyue.fact.Evidence;
import qiyue.fact.Money;
import qiyue.fact.Portion;
import qiyue.fact.Stay;
import qiyue.fact.StayCost;

/**
 * What a set of claims takes from one place, every yuan once: a function of the set alone, so that no order matters.
 *
 * <p>Of two claims on one charge the larger counts. A pool holds what its lines hold. In a pool there is taken what is
 * taken from its lines and from the pools inside it, together with the sums that lie somewhere in it; an excess over a cap
 * on it raises that to the excess, and what the pool holds is the end of it. Pools inside one another are worked out from
 * the smallest up. Where pools cross, the sums are laid on the lines as far as they find room ({@link Crossing}); an excess is a sum
 * of its pool there, in the place of what lies wholly inside that, where so more is taken.
 */
final class Takings {
    /** Cents, more than any sum of a fact (below ten million million yuan, which rules may multiply); the room in a source that states none. */
    private static final long ENDLESS = Long.MAX_VALUE / 1_000;

    private final Map<String, Money> sources;
    private final Map<String, List<String>> lies;
    private final Map<String, List<String>> stays;

    /**
     * Takings from these sources.
     *
     * @param sources what charges, and stays without charge lines, hold
     * @param lies for other facts that cost something, the lines of the stay among which that lies
     */
    Takings(Map<String, Money> sources, Map<String, List<String>> lies) {
        this(sources, lies, Map.of());
    }

    private Takings(Map<String, Money> sources, Map<String, List<String>> lies, Map<String, List<String>> stays) {
        this.sources = sources;
        this.lies = lies;
        this.stays = stays;
    }

    /** The sources of a document. */
    static Takings from(CaseFile file) {
        Map<String, Money> sources = new HashMap<>();
        Map<String, List<String>> lines = new HashMap<>();
        Map<String, Charge> byId = new HashMap<>();
        file.records().charges().forEach(c -> {
            byId.put(c.id(), c);
            sources.put(c.id(), c.money());
            lines.computeIfAbsent(c.stay(), k -> new ArrayList<>()).add(c.id());
        });
        for (Stay stay : file.records().stays()) {
            List<String> own = lines.computeIfAbsent(stay.id(), k -> new ArrayList<>());
            Money rest = own.isEmpty()
                    ? stay.money()
                    : StayCost.beyondLines(
                            file, stay, own.stream().map(byId::get).toList());
            if (own.isEmpty() || !rest.known() || rest.amount().signum() > 0) {
                sources.put(stay.id(), rest);
                own.add(stay.id());
            }
        }
        lines.replaceAll((stay, ids) -> ids.stream().sorted().toList());
        Map<String, List<String>> lies = new HashMap<>();
        List<Evidence> costly = new ArrayList<>(file.records().uploads());
        costly.addAll(file.records().accidents());
        costly.stream()
                .filter(e -> !e.stayId().isEmpty() && lines.containsKey(e.stayId()))
                .forEach(e -> lies.put(e.id(), lines.getOrDefault(e.stayId(), List.of())));
        lines.remove("");
        return new Takings(sources, lies, lines);
    }

    /** Claims on all that a stay cost; none where that is not known. */
    List<Portion> whole(String stay) {
        List<Portion> whole = new ArrayList<>();
        for (String line : stays.getOrDefault(stay, List.of())) {
            Money money = sources.getOrDefault(line, Money.UNKNOWN);
            if (!money.known()) {
                return List.of();
            }
            whole.add(Portion.of(line, money));
        }
        return whole;
    }

    /** Yuan taken from that place by these claims together. */
    BigDecimal total(Collection<Portion> portions, Place place) {
        if (portions.size() < 2) {
            return Place.yuan(portions.isEmpty() ? 0 : connected(portions, place));
        }
        long sum = 0;
        for (List<Portion> part : Components.of(this, portions).split(portions).values()) {
            sum += connected(part, place);
        }
        return Place.yuan(sum);
    }

    /** The lines a claim may touch. */
    List<String> reach(Portion portion) {
        return !portion.pool().isEmpty()
                ? portion.pool()
                : lies.getOrDefault(portion.source(), List.of(portion.source()));
    }

    /** Whether a claim is on one line alone. */
    boolean single(Portion portion) {
        return portion.pool().isEmpty() && !lies.containsKey(portion.source());
    }

    /** Cents that a claim on one line asks of it, no more than it holds. */
    long asked(Portion single, Place place) {
        return Math.min(place.cents(single.money()), room(single.source(), place));
    }

    /** Cents taken by claims that hang together. */
    long connected(Collection<Portion> portions, Place place) {
        Claims claims = new Claims(portions, place);
        if (claims.pools().isEmpty()) {
            long sum = 0;
            for (long one : claims.single.values()) {
                sum += one;
            }
            return sum;
        }
        return claims.nested();
    }

    /**
     * Whether so many excesses cross that what is taken of these claims is only no less than the best choice among them: see
     * {@link Crossing}.
     */
    boolean bounded(Collection<Portion> portions) {
        Claims claims = new Claims(portions, Place.WHOLE);
        return claims.excesses.size() > Crossing.CHOSEN && claims.layered().isEmpty();
    }

    private long room(String source, Place place) {
        Money money = sources.getOrDefault(source, Money.UNKNOWN);
        return money.known() ? place.cents(money) : ENDLESS;
    }

    /** Claims on one place, the larger of two on the same source already chosen. */
    private final class Claims {
        private final Collection<Portion> portions;
        private final Place place;
        private final Map<String, Long> single = new HashMap<>();
        private final Map<List<String>, Long> sums = new HashMap<>();
        private final Map<List<String>, Long> excesses = new HashMap<>();

        Claims(Collection<Portion> portions, Place place) {
            this.portions = portions;
            this.place = place;
            Map<List<Object>, Long> lumps = new HashMap<>();
            for (Portion portion : portions) {
                long wanted = place.cents(portion.money());
                if (portion.excess()) {
                    excesses.merge(portion.pool(), wanted, Math::max);
                } else if (single(portion)) {
                    single.merge(portion.source(), asked(portion, place), Math::max);
                } else {
                    lumps.merge(List.of(portion.source(), reach(portion)), wanted, Math::max);
                }
            }
            lumps.forEach((k, v) -> sums.merge(pool(k), v, Long::sum));
        }

        @SuppressWarnings("unchecked")
        private List<String> pool(List<Object> lump) {
            return (List<String>) lump.get(1);
        }

        private List<List<String>> pools() {
            if (sums.isEmpty() && excesses.isEmpty()) {
                return List.of();
            }
            Set<List<String>> all = new HashSet<>(sums.keySet());
            all.addAll(excesses.keySet());
            return all.stream()
                    .sorted(Comparator.<List<String>>comparingInt(List::size).thenComparing(List::toString))
                    .toList();
        }

        /**
         * What a pool holds: what its lines hold; where part of it is not known, as much as is known or stated of it as sums, so
         * that an excess never adds to a sum it may be part of.
         */
        private long room(List<String> pool) {
            long room = 0;
            boolean open = false;
            for (String line : pool) {
                long held = line(line);
                open |= held == ENDLESS;
                room += held == ENDLESS ? 0 : held;
            }
            return open ? Math.max(room, stated(pool)) : room;
        }

        private long line(String line) {
            return Takings.this.room(line, place);
        }

        /** The sums that lie in a pool or in a part of it. */
        private long stated(List<String> pool) {
            Set<String> lines = new HashSet<>(pool);
            return sums.entrySet().stream()
                    .filter(e -> lines.containsAll(e.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        private long nested() {
            return layered().orElseGet(this::crossing);
        }

        /** From the smallest pool up; none where one crosses another: then sums are laid on lines. */
        private OptionalLong layered() {
            Map<String, Integer> top = new HashMap<>();
            List<Integer> sizes = new ArrayList<>();
            List<Long> taken = new ArrayList<>();
            Set<Integer> tops = new HashSet<>();
            for (List<String> pool : pools()) {
                long inside = sums.getOrDefault(pool, 0L);
                Map<Integer, Integer> children = new HashMap<>();
                for (String line : pool) {
                    Integer child = top.get(line);
                    if (child == null) {
                        inside += single.getOrDefault(line, 0L);
                    } else {
                        children.merge(child, 1, Integer::sum);
                    }
                }
                for (Map.Entry<Integer, Integer> child : children.entrySet()) {
                    if (!child.getValue().equals(sizes.get(child.getKey()))) {
                        return OptionalLong.empty();
                    }
                    inside += taken.get(child.getKey());
                }
                int index = taken.size();
                sizes.add(pool.size());
                taken.add(Math.min(room(pool), Math.max(inside, excesses.getOrDefault(pool, 0L))));
                tops.removeAll(children.keySet());
                tops.add(index);
                pool.forEach(line -> top.put(line, index));
            }
            return OptionalLong.of(tops.stream().mapToLong(taken::get).sum()
                    + single.entrySet().stream()
                            .filter(e -> !top.containsKey(e.getKey()))
                            .mapToLong(Map.Entry::getValue)
                            .sum());
        }

        private long crossing() {
            Map<List<String>, Long> over = new HashMap<>();
            excesses.forEach((pool, wanted) -> over.put(pool, Math.min(wanted, room(pool))));
            return new Crossing(single, sums, over, this::line, this::inside).most();
        }

        /** What is taken from the lines of a pool anyway. */
        private long inside(List<String> pool) {
            Set<String> lines = new HashSet<>(pool);
            List<Portion> within = portions.stream()
                    .filter(p -> !(p.excess() && p.pool().equals(pool)) && lines.containsAll(reach(p)))
                    .toList();
            return connected(within, place);
        }
    }
}
