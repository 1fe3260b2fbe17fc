package qiyue.decision;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import qiyue.decision.Decision.Note;
import qiyue.fact.Measure;
import qiyue.fact.Portion;

/**
 * Sums that measures take and that are more than their sources hold, place by place: what is beyond that is not taken, and the
 * decision says so.
 */
final class Shortfall {
    static final String CUT = "sum-cut";

    /** Where money can be taken. */
    private static final List<Place> PLACES = List.of(Place.UNPAID, Place.RETAINED, Place.PAID);

    /** What dividing a sum in proportion may be off by. */
    private static final BigDecimal CENT = Place.yuan(1);

    private Shortfall() {}

    /** A note for each sum that is cut: what was stated and what of it can be taken, yuan. */
    static List<Note> notes(Conclusions conclusions, Map<String, MeasureKind> kinds, Takings takings) {
        Map<String, Note> notes = new TreeMap<>();
        Set<Portion> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Measure measure : conclusions.measures()) {
            String money = kinds.getOrDefault(measure.kind(), MeasureKind.NONE).money();
            boolean takes = !money.isEmpty() && !money.equals(MeasureKind.OWE);
            for (Portion portion : takes ? measure.portions() : List.<Portion>of()) {
                if (!portion.excess() && portion.money().known() && seen.add(portion)) {
                    note(portion, takings, notes);
                }
            }
        }
        return List.copyOf(notes.values());
    }

    private static void note(Portion portion, Takings takings, Map<String, Note> notes) {
        BigDecimal stated = BigDecimal.ZERO;
        BigDecimal taken = BigDecimal.ZERO;
        for (Place place : PLACES) {
            BigDecimal wanted = place.of(portion.money());
            if (wanted.signum() > 0) {
                stated = stated.add(wanted);
                taken = taken.add(takings.total(List.of(portion), place));
            }
        }
        if (stated.subtract(taken).compareTo(CENT) > 0) {
            notes.put(
                    portion.source() + "|" + stated,
                    new Note(
                            CUT,
                            portion.source(),
                            Map.of("stated", stated.toPlainString(), "taken", taken.toPlainString())));
        }
    }
}
