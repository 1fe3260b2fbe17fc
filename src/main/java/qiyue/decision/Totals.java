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

/** The heads of what must happen, or of what was chosen: each the sum of its lines and nothing else. */
final class Totals {
    private Totals() {}

    /** Negative where no line knows its sum; zero where there is no line. */
    private static final class Head {
        private BigDecimal sum = Money.yuan(BigDecimal.ZERO);
        private boolean known = true;

        void add(MeasureLine line, BigDecimal own) {
            sum = own.signum() > 0 ? sum.add(own) : sum;
            known &= line.amountKnown();
        }

        BigDecimal total() {
            return sum.signum() == 0 && !known ? Conclusion.UNSTATED : sum;
        }
    }

    static Heads of(List<MeasureLine> lines, Map<String, MeasureKind> kinds, Predicate<MeasureLine> which) {
        Head refuse = new Head();
        Head fromDeposit = new Head();
        Head recover = new Head();
        Head multiple = new Head();
        Head deposit = new Head();
        Head pay = new Head();
        Head retain = new Head();
        Head returned = new Head();
        Head owed = new Head();
        boolean known = true;
        for (MeasureLine line : lines) {
            if (!which.test(line)) {
                continue;
            }
            known &= line.amountKnown();
            BigDecimal amount = line.amount();
            String money = kinds.getOrDefault(line.kind(), MeasureKind.NONE).money();
            switch (money) {
                case "refuse" -> {
                    refuse.add(line, amount.subtract(line.fromDeposit().max(BigDecimal.ZERO)));
                    fromDeposit.add(line, line.fromDeposit());
                }
                case "recover" -> recover.add(line, amount);
                case "multiple" -> multiple.add(line, amount);
                case "retain" -> retain.add(line, amount);
                default -> {
                    // told by kind and payer below, or no head's
                }
            }
            if (money.equals("pay") || line.payer().equals("agency")) {
                pay.add(line, amount);
            }
            if (line.payer().equals("facility")) {
                owed.add(line, amount);
            }
            if (line.kind().equals("deduct-deposit")) {
                deposit.add(line, amount);
            }
            if (line.kind().equals("return-deposit")) {
                returned.add(line, amount);
            }
        }
        return new Heads(
                refuse.total(),
                fromDeposit.total(),
                recover.total(),
                multiple.total(),
                deposit.total(),
                pay.total(),
                retain.total(),
                returned.total(),
                owed.total(),
                known);
    }

    /** The heads of several decisions, each of agreements of its own. */
    static Heads sum(List<Heads> parts) {
        boolean known = true;
        for (Heads part : parts) {
            known &= part.known();
        }
        return new Heads(
                sum(parts, Heads::refuse),
                sum(parts, Heads::fromDeposit),
                sum(parts, Heads::recover),
                sum(parts, Heads::multiple),
                sum(parts, Heads::deposit),
                sum(parts, Heads::pay),
                sum(parts, Heads::retain),
                sum(parts, Heads::returned),
                sum(parts, Heads::owed),
                known);
    }

    private static BigDecimal sum(List<Heads> parts, Function<Heads, BigDecimal> head) {
        BigDecimal sum = Money.yuan(BigDecimal.ZERO);
        boolean known = true;
        for (Heads part : parts) {
            BigDecimal own = head.apply(part);
            known &= own.signum() >= 0;
            sum = own.signum() > 0 ? sum.add(own) : sum;
        }
        return sum.signum() == 0 && !known ? Conclusion.UNSTATED : sum;
    }
}
