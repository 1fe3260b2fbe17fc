package qiyue.fact;

/**
 * Clauses with their rulebook, such as {@code beijing/rules-2025#18.9}. Thousands of conclusions are of a handful of clauses, and each is
 * asked for its clause many times: the text is put together once and kept, and with it its hash. Of clauses that fall on one place the last
 * stays, so the room is bounded, and what is kept changes nothing but the time.
 */
final class FullClause {
    private static final int PLACES = 1 << 12;

    private static final FullClause[] KEPT = new FullClause[PLACES];

    private final String rulebook;
    private final String clause;
    private final String text;

    private FullClause(String rulebook, String clause) {
        this.rulebook = rulebook;
        this.clause = clause;
        this.text = rulebook + "#" + clause;
    }

    static String of(String rulebook, String clause) {
        int place = (31 * rulebook.hashCode() + clause.hashCode()) & (PLACES - 1);
        FullClause kept = KEPT[place];
        if (kept == null || !kept.clause.equals(clause) || !kept.rulebook.equals(rulebook)) {
            // whole once it is seen, in whatever thread: all its fields are final
            kept = new FullClause(rulebook, clause);
            KEPT[place] = kept;
        }
        return kept.text;
    }
}
