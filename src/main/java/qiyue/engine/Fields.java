package qiyue.engine;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;

/** Fields of facts by name, where the kind of fact is not known beforehand. */
final class Fields {
    private Fields() {}

    /** What the fact holds under that name; empty if it has no such field. */
    static Optional<Object> of(Object fact, String name) {
        if (fact.getClass().isRecord()) {
            for (RecordComponent component : fact.getClass().getRecordComponents()) {
                if (component.getName().equals(name)) {
                    try {
                        return Optional.of(component.getAccessor().invoke(fact));
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The answers written beside a fact in the document. */
    @SuppressWarnings("unchecked")
    static Map<String, String> answers(Object fact) {
        return (Map<String, String>) of(fact, "answers").orElse(Map.of());
    }
}
