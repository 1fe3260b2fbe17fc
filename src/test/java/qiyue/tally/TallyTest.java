package qiyue.tally;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import qiyue.Shipped;
import qiyue.page.BatchPage;

/** Workbook and page of made-up decisions, read back. */
class TallyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode decision(int number, String facility, String code) throws IOException {
        return JSON.readTree("""
                {"inspection": "i%d", "region": "beijing", "facility": "%s", "facilityCode": "%s", "agency": "甲区经办机构",
                 "today": "2025-06-%02d",
                 "breaches": [{"clause": "beijing/rules-2025#18.1", "certainty": "established",
                               "instances": [{"day": "2025-05-01", "amount": 1234.50, "facts": ["f1"]}]},
                              {"clause": "beijing/rules-2025#17.7", "certainty": "open", "instances": [{"facts": ["g1"]}]}],
                 "measures": [{"modality": "shall", "kind": "recover", "subject": "facility", "certainty": "established",
                               "clauses": ["beijing/rules-2025#18.p1.c"], "breaches": ["beijing/rules-2025#18.1"],
                               "amount": 1234.50, "amountKnown": true,
                               "taken": [{"sources": ["=c1"], "pocket": "paid", "clauses": ["beijing/rules-2025#18.1"], "amount": 1234.50}]},
                              {"modality": "may", "kind": "suspend-agreement", "subject": "person", "people": ["王志刚"],
                               "certainty": "established", "clauses": ["beijing/rules-2025#18.p1.b"], "breaches": []}],
                 "money": {"recover": 1234.50, "refuse": 0.00, "known": true},
                 "questions": [{"question": "vile", "about": "f1", "clauses": ["beijing/rules-2025#19.2"], "measures": 1}],
                 "facts": [{"id": "f1", "kind": "Finding", "code": "bed-hanging"}]}
                """.formatted(number, facility, code, number % 28 + 1));
    }

    private static Map<String, List<Row>> read(Tally tally) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        tally.workbook(out);
        Map<String, List<Row>> sheets = new TreeMap<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            for (Sheet sheet : book.getSheets().toList()) {
                sheets.put(sheet.getName(), sheet.read());
            }
        }
        return sheets;
    }

    @Test
    void sums_are_numbers_days_are_days_and_texts_are_no_formulas() throws IOException {
        try (Tally tally = new Tally(Shipped.library(), "zh", true)) {
            tally.add(decision(1, "=HYPERLINK(1)", "H1"));
            tally.add(decision(2, "=HYPERLINK(1)", "H1"));
            tally.error(JSON.readTree("{\"source\":\"a.json\",\"code\":\"dates\",\"zh\":\"日期\",\"value\":\"+1\"}"));
            Map<String, List<Row>> sheets = read(tally);

            assertThat(sheets.keySet()).contains("说明", "机构", "措施", "条款", "金额", "问题", "错误");
            Row facility = sheets.get("机构").get(1);
            assertThat(sheets.get("机构")).hasSize(2);
            assertThat(facility.getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(facility.getCellText(0)).isEqualTo("=HYPERLINK(1)");
            assertThat(facility.getCellAsNumber(4)).contains(BigDecimal.valueOf(2));
            assertThat(facility.getCellAsDate(5).map(java.time.LocalDateTime::toLocalDate))
                    .contains(LocalDate.of(2025, 6, 3));
            assertThat(facility.getCellAsNumber(13).map(BigDecimal::stripTrailingZeros))
                    .contains(new BigDecimal("2469"));
            assertThat(sheets.get("金额").get(1).getCell(7).getType()).isEqualTo(CellType.STRING);
            assertThat(sheets.get("措施").get(1).getCellText(6)).isEqualTo("追回已支付费用");
            assertThat(sheets.values().toString()).doesNotContain("王志刚");
        }
    }

    /** Seven things wrong with four inspections are four inspections refused. */
    @Test
    void inspections_refused_and_problems_in_them_are_counted_apart() throws IOException {
        try (Tally tally = new Tally(Shipped.library(), "zh", true)) {
            for (String at :
                    new String[] {"a.json", "b.ndjson\",\"line\":\"1", "a.json", "b.ndjson\",\"line\":\"2", "c.xlsx"}) {
                tally.error(JSON.readTree("{\"source\":\"" + at + "\",\"code\":\"missing\",\"zh\":\"缺\"}"));
            }
            assertThat(tally.overview().refused()).isEqualTo(4);
            assertThat(tally.overview().errors()).isEqualTo(5);
            List<Row> summary = read(tally).get("说明");
            assertThat(summary.stream().filter(r -> r.getCellCount() > 1).map(r -> r.getCellText(0) + r.getCellText(1)))
                    .contains("有错误、没有作出意见的文书份数4", "其中的错误处数5");
        }
    }

    @Test
    void a_list_longer_than_a_sheet_goes_on_in_another_and_says_so() throws IOException {
        try (Tally tally = new Tally(Shipped.library(), "zh", true, 11)) {
            for (int i = 1; i <= 13; i++) {
                tally.add(decision(i, "甲", "H" + i));
            }
            Map<String, List<Row>> sheets = read(tally);

            assertThat(sheets.get("措施")).hasSize(11);
            assertThat(sheets.get("措施 2")).hasSize(11);
            assertThat(sheets.get("措施 3")).hasSize(7);
            assertThat(sheets.get("措施 3").get(0).getCellText(0)).isEqualTo("检查编号");
            assertThat(sheets.get("说明").stream()
                            .filter(r ->
                                    r.getCellCount() > 2 && r.getCellText(0).equals("措施"))
                            .map(r -> r.getCellText(2)))
                    .containsExactly("一张表放不下（Excel 最多 1,048,576 行），分为 3 张");
        }
    }

    @Test
    void an_inspection_counts_once_and_an_occurrence_by_its_own_standing() throws IOException {
        JsonNode two = decision(1, "甲医院", "H1");
        ((com.fasterxml.jackson.databind.node.ArrayNode) two.at("/breaches/0/instances"))
                .addObject()
                .put("certainty", "suspected");
        try (Tally tally = new Tally(Shipped.library(), "zh", true)) {
            tally.add(two);
            tally.add(two);
            Map<String, List<Row>> sheets = read(tally);

            assertThat(tally.decisions()).isOne();
            assertThat(tally.repeats().orElseThrow().zh()).contains("i1").doesNotContain("内容不同");
            assertThat(tally.overview().borne()).isEqualByComparingTo("1234.50");
            assertThat(tally.overview().heats().get(0).clauses())
                    .filteredOn(c -> c.id().endsWith("#18.1"))
                    .singleElement()
                    .satisfies(c -> assertThat(List.of(c.firm(), c.unsettled())).containsExactly(1, 1));
            assertThat(sheets.get("条款").stream()
                            .filter(r -> r.getCellText(6).endsWith("#18.1"))
                            .map(r -> r.getCellText(8)
                                    + r.getCellAsNumber(9).orElseThrow().intValue()))
                    .containsExactly("成立1", "嫌疑1");
            assertThat(sheets.get("说明").toString()).isNotEmpty();
        }
    }

    @Test
    void like_names_are_not_one_facility() throws IOException {
        try (Tally tally = new Tally(Shipped.library(), "en", false)) {
            tally.add(decision(1, "甲医院", ""));
            tally.add(decision(2, "甲医院 ", ""));
            tally.add(decision(3, "甲医院", "H1"));
            tally.add(decision(4, "乙医院", "H1"));
            assertThat(tally.overview().facilities()).isEqualTo(3);
        }
    }

    @Test
    void the_page_is_well_formed_needs_no_script_and_reaches_for_nothing() throws Exception {
        try (Tally tally = new Tally(Shipped.library(), "zh", false)) {
            for (int i = 1; i < 60; i++) {
                tally.add(decision(i, "甲<b>&\\u0001" + i, "H" + i));
            }
            String page = BatchPage.of(tally.overview());

            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new java.io.StringReader(page.replaceFirst("<!DOCTYPE html>", ""))));
            assertThat(page)
                    .contains("第十八条第（一）项", "另有 19 家有违约的机构", "甲区经办机构", "挂床", "72,835.50 元")
                    .doesNotContain("<script", "http:", "https:", "<b>&", "src=");
        }
    }

    @Test
    void facilities_beyond_the_most_are_counted_not_held() throws IOException {
        Facilities few = new Facilities(2);
        for (int i = 1; i <= 5; i++) {
            few.add(decision(i, "甲", "H" + i));
        }
        assertThat(few.list()).hasSize(2);
        assertThat(few.beyond()).isEqualTo(3);
    }
}
