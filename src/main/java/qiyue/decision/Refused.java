package qiyue.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Application;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Certainty;
import qiyue.fact.Duty;
import qiyue.fact.Modality;

/**
 * What an answer that must be given to an applicant leaves without purpose: a step towards a measure that this answer absorbs.
 * An applicant who is refused is not to be evaluated; while it is open whether he is refused, so is whether he is evaluated.
 */
final class Refused {
    private final CaseFile file;
    private final Map<String, MeasureKind> kinds;
    private final List<MeasureLine> given = new ArrayList<>();
    private final List<MeasureLine> possible = new ArrayList<>();

    Refused(CaseFile file, Map<String, MeasureKind> kinds, List<MeasureLine> measures) {
        this.file = file;
        this.kinds = kinds;
        for (MeasureLine line : measures) {
            if (answers(line)) {
                possible.add(line);
                if (line.floor()) {
                    given.add(line);
                }
            }
        }
    }

    /** Whether it must be given to an applicant, or must be once a question is answered so. */
    private boolean answers(MeasureLine line) {
        boolean hangs = line.certainty() == Certainty.OPEN && line.presumes().isEmpty();
        return (line.floor()
                        || (hangs
                                && line.modality() != Modality.MAY
                                && line.absorbedBy().isEmpty()))
                && !over(line)
                && !kind(line).level().equals(MeasureKind.AGREEMENT)
                && !kind(line).absorbs().isEmpty();
    }

    private boolean over(MeasureLine line) {
        return Blank.happened(line.terms().until())
                && line.terms().until().isBefore(file.inspection().today());
    }

    /** Whether the step that works towards that measure, towards none if it is empty, has no purpose left; not one that was done. */
    boolean leavesNothing(String towards, Duty duty) {
        return pointless(given, towards, duty);
    }

    /** Whether that step would have none if all questions were answered so that the applicant is refused. */
    boolean mayLeaveNothing(String towards, Duty duty) {
        return pointless(possible, towards, duty);
    }

    private boolean pointless(List<MeasureLine> answers, String towards, Duty duty) {
        if (towards.isEmpty() || answers.isEmpty() || file.taken(duty.act())) {
            return false;
        }
        Set<String> meant = applications(duty.roots());
        if (meant.isEmpty()) {
            file.applications().forEach(a -> meant.add(a.id()));
        }
        Set<String> answered = new TreeSet<>();
        for (MeasureLine line : answers) {
            Set<String> behind = applications(line.facts());
            if (kind(line).absorbs().contains(towards) && !behind.isEmpty()) {
                if (!kind(line).answersApplications()) {
                    return true;
                }
                answered.addAll(behind);
            }
        }
        return answered.containsAll(meant) && !answered.isEmpty();
    }

    private Set<String> applications(List<String> facts) {
        Set<String> found = new TreeSet<>();
        for (Application application : file.applications()) {
            if (facts.contains(application.id())) {
                found.add(application.id());
            }
        }
        return found;
    }

    private MeasureKind kind(MeasureLine line) {
        return kinds.getOrDefault(line.kind(), MeasureKind.NONE);
    }
}
