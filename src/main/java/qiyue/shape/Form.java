package qiyue.shape;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** The forms a value of a record can take. */
public enum Form {
    TEXT,
    WHOLE_NUMBER,
    FIGURE,
    TRUTH,
    DAY,
    TIME,
    CODE,
    RECORD,
    LIST,
    MAP,
    OTHER;

    /** The form of values of a class. */
    static Form of(Class<?> type) {
        if (type == String.class) {
            return TEXT;
        }
        if (type == int.class) {
            return WHOLE_NUMBER;
        }
        if (type == BigDecimal.class) {
            return FIGURE;
        }
        if (type == boolean.class) {
            return TRUTH;
        }
        if (type == LocalDate.class) {
            return DAY;
        }
        if (type == LocalDateTime.class) {
            return TIME;
        }
        if (type.isEnum()) {
            return CODE;
        }
        return type.isRecord() ? RECORD : type == List.class ? LIST : type == Map.class ? MAP : OTHER;
    }
}
