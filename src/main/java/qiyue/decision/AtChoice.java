package qiyue.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import qiyue.fact.Certainty;
import qiyue.fact.Duty;
import qiyue.fact.Measure;
import qiyue.fact.Modality;

/** Of the measures a duty follows from, those that only the agency may take. */
final class AtChoice {
    /** For each kind of measure and agreement, how certain: whether all of them are only the agency's choice. */
    private final Map<String, Map<String, Map<Certainty, Boolean>>> onlyOffered = new HashMap<>();

    /** For each kind of measure, under which agreements any of them is the agency's choice. */
    private final Map<String, Set<String>> anyOffered = new HashMap<>();

    AtChoice(List<Measure> measures) {
        for (Measure measure : measures) {
            onlyOffered
                    .computeIfAbsent(measure.kind(), k -> new HashMap<>())
                    .computeIfAbsent(measure.agreement(), k -> new EnumMap<>(Certainty.class))
                    .merge(measure.certainty(), measure.modality() == Modality.MAY, Boolean::logicalAnd);
            if (measure.modality() == Modality.MAY) {
                anyOffered.computeIfAbsent(measure.kind(), k -> new HashSet<>()).add(measure.agreement());
            }
        }
    }

    /** The measures these duties follow from, in order. */
    static Set<String> measures(List<Duty> same) {
        Set<String> measures = new TreeSet<>();
        for (Duty duty : same) {
            if (!duty.measure().isEmpty()) {
                measures.add(duty.measure());
            }
        }
        return measures;
    }

    /**
     * Of these measures, those that are only the agency's choice: for them the duty follows once the agency takes them. A duty that
     * hangs on nothing else has no other measure. One that comes of a fact besides hangs on no choice: where all its measures are offered
     * only, none of them is given; beside one that must be taken, those that are offered are told apart from it.
     */
    List<String> optional(List<Duty> same) {
        Set<String> measures = measures(same);
        List<String> optional = new ArrayList<>();
        for (String kind : measures) {
            if (optional(kind, same.get(0))) {
                optional.add(kind);
            }
        }
        boolean ofFacts = same.stream().anyMatch(d -> d.measure().isEmpty());
        return ofFacts && optional.size() == measures.size() ? List.of() : List.copyOf(optional);
    }

    /**
     * Whether those measures of the kind that are so certain are only offered; if none is, what is certain comes of several
     * that are open, and is only offered where one of them is.
     */
    private boolean optional(String kind, Duty duty) {
        Map<String, Map<Certainty, Boolean>> byAgreement = onlyOffered.getOrDefault(kind, Map.of());
        Collection<Map<Certainty, Boolean>> meant = duty.agreement().isEmpty()
                ? byAgreement.values()
                : List.of(byAgreement.getOrDefault(duty.agreement(), Map.of()), byAgreement.getOrDefault("", Map.of()));
        boolean asCertain = false;
        boolean offeredAsCertain = true;
        for (Map<Certainty, Boolean> known : meant) {
            Boolean sure = known.get(duty.certainty());
            asCertain |= sure != null;
            offeredAsCertain &= sure == null || sure;
        }
        if (asCertain) {
            return offeredAsCertain;
        }
        Set<String> offered = anyOffered.getOrDefault(kind, Set.of());
        return duty.agreement().isEmpty()
                ? !offered.isEmpty()
                : offered.contains(duty.agreement()) || offered.contains("");
    }
}
