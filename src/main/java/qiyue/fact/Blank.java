package qiyue.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import qiyue.shape.Field;
import qiyue.shape.Own;
import qiyue.shape.Shape;

/** What an optional field holds when the document leaves it out. Facts carry no nulls. */
public final class Blank {
    /**
     * An event that has not happened: the document says so, or its kind of record is complete without it. Also the end of
     * what has no end. Later than every real date.
     */
    public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /** A day the document does not state: the event may have happened or not. Nothing is concluded from it. */
    public static final LocalDate UNSTATED = LocalDate.of(9999, 12, 30);

    /** {@link #UNSTATED} for fields with a time of day. */
    public static final LocalDateTime UNSTATED_AT = UNSTATED.atStartOfDay();

    /** {@link #NEVER} for fields with a time of day. */
    public static final LocalDateTime NEVER_AT = NEVER.atStartOfDay();

    /** A quantity that could not be derived (for instance because the calendar does not reach that far). */
    public static final int UNKNOWN = -1;

    private static final List<String> SILENT = List.of("unstated", "plain", "pending");

    private Blank() {}

    private static final Map<Field, Object> KNOWN = new ConcurrentHashMap<>();

    /** What a field left out, or not yet derived, holds. */
    public static Object of(Field field) {
        if (field.declared()) {
            return found(field);
        }
        Object known = KNOWN.get(field);
        if (known == null) {
            known = found(field);
            KNOWN.put(field, known);
        }
        return known;
    }

    private static Object found(Field field) {
        return switch (field.form()) {
            case TEXT -> text(field);
            case WHOLE_NUMBER -> field.leftOut();
            case FIGURE -> field.zero() ? BigDecimal.ZERO : Conclusion.UNSTATED;
            case TRUTH -> false;
            case DAY -> field.event() ? UNSTATED : NEVER;
            case TIME -> field.event() ? UNSTATED_AT : NEVER_AT;
            case RECORD ->
                field.type() == Money.class
                        ? Money.UNKNOWN
                        : field.type() == Own.class ? Own.NONE : blank(Shape.of(field.type()));
            case LIST -> List.of();
            case MAP -> Map.of();
            case CODE, OTHER -> throw new IllegalArgumentException(field.name() + " cannot be left out");
        };
    }

    private static Object blank(Shape shape) {
        return shape.type() == Clock.class
                ? Clock.UNSET
                : shape.make(shape.fields().stream().map(Blank::of).toArray());
    }

    /** A text takes the code that says nothing is known, where there is one. */
    private static String text(Field field) {
        return SILENT.stream().filter(field.codes()::contains).findFirst().orElse("");
    }

    /** Whether the event is known to have happened. */
    public static boolean happened(LocalDate date) {
        return date.isBefore(UNSTATED);
    }

    /** Whether the document says when the event happened, or that it did not. */
    public static boolean stated(LocalDate date) {
        return !date.equals(UNSTATED);
    }
}
