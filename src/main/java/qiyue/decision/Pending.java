package qiyue.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Certainty;
import qiyue.fact.Modality;

/**
 * Measures that must happen if an open question is answered so. They absorb nothing yet; but what they would absorb then, and
 * all that follows from it, is not certain now.
 */
final class Pending {
    private final Map<String, MeasureKind> kinds;
    private final List<MeasureLine> open = new ArrayList<>();

    Pending(CaseFile file, Map<String, MeasureKind> kinds, List<MeasureLine> measures) {
        this.kinds = kinds;
        for (MeasureLine line : measures) {
            boolean later = Blank.happened(line.terms().from())
                    && line.terms().from().isAfter(file.inspection().today());
            if (line.certainty() == Certainty.OPEN
                    && line.modality() != Modality.MAY
                    && line.presumes().isEmpty()
                    && line.absorbedBy().isEmpty()
                    && !later) {
                open.add(line);
            }
        }
    }

    /** The kinds of those that would absorb the line. */
    Set<String> ending(MeasureLine line) {
        Set<String> ending = new TreeSet<>();
        for (MeasureLine by : open) {
            MeasureKind kind = kinds.getOrDefault(by.kind(), MeasureKind.NONE);
            if (kind.absorbs().contains(line.kind())
                    && by.agreement().equals(line.agreement())
                    && covers(by, kind, line)) {
                ending.add(by.kind());
            }
        }
        return ending;
    }

    private static boolean covers(MeasureLine by, MeasureKind kind, MeasureLine line) {
        return (kind.level().equals(MeasureKind.AGREEMENT) && by.subject().equals("facility"))
                || (by.subject().equals(line.subject())
                        && by.department().equals(line.department())
                        && by.people().equals(line.people()));
    }
}
