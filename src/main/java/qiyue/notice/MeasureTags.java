package qiyue.notice;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Certainty;
import qiyue.fact.Modality;
import qiyue.report.DecisionView;
import qiyue.report.DecisionView.MeasureItem;

/**
 * Measures as papers say them: what must be, what may be, what was decided, what hangs on something. A measure that may be taken
 * is never worded as taken, nor a range as a length.
 *
 * @param proposals by the number of a measure in the view, what the agency's own scale proposes
 */
record MeasureTags(
        DecisionView view,
        Customs customs,
        Map<Integer, String> proposals,
        FactSays says,
        SameMoney same,
        Cited cited) {
    /** So begins what says which answers are lacking, and what says which choice is presumed. */
    private static final List<String> SAYING = List.of("待认定：", "前提：");

    /** Measures of the agency that stand, apart from those that another measure makes pointless. */
    Stream<MeasureItem> items(Predicate<MeasureLine> which) {
        return view.measures().stream()
                .flatMap(g -> g.items().stream())
                .filter(m -> m.line().absorbedBy().isEmpty() && which.test(m.line()));
    }

    static boolean chosen(MeasureLine m) {
        return m.byChoice();
    }

    static boolean decided(MeasureLine m) {
        return m.floor() || chosen(m);
    }

    static boolean toChoose(MeasureLine m) {
        return m.optional()
                && m.ofAgency()
                && !m.subject().equals("agency")
                && m.choice().isEmpty();
    }

    void into(NoticeData data) {
        List<Map<String, String>> must = data.list("应当处理", "序号", "措施", "依据");
        items(MeasureLine::floor)
                .forEach(m -> must.add(cited.numbered(must, "措施", named(m) + proposed(m), grounds(m))));
        List<Map<String, String>> may = data.list("可以处理", "序号", "措施", "依据", "意见");
        items(m -> m.optional()
                        && m.ofAgency()
                        && !m.subject().equals("agency")
                        && !m.choice().equals("declined"))
                .forEach(m -> {
                    Map<String, String> entry = cited.numbered(may, "措施", named(m), m.under());
                    entry.put("意见", opinion(m));
                    may.add(entry);
                });
        data.value("拟处理", must.isEmpty() && may.isEmpty() ? "" : "有");
        List<Map<String, String>> decisions = data.list("处理决定", "序号", "措施", "依据");
        items(MeasureTags::decided)
                .forEach(m -> decisions.add(cited.numbered(decisions, "措施", settled(m) + proposed(m), grounds(m))));
        List<Map<String, String>> unsettled = data.list("未定措施", "序号", "措施", "依据", "意见");
        items(MeasureTags::toChoose).forEach(m -> {
            Map<String, String> entry = cited.numbered(unsettled, "措施", named(m), m.under());
            entry.put("意见", opinion(m));
            unsettled.add(entry);
        });
        data.value("所列处理", decisions.isEmpty() && unsettled.isEmpty() ? "" : "有");
        List<Map<String, String>> hanging = data.list("未列入措施", "序号", "措施", "依据", "原因");
        items(m -> m.certainty() != Certainty.ESTABLISHED && m.ofAgency()).forEach(m -> {
            Map<String, String> entry = cited.numbered(hanging, "措施", named(m), m.under());
            entry.put("原因", reason(m));
            hanging.add(entry);
        });
    }

    /** The clauses, and today's choice where that brings it about. */
    private static String grounds(MeasureItem m) {
        return m.under() + m.rests().stream().map(r -> "\n" + r).collect(Collectors.joining());
    }

    private String reason(MeasureItem m) {
        String state = switch (m.line().certainty()) {
            case CONDITIONAL -> "取决于经办机构的选择";
            case OPEN -> "尚待认定";
            default -> "仅属嫌疑，尚待核实";
        };
        String conditions = says.plainly(String.join("；", m.conditions()));
        return conditions.isEmpty()
                ? state
                : SAYING.stream().anyMatch(conditions::startsWith) ? conditions : state + "：" + conditions;
    }

    /** The measure as the text gives it, without a verb: what is a range stays one. */
    private String named(MeasureItem m) {
        DecisionView.Pieces p = m.pieces();
        return p.name()
                + (p.terms().isEmpty() ? "" : "，" + p.terms())
                + (p.amount().isEmpty() ? "" : "，" + p.amount() + " 元")
                + (m.line().amountKnown()
                        ? ""
                        : "，" + NoticeData.blank(p.amount().isEmpty() ? "金额" : "其余金额"))
                + same.of(m.line());
    }

    /** The measure as it is decided: of a range what the agency chose, else a blank. */
    private String settled(MeasureItem m) {
        DecisionView.Pieces p = m.pieces();
        String terms = !p.chosen().isEmpty()
                ? p.chosen()
                : p.ranged()
                        ? NoticeData.blank("期限或比例，在 " + p.terms() + " 之内")
                        : !p.terms().isEmpty()
                                ? p.terms()
                                : customs.needsLength().contains(m.line().kind()) ? NoticeData.blank("期限，文本没有规定") : "";
        String amount = m.line().amountMost().signum() > 0
                ? NoticeData.blank("金额，在 " + p.amount() + " 元之内")
                : p.amount().isEmpty() ? "" : p.amount() + " 元";
        return (m.line().modality() == Modality.AUTOMATIC ? "依条款" : "")
                + p.name()
                + (terms.isEmpty() ? "" : "，" + terms)
                + (amount.isEmpty() ? "" : "，" + amount)
                + (m.line().amountKnown() ? "" : "，" + NoticeData.blank(amount.isEmpty() ? "金额" : "其余金额"))
                + same.of(m.line());
    }

    /** What the agency says of a measure it may take: its choice, else a blank, with what its own scale proposes. */
    private String opinion(MeasureItem m) {
        if (m.line().choice().equals("taken")) {
            return "采取" + (m.pieces().chosen().isEmpty() ? "" : "：" + m.pieces().chosen());
        }
        return NoticeData.blank("是否采取，由经办机构决定") + proposed(m);
    }

    /** What the agency's own scale proposes where something is left to it; a line of its own. */
    private String proposed(MeasureItem m) {
        String proposal = proposals.getOrDefault(m.number(), "");
        return proposal.isEmpty() ? "" : "\n" + proposal;
    }
}
