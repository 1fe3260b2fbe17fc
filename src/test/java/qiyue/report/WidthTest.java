package qiyue.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WidthTest {
    @Test
    void chinese_takes_two_columns() {
        assertThat(Width.of("可以 2 至 3 个月")).isEqualTo(16);
        assertThat(Width.of("（一）②—")).isEqualTo(8);
        assertThat(Width.of("e\u0301")).isEqualTo(1);
        assertThat(Width.of(Width.pad("拒付", 10))).isEqualTo(10);
    }

    @Test
    void lines_break_between_characters_but_not_before_a_full_stop_or_after_a_bracket() {
        assertThat(Width.wrap("停止工伤保险服务（科室）", 18)).containsExactly("停止工伤保险服务", "（科室）");
        assertThat(Width.wrap("一二三四。", 8)).containsExactly("一二三", "四。");
        assertThat(Width.wrap("依《办法》第一条", 6)).containsExactly("依《办", "法》第", "一条");
        assertThat(Width.wrap("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
        assertThat(Width.wrap("may suspend the agreement", 12)).containsExactly("may suspend", "the", "agreement");
        assertThat(Width.wrap("", 8)).containsExactly("");
    }
}
