package qiyue.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import qiyue.Shipped;

class CitationTest {

    @ParameterizedTest
    @CsvSource({
        "18.9, 第十八条第（九）项, art. 18 item 9",
        "18.10, 第十八条第（十）项, art. 18 item 10",
        "37.p2, 第三十七条第二款, art. 37 para. 2",
        "18.p1.a, 第十八条第一款, art. 18 para. 1",
        "20, 第二十条, art. 20",
        "110, 第一百一十条, art. 110",
        "annual-medical-rehabilitation.row8, 评分表第8行, 'score sheet, row 8'",
        "annual-assistive-device.row4.b, 评分表第4行b, 'score sheet, row 4b'",
        "admission-prosthetics.7.2, 评分表第7.2项, 'score sheet, item 7.2'"
    })
    void a_clause_id_is_cited_as_people_cite_it(String id, String zh, String en) {
        assertThat(Citation.of(id, "zh")).isEqualTo(zh);
        assertThat(Citation.of(id, "en")).isEqualTo(en);
    }

    @ParameterizedTest
    @CsvSource({"1, 一", "10, 十", "11, 十一", "20, 二十", "35, 三十五", "100, 一百", "101, 一百零一", "111, 一百一十一", "200, 二百"})
    void numbers_are_written_in_Chinese(int number, String written) {
        assertThat(Citation.chinese(number)).isEqualTo(written);
    }

    @Test
    void every_clause_of_every_ledger_can_be_cited() {
        Shipped.library()
                .rulebooks()
                .values()
                .forEach(r -> r.ledger().keySet().forEach(id -> {
                    assertThat(Citation.of(id, "zh"))
                            .as("%s#%s", r.id(), id)
                            .startsWith(id.matches("\\d.*") ? "第" : "评分表");
                    assertThat(Citation.of(id, "en"))
                            .as("%s#%s", r.id(), id)
                            .isPrintable()
                            .isASCII();
                }));
    }

    @ParameterizedTest
    @CsvSource({
        "期限取3.p2的二十日，依24.s2暂缓的不算, 期限取第三条第二款的二十日，依第二十四条第2句暂缓的不算",
        "归19.1（B15）, 归第十九条第（一）项（B15）",
        "见（18.p2.c）；由99.9, 见（第十八条第二款）；由99.9",
        "超出28.5天的部分、2022.8.1起, 超出28.5天的部分、2022.8.1起"
    })
    void ids_of_clauses_in_what_a_ledger_asks_are_cited(String asked, String shown) {
        Set<String> ledger = Set.of("3.p2", "24.s2", "19.1", "18.p2.c");

        assertThat(Citation.within(asked, ledger::contains, "zh")).isEqualTo(shown);
    }

    /** No doubt that a decision tells has an id in it where a citation belongs. */
    @Test
    void what_ledgers_ask_is_told_without_ids() {
        Shipped.library()
                .rulebooks()
                .values()
                .forEach(r -> r.ledger().values().forEach(c -> {
                    String told = Citation.within(c.ask().zh(), r.ledger()::containsKey, "zh");
                    assertThat(Pattern.compile("\\d+(\\.[a-z]?\\d+[a-z]?|\\.[a-z])+")
                                    .matcher(told)
                                    .results()
                                    .map(MatchResult::group)
                                    .filter(r.ledger()::containsKey))
                            .as("%s %s", r.id(), told)
                            .isEmpty();
                }));
    }

    @ParameterizedTest
    @CsvSource({
        "row1.a, 第1行a, row 1a",
        "row8, 第8行, row 8",
        "1.3, 第1.3项, item 1.3",
        "4.2.a, 第4.2项a, item 4.2a",
        "row6.staff, 第6行, row 6",
        "note1, '', ''"
    })
    void a_row_of_a_sheet_is_named_by_its_number(String row, String zh, String en) {
        assertThat(Citation.row(row, "zh")).isEqualTo(zh);
        assertThat(Citation.row(row, "en")).isEqualTo(en);
    }
}
