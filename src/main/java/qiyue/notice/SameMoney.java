package qiyue.notice;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import qiyue.decision.Decision;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Taken;
import qiyue.rulebook.Library;

/** A measure that says who bears a cost takes no money beside what others take of the same: it is told which money that is. */
final class SameMoney {
    private final Decision decision;
    private final Library library;

    SameMoney(Decision decision, Library library) {
        this.decision = decision;
        this.library = library;
    }

    /** Whether the measure only says who bears a sum. */
    boolean bears(MeasureLine m) {
        return m.amount().signum() > 0
                && library.vocabulary().property("measures", m.kind(), "money").equals("bear");
    }

    /** Which measures take the same money, in brackets; empty for a measure with money of its own. */
    String of(MeasureLine m) {
        if (!bears(m)) {
            return "";
        }
        Map<String, BigDecimal> taking = new TreeMap<>();
        for (MeasureLine other : decision.measures()) {
            for (Taken t : other.floor() ? other.taken() : List.<Taken>of()) {
                if (m.facts().containsAll(t.sources()) && !Collections.disjoint(t.clauses(), m.allClauses())) {
                    taking.merge(
                            library.vocabulary().label("measures", other.kind(), "zh"), t.amount(), BigDecimal::add);
                }
            }
        }
        return taking.isEmpty()
                ? "（说明由谁负担，不另收取）"
                : taking.entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue().toPlainString() + " 元")
                        .collect(Collectors.joining("、", "（即", "，是同一笔钱，不另收取）"));
    }
}
