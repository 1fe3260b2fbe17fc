package qiyue.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import qiyue.fact.Agreement;
import qiyue.fact.CaseFile;
import qiyue.fact.Conclusion;
import qiyue.fact.Evidence;
import qiyue.fact.OwnSuspension;
import qiyue.fact.PriorMeasure;

/**
 * Which agreements an earlier measure or a suspension on request struck that a conclusion rests on: the one it names, or, where it
 * names none, those it can have struck.
 */
final class Earlier {
    private final CaseFile file;
    private final Endings endings;

    Earlier(CaseFile file, Endings endings) {
        this.file = file;
        this.endings = endings;
    }

    /** The agreements, each once. */
    List<Agreement> struck(Conclusion conclusion) {
        List<Agreement> all = new ArrayList<>();
        for (Agreement agreement : file.agreements()) {
            if (measured(conclusion, agreement) || suspended(conclusion, agreement)) {
                all.add(agreement);
            }
        }
        return all;
    }

    private boolean measured(Conclusion conclusion, Agreement agreement) {
        for (PriorMeasure measure : file.history().measures()) {
            if (conclusion.roots().contains(measure.id())
                    && endings.reaches(measure, agreement)
                    && (!measure.agreement().isEmpty() || stood(agreement, measure.start()))) {
                return true;
            }
        }
        return false;
    }

    private boolean suspended(Conclusion conclusion, Agreement agreement) {
        for (OwnSuspension suspension : file.records().ownSuspensions()) {
            if (conclusion.roots().contains(suspension.id())
                    && suspension.consented()
                    && (suspension.agreement().isEmpty()
                            ? agreement.covers(suspension.start()) && stood(agreement, suspension.start())
                            : suspension.agreement().equals(agreement.id()))) {
                return true;
            }
        }
        return false;
    }

    private boolean stood(Agreement agreement, LocalDate day) {
        return endings.cut(agreement).filter(e -> !e.day().isAfter(day)).isEmpty();
    }

    /** What nobody says of those it rests on: which agreement they struck. */
    List<String> unsaid(Conclusion conclusion) {
        List<String> unsaid = new ArrayList<>();
        for (List<? extends Evidence> some :
                List.of(file.history().measures(), file.records().ownSuspensions())) {
            for (Evidence fact : some) {
                if (fact.agreement().isEmpty() && conclusion.roots().contains(fact.id())) {
                    unsaid.add(Questions.unstated(fact.id(), "agreement"));
                }
            }
        }
        return List.copyOf(unsaid);
    }
}
