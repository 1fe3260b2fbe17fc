package qiyue.fact;

import qiyue.shape.Says;

/** A proviso met: the clause named does not apply to the fact named. */
@Says(zh = "除外", en = "an exemption")
public record Exempt(
        @Says(code = "rulebooks") String rulebook,
        @Says(code = "clauses") String clause,
        String about) {
    /** The clause does not apply to that fact. */
    public static Exempt of(String clause, Evidence fact) {
        return new Exempt(Conclusion.rulebookOf(clause), Conclusion.clauseOf(clause), fact.id());
    }
}
