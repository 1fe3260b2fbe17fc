package qiyue.tally;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;

/** What became of clauses from one batch to the next. */
class TrendTest {
    private static final String BREACH =
            "{\"clause\": \"beijing/rules-2025#%s\", \"certainty\": \"%s\", \"instances\": [{\"amount\": %s}]}";
    private static final String OUTCOME = "{\"clause\": \"beijing/rules-2025#%s\", \"state\": \"%s\"}";

    private static JsonNode decision(String facility, String code, String breaches, String outcomes)
            throws IOException {
        return new ObjectMapper().readTree("""
                {"inspection": "i", "region": "beijing", "facility": "%s", "facilityCode": "%s", "measures": [],
                 "money": {"recover": 10.00}, "breaches": [%s], "outcomes": [%s]}
                """.formatted(facility, code, breaches, outcomes));
    }

    private static List<Trend.Facility> all(Trend trend) throws IOException {
        List<Trend.Facility> all = new ArrayList<>();
        trend.each(all::add);
        return all;
    }

    @Test
    void each_clause_is_new_first_worse_better_same_gone_or_not_examined() throws IOException {
        Trend trend = new Trend(Shipped.library(), "zh");
        trend.before(decision(
                "甲",
                "H1",
                String.join(
                        ",",
                        BREACH.formatted("18.1", "established", "5"),
                        BREACH.formatted("18.2", "open", "5"),
                        BREACH.formatted("18.3", "established", "5"),
                        BREACH.formatted("18.4", "established", "5"),
                        BREACH.formatted("18.5", "established", "5"),
                        BREACH.formatted("18.8", "established", "5")),
                OUTCOME.formatted("18.6", "not-established")));
        trend.now(decision(
                "甲（更名）",
                "H1",
                String.join(
                        ",",
                        BREACH.formatted("18.1", "established", "5"),
                        BREACH.formatted("18.2", "established", "5"),
                        BREACH.formatted("18.3", "established", "4"),
                        BREACH.formatted("18.6", "established", "1"),
                        BREACH.formatted("18.7", "established", "1")),
                String.join(
                        ",",
                        OUTCOME.formatted("18.4", "not-established"),
                        OUTCOME.formatted("18.5", "partly-examined"))));

        List<Trend.Facility> all = all(trend);
        assertThat(all).hasSize(1);
        assertThat(all.get(0).clauses())
                .extracting(l -> TrendWords.code(l.change()) + " " + Labels.id(l.clause()))
                .containsExactly(
                        "new 18.6",
                        "first 18.7",
                        "worse 18.2",
                        "same 18.1",
                        "better 18.3",
                        "gone 18.4",
                        "partly 18.5",
                        "unexamined 18.8");
        TrendWords words = new TrendWords(Shipped.library(), "zh");
        all.forEach(words::count);
        assertThat(words.summary()).contains("新增 1", "消失 1", "这次只查了一部分，未见 1", "这次没有查 1", "10.00 → 10.00 元（+0.00）");
        assertThat(words.of(all.get(0))).contains("消失　第十八条第（四）项〔18.4〕").doesNotContain("18.1");
        assertThat(words.rows(all.get(0)).lines()).hasSize(9);
    }

    @Test
    void each_occurrence_counts_by_its_own_standing() throws IOException {
        String mixed = "{\"clause\": \"beijing/rules-2025#18.1\", \"certainty\": \"established\", \"instances\": ["
                + "{\"certainty\": \"established\", \"amount\": 5}, {\"certainty\": \"%s\", \"amount\": 5}]}";
        Trend trend = new Trend(Shipped.library(), "zh");
        trend.before(decision("甲", "H1", mixed.formatted("suspected"), ""));
        trend.now(decision("甲", "H1", mixed.formatted("established"), ""));

        assertThat(new TrendWords(Shipped.library(), "zh").of(all(trend).get(0)))
                .contains("加重", "成立 1 次，嫌疑 1 次 → 成立 2 次");
    }

    @Test
    void only_facilities_in_both_are_totalled_and_an_inspection_counts_once() throws IOException {
        Trend trend = new Trend(Shipped.library(), "zh");
        trend.before(decision("甲", "H1", "", ""));
        trend.before(decision("甲", "H1", "", ""));
        trend.before(decision("乙", "H2", "", ""));
        trend.now(decision("甲", "H1", "", ""));
        TrendWords words = new TrendWords(Shipped.library(), "zh");
        trend.each(words::count);

        assertThat(words.summary()).contains("10.00 → 10.00 元（+0.00）", "另计，只在前一批的 1 家：10.00 元");
        assertThat(trend.repeats())
                .singleElement()
                .satisfies(t -> assertThat(t.zh()).startsWith("前一批：有 1 份"));
    }

    @Test
    void facilities_match_by_code_and_else_by_the_very_name() throws IOException {
        Trend trend = new Trend(Shipped.library(), "zh");
        trend.before(decision("甲医院", "", "", ""));
        trend.now(decision("甲 医院", "", "", ""));
        trend.now(decision("甲医院", "H9", "", ""));
        assertThat(all(trend)).extracting(Trend.Facility::in).containsExactlyInAnyOrder("old", "new", "new");
    }

    @Test
    void a_table_opens_without_formulas() throws IOException {
        Trend trend = new Trend(Shipped.library(), "zh");
        trend.before(decision("=1+1", "@x", "", ""));
        TrendWords words = new TrendWords(Shipped.library(), "zh");
        trend.each(f -> assertThat(words.rows(f)).startsWith("'@x\t'=1+1\t"));
    }
}
