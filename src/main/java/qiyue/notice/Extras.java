package qiyue.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import qiyue.fact.Blank;

/**
 * What is handed in beside the case.
 *
 * @param served the day the paper was served; {@code Blank.NEVER} while it is not
 * @param told the day the facility was told of facts, clauses and proposed handling, as the register knows; {@code Blank.NEVER} if it does not
 * @param grades by measure, of which grade of the agency's own scale the case is; that of the empty one is for all others
 * @param quotes by full clause id, the official text where the user's copy has it
 */
public record Extras(LocalDate served, LocalDate told, Map<String, String> grades, Map<String, List<String>> quotes) {
    /** Nothing beside the case. */
    public static final Extras NONE = new Extras(Blank.NEVER, Blank.NEVER, Map.of(), Map.of());
}
