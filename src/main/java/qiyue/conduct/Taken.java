package qiyue.conduct;

import java.util.List;

/**
 * A clause that takes up a conduct.
 *
 * @param clause its id within the rulebook
 * @param residual whether only as one of the rest: "and other …"
 * @param questions what it asks, in the order of its rules
 * @param kinds the kinds of facility for which its rules on this can be met, as far as they tell themselves
 */
public record Taken(String clause, boolean residual, List<String> questions, List<String> kinds) {}
