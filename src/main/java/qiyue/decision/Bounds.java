package qiyue.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import qiyue.decision.Decision.Note;
import qiyue.fact.Conclusion;
import qiyue.fact.Measure;
import qiyue.fact.Portion;

/** Says of sums that are bounds, because to choose among so much would take too long, that they are: what could be taken may be less. */
final class Bounds {
    /** The ceiling is a bound. */
    static final String ADDED = "ceiling-added";

    private static final String CASE = "case";

    private Bounds() {}

    /**
     * A note for each set of claims among whose excesses it is not chosen, and one where questions exclude one another and not all
     * answers were tried.
     *
     * @param unweighed how many questions hang together in that way; 0 if none
     */
    static List<Note> notes(Conclusions conclusions, Takings takings, int unweighed) {
        List<Note> notes = new ArrayList<>();
        List<Portion> all = new ArrayList<>();
        Set<Portion> excesses = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Conclusion conclusion : conclusions.all()) {
            if (conclusion instanceof Measure) {
                for (Portion portion : conclusion.portions()) {
                    all.add(portion);
                    if (portion.excess()) {
                        excesses.add(portion);
                    }
                }
            }
        }
        // of fewer it is always chosen: nothing has to be worked out for them
        if (excesses.size() > Crossing.CHOSEN) {
            Set<Portion> claims = new LinkedHashSet<>(all);
            for (Collection<Portion> part :
                    Components.of(takings, claims).split(claims).values()) {
                if (takings.bounded(part)) {
                    notes.add(new Note("sum-bounded", CASE, Map.of("facts", excesses(part))));
                }
            }
        }
        if (unweighed > 0) {
            notes.add(new Note(ADDED, CASE, Map.of("questions", String.valueOf(unweighed))));
        }
        return List.copyOf(notes);
    }

    private static String excesses(Collection<Portion> claims) {
        Set<String> sources = new TreeSet<>();
        for (Portion claim : claims) {
            if (claim.excess()) {
                sources.add(claim.source());
            }
        }
        return String.join(", ", sources);
    }
}
