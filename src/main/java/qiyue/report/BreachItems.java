package qiyue.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import qiyue.decision.ClauseOrder;
import qiyue.decision.Decision;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.Instance;
import qiyue.fact.Blank;
import qiyue.report.DecisionView.BreachItem;

/** The clauses met in words, each time in a line of its own; many alike, of one thing in one place, are told together. */
final class BreachItems {
    /** So many alike are still shown one by one. */
    private static final int FEW = 3;

    private final Decision decision;
    private final DecisionWords words;
    private final SumsAsked sums;

    /** Long lists of facts, with the clause under which they were told. */
    private final Map<List<String>, String> told = new HashMap<>();

    BreachItems(Decision decision, DecisionWords words) {
        this.decision = decision;
        this.words = words;
        this.sums = new SumsAsked(decision);
    }

    List<BreachItem> all() {
        return decision.breaches().stream().map(this::item).toList();
    }

    private BreachItem item(BreachLine breach) {
        Map<List<Object>, List<Instance>> alike = new LinkedHashMap<>();
        for (Instance i : breach.instances()) {
            alike.computeIfAbsent(alike(breach, i), k -> new ArrayList<>()).add(i);
        }
        List<String> times = new ArrayList<>();
        for (List<Instance> same : alike.values()) {
            if (same.size() > FEW) {
                times.add(many(breach, same) + standing(breach, same.get(0)));
            } else {
                same.forEach(i -> times.add(one(breach, i) + standing(breach, i)));
            }
        }
        return new BreachItem(
                breach.clause(),
                words.cite(breach.clause()),
                words.meaning(breach.clause()),
                breach.certainty().code(),
                words.state(breach.certainty().code()),
                List.copyOf(times));
    }

    /** What instances share that are told together; those that rest on several facts stand alone. */
    private List<Object> alike(BreachLine breach, Instance i) {
        return i.facts().size() == 1
                ? List.of(
                        words.what(i.facts().get(0)),
                        words.worker(i.facts().get(0)),
                        i.department(),
                        i.certainty(),
                        i.amountKnown(),
                        sums.of(breach.clause(), i))
                : List.of(
                        i.facts(),
                        i.day(),
                        i.department(),
                        i.people(),
                        i.certainty(),
                        i.amount(),
                        i.amountKnown(),
                        i.open(),
                        i.presumes());
    }

    private String one(BreachLine breach, Instance i) {
        if (i.facts().size() > FEW) {
            String before = told.putIfAbsent(i.facts(), breach.clause());
            if (before != null && !before.equals(breach.clause())) {
                return pointing(i, before) + department(i) + money(breach, i);
            }
        }
        if (words.daysDiffer(i.facts())) {
            return words.datedFacts(i.facts(), i.certainty()) + department(i) + money(breach, i);
        }
        LocalDate day = words.dayOf(i.facts(), i.day());
        return (Blank.happened(day) ? day + words.t("　", "  ") : "")
                + words.shownFacts(i.facts(), i.certainty())
                + department(i)
                + money(breach, i);
    }

    private String money(BreachLine breach, Instance i) {
        return sums.of(breach.clause(), i) ? unknown() : i.amountKnown() ? sum("", i.amount()) : "";
    }

    /** A long list that stands under another clause already is not told again. */
    private String pointing(Instance i, String before) {
        String cited = words.cite(before);
        return words.t("与" + cited + "所列的 ", "the same ")
                + i.facts().size()
                + words.t(" 条事实相同", " facts as under " + cited);
    }

    private String many(BreachLine breach, List<Instance> same) {
        Instance first = same.get(0);
        List<LocalDate> days = same.stream()
                .map(i -> words.dayOf(i.facts(), i.day()))
                .filter(Blank::happened)
                .sorted()
                .toList();
        String when = days.isEmpty()
                ? ""
                : days.get(0)
                        + (days.get(0).equals(days.get(days.size() - 1))
                                ? ""
                                : words.t(" 至 ", " to ") + days.get(days.size() - 1))
                        + words.t("　", "  ");
        BigDecimal all = same.stream()
                .map(Instance::amount)
                .filter(a -> a.signum() > 0)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        String worker = words.worker(first.facts().get(0));
        return when
                + words.what(first.facts().get(0))
                + words.t("（", " (")
                + (worker.isEmpty() ? "" : worker + words.t("　", ", "))
                + same.size()
                + words.t(" 条：", ": ")
                + words.ids(
                        same.stream()
                                .map(i -> i.facts().get(0))
                                .sorted(Comparator.comparing(f -> f, ClauseOrder.INSTANCE))
                                .toList(),
                        first.certainty())
                + words.t("）", ")")
                + department(first)
                + (sums.of(breach.clause(), first)
                        ? unknown()
                        : first.amountKnown() ? sum(words.t("合计 ", "together "), all) : "");
    }

    private String department(Instance i) {
        return i.department().isEmpty() ? "" : words.t("　", "  ") + i.department();
    }

    private String sum(String before, BigDecimal amount) {
        return amount.signum() > 0 ? words.t("　", "  ") + before + amount.toPlainString() + words.t(" 元", " yuan") : "";
    }

    private String unknown() {
        return words.t("　金额尚待查明", "  amount not yet known");
    }

    private String standing(BreachLine breach, Instance i) {
        return i.certainty() == breach.certainty()
                ? ""
                : words.t("（", " (") + words.state(i.certainty().code()) + words.t("）", ")");
    }
}
