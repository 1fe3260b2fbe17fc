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
 */
public record MeasureKind(String money, String level, List<String> absorbs) {
    /** Of a measure that no vocabulary knows. */
    static final MeasureKind NONE = new MeasureKind("", "", List.of());

    /** The level of what strikes the agreement itself. */
    static final String AGREEMENT = "agreement";

    /** The ways money is counted. */
    public static final Set<String> MONEY =
            Set.of("", "refuse", "recover", "withhold", "multiple", "deposit", "pay", "retain", "bear");
}
