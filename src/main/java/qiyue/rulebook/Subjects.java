package qiyue.rulebook;

import java.util.Map;

/** The kinds of fact a question can be about, by the name of the fact. */
public final class Subjects {
    /** Fact → the word used in {@code about}. */
    public static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("Finding", "finding"),
            Map.entry("Stay", "stay"),
            Map.entry("Charge", "charge"),
            Map.entry("Upload", "upload"),
            Map.entry("Prescription", "prescription"),
            Map.entry("Change", "change"),
            Map.entry("BedCheck", "bed-check"),
            Map.entry("Doubt", "doubt"),
            Map.entry("Idle", "idle"),
            Map.entry("OwnSuspension", "own-suspension"),
            Map.entry("Indicator", "indicator"),
            Map.entry("Accident", "accident"),
            Map.entry("Penalty", "penalty"),
            Map.entry("Rectification", "rectification"),
            Map.entry("PriorMeasure", "prior-measure"),
            Map.entry("Agreement", "agreement"),
            Map.entry("Application", "application"));

    private Subjects() {}
}
