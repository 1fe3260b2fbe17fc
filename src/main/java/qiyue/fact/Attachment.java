package qiyue.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * To which earlier measure a rectification belongs: to the one it names, else, where it says that it was ordered during a suspension
 * for a violation, to the only one of the facility then. Of several nobody said which.
 */
final class Attachment {
    private final Belonging belonging;
    private final Predicate<String> suspends;
    private final List<PriorMeasure> ofFacility = new ArrayList<>();

    Attachment(CaseFile file, Belonging belonging, Predicate<String> suspends) {
        this.belonging = belonging;
        this.suspends = suspends;
        for (PriorMeasure measure : file.history().measures()) {
            if (suspension(measure) && measure.here() && measure.subject().equals("facility")) {
                ofFacility.add(measure);
            }
        }
    }

    private boolean suspension(PriorMeasure measure) {
        return suspends.test(measure.kind()) && measure.cause().equals("violation");
    }

    /** The rectification with the measure it belongs to, and what that shows of it. */
    Rectification of(Rectification rectification) {
        Rectification known = rectification.known();
        if (belonging.at(known.measure()) instanceof PriorMeasure named) {
            return known.of(named, suspension(named));
        }
        PriorMeasure only = known.measure().isEmpty() && known.phase().equals("suspension") ? during(known) : null;
        return only == null ? known : Derivation.with(known, "measure", only.id());
    }

    private @Nullable PriorMeasure during(Rectification rectification) {
        PriorMeasure only = null;
        for (PriorMeasure measure : ofFacility) {
            if (orderedIn(measure, rectification)) {
                if (only != null) {
                    return null;
                }
                only = measure;
            }
        }
        return only;
    }

    private boolean orderedIn(PriorMeasure measure, Rectification rectification) {
        String named = belonging.named(rectification);
        String struck = belonging.of(measure);
        return (named.isEmpty() || struck.isEmpty() || named.equals(struck))
                && !measure.decidedOn().isAfter(rectification.orderedOn())
                && !measure.lastDay().isBefore(rectification.orderedOn());
    }
}
