package qiyue.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import qiyue.decision.Decision.Ground;
import qiyue.decision.Decision.Heads;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.CaseFile;
import qiyue.fact.Conclusion;
import qiyue.fact.Parameter;

/**
 * The one place that takes money. What must happen takes first, line by line, then what the agency chose; each other class of lines (optional or not,
 * how certain, on what choice) takes for itself what that leaves, so that what is only possible never hides what may be
 * required, nor the other way round. A line whose money another takes stays as a further ground of that other.
 */
final class Sums {
    /** Of these a line whose sum is known to be nothing is not listed. */
    private static final Set<String> SUMMED =
            Set.of("refuse", "recover", "withhold", "multiple", "deposit", "pay", "retain", "bear", MeasureKind.OWE);

    /** Of these a line takes what lies in a deposit, or a share of that. */
    private static final Set<String> DRAWN = Set.of("deposit", "refuse", "multiple");

    private final Map<String, MeasureKind> kinds;
    private final Takings takings;
    private final Inheritance inheritance;
    private final Deposits deposits;

    Sums(CaseFile file, Map<String, MeasureKind> kinds, Takings takings, Inheritance inheritance) {
        this.kinds = kinds;
        this.takings = takings;
        this.inheritance = inheritance;
        this.deposits = new Deposits(file);
    }

    /** A line as it is united and as it is to be shown. */
    record Drawn(Line line, MeasureLine shown) {
        /** At the upper end of its range. */
        Drawn atMost() {
            return new Drawn(line.atMost(), shown);
        }
    }

    /**
     * Lines with their sums.
     *
     * @param together all that the agency can make of it, with what each takes after those before it: no yuan is in two of them
     * @param unweighed of how many questions that hang together all is added up, whatever excludes what; 0 if of none
     */
    record Summed(List<MeasureLine> lines, List<MeasureLine> together, int unweighed) {}

    /** The lines with their sums; those that take nothing, because all was taken before, are grounds of the takers. */
    Summed of(List<Drawn> lines) {
        Settled settled = Settled.of(lines);
        List<Drawn> ordered = new ArrayList<>(lines);
        ordered.sort(new InTurn(this::money, settled));
        LineSums each = new LineSums(this::money, takings, deposits, shares(ordered), settled);
        Draws draws = new Draws(List.copyOf(ordered), each, takings, inheritance);
        Exclusions exclusions = new Exclusions(ordered, kinds);
        Draws most = draws.atMost();
        Classes classes = new Classes(draws, most, exclusions, new Drawers(takings, draws.components()));
        Classes atMost =
                most == draws ? classes : new Classes(most, most, exclusions, new Drawers(takings, draws.components()));
        @Nullable
        Ceiling ceiling = exclusions.none() && classes.classes() < 2
                ? null
                : new Ceiling(most, exclusions, atMost.floor(), this::drawnOn, this::heads);
        Map<Integer, Sum> inTurn = ceiling == null ? Map.of() : ceiling.inTurn();
        Map<Integer, Alternatives.Shared> shared =
                new Alternatives(ordered, atMost.sums(), atMost.ranks(), this::balance).of(inTurn);
        List<MeasureLine> shown = new ArrayList<>();
        List<MeasureLine> together = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            MeasureLine line = ordered.get(i).shown();
            Sum sum = classes.sums().get(i);
            if (!nothing(ordered.get(i).line(), sum)) {
                shown.add(with(line, sum, classes.also(i), shared.get(i)));
            }
            if (line.absorbedBy().isEmpty()
                    && !line.choice().equals("declined")
                    && !(line.optional() && line.subject().equals("agency"))) {
                together.add(with(line, inTurn.getOrDefault(i, atMost.sums().get(i)), List.of(), null));
            }
        }
        return new Summed(shown, together, ceiling == null ? 0 : ceiling.unweighed());
    }

    /** The balances of which the lines take shares. */
    private Deposits shares(List<Drawn> lines) {
        Set<String> sharing = new HashSet<>();
        for (Drawn drawn : lines) {
            if (ofDeposit(drawn)) {
                sharing.add(drawn.line().key().agreement());
            }
        }
        return deposits.shared(sharing);
    }

    private boolean ofDeposit(Drawn drawn) {
        return money(drawn.line()).equals("deposit")
                && (drawn.line().likeness().terms().percent() >= 0 || LineSums.decided(drawn.line()));
    }

    /** Whether a line is known to move nothing. */
    private boolean nothing(Line line, Sum sum) {
        return SUMMED.contains(money(line))
                && sum.known()
                && sum.amount().signum() == 0
                && sum.most().signum() <= 0;
    }

    private Heads heads(Drawn drawn, Sum sum) {
        return Totals.of(List.of(with(drawn.shown(), sum, List.of(), null)), kinds, l -> true);
    }

    /** The deposit under the agreement of a line; empty where none is known. */
    private String balance(Drawn drawn) {
        return deposits.of(drawn.line().key().agreement()).map(Parameter::id).orElse("");
    }

    /** The deposit a line takes a share of, or may find retained money in. */
    private String drawnOn(Drawn drawn) {
        return DRAWN.contains(money(drawn.line())) ? balance(drawn) : "";
    }

    private String money(Line line) {
        return kinds.getOrDefault(line.kind(), MeasureKind.NONE).money();
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
                shared == null ? Conclusion.UNSTATED : shared.own());
    }
}
