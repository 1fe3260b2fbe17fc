package qiyue.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.decision.Decision;
import qiyue.intake.InspectionReader;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.report.DecisionView.MeasureItem;

/** Measures that draw on one money under several conditions say of each other that they are alternatives, and of how much. */
class SharedMoneyTest {
    /** A charge of 800 yuan, 500 of it paid, once found not uploaded for certain and once suspected: article 22 allows to take it. */
    private static final String TWICE = """
            {"region": "xilingol", "inspection": {"id": "i1", "inspectedOn": "2023-10-16", "decidedOn": "2023-11-06"}, "scope": {},
             "facility": {"name": "甲", "kinds": ["rehabilitation"]},
             "agreements": [{"id": "a1", "kind": "rehabilitation", "from": "2023-01-01", "to": "2023-12-31"}],
             "findings": [
              {"id": "f1", "conduct": "upload-failing", "status": "confirmed", "date": "2023-08-01", "charges": [{"id": "c1"}],
               "answers": {"upload-failure-explained": "no", "fund-loss": "no", "minor": "no"}},
              {"id": "f2", "conduct": "upload-failing", "status": "suspected", "date": "2023-08-01", "charges": [{"id": "c1"}],
               "answers": {"upload-failure-explained": "no", "fund-loss": "no", "minor": "no"}}],
             "records": {"charges": [
              {"id": "c1", "date": "2023-08-01", "category": "treatment", "money": {"amount": 800, "paid": 500}}]}}
            """;

    /** A deposit of 40,000: half of it must be taken (36.2), 980 retained of it is refused, the rest may be taken (37.3). */
    private static final String DEPOSIT = """
            {"region": "shanxi", "inspection": {"id": "i1", "inspectedOn": "2023-08-08"}, "scope": {},
             "facility": {"name": "甲", "kinds": ["assistive-device"]},
             "agreements": [{"id": "a1", "kind": "assistive-device", "from": "2023-03-15", "to": "2024-03-14"}],
             "findings": [
              {"id": "f1", "conduct": "device-false-documents", "status": "confirmed", "date": "2023-05-10",
               "money": {"amount": 9800, "paid": 8820, "retained": 980}, "answers": {"fund-loss": "yes"}},
              {"id": "f2", "conduct": "device-no-training", "status": "confirmed", "date": "2023-06-10", "money": {"amount": 0}}],
             "parameters": [{"key": "deposit-balance", "amount": 40000}]}
            """;

    private static DecisionView view(String json, String lang) throws Problems {
        Decision decision = Shipped.evaluator()
                .evaluate(InspectionReader.read(Sources.json(json, "given"), Shipped.library(), "given"), "");
        return DecisionView.of(decision, Shipped.library(), lang);
    }

    private static List<MeasureItem> items(DecisionView view, String kind) {
        return view.measures().stream()
                .flatMap(g -> g.items().stream())
                .filter(m -> m.line().kind().equals(kind))
                .toList();
    }

    @Test
    void each_names_the_others_and_what_all_take_together() throws Problems {
        for (Map.Entry<String, String> sum :
                Map.of("recover", "500.00", "refuse", "300.00").entrySet()) {
            List<MeasureItem> zh = items(view(TWICE, "zh"), sum.getKey());
            List<MeasureItem> en = items(view(TWICE, "en"), sum.getKey());
            assertThat(zh).hasSizeGreaterThan(1);
            for (int i = 0; i < zh.size(); i++) {
                MeasureItem one = zh.get(i);
                String others = zh.stream()
                        .filter(o -> o.number() != one.number())
                        .map(o -> String.valueOf(o.number()))
                        .collect(Collectors.joining("、"));
                String before = zh.subList(0, i).stream()
                        .map(o -> String.valueOf(o.number()))
                        .collect(Collectors.joining("、"));
                assertThat(one.also())
                        .contains("与第 " + others + " 项出自同一笔钱，互为替代，不得相加：全部成立，合计也只从中取 " + sum.getValue() + " 元"
                                + (before.isEmpty() ? "" : "；第 " + before + " 项取后，本项不再取"));
                assertThat(en.get(i).also())
                        .contains("one money with no. " + others.replace("、", ", ")
                                + ", alternatives, not to be added up: even if all of them come, no more than "
                                + sum.getValue() + " yuan of it is taken in all"
                                + (before.isEmpty()
                                        ? ""
                                        : "; once no. " + before.replace("、", ", ")
                                                + " has taken, this takes nothing more"));
            }
        }
    }

    @Test
    void no_line_is_said_to_have_taken_more_than_it_takes() throws Problems {
        List<MeasureItem> zh = items(view(DEPOSIT, "zh"), "deduct-deposit");
        List<MeasureItem> en = items(view(DEPOSIT, "en"), "deduct-deposit");
        assertThat(zh).extracting(m -> m.line().amount().toPlainString()).containsExactly("20000.00", "19020.00");
        int half = zh.get(0).number();
        assertThat(zh.get(1).also()).contains("所涉金额另有 20980.00 元由第 " + half + " 项和其他各项处理，不再计入本项");
        assertThat(en.get(1).also())
                .contains("another 20980.00 yuan of its money is taken by no. " + half
                        + " and by others and not counted here");
    }
}
