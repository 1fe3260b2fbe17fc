package qiyue.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.decision.Decision;
import qiyue.decision.Decision.DutyLine;
import qiyue.shape.Field;
import qiyue.shape.Shape;

/** Records whose equality is written out are equal when all they hold is, and only then; a new field cannot be forgotten. */
class RecordEqualityTest {
    private static final Answer ANSWER = new Answer("serious", "f1", "yes");
    private static final Portion PORTION = Portion.of("c1", Money.of(BigDecimal.TEN, BigDecimal.ONE, BigDecimal.ZERO));
    private static final Measure MEASURE = Measure.shall("r#1", "recover", ANSWER);

    static Stream<Record> records() {
        return Stream.of(
                ANSWER,
                PORTION,
                PORTION.money(),
                MEASURE,
                MEASURE.grounds(),
                MEASURE.terms(),
                new Standing(MEASURE),
                Breach.of("r#1", ANSWER),
                Duty.shall("r#1", "notify", ANSWER),
                Due.NONE,
                new Decision.Note("kind", "about", Map.of("a", "b")),
                new Decision.Answering("agency", Map.of("zh", "凭证"), List.of("r#1")),
                line());
    }

    private static DutyLine line() {
        return new DutyLine(
                Modality.SHALL,
                "notify",
                "agency",
                List.of("recover"),
                List.of(),
                List.of("r#1"),
                Certainty.ESTABLISHED,
                false,
                5,
                "days",
                LocalDate.of(2025, 5, 6),
                "",
                false,
                LocalDateTime.of(2025, 5, 6, 10, 0),
                LocalDate.of(2025, 5, 7),
                LocalDateTime.of(2025, 5, 7, 11, 0),
                "late",
                List.of(),
                "A1",
                "",
                "",
                List.of(new Decision.Step("notify", "agency", LocalDate.of(2025, 5, 7), "late")));
    }

    @ParameterizedTest
    @MethodSource("records")
    void every_field_tells_them_apart(Record record) {
        for (Field field : Shape.of(record).fields()) {
            Object value = field.in(record);
            Record same = Shape.with(record, field.name(), value);
            assertThat(same).isEqualTo(record).hasSameHashCodeAs(record);
            assertThat(Shape.with(record, field.name(), other(value)))
                    .as(field.name())
                    .isNotEqualTo(record);
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void their_text_is_that_of_any_record(Record record) {
        String text = Shape.of(record).fields().stream()
                .map(f -> f.name() + "=" + f.in(record))
                .collect(Collectors.joining(", ", record.getClass().getSimpleName() + "[", "]"));
        assertThat(record).hasToString(text);
    }

    private static Object other(Object value) {
        if (value instanceof String s) {
            return s + "x";
        }
        if (value instanceof Integer i) {
            return i + 7;
        }
        if (value instanceof Boolean b) {
            return !b;
        }
        if (value instanceof BigDecimal n) {
            return n.add(BigDecimal.ONE);
        }
        if (value instanceof LocalDate d) {
            return d.minusDays(1);
        }
        if (value instanceof LocalDateTime t) {
            return t.minusDays(1);
        }
        if (value instanceof List<?>) {
            return List.of(PORTION);
        }
        if (value instanceof Map<?, ?>) {
            return Map.of("other", "x");
        }
        Map<Class<?>, Object> others = Map.of(
                Certainty.class, Certainty.SUSPECTED,
                Modality.class, Modality.AUTOMATIC,
                Money.class, Money.UNKNOWN,
                Terms.class, Terms.NONE.withPercent(5, 5),
                Due.class, Due.NONE.orBy("x"),
                Grounds.class, MEASURE.grounds().under("other"),
                Measure.class, MEASURE.on("worker"));
        Object found = others.get(value instanceof Enum<?> e ? e.getDeclaringClass() : value.getClass());
        assertThat(found).as("another " + value.getClass()).isNotNull().isNotEqualTo(value);
        return found;
    }
}
