package qiyue.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.decision.Decision.MeasureLine;
import qiyue.report.DecisionView.MeasureGroup;
import qiyue.report.DecisionView.MeasureItem;

/** Says beside measures that draw on one money, each under another condition, that they are alternatives and no sum. */
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

    private String sentence(MeasureItem m, List<MeasureItem> all) {
        String others = all.stream()
                .filter(o -> o.number() != m.number())
                .map(o -> String.valueOf(o.number()))
                .collect(Collectors.joining(words.t("、", ", ")));
        String most = m.line().sharedMost().toPlainString();
        boolean times = all.stream().map(MeasureItem::line).anyMatch(SharedMoney::times);
        return (others.isEmpty()
                        ? words.t("与此处未列的措施", "one money with measures not shown here")
                        : words.t("与第 " + others + " 项", "one money with no. " + others))
                + words.t(
                        "出自同一笔钱，互为替代，不得相加：全部成立，合计也只从中取 " + most + " 元",
                        ", alternatives, not to be added up: even if all of them come, no more than " + most
                                + " yuan of it is taken in all")
                + (times ? words.t("（按倍数扣罚的，为计算倍数的本数）", " (before it is multiplied)") : "");
    }

    private static boolean times(MeasureLine line) {
        return line.terms().times() > 1;
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
