package qiyue.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import qiyue.decision.Decision.BreachLine;
import qiyue.decision.Decision.DutyLine;
import qiyue.decision.Decision.MeasureLine;
import qiyue.decision.Decision.Question;
import qiyue.fact.Certainty;
import qiyue.fact.Modality;

/** One of the parts a decision falls into, for readers who want only that. */
public enum Only {
    /** What must happen as things stand. */
    MUST,
    /** What may be chosen as things stand. */
    MAY,
    /** What is not settled: it hangs on questions, on a choice of today, or is only suspected. */
    OPEN;

    /** What measures without any force are counted under: heavier ones have taken their place. */
    private static final String ABSORBED = "absorbed";

    /**
     * The part of a decision.
     *
     * @param decision with the measures of that part, the breaches behind them, the duties of that part, and questions only
     *     where they are asked for; money, notes and what was examined are untouched
     * @param leftOut how many measures were left out, by part; those absorbed by heavier ones under {@code absorbed}
     */
    public record Part(Decision decision, Map<String, Integer> leftOut) {}

    /** Whether there is nothing of it: no measure; of what must happen, no duty either; of what is open, no question. */
    public boolean isEmpty(Part part) {
        return part.decision().measures().isEmpty()
                && part.decision().questions().isEmpty()
                && (this != MUST || part.decision().duties().isEmpty());
    }

    /** The part of that name. */
    public static Optional<Only> named(String name) {
        for (Only only : values()) {
            if (only.code().equals(name)) {
                return Optional.of(only);
            }
        }
        return Optional.empty();
    }

    /** Its name. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The part a measure belongs to: {@code must}, {@code may}, {@code open} or {@code absorbed}. */
    public static String part(MeasureLine line) {
        if (!line.absorbedBy().isEmpty()) {
            return ABSORBED;
        }
        return line.floor() ? MUST.code() : line.optional() ? MAY.code() : OPEN.code();
    }

    /** The part of the decision. */
    public Part of(Decision whole) {
        List<MeasureLine> measures = new ArrayList<>();
        Set<String> behind = new HashSet<>();
        Map<String, Integer> leftOut = new LinkedHashMap<>();
        for (MeasureLine line : whole.measures()) {
            String part = part(line);
            if (part.equals(code())) {
                measures.add(line);
                behind.addAll(line.breaches());
                line.also().forEach(g -> behind.addAll(g.breaches()));
            } else {
                leftOut.merge(part, 1, Integer::sum);
            }
        }
        List<BreachLine> breaches = new ArrayList<>();
        for (BreachLine breach : whole.breaches()) {
            if (behind.contains(breach.clause())) {
                breaches.add(breach);
            }
        }
        List<DutyLine> duties = new ArrayList<>();
        for (DutyLine duty : whole.duties()) {
            if (holds(duty)) {
                duties.add(duty);
            }
        }
        List<Question> questions = this == OPEN ? whole.questions() : List.of();
        return new Part(whole.keeping(breaches, measures, duties, questions), leftOut);
    }

    private boolean holds(DutyLine duty) {
        if (duty.certainty() != Certainty.ESTABLISHED) {
            return this == OPEN;
        }
        boolean chosen = duty.modality() == Modality.MAY
                || (!duty.measures().isEmpty() && duty.ifTaken().containsAll(duty.measures()));
        return this == (chosen ? MAY : MUST);
    }
}
