package qiyue.decision;

import java.math.BigDecimal;
import java.util.Map;

/**
 * How the decision treats measures, steps and the end of agreements in a region.
 *
 * @param serves the measure a step works towards, by step; steps that work towards none are left out
 * @param prolonging the question that, answered yes about an agreement, keeps it in force after its term; empty where the
 *     region's text knows no such thing
 * @param renewedFrom the points of the yearly assessment below which an agreement is not renewed; 0: the texts know no such thing
 * @param othersApart whether what another agency took touches no agreement of this one, whatever the entry names
 */
public record Treatment(
        Map<String, MeasureKind> kinds,
        Map<String, String> serves,
        String prolonging,
        BigDecimal renewedFrom,
        boolean othersApart) {

    /** Only measures are known: no step works towards one, no agreement outlasts its term. */
    public Treatment(Map<String, MeasureKind> kinds) {
        this(kinds, Map.of(), "", false);
    }

    /** No assessment rules a renewal out. */
    Treatment(Map<String, MeasureKind> kinds, Map<String, String> serves, String prolonging, boolean othersApart) {
        this(kinds, serves, prolonging, BigDecimal.ZERO, othersApart);
    }

    /** Whether a measure ends an agreement, or what tells: as {@link MeasureKind#ends}. */
    public String ends(String measure) {
        return kind(measure).ends();
    }

    MeasureKind kind(String code) {
        return kinds.getOrDefault(code, MeasureKind.NONE);
    }
}
