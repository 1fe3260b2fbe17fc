package qiyue.fact;

import qiyue.shape.Says;

/** A proviso met: the clause named does not apply to the fact named. */
@Says(zh = "除外", en = "an exemption")
public record Exempt(
        @Says(code = "rulebooks", zh = "所属规则册", en = "the rulebook it belongs to")
        String rulebook,

        @Says(code = "clauses", zh = "不适用的条款", en = "the clause that does not apply")
        String clause,

        @Says(zh = "对哪个事实不适用，如 about == $s.id", en = "the fact it does not apply to: about == $s.id")
        String about) {
    /** The clause does not apply to that fact. */
    public static Exempt of(String clause, Evidence fact) {
        return new Exempt(Conclusion.rulebookOf(clause), Conclusion.clauseOf(clause), fact.id());
    }
}
