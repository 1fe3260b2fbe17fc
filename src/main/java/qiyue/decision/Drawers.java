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

    Drawers(Takings takings, Components components) {
        this(new EnumMap<>(Place.class), new HashMap<>());
        for (Place place : Place.values()) {
            tills.put(place, new Till(takings, place, components));
        }
    }

    private Drawers(Map<Place, Till> tills, Map<String, BigDecimal> outOfDeposits) {
        this.tills = tills;
        this.outOfDeposits = outOfDeposits;
    }

    /** Drawers that go on from here. */
    Drawers after() {
        Map<Place, Till> copies = new EnumMap<>(Place.class);
        tills.forEach((place, till) -> copies.put(place, till.after()));
        return new Drawers(copies, new HashMap<>(outOfDeposits));
    }

    List<Taking> take(Place place, List<Portion> portions) {
        Till till = tills.get(place);
        return till == null ? List.of() : till.take(portions);
    }

    /** Takes up to that sum from what is left of a deposit. */
    BigDecimal takeDeposit(Parameter balance, BigDecimal wanted) {
        BigDecimal gone = outOfDeposits.getOrDefault(balance.id(), BigDecimal.ZERO);
        BigDecimal taken = wanted.min(Deposits.whole(balance).subtract(gone)).max(BigDecimal.ZERO);
        outOfDeposits.merge(balance.id(), taken, BigDecimal::add);
        return taken;
    }
}
