package qiyue.decision;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import qiyue.fact.Parameter;
import qiyue.fact.Portion;

/** All that one class of lines has taken so far: from each place, and from the deposits. */
final class Drawers {
    private final Map<Place, Till> tills;
    private final Map<String, BigDecimal> outOfDeposits;

    /** Of that, what deductions took; what goes back to the facility is none. */
    private final Map<String, BigDecimal> deducted;

    Drawers(Takings takings, Components components) {
        this(new EnumMap<>(Place.class), new HashMap<>(), new HashMap<>());
        for (Place place : Place.values()) {
            tills.put(place, new Till(takings, place, components));
        }
    }

    private Drawers(Map<Place, Till> tills, Map<String, BigDecimal> outOfDeposits, Map<String, BigDecimal> deducted) {
        this.tills = tills;
        this.outOfDeposits = outOfDeposits;
        this.deducted = deducted;
    }

    /** Drawers that go on from here. */
    Drawers after() {
        Map<Place, Till> copies = new EnumMap<>(Place.class);
        tills.forEach((place, till) -> copies.put(place, till.after()));
        return new Drawers(copies, new HashMap<>(outOfDeposits), new HashMap<>(deducted));
    }

    List<Taking> take(Place place, List<Portion> portions) {
        Till till = tills.get(place);
        return till == null ? List.of() : till.take(portions);
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
