package qiyue.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chinese numbers, as titles, citations and texts write them. */
class ChineseNumberTest {
    @ParameterizedTest
    @CsvSource({
        "零, 0",
        "〇, 0",
        "两, 2",
        "九, 9",
        "十, 10",
        "十九, 19",
        "二十, 20",
        "五十三, 53",
        "一百, 100",
        "一百零三, 103",
        "一百〇三, 103",
        "一百一十, 110",
        "九百九十九, 999",
        "两千, 2000",
        "一千零五, 1005",
        "三万, 30000",
        "十二万五千, 125000",
        "三万零五十, 30050",
        "三千五百, 3500",
        "一〇五, 105",
        "二〇二二, 2022",
        "17, 17",
        "007, 7"
    })
    void what_is_a_number_is_read(String text, int number) {
        assertThat(ChineseNumber.of(text)).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "两三", "十百", "一百二百", "万", "条", "三a", "-1", "1234567890", "一二三", "三千五", "一百五", "三万五", "三万五十"})
    void what_is_none_is_not(String text) {
        assertThat(ChineseNumber.of(text)).isEmpty();
    }
}
