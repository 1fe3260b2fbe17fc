package qiyue.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A record described once: fields in order, what is said of them, reading, making, copying. */
class ShapeTest {

    @Says(zh = "样本", en = "a sample")
    record Sample(
            @Says(zh = "编号", en = "id") String id,

            @Says(optional = true, notBefore = "to", ahead = true)
            LocalDate from,

            @Says(derived = true) List<Inner> parts,
            Map<String, Map<String, String>> rows,
            BigDecimal sum) {}

    record Inner(@Says(pointsAt = Sample.class) String sample) {}

    record Counted(int number, boolean sure, String text) {}

    @Test
    void a_field_read_often_reads_as_before() {
        Counted record = new Counted(7, true, "x");
        for (int i = 0; i < 2_000; i++) {
            assertThat(Shape.of(record).fields().stream().map(f -> f.in(record)))
                    .containsExactly(7, true, "x");
        }
    }

    @Test
    void fields_stand_in_order_with_what_is_said_of_them() {
        Shape shape = Shape.of(Sample.class);

        assertThat(shape.fields()).extracting(Field::name).containsExactly("id", "from", "parts", "rows", "sum");
        assertThat(shape.fields())
                .extracting(Field::form)
                .containsExactly(Form.TEXT, Form.DAY, Form.LIST, Form.MAP, Form.FIGURE);
        assertThat(shape.en()).isEqualTo("a sample");
        assertThat(shape.field("from")).get().satisfies(f -> {
            assertThat(f.optional()).isTrue();
            assertThat(f.notBefore()).isEqualTo("to");
            assertThat(f.ahead()).isTrue();
        });
        assertThat(shape.field("parts")).get().satisfies(f -> {
            assertThat(f.derived()).isTrue();
            assertThat(f.element()).isEqualTo(Inner.class);
            assertThat(f.elementForm()).isEqualTo(Form.RECORD);
        });
        assertThat(shape.field("rows"))
                .get()
                .satisfies(f -> assertThat(f.elementForm()).isEqualTo(Form.MAP));
        assertThat(Shape.of(Inner.class).field("sample"))
                .get()
                .satisfies(f -> assertThat(f.pointsAt()).isEqualTo(Sample.class));
    }

    @Test
    void a_class_has_one_shape() {
        assertThat(Shape.of(Sample.class)).isSameAs(Shape.of(Sample.class));
    }

    @Test
    void a_record_is_read_and_copied_by_name() {
        Sample sample = new Sample("a", LocalDate.MIN, List.of(), Map.of(), BigDecimal.ONE);

        assertThat(Shape.value(sample, "sum")).contains(BigDecimal.ONE);
        assertThat(Shape.value(sample, "none")).isEmpty();
        assertThat(Shape.with(sample, "id", "b"))
                .isEqualTo(new Sample("b", LocalDate.MIN, List.of(), Map.of(), BigDecimal.ONE));
        assertThatIllegalArgumentException().isThrownBy(() -> Shape.with(sample, "idd", "b"));
    }
}
