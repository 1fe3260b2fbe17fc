package qiyue.notice;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import qiyue.decision.Decision;
import qiyue.decision.Decision.MeasureLine;
import qiyue.report.DecisionView.MoneyHead;
import qiyue.rulebook.Library;

/**
 * Of which measures a head of money is made up, where there are several: what is refused as a sanction and what a clause itself
 * leaves with the facility are one head, but two totals in the table of money.
 */
record HeadParts(Decision decision, Library library) {
    /** Each with its sum; empty where one measure makes it up. */
    String of(MoneyHead head) {
        Map<String, BigDecimal> parts = new LinkedHashMap<>();
        for (MeasureLine m : decision.measures()) {
            BigDecimal part = part(m, head.name());
            if (MeasureTags.decided(m) && part.signum() > 0) {
                parts.merge(library.vocabulary().label("measures", m.kind(), "zh"), part, BigDecimal::add);
            }
        }
        return parts.size() < 2
                ? ""
                : parts.entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue().toPlainString() + " 元")
                        .collect(Collectors.joining("、"));
    }

    /** What a measure adds to a head: not paid and refused, retained and refused, paid and recovered. */
    private BigDecimal part(MeasureLine m, String head) {
        String money = library.vocabulary().property("measures", m.kind(), "money");
        BigDecimal deposit = m.fromDeposit().max(BigDecimal.ZERO);
        return switch (head) {
            case "refuse" -> money.equals("refuse") ? m.amount().subtract(deposit) : BigDecimal.ZERO;
            case "from-deposit" -> money.equals("refuse") ? deposit : BigDecimal.ZERO;
            case "recover" -> money.equals("recover") ? m.amount() : BigDecimal.ZERO;
            default -> BigDecimal.ZERO;
        };
    }
}
