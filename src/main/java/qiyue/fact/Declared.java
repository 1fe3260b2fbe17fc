package qiyue.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import qiyue.shape.Own;
import qiyue.shape.Shaped;

/**
 * Evidence with fields that the vocabulary declares. Rules name such a field like any other; what is printed of them calls
 * these methods. A field left out is not stated, and no comparison with it holds.
 */
public interface Declared extends Evidence, Shaped {
    @Override
    Own own();

    /** The figure of a declared field. */
    default BigDecimal figureOf(String field) {
        return (BigDecimal) held(field);
    }

    /** The whole number of a declared field. */
    default int wholeOf(String field) {
        return (Integer) held(field);
    }

    /** The day of a declared field. */
    default LocalDate dayOf(String field) {
        return (LocalDate) held(field);
    }

    /** The day and time of a declared field. */
    default LocalDateTime timeOf(String field) {
        return (LocalDateTime) held(field);
    }

    /** The code or text of a declared field. */
    default String codeOf(String field) {
        return (String) held(field);
    }

    private Object held(String field) {
        return Objects.requireNonNull(own().values().get(field), field);
    }
}
