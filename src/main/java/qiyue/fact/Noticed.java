package qiyue.fact;

import java.time.LocalDate;
import java.util.function.Predicate;
import qiyue.shape.Shape;

/** On which day written notice of the decision was given: the inspection says it, or a step does, and both say the same thing. */
public final class Noticed {
    /** The field of the inspection that such a step tells. */
    public static final String DAY = "noticedOn";

    private Noticed() {}

    /**
     * The document with the day of notice filled in from the first such step of an agency on or after the decision, where the
     * inspection leaves it out. A step that speaks of one fact, or of one agreement of several, is no notice of the whole.
     *
     * @param tells the steps that are the notice
     */
    public static CaseFile settled(CaseFile file, Predicate<String> tells) {
        Inspection inspection = file.inspection();
        if (Blank.happened(inspection.noticedOn()) || !Blank.happened(inspection.decidedOn())) {
            return file;
        }
        LocalDate first = Blank.NEVER;
        for (Act act : file.handling()) {
            boolean whole = act.about().isEmpty()
                    && (act.agreement().isEmpty() || file.agreements().size() == 1);
            if (whole
                    && tells.test(act.act())
                    && byAgency(act.actor())
                    && follows(act.date(), inspection.decidedOn())) {
                first = act.date().isBefore(first) ? act.date() : first;
            }
        }
        return Blank.happened(first) ? Shape.with(file, "inspection", Shape.with(inspection, DAY, first)) : file;
    }

    private static boolean byAgency(String actor) {
        return actor.equals("agency") || actor.endsWith("-agency");
    }

    private static boolean follows(LocalDate day, LocalDate decision) {
        return Blank.happened(day) && !day.isBefore(decision);
    }
}
