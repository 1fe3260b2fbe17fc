package qiyue.decision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import qiyue.decision.Decision.Taken;
import qiyue.fact.Conclusion;
import qiyue.fact.Measure;
import qiyue.fact.Money;
import qiyue.fact.Parameter;
import qiyue.fact.Portion;
import qiyue.fact.Terms;

/** What one line takes, how much and from where, out of what others left. */
final class LineSums {
    private final Function<Line, String> money;
    private final Takings takings;
    private final Deposits deposits;
    private final Deposits shares;
    private final Settled settled;

    /**
     * Lines whose kind of money is told by that function.
     *
     * @param deposits the balances in which retained money lies
     * @param shares the balances of which shares are taken
     * @param settled the facts on which a deposit is settled
     */
    LineSums(Function<Line, String> money, Takings takings, Deposits deposits, Deposits shares, Settled settled) {
        this.money = money;
        this.takings = takings;
        this.deposits = deposits;
        this.shares = shares;
        this.settled = settled;
    }

    /** Whether a line takes or gives back a share of a deposit. */
    boolean ofDeposit(Line line) {
        return money.apply(line).equals("deposit");
    }

    /**
     * What the line takes of these portions out of what the drawers still hold.
     *
     * @param taken whether its share of the deposit was taken before
     */
    Sum sum(Line line, List<Portion> portions, Drawers drawers, boolean taken) {
        return switch (money.apply(line)) {
            case "refuse" -> moved(line, portions, drawers, 1, Place.UNPAID, Place.RETAINED);
            case "recover" -> moved(line, portions, drawers, 1, Place.PAID);
            case "multiple" ->
                moved(
                        line,
                        portions,
                        drawers,
                        Math.max(line.likeness().terms().times(), 1),
                        Place.UNPAID,
                        Place.RETAINED,
                        Place.PAID);
            case "withhold" -> Sum.still(line.moneyKnown(), takings.total(portions, Place.UNPAID));
            case "bear" -> Sum.still(line.moneyKnown(), takings.total(portions, Place.WHOLE));
            case "pay", "retain" -> fixed(line.same());
            case MeasureKind.OWE -> owed(line, portions);
            case "deposit" -> deposit(line, drawers, taken);
            default -> Sum.still(true, Conclusion.UNSTATED);
        };
    }

    /** So many times what a line takes from these places, and no more than its clauses let it take. */
    private Sum moved(Line line, List<Portion> portions, Drawers drawers, int times, Place... places) {
        Grounding grounding = new Grounding(line.same());
        List<Taken> taken = new ArrayList<>();
        BigDecimal amount = Money.yuan(BigDecimal.ZERO);
        BigDecimal once = amount;
        BigDecimal retained = Money.yuan(BigDecimal.ZERO);
        Set<String> reach = reach(portions, places);
        Set<String> wants = new HashSet<>(reach);
        BigDecimal many = BigDecimal.valueOf(times);
        for (Place place : places) {
            List<Taking> fresh = drawers.take(place, portions);
            for (Taking taking : fresh) {
                BigDecimal yuan = Place.yuan(taking.cents());
                if (place == Place.RETAINED) {
                    BigDecimal there = outOfDeposit(line, drawers, yuan);
                    if (there.compareTo(yuan) < 0) {
                        deposits.of(line.key().agreement()).ifPresent(b -> wants.add(b.id()));
                    }
                    yuan = there;
                    retained = retained.add(yuan);
                }
                if (yuan.signum() > 0) {
                    taken.add(grounding.taken(taking.sources(), place, yuan.multiply(many)));
                    amount = amount.add(yuan.multiply(many));
                    once = once.add(yuan);
                }
            }
            for (Taking taking : drawers.multiply(place, portions, times, fresh)) {
                taken.add(grounding.taken(taking.sources(), place, Place.yuan(taking.cents())));
                amount = amount.add(Place.yuan(taking.cents()));
            }
        }
        boolean known = known(line, drawers, places);
        boolean nothing = !known && amount.signum() == 0;
        BigDecimal all = alone(portions, places);
        BigDecimal wanted = Money.yuan(all.multiply(many));
        Optional<BigDecimal> most = most(line, many, places);
        if (most.isPresent()) {
            // what others took before counts towards the bound
            amount = amount.min(most.get().subtract(all.subtract(once)).max(BigDecimal.ZERO));
        }
        return new Sum(
                most.map(wanted::min).orElse(wanted),
                nothing ? Conclusion.UNSTATED : Money.yuan(amount),
                Conclusion.UNSTATED,
                nothing || !money.apply(line).equals("refuse") ? Conclusion.UNSTATED : retained,
                known,
                reach,
                wants,
                most.isEmpty() ? List.copyOf(taken) : upTo(amount, taken));
    }

    /** The most that the clauses of a line let it take, all its grounds together; empty where none sets a bound. */
    private Optional<BigDecimal> most(Line line, BigDecimal many, Place... places) {
        if (line.same().stream().noneMatch(m -> m.terms().bounded())) {
            return Optional.empty();
        }
        Map<String, BigDecimal> each = new TreeMap<>();
        for (Measure measure : line.same()) {
            BigDecimal wanted = alone(measure.portions(), places).multiply(many);
            each.merge(
                    String.join(",", measure.roots()),
                    measure.terms().bounded() ? wanted.min(measure.terms().amountMost()) : wanted,
                    BigDecimal::max);
        }
        return Optional.of(together(each.values()));
    }

