package qiyue.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Agreement;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Certainty;
import qiyue.fact.Duty;
import qiyue.fact.Modality;
import qiyue.fact.PriorMeasure;

/**
 * What an end of the agreement that comes of this decision leaves without purpose, as one in its history does: a step towards a measure
 * that this end absorbs. There is nothing to renew once the agreement is over; while it is open whether it ends, so is the step.
 */
final class Ended {
    private final CaseFile file;
    private final LocalDate today;
    private final Map<String, MeasureKind> kinds;
    private final List<MeasureLine> ends = new ArrayList<>();
    private final List<MeasureLine> possible = new ArrayList<>();

    Ended(CaseFile file, Map<String, MeasureKind> kinds, List<MeasureLine> measures) {
        this.file = file;
        this.today = file.inspection().today();
        this.kinds = kinds;
        for (MeasureLine line : measures) {
            if (line.subject().equals("facility")
                    && kind(line).level().equals(MeasureKind.AGREEMENT)
                    && !first(line).isAfter(today)) {
                if (line.floor() || line.byChoice()) {
                    ends.add(line);
                } else if (hangs(line)) {
                    possible.add(line);
                }
            }
        }
    }

    /** Whether it comes about once a question is answered so: it must then, or is chosen. */
    private static boolean hangs(MeasureLine line) {
        return line.certainty() == Certainty.OPEN
                && line.presumes().isEmpty()
                && line.absorbedBy().isEmpty()
                && (line.modality() != Modality.MAY
                        || (line.ofAgency() && line.choice().equals("taken")));
    }

    private LocalDate first(MeasureLine line) {
        return Blank.happened(line.terms().from()) ? line.terms().from() : today;
    }

    /** Whether the step that works towards that measure, towards none if it is empty, has no purpose left; not one due before the end, or done. */
    boolean leavesNothing(String towards, Duty duty, LocalDate due) {
        return leavesNothing(ends, towards, duty, due, false);
    }

    /**
     * Whether that step would have none if all questions were answered so that the agreement ends, or an end that names no
     * agreement were that of its own.
     */
    boolean mayLeaveNothing(String towards, Duty duty, LocalDate due) {
        return leavesNothing(possible, towards, duty, due, true)
                || (leavesNothing(ends, towards, duty, due, true) && !leavesNothing(towards, duty, due));
    }

    private boolean leavesNothing(List<MeasureLine> some, String towards, Duty duty, LocalDate due, boolean supposed) {
        if (towards.isEmpty() || Blank.happened(duty.term().done().toLocalDate()) || file.taken(duty.act())) {
            return false;
        }
        for (Set<String> one : agreements(duty)) {
            int left = one.size();
            for (String of : one) {
                left -= ends(some, towards, of, due, supposed) ? 1 : 0;
            }
            if (supposed ? left == one.size() : left > 0) {
                return false;
            }
        }
        return true;
    }

    private boolean ends(List<MeasureLine> some, String towards, String of, LocalDate due, boolean supposed) {
        for (MeasureLine end : some) {
            if (kind(end).absorbs().contains(towards)
                    && (of.isEmpty() || of.equals(end.agreement()) || unnamed(end, supposed))
                    && !due.isBefore(first(end))) {
                return true;
            }
        }
        return false;
    }

    /** Whether an end that names no agreement is that of any: there is one alone, or it is supposed. */
    private boolean unnamed(MeasureLine end, boolean supposed) {
        return end.agreement().isEmpty() && (supposed || file.agreements().size() < 2);
    }

    /**
     * The agreements a step is about: where it names none, for each earlier measure it rests on that of this measure, or, of one that
     * names none either, those it can have struck.
     */
    private Set<Set<String>> agreements(Duty duty) {
        Set<Set<String>> agreements = new HashSet<>();
        if (duty.agreement().isEmpty()) {
            for (PriorMeasure measure : file.history().measures()) {
                if (duty.roots().contains(measure.id())) {
                    agreements.add(struck(measure));
                }
            }
        }
        return agreements.isEmpty() ? Set.of(Set.of(duty.agreement())) : agreements;
    }

    private Set<String> struck(PriorMeasure measure) {
        Set<String> struck = new TreeSet<>();
        for (Agreement agreement : measure.agreement().isEmpty() ? file.agreements() : List.<Agreement>of()) {
            if (agreement.covers(measure.start())) {
                struck.add(agreement.id());
            }
        }
        return struck.isEmpty() ? Set.of(measure.agreement()) : struck;
    }

    private MeasureKind kind(MeasureLine line) {
        return kinds.getOrDefault(line.kind(), MeasureKind.NONE);
    }
}
