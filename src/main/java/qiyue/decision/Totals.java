package qiyue.decision;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import qiyue.decision.Decision.Heads;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Conclusion;
import qiyue.fact.Money;

/** The heads of what must happen: each the sum of its lines and nothing else. */
final class Totals {
    private final Map<String, MeasureKind> kinds;
    private final List<MeasureLine> floor;

    private Totals(List<MeasureLine> lines, Map<String, MeasureKind> kinds) {
        this.kinds = kinds;
        this.floor = lines.stream().filter(MeasureLine::floor).toList();
    }

    static Heads of(List<MeasureLine> lines, Map<String, MeasureKind> kinds) {
        Totals totals = new Totals(lines, kinds);
        return new Heads(
                totals.head(
                        totals.money("refuse"),
                        l -> l.amount().subtract(l.fromDeposit().max(BigDecimal.ZERO))),
                totals.head(totals.money("refuse"), MeasureLine::fromDeposit),
                totals.head(totals.money("recover"), MeasureLine::amount),
                totals.head(totals.money("multiple"), MeasureLine::amount),
                totals.head(l -> l.kind().equals("deduct-deposit"), MeasureLine::amount),
                totals.head(l -> totals.money("pay").test(l) || l.payer().equals("agency"), MeasureLine::amount),
                totals.head(totals.money("retain"), MeasureLine::amount),
                totals.head(l -> l.kind().equals("return-deposit"), MeasureLine::amount),
                totals.head(l -> l.payer().equals("facility"), MeasureLine::amount),
                totals.floor.stream().allMatch(MeasureLine::amountKnown));
    }

    private Predicate<MeasureLine> money(String way) {
        return l -> kinds.getOrDefault(l.kind(), MeasureKind.NONE).money().equals(way);
    }

    /** Negative where no line knows its sum; zero where there is no line. */
    private BigDecimal head(Predicate<MeasureLine> which, Function<MeasureLine, BigDecimal> part) {
        BigDecimal sum = Money.yuan(BigDecimal.ZERO);
        boolean known = true;
        for (MeasureLine line : floor) {
            if (which.test(line)) {
                BigDecimal own = part.apply(line);
                sum = own.signum() > 0 ? sum.add(own) : sum;
                known &= line.amountKnown();
            }
        }
        return sum.signum() == 0 && !known ? Conclusion.UNSTATED : sum;
    }
}
