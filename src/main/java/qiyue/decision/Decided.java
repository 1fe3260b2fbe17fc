package qiyue.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Act;
import qiyue.fact.Blank;
import qiyue.fact.CaseFile;
import qiyue.fact.Duty;
import qiyue.fact.Modality;

/**
 * When the measure was decided that a duty follows from: what comes after a decision is not done by a step before it. The steps
 * by which a region decides the measure say when, else the day of the decision of the whole case; where neither is stated, it is
 * not known whether a step came before or after.
 */
final class Decided {
    private final CaseFile file;
    private final Treatment treatment;
    private final Steps steps;
    private final Map<String, List<MeasureLine>> giving;

    /** Of each measure the steps by which it is decided, each with those who take it. */
    private final Map<String, Map<String, Set<String>>> deciding = new HashMap<>();

    Decided(CaseFile file, Treatment treatment, List<Duty> duties, Steps steps, Map<String, List<MeasureLine>> giving) {
        this.file = file;
        this.treatment = treatment;
        this.steps = steps;
        this.giving = giving;
        for (Duty duty : duties) {
            if (!duty.measure().isEmpty() && treatment.stage(duty.act()).equals(Treatment.ITSELF)) {
                deciding.computeIfAbsent(duty.measure(), k -> new TreeMap<>())
                        .computeIfAbsent(duty.act(), k -> new TreeSet<>())
                        .add(duty.actor());
            }
        }
    }

    /** As for one duty by itself. */
    LocalDate since(Duty duty) {
        Set<String> roots = Set.copyOf(duty.roots());
        return since(duty, roots, steps.cause(List.of(duty), roots));
    }

    /**
     * The first day on which a step can answer a duty of these grounds; {@link LocalDate#MIN} where no decision bounds it,
     * {@link Blank#UNSTATED} where that day is not known.
     *
     * @param cause the latest day among its facts
     */
    LocalDate since(Duty duty, Set<String> roots, LocalDate cause) {
        if (duty.measure().isEmpty() || duty.term().ahead()) {
            return LocalDate.MIN;
        }
        LocalDate first = LocalDate.MAX;
        boolean decided = false;
        for (MeasureLine line : giving.getOrDefault(duty.measure(), List.of())) {
            if (duty.beside(line.agreement())) {
                boolean byAgency = line.modality() != Modality.AUTOMATIC
                        && !line.subject().equals("agency")
                        && line.actor().isEmpty();
                decided |= byAgency;
                first = byAgency ? first : earlier(first, undecided(line));
            }
        }
        first = decided ? earlier(first, decision(duty, roots, cause)) : first;
        return first.equals(LocalDate.MAX) ? LocalDate.MIN : first;
    }

    /** What comes by itself is decided by nobody; what another does against the agency is not the agency's decision. */
    private static LocalDate undecided(MeasureLine line) {
        return line.modality() == Modality.AUTOMATIC
                        && Blank.happened(line.terms().from())
                ? line.terms().from()
                : LocalDate.MIN;
    }

    private LocalDate decision(Duty duty, Set<String> roots, LocalDate cause) {
        LocalDate inspected = file.inspection().inspectedOn();
        if (!treatment.stage(duty.act()).equals(Treatment.AFTER)) {
            return inspected;
        }
        LocalDate whole = file.inspection().decidedOn();
        LocalDate first = Blank.happened(whole) ? whole : Blank.UNSTATED;
        for (Act step : deciding(duty, roots)) {
            LocalDate day = step.date();
            if (Blank.happened(day) && !day.isBefore(inspected) && !day.isBefore(cause)) {
                first = earlier(first, day);
            }
        }
        return first;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return other.isBefore(one) ? other : one;
    }

    /** The steps that decide: those the texts name for the measure by whom they name, else any that decides. */
    private List<Act> deciding(Duty duty, Set<String> roots) {
        List<Act> found = new ArrayList<>();
        Map<String, Set<String>> named = deciding.getOrDefault(duty.measure(), Map.of());
        named.forEach((act, actors) -> {
            for (Act step : steps.answering(duty, act, roots)) {
                if (actors.stream().anyMatch(actor -> Fulfilment.names(actor, step.actor()))) {
                    found.add(step);
                }
            }
        });
        if (named.isEmpty()) {
            treatment.stages().forEach((act, stage) -> {
                if (stage.equals(Treatment.ITSELF)) {
                    found.addAll(steps.answering(duty, act, roots));
                }
            });
        }
        return found;
    }
}
