package qiyue.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
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

    private final Map<String, BigDecimal> outOfDeposits;

    /** Of that, what deductions took; what goes back to the facility is none. */
    private final Map<String, BigDecimal> deducted;

    Drawers(Takings takings, Components components) {
        this(takings, components, new EnumMap<>(Place.class), new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (Place place : Place.values()) {
            tills.put(place, new Till(takings, place, components));
        }
    }

    private Drawers(
            Takings takings,
            Components components,
            Map<Place, Till> tills,
            Map<String, Till> overs,
            Map<String, BigDecimal> outOfDeposits,
            Map<String, BigDecimal> deducted) {
        this.takings = takings;
        this.components = components;
        this.tills = tills;
        this.overs = overs;
        this.outOfDeposits = outOfDeposits;
        this.deducted = deducted;
    }

    /** Drawers that go on from here. */
    Drawers after() {
        Map<Place, Till> copies = new EnumMap<>(Place.class);
        tills.forEach((place, till) -> copies.put(place, till.after()));
        Map<String, Till> again = new HashMap<>();
        overs.forEach((over, till) -> again.put(over, till.after()));
        return new Drawers(takings, components, copies, again, new HashMap<>(outOfDeposits), new HashMap<>(deducted));
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

    /** Takes up to that sum from what is left of a deposit, to keep it or to give it back. */
    BigDecimal takeDeposit(Parameter balance, BigDecimal wanted, boolean back) {
        BigDecimal taken = wanted.min(left(balance));
        outOfDeposits.merge(balance.id(), taken, BigDecimal::add);
        if (!back) {
            deducted.merge(balance.id(), taken, BigDecimal::add);
        }
        return taken;
    }

    /**
     * Takes retained money out of a deposit. A balance too small to hold it is no reason not to refuse it; that a deduction has
     * taken it already is one.
     */
    BigDecimal refuseFromDeposit(Parameter balance, BigDecimal wanted) {
        BigDecimal left = left(balance);
        outOfDeposits.merge(balance.id(), wanted.min(left), BigDecimal::add);
        return gone(deducted, balance).signum() > 0 ? wanted.min(left) : wanted;
    }

    private BigDecimal left(Parameter balance) {
        return Deposits.whole(balance).subtract(gone(outOfDeposits, balance)).max(BigDecimal.ZERO);
    }

    private static BigDecimal gone(Map<String, BigDecimal> from, Parameter balance) {
        return from.getOrDefault(balance.id(), BigDecimal.ZERO);
    }
}
