package qiyue.suite;

import java.util.stream.Stream;
import qiyue.decision.ClauseOrder;

/** How a case writes clauses: without their rulebook where it is the one whose folder the case lies in. */
record Clauses(String rulebook) {
    /** The clause in full, such as {@code beijing/rules-2025#18.9}. */
    String full(String clause) {
        return clause.contains("#") || rulebook.isEmpty() ? clause : rulebook + "#" + clause;
    }

    /** The clause as the case writes it. */
    String shown(String clause) {
        return clause.startsWith(rulebook + "#") ? clause.substring(clause.indexOf('#') + 1) : clause;
    }

    /** Several, in the order of the text, each once. */
    String joined(Stream<String> clauses) {
        return String.join(
                " ",
                clauses.map(this::full)
                        .distinct()
                        .sorted(ClauseOrder.INSTANCE)
                        .map(this::shown)
                        .toList());
    }
}
