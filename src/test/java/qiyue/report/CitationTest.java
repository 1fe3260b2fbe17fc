package qiyue.report;

import static org.assertj.core.api.Assertions.assertThat;

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
        "annual-assistive-device.row4.b, 评分表第4行b, 'score sheet, row 4b'"
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
}
