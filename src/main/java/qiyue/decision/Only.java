package qiyue.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
     * @param decision with the measures and duties of that part and what they rest on and wait for, nothing else: of clauses,
     *     facts, notes, readings and scores those behind them, the questions they hang on, the money that must move where that
     *     is the part. Notes on the document itself stay; no ceiling is told, for that is one of the whole
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

    /**
     * The part of the decision.
     *
     * @param readings the ids of the readings that the ledger cites for a clause
     */
    public Part of(Decision whole, Function<String, ? extends Collection<String>> readings) {
        List<MeasureLine> measures = new ArrayList<>();
        List<MeasureLine> elsewhere = new ArrayList<>();
        Map<String, Integer> leftOut = new LinkedHashMap<>();
        for (MeasureLine line : whole.measures()) {
            String part = part(line);
            if (part.equals(code())) {
                measures.add(line);
            } else {
                if (!part.equals(ABSORBED)) {
                    elsewhere.add(line);
                }
                leftOut.merge(part, 1, Integer::sum);
            }
        }
        List<DutyLine> duties = whole.duties().stream().filter(this::holds).toList();
        return new Part(
                Kept.of(whole, measures, duties, asked(whole, measures, elsewhere), this == MUST, readings), leftOut);
    }

    /** The questions that measures of the part wait for; what none waits for is open. */
    private List<Question> asked(Decision whole, List<MeasureLine> measures, List<MeasureLine> elsewhere) {
        return whole.questions().stream()
                .filter(q -> waited(q, measures) || (this == OPEN && !waited(q, elsewhere)))
                .toList();
    }

    private static boolean waited(Question question, List<MeasureLine> measures) {
        return measures.stream().anyMatch(m -> Kept.waits(m, question));
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
