package qiyue.shape;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a record's declared fields: those that no class of the program has, because a vocabulary declares them.
 *
 * @param shape the shape that has them; null where nothing is declared
 * @param values every declared field by name
 */
public record Own(@Nullable Shape shape, Map<String, Object> values) {
    /** Nothing declared. */
    public static final Own NONE = new Own(null, Map.of());

    public Own {
        values = Map.copyOf(values);
    }
}
