package qiyue.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import qiyue.decision.Decision.Ground;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Calendar;
import qiyue.fact.CaseFile;
import qiyue.fact.Duty;

/** Whether a duty follows beside the measures of a decision, and whether it stays whatever is answered. */
final class Following {
    private final Calendar calendar;
    private final Struck struck;
    private final Refused refused;
    private final Pending pending;
    private final Ended ended;
    private final Map<String, List<MeasureLine>> offered = new HashMap<>();
    private final Map<String, List<MeasureLine>> giving = new HashMap<>();

    /** For each clause, act and actor, and each agreement: the measures its duties follow from. */
    private final Map<String, Map<String, Set<String>>> ofAClause = new HashMap<>();

    Following(
            CaseFile file,
            Calendar calendar,
            Treatment treatment,
            Struck struck,
            List<Duty> duties,
            List<MeasureLine> measures) {
        this.calendar = calendar;
        this.struck = struck;
        this.pending = new Pending(file, treatment.kinds(), measures);
        this.refused = new Refused(file, treatment.kinds(), measures);
        this.ended = new Ended(file, treatment.kinds(), measures);
        for (Duty duty : duties) {
            ofAClause
                    .computeIfAbsent(clauseAndAct(duty), k -> new HashMap<>())
                    .computeIfAbsent(duty.agreement(), k -> new HashSet<>())
                    .add(duty.measure());
        }
        for (MeasureLine measure : measures) {
            offered.computeIfAbsent(measure.kind(), k -> new ArrayList<>()).add(measure);
            Set<String> given = new HashSet<>();
            given.add(measure.kind());
            for (Ground ground : measure.also()) {
                given.add(ground.kind());
            }
            for (String kind : given) {
                giving.computeIfAbsent(kind, k -> new ArrayList<>()).add(measure);
            }
        }
    }

    /** For each kind of measure the lines that give it, be it as a further ground. */
    Map<String, List<MeasureLine>> giving() {
        return giving;
    }

    /**
     * Whether the duty may still come about: neither its measure nor one that it presumes or works towards is out of the
     * question.
     */
    boolean follows(Duty duty) {
        LocalDate due = duty.term().lastDay(calendar);
        String towards = struck.towards(duty);
        if ((!duty.measure().isEmpty() && !starts(duty))
                || struck.ended(duty, due).isPresent()
                || refused.leavesNothing(towards, duty)
                || ended.leavesNothing(towards, duty, due)) {
            return false;
        }
        for (String presumed : duty.presumes()) {
            if (pointless(presumed, duty)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the measure a duty presumes is absorbed wherever it is on offer, so that it will not be chosen. */
    private boolean pointless(String presumed, Duty duty) {
        boolean some = false;
        for (MeasureLine line : offered.getOrDefault(presumed, List.of())) {
            if (duty.beside(line.agreement())) {
                if (line.absorbedBy().isEmpty()) {
                    return false;
                }
                some = true;
            }
        }
        return some;
    }

    /**
     * Whether the measure the duty follows from may still come about: it is neither declined nor absorbed by a heavier one.
     * It is as certain as the duty; but where one measure must come if a question is answered yes and another if no, the duty
     * is certain and each of the two hangs on the question.
     */
    private boolean starts(Duty duty) {
        boolean asCertain = false;
        boolean started = false;
        boolean startedAsCertain = false;
        for (MeasureLine line : giving.getOrDefault(duty.measure(), List.of())) {
            if (duty.beside(line.agreement())) {
                boolean open = line.absorbedBy().isEmpty() && !line.choice().equals("declined");
                started |= open;
                if (line.certainty().compareTo(duty.certainty()) <= 0) {
                    asCertain = true;
                    startedAsCertain |= open;
                }
            }
        }
        return asCertain ? startedAsCertain : started;
    }

    /** Whether it stays as certain as it is whatever is answered: neither what it follows from nor its purpose is taken away. */
    boolean lasting(Duty duty) {
        String towards = struck.towards(duty);
        return (duty.measure().isEmpty() || stays(duty))
                && !refused.mayLeaveNothing(towards, duty)
                && !ended.mayLeaveNothing(towards, duty, duty.term().lastDay(calendar));
    }

    /** Whether one of the measures it follows from, as certain as the duty, stays whatever is answered. */
    private boolean stays(Duty duty) {
        boolean asCertain = false;
        for (MeasureLine line : giving.getOrDefault(duty.measure(), List.of())) {
            if (duty.beside(line.agreement()) && line.certainty().compareTo(duty.certainty()) <= 0) {
                asCertain = true;
                if (line.absorbedBy().isEmpty() && alsoOf(pending.ending(line), duty)) {
                    return true;
                }
            }
        }
        return !asCertain;
    }

    /** Whether the same duty follows from each of these measures. */
    private boolean alsoOf(Set<String> kinds, Duty duty) {
        Set<String> left = new HashSet<>(kinds);
        if (!left.isEmpty()) {
            ofAClause.getOrDefault(clauseAndAct(duty), Map.of()).forEach((agreement, measures) -> {
                if (duty.beside(agreement)) {
                    left.removeAll(measures);
                }
            });
        }
        return left.isEmpty();
    }

    private static String clauseAndAct(Duty duty) {
        return String.join("|", duty.rulebook(), duty.clause(), duty.act(), duty.actor());
    }
}
