package qiyue.decision;

import java.util.List;
import java.util.Set;

/**
 * How the program treats a measure: how its money is counted, at what level it works, which lighter measures it absorbs.
 *
 * @param money one of {@link #MONEY}; empty where the measure moves no money
 * @param level {@code agreement} for measures that strike the agreement itself; on the facility they cover its departments
 *     and persons
 * @param absorbs measures that are pointless once this one is taken
 * @param instead measures that this one stands in for once it is chosen: the text offers one or the other
 * @param weight 0 to {@link #HEAVIEST}: the heavier stand first; nothing else depends on it
 * @param payer who owes the sum, where the measure is a debt ({@code owe}); else empty
 * @param payee whom it is owed to, likewise
 */
public record MeasureKind(
        String money,
        String level,
        List<String> absorbs,
        List<String> instead,
        int weight,
        String payer,
        String payee) {
    /** The weight of what is heaviest. */
    public static final int HEAVIEST = 99;

    /** The weight of a measure of which none is stated. */
    public static final int MIDDLING = 50;

    /** Of a measure that no vocabulary knows. */
    static final MeasureKind NONE = new MeasureKind("", "", List.of());

    /** One of no particular weight. */
    MeasureKind(String money, String level, List<String> absorbs) {
        this(money, level, absorbs, MIDDLING);
    }

    /** One that is no debt. */
    MeasureKind(String money, String level, List<String> absorbs, int weight) {
        this(money, level, absorbs, List.of(), weight, "", "");
    }

    /** The way of what one party owes the other: damages, liquidated sums. Nothing is taken from any source for it. */
    public static final String OWE = "owe";

    /** The level of what strikes the agreement itself. */
    static final String AGREEMENT = "agreement";

    /** The ways money is counted. */
    public static final Set<String> MONEY =
            Set.of("", "refuse", "recover", "withhold", "multiple", "deposit", "pay", "retain", "bear", OWE);
}
