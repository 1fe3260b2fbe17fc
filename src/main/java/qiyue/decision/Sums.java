package qiyue.decision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import qiyue.decision.Decision.Ground;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Taken;
import qiyue.fact.CaseFile;
import qiyue.fact.Conclusion;
import qiyue.fact.Measure;
import qiyue.fact.Money;
import qiyue.fact.Parameter;
import qiyue.fact.Portion;
import qiyue.fact.Terms;

/**
 * The one place that takes money. What must happen takes first, line by line, then what the agency chose; each other class of lines (optional or not,
 * how certain, on what choice) takes for itself what that leaves, so that what is only possible never hides what may be
 * required, nor the other way round. A line whose money another takes stays as a further ground of that other.
 */
final class Sums {
    /** Of these a line whose sum is known to be nothing is not listed. */
    private static final Set<String> SUMMED =
            Set.of("refuse", "recover", "withhold", "multiple", "deposit", "pay", "retain", MeasureKind.OWE);

    private final CaseFile file;
    private final Map<String, MeasureKind> kinds;
    private final Takings takings;
    private final Inheritance inheritance;
    private final Deposits deposits;

    Sums(CaseFile file, Map<String, MeasureKind> kinds, Takings takings, Inheritance inheritance) {
        this.file = file;
        this.kinds = kinds;
        this.takings = takings;
        this.inheritance = inheritance;
        this.deposits = new Deposits(file);
    }

    /** A line as it is united and as it is to be shown. */
    record Drawn(Line line, MeasureLine shown) {}

    /**
     * What a line would take alone, what it does take, and of that out of the deposit; negative where not known.
     *
     * @param reach where its money lies
     * @param wants the same, and the deposit where others left it less than it asks
     */
    record Sum(
            BigDecimal alone,
            BigDecimal amount,
            BigDecimal most,
            BigDecimal fromDeposit,
            boolean known,
            Set<String> reach,
            Set<String> wants,
            List<Taken> taken) {}

