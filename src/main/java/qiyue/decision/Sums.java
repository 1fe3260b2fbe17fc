package qiyue.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import qiyue.decision.Decision.Ground;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.CaseFile;
import qiyue.fact.Conclusion;
import qiyue.fact.Money;
import qiyue.fact.Parameter;
import qiyue.fact.Portion;

/**
 * The one place that takes money. What must happen takes first, line by line, then what the agency chose; each other class of lines (optional or not,
 * how certain, on what choice) takes for itself what that leaves, so that what is only possible never hides what may be
 * required, nor the other way round. A line whose money another takes stays as a further ground of that other.
 */
final class Sums {
    /** Of these a line whose sum is known to be nothing is not listed. */
    private static final Set<String> SUMMED =
            Set.of("refuse", "recover", "withhold", "multiple", "deposit", "pay", "retain", MeasureKind.OWE);

    private final Map<String, MeasureKind> kinds;
    private final Takings takings;
    private final Inheritance inheritance;
    private final Deposits deposits;
    private final LineSums each;

    Sums(CaseFile file, Map<String, MeasureKind> kinds, Takings takings, Inheritance inheritance) {
        this.kinds = kinds;
        this.takings = takings;
        this.inheritance = inheritance;
        this.deposits = new Deposits(file);
        this.each = new LineSums(this::money, takings, deposits);
    }

    /** A line as it is united and as it is to be shown. */
    record Drawn(Line line, MeasureLine shown) {}

    /**
     * Lines with their sums.
     *
     * @param together all that the agency can make of it, with what each takes after those before it: no yuan is in two of them
     */
    record Summed(List<MeasureLine> lines, List<MeasureLine> together) {}

    /** The lines with their sums; those that take nothing, because all was taken before, are grounds of the takers. */
    Summed of(List<Drawn> lines) {
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
            int repeated = money(drawn.line()).equals("deposit") ? SameShare.before(ordered.subList(0, i), drawn) : -1;
            Sum sum = sum(drawn.line(), claims.get(i), drawers, shares, repeated >= 0);
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
                .of(floor, (i, drawers) -> sum(ordered.get(i).line(), claims.get(i), drawers, shares, false));
        List<MeasureLine> shown = new ArrayList<>();
        List<MeasureLine> together = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            if (hidden.contains(i)) {
                continue;
            }
            MeasureLine line = ordered.get(i).shown();
            Alternatives.Shared money = shared.get(i);
            shown.add(with(line, sums.get(i), also.getOrDefault(i, List.of()), money));
            if (line.absorbedBy().isEmpty()
                    && !line.choice().equals("declined")
                    && !(line.optional() && line.subject().equals("agency"))) {
                together.add(with(line, (money == null ? sums.get(i) : money.own()).atMost(), List.of(), null));
            }
        }
        return new Summed(shown, together);
    }

    private Sum sum(Line line, List<Portion> claims, Drawers drawers, Deposits shares, boolean repeated) {
        return money(line).equals("deposit")
                ? LineSums.deposit(line, shares, drawers, repeated)
                : each.sum(line, claims, drawers);
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

    private static MeasureLine with(
            MeasureLine line, Sum sum, List<Ground> also, Alternatives.@Nullable Shared shared) {
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
                shared == null ? "" : shared.money(),
                shared == null ? Conclusion.UNSTATED : shared.most(),
                shared == null ? Conclusion.UNSTATED : shared.own().amount().max(Money.yuan(BigDecimal.ZERO)));
    }
}
