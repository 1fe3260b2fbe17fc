package qiyue.decision;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import qiyue.fact.CaseFile;

/**
 * How the decision treats measures, steps and the end of agreements in a region.
 *
 * @param serves the measure a step works towards, by step; steps that work towards none are left out
 * @param stages whether a step that follows from a measure leads up to the decision of it, is that decision or comes after it,
 *     by step
 * @param toldBy the other kind of record that tells of a step, by step: only with that complete too do complete steps say that it
 *     was not taken
 * @param denials the answers about a fact, {@code question=no}, that say that the step it calls for was not taken in time, by step
 * @param prolonging the question that, answered yes about an agreement, keeps it in force after its term; empty where the
 *     region's text knows no such thing
 * @param renewedFrom the points of the yearly assessment below which an agreement is not renewed; 0: the texts know no such thing
 * @param othersApart whether what another agency took touches no agreement of this one, whatever the entry names
 */
public record Treatment(
        Map<String, MeasureKind> kinds,
        Map<String, String> serves,
        Map<String, String> stages,
        Map<String, String> toldBy,
        Map<String, Set<String>> denials,
        String prolonging,
        BigDecimal renewedFrom,
        boolean othersApart) {
    /** A step that leads up to the decision: it comes no earlier than the inspection. */
    public static final String BEFORE = "before";

    /** The step that is the decision. */
    public static final String ITSELF = "decision";

    /** A step that comes of the decision. */
    public static final String AFTER = "after";

    /** What a step may be to the decision. */
    public static final Set<String> STAGES = Set.of(BEFORE, ITSELF, AFTER);

    /** The other records that may tell of a step: earlier measures and assessments. */
    public static final Set<String> TELLING = Set.of("history");

    /** Only measures are known: no step works towards one, no agreement outlasts its term. */
    public Treatment(Map<String, MeasureKind> kinds) {
        this(kinds, Map.of(), "", false);
    }

    /** No assessment rules a renewal out. */
    Treatment(Map<String, MeasureKind> kinds, Map<String, String> serves, String prolonging, boolean othersApart) {
        this(kinds, serves, Map.of(), Map.of(), Map.of(), prolonging, BigDecimal.ZERO, othersApart);
    }

    /** Whether a measure ends an agreement, or what tells: as {@link MeasureKind#ends}. */
    public String ends(String measure) {
        return kind(measure).ends();
    }

    /** What a step is to the decision it follows from: of which nothing is said comes after it. */
    String stage(String act) {
        return stages.getOrDefault(act, AFTER);
    }

    /** Whether what is complete in a document would tell of the step, had it been taken. */
    boolean tells(CaseFile file, String act) {
        Map<String, String> records = file.scope().records();
        String other = toldBy.getOrDefault(act, "handling");
        return records.getOrDefault("handling", "").equals("complete")
                && records.getOrDefault(other, "").equals("complete");
    }

    /** What is to be known of measures of that kind; of an unknown one, nothing in particular. */
    public MeasureKind kind(String code) {
        return kinds.getOrDefault(code, MeasureKind.NONE);
    }
}
