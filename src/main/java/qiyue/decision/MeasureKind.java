package qiyue.decision;

import java.util.List;
import java.util.Set;

/**
 * How the program treats a measure: how its money is counted, at what level it works, which lighter measures it absorbs.
 *
 * @param money one of {@link #MONEY}; empty where the measure moves no money
 * @param level {@code agreement} for measures that strike the agreement itself; on the facility they cover its departments
 *     and persons; {@code application} for those that answer one application and reach nothing of another
 * @param absorbs measures that are pointless once this one is taken
 * @param instead measures that this one stands in for once it is chosen: the text offers one or the other, and both cannot
 *     be chosen for the same facts
 * @param weight 0 to {@link #HEAVIEST}: the heavier stand first; nothing else depends on it
 * @param payer who owes the sum, where the measure is a debt ({@code owe}); else empty
 * @param payee whom it is owed to, likewise
 * @param needs what agreement it presupposes: one of {@link #NEEDS}
 * @param ends whether it ends an agreement once it was taken: {@link #CERTAINLY}, {@link #UNSAID} where its name leaves open
 *     whether it did, {@link #AT_EXPIRY} where it lets it run out, or the question that tells where no first day is stated; empty: it does not
 * @param suspends whether it suspends an agreement
 */
public record MeasureKind(
        String money,
        String level,
        List<String> absorbs,
        List<String> instead,
        int weight,
        String payer,
        String payee,
        String needs,
        String ends,
        boolean suspends) {
    /** The weight of what is heaviest. */
    public static final int HEAVIEST = 99;

    /** The weight of a measure of which none is stated. */
    public static final int MIDDLING = 50;

    /** Of a measure that no vocabulary knows. */
    public static final MeasureKind NONE = new MeasureKind("", "", List.of());

    /** One of no particular weight. */
    MeasureKind(String money, String level, List<String> absorbs) {
        this(money, level, absorbs, MIDDLING);
    }

    /** One that is no debt. */
    MeasureKind(String money, String level, List<String> absorbs, int weight) {
        this(money, level, absorbs, List.of(), weight, "", "", "", "", false);
    }

    /** The way of what one party owes the other: damages, liquidated sums. Nothing is taken from any source for it. */
    public static final String OWE = "owe";

    /** The level of what strikes the agreement itself. */
    static final String AGREEMENT = "agreement";

    /** The level of what answers one application. */
    static final String APPLICATION = "application";

    /** Whether it answers one application. */
    public boolean answersApplications() {
        return level.equals(APPLICATION);
    }

    /** It presupposes an agreement in force: that of its facts, or one of the same kind that followed. */
    public static final String IN_FORCE = "in-force";

    /** It presupposes that the very agreement of its facts is in force. */
    public static final String SAME_IN_FORCE = "same-in-force";

    /** It presupposes that the agreement was not ended before its term ran out. */
    public static final String NOT_ENDED = "not-ended";

    /** What a measure may presuppose. */
    public static final Set<String> NEEDS = Set.of(IN_FORCE, SAME_IN_FORCE, NOT_ENDED);

    /** A measure ends the agreement. */
    public static final String CERTAINLY = "always";

    /** A measure ends the agreement or does something else: its name does not tell. */
    public static final String UNSAID = "unsaid";

    /** A measure lets the agreement end when its term does. */
    public static final String AT_EXPIRY = "at-expiry";

    /** The measure that the end by expiry counts as. */
    static final String EXPIRY = "end-agreement";

    /** The ways money is counted. */
    public static final Set<String> MONEY =
            Set.of("", "refuse", "recover", "withhold", "multiple", "deposit", "pay", "retain", "bear", OWE);
}
