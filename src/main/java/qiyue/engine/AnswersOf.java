package qiyue.engine;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import qiyue.fact.Evidence;

/** The answers written beside a fact in the document. */
final class AnswersOf {
    private AnswersOf() {}

    @SuppressWarnings("unchecked")
    static Map<String, String> fact(Evidence fact) {
        if (!fact.getClass().isRecord()) {
            return Map.of();
        }
        for (RecordComponent component : fact.getClass().getRecordComponents()) {
            if (component.getName().equals("answers")) {
                try {
                    return (Map<String, String>) component.getAccessor().invoke(fact);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return Map.of();
    }
}
