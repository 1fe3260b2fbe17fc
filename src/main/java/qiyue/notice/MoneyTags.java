package qiyue.notice;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import qiyue.decision.Decision;
import qiyue.fact.Blank;
import qiyue.report.DecisionView;
import qiyue.report.DecisionView.MoneyHead;
import qiyue.report.DecisionView.MoneyRow;
import qiyue.report.DecisionView.MoneyTable;
import qiyue.rulebook.Library;

/** What a paper says of money: the lines of what is decided, what they add up to, what no clause reaches. */
record MoneyTags(DecisionView view, Library library, FactSays says, SameMoney same, Cited cited, MeasureTags measures) {
    /** Notes on money that no clause reaches, whole or in part. */
    private static final Set<String> UNREACHED = Set.of("no-measure", "part-untaken");

    void into(NoticeData data) {
        List<Map<String, String>> rows = data.list("金额明细", "序号", "措施", "项目", "款项", "依据", "金额");
        List<Map<String, String>> sums = data.list("金额合计", "科目", "金额");
        // what is ordered of one kind is one total, whether it must be or was chosen
        Map<String, BigDecimal> totals = new LinkedHashMap<>();
        for (MoneyTable table : view.annexes().money()) {
            if (MeasureTags.decided(table.line())) {
                for (int i : byDay(table.line())) {
                    MoneyRow row = table.rows().get(i);
                    rows.add(Cited.entry(
                            "序号", String.valueOf(rows.size() + 1),
                            "措施", measure(table.line().kind()),
                            "项目", sources(table.line().taken().get(i)),
                            "款项", row.pocket(),
                            "依据", cited.titled("", row.under()),
                            "金额", row.amount().toPlainString()));
                }
                totals.merge(measure(table.line().kind()) + "合计", table.sum(), BigDecimal::add);
            }
        }
        totals.forEach((head, sum) -> sums.add(Cited.entry("科目", head, "金额", sum.toPlainString())));
        measures.items(m -> MeasureTags.decided(m) && same.bears(m))
                .forEach(m -> sums.add(Cited.entry(
                        "科目",
                        measure(m.line().kind()) + same.of(m.line()),
                        "金额",
                        m.line().amount().toPlainString())));
        HeadParts parts = new HeadParts(view.decision(), library);
        data.value(
                "应处理金额",
                view.money().decided().stream()
                        .map(h -> h.label() + " " + h.amount().toPlainString() + " 元"
                                + bracketed(
                                        parts.of(h), byChoice(h, view.money().chosenOf(h))))
                        .collect(Collectors.joining("；")));
        data.value("金额说明", unknown());
        List<Map<String, String>> left = data.list("条款不及的款项", "序号", "款项");
        view.notes().stream()
                .filter(n -> UNREACHED.contains(n.kind()))
                .forEach(n -> left.add(Cited.entry(
                        "序号", String.valueOf(left.size() + 1), "款项", cited.titled("", says.plainly(n.text())))));
        data.value("至多金额", view.money().most());
    }

    /** The places of what a measure takes, the earliest first. */
    private List<Integer> byDay(Decision.MeasureLine line) {
        return IntStream.range(0, line.taken().size())
                .boxed()
                .sorted(Comparator.comparing(i -> line.taken().get(i).sources().stream()
                        .map(says::day)
                        .min(Comparator.naturalOrder())
                        .orElse(Blank.NEVER)))
                .toList();
    }

    /** Sums that are not known, by what they are of: a paper has no list of open questions to refer to. */
    private String unknown() {
        if (view.money().more().isEmpty()) {
            return "";
        }
        String asked = view.questions().items().stream()
                .filter(q -> q.asked().stream()
                        .anyMatch(
                                a -> a.question().equals("amount") || !a.field().isEmpty()))
                .map(q -> says.plainly(q.text()))
                .collect(Collectors.joining("；"));
        return (view.money().decided().isEmpty() ? "金额" : "另有金额")
                + "尚待查明"
                + (asked.isEmpty() ? "。" : "：" + asked + "。");
    }

    /** Which part of a head is there because the agency chose so; what must be and what may be stay apart. */
    private static String byChoice(MoneyHead head, BigDecimal chosen) {
        return chosen.signum() == 0
                ? ""
                : chosen.compareTo(head.amount()) == 0 ? "由本次选择决定" : "其中 " + chosen.toPlainString() + " 元由本次选择决定";
    }

    private static String bracketed(String... parts) {
        String all = Stream.of(parts).filter(p -> !p.isEmpty()).collect(Collectors.joining("；"));
        return all.isEmpty() ? "" : "（" + all + "）";
    }

    private String sources(Decision.Taken taken) {
        return taken.sources().stream().map(says::row).collect(Collectors.joining("、"))
                + (taken.sources().size() > 1 ? "，合计" : "");
    }

    private String measure(String kind) {
        return library.vocabulary().label("measures", kind, "zh");
    }
}