    /** The lines with their sums; those that take nothing, because all was taken before, are grounds of the takers. */
    List<MeasureLine> of(List<Drawn> lines) {
        List<Drawn> ordered = new ArrayList<>(lines);
        ordered.sort(this::order);
        Set<String> sharing = new HashSet<>();
        List<List<Portion>> claims = new ArrayList<>(ordered.size());
        List<Portion> claimed = new ArrayList<>();
        for (Drawn drawn : ordered) {
            if (money(drawn.line()).equals("deposit")
                    && drawn.line().likeness().terms().percent() >= 0) {
                sharing.add(drawn.line().key().agreement());
            }
            List<Portion> portions = inheritance.portions(drawn.line().same());
            claims.add(portions);
            claimed.addAll(portions);
        }
        Deposits shares = deposits.shared(sharing);
        Components components = Components.of(takings, claimed);
        Drawers floor = new Drawers(takings, components);
        Map<Rank, Drawers> others = new HashMap<>();
        Map<Rank, List<Integer>> before = new HashMap<>();
        List<Sum> sums = new ArrayList<>();
        Map<Integer, List<Ground>> also = new TreeMap<>();
        Set<Integer> hidden = new HashSet<>();
        List<Integer> onFloor = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            Drawn drawn = ordered.get(i);
            Rank rank = Rank.of(drawn.shown());
            boolean must = rank.firm();
            Drawers drawers = must ? floor : others.computeIfAbsent(rank, k -> floor.after());
            boolean deposit = money(drawn.line()).equals("deposit");
            int repeated = deposit ? SameShare.before(ordered.subList(0, i), drawn) : -1;
            Sum sum = deposit
                    ? deposit(drawn.line(), shares, drawers, repeated >= 0)
                    : sum(drawn.line(), claims.get(i), drawers);
            sums.add(sum);
            List<Integer> own = must ? onFloor : before.computeIfAbsent(rank, k -> new ArrayList<>(onFloor));
            if (SUMMED.contains(money(drawn.line()))
                    && sum.known()
                    && sum.amount().signum() == 0
                    && sum.most().signum() <= 0) {
                hidden.add(i);
            }
            if (sum.alone().compareTo(sum.amount()) > 0) {
                Ground ground = ground(drawn, sum.alone());
                List<Integer> takers = new ArrayList<>(own);
                if (repeated >= 0 && !takers.contains(repeated)) {
                    takers.add(repeated);
                }
                for (int taker : takers) {
                    if (sums.get(taker).amount().signum() > 0
                            && !Collections.disjoint(sums.get(taker).reach(), sum.wants())) {
                        also.computeIfAbsent(taker, k -> new ArrayList<>()).add(ground);
                    }
                }
            }
            own.add(i);
        }
        Map<Integer, Alternatives.Shared> shared = new Alternatives(ordered, sums, this::balance)
                .of(
                        floor,
                        (i, drawers) -> money(ordered.get(i).line()).equals("deposit")
                                ? deposit(ordered.get(i).line(), shares, drawers, false)
                                : sum(ordered.get(i).line(), claims.get(i), drawers));
        List<MeasureLine> shown = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            if (!hidden.contains(i)) {
                shown.add(with(
                        ordered.get(i).shown(),
                        sums.get(i),
                        also.getOrDefault(i, List.of()),
                        shared.getOrDefault(i, Alternatives.Shared.NOT)));
            }
        }
        return shown;
    }

    /** The deposit under the agreement of a line; empty where none is known. */
    private String balance(Drawn drawn) {
        return deposits.of(drawn.line().key().agreement()).map(Parameter::id).orElse("");
    }

    /** What must happen before all else, then what was chosen; a multiple before the sum itself, a larger share before a smaller, a return last. */
    private int order(Drawn a, Drawn b) {
        Line.Likeness one = a.line().likeness();
        Line.Likeness other = b.line().likeness();
        int order = Boolean.compare(!a.shown().floor(), !b.shown().floor());
        order = order != 0
                ? order
                : Boolean.compare(!a.shown().byChoice(), !b.shown().byChoice());
        order = order != 0 ? order : one.certainty().compareTo(other.certainty());
        order = order != 0
                ? order
                : Boolean.compare(a.line().optional(), b.line().optional());
        String money = money(a.line());
        String theirs = money(b.line());
        order = order != 0 ? order : Boolean.compare(!money.equals("multiple"), !theirs.equals("multiple"));
        order = order != 0
                ? order
                : Integer.compare(other.terms().times(), one.terms().times());
        order = order != 0 ? order : Boolean.compare(!takesBack(a.line()), !takesBack(b.line()));
        order = order != 0 ? order : Boolean.compare(money.equals("deposit"), theirs.equals("deposit"));
        order = order != 0
                ? order
                : Boolean.compare(
                        a.line().kind().equals("return-deposit"),
                        b.line().kind().equals("return-deposit"));
        order = order != 0
                ? order
                : Integer.compare(other.terms().percent(), one.terms().percent());
        return order != 0 ? order : one.compareTo(other);
    }

    private static boolean takesBack(Line line) {
        return line.kind().equals("refuse") || line.kind().equals("recover");
    }

    private String money(Line line) {
        return kinds.getOrDefault(line.kind(), MeasureKind.NONE).money();
    }

    private Sum sum(Line line, List<Portion> portions, Drawers drawers) {
        return switch (money(line)) {
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
            case "withhold" -> still(line.moneyKnown(), takings.total(portions, Place.UNPAID));
            case "bear" -> still(line.moneyKnown(), takings.total(portions, Place.WHOLE));
            case "pay", "retain" -> fixed(line.same());
            case MeasureKind.OWE -> owed(line, portions);
            default -> still(true, Conclusion.UNSTATED);
        };
    }

    /** So many times what a line takes from these places. */
    private Sum moved(Line line, List<Portion> portions, Drawers drawers, int times, Place... places) {
        Grounding grounding = new Grounding(line.same());
        List<Taken> taken = new ArrayList<>();
        BigDecimal amount = Money.yuan(BigDecimal.ZERO);
        BigDecimal retained = Money.yuan(BigDecimal.ZERO);
        Set<String> reach = reach(portions, places);
        Set<String> wants = new HashSet<>(reach);
        BigDecimal many = BigDecimal.valueOf(times);
        for (Place place : places) {
            for (Taking taking : drawers.take(place, portions)) {
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
                    amount = amount.add(yuan);
                }
            }
        }
        boolean known = known(line, drawers, places);
        boolean nothing = !known && amount.signum() == 0;
        return new Sum(
                Money.yuan(alone(portions, places).multiply(many)),
                nothing ? Conclusion.UNSTATED : Money.yuan(amount.multiply(many)),
                Conclusion.UNSTATED,
                nothing || !money(line).equals("refuse") ? Conclusion.UNSTATED : retained,
                known,
                reach,
                wants,
                List.copyOf(taken));
    }

    /** Whether its sums are known; one that is not lies in its stay, and adds nothing once all that the stay cost is taken. */
    private boolean known(Line line, Drawers drawers, Place... places) {
        return line.moneyKnown()
                || line.same().stream()
                        .filter(m -> !m.moneyKnown())
                        .allMatch(m -> spent(takings.whole(m.stayId()), drawers, places));
    }

    private static boolean spent(List<Portion> whole, Drawers drawers, Place... places) {
        Drawers copy = drawers.after();
        return !whole.isEmpty()
                && Arrays.stream(places)
                        .allMatch(place -> copy.take(place, whole).stream().allMatch(taking -> taking.cents() == 0));
    }

    /** A sum that is spoken of and taken from nowhere. */
    private static Sum still(boolean known, BigDecimal amount) {
        BigDecimal said = known || amount.signum() > 0 ? amount : Conclusion.UNSTATED;
        return new Sum(said, said, Conclusion.UNSTATED, Conclusion.UNSTATED, known, Set.of(), Set.of(), List.of());
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
            return still(false, Conclusion.UNSTATED);
        }
        boolean range = terms.percentMost() >= 0 || terms.timesMost() >= 0;
        BigDecimal least = share(of, terms.percent(), terms.times());
        BigDecimal most =
                share(of, Math.max(terms.percent(), terms.percentMost()), Math.max(terms.times(), terms.timesMost()));
        return new Sum(
                least,
                least,
                range ? most : Conclusion.UNSTATED,
                Conclusion.UNSTATED,
                line.moneyKnown(),
                Set.of(),
                Set.of(),
                List.of());
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

    private static Sum deposit(Line line, Deposits shares, Drawers drawers, boolean repeated) {
        Parameter balance = shares.of(line.key().agreement()).orElse(null);
        int percent = line.likeness().terms().percent();
        if (balance == null || percent < 0) {
            return still(false, Conclusion.UNSTATED);
        }
        BigDecimal wanted = Deposits.percent(balance, percent);
        boolean back = line.kind().equals("return-deposit");
        BigDecimal amount = repeated ? Money.yuan(BigDecimal.ZERO) : drawers.takeDeposit(balance, wanted, back);
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
    private static Sum fixed(List<Measure> same) {
        Map<String, BigDecimal> byRoots = new TreeMap<>();
        boolean known = true;
        for (Measure measure : same) {
            byRoots.merge(String.join(",", measure.roots()), measure.terms().amount(), BigDecimal::max);
            // where the rule sets the sum, that of the facts does not matter
            known &= measure.terms().fixed() ? measure.terms().amount().signum() >= 0 : measure.moneyKnown();
        }
        BigDecimal sum = Money.yuan(BigDecimal.ZERO);
        for (BigDecimal amount : byRoots.values()) {
            sum = amount.signum() >= 0 ? sum.add(amount) : sum;
        }
        return still(known, sum);
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

    private static Ground ground(Drawn drawn, BigDecimal alone) {
        MeasureLine l = drawn.shown();
        return new Ground(
                l.modality(),
                l.kind(),
                l.certainty(),
                l.presumes(),
                l.clauses(),
                l.breaches(),
                l.facts(),
                l.open(),
                alone);
    }

    private static MeasureLine with(MeasureLine line, Sum sum, List<Ground> also, Alternatives.Shared shared) {
        return new MeasureLine(
                line.modality(),
                line.kind(),
                line.subject(),
                line.actor(),
                line.payer(),
                line.payee(),
                line.department(),
                line.agreement(),
                line.people(),
                line.terms(),
                line.certainty(),
                line.presumes(),
                line.clauses(),
                line.breaches(),
                line.facts(),
                line.open(),
                sum.amount(),
                sum.most(),
                sum.known(),
                line.absorbedBy(),
                line.endedBy(),
                line.choice(),
                line.chosen(),
                sum.fromDeposit(),
                List.copyOf(also),
                sum.taken(),
                shared.money(),
                shared.most());
    }
}