    /** The first of what was taken, as much as comes to that sum. */
    private static List<Taken> upTo(BigDecimal sum, List<Taken> taken) {
        List<Taken> kept = new ArrayList<>(taken.size());
        BigDecimal left = sum;
        for (Taken one : taken) {
            BigDecimal yuan = one.amount().min(left);
            if (yuan.signum() > 0) {
                kept.add(new Taken(one.sources(), one.pocket(), one.clauses(), yuan));
            }
            left = left.subtract(yuan);
        }
        return List.copyOf(kept);
    }

    /** Whether its sums are known; one that is not lies in its stay, and adds nothing once all that the stay cost is taken. */
    private boolean known(Line line, Drawers drawers, Place... places) {
        return line.moneyKnown()
                || line.same().stream()
                        .filter(m -> !m.moneyKnown())
                        .allMatch(m -> spent(takings.whole(m.stayId()), drawers, places));
    }

    private static boolean spent(List<Portion> whole, Drawers drawers, Place... places) {
        return !whole.isEmpty() && Arrays.stream(places).allMatch(place -> drawers.spent(place, whole));
    }

    /** A debt: a fixed sum, or a share or a multiple of the sum concerned, wherever that lies; it is taken from nowhere. */
    private Sum owed(Line line, List<Portion> portions) {
        Terms terms = line.likeness().terms();
        if (terms.percent() < 0
                && terms.times() < 0
                && line.same().stream().anyMatch(m -> m.terms().fixed())) {
            return fixed(line.same());
        }
        BigDecimal of = takings.total(portions, Place.WHOLE);
        if (!line.moneyKnown() && of.signum() == 0) {
            return Sum.still(false, Conclusion.UNSTATED);
        }
        return Sum.still(line.moneyKnown(), share(of, terms.percent(), terms.times()));
    }

    /** So many percent and so many times a sum, to the fen; either left out counts for the whole. */
    private static BigDecimal share(BigDecimal sum, int percent, int times) {
        BigDecimal hundredths = BigDecimal.valueOf(percent < 0 ? 100 : percent).movePointLeft(2);
        return sum.multiply(hundredths)
                .multiply(BigDecimal.valueOf(times < 0 ? 1 : times))
                .setScale(2, RoundingMode.HALF_UP);
    }

    /** What is retained lies in the deposit: once refused, it is gone from there; what was deducted is not there to refuse. */
    private BigDecimal outOfDeposit(Line line, Drawers drawers, BigDecimal retained) {
        return deposits.of(line.key().agreement())
                .map(balance -> drawers.refuseFromDeposit(balance, retained))
                .orElse(retained);
    }

    /** Whether the agency said how much of a deposit to deduct where the clause leaves it open. */
    static boolean decided(Line line) {
        return line.likeness().terms().percent() < 0
                && line.same().stream().anyMatch(m -> m.terms().fixed());
    }

    /** What it takes of the deposit; nothing where the same share was taken before. */
    private Sum deposit(Line line, Drawers drawers, boolean repeated) {
        Parameter balance = shares.of(line.key().agreement()).orElse(null);
        int percent = line.likeness().terms().percent();
        boolean decided = decided(line);
        if (balance == null || percent < 0 && !decided) {
            return decided ? fixed(line.same()) : Sum.still(false, Conclusion.UNSTATED);
        }
        List<String> facts = Settled.facts(line);
        BigDecimal of = settled.by(line) ? drawers.toSettle(balance, facts) : Deposits.whole(balance);
        BigDecimal wanted = decided ? fixed(line.same()).amount() : Deposits.percent(of, percent);
        BigDecimal amount = repeated
                ? Money.yuan(BigDecimal.ZERO)
                : line.kind().equals(Settled.GIVEN_BACK)
                        ? drawers.giveBack(balance, wanted)
                        : drawers.deduct(balance, wanted, facts);
        return new Sum(
                wanted,
                amount,
                Conclusion.UNSTATED,
                Conclusion.UNSTATED,
                true,
                Set.of(balance.id()),
                Set.of(balance.id()),
                amount.signum() == 0
                        ? List.of()
                        : List.of(new Grounding(line.same()).outOfDeposit(balance.id(), amount)));
    }

    /** Fixed sums, one for each ground. */
    static Sum fixed(List<Measure> same) {
        Map<String, BigDecimal> each = new TreeMap<>();
        boolean known = true;
        for (Measure measure : same) {
            Terms terms = measure.terms();
            each.merge(String.join(",", measure.roots()), terms.amount(), BigDecimal::max);
            // where the rule sets the sum, that of the facts does not matter
            known &= terms.fixed() ? terms.amount().signum() >= 0 : measure.moneyKnown();
        }
        return Sum.still(known, together(each.values()));
    }

    private static BigDecimal together(Collection<BigDecimal> amounts) {
        BigDecimal sum = Money.yuan(BigDecimal.ZERO);
        for (BigDecimal amount : amounts) {
            sum = amount.signum() >= 0 ? sum.add(amount) : sum;
        }
        return sum;
    }

    private BigDecimal alone(Collection<Portion> portions, Place... places) {
        BigDecimal all = Money.yuan(BigDecimal.ZERO);
        for (Place place : places) {
            all = all.add(takings.total(portions, place));
        }
        return all;
    }

    private Set<String> reach(List<Portion> portions, Place... places) {
        Set<String> reach = new HashSet<>();
        for (Place place : places) {
            for (Portion portion : portions) {
                if (place.of(portion.money()).signum() > 0) {
                    for (String source : takings.reach(portion)) {
                        reach.add(place + ":" + source);
                    }
                }
            }
        }
        return reach;
    }
}
