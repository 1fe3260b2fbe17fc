package qiyue.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import qiyue.Shipped;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.intake.InspectionReader;
import qiyue.intake.InspectionText;
import qiyue.problem.Problems;
import qiyue.report.DecisionView;

/** Papers: what is missing stays a marked blank, nothing that may be chosen is worded as chosen, sums add up, same case same bytes. */
class NoticesTest {
    private static final String COMBINED = "samples/beijing-combined.json";

    private record Case(CaseFile file, DecisionView view) {}

    private static Case of(String text) throws Exception {
        InspectionText document = new InspectionText("inspection.json", text);
        CaseFile file = InspectionReader.read(document.tree(), Shipped.library(), document.name());
        return new Case(file, DecisionView.of(Shipped.evaluator().evaluate(file, ""), Shipped.library(), "zh"));
    }

    private static Notices.Paper paper(NoticeKind kind, String text, Extras extras) throws Exception {
        Case one = of(text);
        return Notices.write(kind, one.file(), one.view(), Shipped.library(), extras);
    }

    private static String plain(Notices.Paper paper) {
        return paper.html()
                .replaceAll("(?s)<style>.*</style>", "")
                .replaceAll("<br/>", "\n")
                .replaceAll("<[^>]*>", "");
    }

    @ParameterizedTest
    @EnumSource
    void every_paper_is_written_the_same_twice_and_has_no_tag_left(NoticeKind kind) throws Exception {
        String text = Files.readString(Path.of(COMBINED));
        Notices.Paper once = paper(kind, text, Extras.NONE);

        assertThat(paper(kind, text, Extras.NONE).word()).isEqualTo(once.word());
        assertThat(once.html()).doesNotContain("{{", "}}", "<script");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(once.html().substring("<!DOCTYPE html>".length()))));
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(once.word()))) {
            for (XWPFParagraph p : word.getParagraphs()) {
                for (XWPFRun run : p.getRuns()) {
                    assertThat(run.isHighlighted())
                            .as(run.text())
                            .isEqualTo(run.text().startsWith("【待填"));
                }
            }
        }
    }

    /** A paper has no list of ids: of several facts that are asked about alike, each is said by its day and what it is. */
    @Test
    void facts_whose_sums_are_not_known_are_named_in_words() throws Exception {
        String text = """
                {"region": "beijing", "inspection": {"id": "i1", "inspectedOn": "2025-06-10"}, "scope": {},
                 "facility": {"name": "甲医院", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
                 "findings": [
                   {"id": "发现3", "conduct": "service-refused", "status": "confirmed", "date": "2025-05-08", "answers": {"good-reason": "no"}},
                   {"id": "发现4", "conduct": "service-refused", "status": "confirmed", "date": "2025-05-09", "answers": {"good-reason": "no"}}]}
                """;
        for (NoticeKind kind : List.of(NoticeKind.DEFENCE, NoticeKind.DECISION)) {
            assertThat(plain(paper(kind, text, Extras.NONE)))
                    .contains("尚待查明", "2025年5月8日　拒绝提供相应服务、2025年5月9日　拒绝提供相应服务")
                    .doesNotContain("发现3", "发现4");
        }
    }

    /** Hundreds of like lines pack more than a hundred to one, which the reader of Word files takes for a bomb. */
    @Test
    void a_long_paper_of_like_lines_can_be_read_again() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument word = new XWPFDocument()) {
            for (int i = 0; i < 5_000; i++) {
                word.createParagraph().createRun().setText("收费明细　未支付　1.00 元　第十八条第（七）项");
            }
            word.write(out);
        }
        byte[] packed = WordTemplate.timeless(out.toByteArray(), Deflater.BEST_COMPRESSION);
        assertThatThrownBy(() -> new XWPFDocument(new ByteArrayInputStream(packed)).close())
                .hasMessageContaining("Zip bomb");

        byte[] unpacked = WordTemplate.timeless(packed, Deflater.NO_COMPRESSION);
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(unpacked))) {
            assertThat(word.getParagraphs()).hasSize(5_000);
        }
    }

    @Test
    void the_table_of_money_adds_up() throws Exception {
        Notices.Paper paper = paper(NoticeKind.DEFENCE, Files.readString(Path.of(COMBINED)), Extras.NONE);
        BigDecimal lines = BigDecimal.ZERO;
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(paper.word()))) {
            for (XWPFTable table : word.getTables()) {
                if (table.getRow(0)
                        .getCell(table.getRow(0).getTableCells().size() - 1)
                        .getText()
                        .equals("金额")) {
                    for (int r = 1; r < table.getNumberOfRows(); r++) {
                        lines = lines.add(
                                new BigDecimal(table.getRow(r).getCell(5).getText()));
                    }
                }
            }
        }
        BigDecimal sums = Pattern.compile("合计：([0-9.]+) 元")
                .matcher(plain(paper))
                .results()
                .map(MatchResult::group)
                .map(s -> new BigDecimal(s.replaceAll("[^0-9.]", "")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(lines).isEqualByComparingTo("3244.00").isEqualByComparingTo(sums);
    }

    @Test
    void what_may_be_taken_is_not_decided_until_the_agency_chose() throws Exception {
        String text = Files.readString(Path.of(COMBINED));
        Case open = of(text);
        NoticeData before = new Filling(
                        open.file(),
                        open.view(),
                        Shipped.library(),
                        Customs.of(Shipped.library(), "beijing"),
                        Extras.NONE,
                        Map.of())
                .all();
        Case chosen = of(
                text.replaceFirst(
                        "\\{",
                        "{\"choices\": [{\"measure\": \"suspend-agreement\", \"choice\": \"taken\"}, {\"measure\": \"interview\", \"choice\": \"declined\"}],"));
        NoticeData after = new Filling(
                        chosen.file(),
                        chosen.view(),
                        Shipped.library(),
                        Customs.of(Shipped.library(), "beijing"),
                        Extras.NONE,
                        Map.of())
                .all();

        assertThat(measures(before, "处理决定")).noneMatch(m -> m.contains("中止（暂停）服务协议"));
        assertThat(measures(before, "未定措施"))
                .anyMatch(m -> m.contains("中止（暂停）服务协议"))
                .contains("约谈");
        assertThat(before.entries("未定措施"))
                .allMatch(e -> e.getOrDefault("意见", "").startsWith("【待填："));
        assertThat(measures(after, "处理决定")).anyMatch(m -> m.equals("中止（暂停）服务协议，【待填：期限，文本没有规定】"));
        assertThat(measures(after, "未定措施")).noneMatch(m -> m.contains("中止（暂停）服务协议") || m.contains("约谈"));
    }

    @Test
    void a_range_stays_a_blank_with_its_ends() throws Exception {
        String text = Files.readString(Path.of("samples/xilingol-rehabilitation-fake-stays.json"));
        Case chosen = of(
                text.replaceFirst("\\{", "{\"choices\": [{\"measure\": \"suspend-service\", \"choice\": \"taken\"}],"));
        NoticeData data = new Filling(
                        chosen.file(),
                        chosen.view(),
                        Shipped.library(),
                        Customs.of(Shipped.library(), "xilingol"),
                        Extras.NONE,
                        Map.of())
                .all();

        assertThat(measures(data, "处理决定")).contains("暂停服务，【待填：期限或比例，在 2 至 3 个月 之内】");
    }

    /** One clause met for certain and by suspicion; another that rests on an earlier suspension, acts of two days, today's choice. */
    static final String TWICE = """
            {"region": "beijing",
             "inspection": {"id": "示检〔2025〕9号", "agency": "某区经办中心", "inspectedOn": "2025-09-16", "feedbackOn": "2025-09-18", "decidedOn": "2025-10-15"},
             "scope": {"topics": ["admissions", "charging", "treatment"], "records": {"charges": "sample", "history": "complete", "stays": "complete"}},
             "facility": {"name": "示例骨科医院", "code": "X1", "kinds": ["medical"], "level": "tier-2", "ownership": "private"},
             "agreements": [{"id": "示协8", "kind": "medical", "from": "2025-01-01", "to": "2025-12-31"}],
             "findings": [
              {"id": "K1", "conduct": "bed-hanging", "status": "confirmed", "date": "2025-07-06", "stay": "Z1", "department": "骨科", "money": {"amount": 1000, "paid": 900, "retained": 100}},
              {"id": "K2", "conduct": "split-stay", "status": "suspected", "date": "2025-07-20", "stay": "Z2"}],
             "records": {
              "stays": [
               {"id": "Z1", "worker": "职工甲", "admittedOn": "2025-07-01", "dischargedOn": "2025-07-15"},
               {"id": "Z2", "worker": "职工乙", "admittedOn": "2025-07-16", "dischargedOn": "2025-08-02"}],
              "charges": [
               {"id": "M1", "date": "2025-07-08", "stay": "Z1", "worker": "职工甲", "item": "运动疗法", "category": "treatment", "money": {"amount": 300}, "billed": 6, "ordered": 4},
               {"id": "M2", "date": "2025-07-20", "stay": "Z2", "worker": "职工乙", "item": "某口服药", "category": "drug", "money": {"amount": 1120.5, "paid": 1008.45, "retained": 112.05}, "catalogue": "out", "answers": {"consent-signed": "no"}}]},
             "history": {"measures": [{"id": "H7", "kind": "suspend-agreement", "cause": "violation", "decidedOn": "2025-02-10", "from": "2025-02-15", "until": "2025-04-14", "resumedOn": "2025-04-20", "agreement": "示协8"}]},
             "choices": [{"measure": "suspend-agreement", "choice": "taken", "agreement": "示协8", "months": 3, "from": "2025-10-20"}],
             "sources": {"K1": "检查发现!A4", "M1": "收费明细!A4"}}
            """;

    private static NoticeData data(String text) throws Exception {
        Case one = of(text);
        return new Filling(
                        one.file(),
                        one.view(),
                        Shipped.library(),
                        Customs.of(Shipped.library(), one.view().decision().region()),
                        Extras.NONE,
                        Map.of())
                .all();
    }

    @Test
    void what_is_only_suspected_stands_apart_and_not_in_a_decision() throws Exception {
        NoticeData data = data(TWICE);

        assertThat(data.entries("违约事实")).noneMatch(e -> e.getOrDefault("事实", "").contains("分解住院"));
        assertThat(data.entries("违约事实")).extracting(e -> e.get("条款")).contains("《细则》第十八条第（一）项", "《细则》第十九条第（三）项");
        assertThat(data.entries("待核实事实"))
                .hasSize(2)
                .allMatch(e -> e.getOrDefault("事实", "").contains("2025-07-20　分解住院（职工乙）") && "嫌疑".equals(e.get("认定")));
        assertThat(plain(paper(NoticeKind.DECISION, TWICE, Extras.NONE))).doesNotContain("分解住院");
    }

    @Test
    void every_fact_has_its_own_day_and_says_what_it_is_without_ids() throws Exception {
        String third = data(TWICE).entries("违约事实").stream()
                .filter(e -> "《细则》第十九条第（三）项".equals(e.get("条款")))
                .map(e -> e.getOrDefault("事实", ""))
                .findFirst()
                .orElseThrow();

        assertThat(third.split("；\n"))
                .contains(
                        "2025-02-10　此前中止（暂停）服务协议（自 2025-02-15 至 2025-04-14）",
                        "2025-07-06　挂床住院（职工甲）　骨科",
                        "2025-07-08　运动疗法（职工甲）　计费 6，医嘱 4，收费 300.00 元");
        for (NoticeKind kind : NoticeKind.values()) {
            assertThat(plain(paper(kind, TWICE, Extras.NONE)))
                    .as(kind.code())
                    .doesNotContainPattern("K1|K2|M1|M2|H7|Z1|Z2|!A4");
        }
    }

    @Test
    void a_decision_says_that_the_facility_was_told_only_where_a_step_says_so() throws Exception {
        String told = TWICE.replaceFirst(
                "\\{",
                "{\"handling\": [{\"id\": \"S1\", \"act\": \"written-notice\", \"actor\": \"agency\", \"date\": \"2025-09-20\"}],");

        assertThat(plain(paper(NoticeKind.DECISION, TWICE, Extras.NONE))).contains("【待填：是否、何时已将事实、条款和拟作出的处理告知你单位】");
        assertThat(plain(paper(NoticeKind.DECISION, told, Extras.NONE)))
                .contains("已于2025年9月20日将事实、条款和拟作出的处理书面告知你单位")
                .doesNotContain("是否、何时");
    }

    @Test
    void who_decides_stays_a_blank_where_the_text_names_another() throws Exception {
        Notices.Paper paper = paper(NoticeKind.DECISION, TWICE, Extras.NONE);

        assertThat(plain(paper)).contains("【待填：决定机构，依第二十条第一款应由市经办机构决定", "】（印章）").doesNotContain("某区经办中心（印章）");
        assertThat(paper.remarks())
                .extracting(qiyue.problem.Text::zh)
                .singleElement()
                .asString()
                .contains("第二十条第一款", "市经办机构", "解除服务协议");
        assertThat(plain(paper(NoticeKind.DEFENCE, TWICE, Extras.NONE))).contains("某区经办中心（印章）");
        assertThat(plain(paper(
                        NoticeKind.DECISION,
                        Files.readString(Path.of("samples/xilingol-rehabilitation-fake-stays.json")),
                        Extras.NONE)))
                .doesNotContain("决定机构，依");
    }

    @Test
    void who_bears_a_cost_takes_no_money_of_its_own() throws Exception {
        NoticeData data = data(TWICE);

        assertThat(measures(data, "处理决定"))
                .contains("依条款由机构承担费用，1120.50 元（即不由基金负担 112.05 元、追回已支付费用 1008.45 元，是同一笔钱，不另收取）");
        assertThat(data.entries("金额合计")).anyMatch(e -> e.getOrDefault("科目", "").contains("是同一笔钱"));
    }

    /** Article 13 bears no treatment that does not suit the injury; article 22 allows to take what was not uploaded in time. */
    private static final String CHOOSING = """
            {"region": "xilingol", "inspection": {"id": "示检1", "inspectedOn": "2023-10-16", "decidedOn": "2023-11-06"}, "scope": {},
             "facility": {"name": "示例康复医院", "kinds": ["rehabilitation"]},
             "agreements": [{"id": "示协1", "kind": "rehabilitation", "from": "2023-01-01", "to": "2023-12-31"}],
             "findings": [
              {"id": "检1", "conduct": "treatment-not-by-injury", "status": "confirmed", "date": "2023-07-01", "money": {"amount": 200.05, "paid": 0}},
              {"id": "检2", "conduct": "upload-failing", "status": "confirmed", "date": "2023-08-01", "money": {"amount": 800.10, "paid": 500.03},
               "answers": {"upload-failure-explained": "no", "fund-loss": "no", "minor": "no"}}]}
            """;

    /** Whoever is told to pay reads for what; and what is not settled has no sum in a decision. */
    @ParameterizedTest
    @ValueSource(
            strings = {COMBINED, "samples/beijing-assistive-device.json", "samples/xilingol-assistive-device.json"})
    void every_fact_money_is_taken_for_is_set_out(String sample) throws Exception {
        NoticeData data = data(Files.readString(Path.of(sample)));
        String told = data.entries("违约事实") + " " + data.entries("处理所依事实");

        assertThat(data.entries("金额明细"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.getOrDefault("项目", "").split("、"))
                        .allSatisfy(item -> assertThat(told).contains(item.replace("，合计", ""))));
        assertThat(plain(paper(NoticeKind.DECISION, Files.readString(Path.of(sample)), Extras.NONE)))
                .doesNotContain("至多（");
        assertThat(plain(paper(NoticeKind.DEFENCE, Files.readString(Path.of(sample)), Extras.NONE)))
                .doesNotContain("尚待认定：待认定");
    }

    /** An accident is told by the day it happened, with what was determined; money that a clause reaches in part says which part. */
    @Test
    void a_record_is_told_whole_and_money_by_the_part_that_is_reached() throws Exception {
        String paper = plain(paper(NoticeKind.DECISION, """
                {"region": "jinhua", "inspection": {"id": "i1", "agency": "某中心", "inspectedOn": "2023-06-12"}, "scope": {},
                 "facility": {"name": "甲医院", "kinds": ["medical"]},
                 "agreements": [{"id": "a1", "kind": "medical", "from": "2023-01-01", "to": "2023-12-31"}],
                 "parameters": [{"key": "in-force-from", "date": "2020-06-01"}],
                 "records": {"accidents": [{"id": "x9", "kind": "medical-accident", "date": "2023-01-20", "determinedOn": "2023-05-04",
                   "grade": 2, "responsibility": "main", "reportedOn": "2023-01-25", "money": {"amount": 5000, "paid": 2000}}]}}
                """, Extras.NONE));

        assertThat(paper)
                .contains("2023年1月20日　医疗事故或质量安全事件　类别 医疗事故，鉴定或认定日 2023年5月4日，事故等级 2，主要责任，报告经办机构日 2023年1月25日")
                .contains("5000.00 元）：其中已支付 2000.00 元，未支付 3000.00 元；未支付的已列入处理，已支付的没有因此而来的处理措施：第十六条第一款")
                .doesNotContain("x9", "2023年5月4日　医疗事故", "涉及金额 5000.00 元");
    }

    /** A fact stands under a clause for what the clause looks at of it; that is told, and what another clause would look at is not. */
    @Test
    void a_fact_is_told_with_why_it_stands_under_its_clause() throws Exception {
        NoticeData data = data(Files.readString(Path.of(COMBINED)));

        assertThat(told(data, "非工伤疾病费用纳入工伤结算"))
                .contains("收费 420.00 元　治疗对象 非工伤疾病")
                .doesNotContain("类别", "是否");
        assertThat(told(data, "重复、超标准、分解、超限定等违规收费")).containsPattern("与 2025-06-06　膝关节CT平扫（[^）]*） 重复");
        assertThat(told(data, "未签字擅自提供的，由机构负担")).contains("范围外", "签字人是否工伤职工本人或其近亲属：否");
    }

    private static String told(NoticeData data, String meaning) {
        return data.entries("违约事实").stream()
                .filter(e -> meaning.equals(e.get("大意")))
                .map(e -> e.getOrDefault("事实", ""))
                .findFirst()
                .orElseThrow();
    }

    /** A blank asks to be filled in; where the clause sets no term there is nothing to fill in, and what is done is no more to be done. */
    @Test
    void a_step_without_a_term_is_no_blank_and_one_that_was_taken_is_not_listed() throws Exception {
        assertThat(data(Files.readString(Path.of(COMBINED))).entries("机构期限"))
                .singleElement()
                .satisfies(e -> assertThat(e).containsEntry("期限", "条款没有规定期限"));
        assertThat(data(Files.readString(Path.of("samples/shanxi-medical-2023q3.json")))
                        .entries("机构期限"))
                .isEmpty();
    }

    /** No id that the program made of another stands in a paper, and several facts are told once. */
    @Test
    void a_paper_has_no_made_up_ids_and_tells_facts_once() throws Exception {
        String paper = plain(paper(
                NoticeKind.DEFENCE, Files.readString(Path.of("samples/xilingol-rehabilitation.json")), Extras.NONE));
        NoticeData data = data(Files.readString(Path.of("samples/shanxi-medical-2023q3.json")));

        assertThat(paper).contains("的药费超出比例的部分").doesNotContain(":drugs", ":score", "parameter:");
        assertThat(told(data, "其他造成基金损失的行为")).isEqualTo("同本表第 2 项的事实");
    }

    @Test
    void the_last_sum_counts_what_the_agency_chose_to_the_fen_and_says_which_part_that_is() throws Exception {
        String taken = CHOOSING.replaceFirst(
                "\\{",
                "{\"choices\": [{\"measure\": \"refuse\", \"choice\": \"taken\"}, {\"measure\": \"recover\", \"choice\": \"taken\"}],");
        String one = taken.replace(
                "{\"measure\": \"recover\", \"choice\": \"taken\"}",
                "{\"measure\": \"recover\", \"choice\": \"declined\"}");

        assertThat(plain(paper(NoticeKind.DECISION, CHOOSING, Extras.NONE)))
                .contains("处理的金额（每一元只计一次）：未支付部分拒付 200.05 元。");
        // 800.10 less the 500.03 paid are refused beside the 200.05 that must be
        assertThat(plain(paper(NoticeKind.DECISION, taken, Extras.NONE)))
                .contains(
                        "处理的金额（每一元只计一次）：未支付部分拒付 500.12 元（不由基金负担 200.05 元、拒付（不予支付） 300.07 元；其中 300.07 元由本次选择决定）；已支付部分追回 500.03 元（由本次选择决定）。")
                .doesNotContain("应当处理的金额");
        assertThat(plain(paper(NoticeKind.DECISION, one, Extras.NONE)))
                .contains("未支付部分拒付 500.12 元（不由基金负担 200.05 元、拒付（不予支付） 300.07 元；其中 300.07 元由本次选择决定）。")
                .doesNotContain("已支付部分追回 500.03");
        assertThat(of(taken).view().money().heads())
                .extracting(DecisionView.MoneyHead::amount)
                .as("what must be stays apart")
                .containsExactly(new BigDecimal("200.05"));
    }

    @Test
    void headings_are_numbered_without_gaps() throws Exception {
        for (NoticeKind kind : List.of(NoticeKind.RECORD, NoticeKind.FACTS, NoticeKind.DEFENCE, NoticeKind.DECISION)) {
            List<String> numerals = Pattern.compile("(?m)^([一二三四五六七])、")
                    .matcher(plain(paper(kind, TWICE, Extras.NONE)))
                    .results()
                    .map(m -> m.group(1))
                    .toList();
            assertThat(numerals).as(kind.code()).isNotEmpty();
            assertThat(String.join("", numerals)).isEqualTo("一二三四五六七".substring(0, numerals.size()));
        }
        assertThat(NoticeData.numeral(10)).isEqualTo("十");
        assertThat(NoticeData.numeral(11)).isEqualTo("十一");
        assertThat(NoticeData.numeral(20)).isEqualTo("二十");
    }

    @Test
    void a_day_of_service_without_a_period_is_remarked_on() throws Exception {
        Extras served = new Extras(LocalDate.of(2025, 9, 26), Blank.NEVER, Map.of(), Map.of());

        assertThat(paper(NoticeKind.DEFENCE, TWICE, served).remarks())
                .singleElement()
                .satisfies(r -> assertThat(r.zh()).contains("没有陈述申辩期间", "beijing/templates/notices.yaml"));
        assertThat(paper(NoticeKind.DEFENCE, TWICE, Extras.NONE).remarks()).isEmpty();
    }

    @Test
    void a_termination_that_todays_choice_brings_about_says_so() throws Exception {
        assertThat(data(TWICE).entries("处理决定"))
                .anyMatch(e -> "解除服务协议".equals(e.get("措施"))
                        && e.getOrDefault("依据", "").contains("因本次决定中止（暂停）服务协议（3 个月 自 2025-10-20 至 2026-01-19）"));
        DecisionView view = of(TWICE).view();
        assertThat(qiyue.report.TextReport.of(view, 400))
                .contains("2025-02-10 中止（暂停）服务协议（H7）、", "2025-07-06 挂床住院（职工甲　K1）")
                .doesNotContain("2025-02-10　");
        assertThat(view.timeline().marks())
                .filteredOn(m -> m.label().contains("第十九条第（三）项"))
                .allMatch(m -> m.from().equals(LocalDate.of(2025, 2, 10)) && m.to().isAfter(LocalDate.of(2025, 7, 1)));
    }

    private static List<String> measures(NoticeData data, String list) {
        return data.entries(list).stream().map(e -> e.getOrDefault("措施", "")).toList();
    }

    @Test
    void the_period_to_state_is_blank_unless_the_agency_set_one(@TempDir Path folder) throws Exception {
        assertThat(plain(paper(NoticeKind.DEFENCE, Files.readString(Path.of(COMBINED)), Extras.NONE)))
                .contains("【待填：陈述申辩期限】", "【待填：陈述申辩截止日】");
        Customs.Period period = new Customs.Period(5, "working-days", "某规程");
        Case one = of(Files.readString(Path.of(COMBINED)));
        NoticeData data = new Filling(
                        one.file(),
                        one.view(),
                        Shipped.library(),
                        new Customs(java.util.Set.of(), java.util.Optional.of(period), Map.of()),
                        new Extras(LocalDate.of(2025, 9, 26), Blank.NEVER, Map.of(), Map.of()),
                        Map.of())
                .all();

        // 2025-09-26 is a Friday, 09-28 a Sunday that is worked; the National Day holiday is 10-01 to 10-08
        assertThat(data.text("陈述申辩截止日", Map.of())).isEqualTo("2025年10月10日");
        assertThat(data.text("陈述申辩期限", Map.of())).isEqualTo("5 个工作日");
        assertThat(Blank.happened(Extras.NONE.served())).isFalse();
    }

    @Test
    void an_unknown_tag_names_template_tag_and_what_is_near(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("t.docx");
        try (XWPFDocument word = new XWPFDocument();
                java.io.OutputStream out = Files.newOutputStream(file)) {
            XWPFParagraph p = word.createParagraph();
            p.createRun().setText("{{机构");
            p.createRun().setText("名字}}");
            word.createParagraph().createRun().setText("{{每项:违约事情}}{{事实}}");
            word.write(out);
        }
        NoticeData data = new NoticeData(PaperDays.PLAIN);
        data.value("机构名称", "甲");
        data.list("违约事实", "事实");
        Problems found =
                catchThrowableOfType(Problems.class, () -> WordTemplate.fill(file, "templates/t.docx", data, "t"));

        assertThat(found.all()).extracting(p -> p.code()).containsOnly("template-tag");
        assertThat(found.all().get(0).file()).isEqualTo("templates/t.docx");
        assertThat(found.all().get(0).message().zh()).contains("{{机构名字}}");
        assertThat(found.all().get(0).fix().zh()).contains("机构名称");
        assertThat(found.all().get(1).message().zh()).contains("违约事情");
    }

    @Test
    void a_value_is_never_taken_for_a_tag(@TempDir Path folder) throws Exception {
        String hostile = Files.readString(Path.of(COMBINED)).replace("北京永宁路骨伤医院", "{{文号}}<b>医院</b>&amp;");

        assertThat(paper(NoticeKind.CHECK, hostile, Extras.NONE).html())
                .contains("{{文号}}&lt;b&gt;医院&lt;/b&gt;&amp;amp;");
    }

    @Test
    void every_region_names_ways_with_clauses_of_its_ledgers() throws Exception {
        for (String region : List.of("beijing", "jinhua", "shanxi", "xilingol")) {
            Customs customs = Customs.of(Shipped.library(), region);
            assertThat(customs.remedies()).isNotEmpty();
            assertThat(customs.statement()).as("no text sets a period").isEmpty();
            assertThat(Shipped.library().vocabulary().codes("measures")).containsAll(customs.needsLength());
        }
    }

    /** Who signs writes 2025年7月6日: so does the paper, throughout; what the document says in words of its own stays as it was written. */
    @ParameterizedTest
    @EnumSource
    void a_paper_writes_its_days_one_way(NoticeKind kind) throws Exception {
        String text = TWICE.replace("某口服药", "某口服药2025-07-19批").replace("示协8", "示协2025-08-01");

        String said = plain(paper(kind, text, Extras.NONE));

        assertThat(said.replace("某口服药2025-07-19批", "").replace("示协2025-08-01", ""))
                .doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}");
        if (kind == NoticeKind.FACTS) {
            assertThat(said).contains("2025年7月6日　挂床住院（职工甲）", "2025年2月10日　此前中止（暂停）服务协议（自 2025年2月15日 至 2025年4月14日）");
        }
    }

    /** A finding whose clause takes no money has no sum that is still to be found out. */
    @Test
    void a_sum_nobody_asks_for_is_not_said_to_be_unknown() throws Exception {
        String text = Files.readString(Path.of("samples/shanxi-medical.json"));
        Case one = of(text);

        assertThat(one.view().decision().breaches())
                .filteredOn(b -> b.instances().stream().anyMatch(i -> !i.amountKnown()))
                .isNotEmpty();
        for (Map<String, String> row : data(text).entries("违约事实")) {
            if (row.getOrDefault("事实", "").contains("尚待查明")) {
                assertThat(one.view().decision().questions())
                        .as(row.toString())
                        .anyMatch(q -> q.question().equals("amount"));
            }
        }
        assertThat(data(text).entries("违约事实"))
                .extracting(e -> e.getOrDefault("事实", ""))
                .anyMatch(f -> f.contains("提供数据不真实"))
                .noneMatch(f -> f.matches("(?s).*提供数据不真实[^；]*尚待查明.*"));
    }

    private static final String ASSESSED = "samples/beijing-annual-device.json";

    private static String sample(NoticeKind kind, String file) throws Exception {
        return plain(paper(kind, Files.readString(Path.of(file)), Extras.NONE));
    }

    @Test
    void ways_to_object_are_one_sentence() throws Exception {
        assertThat(sample(NoticeKind.DECISION, COMBINED))
                .contains("（1）依法申请行政复议（《细则》第二十九条）；", "（2）依法提起行政诉讼（《细则》第二十九条）。")
                .doesNotContain("；。", "。。");
    }

    /** Who loses an agreement and its deposit by a score reads which score, where points were lost, and what clauses draw from it. */
    @Test
    void a_decision_that_rests_on_a_score_tells_it() throws Exception {
        NoticeData data = data(Files.readString(Path.of(ASSESSED)));

        assertThat(data.entries("处理所依事实")).singleElement().satisfies(row -> {
            assertThat(row.getOrDefault("条款", "")).contains("第十四条第一款", "第五十条第一款", "第五十条第二款");
            assertThat(row.getOrDefault("事实", ""))
                    .contains("：57 分", "第1行a 年度内受过违规处理  0 / 5", "满分的 10 行，合计 28 分")
                    .doesNotContain("row1");
        });
        for (NoticeKind kind : List.of(NoticeKind.FACTS, NoticeKind.DEFENCE, NoticeKind.DECISION)) {
            assertThat(sample(kind, ASSESSED)).as(kind.code()).contains("：57 分").doesNotContain("没有认定为成立的事实");
        }
    }

    @Test
    void an_applicant_is_told_of_its_application_and_not_of_an_agreement_it_has_not() throws Exception {
        for (NoticeKind kind : List.of(NoticeKind.CHECK, NoticeKind.FACTS, NoticeKind.DEFENCE, NoticeKind.DECISION)) {
            assertThat(sample(kind, "samples/beijing-admission.json"))
                    .as(kind.code())
                    .contains("对你单位申请签订工伤保险服务协议的情况进行")
                    .doesNotContain("双方签订的服务协议", "违反服务协议");
            assertThat(sample(kind, COMBINED)).as(kind.code()).contains("对你单位履行工伤保险服务协议的情况进行");
        }
    }

    /** What a record is called by its remark, whom a measure names already, and that a choice is presumed: each is said once. */
    @Test
    void nothing_is_said_twice_in_one_breath() throws Exception {
        assertThat(sample(NoticeKind.DECISION, "samples/beijing-admission.json"))
                .contains("2022年4月29日　价格欺诈，罚款　类别 行政处罚")
                .doesNotContain("说明 价格欺诈，罚款");
        assertThat(sample(NoticeKind.DEFENCE, "samples/beijing-assistive-device.json"))
                .contains("由工伤职工承担费用，600.00 元")
                .doesNotContain("（工伤职工）");
        assertThat(sample(NoticeKind.DEFENCE, "samples/xilingol-rehabilitation.json"))
                .contains("前提：经办机构本次决定")
                .doesNotContain("：前提：");
    }

    /** Article 33 is about the agency: what it broke is no fact found against the facility, and whoever writes the paper is told. */
    @Test
    void what_the_agency_broke_is_in_no_paper_on_the_facility() throws Exception {
        String text = Files.readString(Path.of("samples/xilingol-assistive-device.json"));
        Notices.Paper paper = paper(NoticeKind.DEFENCE, text, Extras.NONE);

        assertThat(plain(paper)).contains("第十一条第（一）项").doesNotContain("经办机构未按约定结算", "第三十三条");
        assertThat(paper.remarks()).anyMatch(r -> r.zh().contains("经办机构一方的违约不写入给机构的文书：《辅具协议》第三十三条第（二）项"));
        assertThat(paper(NoticeKind.CHECK, text, Extras.NONE).remarks()).isEmpty();
    }

    /** What the template itself leaves to be filled in is as yellow as what a case lacks. */
    @Test
    void blanks_of_the_template_are_marked() throws Exception {
        Notices.Paper paper = paper(NoticeKind.DECISION, Files.readString(Path.of(COMBINED)), Extras.NONE);

        assertThat(paper.html()).contains("<mark>【待填：复议、诉讼的期限和受理机关】</mark>");
    }
}
