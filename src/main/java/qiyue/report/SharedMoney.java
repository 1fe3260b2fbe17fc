package qiyue.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.report.DecisionView.MeasureGroup;
import qiyue.report.DecisionView.MeasureItem;

/**
 * Says beside measures that draw on one money what of it others take: that they are alternatives and no sum where each comes under
 * another condition, and how much others have already.
 */
final class SharedMoney {
    private final DecisionWords words;

    SharedMoney(DecisionWords words) {
        this.words = words;
    }

    /** The groups, with a line more under each measure that has alternatives. */
    List<MeasureGroup> said(List<MeasureGroup> groups) {
        Map<String, List<MeasureItem>> sharing = new HashMap<>();
        groups.forEach(g -> g.items().stream()
                .filter(m -> !m.line().sharedMoney().isEmpty())
                .forEach(m -> sharing.computeIfAbsent(m.line().sharedMoney(), k -> new ArrayList<>())
                        .add(m)));
        return groups.stream()
                .map(g -> new MeasureGroup(
                        g.standing(),
                        g.title(),
                        g.items().stream()
                                .map(m -> taken(m, groups))
                                .map(m -> sharing.containsKey(m.line().sharedMoney())
                                        ? with(
                                                m,
                                                sentence(
                                                        m,
                                                        sharing.getOrDefault(
                                                                m.line().sharedMoney(), List.of())))
                                        : m)
                                .toList()))
                .toList();
    }

    /** The measure with what of its money others take, where it is a further ground of theirs. */
    private MeasureItem taken(MeasureItem m, List<MeasureGroup> groups) {
        List<MeasureItem> takers = groups.stream()
                .flatMap(g -> g.items().stream())
                .filter(t -> t.line().also().stream().anyMatch(g -> MeasureGroups.rests(m.line(), g)))
                .toList();
        BigDecimal before = takers.stream()
                .flatMap(t -> t.line().also().stream())
                .filter(g -> MeasureGroups.rests(m.line(), g))
                .map(g -> g.amount().subtract(m.line().amount()))
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        if (before.signum() <= 0 || m.line().amount().signum() < 0) {
            return m;
        }
        boolean others = before.compareTo(all(takers)) > 0;
        return with(
                m,
                words.t(
                        "所涉金额另有 " + before.toPlainString() + " 元由第 " + numbers(takers) + " 项" + (others ? "和其他各项" : "")
                                + "处理，不再计入本项",
                        "another " + before.toPlainString() + " yuan of its money is taken by no. " + numbers(takers)
                                + (others ? " and by others" : "") + " and not counted here"));
    }

    /** What they take together: where more is gone, others that share no ground with it have drawn on the same money. */
    private static BigDecimal all(List<MeasureItem> takers) {
        return takers.stream().map(t -> t.line().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private String numbers(List<MeasureItem> some) {
        return some.stream().map(o -> String.valueOf(o.number())).collect(Collectors.joining(words.t("、", ", ")));
    }

    private String sentence(MeasureItem m, List<MeasureItem> all) {
        String others =
                numbers(all.stream().filter(o -> o.number() != m.number()).toList());
        String most = m.line().sharedMost().toPlainString();
        return (others.isEmpty()
                        ? words.t("与此处未列的措施", "one money with measures not shown here")
                        : words.t("与第 " + others + " 项", "one money with no. " + others))
                + words.t(
                        "出自同一笔钱，互为替代，不得相加：全部成立，合计也只从中取 " + most + " 元",
                        ", alternatives, not to be added up: even if all of them come, no more than " + most
                                + " yuan of it is taken in all")
                + more(m, all);
    }

    /** What the measure adds to those before it, which are surer or of one class with it. */
    private String more(MeasureItem m, List<MeasureItem> all) {
        List<MeasureItem> before =
                all.stream().filter(o -> o.number() < m.number()).toList();
        BigDecimal more = m.line().sharedMore();
        if (more.compareTo(m.line().amount()) == 0) {
            return "";
        }
        String first = before.isEmpty()
                ? words.t("；其余各项取后，", "; once the others have taken, ")
                : words.t("；第 " + numbers(before) + " 项取后，", "; once no. " + numbers(before) + " has taken, ");
        return first
                + (more.signum() == 0
                        ? words.t("本项不再取", "this takes nothing more")
                        : words.t(
                                "本项至多再取 " + more.toPlainString() + " 元",
                                "this takes at most " + more.toPlainString() + " yuan more"));
    }

    private static MeasureItem with(MeasureItem m, String more) {
        return new MeasureItem(
                m.number(),
                m.sentence(),
                m.under(),
                m.facts(),
                m.rests(),
                Stream.concat(m.also().stream(), Stream.of(more)).toList(),
                m.conditions(),
                m.further(),
                m.pieces(),
                m.line());
    }
}
