package qiyue.prove;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import qiyue.drl.Drl;
import qiyue.rulebook.Rulebook;

/**
 * A rule that a document is to meet.
 *
 * @param places where the document holds what was written down for each of its patterns
 */
record Goal(Rulebook book, Drl.Rule rule, Map<Drl.Pattern, List<JsonPointer>> places) {
    Goal(Rulebook book, Drl.Rule rule) {
        this(book, rule, new IdentityHashMap<>());
    }

    List<JsonPointer> of(Drl.Pattern pattern) {
        return places.getOrDefault(pattern, List.of());
    }
}
