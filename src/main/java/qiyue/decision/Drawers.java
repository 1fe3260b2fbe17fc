package qiyue.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import qiyue.fact.Parameter;
import qiyue.fact.Portion;

/** All that one class of lines has taken so far: from each place, and from the deposits. */
final class Drawers {
    private final Takings takings;
    private final Components components;
    private final Map<Place, Till> tills;

    /** What was taken a second time, a third …, by place and time. */
    private final Map<String, Till> overs;

    /** What left the deposits because it was refused. */
    private final Map<String, BigDecimal> refused;

    /** What deductions took of them, by what they rest on. */
    private final Map<String, Map<List<String>, BigDecimal>> deducted;

    /** What goes back to the facility. */
    private final Map<String, BigDecimal> returned;

    Drawers(Takings takings, Components components) {
        this(
                takings,
                components,
                new EnumMap<>(Place.class),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>());
        for (Place place : Place.values()) {
            tills.put(place, new Till(takings, place, components));
        }
    }

    private Drawers(
            Takings takings,
            Components components,
            Map<Place, Till> tills,
            Map<String, Till> overs,
            Map<String, BigDecimal> refused,
            Map<String, Map<List<String>, BigDecimal>> deducted,
            Map<String, BigDecimal> returned) {
        this.takings = takings;
        this.components = components;
        this.tills = tills;
        this.overs = overs;
        this.refused = refused;
        this.deducted = deducted;
        this.returned = returned;
    }

    /** Drawers that go on from here; of the tills, which hold as much as there is in a bill, nothing is copied. */
    Drawers after() {
        Map<Place, Till> copies = new EnumMap<>(Place.class);
        tills.forEach((place, till) -> copies.put(place, till.after()));
        Map<String, Till> again = new HashMap<>();
        overs.forEach((over, till) -> again.put(over, till.after()));
        Map<String, Map<List<String>, BigDecimal>> shares = new HashMap<>();
        deducted.forEach((balance, each) -> shares.put(balance, new HashMap<>(each)));
        return new Drawers(takings, components, copies, again, new HashMap<>(refused), shares, new HashMap<>(returned));
    }

    /** Whether there is nothing left of that money. */
    boolean spent(Place place, List<Portion> portions) {
        Till till = tills.get(place);
        return till == null || till.spent(portions);
    }

    List<Taking> take(Place place, List<Portion> portions) {
        Till till = tills.get(place);
        return till == null ? List.of() : till.take(portions);
    }

    /**
     * What a line that takes its money several times still takes where others took that money once, or fewer times: each time
     * over is drawn from a till of its own. Nothing where none was before it.
     *
     * @param fresh what it took of the money itself
     */
    List<Taking> multiply(Place place, List<Portion> portions, int times, List<Taking> fresh) {
        if (times < 2) {
            return List.of();
        }
        Map<List<String>, Long> more = new TreeMap<>(Comparator.comparing(List<String>::toString));
        for (int over = 2; over <= times; over++) {
            Till till = overs.computeIfAbsent(place.name() + over, k -> new Till(takings, place, components));
            till.take(portions).forEach(t -> more.merge(t.sources(), t.cents(), Long::sum));
            fresh.forEach(t -> more.merge(t.sources(), -t.cents(), Long::sum));
        }
        long sum = more.values().stream().mapToLong(Long::longValue).sum();
        List<Taking> all = new ArrayList<>();
        if (more.values().stream().allMatch(cents -> cents >= 0)) {
            more.forEach((sources, cents) -> all.add(new Taking(sources, cents)));
        } else if (sum > 0) {
            all.add(new Taking(
                    portions.stream().map(Portion::source).distinct().sorted().toList(), sum));
        }
        all.removeIf(t -> t.cents() == 0);
        return all;
    }

    /** What there is of a deposit to settle on these facts, yuan: neither what was refused out of it nor what was deducted on others. */
    BigDecimal toSettle(Parameter balance, List<String> facts) {
        BigDecimal of = Deposits.whole(balance).subtract(gone(refused, balance));
        for (Map.Entry<List<String>, BigDecimal> share :
                deducted.getOrDefault(balance.id(), Map.of()).entrySet()) {
            of = Collections.disjoint(share.getKey(), facts) ? of.subtract(share.getValue()) : of;
        }
        return of.max(BigDecimal.ZERO);
    }

    /** Takes up to that sum from what is left of a deposit, to keep it. */
    BigDecimal deduct(Parameter balance, BigDecimal wanted, List<String> facts) {
        BigDecimal taken = wanted.min(left(balance));
        deducted.computeIfAbsent(balance.id(), k -> new HashMap<>()).merge(facts, taken, BigDecimal::add);
        return taken;
    }

    /** Takes up to that sum from what is left of a deposit, to give it back. */
    BigDecimal giveBack(Parameter balance, BigDecimal wanted) {
        BigDecimal taken = wanted.min(left(balance));
        returned.merge(balance.id(), taken, BigDecimal::add);
        return taken;
    }

    /**
     * Takes retained money out of a deposit. A balance too small to hold it is no reason not to refuse it; that a deduction has
     * taken it already is one.
     */
    BigDecimal refuseFromDeposit(Parameter balance, BigDecimal wanted) {
        BigDecimal left = left(balance);
        refused.merge(balance.id(), wanted.min(left), BigDecimal::add);
        return deducted(balance).signum() > 0 ? wanted.min(left) : wanted;
    }

    private BigDecimal left(Parameter balance) {
        return Deposits.whole(balance)
                .subtract(gone(refused, balance))
                .subtract(deducted(balance))
                .subtract(gone(returned, balance))
                .max(BigDecimal.ZERO);
    }

    private BigDecimal deducted(Parameter balance) {
        return deducted.getOrDefault(balance.id(), Map.of()).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal gone(Map<String, BigDecimal> from, Parameter balance) {
        return from.getOrDefault(balance.id(), BigDecimal.ZERO);
    }
}
