package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import qiyue.shape.Form;

/** The values tried of a field: some at every order of size, those beside what is stated, and both sides of each limit. */
class TurnsTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2025, 6, 10, 23, 59);
    private static final LocalDate TODAY = NOW.toLocalDate();

    private static List<Object> values(Form form, List<Object> near) {
        return new Turns(form, NOW).values(near, at -> new int[] {0});
    }

    private static BigDecimal figure(String figure) {
        return new BigDecimal(figure);
    }

    @Test
    void what_has_an_order_has_something_between() {
        assertThat(Turns.ordered(Form.DAY)).isTrue();
        assertThat(Turns.ordered(Form.FIGURE)).isTrue();
        assertThat(Turns.ordered(Form.WHOLE_NUMBER)).isTrue();
        assertThat(Turns.ordered(Form.TEXT)).isFalse();
        assertThat(Turns.ordered(Form.TIME)).isFalse();
    }

    /** Steps of one, two and five, and one between each two that are not neighbours. */
    @Test
    void all_orders_of_size_are_tried() {
        assertThat(values(Form.WHOLE_NUMBER, List.of()))
                .containsExactly(
                        0,
                        1,
                        2,
                        3,
                        5,
                        7,
                        10,
                        15,
                        20,
                        35,
                        50,
                        75,
                        100,
                        150,
                        200,
                        350,
                        500,
                        750,
                        1_000,
                        1_500,
                        2_000,
                        3_500,
                        5_000,
                        7_500,
                        10_000,
                        15_000,
                        20_000,
                        35_000,
                        50_000,
                        75_000,
                        100_000,
                        550_000,
                        1_000_000,
                        5_500_000,
                        10_000_000,
                        55_000_000,
                        100_000_000,
                        550_000_000,
                        1_000_000_000);
        assertThat(values(Form.FIGURE, List.of()))
                .startsWith(figure("0.00"), figure("0.01"), figure("0.02"), figure("0.03"), figure("0.05"))
                .endsWith(figure("1000000000.00"));
    }

    @Test
    void both_sides_of_a_limit_are_tried_wherever_it_lies() {
        assertThat(new Turns(Form.FIGURE, NOW).values(List.of(), at -> new int[] {at >= 12_345 ? 1 : -1}))
                .contains(figure("123.44"), figure("123.45"))
                .doesNotHaveDuplicates();
        assertThat(new Turns(Form.WHOLE_NUMBER, NOW).values(List.of(), at ->
                        new int[] {at < 37 ? 1 : -1, at > 41_234 ? 1 : 0}))
                .contains(36, 37, 41_234, 41_235)
                .doesNotHaveDuplicates();
        long limit = TODAY.minusDays(33).toEpochDay();
        assertThat(new Turns(Form.DAY, NOW).values(List.of(), at -> new int[] {at < limit ? 1 : -1}))
                .contains(TODAY.minusDays(34), TODAY.minusDays(33))
                .doesNotHaveDuplicates();
    }

    @Test
    void figures_beside_what_is_stated_are_tried() {
        assertThat(values(Form.FIGURE, List.of(figure("543.21"), 777, TODAY, "text")))
                .contains(
                        figure("542.21"),
                        figure("543.20"),
                        figure("543.21"),
                        figure("543.22"),
                        figure("544.21"),
                        figure("776.00"),
                        figure("776.99"),
                        figure("777.00"),
                        figure("777.01"),
                        figure("778.00"));
        assertThat(values(Form.FIGURE, List.of(figure("-0.30")))).doesNotContain(figure("0.70"));
        assertThat(values(Form.FIGURE, List.of(figure("1000000000.30")))).doesNotContain(figure("999999999.30"));
        assertThat(values(Form.FIGURE, List.of(figure("1000000000"))))
                .contains(figure("999999999.00"), figure("999999999.99"))
                .endsWith(figure("1000000000.00"));
        assertThat(values(Form.WHOLE_NUMBER, List.of(figure("43.7"), 1_234)))
                .contains(42, 43, 44, 143, 1_134, 1_233, 1_234, 1_235, 1_334);
    }

    /** Nothing that happened did so after the day of handling, or before anybody's time. */
    @Test
    void days_go_back_from_today() {
        List<Object> days = values(Form.DAY, List.of());

        assertThat(days)
                .startsWith(TODAY.minusDays(50_000))
                .endsWith(TODAY.minusDays(1), TODAY)
                .contains(TODAY.minusDays(4), TODAY.minusDays(5), TODAY.minusDays(20_000));
        assertThat(values(Form.DAY, List.of(TODAY.plusDays(30), 5, figure("5"))))
                .contains(TODAY.minusDays(70))
                .endsWith(TODAY);
        assertThat(values(Form.DAY, List.of(TODAY.minusDays(49_999))))
                .contains(TODAY.minusDays(49_998), TODAY.minusDays(49_899), TODAY.minusDays(50_000));
        assertThat(values(Form.DAY, List.of(TODAY.minusDays(50_000)))).isEqualTo(days);
    }
}
