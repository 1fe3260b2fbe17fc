package qiyue.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import qiyue.fact.Agreement;
import qiyue.fact.CaseFile;
import qiyue.fact.PriorMeasure;
import qiyue.fact.Score;

/**
 * Whether both sides agreed that an agreement goes on after its term. What the document answers counts; where it leaves the
 * answer out, an agreement that was decided not to be renewed, or whose assessment rules a renewal out, does not go on.
 */
public final class Renewals {
    private final Treatment treatment;
    private final CaseFile file;
    private final List<Score> scores;
    private final Predicate<LocalDate> governed;

    /**
     * The renewals of a case.
     *
     * @param scores the assessments of this very case that have a total, each with a sheet for its agreement
     * @param governed whether a text governs that day: an assessment of a time before is not judged by it
     */
    public Renewals(Treatment treatment, CaseFile file, List<Score> scores, Predicate<LocalDate> governed) {
        this.treatment = treatment;
        this.file = file;
        this.scores = List.copyOf(scores);
        this.governed = governed;
    }

    /** Those of a case without scores, judged by one text. */
    Renewals(Treatment treatment, CaseFile file) {
        this(treatment, file, List.of(), day -> true);
    }

    /** The answer to the question whether it goes on: {@code yes}, {@code no} or {@code open}. */
    public String answer(Agreement agreement) {
        String stated = agreement.answers().getOrDefault(treatment.prolonging(), "open");
        return stated.equals("open") && ruledOut(agreement) ? "no" : stated;
    }

    /** Whether it goes on after its term, or may as far as anybody says; never where no text of the region knows of that. */
    boolean mayGoOn(Agreement agreement) {
        return !treatment.prolonging().isEmpty() && !answer(agreement).equals("no");
    }

    /** The question whether it goes on, as {@code question@agreement}, while it is open. */
    Optional<String> open(Agreement agreement) {
        return mayGoOn(agreement) && answer(agreement).equals("open")
                ? Optional.of(treatment.prolonging() + "@" + agreement.id())
                : Optional.empty();
    }

    /** Whether this is the question that {@link #answer} answers. */
    public boolean asks(String question) {
        return !question.isEmpty() && question.equals(treatment.prolonging());
    }

    private boolean ruledOut(Agreement agreement) {
        return file.history().measures().stream().anyMatch(m -> against(m, agreement)) || failed(agreement);
    }

    /** That it ends when its term does was decided; an entry that names none of several agreements decides nothing. */
    private boolean against(PriorMeasure measure, Agreement agreement) {
        boolean meant = measure.agreement().equals(agreement.id())
                || (measure.agreement().isEmpty()
                        && file.agreements().size() == 1
                        && agreement.covers(measure.decidedOn()));
        return meant
                && treatment.kind(measure.kind()).ends().equals(MeasureKind.AT_EXPIRY)
                && measure.here()
                && measure.subject().equals("facility")
                && !(treatment.othersApart()
                        && measure.byAnother(file.inspection().agency()));
    }

    private boolean failed(Agreement agreement) {
        BigDecimal pass = treatment.renewedFrom();
        return pass.signum() > 0
                && (scores.stream()
                                .anyMatch(s -> s.agreement().equals(agreement.id())
                                        && judged(s.year())
                                        && s.total().compareTo(pass) < 0)
                        || file.history().assessments().stream()
                                .anyMatch(a -> a.agreement().equals(agreement.id())
                                        && judged(a.year())
                                        && a.result().equals("failed")));
    }

    private boolean judged(int year) {
        return governed.test(LocalDate.of(year, 12, 31));
    }
}
