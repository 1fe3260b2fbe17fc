package qiyue.notice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import qiyue.decision.Decision;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.Instance;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Certainty;
import qiyue.report.SumsAsked;

/**
 * The times a clause was met, each by its own standing: a clause met for certain once may be only suspected at another time,
 * and of several facts that touch one another some may be suspected.
 */
final class FactRows {
    private final Decision decision;
    private final FactSays says;
    private final SumsAsked sums;

    FactRows(Decision decision, FactSays says) {
        this.decision = decision;
        this.says = says;
        this.sums = new SumsAsked(decision);
    }

    /** Facts of a clause that stand alike, each in words. */
    record Row(Certainty standing, List<String> facts) {}

    /** The rows of a clause, the surest first. */
    List<Row> of(BreachLine breach) {
        Set<String> doubtful = doubtful(breach.clause());
        List<Row> rows = new ArrayList<>();
        for (Certainty standing : Certainty.values()) {
            List<String> told = new ArrayList<>();
            for (Instance i : breach.instances()) {
                List<String> own = i.facts().stream()
                        .filter(f -> standing(i, f, doubtful) == standing)
                        .sorted(Comparator.comparing(says::day))
                        .toList();
                own.forEach(f -> told.add(says.whole(f, List.of(breach.clause()), i.facts())));
                boolean whole = own.size() == i.facts().size();
                if (!told.isEmpty() && whole && !own.isEmpty()) {
                    String sum = sum(breach, i);
                    told.set(told.size() - 1, told.get(told.size() - 1) + sum);
                }
                if (i.facts().isEmpty() && i.certainty() == standing) {
                    told.add("事实见卷宗" + sum(breach, i));
                }
            }
            if (!told.isEmpty()) {
                rows.add(new Row(standing, List.copyOf(told)));
            }
        }
        return List.copyOf(rows);
    }

    private Certainty standing(Instance i, String fact, Set<String> doubtful) {
        return i.certainty() == Certainty.ESTABLISHED && (!says.sure(fact) || doubtful.contains(fact))
                ? Certainty.SUSPECTED
                : i.certainty();
    }

    /** What only measures that are less than certain rest on, among the facts of a clause on which certain ones rest too. */
    private Set<String> doubtful(String clause) {
        Set<String> sure = new HashSet<>();
        Set<String> rest = new HashSet<>();
        for (MeasureLine m : decision.measures()) {
            if (m.breaches().contains(clause)) {
                (m.certainty() == Certainty.ESTABLISHED ? sure : rest).addAll(m.facts());
            }
        }
        rest.removeAll(sure);
        return sure.isEmpty() ? Set.of() : rest;
    }

    /** The money concerned; where the one fact says it already as its own, no more is said. */
    private String sum(BreachLine breach, Instance i) {
        boolean said = i.facts().size() == 1 && says.states(i.facts().get(0), i.amount());
        return sums.of(breach.clause(), i)
                ? "\u3000涉及金额尚待查明"
                : i.amountKnown() && i.amount().signum() > 0 && !said
                        ? "\u3000涉及金额 " + i.amount().toPlainString() + " 元"
                        : "";
    }

    /** The standing in words. */
    static String state(Certainty standing) {
        return switch (standing) {
            case ESTABLISHED -> "成立";
            case CONDITIONAL -> "视本次选择而定";
            case OPEN -> "待认定";
            case SUSPECTED -> "嫌疑";
        };
    }
}
